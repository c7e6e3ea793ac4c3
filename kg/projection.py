"""Who did what to or with whom: the events seen as ties between actors, with the days when each tie held.

Events that were cancelled or denied join nobody. Actors are people, countries, organisations and groups; a
place is where something is, never a party to it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from kg.graph import AnyGraph
from kg.model import SYMMETRIC
from kg.spells import times

if TYPE_CHECKING:
    View = nx.MultiDiGraph[str]
else:
    View = nx.MultiDiGraph  # networkx classes take no type arguments when the program runs

ACTOR_KINDS = frozenset({"person", "country", "organisation", "group"})
UNREAL = frozenset({"cancelled", "denied"})
"""Statuses of events that did not and will not happen."""
_SOURCES = 3
"""Outlets named of each element."""


def project(graph: AnyGraph) -> View:
    """Actors joined by their events: one edge for each (source, target, kind of action), keyed by the kind.

    Actions in which both sides do the same (`kg.model.SYMMETRIC`) go from the lesser name to the greater and
    say `symmetric`; others go from each actor to each target. Nobody is joined to themselves.

    Nodes keep the attributes of `kg.graph.NODE_ATTRIBUTES` and get `events` (how many they take part in, but for
    those that were cancelled or denied); edges have `kind`, `symmetric`, `weight` (how many events, at least 1) and
    `extractors` (the programs that found them, comma-separated). Both have `spells`, `first_date`, `last_date` and
    `year` as `kg.spells.times` gives them, `sources` (see `top`), and under the name of each status the number of
    events of it, where it is not 0; those of nodes count cancelled and denied events too.
    """
    view: View = nx.MultiDiGraph()
    events = _events(graph)
    actors = ((name, data) for name, data in graph.nodes(data=True) if data["kind"] in ACTOR_KINDS)
    for name, data in sorted(actors, key=itemgetter(0)):
        view.add_node(name, **data)
    for name, taking_part in sorted(_by_actor(events).items()):
        real = [event for event in taking_part if not event.unreal]
        view.nodes[name].update(events=len(real), **_summed(taking_part), **times(e.data for e in real))
    for (source, target, kind), joining in sorted(_by_tie(e for e in events if not e.unreal).items()):
        tie = _tie(kind, joining) | _summed(joining) | times(e.data for e in joining)
        view.add_edge(source, target, key=kind, **tie)
    return view


class _Event(NamedTuple):
    """An event: its attributes, the names of its parties, and the outlet of each document that reports it."""

    data: dict[str, Any]
    actors: list[str]
    targets: list[str]
    outlets: list[str]

    @property
    def unreal(self) -> bool:
        return self.data["status"] in UNREAL


def _events(graph: AnyGraph) -> list[_Event]:
    nodes = graph.nodes
    kinds = {name: data["kind"] for name, data in nodes(data=True)}
    found = {name: _Event(data, [], [], []) for name, data in nodes(data=True) if data["kind"] == "event"}
    telling: dict[tuple[str, str], None] = {}
    for source, target, data in graph.edges(data=True):
        role = data["role"]
        if role == "reports":
            telling[source, target] = None
        elif role == "agent" and kinds[target] in ACTOR_KINDS:
            found[source].actors.append(target)
        elif role == "target" and kinds[target] in ACTOR_KINDS:
            found[source].targets.append(target)
    outlets = {source: _outlet(nodes[source]) for source, _ in telling}
    for source, target in telling:
        found[target].outlets.append(outlets[source])
    return list(found.values())


def sources(graph: AnyGraph, event: str) -> Counter[str]:
    """How many documents of each outlet report an event; a document without outlet goes by its label."""
    telling = {source for source, _, data in graph.in_edges(event, data=True) if data["role"] == "reports"}
    return Counter(_outlet(graph.nodes[document]) for document in telling)


def _outlet(document: dict[str, Any]) -> str:
    return str(document.get("outlet") or document["label"])


def top(counted: Counter[str]) -> str:
    """The outlets that report most often, the most frequent first, separated by semicolons."""
    most = sorted(counted, key=lambda name: (-counted[name], name))[:_SOURCES] if len(counted) > 1 else counted
    return "; ".join(" ".join(name.split()) for name in most)


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
    return {
        "kind": kind,
        "symmetric": kind in SYMMETRIC,
        "weight": len(events),
        "extractors": _extractors(events),
    }


def _summed(events: list[_Event]) -> dict[str, Any]:
    told = Counter(chain.from_iterable([event.outlets for event in events]))
    statuses = Counter([event.data["status"] for event in events])
    return {**statuses, **({"sources": top(told)} if told else {})}


def _extractors(events: list[_Event]) -> str:
    said = {str(event.data.get("extractors", "")) for event in events}
    return ", ".join(sorted({name for names in said for name in names.split(", ")})) if len(said) > 1 else said.pop()
