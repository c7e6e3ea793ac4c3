"""Which mentions are compared: those that share a blocking key of action class, country of a participant, and month."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from kg.merge.compare import PATIENCE, action_class, compare
from kg.model import REAL, SYMMETRIC, Document, EventMention

Key = tuple[str, str, int]
_SEASON = 93
"""Days up to which a date is narrow enough to say in which months its event may be."""
_NEVER = 0


class Pair(NamedTuple):
    """Two mentions by position, their likeness and its terms."""

    a: int
    b: int
    score: float
    terms: dict[str, float]


class Comparisons:
    """The likeness of mentions, each pair looked at once: those of a block first, others when groups meet."""

    def __init__(self, mentions: Sequence[EventMention], documents: dict[str, Document]) -> None:
        self._mentions = mentions
        self._documents = documents
        self._known: dict[tuple[int, int], Pair | None] = {}

    def candidates(self) -> list[Pair]:
        """Every pair of mentions that shares a block and may be one event, the most alike first."""
        keys = {pair for block in _blocks(self._mentions, self._documents) for pair in combinations(block, 2)}
        found = [pair for a, b in keys if (pair := self.between(a, b)) is not None]
        return sorted(found, key=lambda p: (-p.score, p.a, p.b))

    def between(self, a: int, b: int) -> Pair | None:
        """The likeness of two mentions by position; None where they are two events for certain."""
        key = (min(a, b), max(a, b))
        if key not in self._known:
            terms = compare(self._mentions[key[0]], self._mentions[key[1]], self._documents)
            self._known[key] = None if terms is None else Pair(*key, round(sum(terms.values()), 3), terms)
        return self._known[key]


def _blocks(mentions: Sequence[EventMention], documents: dict[str, Document]) -> Iterator[list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _keys(mention, documents[mention.document].published):
            blocks[key].append(position)
    for key in sorted(blocks):
        yield blocks[key]


def _keys(mention: EventMention, published: date | None) -> set[Key]:
    """One key for each actor and month; for symmetric types the participants of both sides count."""
    members = (*mention.actors, *mention.targets) if mention.type in SYMMETRIC else mention.actors
    months = _months(mention, published)
    return {(action_class(mention), actor.country or actor.id, month) for actor in members for month in months}


def _months(mention: EventMention, published: date | None) -> set[int]:
    """Months (counted from year 0) in which a mention may meet others.

    Those of its date and their neighbours; without a date of a season or less, those around its publication, for a
    plan also those in which it may be fulfilled. The month of publication is always one, so that dated and undated
    mentions of one article meet.
    """
    when = mention.date
    told = {_month(published)} if published else {_NEVER}
    if when and when.earliest and when.latest and (when.latest - when.earliest).days <= _SEASON:
        return told | set(range(_month(when.earliest) - 1, _month(when.latest) + 2))
    ahead = 1 if mention.status in REAL else PATIENCE[False] // 30
    return told | {month + step for month in told for step in range(-1, ahead + 1)}


def _month(day: date) -> int:
    return 12 * day.year + day.month
