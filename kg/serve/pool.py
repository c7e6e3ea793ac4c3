"""Some processes that answer queries side by side; one that takes too long, or dies, is replaced by a new one.

Each has a pipe of its own, so that nothing that happens to one can hold up another.
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from kg.errors import BusyError, KgError, SpentError
from kg.query import Limits
from kg.serve.worker import Answer, Question, work


def _context() -> SpawnContext | ForkServerContext:
    """How processes start: copies of one that has no threads but the modules, or from nothing where that cannot be."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    made = get_context("forkserver")
    made.set_forkserver_preload([work.__module__])
    return made


_CONTEXT = _context()


class _Worker:
    """One process; only one thread at a time may call it."""

    def __init__(self, files: tuple[Path, ...], limits: Limits) -> None:
        self._files = files
        self._limits = limits
        self._start()

    def _start(self) -> None:
        self._calls, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=work, args=(theirs, self._files, self._limits), daemon=True)
        self._process.start()
        theirs.close()

    def ready(self) -> KgError | None:
        """Wait until the graph is loaded; what is wrong with it, if anything.

        Raises:
            SpentError: the process died before.
        """
        try:
            error: KgError | None = self._calls.recv()
        except (EOFError, OSError) as died:
            raise SpentError("a process that answers queries died while it read the graph") from died
        return error

    def ask(self, question: Question) -> Answer | KgError | None:
        """The answer, or what was wrong, or None if the process was dead before; afterwards it may be dead."""
        came = False
        try:
            self._calls.send(question)
            self._calls.recv()
            came = True
            if self._calls.poll(self._limits.seconds):
                answer: Answer | KgError = self._calls.recv()
                return answer
        except (EOFError, OSError):
            self.kill()
            most = f"{self._limits.memory / 1024**3:g} GB"
            problem = f"the query's process died, as it does above {most} of memory; ask for less"
            return SpentError(problem) if came else None
        self.kill()
        return SpentError(f"the query took more than {self._limits.seconds:g} seconds and was stopped; ask for less")

    @property
    def alive(self) -> bool:
        """Whether the process can be asked."""
        return self._process.is_alive()

    def kill(self) -> None:
        """Kill the process; whoever waits for its answer learns it."""
        self._process.kill()
        self._process.join()

    def end(self) -> None:
        """Kill the process and let go of it."""
        self.kill()
        self._calls.close()

    def again(self) -> None:
        """Start a new process in place of a dead one, and wait until it has loaded the graph."""
        self.end()
        self._start()
        self.ready()


class Pool:
    """Answers queries over some files; for use in one event loop."""

    def __init__(self, files: Sequence[Path], limits: Limits, workers: int, waiting: int) -> None:
        self._workers = [_Worker(tuple(files), limits) for _ in range(workers)]
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="query")
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._places = workers + waiting
        self._revivals: set[asyncio.Task[None]] = set()
        self._closed = False
        self.asked = 0
        """Questions that wait or are being answered."""

    async def ready(self) -> None:
        """Wait until all have loaded the graph.

        Raises:
            InputError: a file is no RDF.
            SpentError: a process died.
        """
        loop = asyncio.get_running_loop()
        for worker in self._workers:
            error = await loop.run_in_executor(self._threads, worker.ready)
            if error is not None:
                raise error
            self._idle.put_nowait(worker)

    async def ask(self, question: Question) -> Answer:
        """The answer to a query that has been found safe; a cancelled one is stopped.

        Raises:
            QueryError: it is no SPARQL; the message has the line and a caret.
            SpentError: its time or memory was up.
            BusyError: too many queries wait, or the pool is closed.
        """
        if self.asked >= self._places:
            raise BusyError("too many queries wait to be answered; ask again in a while")
        self.asked += 1
        try:
            while (answer := await self._asked(question)) is None:
                pass
        finally:
            self.asked -= 1
        self._refuse_if_closed()
        if isinstance(answer, KgError):
            raise answer
        return answer

    @property
    def alive(self) -> int:
        """How many processes live."""
        return sum(worker.alive for worker in self._workers)

    def stop(self) -> None:
        """Kill all processes: whoever waits for an answer learns that there will be none."""
        self._closed = True
        for worker in self._workers:
            worker.kill()
        for _ in range(self.asked):  # wakes those who wait for one
            self._idle.put_nowait(self._workers[0])

    async def close(self) -> None:
        """End all processes, whatever they do."""
        self.stop()
        await asyncio.gather(*self._revivals, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown)
        for worker in self._workers:
            worker.end()

    async def _asked(self, question: Question) -> Answer | KgError | None:
        worker = await self._living()
        asked = asyncio.get_running_loop().run_in_executor(self._threads, worker.ask, question)
        asked.add_done_callback(lambda _: self._back(worker))
        try:
            return await asyncio.shield(asked)
        except asyncio.CancelledError:
            worker.kill()
            raise

    async def _living(self) -> _Worker:
        """The next idle process; dead ones among them are replaced meanwhile."""
        while not (worker := await self._idle.get()).alive:
            self._refuse_if_closed()
            self._back(worker)
        return worker

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise BusyError("the server is ending; ask again later")

    def _back(self, worker: _Worker) -> None:
        if worker.alive:
            self._idle.put_nowait(worker)
        elif not self._closed:
            task = asyncio.get_running_loop().create_task(self._revived(worker))
            self._revivals.add(task)
            task.add_done_callback(self._revivals.discard)

    async def _revived(self, worker: _Worker) -> None:
        with suppress(KgError):
            await asyncio.get_running_loop().run_in_executor(self._threads, worker.again)
        self._idle.put_nowait(worker)  # if it died again, whoever takes it next tries once more
