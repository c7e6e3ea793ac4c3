"""The query operation of the SPARQL 1.1 Protocol (W3C recommendation, section 2.1); updates are refused."""

import asyncio
from collections.abc import Iterable
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.query.safety import check
from kg.query.tokens import with_plain_lines
from kg.serve import description
from kg.serve.bodies import body_of
from kg.serve.negotiation import GRAPHS, ROWS, Choice, choose
from kg.serve.served import graph_of
from kg.serve.worker import Answer, Question

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_READ_ONLY = "updates are refused; a build is changed by building again"
_NO_DATASET = "{} is refused: kg answers from the whole of its own graph only; leave the parameter out"

Parameters = list[tuple[str, str]]


async def sparql(request: Request) -> Response:
    """Answer a query; without one, on GET, the description of the service."""
    if request.method in {"GET", "HEAD"}:
        parameters = _decoded(request.url.query.encode())
        if "query" not in dict(parameters):
            _no_update(parameters)
            return description.response(request, graph_of(request))
    else:
        parameters = await _posted(request)
    query = with_plain_lines(_query(parameters))
    found = check(query)
    kind = next((t.text.lower() for t in found if t.kind == "word" and t.text.lower() not in {"prefix", "base"}), "")
    is_graph = kind in {"construct", "describe"}
    choice = choose(request.headers.get("accept", ""), GRAPHS if is_graph else ROWS)
    return await _answer(request, query, choice)


async def _posted(request: Request) -> Parameters:
    """The parameters of a POST, by either of its two forms, and those of its address."""
    kind, _, attributes = request.headers.get("content-type", "").lower().partition(";")
    kind, charset = kind.strip(), attributes.partition("charset=")[2].partition(";")[0].strip(' "')
    if kind == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    if kind not in {_FORM, _QUERY}:
        named = kind or "no Content-Type"
        raise HTTPException(415, f"{named}: POST a query as {_QUERY}, or as query=… in {_FORM}")
    if charset not in {"", "utf-8", "utf8", "us-ascii"}:
        raise HTTPException(415, f"charset {charset}: write the query in UTF-8")
    body = await body_of(request)
    try:
        posted = _decoded(body) if kind == _FORM else [("query", body.decode())]
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the query is no UTF-8 ({error.reason} at byte {error.start})") from error
    return [*_decoded(request.url.query.encode()), *posted]


def _decoded(encoded: bytes) -> Parameters:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, f"the parameters are no percent-encoded UTF-8 ({error})") from error


def _query(parameters: Parameters) -> str:
    _no_update(parameters)
    for name, value in parameters:
        if name in {"default-graph-uri", "named-graph-uri"} and value:
            raise HTTPException(403, _NO_DATASET.format(name))
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) != 1:
        raise HTTPException(400, f"{len(queries)} parameters are called query; send one")
    return queries[0]


def _no_update(parameters: Iterable[tuple[str, str]]) -> None:
    if any(name == "update" for name, _ in parameters):
        raise HTTPException(403, _READ_ONLY)


async def _answer(request: Request, query: str, choice: Choice) -> Response:
    pool, limits = graph_of(request).pool, request.app.state.settings.limits
    question = Question(query, choice.form, limits.rows)
    answer = await _while_connected(request, asyncio.ensure_future(pool.ask(question)))
    headers = {"Vary": "Accept"} | ({"X-SPARQL-MaxRows": str(limits.rows)} if answer.more else {})
    return Response(answer.body, media_type=choice.media, headers=headers)


async def _while_connected(request: Request, answer: "asyncio.Task[Answer]") -> Answer:
    """The answer; the query is stopped when the client goes away before."""
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise HTTPException(499, "the client went away")
        return answer.result()
    finally:
        gone.cancel()
        answer.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
