"""Which edges leave and which reach a node, by position: some bytes an edge."""

from array import array
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from kg.graph.edges import Edge

Ints = NDArray[np.int32]


class Ends:
    """The ends of edges that are sorted by source, of so many nodes; `number` gives a node's position by its name."""

    def __init__(self, edges: Iterable[Edge], nodes: int, number: Callable[[str], int]) -> None:
        sources, targets = array("i"), array("i")
        for edge in edges:
            sources.append(number(edge.source))
            targets.append(number(edge.target))
        self._leaving, self._reaching = _starts(sources, nodes), _starts(targets, nodes)
        self._sources = sources
        self._by_target: Ints = np.argsort(targets, kind="stable").astype(np.int32)

    def leaving(self, node: int) -> range:
        """The positions of the edges that leave a node, in order."""
        return range(self._leaving[node], self._leaving[node + 1])

    def reaching(self, node: int) -> list[int]:
        """The positions of the edges that reach a node, in order."""
        found: list[int] = self._by_target[self._reaching[node] : self._reaching[node + 1]].tolist()
        return found

    def before(self, node: int) -> list[int]:
        """The nodes from which edges reach a node, each once, in order."""
        return list(dict.fromkeys(map(self._sources.__getitem__, self.reaching(node))))


def _starts(ends: "array[int]", nodes: int) -> "array[int]":
    """Where the edges of each node start among edges that are sorted by this end, and where the last one's stop."""
    counts = np.bincount(np.array(ends, dtype=np.int64), minlength=nodes)
    return array("q", np.concatenate(([0], np.cumsum(counts))).tolist())
