"""Group mentions: the most alike first, while the groups stay alike on average and no members exclude each other."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from kg.merge.blocking import Pair, Pairs
from kg.merge.compare import THRESHOLD
from kg.model import EventMention

_SAMPLE = 8


class Group(NamedTuple):
    """Positions of the mentions of one event, and the pairs that joined them."""

    members: tuple[int, ...]
    unions: tuple[Pair, ...]


def cluster(mentions: Sequence[EventMention], compared: Pairs) -> list[Group]:
    """Average-link grouping; ties are broken by position, so that the result is the same every time."""
    home = list(range(len(mentions)))
    members = {i: [i] for i in home}
    unions: dict[int, list[Pair]] = {i: [] for i in home}
    for pair in sorted(compared.scored.values(), key=lambda p: (-p.score, p.a, p.b)):
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


def _joins(left: Sequence[int], right: Sequence[int], compared: Pairs) -> bool:
    """Whether two groups are alike on average; of large groups the first members stand for all."""
    scores: list[float] = []
    for a, b in product(left[:_SAMPLE], right[:_SAMPLE]):
        key = (min(a, b), max(a, b))
        if key in compared.vetoed:
            return False
        if key in compared.scored:
            scores.append(compared.scored[key].score)
    return sum(scores) >= (THRESHOLD - 0.3) * len(scores)
