"""How alike two mentions are, as named terms that add up, and what keeps them apart whatever else agrees.

Terms are in points; `THRESHOLD` of them make one event. Both mentions' actors, targets, dates and places are
compared at the grain that they share: a leader counts, for less, as his country, and a day as part of its month.
"""

from collections.abc import Sequence
from datetime import date

from kg.model import REAL, SYMMETRIC, ActorMention, DateRange, Document, EventMention

THRESHOLD = 3.0

CLASSES: dict[str, str] = {"meet": "talks", "call": "talks", "visit": "visit", "host": "visit"}
"""Types that reporters use for one another; each other type is a class of its own."""

_BROAD = frozenset({"announce", "agree", "support", "cooperate", "aid", "request", "propose", "accuse", "reject"})
"""Types that hold many kinds of deeds: two sides that cooperate in trade and in arms do two things."""

PATIENCE = {True: 45, False: 150}
"""Days between two reports of which one is undated: of what happened, and of what is planned."""
_NEWS = 4
"""Days for which an article may go on telling a thing as news."""
_SLACK = {True: 1, False: 62}
"""Days by which two dates may miss each other: for what happened, and for plans, whose dates move."""


def action_class(mention: EventMention) -> str:
    """The class of types within which mentions are compared."""
    return CLASSES.get(mention.type, mention.type)


def compare(a: EventMention, b: EventMention, documents: dict[str, Document]) -> dict[str, float] | None:
    """The terms of likeness of two mentions of one action class; None where they can't be one event."""
    who = _participants(a, b)
    when = _dates(a, b, documents)
    if who is None or when is None:
        return None
    terms = {"action": _actions(a, b), "participants": who, "date": when}
    terms["place"] = _places(a, b)
    terms["status"] = _statuses(a, b)
    terms["report"] = _reports(a, b, documents)
    return {name: round(points, 3) for name, points in terms.items() if points}


def _actions(a: EventMention, b: EventMention) -> float:
    """One type, or types of one class; of broad types other words for it are as a rule another deed."""
    if a.type != b.type:
        return 0.5
    return -1.0 if a.type in _BROAD and a.action != b.action else 1.0


def _participants(a: EventMention, b: EventMention) -> float | None:
    if a.type in SYMMETRIC and b.type in SYMMETRIC:
        return _pooled((*a.actors, *a.targets), (*b.actors, *b.targets))
    actors, targets = _side(a.actors, b.actors), _side(a.targets, b.targets)
    if actors == 0 or (a.targets and b.targets and targets == 0):
        return None
    # Without any target the actor alone says little: "Moscow rejected" may be said of many things.
    return actors + (targets if a.targets or b.targets else 0.5)


def _pooled(a: Sequence[ActorMention], b: Sequence[ActorMention]) -> float | None:
    """Two of those who meet must be the same; that one of them meets others too makes no second meeting."""
    short, long = sorted((a, b), key=len)
    alike = sorted((max(_same(x, y) for y in long) for x in short), reverse=True)
    return sum(alike[:2]) if len(alike) > 1 and alike[1] > 0 else None


def _side(a: Sequence[ActorMention], b: Sequence[ActorMention]) -> float:
    """How much of the shorter of two lists of actors stands in the longer, 0 to 1."""
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    return sum(max(_same(x, y) for y in long) for x in short) / len(short)


def _same(a: ActorMention, b: ActorMention) -> float:
    """1 for one actor, less for an actor and the country that he or it stands for."""
    if a.id == b.id:
        return 1.0
    if a.country is None or a.country != b.country:
        return 0.0
    return 0.6 if "country" in (a.kind, b.kind) else 0.0


def _dates(a: EventMention, b: EventMention, documents: dict[str, Document]) -> float | None:
    if a.date is None or b.date is None:
        return _undated(a, b, documents)
    gap = days_apart(a.date, b.date)
    if gap == 0:
        return 1.5 if width(a.date) <= 31 and width(b.date) <= 31 else 1.0
    both_real = a.status in REAL and b.status in REAL
    if a.document == b.document and not (a.date.text and b.date.text) and gap <= _NEWS:
        # A day that only the date line gave yields to one that the text gives.
        return 0.5
    if gap <= _SLACK[both_real or (a.status in REAL) != (b.status in REAL)]:
        return 0.2 if not both_real else 0.5
    return None


def _undated(a: EventMention, b: EventMention, documents: dict[str, Document]) -> float | None:
    """Without a date on both sides, reports within some weeks may mean one event, plans within some months."""
    days = _publication_gap(a, b, documents)
    if days is None:
        return 0.0
    patience = PATIENCE[a.status in REAL and b.status in REAL]
    return 0.5 if days == 0 else 0.0 if days <= patience else -1.0


def days_apart(a: DateRange, b: DateRange) -> int:
    """Days between two ranges, 0 where they touch."""
    a_first, a_last = a.earliest or date.min, a.latest or date.max
    b_first, b_last = b.earliest or date.min, b.latest or date.max
    return max(0, (max(a_first, b_first) - min(a_last, b_last)).days)


def width(when: DateRange) -> int:
    """Days in a range."""
    return ((when.latest or date.max) - (when.earliest or date.min)).days + 1


def _publication_gap(a: EventMention, b: EventMention, documents: dict[str, Document]) -> int | None:
    first, second = documents[a.document].published, documents[b.document].published
    return abs((first - second).days) if first and second else None


def _places(a: EventMention, b: EventMention) -> float:
    if a.place is None or b.place is None:
        return 0.0
    if a.place.id == b.place.id:
        return 0.7
    return 0.3 if a.place.country and a.place.country == b.place.country else -1.0


def _statuses(a: EventMention, b: EventMention) -> float:
    """A plan and its fulfilment are one event, but in one article they are as a rule two."""
    if (a.status in REAL) == (b.status in REAL):
        return 0.3
    return -1.2 if a.document == b.document else -0.3


def _reports(a: EventMention, b: EventMention, documents: dict[str, Document]) -> float:
    if a.document == b.document:
        return 0.5
    days = _publication_gap(a, b, documents)
    return 0.2 if days is not None and days <= 7 else 0.0
