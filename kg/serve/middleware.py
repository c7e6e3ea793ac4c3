"""What every answer goes through: the build it is made from, headers that keep browsers safe, ETag and gzip."""

import asyncio
import gzip
import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.served import Current

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SHORTEST = 500
"""Bytes under which an answer is not compressed."""


class Served:
    """Gives each request the build that is current when it begins."""

    def __init__(self, app: ASGIApp, current: Current) -> None:
        self.app = app
        self.current = current

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        build = scope["kg.build"] = self.current.taken()
        try:
            await self.app(scope, receive, send)
        finally:
            self.current.back(build)


class Secured:
    """Adds the headers of `SECURITY`; only with CORS may other origins read what is sent."""

    def __init__(self, app: ASGIApp, shared: bool) -> None:
        self.app = app
        self.headers = {**SECURITY, "Cross-Origin-Resource-Policy": "cross-origin" if shared else "same-origin"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, secured if scope["type"] == "http" else send)


class Compact:
    """Gives whole answers an ETag, leaves out those that the client has already, and compresses long ones.

    Answers that come in pieces (files) pass through as they are.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked, began = Headers(scope=scope), None

        async def compact(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = message
                return
            if began is None:
                await send(message)
                return
            start, began = began, None
            body = message.get("body", b"")
            if not message.get("more_body") and start["status"] == 200:
                body = await _finished(asked, start, body, scope["method"])
            await send(start)
            await send({**message, "body": body})

        await self.app(scope, receive, compact)


async def _finished(asked: Headers, start: Message, body: bytes, method: str) -> bytes:
    """The body as it is sent; the message at its start is changed."""
    headers = MutableHeaders(scope=start)
    headers.add_vary_header("Accept-Encoding")
    if "content-encoding" in headers:
        return body
    if method in {"GET", "HEAD"}:
        headers.setdefault("Cache-Control", "no-cache")
        headers.setdefault("ETag", f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
        if _known(asked.get("if-none-match", ""), headers["ETag"]):
            start["status"] = 304
            del headers["Content-Length"]
            return b""
    if len(body) >= _SHORTEST and "gzip" in asked.get("accept-encoding", ""):
        body = await asyncio.to_thread(gzip.compress, body, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
    return body


def _known(header: str, tag: str) -> bool:
    """Weak comparison (RFC 9110, 13.1.2)."""
    known = {part.strip().removeprefix("W/") for part in header.split(",")}
    return tag.removeprefix("W/") in known or "*" in known
