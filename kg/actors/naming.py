"""From a noun phrase that carries its own name to the actors it names."""

from collections.abc import Callable

from msgspec.structs import replace

from kg.actors import titles
from kg.actors.bodies import Bodies
from kg.actors.cast import Cast
from kg.actors.fold import slug
from kg.actors.gazetteer import Gazetteer
from kg.actors.groups import Groups
from kg.actors.lexicon import place_id
from kg.actors.marks import Mark, mark
from kg.actors.phrases import NAMES, NounPhrase
from kg.actors.places import governs
from kg.actors.reading import Reading
from kg.actors.setting import Setting
from kg.actors.syntax import root, top
from kg.model import Actor
from kg.parse import Sentence
from kg.parse.tree import Token

_WHERE = ("in", "at", "inside", "outside", "to", "from", "near")
_COUNTED = ("the", "a", "an", "two", "three", "four", "five", "some", "many", "several")


class Namer:
    """Settles the phrases of one document that need no look at what was said before."""

    def __init__(self, gazetteer: Gazetteer, cast: Cast, setting: Setting) -> None:
        self.gazetteer = gazetteer
        self.groups = Groups(gazetteer, cast)
        self._directory = gazetteer.directory
        self._cast = cast
        self._setting = setting
        self._bodies = Bodies(gazetteer, setting)
        self._rules: dict[str, Callable[[NounPhrase, Token], Reading | None]] = {
            "country": self._country,
            "adjective": self._adjective,
            "prefix": lambda phrase, _: self._land(phrase, "prefix", "gazetteer:adjective"),
            "place": self._place,
            "unlisted-place": lambda phrase, _: self._unlisted_place(phrase),
            "metonym": self._metonym,
            "organisation": lambda phrase, _: self._bodies.organisation(phrase),
            "unlisted-organisation": lambda phrase, _: self._bodies.unlisted(phrase),
            "doubtful": lambda phrase, token: self._bodies.doubtful(phrase, _before(token)),
            "ministry": lambda phrase, _: self._bodies.ministry(phrase),
            "office": self._office,
            "agent": lambda phrase, _: self.groups.agent(phrase),
        }

    def name(self, sentence: Sentence, phrase: NounPhrase, beside: NounPhrase | None) -> tuple[Mark, ...]:
        """The mark of a phrase; where that hangs on other sentences, or is nobody, those of the names in it.

        `beside` is a name that stands in apposition to a title.
        """
        token = root(sentence.doc[phrase.start : phrase.end])
        reading = self._read(phrase, token, beside) or self._latest(sentence, phrase)
        if reading is not None:
            # "Summoned the Malian ambassador to Chad": where he is sent is named by itself.
            sent = [m for post in phrase.posted for m in self.name(sentence, post, None)]
            whole = replace(phrase, end=phrase.head.end) if sent else phrase
            return (self.mark(sentence, whole, reading), *sent)
        parts = [NounPhrase(p.start, p.end, p) for p in phrase.before if p.kind not in ("agent", "office", "ministry")]
        inner = (m for part in (*parts, *phrase.after, *phrase.posted) for m in self.name(sentence, part, None))
        return tuple(inner)

    def mark(self, sentence: Sentence, phrase: NounPhrase, reading: Reading) -> Mark:
        """A phrase's place in its sentence with what it was read as."""
        actors, rule, sex, plural, body = reading
        if rule == "place:capital":
            return mark(sentence, phrase.start, phrase.end + 1, actors, rule)
        noun = phrase.head.text.lower() if phrase.kind in ("office", "agent", "ministry") else ""
        if phrase.kind == "metonym":
            noun = phrase.head.text.rpartition(" ")[2].lower()
        chars = _first(sentence, phrase), _last(sentence, phrase)
        return mark(sentence, phrase.start, phrase.end, actors, rule, chars, sex, noun, plural, body)

    def _read(self, phrase: NounPhrase, token: Token, beside: NounPhrase | None) -> Reading | None:
        if phrase.kind in NAMES:
            return self._person(phrase)
        found = self._cast.person(beside) if beside is not None else None
        if found is not None:
            return Reading((found[0].actor,), "apposition", found[0].sex)
        rule = self._rules.get(phrase.kind)
        return rule(phrase, token) if rule is not None else None

    def _person(self, phrase: NounPhrase) -> Reading | None:
        found = self._cast.person(phrase)
        if found is None:
            return None
        member, rule = found
        country = self._directory.country_of(member.actor.country or "")
        body = self._bodies.inside(phrase, country)
        return Reading((member.actor,), rule, member.sex or titles.sex(phrase), body=body)

    def _latest(self, sentence: Sentence, phrase: NounPhrase) -> Reading | None:
        """ "Wang", where two of that name make news, is the one of whom the text has just told."""
        member = self._cast.latest(phrase, sentence.index) if phrase.kind in NAMES else None
        return Reading((member.actor,), "coref:surname", member.sex) if member is not None else None

    def _office(self, phrase: NounPhrase, token: Token) -> Reading | None:
        if "spokesperson" in titles.offices(phrase):
            return self._bodies.spokesperson(phrase)
        return self.groups.office(phrase, token)

    def _land(self, phrase: NounPhrase, kind: str, rule: str) -> Reading:
        return Reading((self._directory.country(phrase.head.keys(kind)[0]),), rule)

    def _country(self, phrase: NounPhrase, token: Token) -> Reading:
        return self._land(phrase, "country", "gazetteer:adjective" if _modifies(token) else "gazetteer:country")

    def _adjective(self, phrase: NounPhrase, token: Token) -> Reading:
        reading = self._land(phrase, "adjective", "gazetteer:adjective")
        country = reading.actors[0]
        last = token.doc[phrase.end - 1]
        if last.i + 1 < len(token.doc) and last.nbor().lower_ == "capital":
            return self._capital(country) or reading
        if (
            last.tag_ in ("NNS", "NNPS")
            or self._is_plural(last, country)
            or (_heads(last) and last.i and last.nbor(-1).lower_ in _COUNTED)
        ):
            return Reading((_people(phrase, last, country),), "group:nationals", plural=True)
        return reading

    def _is_plural(self, word: Token, country: Actor) -> bool:
        """ "Liberians", also where the tagger takes it for one name."""
        names = self._directory.countries[country.id].adjectives
        return word.text.endswith("s") and {word.text, word.text[:-1]} <= set(names)

    def _capital(self, country: Actor) -> Reading | None:
        """ "the Russian capital"."""
        names = self._directory.countries[country.id].capital
        spots = self.gazetteer.spots(names[0]) if names else ()
        own = [row.id for row in spots if row.country == country.country]
        return Reading((self._place_of((own or names)[0]),), "place:capital") if names else None

    def _place(self, phrase: NounPhrase, token: Token) -> Reading:
        key = phrase.head.keys("place")[0]
        place = self._place_of(key)
        governed = self.gazetteer.seat(place.label, place.country)
        actor = (
            self._directory.any(self._directory.at(governed, self._setting.day))
            if governed and governs(token)
            else None
        )
        if actor is not None:
            return Reading((actor,), "metonym:capital")
        return Reading((place,), "gazetteer:place")

    def _place_of(self, key: str) -> Actor:
        row = self.gazetteer.places.get(key)
        if row is not None:
            return Actor(id=row.id, label=row.label, kind="place", country=row.country)
        country = self._directory.iso(self.gazetteer.governs.get(key, ""))
        return Actor(id=slug(key), label=key, kind="place", country=country)

    def _unlisted_place(self, phrase: NounPhrase) -> Reading:
        """A place that no table has: "Paris, Texas", a village that the tagger found."""
        text, country = phrase.head.text, phrase.head.keys("unlisted-place")[0] or None
        key = place_id(text, country if self.gazetteer.spots(text) else None)
        return Reading((Actor(id=key, label=text, kind="place", country=country),), "place:unlisted")

    def _metonym(self, phrase: NounPhrase, token: Token) -> Reading | None:
        """The government in a seat of power; the house itself after "in" and "at"."""
        row = self._directory.metonyms[phrase.head.keys("metonym")[0]]
        actor = self._directory.any(row.refers_to)
        if actor is None:
            return None
        if (spots := self.gazetteer.spots(row.name)) and not governs(token):
            return Reading((self._place_of(spots[0].id),), "gazetteer:place")
        if token.dep_ == "pobj" and token.head.lower_ in _WHERE and not governs(token):
            house = Actor(id=slug(row.name), label=row.name, kind="place", country=actor.country)
            return Reading((house,), "gazetteer:place")
        return Reading((actor,), "metonym:seat")


