"""The description of everything that is served, as OpenAPI 3.1, made from the same values as the answers."""

from functools import cache
from typing import Any, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.export.story import Story
from kg.model import ActionType, ActorKind, Event, Status
from kg.serve import asked
from kg.serve.api import ActorPage, EventPage, Health, TimelinePage
from kg.serve.choice import ActorDetail
from kg.serve.negotiation import GRAPHS, ROWS
from kg.serve.problems import Problem

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 1, "maximum": asked.MOST, "default": asked.LIMIT}
_DAY: Json = {"type": "string", "examples": ["2023", "2023-02", "2023-02-01"]}


def _several(items: Json) -> Json:
    return {"type": "array", "items": items}


PARAMETERS: dict[str, tuple[str, Json]] = {
    "name": ("Anybody or anything that takes part, or where it is; a country stands for its people.", _several(_TEXT)),
    "person": ("A person who takes part.", _several(_TEXT)),
    "country": ("A country that takes part, itself or by its people: a name or an ISO 3166-1 code.", _several(_TEXT)),
    "type": ("Only events of a type.", _several({"type": "string", "enum": list(get_args(ActionType))})),
    "status": ("Only events of a status.", _several({"type": "string", "enum": list(get_args(Status))})),
    "from": ("Events that may lie on or after a day.", _DAY),
    "to": ("Events that may lie on or before a day.", _DAY),
    "as-of": ("As known by the reports published up to a day.", _DAY),
    "q": ("Words that all stand in an actor's label, or in an event's labels, sentences, outlets and titles.", _TEXT),
    "kind": ("Only actors of a kind.", _several({"type": "string", "enum": list(get_args(ActorKind))})),
    "limit": (
        "Most items of a page.",
        {"type": "integer", "minimum": 1, "maximum": asked.MOST, "default": asked.LIMIT},
    ),
    "cursor": ("Where the page begins: from the address of the next page.", _TEXT),
}
_LISTED = (*asked.FILTERS, *asked.PAGING)
_READ: dict[str, tuple[str, tuple[str, ...], type]] = {
    "/api/events": ("Events with all their reports, in the order of their dates.", _LISTED, EventPage),
    "/api/events/{id}": ("One event.", ("as-of",), Event),
    "/api/actors": ("Actors, those of the most events first.", asked.ACTOR_FILTERS, ActorPage),
    "/api/actors/{id}": ("One actor.", (), ActorDetail),
    "/api/timeline": ("Events in brief, in the order of their dates.", _LISTED, TimelinePage),
    "/api/story": ("The whole build, as the explorer reads it.", (), Story),
    "/health": ("Whether the server lives, and what it serves.", (), Health),
}


async def openapi(_: Request) -> Response:
    """The description."""
    return Response(_encoded(), media_type="application/json")


@cache
def _encoded() -> bytes:
    return msgspec.json.encode(document())


def document() -> Json:
    """The description as plain values, to be encoded as JSON."""
    kinds = [kind for _, _, kind in _READ.values()]
    (*schemas, problem), components = msgspec.json.schema_components(
        [*kinds, Problem], ref_template="#/components/schemas/{name}"
    )
    wrong = {"description": "What is wrong.", "content": {"application/problem+json": {"schema": problem}}}
    paths = {
        path: {"get": _operation(path, summary, names, schema)}
        for (path, (summary, names, _)), schema in zip(_READ.items(), schemas, strict=True)
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": __version__,
            "summary": "Events that news articles tell of, with who, whom, when, where and status",
        },
        "paths": paths | _sparql() | _others(),
        "components": {"schemas": components, "responses": {"wrong": wrong}},
    }


def _operation(path: str, summary: str, names: tuple[str, ...], schema: Json) -> Json:
    operation: Json = {"summary": summary, "parameters": [*_in_path(path), *map(_parameter, names)]}
    media = {"application/json": {"schema": schema}}
    operation["responses"] = {"200": {"description": summary, "content": media}, "304": {"description": "As before."}}
    if path.startswith("/api/"):
        operation["responses"]["4XX"] = {"$ref": "#/components/responses/wrong"}
    return operation


def _in_path(path: str) -> list[Json]:
    return [{"name": "id", "in": "path", "required": True, "schema": _TEXT}] if "{id}" in path else []


def _parameter(name: str) -> Json:
    description, schema = PARAMETERS[name]
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _sparql() -> Json:
    answers = {media: {"schema": _TEXT} for media in (*ROWS, *GRAPHS)}
    responses = {
        "200": {"description": "The answer; without a query the service's description.", "content": answers},
        "400": {"description": "The query is wrong: line, column and what."},
        "403": {"description": "It is an update, or would read something else than the build."},
        "503": {"description": "Its time or memory was up, or too many queries wait."},
    }
    query = {"name": "query", "in": "query", "description": "SPARQL 1.1.", "schema": _TEXT}
    form = {"type": "object", "properties": {"query": _TEXT}, "required": ["query"]}
    bodies = {"application/x-www-form-urlencoded": {"schema": form}, "application/sparql-query": {"schema": _TEXT}}
    get = {"summary": "Ask in SPARQL 1.1 (SPARQL 1.1 Protocol).", "parameters": [query], "responses": responses}
    post = {"summary": "The same.", "requestBody": {"required": True, "content": bodies}, "responses": responses}
    return {"/sparql": {"get": get, "post": post}}


def _others() -> Json:
    graphs = {media: {"schema": _TEXT} for media in GRAPHS}
    which = [
        {
            "name": "default",
            "in": "query",
            "description": "All statements.",
            "schema": {"type": "string", "maxLength": 0},
        },
        {"name": "graph", "in": "query", "description": "Those of one article's graph.", "schema": _TEXT},
    ]
    found = {
        "200": {"description": "The statements.", "content": graphs},
        "400": {"description": "Neither or both of the parameters, or no IRI."},
        "404": {"description": "No graph has this name."},
    }
    text = {"text/plain": {"schema": _TEXT}}
    counts = {"200": {"description": "Prometheus's text format.", "content": text}}
    return {
        "/graph": {"get": {"summary": "Statements (Graph Store Protocol).", "parameters": which, "responses": found}},
        "/metrics": {"get": {"summary": "What the server counts.", "responses": counts}},
    }
