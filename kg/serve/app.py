"""The ASGI application: which address is answered by what."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from kg.resources import explorer
from kg.serve import api, files
from kg.serve.graph_store import graph
from kg.serve.metrics import Counted, Metrics, metrics
from kg.serve.middleware import Compact, Secured, Served
from kg.serve.openapi import openapi
from kg.serve.problems import HANDLERS
from kg.serve.served import Current, build_of
from kg.serve.settings import Settings
from kg.serve.sparql import sparql

_NO_EXPLORER = (
    "The explorer is not built here: run `make ui`, which needs Node with npm.\n"
    "The API is described by /openapi.json; SPARQL is answered at /sparql, the graph itself is at /graph?default.\n"
)


def application(settings: Settings) -> Starlette:
    """Everything that is served of a build's folder; the build is read when the application starts.

    Raises, at its start:
        KgError: the build cannot be read.
    """
    current = Current(settings)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        await current.start()
        watching = asyncio.create_task(current.watch())
        yield
        watching.cancel()
        await current.close()

    counts = Metrics()
    middleware = [Middleware(Counted, metrics=counts), *_middleware(settings, current)]
    made = Starlette(routes=_routes(), middleware=middleware, lifespan=life)
    for kind, handler in HANDLERS.items():
        made.add_exception_handler(kind, handler)
    made.router.redirect_slashes = False  # to an address made of what the client says the host is
    made.state.settings = settings
    made.state.metrics = counts
    made.state.current = current
    return made


def _routes() -> list[Route]:
    return [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/api/events", api.events),
        Route("/api/events/{id}", api.event),
        Route("/api/actors", api.actors),
        Route("/api/actors/{id:path}", api.actor),
        Route("/api/timeline", api.timeline),
        Route("/api/story", files.story),
        Route("/graph", graph),
        Route("/health", health),
        Route("/metrics", metrics),
        Route("/openapi.json", openapi),
        _explorer(),
    ]


def _explorer() -> Route:
    """The files of the explorer, under every address that is nothing else's."""
    built = explorer()
    if not (built / "index.html").is_file():
        return Route("/", lambda _: PlainTextResponse(_NO_EXPLORER))
    files = StaticFiles(directory=built, html=True)

    async def file(request: Request) -> Response:
        return await files.get_response(files.get_path(request.scope), request.scope)

    return Route("/{path:path}", file)


def _middleware(settings: Settings, current: Current) -> list[Middleware]:
    found = [Middleware(Secured, shared=bool(settings.cors))]
    if "*" not in settings.hosts:
        found.append(Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False))
    if settings.cors:
        found.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(settings.cors),
                allow_methods=["GET", "POST", "HEAD"],
                allow_headers=["Accept", "Content-Type"],
                expose_headers=["ETag", "Link", "X-SPARQL-MaxRows"],
            )
        )
    return [*found, Middleware(Served, current=current), Middleware(Compact)]


async def health(request: Request) -> Response:
    """That the server lives, and what it serves."""
    build = build_of(request)
    queries = "ready" if build.rdf else "no RDF in this build"
    return api.response(api.Health(build=build.identity, events=len(build.events), queries=queries))