def _people(phrase: NounPhrase, last: Token, country: Actor) -> Actor:
    """The people of a country; an ethnic group of that name lives anywhere."""
    label = phrase.head.text
    if last.i > 0 and last.nbor(-1).lower_ == "ethnic":
        return Actor(id=slug(f"ethnic {label}"), label=f"Ethnic {label}", kind="group")
    return Actor(id=f"people-of-{country.id}", label=label, kind="group", country=country.country)


def _first(sentence: Sentence, phrase: NounPhrase) -> int:
    edge = phrase.before[0] if phrase.before else phrase.head
    return edge.first if edge.start == phrase.start else sentence.doc[phrase.start].idx


def _last(sentence: Sentence, phrase: NounPhrase) -> int:
    if phrase.end == phrase.head.end:
        return phrase.head.last
    token = sentence.doc[phrase.end - 1]
    return token.idx + len(token.text)


def _modifies(token: Token) -> bool:
    """Whether a country's name only modifies: "Ukraine war", "Russia-China trade"."""
    first = top(token)
    while first.dep_ in ("compound", "nmod") and first.head.pos_ == "PROPN" and first.head.i > first.i:
        first = top(first.head)
    # "Russia, China veto plan": the parser leaves the first of a headline's subjects loose.
    loose = first.dep_ == "npadvmod" and first.i + 1 < len(first.doc) and first.nbor().text == ","
    return first.dep_ in ("compound", "amod", "nmod", "npadvmod") and not loose


def _heads(token: Token) -> bool:
    return top(token).dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative")


def _before(token: Token) -> str:
    """The word before a token, empty for the first of a sentence."""
    return token.doc[token.i - 1].text if token.i else ""
