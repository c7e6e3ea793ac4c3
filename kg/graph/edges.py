"""The edges of a graph in the order of source, target and key."""

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

import msgspec

from kg.graph.attributes import Data
from kg.graph.names import actor_key, key
from kg.graph.nodes import Gathered, Numbers, Parties, known, when
from kg.model import Event, Report, Value, encode
from kg.shelf import Chosen, Keep, Lines, written

_APART = "\0"
"""Stands in no name, and sorts before all that does."""


class Edge(Value, frozen=True):
    """An edge: the names of its ends, its key in networkx, and its attributes."""

    source: str
    target: str
    key: str
    data: Data


def edges(events: Sequence[Event], there: Gathered, keep: Keep) -> Lines[Edge]:
    """All edges, each once; those of events are put away (`keep`) until their turn comes."""
    return Lines(_lines(events, there, keep), Edge)


def _lines(events: Sequence[Event], there: Gathered, keep: Keep) -> Iterator[bytes]:
    belonging = sorted(_belonging(there.parties), key=_place)
    yield from (encode(edge) for edge in belonging if edge.key == "represents")
    yield from _OfEvents(events, there.events, keep).in_order()
    yield from (encode(edge) for edge in belonging if edge.key == "located_in")


class _OfEvents:
    """The edges of events, made in one go: reports, sorted when all are there, and what leaves each event."""

    def __init__(self, events: Sequence[Event], names: Numbers, keep: Keep) -> None:
        self._names = names
        self._places: list[str] = []
        self._reports, self._firsts, self._ends = array("L"), array("L"), array("L")
        self._made: Sequence[Edge] = keep(self._noted(events))

    def in_order(self) -> Iterator[bytes]:
        """As lines; of two reports of one place the first outranks the other."""
        order = sorted(range(len(self._places)), key=self._places.__getitem__)
        for _, same in groupby(order, self._places.__getitem__):
            yield from _as_one([self._reports[place] for place in same], self._made)
        for number in self._names.values():
            yield from written(self._made[self._firsts[number] : self._ends[number]])

    def _noted(self, events: Iterable[Event]) -> Iterator[Edge]:
        made = 0
        for event in events:
            for edge in _reports(event):
                self._places.append(_place(edge))
                self._reports.append(made)
                yield edge
                made += 1
            self._firsts.append(made)
            name = key("event", event.id)
            for edge in _united(sorted([*_parts(name, event), *_links(name, event, self._names)], key=_place)):
                yield edge
                made += 1
            self._ends.append(made)


def _as_one(positions: Sequence[int], made: Sequence[Edge]) -> Iterator[bytes]:
    same = Chosen(made, positions)
    return written(same) if len(positions) == 1 else map(encode, _united(same))


def _belonging(parties: Parties) -> Iterator[Edge]:
    """Who acts for a country and which places lie in it, where the country is in the graph."""
    there = [(name, data) for name, data in reversed(parties.items()) if data["kind"] == "country"]
    countries = {data["country"]: name for name, data in there if "country" in data}
    for name, data in parties.items():
        home = countries.get(data.get("country", ""))
        if home and data["kind"] != "country":
            yield _plain(name, home, "located_in" if data["kind"] == "place" else "represents")


def _reports(event: Event) -> Iterator[Edge]:
    target = key("event", event.id)
    for report in event.mentions:
        # A row moves when others are added to its table; the report keeps its name.
        content = encode(msgspec.structs.replace(report, row=""))
        name = f"reports:{blake2b(content, digest_size=6).hexdigest()}"
        yield Edge(source=key("document", report.document), target=target, key=name, data=_report(report))


def _parts(name: str, event: Event) -> Iterator[Edge]:
    ends = [("agent", actor_key(actor)) for actor in event.actors]
    ends += [("target", actor_key(actor)) for actor in event.targets]
    ends += [("place", key("place", event.place.id))] if event.place else []
    said = known(status=event.status, **when(event.date))
    return (Edge(source=name, target=end, key=role, data={"role": role, **said}) for role, end in ends)


def _links(name: str, event: Event, names: Container[str]) -> Iterator[Edge]:
    ends = ((link.kind, key("event", link.event)) for link in event.links)
    return (_plain(name, end, role) for role, end in ends if end in names)


def _plain(source: str, target: str, role: str) -> Edge:
    return Edge(source=source, target=target, key=role, data={"role": role})


def _report(report: Report) -> Data:
    return known(
        role="reports",
        status=report.status,
        published=report.published,
        polarity=report.polarity,
        start=report.start,
        end=report.end,
        quote=report.quote,
        attributed_to=report.attributed_to,
        via=report.via,
        date_text=report.date_text,
        extractor=report.extractor,
        rule=report.rule,
        row=report.row,
    )


def _place(edge: Edge) -> str:
    """What edges are sorted by."""
    return _APART.join((edge.source, edge.target, edge.key))


def _united(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Those of one place as one, with the attributes of all; they stand together, and the first outranks the others."""
    for _, same in groupby(edges, _place):
        first, *others = same
        for other in others:
            first = msgspec.structs.replace(first, data={**other.data, **first.data})
        yield first
