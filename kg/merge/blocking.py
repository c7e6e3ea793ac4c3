"""Which mentions are compared: neighbours in time among those that share a blocking key (sorted neighbourhood).

A key names a class of actions and both countries that take part, or what is left where a mention names less. The
pairs of a block depend on nothing but the block's mentions, so that they can be kept from one build to the next.
Source of the method: Hernández and Stolfo, The merge/purge problem for large databases, SIGMOD 1995.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, combinations, groupby, product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.merge.compare import LONG, THRESHOLD, Apart, compare, last_start
from kg.merge.told import Party, Side, Told
from kg.model import SYMMETRIC

NEAR_MISS = 0.75
"""Points below the threshold within which a pair is kept as a near miss."""
BUCKETS = 128
_NEIGHBOURS = 60
"""Mentions of a block, the next ones in time, with which each is compared."""
_ANCHORS = 5
"""Participants of one mention that give keys."""

_BITS = 32
_LOW = (1 << _BITS) - 1
"""A pair's code is one number: the first position times 2 to the 32nd, plus the second."""

Key = tuple[str, ...]
Grain = Callable[[Party], str]
Shared = tuple[Key, set[int], set[int]]
"""A key, the positions of the mentions that share it, and of those among them that look for others."""


class Pair(NamedTuple):
    """Two mentions by position, the lower one first, and their score."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs in columns of one length, in order of position: tens of millions of them fit in memory."""

    a: NDArray[np.int32]
    b: NDArray[np.int32]
    score: NDArray[np.float64]

    @classmethod
    def of(cls, codes: NDArray[np.int64], scores: NDArray[np.float64]) -> "Pairs":
        """Pairs by codes, which hold both positions; of two rows of one pair the first counts."""
        unique, rows = np.unique(codes, return_index=True)
        return cls((unique >> _BITS).astype(np.int32), (unique & _LOW).astype(np.int32), scores[rows])

    @classmethod
    def together(cls, found: Sequence["Pairs"]) -> "Pairs":
        """All pairs of several; of a pair that more than one has, the first one's score counts."""
        none = cls.of(np.empty(0, np.int64), np.empty(0))
        all_ = [*found, none]
        return cls.of(np.concatenate([p.codes for p in all_]), np.concatenate([p.score for p in all_]))

    @property
    def codes(self) -> NDArray[np.int64]:
        """Each pair as one number (`of` takes them back)."""
        return (self.a.astype(np.int64) << _BITS) | self.b

    def outranked_by(self, others: Sequence[Pair]) -> "Pairs":
        """These pairs and others, which count where both have a score."""
        codes = np.array([_code(p.a, p.b) for p in others], dtype=np.int64)
        return Pairs.together([Pairs.of(codes, np.array([p.score for p in others])), self])

    def where(self, chosen: NDArray[Any] | slice) -> "Pairs":
        """Those that a mask, a list of rows or a slice chooses."""
        return Pairs(self.a[chosen], self.b[chosen], self.score[chosen])

    def __iter__(self) -> Iterator[Pair]:
        """Row by row."""
        return map(Pair, self.a.data, self.b.data, self.score.data)


class Block(NamedTuple):
    """Mentions that share a key, in order of time (ties by position), and which of them look for others.

    It holds all that comparing them takes, so that they can be compared by another process or machine.
    """

    key: Key
    positions: list[int]
    mentions: list[Told]
    seeking: list[bool]

    @property
    def bucket(self) -> int:
        """By what blocks are put together to be compared elsewhere: 0 to `BUCKETS` - 1, by the key alone."""
        return blake2b("\t".join(self.key).encode(), digest_size=8).digest()[0] % BUCKETS


Compare = Callable[[Iterable[Block]], Pairs]
"""`compared`, or what has it done elsewhere with the same result."""
Otherwise = Callable[[Sequence[Block], str], Pairs]
"""`compared` for blocks that nobody could compare elsewhere, and why."""


def compared(blocks: Iterable[Block]) -> Pairs:
    """Every pair that shares a block and scores no less than a near miss; the order of the blocks is nothing."""
    codes, scores = array("q"), array("d")
    for block in blocks:
        for pair in pairs(block):
            codes.append(_code(pair.a, pair.b))
            scores.append(pair.score)
    # Two mentions may share several blocks.
    return Pairs.of(np.array(codes, dtype=np.int64), np.array(scores))


def _code(a: int, b: int) -> int:
    return a << _BITS | b


