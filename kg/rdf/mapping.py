"""What is said of each thing in the graph, in the terms of SEM, schema.org, Web Annotation and PROV.

An event is a `sem:Event`. What a document says of it is a `kg:Mention`: a Web Annotation whose body is the
event and whose target is a span of the document, and a `sem:View` according to an authority (who is quoted,
else the outlet, else the document). There are no blank nodes. References: van Hage et al. 2011 (SEM),
W3C Web Annotation Data Model, W3C PROV-O, Library of Congress EDTF.

Each function says of one subject a predicate, by its short name, and an object.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal

from kg.rdf.names import VOCABULARIES, iriref, local

Data = dict[str, Any]
Object = str
"""An IRI or a literal as N-Triples writes it: millions of them are made, most to be written down."""
Said = tuple[str, Object]
"""A predicate's short name and an object."""

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
"""What a literal cannot hold as it is: rare, and quicker to look for than to replace."""

ACTOR_CLASSES = {
    "person": "schema:Person",
    "country": "schema:Country",
    "organisation": "schema:Organization",
    "group": "kg:Group",
}
EDGES = {
    "agent": ("kg:agent", "sem:hasActor"),
    "target": ("kg:target", "sem:hasActor"),
    "place": ("sem:hasPlace",),
    "represents": ("kg:represents",),
    "located_in": ("schema:containedInPlace",),
    "proposes": ("kg:proposes",),
    "part_of": ("kg:partOf",),
    "regards": ("kg:regards",),
    "follows": ("kg:follows",),
}
"""An edge's role → what its start says of its end."""

_COLUMNS = {
    "event": {
        "action": ("kg:phrase", "xsd:string"),
        "plover": ("kg:plover", "xsd:string"),
        "cameo": ("kg:cameo", "xsd:string"),
        "precision": ("kg:precision", "xsd:string"),
        "edtf": ("kg:edtf", "edtf:EDTF"),
        "earliest": ("sem:hasEarliestBeginTimeStamp", "xsd:date"),
        "latest": ("sem:hasLatestEndTimeStamp", "xsd:date"),
    },
    "document": {
        "title": ("schema:headline", "xsd:string"),
        "published": ("schema:datePublished", "xsd:date"),
        "url": ("schema:url", "xsd:anyURI"),
        "language": ("schema:inLanguage", "xsd:string"),
    },
    "mention": {
        "date_text": ("kg:dateText", "xsd:string"),
        "extractor": ("kg:extractor", "xsd:string"),
        "rule": ("kg:rule", "xsd:string"),
        "row": ("kg:row", "xsd:string"),
    },
    "actor": {"country": ("kg:countryCode", "xsd:string")},
}
"""Attributes of `kg.graph` that are written as they are: predicate and datatype."""


def is_a(*kinds: str) -> tuple[Said, ...]:
    """Its classes."""
    return tuple(("rdf:type", iriref(kind)) for kind in kinds)


_ACTIONS = {
    "call": is_a("schema:CommunicateAction"),
    "invite": is_a("schema:InviteAction"),
    "visit": is_a("schema:TravelAction"),
}
"""schema.org has an exact class for these alone."""

_EVENT = is_a("sem:Event")
_ARTICLE = is_a("schema:NewsArticle")
_PLACE = is_a("sem:Place", "schema:Place")
_SPAN = is_a("oa:SpecificResource")
_POSITION = is_a("oa:TextPositionSelector")
_QUOTE = is_a("oa:TextQuoteSelector")
_MENTION: tuple[Said, ...] = (
    *is_a("kg:Mention", "oa:Annotation", "sem:View"),
    ("oa:motivatedBy", iriref("oa:describing")),
)
"""What is said of everything of a kind."""


def node(data: Data, identifier: str) -> list[Said]:
    """A node of the graph by its attributes."""
    label: Said = ("rdfs:label", literal(data["label"]))
    if data["kind"] == "event":
        return [label, *_event(data)]
    if data["kind"] == "document":
        return [label, *_ARTICLE, *_literals("document", data), ("schema:identifier", literal(identifier))]
    return [label, *_actor_or_place(data)]


def mention(data: Data, document: Object, event: Object, span: Object, authority: Object) -> list[Said]:
    """What a document says of an event, by the attributes of a `reports` edge: annotation and claim in one."""
    return [
        *_MENTION,
        ("oa:hasBody", event),
        ("oa:hasTarget", span),
        ("prov:wasDerivedFrom", document),
        ("kg:status", iriref(f"status:{data['status']}")),
        ("kg:stance", iriref(stance(data))),
        ("sem:accordingTo", authority),
        *_literals("mention", data),
    ]


def stance(data: Data) -> str:
    """The side that a `reports` edge takes on its event."""
    return "stance:denies" if data["polarity"] == "negative" or data["status"] == "denied" else "stance:asserts"


def span(document: Object, selectors: Iterable[Object]) -> list[Said]:
    """A sentence of a document, found again by its position and by its words, where they are known."""
    return [*_SPAN, ("oa:hasSource", document), *(("oa:hasSelector", selector) for selector in selectors)]


def position(start: int, end: int) -> list[Said]:
    """Characters of a document's text."""
    return [*_POSITION, ("oa:start", _count(start)), ("oa:end", _count(end))]


def quote(texts: Iterable[str]) -> list[Said]:
    """The words of a sentence."""
    return [*_QUOTE, *(("oa:exact", literal(text)) for text in texts)]


def _event(data: Data) -> list[Said]:
    return [
        *_EVENT,
        *_ACTIONS.get(data["action_type"], ()),
        ("sem:eventType", iriref(f"action:{data['action_type']}")),
        ("kg:status", iriref(f"status:{data['status']}")),
        ("kg:confidence", _decimal(data["confidence"])),
        *_literals("event", data),
    ]


def _actor_or_place(data: Data) -> list[Said]:
    said = _literals("actor", data)
    if item := data.get("wikidata"):
        said.append(("schema:sameAs", f"<{VOCABULARIES['wd']}{local(item)}>"))
    if data["kind"] != "place":
        return [*is_a("sem:Actor", ACTOR_CLASSES[data["kind"]]), *said]
    where = (("lat", "geo:lat"), ("lng", "geo:long"))
    return [*_PLACE, *said, *((predicate, _decimal(data[name])) for name, predicate in where if name in data)]


def _literals(kind: str, data: Data) -> list[Said]:
    columns = _COLUMNS[kind]
    return [(columns[name][0], _literal(data[name], columns[name][1])) for name in columns if name in data]


def literal(text: str) -> Object:
    """A plain string."""
    return str(Literal(text)) if _SPECIAL.search(text) else f'"{text}"'


@lru_cache(maxsize=65536)
def _literal(value: str, datatype: str) -> Object:
    """Kept, because codes, days and rules come again and again."""
    return literal(value) if datatype == "xsd:string" else f"{literal(value)}^^{iriref(datatype)}"


@lru_cache(maxsize=65536)
def _count(value: int) -> Object:
    return _literal(str(value), "xsd:nonNegativeInteger")


@lru_cache(maxsize=65536)
def _decimal(value: float) -> Object:
    """Four places at most, in the canonical form of XSD, so that no reader writes it another way."""
    text = f"{Decimal(f'{value:.4f}').normalize():f}"
    return _literal(text if "." in text else f"{text}.0", "xsd:decimal")
