"""Group mentions: the most alike first, while the groups stay alike on average and no members exclude each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kg.merge.blocking import Pair, Pairs
from kg.merge.compare import THRESHOLD, Apart, compare
from kg.merge.components import roots
from kg.merge.told import Told

JUDGED = 99.0
"""Score of a pair that a person has judged to be one event; the same below 0 of one judged to be two."""
_SAMPLE = 8
"""Members that stand for a large group."""
_SLACK = 0.5
"""Points by which two groups may on average be less alike than two mentions."""
_MARGIN = 0.3
"""Points by which a group that names no day must be closer to one event than to the next one of its kind."""
_VAGUE = 7
"""Days of a date beyond which it fits several events of one kind."""


class Group(NamedTuple):
    """Positions of the mentions of one event, and the pairs that joined them."""

    members: tuple[int, ...]
    unions: tuple[Pair, ...]


def cluster(mentions: Sequence[Told], candidates: Pairs) -> list[Group]:
    """The groups of all mentions, by their first member; each component of likely pairs is grouped by itself."""
    score = candidates.score
    likely = candidates.where((score >= THRESHOLD) & (score < JUDGED) | (score == -JUDGED))
    found = [
        Group(
            tuple(members[i] for i in group.members),
            tuple(Pair(members[p.a], members[p.b], p.score) for p in group.unions),
        )
        for members, inside in components(len(mentions), likely)
        for group in component_groups([mentions[i] for i in members], inside)
    ]
    return _united(sorted(found), list(candidates.where(np.abs(score) == JUDGED)))


def _united(groups: Sequence[Group], judged: Sequence[Pair]) -> list[Group]:
    """The groups with those made one that hold two mentions judged to be of one event, unless that joins what was
    judged to be two."""
    home = {i: group for group in groups for i in group.members} if judged else {}
    apart = [p for p in judged if p.score < 0]
    for pair in judged:
        left, right = home[pair.a], home[pair.b]
        if pair.score > 0 and left != right and not any({home[p.a], home[p.b]} == {left, right} for p in apart):
            both = Group(tuple(sorted(left.members + right.members)), (*left.unions, *right.unions, pair))
            home |= dict.fromkeys(both.members, both)
    return sorted(set(home.values())) if judged else list(groups)


def components(size: int, pairs: Pairs) -> Iterator[tuple[list[int], list[Pair]]]:
    """The members of each connected component of 0 … size - 1, and its pairs by position among them."""
    root = roots(size, pairs.a, pairs.b)
    members = np.argsort(root, kind="stable")
    firsts, starts, sizes = np.unique(root[members], return_index=True, return_counts=True)
    place = np.empty(size, dtype=np.int32)
    place[members] = np.arange(size) - np.repeat(starts, sizes)
    inside = pairs.where(np.argsort(root[pairs.a], kind="stable"))
    local = Pairs(place[inside.a], place[inside.b], inside.score)
    bounds = np.searchsorted(root[inside.a], np.append(firsts, size))
    for n, start in enumerate(starts):
        rows = np.s_[bounds[n] : bounds[n + 1]]
        yield members[start : start + sizes[n]].tolist(), list(local.where(rows))


def component_groups(mentions: Sequence[Told], likely: Sequence[Pair]) -> list[Group]:
    """The groups of one component; they depend on nothing but its mentions and their likely pairs."""
    if not likely:
        return [Group((i,), ()) for i in range(len(mentions))]
    return _Component(mentions, likely).groups()


def _names_a_day(mention: Told) -> bool:
    return mention.said and mention.dated and mention.width <= _VAGUE


class _Component:
    """Groups in the making: average link, ties broken by position."""

    def __init__(self, mentions: Sequence[Told], likely: Sequence[Pair]) -> None:
        self._mentions = mentions
        self._likely = sorted(likely, key=lambda p: (-p.score, p.a, p.b))
        self._scores: dict[tuple[int, int], float | None] = {(p.a, p.b): p.score for p in likely}
        self._apart = {(p.a, p.b) for p in likely if p.score == -JUDGED}
        self._home = list(range(len(mentions)))
        self._members = {i: [i] for i in self._home}
        self._near: dict[int, list[int]] = defaultdict(list)
        for pair in likely:
            if pair.score > 0:
                self._near[pair.a].append(pair.b)
                self._near[pair.b].append(pair.a)

    def groups(self) -> list[Group]:
        unions: dict[int, list[Pair]] = {i: [] for i in self._home}
        for pair in self._likely:
            left, right = sorted((self._home[pair.a], self._home[pair.b]))
            if left != right and pair.score > 0 and self._joins(left, right):
                self._unite(left, right)
                unions[left] += [*unions.pop(right), pair]
        return [Group(tuple(found), tuple(unions[i])) for i, found in sorted(self._members.items())]

    def _unite(self, left: int, right: int) -> None:
        for i in self._members[right]:
            self._home[i] = left
        self._members[left] = sorted(self._members[left] + self._members.pop(right))

    def _joins(self, left: int, right: int) -> bool:
        if any({self._home[a], self._home[b]} == {left, right} for a, b in self._apart):
            return False
        alike = self._alike(left, right)
        if alike is None or alike < THRESHOLD - _SLACK:
            return False
        return not (self._torn(left, right, alike) or self._torn(right, left, alike))

    def _torn(self, vague: int, chosen: int, alike: float) -> bool:
        """Whether a group without a day fits another event about as well, which the chosen one cannot be."""
        if any(_names_a_day(self._mentions[i]) for i in self._members[vague]):
            return False
        others = {self._home[j] for i in self._members[vague] for j in self._near[i]} - {vague, chosen}
        return any(
            (rival := self._alike(vague, other)) is not None
            and rival > alike - _MARGIN
            and self._alike(chosen, other) is None
            for other in sorted(others)
        )

    def _alike(self, left: int, right: int) -> float | None:
        """Mean score of two groups' first members; None where any two of them are two events for certain."""
        ours, theirs, total = self._members[left][:_SAMPLE], self._members[right][:_SAMPLE], 0.0
        for i in ours:
            for j in theirs:
                pair = (i, j) if i < j else (j, i)
                score = self._scores[pair] if pair in self._scores else self._compared(pair)
                if score is None:
                    return None
                total += score
        return total / (len(ours) * len(theirs))

    def _compared(self, pair: tuple[int, int]) -> float | None:
        found = compare(self._mentions[pair[0]], self._mentions[pair[1]])
        score = self._scores[pair] = None if isinstance(found, Apart) else found.score
        return score
