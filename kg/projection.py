"""Who did what to or with whom: the events seen as ties between actors, with the days when each tie held.

Events that were cancelled or denied join nobody. Actors are people, countries, organisations and groups; a
place is where something is, never a party to it.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator
from itertools import chain, combinations, groupby, product
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

import networkx as nx

from kg.graph import AnyGraph, Data
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


class Projection:
    """Actors joined by their events: one edge for each (source, target, kind of action), keyed by the kind.

    Nodes and edges are made when they are asked for, as networkx gives them. Actions in which both sides do the same
    (`kg.model.SYMMETRIC`) go from the lesser name to the greater and say `symmetric`; others go from each actor to each
    target. Nobody is joined to themselves.

    Nodes keep the attributes of `kg.graph.NODE_ATTRIBUTES` and get `events` (how many they take part in, but for
    those that were cancelled or denied); edges have `kind`, `symmetric`, `weight` (how many events, at least 1) and
    `extractors` (the programs that found them, comma-separated). Both have `spells`, `first_date`, `last_date` and
    `year` as `kg.spells.times` gives them, `sources` (see `top`), and under the name of each status the number of
    events of it, where it is not 0; those of nodes count cancelled and denied events too.
    """

    def __init__(self, graph: AnyGraph) -> None:
        there = {name: data for name, data in graph.nodes(data=True) if data["kind"] in ACTOR_KINDS}
        self._actors = dict(sorted(there.items(), key=itemgetter(0)))
        events = _events(graph, self._actors)
        self._taking_part = _by_actor(events)
        self._ties = dict(sorted(_by_tie(event for event in events if not event.unreal).items(), key=itemgetter(0)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._actors)

    def nodes(self, *, data: Literal[True]) -> Iterator[tuple[str, Data]]:
        """The actors, sorted by name."""
        return ((name, {**actor, **self._taken_part(name)}) for name, actor in self._actors.items())

    @overload
    def edges(self, *, data: Literal[True]) -> Iterator[tuple[str, str, Data]]: ...
    @overload
    def edges(self, *, keys: Literal[True], data: Literal[True]) -> Iterator[tuple[str, str, str, Data]]: ...
    def edges(
        self, *, keys: bool = False, data: bool
    ) -> Iterator[tuple[str, str, Data]] | Iterator[tuple[str, str, str, Data]]:
        """The ties, sorted by ends and kind."""
        if keys:
            return ((source, target, kind, _tie(kind, events)) for (source, target, kind), events in self._ties.items())
        return ((source, target, _tie(kind, events)) for (source, target, kind), events in self._ties.items())

    def weights(self) -> Iterator[tuple[str, str, int]]:
        """The ends and the weight of each tie, in the same order."""
        return ((source, target, len(events)) for (source, target, _), events in self._ties.items())

    def attributes(self) -> tuple[set[str], set[str]]:
        """Which attributes the actors have and which the ties, without making any."""
        actors = set[str]().union({"events"} if self._taking_part else (), *self._actors.values())
        ties = {"kind", "symmetric", "weight", "extractors"} if self._ties else set[str]()
        return actors | _carried(self._taking_part.values()), ties | _carried(self._ties.values())

    def _taken_part(self, name: str) -> Data:
        if name not in self._taking_part:
            return {}
        events = self._taking_part[name]
        real = [event for event in events if not event.unreal]
        return {"events": len(real), **_summed(events), **times(event.days for event in real)}


def project(graph: AnyGraph) -> View:
    """The projection as a networkx graph."""
    made, view = Projection(graph), View()
    view.add_nodes_from(made.nodes(data=True))
    for source, target, kind, data in made.edges(keys=True, data=True):
        view.add_edge(source, target, key=kind, **data)
    return view


class _Event(NamedTuple):
    """What ties need of an event: `days` are its `earliest` and `latest`, `outlets` of each document that tells it.

    Words that many events share are there once.
    """

    kind: str
    status: str
    extractors: str
    days: Data
    actors: list[str]
    targets: list[str]
    outlets: list[str]

    @property
    def unreal(self) -> bool:
        return self.status in UNREAL


def _events(graph: AnyGraph, actors: Container[str]) -> list[_Event]:
    once: dict[Hashable, Any] = {}
    found: dict[str, _Event] = {}
    for name, data in graph.nodes(data=True):
        if data["kind"] == "event":
            words = [str(data.get(word, "")) for word in ("action_type", "status", "extractors")]
            kind, status, found_by = (once.setdefault(word, word) for word in words)
            span = data.get("earliest"), data.get("latest")
            days = once.setdefault(span, {"earliest": span[0], "latest": span[1]})
            found[name] = _Event(kind, status, found_by, days, [], [], [])
    for (source, target), tied in groupby(graph.edges(data=True), itemgetter(0, 1)):
        roles = {data["role"] for *_, data in tied}
        if "reports" in roles:
            outlet = _outlet(graph.nodes[source])
            found[target].outlets.append(once.setdefault(outlet, outlet))
        elif source in found and target in actors:
            party = once.setdefault(target, target)
            found[source].actors.extend([party] if "agent" in roles else ())
            found[source].targets.extend([party] if "target" in roles else ())
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
        for source, target in set(_pairs(event)):
            found[source, target, event.kind].append(event)
    return found


def _pairs(event: _Event) -> Iterator[tuple[str, str]]:
    if event.kind in SYMMETRIC:
        yield from combinations(sorted({*event.actors, *event.targets}), 2)
    else:
        yield from (pair for pair in product(event.actors, event.targets) if pair[0] != pair[1])


def _tie(kind: str, events: list[_Event]) -> dict[str, Any]:
    return {
        "kind": kind,
        "symmetric": kind in SYMMETRIC,
        "weight": len(events),
        "extractors": _extractors(events),
        **_summed(events),
        **times(event.days for event in events),
    }


def _summed(events: list[_Event]) -> dict[str, Any]:
    told = Counter(chain.from_iterable([event.outlets for event in events]))
    statuses = Counter([event.status for event in events])
    return {**statuses, **({"sources": top(told)} if told else {})}


def _carried(of_each: Iterable[list[_Event]]) -> set[str]:
    """Which attributes `_summed` and `times` give of these events in any of these lists."""
    events = {id(event): event for events in of_each for event in events}.values()
    dated = any(event.days["earliest"] or event.days["latest"] for event in events)
    told = any(event.outlets for event in events)
    statuses = {event.status for event in events}
    days = {"first_date", "last_date", "year"} if dated else set[str]()
    return {"spells", *statuses, *days, *(["sources"] if told else [])} if events else set()


def _extractors(events: list[_Event]) -> str:
    said = {event.extractors for event in events}
    return ", ".join(sorted({name for names in said for name in names.split(", ")})) if len(said) > 1 else said.pop()
