"""Agency-style text of our own making, as much as is wanted, no two sentences the same: what bench/speed.py reads.

Of the sentences, a quarter name two listed actors, a quarter one; of the other half, some tell of strangers, of "the
ministry", "officials" or "they", the rest of prices, harvests and weather. Names come from ontology/actors, the rest
from the lists below, by a generator with a fixed seed.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import kg
from kg.actors import tables


def _choices(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


TWO = (
    "{A} and {B} agreed on {day} to set up a joint commission on {field}, the two sides said after {n} hours of talks.",
    "{A} accused {B} of holding back {goods} worth {n} million dollars at its border since {month}.",
    "{P} will visit {B} in {month} to discuss {field} and the price of {goods}, his office said.",
    "{P}, who took part in the talks by telephone, urged {B} to reopen the {adj} crossing before {month}.",
    "Officials from {A} said {B} had sent a note of protest over the {adj} inspection of its vessels on {day}.",
    "{A} imposed duties of {n} percent on {goods} from {B}, which called the step {adj}.",
    "Troops of {A} exchanged fire with forces of {B} near the {adj} border post for {n} minutes on {day}.",
    "In a letter to {P}, {B} offered {n} tonnes of {goods} and the help of its {adj} engineers.",
    "{A} has withdrawn its ambassador from {B} after a dispute over {field} that began in {month}.",
    "The foreign minister of {A} met {P} on the sidelines of a conference on {field} on {day}.",
)
ONE = (
    "{A} exported {n} thousand tonnes of {goods} in {month}, {m} percent more than a year before.",
    "{P} said the {adj} budget left no room for new spending on {field}.",
    "In {A}, {adj} rains have cut off {n} villages and spoilt the stocks of {goods}.",
    "The government of {A} plans to sell its stake in a {adj} plant that makes {goods}.",
    '"We have {n} days to find an answer on {field}," {P} told reporters on {day}.',
    "The central bank of {A} left its key rate at {m} percent, as most analysts had expected.",
    "Voters in {A} go to the polls in {month} after a {adj} campaign about {field}.",
    "{P} did not say when the {adj} law on {field} would be sent to parliament.",
    "Exports of {goods} from {A} fell to {n} million dollars in {month}.",
    "{A} expects {n} thousand visitors at its {adj} fair for {goods}.",
)
STANDING_IN = (
    "{S}, who heads a {adj} company for {goods}, expects prices to rise by {m} percent.",
    '"It is a {adj} season for {goods}," said {S}, an economist at {O}.',
    "Shares of {O} lost {m} percent on {day} after a {adj} report on {goods}.",
    "Officials said the {adj} rules on {field} would take effect in {month}.",
    "He added that the {adj} plan for {field} had been under study for {n} months.",
    "They want {n} million dollars for {field} and a say in the {adj} review.",
    "Police closed the {adj} road for {n} hours while workers cleared the {goods}.",
    "The ministry put the loss at {n} million dollars, most of it in {goods}.",
    "Farmers near {T} have lost {m} percent of their {goods} to the {adj} heat.",
    "It had promised a {adj} answer on {field} within {n} days.",
)
NONE = (
    "Prices of {goods} rose {m} percent in {month} as a {adj} harvest came to the market late.",
    "The {adj} index of raw materials closed at {n} points, its lowest level since {month}.",
    "Heavy snow and {adj} winds closed {n} roads and left the stores short of {goods}.",
    "On {day}, the price of {goods} for delivery in {month} stood at {n} dollars a tonne.",
    "A {adj} shortage of {goods} has pushed up costs by {m} percent since {month}.",
    "About {n} thousand tonnes of {goods} are still in store, {m} percent less than last year.",
    "The cost of {field} has doubled in {n} years, and a {adj} debate has begun about how to pay for it.",
    "Temperatures of {n} degrees are forecast for {day}, with {adj} storms in the evening.",
    "More than {n} thousand tickets for the {adj} festival were sold within {m} hours.",
    "Spending on {field} makes up {m} percent of the {adj} budget, against {n} percent ten years ago.",
    "The new line, {n} kilometres long, is meant to carry {goods} from {month} on.",
    "Trials of a {adj} vaccine showed that {n} percent of those treated recovered within {m} weeks.",
    "Without {adj} rain before {month}, the yield of {goods} could drop by {m} percent.",
    "Demand for {goods} was {adj} in the first half of the year and is expected to stay so.",
    "Early results of the {adj} survey put growth at {m} percent and joblessness at {n} thousand.",
)
GOODS = _choices(
    """
    wheat, barley, copper, cement, cotton, tea, rice, timber, fertiliser, steel, coffee, sugar, diesel, gas,
    coal, maize, beef, salmon, tyres, medicines, textiles, machine tools, batteries, solar panels, olive oil,
    cocoa, rubber, aluminium, soybeans, citrus fruit
    """
)
FIELDS = _choices(
    """
    fishing rights, air traffic, vaccines, water use, rail freight, customs, border trade, energy, farm aid,
    tourism, data rules, migration, space research, river dams, school books, flood control, grain storage,
    port fees, visas, road safety, nuclear waste
    """
)
ADJECTIVES = _choices(
    """
    late, costly, disputed, long, northern, southern, unusual, early, modest, wet, dry, strict, narrow, new,
    old, national, coastal, harsh, sudden, rare, broad, weak, strong, joint, secret, public, private, annual,
    poor, record, western, eastern, lengthy, quiet, rural, urban
    """
)
GIVEN = _choices(
    """
    Adela, Borut, Celso, Dunja, Edmar, Farida, Gorka, Hanne, Ilmari, Jovita, Kerem, Liv, Mirela, Nuno, Oona,
    Pavle, Rosa, Silvio
    """
)
FAMILY = _choices(
    """
    Almquist, Berisha, Caldeira, Drobnic, Echeverri, Fossum, Grubisic, Hartigan, Iturbe, Juhl, Kovalik,
    Lindqvist, Morawska
    """
)
TOWNS = _choices(
    """
    Abrantina, Belmora, Castrel, Dunholm, Estavar, Ferrolo, Grenstad, Hollvik, Isperna, Jarvanka, Kellmouth,
    Lorvina
    """
)
FIRMS = _choices(
    """
    Securities, Freight, Capital, Foods, Shipping, Insurance, Metals, Textiles
    """
)
KINDS = ((TWO, 5), (ONE, 5), (STANDING_IN, 4), (NONE, 6))
_SENTENCES = 18
START = date(2015, 1, 5)


def documents(count: int, seed: int = 1) -> Iterator[kg.Document]:
    """Articles of 18 sentences in six paragraphs, each of another day."""
    chance = random.Random(seed)
    rows = tables.load()
    countries = [row.name for row in rows.countries if row.end is None]
    people = [row.name for row in rows.people]
    told: set[str] = set()
    for index in range(count):
        named = chance.sample(countries, 3), chance.sample(people, 2)
        sentences: list[str] = []
        while len(sentences) < _SENTENCES:
            made = sentence(chance, *named)
            if made not in told:
                told.add(made)
                sentences.append(made)
        text = "\n".join(" ".join(sentences[i : i + 3]) for i in range(0, _SENTENCES, 3))
        yield kg.Document(id=f"agency-{index}", text=text, published=START + timedelta(days=index))


def sentence(chance: random.Random, countries: list[str], people: list[str]) -> str:
    """A sentence about some of these countries and people, and others of our making."""
    (kind,) = chance.choices([sentences for sentences, _ in KINDS], [share for _, share in KINDS])
    first, second = chance.sample(countries, 2)
    stranger = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    filled = chance.choice(kind).format(
        A=first,
        B=second,
        P=chance.choice(people),
        S=stranger,
        O=f"{chance.choice(TOWNS)} {chance.choice(FIRMS)}",
        T=chance.choice(TOWNS),
        goods=chance.choice(GOODS),
        field=chance.choice(FIELDS),
        adj=chance.choice(ADJECTIVES),
        n=chance.randint(3, 980),
        m=chance.randint(2, 60),
        day=chance.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        month=chance.choice(["January", "March", "April", "June", "August", "October", "November"]),
    )
    return filled[:1].upper() + filled[1:]
