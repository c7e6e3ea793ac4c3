"""The nodes of a graph in the order of their names: actors, documents, events, places."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from kg.graph.attributes import Data, Scalar
from kg.graph.names import actor_key, event_label, key
from kg.graph.values import Position, Values
from kg.model import Actor, DateRange, Event, Place, Report, Source, Value, encode


class Node(Value, frozen=True):
    """A node: its name and its attributes."""

    name: str
    data: Data


Parties = dict[str, Data]
"""The actors and places of a graph, which are few beside its events: name → attributes, in order."""

V = TypeVar("V", bound=Value)


def parties(events: Iterable[Event], position: Position) -> Parties:
    """Whoever or whatever takes part in an event, and where events are."""
    actors, places = set[Actor](), set[Place]()
    for event in events:
        actors.update(event.actors, event.targets)
        places.update((event.place,) if event.place else ())
    found: Parties = {}
    for actor in _sorted_by_content(actors):
        found.setdefault(actor_key(actor), _actor(actor, position))
    for place in _sorted_by_content(places):
        found.setdefault(key("place", place.id), _place(place, position))
    return dict(sorted(found.items()))


def nodes(values: Values, parties: Parties) -> Iterator[Node]:
    """All nodes, each once."""
    places = [Node(name=name, data=data) for name, data in parties.items() if data["kind"] == "place"]
    yield from (Node(name=name, data=data) for name, data in parties.items() if data["kind"] != "place")
    yield from _documents(values)
    for name, number in by_name("event", values.events):
        yield Node(name=name, data=_event(values.events[number]))
    yield from places


def by_name(kind: str, values: Iterable[Source | Event]) -> Iterator[tuple[str, int]]:
    """The names of the nodes of some values, sorted, each with the position of its value."""
    numbers = {key(kind, value.id): number for number, value in enumerate(values)}
    return ((name, numbers[name]) for name in sorted(numbers))


def _documents(values: Values) -> Iterator[Node]:
    """The documents given, and those that only reports name."""
    given = dict(by_name("document", values.sources))
    others = _reported({source.id for source in values.sources}, values.events)
    for name in sorted(given.keys() | others.keys()):
        data = _document(values.sources[given[name]]) if name in given else _reported_document(others[name])
        yield Node(name=name, data=data)


def _reported(given: set[str], events: Iterable[Event]) -> dict[str, Report]:
    """Of each document that was not given the report that knows most."""
    found: dict[str, Report] = {}
    for report in (report for event in events for report in event.mentions if report.document not in given):
        name = key("document", report.document)
        found[name] = min(found.get(name, report), report, key=encode)
    return found


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


def _event(event: Event) -> Data:
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
