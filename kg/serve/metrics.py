"""What the server counts, as Prometheus reads it."""

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.served import Build, build_of

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})
_OTHER = "other"
"""Stands for what clients may make up, so that they cannot add series."""


class Metrics:
    """The counts of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        labels = ("path", "method", "status")
        self._requests = Counter("kg_http_requests", "Requests answered.", labels, registry=self._registry)
        self._seconds = Histogram(
            "kg_http_request_duration_seconds", "Time until a request was answered.", ("path",), registry=self._registry
        )
        self._running = Gauge("kg_http_requests_running", "Requests being answered.", registry=self._registry)
        self._queries = Gauge("kg_queries_running", "Queries that wait or run.", registry=self._registry)
        self._alive = Gauge("kg_query_workers", "Processes that answer queries.", registry=self._registry)
        self._events = Gauge("kg_build_events", "Events in the build that is served.", registry=self._registry)
        self._build = Gauge("kg_build_info", "The build that is served.", ("build",), registry=self._registry)

    def text(self, build: Build) -> bytes:
        """All counts (Prometheus text format)."""
        self._events.set(len(build.events))
        self._build.clear()
        self._build.labels(build.identity).set(1)
        self._queries.set(build.rdf.pool.asked if build.rdf else 0)
        self._alive.set(build.rdf.pool.alive if build.rdf else 0)
        return generate_latest(self._registry)

    def began(self) -> None:
        """A request has come."""
        self._running.inc()

    def ended(self, path: str, method: str, status: int, seconds: float) -> None:
        """A request has been answered."""
        self._running.dec()
        self._requests.labels(path, method if method in _METHODS else _OTHER, status).inc()
        self._seconds.labels(path).observe(seconds)


class Counted:
    """Counts each request and its time."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, began = 500, time.monotonic()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self.metrics.began()
        try:
            await self.app(scope, receive, watched)
        finally:
            path = getattr(scope.get("route"), "path", _OTHER)
            self.metrics.ended(path, scope["method"], status, time.monotonic() - began)


async def metrics(request: Request) -> Response:
    """The counts of this server."""
    counts: Metrics = request.app.state.metrics
    return Response(counts.text(build_of(request)), media_type="text/plain; version=0.0.4; charset=utf-8")
