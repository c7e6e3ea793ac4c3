"""Which mentions are compared: neighbours in time among those that share a blocking key (sorted neighbourhood).

A key names a class of actions and both countries that take part, or what is left where a mention names less. The
pairs of a block depend on nothing but the block's mentions, so that they can be kept from one build to the next.
Source of the method: Hernández and Stolfo, The merge/purge problem for large databases, SIGMOD 1995.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from kg.merge.compare import LONG, THRESHOLD, Apart, compare
from kg.merge.told import Side, Told

NEAR_MISS = 0.75
"""Points below the threshold within which a pair is kept as a near miss."""
_NEIGHBOURS = 60
"""Mentions of a block, the next ones in time, with which each is compared."""
_ANCHORS = 5
"""Participants of one mention that give keys."""

Key = tuple[str, ...]


class Pair(NamedTuple):
    """Two mentions by position, the lower one first, and their score."""

    a: int
    b: int
    score: float


class Block(NamedTuple):
    """Positions of mentions in order of time, and which of them look for others (two that don't are not compared)."""

    members: list[int]
    seekers: frozenset[int]


def candidates(mentions: Sequence[Told]) -> list[Pair]:
    """Every pair that shares a block and scores no less than a near miss, by position."""
    scores: dict[tuple[int, int], float] = {}
    for block in blocks(mentions):
        for pair in pairs(mentions, block):
            scores[pair.a, pair.b] = pair.score
    return [Pair(a, b, score) for (a, b), score in sorted(scores.items())]


def pairs(mentions: Sequence[Told], block: Block) -> Iterator[Pair]:
    """The pairs of one block that score no less than a near miss."""
    members, seekers = block
    for n, i in enumerate(members):
        one = mentions[i]
        seeks, limit = i in seekers, max(one.last, one.day + LONG)
        for j in members[n + 1 : n + 1 + _NEIGHBOURS]:
            other = mentions[j]
            if other.day > limit:
                break
            if seeks or j in seekers:
                a, b = (i, j) if i < j else (j, i)
                found = compare(mentions[a], mentions[b])
                if not isinstance(found, Apart) and (score := found.score) >= THRESHOLD - NEAR_MISS:
                    yield Pair(a, b, score)


def blocks(mentions: Sequence[Told]) -> Iterator[Block]:
    """The blocks with anything to compare, by key; each in order of time."""
    sought: dict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _seeks(mention):
            sought[key].append(position)
    passive: dict[Key, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _answers(mention):
            if key in sought:
                passive[key].append(position)
    for key in sorted(sought):
        seekers = frozenset(sought[key])
        members = seekers.union(passive.get(key, ()))
        if len(members) > 1:
            yield Block(sorted(members, key=lambda i: (mentions[i].day, mentions[i].last, i)), seekers)


def _seeks(mention: Told) -> set[Key]:
    """Keys under which a mention looks for others: both sides, or what it knows where one is missing."""
    kind = mention.kind
    keys: set[Key] = {("document", kind, mention.document), *_both(mention)}
    for side, other, name in _sides(mention):
        if other and not side:
            keys |= {(name, kind, anchor) for anchor in _anchors(other)}
    if any(not any(p.standing == 2 for p in side) for side, _, _ in _sides(mention)):
        keys |= {("deed", kind, deed, mention.story.key) for deed in mention.deeds or (mention.action,)}
    return keys


def _answers(mention: Told) -> set[Key]:
    """Keys under which it can be found by mentions that know less."""
    kind = mention.kind
    keys: set[Key] = {("deed", kind, deed, mention.story.key) for deed in mention.deeds or (mention.action,)}
    for _, other, name in _sides(mention):
        keys |= {(name, kind, anchor) for anchor in _anchors(other)}
    return keys


def _both(mention: Told) -> Iterator[Key]:
    if mention.symmetric:
        anchors = [p.anchor for p in (*mention.actors, *mention.targets)]
        twice = {(x, x) for x in anchors if anchors.count(x) > 1}
        for x, y in sorted({*combinations(sorted(set(anchors))[:_ANCHORS], 2), *twice}):
            yield "both", mention.kind, x, y
        return
    for x, y in product(_anchors(mention.actors), _anchors(mention.targets)):
        yield "both", mention.kind, x, y


def _sides(mention: Told) -> tuple[tuple[Side, Side, str], ...]:
    """(a side, the other side, the name of keys for mentions that lack the first)."""
    if mention.symmetric:
        pool = (*mention.actors, *mention.targets)
        return ((pool[1:], pool, "with"),)
    return (mention.actors, mention.targets, "to"), (mention.targets, mention.actors, "by")


def _anchors(side: Side) -> list[str]:
    return sorted({p.anchor for p in side})[:_ANCHORS]
