"""Where to draw each actor and which crowd it belongs to: communities and positions, alike in every run."""

from math import cos, log1p, pi, sin, sqrt

import networkx as nx

from kg.projection import View

SEED = 2
FORCES_UP_TO = 400
"""Number of nodes up to which forces lay out the graph; their cost grows with its square."""
RADIUS = 1000.0

Point = tuple[float, float]


def communities(view: View) -> dict[str, int]:
    """The community of each node, 0 for the largest (Louvain; Blondel et al. 2008), by weight of all ties."""
    names, plain = _plain(view)
    found = nx.community.louvain_communities(plain, seed=SEED) if names else []
    ranked = sorted(found, key=lambda members: (-len(members), min(members)))
    return {names[member]: rank for rank, members in enumerate(ranked) for member in sorted(members)}


def positions(view: View, groups: dict[str, int]) -> dict[str, Point]:
    """A point for each node, within `RADIUS` of the origin: by forces; by community where there are many."""
    if len(view) > FORCES_UP_TO:
        return _sunflower(sorted(view, key=lambda name: (groups[name], name)))
    return _forces(view)


def _forces(view: View) -> dict[str, Point]:
    """Fruchterman and Reingold 1991, with a faint tie to a common centre that keeps loose parts in sight."""
    names, plain = _plain(view)
    if len(names) < 2:
        return dict.fromkeys(names, (0.0, 0.0))
    centre = len(names)
    plain.add_edges_from(((centre, node) for node in range(centre)), weight=0.1)
    points = nx.spring_layout(plain, seed=SEED, method="force", iterations=100)
    moved = {node: points[node] - points[centre] for node in range(centre)}
    reach = max(sqrt(float(x * x + y * y)) for x, y in moved.values()) or 1.0
    return {names[node]: (float(x) * RADIUS / reach, float(y) * RADIUS / reach) for node, (x, y) in moved.items()}


def _sunflower(names: list[str]) -> dict[str, Point]:
    """Points evenly spread over a disc in the order given (Vogel 1979)."""
    turn = pi * (3 - sqrt(5))
    return {
        name: (RADIUS * sqrt(n / len(names)) * cos(n * turn), RADIUS * sqrt(n / len(names)) * sin(n * turn))
        for n, name in enumerate(names)
    }


def _plain(view: View) -> tuple[list[str], "nx.Graph[int]"]:
    """Names, and the graph of their positions with one weighted edge a pair.

    Numbers, because the algorithms walk over sets of nodes, and a set of strings changes order with each run.
    """
    names = sorted(view)
    number = {name: n for n, name in enumerate(names)}
    total: dict[tuple[int, int], int] = {}
    for source, target, data in view.edges(data=True):
        pair = min(number[source], number[target]), max(number[source], number[target])
        total[pair] = total.get(pair, 0) + data["weight"]
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    plain.add_weighted_edges_from((a, b, log1p(weight)) for (a, b), weight in sorted(total.items()))
    return names, plain
