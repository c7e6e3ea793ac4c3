"""Which edges leave and which reach a node, by position: some bytes an edge."""

from array import array
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from kg.graph.edges import Edge

Ints = NDArray[np.int32]


class Ends:
    """The ends of edges that are sorted by source; `number` is the position of a node by its name."""

    def __init__(self, edges: Iterable[Edge], number: Callable[[str], int]) -> None:
        sources, targets = array("i"), array("i")
        for edge in edges:
            sources.append(number(edge.source))
            targets.append(number(edge.target))
        self._sources: Ints = np.array(sources, dtype=np.int32)
        reached: Ints = np.array(targets, dtype=np.int32)
        self._by_target: Ints = np.argsort(reached, kind="stable").astype(np.int32)
        self._targets: Ints = reached[self._by_target]

    def leaving(self, node: int) -> list[int]:
        """The positions of the edges that leave a node, in order."""
        return list(_run(self._sources, node))

    def reaching(self, node: int) -> list[int]:
        """The positions of the edges that reach a node, in order."""
        there = _run(self._targets, node)
        found: list[int] = self._by_target[there.start : there.stop].tolist()
        return found


def _run(sorted_: Ints, value: int) -> range:
    """Where a value stands."""
    return range(int(np.searchsorted(sorted_, value, "left")), int(np.searchsorted(sorted_, value, "right")))
