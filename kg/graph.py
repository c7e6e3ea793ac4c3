"""Events → one networkx graph of people, countries, organisations, places, events and documents.

Nodes are named `actor:<id>`, `place:<id>`, `event:<id>` and `document:<id>` (`key` makes these names). Every
attribute of a node or an edge is a str, int, float or bool and is left out where it is not known; what each
one means stands in `NODE_ATTRIBUTES` and `EDGE_ATTRIBUTES`, and nowhere else. An edge's `role` says what it
is; its networkx key is the role, for `reports` with a digest after it, as one document may report an event
in several sentences.

| role | from | to |
|---|---|---|
| agent, target | event | actor |
| place | event | place |
| reports | document | event |
| represents | person, organisation, group | country |
| located_in | place | country |
| proposes, part_of, regards, follows | event | event |
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec
import networkx as nx

from kg import rdf
from kg.model import (
    ActionType,
    Actor,
    DateRange,
    Document,
    Event,
    EventMention,
    NearMiss,
    Place,
    Report,
    Source,
    Status,
    Tenure,
    Value,
    encode,
)
from kg.order import by_time, in_order
from kg.shelf import Chosen, Shelf

if TYPE_CHECKING:
    import rdflib

    from kg.notebook import Timeline

    _Base = nx.MultiDiGraph[str]
else:
    _Base = nx.MultiDiGraph  # networkx classes take no type arguments when the program runs

Scalar = str | int | float | bool
Position = Callable[[Actor], tuple[float, float] | None]
"""Latitude and longitude of an actor or a place, in degrees; None where they are not known."""

Tenures = Callable[[str], Iterable[Tenure]]
"""The terms of office of a person, by id."""

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, not even escaped (section 2.2, production Char)."""


class Attribute(NamedTuple):
    """What an attribute says: the kinds of node or roles of edge that carry it, its type, its meaning."""

    of: tuple[str, ...]
    type: type[Scalar]
    meaning: str


_ACTORS = ("person", "country", "organisation", "group")
_KINDS = (*_ACTORS, "place", "event", "document")
_PARTS = ("agent", "target", "place")
_LINKS = ("proposes", "part_of", "regards", "follows")
_ROLES = (*_PARTS, "reports", "represents", "located_in", *_LINKS)

NODE_ATTRIBUTES: dict[str, Attribute] = {
    "kind": Attribute(_KINDS, str, "what the node stands for"),
    "label": Attribute(_KINDS, str, "name to show; of an event who did what to whom and when"),
    "country": Attribute((*_ACTORS, "place"), str, "ISO 3166-1 alpha-2 code"),
    "wikidata": Attribute((*_ACTORS, "place"), str, "Wikidata Q-number"),
    "lat": Attribute(("country", "place"), float, "latitude in degrees; of a country its capital's or a place's"),
    "lng": Attribute(("country", "place"), float, "longitude in degrees; of a country its capital's or a place's"),
    "action_type": Attribute(("event",), str, "type of action (kg.model.ActionType)"),
    "action": Attribute(("event",), str, "lemma or phrase of the action as written"),
    "plover": Attribute(("event",), str, "PLOVER type"),
    "cameo": Attribute(("event",), str, "CAMEO code"),
    "status": Attribute(("event",), str, "status as of the latest report (kg.model.Status)"),
    "confidence": Attribute(("event",), float, "0 to 1"),
    "edtf": Attribute(("event",), str, "when, as EDTF level 1"),
    "earliest": Attribute(("event",), str, "first day it can be, YYYY-MM-DD; none: open"),
    "latest": Attribute(("event",), str, "last day it can be, YYYY-MM-DD; none: open"),
    "precision": Attribute(("event",), str, "how fine the date is (kg.model.Precision)"),
    "reports": Attribute(("event",), int, "number of reports merged"),
    "first_reported": Attribute(("event",), str, "day of the first dated report, YYYY-MM-DD"),
    "last_reported": Attribute(("event",), str, "day of the last dated report, YYYY-MM-DD"),
    "extractors": Attribute(("event",), str, "programs that found it, comma-separated"),
    "title": Attribute(("document",), str, "headline"),
    "published": Attribute(("document",), str, "day of publication, YYYY-MM-DD"),
    "outlet": Attribute(("document",), str, "newspaper, agency or station"),
    "url": Attribute(("document",), str, "where it stands on the web"),
    "language": Attribute(("document",), str, "ISO 639-1 code"),
}

