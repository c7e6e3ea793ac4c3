"""FollowTheMoney entities as JSON Lines, for OpenSanctions and Aleph (followthemoney.tech, model 4).

| of the graph | schema |
|---|---|
| person | Person |
| country, organisation | PublicBody, Organization |
| group | LegalEntity |
| place | Address |
| document | Article |
| event | Event |
| represents | Representation |
| office of a person | Position |
| term of office | Occupancy |

The model knows no status: an event that did not simply happen says its status in its name, and every event in
its keywords. Dates are the first and the last day that an event can be of. What FollowTheMoney's types refuse
(days before the year 1000 or after 2200, addresses that are not of the web) is left out.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from kg import atomic
from kg.export.xml import clean
from kg.graph import AnyGraph
from kg.graph import key as node
from kg.model import REAL, Tenure

Properties = dict[str, list[str]]
Data = dict[str, Any]

_SCHEMATA = {
    "person": "Person",
    "country": "PublicBody",
    "organisation": "Organization",
    "group": "LegalEntity",
    "place": "Address",
    "document": "Article",
    "event": "Event",
}
_ACTORS = frozenset({"person", "country", "organisation", "group"})
_COUNTRIES = {"su": "suhh", "yu": "yucs", "cs": "cshh"}
"""Codes that the model writes in another way."""
_UNKNOWN_COUNTRIES = frozenset({"yd"})
_FIRST_YEAR, _LAST_YEAR = "1000", "2200"
_LONGEST = {"name": 384, "full": 250, "location": 250, "title": 1024, "publisher": 1024}
"""Characters that the types of these properties take."""


class Entity(msgspec.Struct, frozen=True):
    """One line of the file."""

    id: str
    schema: str
    properties: Properties


def write(graph: AnyGraph, path: Path) -> None:
    """Write the entities, sorted by id.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic.open_binary(path) as out:
        for entity in sorted(entities(graph), key=lambda e: e.id):
            out.write(msgspec.json.encode(entity) + b"\n")


def entities(graph: AnyGraph) -> Iterator[Entity]:
    """An entity for each node of the graph, each tie of an actor to a country, each office and each term of it."""
    for key, data in graph.nodes(data=True):
        yield Entity(_id(key), _SCHEMATA[data["kind"]], _known(_properties(graph, key, data)))
    for source, target, data in graph.edges(data=True):
        if data["role"] == "represents":
            ends = {"agent": [_id(source)], "client": [_id(target)]}
            yield Entity(_id(f"represents:{source} {target}"), "Representation", ends)
    yield from _offices(graph.tenures)


def _offices(tenures: Iterable[Tenure]) -> Iterator[Entity]:
    posts: dict[str, Entity] = {}
    for tenure in tenures:
        post = _id(f"position:{tenure.office} {tenure.of}")
        country = _country({"country": tenure.country or ""})
        posts.setdefault(post, Entity(post, "Position", _known({"name": [tenure.post], "country": country})))
        span = f"{tenure.start or ''} {tenure.end or ''}"
        told: dict[str, Iterable[Any]] = {
            "holder": [_id(node("actor", tenure.holder))],
            "post": [post],
            "startDate": [tenure.start],
            "endDate": [tenure.end],
            "description": [tenure.title],
        }
        yield Entity(_id(f"occupancy:{tenure.holder} {tenure.office} {tenure.of} {span}"), "Occupancy", _known(told))
    yield from posts.values()


def _id(key: str) -> str:
    """The letters, digits and hyphens of a node's name, with a digest where others had to go."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in key)
    if len(key) < 150 and key == plain.replace("-", ":", 1) and not plain.endswith("-"):
        return f"kg-{plain}"
    return f"kg-{plain.partition('-')[0]}-{blake2b(key.encode(), digest_size=10).hexdigest()}"


def _properties(graph: AnyGraph, key: str, data: Data) -> dict[str, Iterable[Any]]:
    if data["kind"] == "event":
        return _event(graph, key, data)
    if data["kind"] == "document":
        return _document(data)
    named: dict[str, Iterable[Any]] = {
        "name": [data["label"]],
        "country": _country(data),
        "wikidataId": [data.get("wikidata")],
    }
    if data["kind"] == "place":
        named |= {"full": [data["label"]], "latitude": [data.get("lat")], "longitude": [data.get("lng")]}
    return named


def _document(data: Data) -> dict[str, Iterable[Any]]:
    return {
        "name": [data["label"]],
        "title": [data.get("title")],
        "publishedAt": _days(data, "published"),
        "publisher": [data.get("outlet")],
        "sourceUrl": _web(data),
    }


def _event(graph: AnyGraph, key: str, data: Data) -> dict[str, Iterable[Any]]:
    sides = {"agent": _ends(graph, key, "agent"), "target": _ends(graph, key, "target")}
    parties = list(dict.fromkeys((*sides["agent"], *sides["target"])))
    places = [*_ends(graph, key, "place"), *(p for p in parties if graph.nodes[p]["kind"] == "place")]
    reports = [(source, d) for source, _, d in graph.in_edges(key, data=True) if d["role"] == "reports"]
    documents = sorted({source for source, _ in reports})
    done = data["status"] in REAL
    return {
        "name": [data["label"] if done else f"{data['label']} [{data['status']}]"],
        "startDate": _days(data, "earliest"),
        "endDate": _days(data, "latest"),
        "involved": [_id(p) for p in parties if graph.nodes[p]["kind"] in _ACTORS],
        "location": dict.fromkeys(graph.nodes[p]["label"] for p in places),
        "addressEntity": dict.fromkeys(map(_id, places)),
        "country": dict.fromkeys(code for p in places for code in _country(graph.nodes[p])),
        "keywords": [data["action_type"], data["status"], data.get("plover")],
        "summary": sorted({d["quote"] for _, d in reports if "quote" in d}),
        "proof": map(_id, documents),
        "sourceUrl": dict.fromkeys(url for d in documents for url in _web(graph.nodes[d])),
        "recordId": [key.partition(":")[2]],
    }


def _ends(graph: AnyGraph, key: str, role: str) -> list[str]:
    return sorted(target for _, target, data in graph.out_edges(key, data=True) if data["role"] == role)


def _country(data: Data) -> list[str]:
    code = data.get("country", "").lower()
    return [_COUNTRIES.get(code, code)] if code and code not in _UNKNOWN_COUNTRIES else []


def _days(data: Data, name: str) -> list[str]:
    day = data.get(name, "")
    return [day] if _FIRST_YEAR <= day[:4] <= _LAST_YEAR else []


def _web(data: Data) -> list[str]:
    try:
        parts = urlsplit(data.get("url", ""))
    except ValueError:
        return []
    whole = parts.scheme in ("http", "https") and "." in parts.netloc and not set(' <>"') & set(data["url"])
    return [data["url"]] if whole else []


def _known(properties: dict[str, Iterable[Any]]) -> Properties:
    """The properties that have a value, each value a text without control characters or blanks at its ends."""
    texts = {
        name: [_text(value, _LONGEST.get(name)) for value in values if value is not None]
        for name, values in properties.items()
    }
    return {name: kept for name, values in texts.items() if (kept := [text for text in values if text])}


def _text(value: Any, longest: int | None) -> str:
    text = clean(str(value)).strip()
    return text if longest is None or len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