def pairs(block: Block) -> Iterator[Pair]:
    """The pairs of one block that score no less than a near miss; two that do not look for others are no pair."""
    _, positions, mentions, seeking = block
    for n, one in enumerate(mentions):
        i, seeks, limit = positions[n], seeking[n], max(one.last, one.day + LONG)
        near, begun = slice(n + 1, n + 1 + _NEIGHBOURS), last_start(one)
        for j, other, sought in zip(positions[near], mentions[near], seeking[near], strict=True):
            if other.day > limit:
                break
            if (seeks or sought) and other.first <= begun:
                pair, found = ((i, j), compare(one, other)) if i < j else ((j, i), compare(other, one))
                if not isinstance(found, Apart) and (score := found.score) >= THRESHOLD - NEAR_MISS:
                    yield Pair(*pair, score)


def blocks(mentions: Sequence[Told]) -> Iterator[Block]:
    """The blocks with anything to compare: those of each document, then those by key."""
    for key, members, seekers in chain(_in_documents(mentions), _by_key(mentions)):
        if len(members) > 1:
            order = sorted(members, key=lambda i: (mentions[i].day, mentions[i].last, i))
            yield Block(key, order, [mentions[i] for i in order], [i in seekers for i in order])


def _in_documents(mentions: Sequence[Told]) -> Iterator[Shared]:
    """Mentions of one class that one document tells, whoever takes part."""
    for document, positions in groupby(range(len(mentions)), key=lambda i: mentions[i].document):
        classes: dict[str, set[int]] = defaultdict(set)
        for i in positions:
            classes[mentions[i].kind].add(i)
        yield from ((("in", document, kind), members, members) for kind, members in classes.items())


def _by_key(mentions: Sequence[Told]) -> Iterator[Shared]:
    sought: dict[Key, set[int]] = defaultdict(set)
    for position, mention in enumerate(mentions):
        for key in _seeks(mention):
            sought[key].add(position)
    passive: dict[Key, set[int]] = defaultdict(set)
    for position, mention in enumerate(mentions):
        for key in _answers(mention):
            if key in sought:
                passive[key].add(position)
    for key in sorted(sought):
        yield key, sought[key] | passive.get(key, set()), sought[key]


def _seeks(mention: Told) -> set[Key]:
    """Keys under which a mention looks for others: both sides, or what it knows where one is missing."""
    kind, sides = mention.kind, _sides(mention)
    keys: set[Key] = set(_both(mention, _country))
    if any(p.country is None for side in (mention.actors, mention.targets) for p in side):
        keys |= set(_both(mention, _id))
    for side, other, name in sides:
        if other and not side:
            keys |= {(name, kind, anchor) for anchor in _anchors(other, _country)}
    if any(not any(p.standing == 2 for p in side) for side, _, _ in sides):
        keys |= set(_by_deed(mention))
    return keys


def _answers(mention: Told) -> set[Key]:
    """Keys under which it can be found by mentions that know less."""
    keys: set[Key] = {*_by_deed(mention), *_both(mention, _id)}
    for _, other, name in _sides(mention):
        keys |= {(name, mention.kind, anchor) for anchor in _anchors(other, _country)}
    return keys


def _by_deed(mention: Told) -> Iterator[Key]:
    for deed in mention.deeds or (mention.action,):
        yield "deed", mention.kind, deed, mention.story.key


def _both(mention: Told, grain: Grain) -> Iterator[Key]:
    """Keys of two participants, one of each side where the sides do different things."""
    if mention.symmetric:
        named = [grain(p) for p in mention.actors]
        twice = {(x, x) for x in named if named.count(x) > 1}
        pairs = {*combinations(sorted(set(named))[:_ANCHORS], 2), *twice}
        if mention.type not in SYMMETRIC:
            # A clash, which others tell as the attack of one on the other.
            pairs |= {(y, x) for x, y in pairs}
    else:
        pairs = set(product(_anchors(mention.actors, grain), _anchors(mention.targets, grain)))
    for x, y in pairs:
        yield grain.__name__, mention.kind, x, y


def _sides(mention: Told) -> tuple[tuple[Side, Side, str], ...]:
    """(a side, the other side, the name of keys for mentions that lack the first)."""
    if mention.symmetric:
        return ((mention.actors[1:], mention.actors, "with"),)
    return (mention.actors, mention.targets, "to"), (mention.targets, mention.actors, "by")


def _anchors(side: Side, grain: Grain) -> list[str]:
    return sorted({grain(p) for p in side})[:_ANCHORS]


def _country(party: Party) -> str:
    """The country that a participant stands for, else its id."""
    return party.country or party.id


def _id(party: Party) -> str:
    return party.id
