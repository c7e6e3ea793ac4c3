"""Who did what to or with whom: the events seen as ties between actors, with the days when each tie held.

Events that were cancelled or denied join nobody. Actors are people, countries, organisations and groups; a
place is where something is, never a party to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from kg.model import REAL, SYMMETRIC

if TYPE_CHECKING:
    View = nx.MultiDiGraph[str]
else:
    View = nx.MultiDiGraph  # networkx classes take no type arguments when the program runs

ACTOR_KINDS = frozenset({"person", "country", "organisation", "group"})
UNREAL = frozenset({"cancelled", "denied"})
"""Statuses of events that did not and will not happen."""


class Spell(NamedTuple):
    """Days from `start` to `end`, both included; None is open."""

    start: date | None
    end: date | None


def project(graph: View) -> View:
    """Actors joined by their events: one edge for each (source, target, kind of action), keyed by the kind.

    Actions in which both sides do the same (`kg.model.SYMMETRIC`) go from the lesser name to the greater and
    say `symmetric`; others go from each actor to each target. Nobody is joined to themselves.

    Nodes keep the attributes of `kg.graph.NODE_ATTRIBUTES` and get `events` (how many they take part in);
    edges have `kind`, `symmetric`, `weight` (how many events, at least 1), `happened` and `planned` (how many
    of them) and `extractors` (the programs that found them, comma-separated). Both have `spells` (a tuple of
    `Spell`, sorted, none touching another) and, where known, `first_date`, `last_date` (YYYY-MM-DD) and `year`
    (of the first).
    """
    view: View = nx.MultiDiGraph()
    events = [_parties(graph, name) for name, data in graph.nodes(data=True) if data["kind"] == "event"]
    real = [event for event in events if event.data["status"] not in UNREAL]
    for name in sorted(graph):
        if graph.nodes[name]["kind"] in ACTOR_KINDS:
            view.add_node(name, **graph.nodes[name])
    for name, taking_part in sorted(_by_actor(real).items()):
        view.nodes[name].update(events=len(taking_part), **_times(taking_part))
    for (source, target, kind), joining in sorted(_by_tie(real).items()):
        view.add_edge(source, target, key=kind, **_tie(kind, joining), **_times(joining))
    return view


class _Event(NamedTuple):
    data: dict[str, Any]
    actors: list[str]
    targets: list[str]


def _parties(graph: View, name: str) -> _Event:
    sides: dict[str, list[str]] = {"agent": [], "target": []}
    for _, other, data in graph.out_edges(name, data=True):
        if data["role"] in sides and graph.nodes[other]["kind"] in ACTOR_KINDS:
            sides[data["role"]].append(other)
    return _Event(graph.nodes[name], sides["agent"], sides["target"])


def _by_actor(events: Iterable[_Event]) -> dict[str, list[_Event]]:
    found: dict[str, list[_Event]] = defaultdict(list)
    for event in events:
        for name in {*event.actors, *event.targets}:
            found[name].append(event)
    return found


def _by_tie(events: Iterable[_Event]) -> dict[tuple[str, str, str], list[_Event]]:
    found: dict[tuple[str, str, str], list[_Event]] = defaultdict(list)
    for event in events:
        kind = event.data["action_type"]
        for source, target in set(_pairs(event, kind)):
            found[source, target, kind].append(event)
    return found


def _pairs(event: _Event, kind: str) -> Iterator[tuple[str, str]]:
    if kind in SYMMETRIC:
        yield from combinations(sorted({*event.actors, *event.targets}), 2)
    else:
        yield from (pair for pair in product(event.actors, event.targets) if pair[0] != pair[1])


def _tie(kind: str, events: list[_Event]) -> dict[str, Any]:
    statuses = [event.data["status"] for event in events]
    return {
        "kind": kind,
        "symmetric": kind in SYMMETRIC,
        "weight": len(events),
        "happened": sum(status in REAL for status in statuses),
        "planned": sum(status in {"planned", "proposed"} for status in statuses),
        "extractors": ", ".join(sorted({name for event in events for name in _extractors(event)})),
    }


def _extractors(event: _Event) -> list[str]:
    return str(event.data.get("extractors", "")).split(", ")


def _times(events: list[_Event]) -> dict[str, Any]:
    spans = [Spell(_day(event.data, "earliest"), _day(event.data, "latest")) for event in events]
    days = sorted(day for span in spans for day in span if day)
    times: dict[str, Any] = {"spells": merged(span for span in spans if span != (None, None))}
    if days:
        times |= {"first_date": days[0].isoformat(), "last_date": days[-1].isoformat(), "year": days[0].year}
    return times


def _day(data: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(data[name]) if name in data else None


def merged(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same days in as few spells as can be: sorted, with at least one day between two.

    Gephi refuses a file in which two spells of one node or edge overlap.
    """
    result: list[Spell] = []
    for spell in sorted(spells, key=lambda s: (s.start is not None, s.start or date.min)):
        if result and _touches(result[-1], spell):
            result[-1] = Spell(result[-1].start, _later(result[-1].end, spell.end))
        else:
            result.append(spell)
    return tuple(result)


def _touches(one: Spell, other: Spell) -> bool:
    """Whether `other`, which does not start before `one`, starts before or on the day after its end."""
    return not one.end or not other.start or other.start.toordinal() <= one.end.toordinal() + 1


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else None
