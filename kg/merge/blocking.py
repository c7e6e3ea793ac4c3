"""Which mentions are compared: those that share a blocking key of action class, country of a participant, and month."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from kg.merge.compare import action_class, compare
from kg.model import SYMMETRIC, DateRange, Document, EventMention

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


class Pairs(NamedTuple):
    """Compared pairs, and those that were found to be two events for certain."""

    scored: dict[tuple[int, int], Pair]
    vetoed: frozenset[tuple[int, int]]


def pairs(mentions: Sequence[EventMention], documents: dict[str, Document]) -> Pairs:
    """Every pair of mentions that shares a block, compared once."""
    scored: dict[tuple[int, int], Pair] = {}
    vetoed: set[tuple[int, int]] = set()
    for members in _blocks(mentions, documents):
        for a, b in combinations(members, 2):
            if (a, b) in scored or (a, b) in vetoed:
                continue
            terms = compare(mentions[a], mentions[b], documents)
            if terms is None:
                vetoed.add((a, b))
            else:
                scored[a, b] = Pair(a, b, round(sum(terms.values()), 3), terms)
    return Pairs(scored, frozenset(vetoed))


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
    months = _months(mention.date, published)
    return {(action_class(mention), actor.country or actor.id, month) for actor in members for month in months}


def _months(when: DateRange | None, published: date | None) -> set[int]:
    """Months (counted from year 0) in which a mention may meet others.

    Those of its date and their neighbours; without a date of a season or less, those around its publication. The
    month of publication is always one, so that dated and undated mentions of one article meet.
    """
    told = {_month(published)} if published else {_NEVER}
    if when and when.earliest and when.latest and (when.latest - when.earliest).days <= _SEASON:
        return told | set(range(_month(when.earliest) - 1, _month(when.latest) + 2))
    return told | {month + step for month in told for step in (-1, 1)}


def _month(day: date) -> int:
    return 12 * day.year + day.month
