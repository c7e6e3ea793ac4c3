"""SPARQL 1.1 over files of RDF, each query in a process that is ended when its time or memory is up."""

from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, TypeVar

import msgspec
from pebble import ProcessExpired, ProcessPool

from kg.errors import InputError, KgError, NotFoundError, SpentError
from kg.query import worker
from kg.query.results import Result
from kg.query.safety import check
from kg.query.tokens import with_plain_lines

P = ParamSpec("P")
T = TypeVar("T")


class Limits(msgspec.Struct, frozen=True):
    """What one query may take: seconds, rows (or triples) of its answer, and bytes besides the loaded graph."""

    seconds: float = 10.0
    rows: int = 10_000
    memory: int = 2 * 1024**3


class Engine:
    """Answers queries over some files, from several threads at once if need be; end it with `close` or `with`.

    Its processes load the files (see `sources`) before the first query's time runs, and again after one was ended.
    """

    def __init__(self, files: Sequence[Path], limits: Limits | None = None, workers: int = 1) -> None:
        self._files = tuple(files)
        self.limits = limits or Limits()
        # Not by fork: the process that asks may have threads, whose locks a fork would copy.
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=worker.begin,
            initargs=(self._files, self.limits.memory),
            context=get_context("spawn"),
        )

    def run(self, query: str, rows: int | None = None) -> Result:
        """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query; kg's prefixes and the files' are declared.

        `rows` takes the place of the engine's limit.

        Raises:
            RefusedError: it is an update, or has SERVICE, FROM or FROM NAMED; nothing has run then.
            QueryError: it is no SPARQL; the message has the line and a caret.
            SpentError: its time or memory was up.
            InputError: a file of the engine is no RDF.
        """
        text = with_plain_lines(query)
        check(text)
        found = self._done(worker.run, text, self._files, self.limits.rows if rows is None else rows)
        if isinstance(found, KgError):
            raise found
        return found

    def prefixes(self) -> dict[str, str]:
        """Each prefix that a query need not declare, with its namespace.

        Raises:
            InputError: a file of the engine is no RDF.
        """
        found = self._done(worker.known_prefixes, self._files)
        if isinstance(found, KgError):
            raise found
        return found

    def close(self) -> None:
        """End all processes, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _done(self, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return self._pool.schedule(task, args=args, kwargs=kwargs, timeout=self.limits.seconds).result()
        except TimeoutError as error:
            problem = f"the query took more than {self.limits.seconds:g} seconds and was stopped"
            raise SpentError(f"{problem}; ask for less, or allow more with --timeout") from error
        except (ProcessExpired, BrokenProcessPool, MemoryError) as error:
            most = f"{self.limits.memory / 1024**3:g} GB"
            raise SpentError(f"the query's process died, as it does above {most} of memory; ask for less") from error


def sources(inputs: Sequence[Path]) -> tuple[Path, ...]:
    """The files to load: of a build's folder its graph; else files of Turtle, N-Triples, N-Quads, TriG or JSON-LD.

    Raises:
        NotFoundError: a path is not there, or a folder holds no build.
        InputError: the end of a file's name is none of these formats'.
    """
    return tuple(_source(path) for path in inputs)


def _graph(folder: Path) -> Path:
    """The graph.ttl of a build, or another form of the graph where it wrote none."""
    forms = [folder / f"graph{end}" for end in worker.FORMATS]
    return next((file for file in forms if file.is_file()), forms[0])


def _source(path: Path) -> Path:
    file = _graph(path) if path.is_dir() or not path.suffix else path
    if not file.is_file():
        how = "name a file of RDF" if file == path else f"run `kg build FOLDER -o {path}` first, or name a file of RDF"
        raise NotFoundError(f"{file}: not there; {how}")
    if file.suffix.lower() not in worker.FORMATS:
        raise InputError(f"{file}: the name ends in none of {', '.join(worker.FORMATS)}; rename or convert it")
    return file
