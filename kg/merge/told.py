"""What merging looks at in a mention: plain numbers and ids, taken from it, its document and its story once."""

import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import msgspec

from kg.merge.stories import Story
from kg.merge.words import stems, telling
from kg.model import (
    REAL,
    SYMMETRIC,
    ActionType,
    ActorKind,
    ActorMention,
    Document,
    EventMention,
    Place,
    PlaceKind,
    Status,
)
from kg.resources import ontology
from kg.tables import lines

_CLASSES: Mapping[str, str] = {"meet": "talks", "call": "talks", "visit": "visit"}
"""Types that reporters use for one another; each other type is a class of its own."""

_HOSTING = ({"host", "meet", "call"}, {"host", "visit"})
"""Who hosts somebody meets him, and is visited."""

_BITS = 192
"""Width of the signature of a sentence's words; ten words of two sentences meet by chance in half a bit."""
_NO_DAY = 0


class Party(msgspec.Struct, frozen=True, gc=False):
    """A participant; `standing` is 2 where tables say who it is, 1 for another person's name, 0 for a description."""

    id: str
    country: str | None
    is_country: bool
    standing: int


Side = tuple[Party, ...]


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place, and what it is; `kind` is None where no table says it."""

    id: str
    country: str | None
    kind: PlaceKind | None

    @property
    def whole_country(self) -> bool:
        """Whether it is no narrower than a country."""
        return self.kind == "country"


class Told(msgspec.Struct, frozen=True, gc=False):
    """One mention as merging sees it.

    `kind` is a class of types within which mentions are compared; where both sides do the same thing (`symmetric`), all
    who take part are `actors`.
    `deeds` are the words of the action, each of a set of synonyms as one; `first` and `last` are days (proleptic
    ordinals) of the date, both 0 where it has none (is not `dated`), `width` is how many; `said` tells a date of the
    text from one of the day of publication; `day` is the day by which mentions are sorted, the first of the date, else
    that of publication; `real` is what took place; `text` is a signature of the sentence's words,
    `words` the bits that are set in it.
    """

    document: str
    story: Story
    outlet: str | None
    published: int
    type: ActionType
    kind: str
    symmetric: bool
    action: str
    cameo: str
    deeds: frozenset[str]
    actors: Side
    targets: Side
    place: Spot | None
    first: int
    last: int
    dated: bool
    width: int
    day: int
    said: bool
    status: Status
    real: bool
    text: int
    words: int


def describe(mention: EventMention, document: Document, story: Story) -> Told:
    """What merging looks at in a mention of a document that belongs to a story."""
    when = mention.date
    kind = _kind(mention)
    symmetric = kind == "talks" or mention.type in SYMMETRIC or is_mutual(mention)
    sides = (mention.targets, mention.actors) if mention.type == "host" else (mention.actors, mention.targets)
    actors, targets = ((*sides[0], *sides[1]), ()) if symmetric else sides
    published = document.published.toordinal() if document.published else _NO_DAY
    text = _signature(mention, document.text)
    first = (when.earliest or date.min).toordinal() if when else _NO_DAY
    last = (when.latest or date.max).toordinal() if when else _NO_DAY
    return Told(
        document=document.id,
        story=story,
        outlet=document.outlet,
        published=published,
        type=mention.type,
        kind=kind,
        symmetric=symmetric,
        action=mention.action,
        cameo=mention.cameo,
        deeds=deeds(mention.action),
        actors=_side(actors),
        targets=_side(targets),
        place=_spot(mention.place),
        first=first,
        last=last,
        dated=when is not None,
        width=last - first + 1,
        day=first if first > 1 else published,
        said=bool(when and when.text),
        status=mention.status,
        real=mention.status in REAL,
        text=text,
        words=text.bit_count(),
    )


def is_mutual(mention: EventMention) -> bool:
    """Whether those who act are those who are acted on: a clash, in which each does it to the other."""
    return bool(mention.actors) and {m.id for m in mention.actors} == {m.id for m in mention.targets}


def _kind(mention: EventMention) -> str:
    """Who receives a guest in person talks with him; the country that hosts one, not talks of others, is visited."""
    if mention.type != "host":
        return _CLASSES.get(mention.type, mention.type)
    in_person = all(any(m.kind == "person" for m in side) for side in (mention.actors, mention.targets))
    for_others = len(mention.targets) > 1 and all(m.kind == "country" for m in mention.targets)
    return "talks" if in_person else "host" if for_others else "visit"


def may_be_one(a: ActionType, b: ActionType) -> bool:
    """Whether reporters may use two types for one event."""
    return a == b or any({a, b} <= types for types in _HOSTING)


@lru_cache(maxsize=100_000)
def deeds(action: str) -> frozenset[str]:
    """The deeds that the words of an action may name; synonyms count as one, light verbs hardly."""
    synonyms, light = _synonyms()
    found = list(stems(action)) or action.lower().split()
    telling = [word for word in found if word not in light] or [word for word in found if word in synonyms]
    return frozenset(deed for word in telling for deed in synonyms.get(word, (word,)))


@lru_cache(maxsize=1)
def _synonyms() -> tuple[dict[str, list[str]], frozenset[str]]:
    """The deeds of each word of synonyms.txt, and the words of light.txt, both without endings."""
    table: dict[str, list[str]] = {}
    for number, line in lines(ontology("lexicon") / "synonyms.txt"):
        for word in dict.fromkeys(stems(line)):
            table.setdefault(word, []).append(f"{number}")
    return table, frozenset(w for _, line in lines(ontology("lexicon") / "light.txt") for w in stems(line))


def _spot(place: Place | None) -> Spot | None:
    return _same_spot(place.id, place.country, place.kind) if place else None


@lru_cache(maxsize=100_000)
def _same_spot(id_: str, country: str | None, kind: PlaceKind | None) -> Spot:
    return Spot(id_, country, kind)


def _side(mentions: Iterable[ActorMention]) -> Side:
    return tuple(sorted({_party(m.id, m.country, m.kind, m.wikidata is not None) for m in mentions}, key=_order))


@lru_cache(maxsize=100_000)
def _party(id_: str, country: str | None, kind: ActorKind, listed: bool) -> Party:
    standing = 0 if kind == "group" else 2 if listed or country is not None else int(kind == "person")
    return Party(id_, country, kind == "country", standing)


def _order(party: Party) -> tuple[str, str]:
    return party.id, party.country or ""


def _signature(mention: EventMention, text: str) -> int:
    """One bit for each telling word of the sentence, without the names of who takes part."""
    names = _words(mention.trigger.text).union(*[_words(m.text) for m in (*mention.actors, *mention.targets)])
    signature = 0
    for word in set(telling(text[mention.sentence.start : mention.sentence.end])) - names:
        signature |= _bit(word)
    return signature


@lru_cache(maxsize=100_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(telling(name))


@lru_cache(maxsize=100_000)
def _bit(word: str) -> int:
    return 1 << zlib.crc32(word.encode()) % _BITS