EDGE_ATTRIBUTES: dict[str, Attribute] = {
    "role": Attribute(_ROLES, str, "what the edge says of its ends"),
    "status": Attribute((*_PARTS, "reports"), str, "of the event; on reports what this report says of it"),
    "edtf": Attribute(_PARTS, str, "when the event is, as EDTF level 1"),
    "earliest": Attribute(_PARTS, str, "first day the event can be, YYYY-MM-DD"),
    "latest": Attribute(_PARTS, str, "last day the event can be, YYYY-MM-DD"),
    "published": Attribute(("reports",), str, "day of publication, YYYY-MM-DD"),
    "polarity": Attribute(("reports",), str, "positive or negative: whether the sentence says or denies it"),
    "start": Attribute(("reports",), int, "first character of the sentence in the document's text"),
    "end": Attribute(("reports",), int, "character after the sentence's last"),
    "quote": Attribute(("reports",), str, "the sentence"),
    "attributed_to": Attribute(("reports",), str, "who is quoted for it"),
    "via": Attribute(("reports",), str, "the outlet that the text names as passing it on"),
    "date_text": Attribute(("reports",), str, "the date as written"),
    "extractor": Attribute(("reports",), str, "program that found it"),
    "rule": Attribute(("reports",), str, "pattern that fired"),
    "row": Attribute(("reports",), str, "the pattern's file and line in ontology/lexicon"),
}


class Graph(_Base):
    """A networkx MultiDiGraph that also keeps the values it was made from.

    networkx's own copies and views (`subgraph`, `reverse`, …) are graphs like it without those values.
    """

    documents: Sequence[Document] = ()
    """Sorted by id; without their texts where the graph was read back from a build's folder."""
    sources: tuple[Source, ...] = ()
    """What is kept of the documents besides, in the same order."""
    mentions: Sequence[EventMention] = ()
    """Sorted by document, place of the trigger, and type."""
    events: tuple[Event, ...] = ()
    """Sorted in time: by their first day, or the last where that is open, then last day and id; undated ones last."""
    near_misses: tuple[NearMiss, ...] = ()
    """Pairs of mentions that nearly made one event of two, the most alike first."""
    tenures: tuple[Tenure, ...] = ()
    """The terms of office of the people in it, as far as tables have them; sorted by person and day."""

    base: str = rdf.BASE
    """What the IRIs of its things start with in RDF."""

    def timeline(
        self,
        *names: str,
        start: date | None = None,
        end: date | None = None,
        types: Iterable[ActionType] = (),
        statuses: Iterable[Status] = (),
        as_of: date | None = None,
    ) -> "Timeline":
        """The events in which every name takes part, chosen as `kg.timeline.select` does; notebooks show a table."""
        from kg.notebook import Timeline
        from kg.timeline import select

        chosen = select(self.events, names=names, start=start, end=end, types=types, statuses=statuses, as_of=as_of)
        return Timeline(chosen)

    def _repr_html_(self) -> str:
        from kg.notebook import graph_html

        return graph_html(self)

    def to_rdflib(self, base: str | None = None) -> "rdflib.Graph":
        """The graph as RDF: the statements of `graph.ttl`, with its prefixes bound; under another base if one is given.

        Raises:
            ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        """
        base = self.base if base is None else base
        return rdf.to_rdflib(rdf.statements(self, base), base)


def nowhere(actor: Actor) -> tuple[float, float] | None:
    """The position of an actor where none are known."""
    return None


def unknown(person: str) -> tuple[Tenure, ...]:
    """The terms of office of a person where no table has any."""
    return ()


