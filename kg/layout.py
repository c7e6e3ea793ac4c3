"""Where to draw each node and which crowd it belongs to: communities and positions, alike in every run."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt

import networkx as nx
import numpy as np

from kg.communities import Ties, louvain, ties
from kg.projection import View

SEED = 2
FORCES_UP_TO = 400
"""Number of nodes up to which forces lay out the graph; their cost grows with its square."""
RADIUS = 1000.0
_SMALL = 3
"""Members below which a community has no place of its own in a large graph, but stands on its rim."""

Point = tuple[float, float]


def communities(view: View) -> dict[str, int]:
    """The community of each node, 0 for the largest (`kg.communities.louvain`), by weight of all ties."""
    names, plain = _plain(view)
    members = defaultdict(list)
    for node, group in enumerate(louvain(plain)):
        members[group].append(node)
    ranked = sorted(members.values(), key=lambda found: (-len(found), found[0]))
    return {names[node]: rank for rank, found in enumerate(ranked) for node in found}


def positions(view: View, groups: dict[str, int]) -> dict[str, Point]:
    """A point for each node, within `RADIUS` of the origin: by forces; by community where there are many."""
    return _forces(view) if len(view) <= FORCES_UP_TO else _crowds(view, groups)


def _forces(view: View) -> dict[str, Point]:
    """Fruchterman and Reingold 1991, with a faint tie to a common centre that keeps loose parts in sight."""
    names, plain = _plain(view)
    if len(names) < 2:
        return dict.fromkeys(names, (0.0, 0.0))
    centre = len(names)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(centre))
    first = np.repeat(np.arange(centre), np.diff(plain.starts))
    graph.add_weighted_edges_from(zip(first.tolist(), plain.ends.tolist(), plain.weights.tolist(), strict=True))
    graph.add_edges_from(((centre, node) for node in range(centre)), weight=0.1)
    points = nx.spring_layout(graph, seed=SEED, method="force", iterations=100)
    moved = {node: points[node] - points[centre] for node in range(centre)}
    reach = max(hypot(x, y) for x, y in moved.values()) or 1.0
    return {names[node]: (float(x) * RADIUS / reach, float(y) * RADIUS / reach) for node, (x, y) in moved.items()}


def _crowds(view: View, groups: dict[str, int]) -> dict[str, Point]:
    """A disc for each community, its best connected members in the middle; around them those with hardly a tie."""
    tied, members = degrees(view), defaultdict(list)
    for name in sorted(view, key=lambda n: (-tied[n], n)):
        members[groups[name]].append(name)
    large = [group for group in sorted(members) if len(members[group]) >= _SMALL]
    radii = [sqrt(len(members[group])) for group in large]
    points: dict[str, Point] = {}
    for group, (x, y), radius in zip(large, _packed(radii), radii, strict=True):
        spread = _sunflower(len(members[group]), 0.0, 0.9 * radius)
        points |= {name: (x + dx, y + dy) for name, (dx, dy) in zip(members[group], spread, strict=True)}
    reach = max((hypot(x, y) for x, y in points.values()), default=0.0)
    loose = [name for group in sorted(members) if len(members[group]) < _SMALL for name in members[group]]
    outer = sqrt(reach**2 + len(loose))
    points |= dict(zip(loose, _sunflower(len(loose), reach + 0.5, outer + 0.5), strict=True))
    scale = RADIUS / (max(hypot(x, y) for x, y in points.values()) or 1.0)
    return {name: (x * scale, y * scale) for name, (x, y) in points.items()}


def _packed(radii: Sequence[float]) -> list[Point]:
    """Centres of discs that do not overlap: each at the next free place of a spiral."""
    placed, step = np.zeros((len(radii), 2)), 0
    turn = pi * (3 - sqrt(5))
    taken = np.array(radii)
    for number, radius in enumerate(radii):
        while True:
            reach = 0.5 * sqrt(step)
            placed[number] = reach * cos(step * turn), reach * sin(step * turn)
            apart = np.hypot(*(placed[:number] - placed[number]).T)
            if np.all(apart >= taken[:number] + radius):
                break
            step += 1
    return [(float(x), float(y)) for x, y in placed]


def _sunflower(number: int, inner: float, outer: float) -> list[Point]:
    """Points evenly spread over a ring, from the inside out (Vogel 1979)."""
    turn = pi * (3 - sqrt(5))
    reach = [sqrt(inner**2 + (outer**2 - inner**2) * n / max(number, 1)) for n in range(number)]
    return [(r * cos(n * turn), r * sin(n * turn)) for n, r in enumerate(reach)]


def degrees(view: View) -> dict[str, float]:
    """The weights of each node's edges, summed; an edge without a weight counts one."""
    found = dict.fromkeys(view, 0.0)
    for one, other, weight in _pairs(view):
        found[one] += weight
        found[other] += weight
    return found


def _plain(view: View) -> tuple[list[str], Ties]:
    """Names, and the graph of their positions with one tie a pair."""
    names = sorted(view)
    number = {name: n for n, name in enumerate(names)}
    one, other, weights = array("q"), array("q"), array("d")
    for source, target, weight in _pairs(view):
        one.append(number[source])
        other.append(number[target])
        weights.append(weight)
    summed = ties(len(names), np.array(one), np.array(other), np.array(weights))
    return names, summed._replace(weights=np.log1p(summed.weights), loops=np.zeros(len(names)))


def _pairs(view: View) -> Iterator[tuple[str, str, float]]:
    """Each two nodes that edges join in one direction, with the sum of their weights."""
    for source, targets in view.adjacency():
        for target, keyed in targets.items():
            yield source, target, sum(data.get("weight", 1) for data in keyed.values())
