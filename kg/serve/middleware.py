"""What every answer goes through: the build it is made from, headers that keep browsers safe, ETag and gzip."""

import asyncio
import gzip
import hashlib
import re

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
_HELD = 8 * 1024**2
"""Bytes of an answer in pieces that are waited for."""
_WORDS = re.compile("text/|json|xml|javascript|n-triples")
"""Media types that gzip makes smaller."""


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

    Answers of more than `_HELD` bytes in pieces (files) have an ETag of their own, and pass as they are.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            send = _Answer(Headers(scope=scope), scope["method"], send).send
        await self.app(scope, receive, send)


class _Answer:
    """An answer on its way to the client: held back until it is known how it begins."""

    def __init__(self, asked: Headers, method: str, onward: Send) -> None:
        self._asked = asked
        self._reading = method in {"GET", "HEAD"}
        self._onward = onward
        self._start: Message = {}
        self._headers = MutableHeaders()
        self._held = bytearray()
        self._begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            self._headers = MutableHeaders(scope=message)
        elif self._begun:
            await self._onward(message)
        elif self._start["status"] != 200:
            await self._begin(message)
        else:
            self._held += message.get("body", b"")
            more = message.get("more_body", False)
            if not more or len(self._held) > _HELD or self._is_known():
                body = b"" if self._is_known() else bytes(self._held)
                await self._begin({**message, "body": body if more else await self._whole(body)})

    async def _begin(self, message: Message) -> None:
        """Send the start and the first piece; what comes after one that the client has already is left out."""
        await self._onward(self._start)
        self._begun = True
        if self._start["status"] == 304:
            await self._onward({"type": "http.response.body", "body": b""})
            self._onward = _nowhere
        else:
            await self._onward(message)

    def _is_known(self) -> bool:
        """Whether the client has this answer; then it becomes one that says so."""
        if self._reading and _same(self._asked.get("if-none-match", ""), self._headers.get("ETag", "")):
            self._start["status"] = 304
            del self._headers["Content-Length"]
        return bool(self._start["status"] == 304)

    async def _whole(self, body: bytes) -> bytes:
        """The body of an answer in one piece as it is sent, and the headers that it needs."""
        headers = self._headers
        if "accept-encoding" not in headers.get("Vary", "").lower():
            headers.add_vary_header("Accept-Encoding")
        if self._reading:
            headers.setdefault("Cache-Control", "no-cache")
            headers.setdefault("ETag", f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
        if self._is_known():
            return b""
        if len(body) >= _SHORTEST and self._may_be_compressed():
            body = await asyncio.to_thread(gzip.compress, body, 5, mtime=0)
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
        return body

    def _may_be_compressed(self) -> bool:
        kind = self._headers.get("Content-Type", "")
        taken = "gzip" in self._asked.get("accept-encoding", "")
        return taken and "Content-Encoding" not in self._headers and bool(_WORDS.search(kind))


async def _nowhere(_: Message) -> None:
    pass


def _same(header: str, tag: str) -> bool:
    """Weak comparison (RFC 9110, 13.1.2)."""
    known = {part.strip().removeprefix("W/") for part in header.split(",")}
    return bool(tag) and (tag.removeprefix("W/") in known or "*" in known)
