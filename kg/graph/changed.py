"""What changed since an earlier build: the events and documents of which its Turtle cannot say what this one's must."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from kg import rdf
from kg.graph.names import key
from kg.graph.nodes import parties
from kg.graph.values import Values
from kg.model import Actor, Link, Place
from kg.order import Timed, by_time
from kg.shelf import written

T = TypeVar("T")

_MOST = 4
"""A file is written anew where one event in so many changed."""


class Changes(NamedTuple):
    """Names of nodes: of events and documents that differ between two builds, and of documents that tell such ones."""

    events: frozenset[str]
    documents: frozenset[str]


class _Source(msgspec.Struct, frozen=True, gc=False):
    id: str
    outlet: str | None


class _Report(msgspec.Struct, frozen=True, gc=False):
    document: str
    outlet: str | None
    attributed_to: str | None
    via: str | None


class _Event(msgspec.Struct, frozen=True, gc=False):
    id: str
    mentions: tuple[_Report, ...]
    links: tuple[Link, ...]


class _Cast(msgspec.Struct, frozen=True, gc=False):
    """Who takes part in an event, and where."""

    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None


def changes(values: Values, events: Path, documents: Path) -> Changes | None:
    """What changed since a build wrote these two files, if that is little.

    None also where events tell of documents that are not there, or of other outlets than these have.
    """
    outlets = {source.id: source.outlet for source in _decoded(written(values.sources), _Source)}
    differing = list(_differing(_lines(documents), written(values.sources), lambda line: _read(line, _Source).id))
    gone = {key("document", _read(line, _Source).id) for line in differing}
    changed = set[str]()
    for line in _differing(_lines(events), written(values.events), lambda line: by_time(_read(line, Timed))):
        _note(_read(line, _Event), changed, gone)
        if _MOST * len(changed) > len(values.events):
            return None
    named = _renamed(_speakers(_lines(events)), _speakers(written(values.events)))
    differing_events = frozenset(changed)
    for event in _decoded(written(values.events), _Event):
        if any(report.outlet != outlets.get(report.document, report) for report in event.mentions):
            return None
        if _names(event, named) or any(key("event", link.event) in differing_events for link in event.links):
            _note(event, changed, gone)
    gone |= {key("document", name) for name, outlet in outlets.items() if outlet in named}
    return Changes(frozenset(changed), frozenset(gone)) if _MOST * len(changed) <= len(values.events) else None


def _names(event: _Event, labels: frozenset[str | None]) -> bool:
    """Whether a report of an event comes from, quotes or is passed on by one of these."""
    return any(not labels.isdisjoint((m.outlet, m.attributed_to, m.via)) for m in event.mentions)


def _note(event: _Event, changed: set[str], gone: set[str]) -> None:
    changed.add(key("event", event.id))
    gone.update(key("document", report.document) for report in event.mentions)


def _differing(old: Iterable[bytes], new: Iterable[bytes], place: Callable[[bytes], Any]) -> Iterator[bytes]:
    """The lines of two files in one order that are not in both."""
    left, right = iter(old), iter(new)
    a, b = next(left, None), next(right, None)
    while a is not None or b is not None:
        if a == b:
            a, b = next(left, None), next(right, None)
        elif b is None or (a is not None and place(a) <= place(b)):
            assert a is not None
            yield a
            a = next(left, None)
        else:
            yield b
            b = next(right, None)


def _speakers(events: Iterable[bytes]) -> dict[str, str]:
    actors, places = set[Actor](), set[Place]()
    for event in _decoded(events, _Cast):
        actors.update(event.actors, event.targets)
        places.update((event.place,) if event.place else ())
    return rdf.speakers(parties(actors, places))


def _renamed(old: Mapping[str, str], new: Mapping[str, str]) -> frozenset[str | None]:
    """The labels that stand for somebody else than they did, or for nobody, or did so."""
    return frozenset(label for label in old.keys() | new.keys() if old.get(label) != new.get(label))


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        for line in file:
            yield line.rstrip(b"\n")


def _decoded(lines: Iterable[bytes], kind: type[T]) -> Iterator[T]:
    return map(msgspec.json.Decoder(kind).decode, lines)


def _read(line: bytes, kind: type[T]) -> T:
    return msgspec.json.decode(line, type=kind)