def build_graph(
    documents: Iterable[Document],
    mentions: Iterable[EventMention],
    events: Iterable[Event],
    position: Position = nowhere,
    tenures: Tenures = unknown,
    near_misses: Iterable[NearMiss] = (),
    base: str = rdf.BASE,
) -> Graph:
    """The graph of these values, the same whatever order they come in.

    An actor or place is a node when it takes part in an event. `represents` and `located_in` edges stand
    where the country is a node too, links where both events are. `position` is asked for countries and places,
    `tenures` for people.

    Raises:
        ValueError: two events or two documents share an id.
    """
    graph = Graph()
    graph.base = base
    graph.documents = _by_id(documents)
    graph.sources = _distinct([document.source for document in graph.documents])
    graph.mentions = in_order(mentions, _mention_place)
    graph.near_misses = tuple(sorted(near_misses, key=lambda near: (-near.score, near.anchors)))
    graph.events = _distinct(sorted(events, key=by_time))
    graph.tenures = tuple(tenure for person in _people(graph) for tenure in tenures(person))
    nodes = _nodes(graph, position)
    for name in sorted(nodes):
        graph.add_node(name, **nodes.pop(name))  # networkx copies it; so no two copies of all are there at once
    edges = sorted(_edges(graph), key=lambda edge: edge[:3], reverse=True)
    while edges:
        source, target, name, attributes = edges.pop()
        graph.add_edge(source, target, key=name, **attributes)
    return graph


def _people(graph: Graph) -> list[str]:
    actors = (a for event in graph.events for a in (*event.actors, *event.targets))
    return sorted({a.id for a in actors if a.kind == "person"})


def key(prefix: str, identifier: str) -> str:
    """Name of a node: `key("event", "3fa2")` is `event:3fa2`.

    Characters that XML forbids are written as `%XX`, so that every format can hold the name.
    """
    return f"{prefix}:" + FORBIDDEN_IN_XML.sub(lambda match: f"%{ord(match[0]):02X}", identifier)


def actor_key(actor: Actor) -> str:
    """Name of the node of an actor, which is a place's where the actor is one."""
    return key("place" if actor.kind == "place" else "actor", actor.id)


def _nodes(graph: Graph, position: Position) -> dict[str, dict[str, Scalar]]:
    nodes: dict[str, dict[str, Scalar]] = {}
    for actor in _sorted_by_content(a for event in graph.events for a in (*event.actors, *event.targets)):
        nodes.setdefault(actor_key(actor), _actor(actor, position))
    for place in _sorted_by_content(event.place for event in graph.events if event.place):
        nodes.setdefault(key("place", place.id), _place(place, position))
    for event in graph.events:
        nodes[key("event", event.id)] = _event(event)
    for source in graph.sources:
        nodes[key("document", source.id)] = _document(source)
    given = {source.id for source in graph.sources}
    reports = (report for event in graph.events for report in event.mentions if report.document not in given)
    for report in _sorted_by_content(reports):
        nodes.setdefault(key("document", report.document), _reported_document(report))
    return nodes


def _actor(actor: Actor, position: Position) -> dict[str, Scalar]:
    lat, lng = (position(actor) if actor.kind in ("country", "place") else None) or (None, None)
    return _known(kind=actor.kind, label=actor.label, country=actor.country, wikidata=actor.wikidata, lat=lat, lng=lng)


def _place(place: Place, position: Position) -> dict[str, Scalar]:
    return _actor(Actor(id=place.id, label=place.label, kind="place", country=place.country), position)


def _document(document: Source) -> dict[str, Scalar]:
    return _known(
        kind="document",
        label=document.title or document.id,
        title=document.title,
        published=document.published,
        outlet=document.outlet,
        url=document.url,
        language=document.language,
    )


def _reported_document(report: Report) -> dict[str, Scalar]:
    """What a report tells of a document that was not given itself."""
    return _known(kind="document", label=report.document, published=report.published, outlet=report.outlet)


