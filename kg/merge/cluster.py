"""Group mentions: the most alike first, while the groups stay alike on average and no members exclude each other."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from kg.merge.blocking import Comparisons, Pair
from kg.merge.compare import THRESHOLD
from kg.model import EventMention

_SAMPLE = 8


class Group(NamedTuple):
    """Positions of the mentions of one event, and the pairs that joined them."""

    members: tuple[int, ...]
    unions: tuple[Pair, ...]


def cluster(mentions: Sequence[EventMention], compared: Comparisons) -> list[Group]:
    """Average-link grouping; ties are broken by position, so that the result is the same every time."""
    home = list(range(len(mentions)))
    members = {i: [i] for i in home}
    unions: dict[int, list[Pair]] = {i: [] for i in home}
    for pair in compared.candidates():
        if pair.score < THRESHOLD:
            break
        left, right = home[pair.a], home[pair.b]
        if left == right or not _joins(members[left], members[right], compared):
            continue
        left, right = min(left, right), max(left, right)
        for i in members[right]:
            home[i] = left
        members[left] = sorted(members[left] + members.pop(right))
        unions[left] += [*unions.pop(right), pair]
    return [Group(tuple(found), tuple(unions[i])) for i, found in sorted(members.items())]


def _joins(left: Sequence[int], right: Sequence[int], compared: Comparisons) -> bool:
    """Whether two groups are alike on average and no two members exclude each other.

    Of large groups the first members stand for all.
    """
    found = [compared.between(a, b) for a, b in product(left[:_SAMPLE], right[:_SAMPLE])]
    scores = [pair.score for pair in found if pair is not None]
    return len(scores) == len(found) and sum(scores) >= (THRESHOLD - 0.3) * len(scores)
