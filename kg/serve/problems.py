"""What is wrong with a request, in one line: of the API as problem+json (RFC 9457), else as plain text."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import BusyError, KgError, NotFoundError, QueryError, RefusedError, SpentError

_STATUS: dict[type[KgError], int] = {
    RefusedError: 403,
    SpentError: 503,
    BusyError: 503,
    QueryError: 400,
    NotFoundError: 404,
}
"""The more special first."""


class Problem(msgspec.Struct, frozen=True):
    """What was wrong with a request (RFC 9457); `detail` says what to do."""

    title: str
    status: int
    detail: str


async def of_http(request: Request, error: Exception) -> Response:
    """The answer to an error of the protocol."""
    assert isinstance(error, HTTPException)
    return _response(request, error.status_code, error.detail, dict(error.headers or {}))


async def of_kg(request: Request, error: Exception) -> Response:
    """The answer to an error of kg's."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return _response(request, status, str(error), {"Retry-After": "1"} if isinstance(error, BusyError) else {})


async def of_any(request: Request, error: Exception) -> Response:
    """The answer where the program itself is wrong; the log has the rest."""
    return _response(request, 500, "an error of the server's own; its log says more", {})


HANDLERS: dict[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: of_http,
    KgError: of_kg,
    Exception: of_any,
}


def _response(request: Request, status: int, detail: str, headers: dict[str, str]) -> Response:
    if request.url.path.startswith("/api/"):
        title = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Error"
        body = msgspec.json.encode(Problem(title, status, detail)) + b"\n"
        return Response(body, status, headers, "application/problem+json")
    return Response(f"{detail}\n", status, headers, "text/plain")
