"""The whole graph as a picture takes it: nodes with their days, one weighted edge for each (source, target, role).

Nothing is copied: nodes and edges are made one by one, so that a large graph needs no second place in memory.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from kg.graph import AnyGraph
from kg.projection import UNREAL, sources, top
from kg.spells import times

PARTS = frozenset({"agent", "target", "place"})
"""Roles of the edges from an event to what takes part in it."""

Data = dict[str, Any]


def nodes(graph: AnyGraph) -> Iterator[tuple[str, Data]]:
    """The nodes with the attributes of `kg.graph.NODE_ATTRIBUTES` and those of `kg.spells.times`.

    An event is there on its days, a document on its day of publication and the days of the events that it reports,
    all others on the days of the events that they take part in. Actors and places get `events` and the number of events
    of each status as in `kg.projection.project`, events and actors and places `sources` too.
    """
    for name, data in graph.nodes(data=True):
        if data["kind"] == "event":
            yield name, {**data, **_named(sources(graph, name)), **times([data])}
        elif data["kind"] == "document":
            told = [graph.nodes[event] for event in graph.successors(name)]
            published = data.get("published")
            yield name, {**data, **times([*told, {"earliest": published, "latest": published}])}
        else:
            yield name, {**data, **_taking_part(graph, name)}


def edges(graph: AnyGraph) -> Iterator[tuple[str, str, str, Data]]:
    """Source, target, role, and as data `weight` (how many edges of the graph it stands for) and what `times` gives.

    Parts of an event and reports of it are there on its days, all other edges always.
    """
    for (source, target), tied in groupby(graph.edges(data=True), itemgetter(0, 1)):
        for role, weight in Counter(data["role"] for *_, data in tied).items():
            event = source if role in PARTS else target if role == "reports" else None
            days = times([graph.nodes[event]]) if event else {}
            yield source, target, role, {"weight": weight, **days}


def _taking_part(graph: AnyGraph, name: str) -> Data:
    events = {event for event, _, data in graph.in_edges(name, data=True) if data["role"] in PARTS}
    told: Counter[str] = Counter()
    for event in events:
        told.update(sources(graph, event))
    parts = [graph.nodes[event] for event in sorted(events)]
    statuses = Counter(data["status"] for data in parts)
    real = sum(count for status, count in statuses.items() if status not in UNREAL)
    return {"events": real, **statuses, **_named(told), **times(parts)}


def _named(told: Counter[str]) -> Data:
    return {"sources": top(told)} if told else {}
