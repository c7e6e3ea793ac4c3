"""What the words around a name or a title say: which office, of which country or body, past or present."""

from collections.abc import Iterator

from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.phrases import LANDS, NounPhrase
from kg.actors.piece import Piece

_LOCAL = ("chancellor", "taoiseach", "emir", "sultan", "emperor")
_BODIES = ("organisation", "unlisted-organisation", "metonym", "ministry")


def pieces_of(phrase: NounPhrase) -> Iterator[Piece]:
    """The pieces around the head, nearest meaning first: before it, then behind "of"."""
    yield from phrase.before
    for follower in phrase.after:
        yield from follower.before
        yield follower.head


def lands(phrase: NounPhrase, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The ids of the countries that a phrase names around its head, in order."""
    around = list(pieces_of(phrase))
    named = [key for p in around if p.kind in LANDS and not p.bound for key in p.keys(*LANDS)[:1]]
    if not named:
        named = [c for p in around if (c := _indirect(p, gazetteer)) is not None]
    return tuple(dict.fromkeys(named))


def _indirect(piece: Piece, gazetteer: Gazetteer) -> str | None:
    """The country of a place, a ministry or a seat of power."""
    directory = gazetteer.directory
    if piece.kind == "place":
        governed = gazetteer.governs.get(piece.text)
        row = gazetteer.places.get(piece.keys("place")[0])
        iso = row.country if row else None
        return governed if governed in directory.countries else directory.country_of(iso) if iso else None
    if piece.kind == "metonym":
        actor = directory.any(directory.metonyms[piece.keys("metonym")[0]].refers_to)
        return directory.country_of(actor.country) if actor and actor.country else None
    if piece.kind == "ministry":
        return next((k.partition("@")[2] for k in piece.keys("ministry") if "@" in k), None)
    return None


def locality(phrase: NounPhrase, gazetteer: Gazetteer) -> str | None:
    """The place that a phrase belongs to where it names no country and the place is no seat of government."""
    around = list(pieces_of(phrase))
    if any(p.kind in (*LANDS, *_BODIES) for p in around):
        return None
    spots = [p.text for p in around if p.kind == "place" and p.text not in gazetteer.governs]
    return spots[0] if spots else None


def bodies(phrase: NounPhrase) -> tuple[Piece, ...]:
    """The pieces around the head that are organisations, ministries or seats of power."""
    return tuple(p for p in pieces_of(phrase) if p.kind in _BODIES)


def owners(phrase: NounPhrase, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The ids of the countries, or else of the listed organisations, that an office may be one of."""
    organisations = tuple(k for p in bodies(phrase) for k in p.keys("organisation")[:1])
    if not organisations and phrase.kind == "office":
        organisations = gazetteer.implied(phrase.head.text)
    return organisations or lands(phrase, gazetteer)


def offices(phrase: NounPhrase) -> tuple[str, ...]:
    """The ids of the offices that a phrase gives: its head's, or those of the titles before a name."""
    if lesser(phrase):
        return ()
    given = (phrase.head,) if phrase.kind == "office" else phrase.before
    return tuple(dict.fromkeys(k for p in given for k in _offices_of(phrase, p)))


def _offices_of(phrase: NounPhrase, title: Piece) -> tuple[str, ...]:
    """ "The Indian foreign secretary" heads a ministry's staff under the minister, whom others call secretary."""
    keys = title.keys("office")
    if not title.text.lower().endswith("secretary"):
        return keys
    named = {k for p in pieces_of(phrase) if p.kind in LANDS for k in p.keys(*LANDS)[:1]}
    if named.isdisjoint(usage("civil-secretaries")):
        return keys
    return ("deputy-foreign-minister",) if "foreign-minister" in keys else ()


def can_be_of(phrase: NounPhrase, country: str) -> bool:
    """Whether a country may give the title by that word: "the chancellor" is of Germany or Austria."""
    word = phrase.head.text.lower()
    return word not in _LOCAL or country in usage(f"{word}-led")


def lesser(phrase: NounPhrase) -> bool:
    """Whether "deputy", "shadow" or the like makes the title another office."""
    return any(word in usage("lesser") for word in phrase.words)


def past(phrase: NounPhrase) -> bool:
    """Whether the title is one that is no longer held."""
    return any(word in usage("past") for word in phrase.words)


def future(phrase: NounPhrase) -> bool:
    """Whether the title is not held yet: "-elect", "incoming"."""
    return any(word in usage("future") for word in phrase.words)


def acting(phrase: NounPhrase) -> bool:
    """Whether the title is held for somebody else: "acting president"."""
    return "acting" in phrase.words


def elected(phrase: NounPhrase) -> bool:
    """Whether it is settled who is to hold the title: "-elect", "designate"."""
    return any(word in usage("elected") for word in phrase.words)


def sex(phrase: NounPhrase) -> str:
    """ "m" or "f" where a word before the name tells, "" else."""
    words = {*phrase.words, *(w for p in phrase.before for w in p.text.lower().split())}
    if words & usage("missus"):
        return "f"
    return "m" if words & usage("mister") else ""
