"""Communities by modularity (Louvain; Blondel et al. 2008), with the queue of Traag et al. 2019, alike in every run.

Over arrays instead of networkx's graphs of sets and dictionaries: a million ties need tens of megabytes and seconds.
"""

from collections import deque
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_LEAST = 1e-9
"""Gain below which a node stays: what is left of rounding must not move it."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Ties(NamedTuple):
    """An undirected weighted graph of nodes 0, 1, …, n - 1: each tie in both directions, sorted by its first end.

    The ties of node i are `ends[starts[i]:starts[i + 1]]`; `loops` is the weight that each node has within itself.
    """

    starts: Ints
    ends: Ints
    weights: Floats
    loops: Floats


def ties(size: int, one: Ints, other: Ints, weights: Floats) -> Ties:
    """The graph with these ties, which may name a pair more than once and in either direction; weights are summed."""
    same = one == other
    loops: Floats = np.bincount(one[same], weights[same], size).astype(np.float64)
    low, high = np.minimum(one, other)[~same], np.maximum(one, other)[~same]
    pairs, where = np.unique(low * size + high, return_inverse=True)
    total: Floats = np.bincount(where, weights[~same], len(pairs)).astype(np.float64)
    low, high = pairs // max(size, 1), pairs % max(size, 1)
    first, second = np.concatenate((low, high)), np.concatenate((high, low))
    order = np.lexsort((second, first))
    starts = np.concatenate(([0], np.cumsum(np.bincount(first, minlength=size))))
    return Ties(starts, second[order], np.concatenate((total, total))[order], loops)


def louvain(graph: Ties) -> list[int]:
    """The community of each node; numbers that are not in use are left out, their order says nothing."""
    of: Ints = np.arange(len(graph.loops))
    while True:
        moved = _local(graph)
        numbers, found = np.unique(np.array(moved, dtype=np.int64), return_inverse=True)
        of = found[of]
        if len(numbers) == len(moved):
            return [int(group) for group in of]
        graph = _together(graph, found, len(numbers))


def _together(graph: Ties, group: Ints, size: int) -> Ties:
    """The graph of the communities."""
    first = np.repeat(group, np.diff(graph.starts))
    # Each tie stands in both directions, so that half of its weight is its own.
    made = ties(size, first, group[graph.ends], graph.weights / 2)
    return made._replace(loops=made.loops + np.bincount(group, graph.loops, size))


def _local(graph: Ties) -> list[int]:
    """Moves each node to the community next to it that gains most, until none gains; the lowest number of equals."""
    size = len(graph.loops)
    first = np.repeat(np.arange(size), np.diff(graph.starts))
    degrees: list[float] = (np.bincount(first, graph.weights, size) + 2 * graph.loops).tolist()
    twice = sum(degrees) or 1.0
    group, total = list(range(size)), list(degrees)
    # Those with few ties first: they have little choice, and the hubs then find crowds to join.
    waiting, queued = deque(sorted(range(size), key=lambda node: (degrees[node], node))), [True] * size
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        home, part = group[node], slice(graph.starts[node], graph.starts[node + 1])
        near: list[int] = graph.ends[part].tolist()
        towards = {home: 0.0}
        for other, weight in zip(near, graph.weights[part].tolist(), strict=True):
            towards[group[other]] = towards.get(group[other], 0.0) + weight
        total[home] -= degrees[node]
        best = _best(home, towards, total, degrees[node] / twice)
        total[best] += degrees[node]
        if best == home:
            continue
        group[node] = best
        for other in near:
            if group[other] != best and not queued[other]:
                queued[other] = True
                waiting.append(other)
    return group


def _best(home: int, towards: dict[int, float], total: list[float], share: float) -> int:
    """The community where a node gains most modularity; `share` is what the node has of all degrees."""
    best, most = home, towards[home] - share * total[home] + _LEAST
    for candidate in sorted(towards):
        gain = towards[candidate] - share * total[candidate]
        if gain > most:
            best, most = candidate, gain
    return best
