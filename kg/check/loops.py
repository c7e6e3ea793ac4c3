"""Loops in a graph of links: one for each knot of events that lead to each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Links = nx.DiGraph[str]


def loops(links: "Links") -> Iterator[list[str]]:
    """A loop through the first node of each knot, in the order of these; a node that leads to itself is one."""
    knots = (sorted(knot) for knot in nx.strongly_connected_components(links))
    for knot in sorted(knots):
        if len(knot) > 1 or links.has_edge(knot[0], knot[0]):
            yield [source for source, _ in nx.find_cycle(links.subgraph(knot), knot[0])]