def _event(event: Event) -> dict[str, Scalar]:
    days = sorted(report.published for report in event.mentions if report.published)
    return _known(
        kind="event",
        label=event_label(event),
        action_type=event.type,
        action=event.action,
        plover=event.plover,
        cameo=event.cameo,
        status=event.status,
        confidence=float(event.confidence),
        **_when(event.date),
        precision=event.date.precision if event.date else None,
        reports=len(event.mentions),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        extractors=", ".join(sorted({report.extractor for report in event.mentions})),
    )


def event_label(event: Event) -> str:
    """A line that names the event: `Vladimir Putin – invite – Xi Jinping (2022-12-30)`."""
    actors, targets = (", ".join(actor.label for actor in side) for side in (event.actors, event.targets))
    said = " – ".join(part for part in (actors, event.action or event.type, targets) if part)
    return f"{said} ({event.date.edtf})" if event.date else said


def _when(when: DateRange | None) -> dict[str, Any]:
    if when is None:
        return {}
    return {"edtf": when.edtf, "earliest": when.earliest, "latest": when.latest}


def _known(**attributes: Scalar | date | None) -> dict[str, Scalar]:
    """The attributes that have a value, days as YYYY-MM-DD."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in attributes.items()
        if value is not None and value != ""
    }


Edge = tuple[str, str, str, dict[str, Scalar]]


def _edges(graph: Graph) -> Iterator[Edge]:
    for event in graph.events:
        yield from _parts(event)
        yield from _reports(event)
        for link in event.links:
            if key("event", link.event) in graph:
                yield key("event", event.id), key("event", link.event), link.kind, {"role": link.kind}
    yield from _belonging(graph)


def _parts(event: Event) -> Iterator[Edge]:
    name = key("event", event.id)
    ends = [("agent", actor_key(actor)) for actor in event.actors]
    ends += [("target", actor_key(actor)) for actor in event.targets]
    ends += [("place", key("place", event.place.id))] if event.place else []
    known = _known(status=event.status, **_when(event.date))
    for role, end in ends:
        yield name, end, role, {"role": role, **known}


def _reports(event: Event) -> Iterator[Edge]:
    for report in event.mentions:
        # A row moves when others are added to its table; the report keeps its name.
        content = encode(msgspec.structs.replace(report, row=""))
        name = f"reports:{blake2b(content, digest_size=6).hexdigest()}"
        yield key("document", report.document), key("event", event.id), name, _report(report)


def _report(report: Report) -> dict[str, Scalar]:
    return _known(
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


def _belonging(graph: Graph) -> Iterator[Edge]:
    """Who acts for a country and which places lie in it, where the country is in the graph."""
    nodes = [(name, graph.nodes[name]) for name in sorted(graph, reverse=True)]
    countries = {data["country"]: name for name, data in nodes if data["kind"] == "country" and "country" in data}
    for name, data in nodes:
        home = countries.get(data.get("country", ""))
        if home and data["kind"] != "country":
            role = "located_in" if data["kind"] == "place" else "represents"
            yield name, home, role, {"role": role}


V = TypeVar("V", bound=Value)
N = TypeVar("N", Source, Event)


def _sorted_by_content(values: Iterable[V]) -> list[V]:
    """In an order of their own; a value that knows more comes before one with null in the same field."""
    return sorted(set(values), key=encode)


def _by_id(documents: Iterable[Document]) -> Sequence[Document]:
    """Sorted by id; those of a shelf stay on it."""
    if not isinstance(documents, Shelf):
        return tuple(sorted(documents, key=lambda document: document.id))
    ids = [document.id for document in documents]
    return Chosen(documents, sorted(range(len(ids)), key=ids.__getitem__))


def _distinct(values: list[N]) -> tuple[N, ...]:
    for identifier, count in Counter(value.id for value in values).items():
        if count > 1:
            kind = "Document" if isinstance(values[0], Source) else "Event"
            raise ValueError(f"{kind} {identifier} stands {count} times")
    return tuple(values)


def _mention_place(mention: EventMention) -> tuple[str, int, str]:
    return mention.document, mention.trigger.start, mention.type
