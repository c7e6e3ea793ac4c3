"""The build that is served, held whole in memory and in private copies; a newer one on disk takes its place at once.

Each request keeps the build that it began with until its answer is sent, whatever happens on disk meanwhile.
"""

import asyncio
import hashlib
import logging
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg import built
from kg.errors import InputError, KgError, NotFoundError
from kg.model import Event, Source
from kg.query import sources
from kg.serve.choice import Index
from kg.serve.pool import Pool
from kg.serve.settings import Settings

log = logging.getLogger("kg.serve")
_LINES = ("events.jsonl", "documents.jsonl", "mentions.jsonl", "near_misses.jsonl", "report.json")
_PIECE = 1024**2


class Rdf:
    """A build's graph: a copy of its file, and the processes that answer queries over it."""

    def __init__(self, file: Path, settings: Settings) -> None:
        self.file = file
        self.pool = Pool((file,), settings.limits, settings.workers, settings.waiting)


class Build:
    """One state of a build's folder; `identity` is a hash of its files."""

    def __init__(self, settings: Settings) -> None:
        """Read and copy the files.

        Raises:
            NotFoundError: there is no build in the folder, or it did not write events.jsonl and documents.jsonl.
            InputError: a file is something else.
        """
        folder = settings.folder
        self.stamp = stamp(folder)
        self.events: tuple[Event, ...] = built.events(folder)
        self.documents: tuple[Source, ...] = built.sources(folder)
        self.index = Index(self.events, self.documents)
        self._copies = tempfile.TemporaryDirectory(prefix="kg-serve-")
        file = _graph(folder)
        copies = [self._copied(folder / name) for name in (*_LINES, *([file.name] if file else ()))]
        self.identity = _digest(copy for copy in copies if copy.exists() and copy.name != "report.json")
        self.rdf = Rdf(copies[-1], settings) if file else None
        self.lock = asyncio.Lock()
        self.users = 0
        self.retired = False

    @property
    def copies(self) -> Path:
        """A private folder for copies of this build's files and for what is made of them."""
        return Path(self._copies.name)

    def _copied(self, file: Path) -> Path:
        """The copy of a file, which is there only if the file is."""
        copy = self.copies / file.name
        with suppress(FileNotFoundError):
            shutil.copyfile(file, copy)
        return copy

    async def close(self) -> None:
        """End its processes and remove its copies."""
        if self.rdf:
            await self.rdf.pool.close()
        self._copies.cleanup()


class Current:
    """The build that new requests get."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._closing: set[asyncio.Task[None]] = set()
        self._tried: object = None
        self.build: Build

    async def start(self) -> None:
        """Load the build.

        Raises:
            KgError: what `Build` and `Pool.ready` raise.
        """
        self.build = await self._loaded()

    async def watch(self) -> None:
        """Look again and again whether there is a new build, and serve it; one that cannot be read is left alone."""
        while True:
            await asyncio.sleep(self._settings.beat)
            now = await asyncio.to_thread(stamp, self._settings.folder)
            if now is None or now in (self.build.stamp, self._tried):
                continue
            self._tried = now
            try:
                self._replace(await self._loaded())
            except (KgError, OSError) as error:
                log.error("the new build is not served: %s", error)

    def taken(self) -> Build:
        """The build of a new request, which gives it `back` at its end."""
        self.build.users += 1
        return self.build

    def back(self, build: Build) -> None:
        """A request of a build has ended."""
        build.users -= 1
        self._close_unused(build)

    def stop(self) -> None:
        """Answer no more queries, nor those that run."""
        if self.build.rdf:
            self.build.rdf.pool.stop()

    async def close(self) -> None:
        """End all processes."""
        await self.build.close()
        await asyncio.gather(*self._closing)

    def _replace(self, new: Build) -> None:
        old, self.build = self.build, new
        old.retired = True
        self._close_unused(old)
        log.info("serving the new build: %d events", len(new.events))

    def _close_unused(self, build: Build) -> None:
        if build.retired and not build.users:
            task = asyncio.ensure_future(build.close())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    async def _loaded(self) -> Build:
        build = await asyncio.to_thread(Build, self._settings)
        try:
            if build.rdf:
                await build.rdf.pool.ready()
        except BaseException as error:
            await build.close()
            if isinstance(error, InputError):  # of the copy, whose name nobody knows
                raise InputError(str(error).replace(str(build.copies), str(self._settings.folder))) from error
            raise
        return build


def stamp(folder: Path) -> object:
    """What changes when a build of the folder has ended: the report is the last file that it writes."""
    for name in ("report.json", "events.jsonl"):
        try:
            found = (folder / name).stat()
        except OSError:
            continue
        return found.st_ino, found.st_mtime_ns, found.st_size
    return None


def build_of(request: Request) -> Build:
    """The build that a request is answered from."""
    build: Build = request.scope["kg.build"]
    return build


def graph_of(request: Request) -> Rdf:
    """Its RDF.

    Raises:
        HTTPException: 404, the build wrote none.
    """
    found = build_of(request).rdf
    if found is None:
        raise HTTPException(404, "this build has no RDF; build with --format that names turtle, nt, nq, trig or jsonld")
    return found


def _graph(folder: Path) -> Path | None:
    try:
        return sources([folder])[0]
    except NotFoundError:
        return None


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for file in files:
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    return digest.hexdigest()
