"""Which mentions are compared at all: those that share a blocking key of action class and participants' countries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.merge.compare import action_class, compare
from kg.model import SYMMETRIC, ActorMention, Document, EventMention


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
    for members in _blocks(mentions):
        for a, b in combinations(members, 2):
            if (a, b) in scored or (a, b) in vetoed:
                continue
            terms = compare(mentions[a], mentions[b], documents)
            if terms is None:
                vetoed.add((a, b))
            else:
                scored[a, b] = Pair(a, b, round(sum(terms.values()), 3), terms)
    return Pairs(scored, frozenset(vetoed))


def _blocks(mentions: Sequence[EventMention]) -> Iterator[list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for key in _keys(mention):
            blocks[key].append(position)
    for key in sorted(blocks):
        yield blocks[key]


def _keys(mention: EventMention) -> set[tuple[str, ...]]:
    """One key an actor; for symmetric types one for each participant, whichever side it stands on."""
    members = (*mention.actors, *mention.targets) if mention.type in SYMMETRIC else mention.actors
    return {(action_class(mention), _grain(actor)) for actor in members}


def _grain(actor: ActorMention) -> str:
    return actor.country or actor.id
