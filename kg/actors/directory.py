"""The tables as one read-only book of actors: rows by id, people by surname, holders of an office on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kg.actors.fold import fold, slug
from kg.actors.tables import Country, Metonym, Ministry, Office, Organisation, Person, Tables, Term
from kg.model import Actor, ActorMention, Tenure

LEADERS = (
    "president",
    "prime-minister",
    "monarch",
    "supreme-leader",
    "crown-prince",
    "chief-executive",
    "military-ruler",
)
"""Offices whose holders are called the leader of a country."""

_WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Bahamas",
    "Gambia",
    "Comoros",
    "Seychelles",
    "Czech Republic",
    "Central African",
    "Dominican Republic",
    "Democratic Republic",
    "Republic of",
    "Soviet Union",
)
_NEAR = 3 * 365
_ELECT = 200
"""Most days between an election and the day on which who won it takes over (Mexico, until 2018: five months)."""
_DAYS_OF_A_YEAR = 365


class Directory:
    """Lookups over the rows of all tables."""

    def __init__(self, tables: Tables) -> None:
        self.countries: dict[str, Country] = {row.id: row for row in tables.countries}
        self.people: dict[str, Person] = {row.id: row for row in tables.people}
        self.offices: dict[str, Office] = {row.id: row for row in tables.offices}
        self.organisations: dict[str, Organisation] = {row.id: row for row in tables.organisations}
        self.ministries: dict[str, Ministry] = {row.id: row for row in tables.ministries}
        self.metonyms: dict[str, Metonym] = {row.name: row for row in tables.metonyms}
        self._of_person: dict[str, list[Term]] = defaultdict(list)
        self._of_post: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._preferred = tables.preferred
        for term in tables.terms:
            self._of_person[term.person].append(term)
            self._of_post[term.office, term.of].append(term)
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._given: dict[str, list[str]] = defaultdict(list)
        for person in tables.people:
            self._surnames[fold(person.surname).lower()].append(person.id)
            self._given[fold(person.name.split(" ")[0]).lower()].append(person.id)
        self._iso = {row.iso2: row.id for row in tables.countries if row.iso2 and row.end is None}

    def iso(self, country: str) -> str | None:
        """The ISO 3166-1 alpha-2 code of a country's id."""
        row = self.countries.get(country)
        return row.iso2 if row and row.iso2 else None

    def code(self, actor: Actor | ActorMention) -> str | None:
        """The ISO 3166-1 alpha-3 code of the country that an actor is or acts for, a past state's too."""
        row = self.countries.get(actor.id if actor.kind == "country" else self._iso.get(actor.country or "", ""))
        return row.iso3 if row and row.iso3 else None

    def country_of(self, iso: str) -> str | None:
        """The id of the present country with an ISO code."""
        return self._iso.get(iso)

    def homeland(self, actor: Actor) -> str | None:
        """The id of the present country of an actor, its own if it is one."""
        return actor.id if actor.kind == "country" else self._iso.get(actor.country or "")

    def country(self, key: str) -> Actor:
        """A country as an actor."""
        row = self.countries[key]
        return Actor(id=row.id, label=row.name, kind="country", country=row.iso2 or None, wikidata=row.wikidata or None)

    def at(self, key: str, day: date | None) -> str:
        """The state in a country's place on a day before it began: the Soviet Union for Russia in 1985."""
        row = self.countries.get(key)
        if row is None or day is None or row.start is None or row.start <= day:
            return key
        earlier = [r.id for r in self.countries.values() if r.successor == key and r.end is not None and r.end >= day]
        return earlier[0] if len(earlier) == 1 else key

    def person(self, key: str) -> Actor:
        """A listed person as an actor."""
        row = self.people[key]
        country = self.iso(row.country)
        return Actor(id=row.id, label=row.name, kind="person", country=country, wikidata=row.wikidata or None)

    def body_of(self, group: str) -> Actor | None:
        """The organisation of which a group is a part, by the group's id ("leaders-of-european-union")."""
        owner = group.partition("-of-")[2]
        return self.organisation(owner) if owner in self.organisations else None

    def organisation(self, key: str) -> Actor:
        """A listed organisation as an actor."""
        row = self.organisations[key]
        country = self.iso(row.country)
        return Actor(id=row.id, label=row.name, kind="organisation", country=country, wikidata=row.wikidata or None)

    def ministry(self, key: str, country: str) -> Actor:
        """A country's ministry: its own name where the table gives one, the pattern's else."""
        row = self.ministries[key]
        special = row.specials.get(country)
        label = special[0] if special else row.label.replace("{country}", _with_article(self.countries[country].name))
        kind = "country" if label == self.countries[country].name else "organisation"
        if kind == "country":
            return self.country(country)
        return Actor(id=slug(label), label=label, kind="organisation", country=self.iso(country))

    def ministries_of(self, country: str) -> dict[str, str]:
        """The kinds of a country's ministries (ids of ministries.csv) by the ids of the actors they are."""
        return {self.ministry(key, country).id: key for key in self.ministries}

    def any(self, key: str) -> Actor | None:
        """The actor that a metonym refers to: a country, an organisation, or a country's ministry ("france-navy")."""
        if key in self.countries:
            return self.country(key)
        if key in self.organisations:
            return self.organisation(key)
        for ministry in self.ministries:
            country = key.removesuffix(f"-{ministry}")
            if country != key and country in self.countries:
                return self.ministry(ministry, country)
        return None

    def surnamed(self, surname: str) -> tuple[str, ...]:
        """The ids of the people with a surname."""
        return tuple(self._surnames.get(fold(surname).lower(), ()))

    def called(self, given: str) -> tuple[str, ...]:
        """The ids of the people with a first name."""
        return tuple(self._given.get(fold(given).lower(), ()))

    def terms(self, person: str) -> tuple[Term, ...]:
        """A person's terms of office."""
        return tuple(self._of_person.get(person, ()))

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """A person's terms of office, each with the name of the post; none for whom no table has."""
        return tuple(self._tenure(term) for term in self._of_person.get(person, ()))

    def _tenure(self, term: Term) -> Tenure:
        title = self.offices[term.office].titles[0].removesuffix("?")
        state, body = self.countries.get(term.of), self.organisations.get(term.of)
        whose = f" of {_with_article(state.name)}" if state else f", {body.name}" if body else ""
        return Tenure(
            holder=term.person,
            post=f"{title[0].upper()}{title[1:]}{whose}",
            office=term.office,
            of=term.of,
            title=term.title,
            country=self.iso(term.of if state else body.country if body else ""),
            start=term.start,
            end=term.end,
        )

    def holders(self, offices: Iterable[str], of: str, day: date, acting: bool = False) -> tuple[str, ...]:
        """Who held one of the offices of a country or an organisation on a day; who took over that day, alone.

        Where one holds an office and another acts for him, `acting` asks for the latter.
        Terms that `Tables.preferred` has outrank others: a new holder need not wait for a table to end the old one's.
        """
        terms = [t for office in offices for t in self._of_post.get((office, of), ()) if serves(t, day)]
        best = [t for t in terms if t in self._preferred] or terms
        fresh = [t for t in best if t.start == day] or best
        asked = [t for t in fresh if ("Acting" in t.title) == acting] or fresh
        return tuple(dict.fromkeys(t.person for t in asked))

    def successor(self, offices: Iterable[str], of: str, day: date) -> str | None:
        """Who takes one of the offices next, within the months that lie between an election and an oath."""
        terms = [t for office in offices for t in self._of_post.get((office, of), ()) if t.start and t.start > day]
        first = min(terms, key=lambda t: t.start or date.max, default=None)
        return first.person if first and first.start and (first.start - day).days <= _ELECT else None

    def posts(self, person: str, day: date | None) -> tuple[tuple[str, str], ...]:
        """The offices that a person held on a day, each with what it is an office of; all of them without a day."""
        terms = self._of_person.get(person, ())
        return tuple(dict.fromkeys((t.office, t.of) for t in terms if day is None or serves(t, day)))

    def current(self, person: str, day: date) -> bool:
        """Whether a person holds an office about a day: on it, up to three years before or a year after."""
        return any(gap(t, day) <= _NEAR for t in self._of_person.get(person, ()))

    def nearest(self, people: Iterable[str], day: date) -> str | None:
        """The person whose terms are nearest to a day; None where two are equally near."""
        ranked = sorted((min((gap(t, day) for t in self.terms(p)), default=10**6), p) for p in dict.fromkeys(people))
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


def _with_article(country: str) -> str:
    """The name of a country as it stands after "of": the Netherlands, the United States, Peru."""
    return f"the {country}" if country.startswith(_WITH_ARTICLE) or country.endswith("Islands") else country


def serves(term: Term, day: date) -> bool:
    """Whether a term covers a day."""
    return (term.start is None or term.start <= day) and (term.end is None or day <= term.end)


def gap(term: Term, day: date) -> int:
    """Days between a term and a day; those before a term begins count threefold."""
    if term.start is not None and day < term.start:
        return 3 * (term.start - day).days
    return max(0, (day - term.end).days) if term.end is not None else 0
