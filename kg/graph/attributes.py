"""What nodes and edges can carry: `NODE_ATTRIBUTES` and `EDGE_ATTRIBUTES` say what each attribute means."""

from typing import Any, NamedTuple

Scalar = str | int | float | bool
Data = dict[str, Any]
"""The attributes of a node or an edge, by name; each is a `Scalar`."""


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
