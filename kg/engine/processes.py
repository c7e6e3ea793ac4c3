"""Extraction in several processes: one that dies is replaced, a document that takes too long is given up."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from typing import TypeAlias

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from kg.config import Config
from kg.engine.reading import Extracted, lost, read, ready
from kg.errors import KgError
from kg.model import Document

Running: TypeAlias = "ProcessFuture[Extracted]"

_AHEAD = 4
"""Documents a worker has waiting, so that none is idle while another is slow."""
_TRIES = 2
"""A process may die for reasons of its own (memory, a signal); a document that kills two is given up."""


def extract(documents: Iterable[Document], config: Config, workers: int) -> Iterator[Extracted]:
    """What is found in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed.
        OntologyError: a table of ontology/ is wrong.
    """
    coming = iter(documents)
    pool = _Pool(config, workers)
    try:
        while True:
            for document in islice(coming, _AHEAD * workers - pool.running):
                pool.start(document)
            if not pool.running:
                return
            yield pool.next()
    finally:
        pool.stop()


class _Pool:
    """Worker processes, and the documents that they have or wait for, in order."""

    def __init__(self, config: Config, workers: int) -> None:
        self._config = config
        self._workers = workers
        self._queue: deque[tuple[Document, Running]] = deque()
        self._pool = self._made()

    @property
    def running(self) -> int:
        """Documents that are not finished."""
        return len(self._queue)

    def start(self, document: Document) -> None:
        """Put a document into the queue."""
        self._queue.append((document, self._scheduled(document)))

    def next(self) -> Extracted:
        """The result of the first document in the queue; waits for it."""
        for left in reversed(range(_TRIES)):
            document, running = self._queue[0]
            try:
                found = running.result()
                break
            except TimeoutError:
                found = lost(document, f"reading took more than {self._config.limit:g} seconds")
                break
            except ProcessExpired as error:
                found = lost(document, f"the process that read it died {_TRIES} times (exit code {error.exitcode})")
                if left:
                    self._queue[0] = (document, self._scheduled(document))
            except BrokenProcessPool as error:
                # A worker died between two documents, which pebble cannot tell from the end of all.
                found = lost(document, f"the processes died {_TRIES} times ({error})")
                if left:
                    self._begin_again()
        self._queue.popleft()
        return found

    def stop(self) -> None:
        """End all workers, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _made(self) -> ProcessPool:
        # Not by fork: this process may have threads (progress bars, numpy), whose locks a fork would copy.
        context = get_context("spawn")
        task = (self._config.extractors, self._config.actors)
        return ProcessPool(max_workers=self._workers, initializer=_begin, initargs=task, context=context)

    def _scheduled(self, document: Document) -> Running:
        task = (document, self._config.extractors, self._config.actors)
        return self._pool.schedule(_read, args=task, timeout=self._config.limit)

    def _begin_again(self) -> None:
        self.stop()
        self._pool = self._made()
        finished = {i for i, (_, running) in enumerate(self._queue) if running.done() and not running.exception()}
        self._queue = deque(
            (document, running if i in finished else self._scheduled(document))
            for i, (document, running) in enumerate(self._queue)
        )


def _begin(extractors: tuple[str, ...], actors: str) -> None:
    """Load what reading takes before the first document's time runs; Ctrl-C is for the process that has the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(KgError):  # the first document raises it again
        ready(extractors, actors)


def _read(document: Document, extractors: tuple[str, ...], actors: str) -> Extracted:
    return read(document, ready(extractors, actors))
