"""Work in several processes: one that dies is replaced, what takes too long or kills twice is done some other way."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context, resource_tracker
from threading import current_thread, main_thread
from typing import Generic, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from kg.collector import settle
from kg.errors import KgError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Things a worker has waiting, so that none is idle while another is slow."""
_TRIES = 2
"""A process may die for reasons of its own (memory, a signal); what kills two is given up."""


class Job(NamedTuple, Generic[T, R]):
    """What is to be done with each thing, all of it fit for pickling but `otherwise`.

    Attributes:
        work: what a worker does with a thing.
        load: what it does before its first one, whose time does not run yet; a KgError is left for `work` to raise.
        otherwise: what this process does with a thing whose worker was given up, and why.
        limit: seconds for each thing.
    """

    work: Callable[[T], R]
    load: Callable[[], object]
    otherwise: Callable[[T, str], R]
    limit: float | None = None


def each(things: Iterable[T], job: Job[T, R], workers: int) -> Iterator[R]:
    """The results in the order of the things, which are taken as they are needed.

    Raises:
        Exception: what `work` or `otherwise` raises.
    """
    coming = iter(things)
    pool = _Pool(job, workers)
    try:
        pool.open()
        while True:
            for thing in islice(coming, _AHEAD * workers - pool.running):
                pool.start(thing)
            if not pool.running:
                return
            yield pool.next()
    finally:
        pool.stop()


class _Pool(Generic[T, R]):
    """Worker processes, and the things that they have or wait for, in order."""

    def __init__(self, job: Job[T, R], workers: int) -> None:
        self._job = job
        self._workers = workers
        self._queue: deque[tuple[T, ProcessFuture[R]]] = deque()
        self._pool = self._made()

    def open(self) -> None:
        """Start the workers; `stop` ends them also where a signal comes while they start."""
        with without_interrupts():
            _ = self._pool.active  # asking starts the threads that start the workers

    @property
    def running(self) -> int:
        """Things that are not finished."""
        return len(self._queue)

    def start(self, thing: T) -> None:
        """Put a thing into the queue."""
        self._queue.append((thing, self._scheduled(thing)))

    def next(self) -> R:
        """The result of the first thing in the queue; waits for it."""
        reason = ""
        for left in reversed(range(_TRIES)):
            thing, running = self._queue[0]
            try:
                found = running.result()
                self._queue.popleft()
                return found
            except TimeoutError:
                reason = f"it took more than {self._job.limit:g} seconds"
                break
            except ProcessExpired as error:
                reason = f"its process died {_TRIES} times (exit code {error.exitcode})"
                if left:
                    self._queue[0] = (thing, self._scheduled(thing))
            except BrokenProcessPool as error:
                # A worker died between two things, which pebble cannot tell from the end of all.
                reason = f"its process died {_TRIES} times ({error})"
                if left:
                    self._begin_again()
        thing, _ = self._queue.popleft()
        return self._job.otherwise(thing, reason)

    def stop(self) -> None:
        """End all workers, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _made(self) -> ProcessPool:
        # Not by fork: this process may have threads (progress bars, numpy), whose locks a fork would copy.
        context = get_context("spawn")
        return ProcessPool(self._workers, initializer=_begin, initargs=(self._job.load,), context=context)

    def _scheduled(self, thing: T) -> "ProcessFuture[R]":
        return self._pool.schedule(self._job.work, args=(thing,), timeout=self._job.limit)

    def _begin_again(self) -> None:
        self.stop()
        self._pool = self._made()
        self.open()
        finished = {i for i, (_, running) in enumerate(self._queue) if running.done() and not running.exception()}
        self._queue = deque(
            (thing, running if i in finished else self._scheduled(thing))
            for i, (thing, running) in enumerate(self._queue)
        )


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Signals that end a program wait for the end of the block: one in between would leave a worker half started.

    They are for the process that has the pool. Ctrl-C reaches all of a terminal, also workers that Python is still
    starting, which therefore begin with it blocked. That another thread does not block it is why blocking alone would
    not do here.
    """
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield
        return
    resource_tracker.ensure_running()  # which lets Ctrl-C in again, if it is started later
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for ending in handlers:
        signal.signal(ending, lambda number, _: came.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for ending, handler in handlers.items():
            signal.signal(ending, handler)
        for number in came:
            signal.raise_signal(number)


def _begin(load: Callable[[], object]) -> None:
    """Make a worker ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(KgError):
        load()
    settle()
