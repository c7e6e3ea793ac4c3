"""Where to draw each node and which crowd it belongs to: communities and positions, alike in every run."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from math import cos, hypot, pi, sin, sqrt
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from kg.communities import Ties, louvain, ties
from kg.graph import AnyGraph
from kg.projection import Projection, View

SEED = 2
FORCES_UP_TO = 400
"""Number of nodes up to which forces lay out the graph; their cost grows with its square."""
RADIUS = 1000.0
_SMALL = 3
"""Members below which a community has no place of its own in a large graph, but stands on its rim."""

_STEPS = 100
_NEAREST = 0.01
"""The least that forces take two nodes to be apart, and what a node without any is said to be pushed by."""

Drawn = View | Projection | AnyGraph
Point = tuple[float, float]
_Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


class Layout(NamedTuple):
    """How to draw a graph, by the names of its nodes.

    `communities` are numbered from 0, the largest (`kg.communities.louvain`, over the logarithms of weights);
    `points` lie within `RADIUS` of the origin; `degrees` are the weights of each node's edges, summed.
    """

    communities: dict[str, int]
    points: dict[str, Point]
    degrees: dict[str, float]


def draw(view: Drawn) -> Layout:
    """The layout of a graph: by forces, or by community where there are many nodes.

    An edge without a weight counts one.
    """
    names, summed = _named(view)
    plain = summed._replace(weights=np.log1p(summed.weights), loops=np.zeros(len(names)))
    groups = _ranked(louvain(plain))
    degrees = (_by_node(summed) + 2 * summed.loops).tolist()
    points = _forces(plain) if len(names) <= FORCES_UP_TO else _crowds(groups, degrees)
    return Layout(*(dict(zip(names, values, strict=True)) for values in (groups, points, degrees)))


def _ranked(groups: list[int]) -> list[int]:
    """Communities numbered by size, those of a size by their first member."""
    members = defaultdict(list)
    for node, group in enumerate(groups):
        members[group].append(node)
    order = sorted(members, key=lambda group: (-len(members[group]), members[group][0]))
    rank = {group: number for number, group in enumerate(order)}
    return [rank[group] for group in groups]


def _forces(plain: Ties) -> list[Point]:
    """Fruchterman and Reingold 1991, with a faint tie to a common centre that keeps loose parts in sight."""
    centre = len(plain.loops)
    if centre < 2:
        return [(0.0, 0.0)] * centre
    pull: _Floats = np.zeros((centre + 1, centre + 1), dtype="float32")  # half the time, for a picture as good
    pull[_first(plain), plain.ends] = plain.weights
    pull[centre, :centre] = pull[:centre, centre] = 0.1
    x, y = _settled(pull)
    return _scaled(list(zip((x - x[centre]).tolist(), (y - y[centre]).tolist(), strict=True))[:centre])


def _settled(pull: _Floats) -> tuple[_Floats, _Floats]:
    """Both coordinates of each node after it was moved by all others, each time less far.

    As networkx' `spring_layout`, which takes five times as long over arrays of pairs.
    """
    size = len(pull)
    x, y = np.random.RandomState(SEED).rand(size, 2).T.astype("float32")
    reach = sqrt(1 / size)
    far = max(np.ptp(x), np.ptp(y)) * 0.1
    for step in range(_STEPS):
        across, down = x[:, None] - x, y[:, None] - y
        apart = np.maximum(np.sqrt(across * across + down * down), _NEAREST)
        force = reach * reach / (apart * apart) - pull * apart / reach
        # What each is moved by is the sum of its distances times the force, worked out as two products.
        all_of = force.sum(axis=1)
        right, below = x * all_of - force @ x, y * all_of - force @ y
        share = far * (1 - step / (_STEPS + 1)) / np.maximum(np.hypot(right, below), _NEAREST)
        x, y = x + right * share, y + below * share
    return x, y


def _crowds(groups: list[int], degrees: list[float]) -> list[Point]:
    """A disc for each community, its best connected members in the middle; around them those with hardly a tie."""
    members = defaultdict(list)
    for node in sorted(range(len(groups)), key=lambda n: (-degrees[n], n)):
        members[groups[node]].append(node)
    large = [members[group] for group in sorted(members) if len(members[group]) >= _SMALL]
    points = [(0.0, 0.0)] * len(groups)
    for crowd, (x, y) in zip(large, _packed([sqrt(len(crowd)) for crowd in large]), strict=True):
        for node, (dx, dy) in zip(crowd, _sunflower(len(crowd), 0.0, 0.9 * sqrt(len(crowd))), strict=True):
            points[node] = x + dx, y + dy
    reach = 0.5 + max(hypot(x, y) for x, y in points)
    loose = [node for group in sorted(members) if len(members[group]) < _SMALL for node in members[group]]
    for node, point in zip(loose, _sunflower(len(loose), reach, sqrt(reach**2 + len(loose))), strict=True):
        points[node] = point
    return _scaled(points)


def _packed(radii: Sequence[float]) -> list[Point]:
    """Centres of discs that do not overlap: each at the next free place of a spiral."""
    placed, taken, step = np.zeros((len(radii), 2)), np.array(radii), 0
    for number, radius in enumerate(radii):
        while True:
            placed[number] = _on_spiral(step, 0.5 * sqrt(step))
            apart = np.hypot(*(placed[:number] - placed[number]).T)
            if np.all(apart >= taken[:number] + radius):
                break
            step += 1
    return [(float(x), float(y)) for x, y in placed]


def _sunflower(number: int, inner: float, outer: float) -> list[Point]:
    """Points evenly spread over a ring, from the inside out (Vogel 1979)."""
    return [_on_spiral(n, sqrt(inner**2 + (outer**2 - inner**2) * n / number)) for n in range(number)]


def _on_spiral(step: int, reach: float) -> Point:
    turn = step * pi * (3 - sqrt(5))
    return reach * cos(turn), reach * sin(turn)


def _scaled(points: list[Point]) -> list[Point]:
    scale = RADIUS / (max(hypot(x, y) for x, y in points) or 1.0)
    return [(x * scale, y * scale) for x, y in points]


def _named(view: Drawn) -> tuple[list[str], Ties]:
    """Names, and the graph of their positions with the sum of the weights of each pair's edges."""
    names = sorted(view)
    number = {name: n for n, name in enumerate(names)}
    ends, weights = array("q"), array("d")
    for (source, target), tied in groupby(_weighted(view), itemgetter(0, 1)):
        ends.extend((number[source], number[target]))
        weights.append(sum(weight for *_, weight in tied))
    pairs = np.array(ends, dtype=np.int64).reshape(-1, 2)
    return names, ties(len(names), pairs[:, 0], pairs[:, 1], np.array(weights))


def _weighted(view: Drawn) -> Iterable[tuple[str, str, float]]:
    if isinstance(view, Projection):
        return view.weights()
    return ((source, target, data.get("weight", 1)) for source, target, data in view.edges(data=True))


def _first(graph: Ties) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The first end of each tie."""
    return np.repeat(np.arange(len(graph.loops)), np.diff(graph.starts))


def _by_node(graph: Ties) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The weights of each node's ties, summed."""
    return np.bincount(_first(graph), graph.weights, len(graph.loops)).astype(np.float64)
