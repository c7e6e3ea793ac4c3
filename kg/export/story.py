"""One JSON document of a build: all that the explorer shows, with what was known of each event day by day."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Literal

import msgspec

from kg import atomic, layout
from kg.graph import AnyGraph, actor_key, key
from kg.history import as_of
from kg.model import (
    ActionType,
    ActorKind,
    DateRange,
    Event,
    Link,
    Mark,
    Polarity,
    Precision,
    Reason,
    Report,
    Source,
    Status,
    Tenure,
    Value,
    encode,
)
from kg.projection import Projection

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes; the explorer refuses others."""


class Post(Value, frozen=True):
    """An office that somebody held; both days are inclusive, an unknown or open end is None."""

    name: str
    title: str
    start: date | None
    end: date | None


class Party(Value, frozen=True):
    """Somebody or something that takes part, or a place; `id` is the name of its node in the graph.

    `x` and `y` say where to draw it, within `kg.layout.RADIUS` of the origin with y upwards, and `community` to which
    crowd it belongs, 0 being the largest; None for a place.
    """

    id: str
    label: str
    kind: ActorKind
    country: str | None
    wikidata: str | None
    x: float | None
    y: float | None
    community: int | None
    posts: tuple[Post, ...]


class When(Value, frozen=True):
    """A date: EDTF level 1, the days that bound it (None: open on that side), and how fine it is."""

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision


class Known(Value, frozen=True):
    """What the reports published up to the end of `day` leave of an event, until the next such day."""

    day: date
    status: Status
    date: When | None


class Told(Value, frozen=True):
    """A report of an event (`kg.model.Report`); `document` is the id of one of the story's documents."""

    document: str
    start: int
    end: int
    quote: str
    type: ActionType
    status: Status
    polarity: Polarity
    attributed_to: str | None
    via: str | None
    date_text: str | None
    edtf: str | None
    extractor: str
    rule: str
    row: str
    marks: tuple[Mark, ...]


class Happening(Value, frozen=True):
    """An event (`kg.model.Event`); `actors`, `targets` and `place` are ids of the story's parties.

    `known` are the days of publication on which its status or date changed, in their order.
    """

    id: str
    type: ActionType
    action: str
    plover: str
    cameo: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    date: When | None
    status: Status
    confidence: float
    reports: tuple[Told, ...]
    known: tuple[Known, ...]
    conflicts: tuple[When, ...]
    links: tuple[Link, ...]
    reasons: tuple[Reason, ...]


class Story(Value, frozen=True):
    """A build: its parties by id, its events by their first day (undated ones last), its documents by id."""

    version: Literal[1]
    parties: tuple[Party, ...]
    events: tuple[Happening, ...]
    documents: tuple[Source, ...]


def story(graph: AnyGraph) -> Story:
    """The story of a graph, the same for the same graph."""
    return Story(
        version=VERSION,
        parties=_parties(graph),
        events=tuple(_happening(event) for event in graph.events),
        documents=_documents(graph),
    )


def encoded(graph: AnyGraph) -> bytes:
    """The story as JSON (UTF-8)."""
    return msgspec.json.encode(story(graph))


def write(graph: AnyGraph, path: Path) -> None:
    """Write the story as JSON.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic.open_binary(path) as out:
        out.write(encoded(graph) + b"\n")


def _parties(graph: AnyGraph) -> tuple[Party, ...]:
    groups, points, _ = layout.draw(Projection(graph))
    posts: dict[str, list[Tenure]] = {}
    for tenure in graph.tenures:
        posts.setdefault(key("actor", tenure.holder), []).append(tenure)
    of_kind = ((n, d) for n, d in graph.nodes(data=True) if d["kind"] not in ("event", "document"))
    return tuple(
        Party(
            id=name,
            label=data["label"],
            kind=data["kind"],
            country=data.get("country"),
            wikidata=data.get("wikidata"),
            x=round(points[name][0], 2) if name in points else None,
            y=round(points[name][1], 2) if name in points else None,
            community=groups.get(name),
            posts=_posts(posts.get(name, ())),
        )
        for name, data in sorted(of_kind, key=itemgetter(0))
    )


def _posts(tenures: Iterable[Tenure]) -> tuple[Post, ...]:
    found = (Post(name=t.post, title=t.title, start=t.start, end=t.end) for t in tenures)
    return tuple(sorted(found, key=lambda p: (p.start or date.min, p.end or date.max, p.name, p.title)))


def _documents(graph: AnyGraph) -> tuple[Source, ...]:
    """The documents given, and those that only reports name."""
    given = {source.id for source in graph.sources}
    reports = (report for event in graph.events for report in event.mentions)
    others = {r.document: _named(r) for r in sorted(reports, key=encode) if r.document not in given}
    return tuple(sorted((*graph.sources, *others.values()), key=lambda source: source.id))


def _named(report: Report) -> Source:
    return Source(id=report.document, length=0, published=report.published, url=report.url, outlet=report.outlet)


def _happening(event: Event) -> Happening:
    return Happening(
        id=event.id,
        type=event.type,
        action=event.action,
        plover=event.plover,
        cameo=event.cameo,
        actors=tuple(map(actor_key, event.actors)),
        targets=tuple(map(actor_key, event.targets)),
        place=key("place", event.place.id) if event.place else None,
        date=_when(event.date),
        status=event.status,
        confidence=event.confidence,
        reports=tuple(map(_told, event.mentions)),
        known=_known(event),
        conflicts=tuple(when for when in map(_when, event.date_conflicts) if when),
        links=event.links,
        reasons=event.reasons,
    )


def _when(when: DateRange | None) -> When | None:
    if when is None:
        return None
    return When(edtf=when.edtf, earliest=when.earliest, latest=when.latest, precision=when.precision)


def _told(report: Report) -> Told:
    return Told(**{name: getattr(report, name) for name in Told.__struct_fields__})


def _known(event: Event) -> tuple[Known, ...]:
    known: list[Known] = []
    for day in sorted({report.published for report in event.mentions if report.published}):
        then = as_of(event, day)
        if then:
            now = Known(day=day, status=then.status, date=_when(then.date))
            if not known or (known[-1].status, known[-1].date) != (now.status, now.date):
                known.append(now)
    return tuple(known)
