"""The nodes of a graph in the order of their names: actors, documents, events, places."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

import msgspec

from kg.graph.attributes import Data, Scalar
from kg.graph.names import Shown, actor_key, event_label, key
from kg.graph.values import Position, Values, nowhere
from kg.model import Actor, DateRange, Event, Place, Report, Source, Value, encode
from kg.shelf import Chosen, seen_as


class Node(Value, frozen=True):
    """A node: its name and its attributes."""

    name: str
    data: Data


Parties = dict[str, Data]
"""The actors and places of a graph, which are few beside its events: name → attributes, in order."""

Numbers = dict[str, int]
"""Name of a node → position of its value; sorted."""

V = TypeVar("V", bound=Value)


class Gathered(NamedTuple):
    """What one look at each event and document tells of the nodes there are.

    `documents` and `events` are the names of the nodes of those given, sorted, each with the position of its value;
    `reported` has of each other document the report that knows most.
    """

    parties: Parties
    people: list[str]
    documents: Numbers
    events: Numbers
    reported: dict[str, Report]


class _Of(msgspec.Struct, frozen=True, gc=False):
    """Of a report its document."""

    document: str


class _There(msgspec.Struct, frozen=True, gc=False):
    """Of an event what tells which nodes there are."""

    id: str
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None
    mentions: tuple[_Of, ...]


def gathered(sources: Iterable[Source], events: Sequence[Event], position: Position) -> Gathered:
    """What there is in events and documents.

    Raises:
        ValueError: two of either share an id.
    """
    documents = _numbered("Document", [source.id for source in sources])
    actors, places, ids, reported = set[Actor](), set[Place](), list[str](), dict[str, Report]()
    for number, event in enumerate(seen_as(events, _There)):
        ids.append(event.id)
        actors.update(event.actors, event.targets)
        places.update((event.place,) if event.place else ())
        if any(key("document", report.document) not in documents for report in event.mentions):
            for report in events[number].mentions:
                if (name := key("document", report.document)) not in documents:
                    reported[name] = min(reported.get(name, report), report, key=encode)
    people = sorted({actor.id for actor in actors if actor.kind == "person"})
    return Gathered(parties(actors, places, position), people, documents, _numbered("Event", ids), reported)


def nodes(values: Values, there: Gathered) -> Iterator[Node]:
    """All nodes, each once."""
    places = [Node(name=name, data=data) for name, data in there.parties.items() if data["kind"] == "place"]
    yield from (Node(name=name, data=data) for name, data in there.parties.items() if data["kind"] != "place")
    for name in sorted(there.documents.keys() | there.reported.keys()):
        number = there.documents.get(name)
        data = _reported_document(there.reported[name]) if number is None else _document(values.sources[number])
        yield Node(name=name, data=data)
    shown = seen_as(Chosen(values.events, array("L", there.events.values())), Shown)
    yield from (Node(name=name, data=_event(event)) for name, event in zip(there.events, shown, strict=True))
    yield from places


def _numbered(kind: str, ids: Sequence[str]) -> Numbers:
    if len(set(ids)) < len(ids):
        identifier, count = Counter(ids).most_common(1)[0]
        raise ValueError(f"{kind} {identifier} stands {count} times")
    numbers = {key(kind.lower(), identifier): number for number, identifier in enumerate(ids)}
    return {name: numbers[name] for name in sorted(numbers)}


def parties(actors: Iterable[Actor], places: Iterable[Place], position: Position = nowhere) -> Parties:
    """The nodes of actors and places; of several records of one, one counts."""
    found: Parties = {}
    for actor in _sorted_by_content(actors):
        found.setdefault(actor_key(actor), _actor(actor, position))
    for place in _sorted_by_content(places):
        found.setdefault(key("place", place.id), _place(place, position))
    return dict(sorted(found.items()))


def _actor(actor: Actor, position: Position) -> Data:
    lat, lng = (position(actor) if actor.kind in ("country", "place") else None) or (None, None)
    return known(kind=actor.kind, label=actor.label, country=actor.country, wikidata=actor.wikidata, lat=lat, lng=lng)


def _place(place: Place, position: Position) -> Data:
    return _actor(Actor(id=place.id, label=place.label, kind="place", country=place.country), position)


def _document(document: Source) -> Data:
    return known(
        kind="document",
        label=document.title or document.id,
        title=document.title,
        published=document.published,
        outlet=document.outlet,
        url=document.url,
        language=document.language,
    )


def _reported_document(report: Report) -> Data:
    """What a report tells of a document that was not given itself."""
    return known(kind="document", label=report.document, published=report.published, outlet=report.outlet)


def _event(event: Shown) -> Data:
    days = sorted(report.published for report in event.mentions if report.published)
    return known(
        kind="event",
        label=event_label(event),
        action_type=event.type,
        action=event.action,
        plover=event.plover,
        cameo=event.cameo,
        status=event.status,
        confidence=float(event.confidence),
        **when(event.date),
        precision=event.date.precision if event.date else None,
        reports=len(event.mentions),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        extractors=", ".join(sorted({report.extractor for report in event.mentions})),
    )


def when(date_range: DateRange | None) -> dict[str, str | date | None]:
    """The attributes that a date gives."""
    if date_range is None:
        return {}
    return {"edtf": date_range.edtf, "earliest": date_range.earliest, "latest": date_range.latest}


def known(**attributes: Scalar | date | None) -> Data:
    """The attributes that have a value, days as YYYY-MM-DD."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in attributes.items()
        if value is not None and value != ""
    }


def _sorted_by_content(values: Iterable[V]) -> list[V]:
    """In an order of their own; a value that knows more comes before one with null in the same field."""
    return sorted(values, key=encode)
