"""Extraction on Spark (4.0 or later): the driver sends documents, its workers read them, the driver gets mentions.

Spark runs a task again whose process or machine dies. What kills each process that reads it is found by halving
the documents of the job, given up and named; everything else is kept.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from kg.actors import own
from kg.config import Config
from kg.engine.reading import Extracted, lost, read, ready
from kg.errors import ConfigError, EngineError, KgError
from kg.extract import Extractor
from kg.model import Document, EventMention, Problem
from kg.versions import versions

_JOB = 4096
"""Documents that are sent at once: all that a driver that dies has to send again."""
_TASK = 16
"""Documents that a worker gets at once; few, so that no worker waits long for the last."""
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "FATAL",  # what goes wrong is told once, as a problem of a document or an EngineError
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_TASK),
    "spark.sql.adaptive.enabled": "false",  # it would put the small tasks together again
    "spark.python.worker.reuse": "true",
}
_INPUT = pa.schema([("number", pa.int64()), ("document", pa.binary())])
_OUTPUT = pa.schema([("number", pa.int64()), ("found", pa.binary())])
_TYPES = "number long, found binary"


class Task(msgspec.Struct, frozen=True):
    """What a worker has to know besides the documents; `actors` holds the user's tables by file name."""

    extractors: tuple[str, ...]
    actors: tuple[tuple[str, bytes], ...]
    limit: float
    versions: dict[str, str]


class Found(msgspec.Struct, frozen=True, array_like=True):
    """What a worker sends back of a document."""

    mentions: tuple[EventMention, ...]
    problems: tuple[Problem, ...]


def extract(documents: Iterable[Document], config: Config) -> Iterator[Extracted]:
    """What is found in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed, or pyspark is not.
        OntologyError: a table of ontology/ is wrong.
        EngineError: Spark cannot be had, was lost, or its workers have another kg.
    """
    ready(config.extractors, config.actors)  # says at once what is wrong with them
    task = Task(config.extractors, _tables(config.actors), config.limit, versions())
    coming = iter(documents)
    with _session(config) as session:
        while job := tuple(islice(coming, _JOB)):
            yield from _extracted(session, job, task)


def _extracted(session: Any, documents: Sequence[Document], task: Task) -> Iterator[Extracted]:
    """The documents as one job; where it fails, its halves, down to the document that no worker survives."""
    try:
        found = _job(session, documents, task)
    except Exception as error:
        _check(session, error)
        if len(documents) == 1:
            yield lost(documents[0], "each worker that read it died or failed")
            return
        half = len(documents) // 2
        yield from _extracted(session, documents[:half], task)
        yield from _extracted(session, documents[half:], task)
        return
    for document in documents:
        told = found[document.id]
        yield Extracted(document, told.mentions, told.problems)


def _job(session: Any, documents: Sequence[Document], task: Task) -> dict[str, Found]:
    rows = {"number": range(len(documents)), "document": [msgspec.json.encode(d) for d in documents]}
    frame = session.createDataFrame(pa.table(rows, _INPUT)).repartition(-(-len(documents) // _TASK))
    found = frame.mapInArrow(partial(_read, task=task), _TYPES).toArrow()
    numbers, told = found["number"].to_pylist(), found["found"].to_pylist()
    return {documents[n].id: msgspec.json.decode(t, type=Found) for n, t in zip(numbers, told, strict=True)}


def _check(session: Any, error: Exception) -> None:
    """Tell a job that failed from a cluster that is gone.

    Raises:
        EngineError: it is gone, or its workers cannot read any document.
    """
    if "UnfitError" in str(error) or "ModuleNotFoundError" in str(error):
        raise EngineError(
            f"Spark's workers cannot read ({_last(error)}); give them an --archive, or the same kg as here"
        ) from error
    try:
        session.range(1).count()
    except Exception as gone:
        raise EngineError(f"Spark was lost ({_last(gone)}); run again, what was read is kept") from gone


@contextmanager
def _session(config: Config) -> Iterator[Any]:
    """A session of Spark (pyspark has no strict types), ended afterwards.

    Raises:
        ConfigError: pyspark is not installed.
        EngineError: Spark cannot be had.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise ConfigError("--engine spark needs more packages; run: pip install '.[spark]' in kg's folder") from None
    settings: Mapping[str, Any] = _SETTINGS | _python(config) | config.spark
    try:
        session = SparkSession.builder.appName("kg").config(map=dict(settings)).master(config.master).getOrCreate()
    except Exception as error:
        reason = _last(error)
        raise EngineError(f"{config.master}: no Spark there ({reason}); check the address, and Java 17") from error
    try:
        yield session
    finally:
        session.stop()


def _python(config: Config) -> dict[str, str]:
    """Where the workers find packages: in the archive, so that they need a bare Python only; else as installed."""
    if config.archive:
        if not Path(config.archive).is_file():
            raise ConfigError(f"{config.archive}: no such archive; docs/large.md says how to make one")
        os.environ.setdefault("PYSPARK_PYTHON", f"python{sys.version_info.major}.{sys.version_info.minor}")
        return {"spark.archives": f"{config.archive}#packages", "spark.executorEnv.PYTHONPATH": "./packages"}
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    here = config.master.startswith("local")
    return {"spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path))} if here else {}


def _last(error: Exception) -> str:
    """The line of a Java or Python trace that says most, cut to a length that can be read."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("\tat ")]
    told = next((line for line in reversed(lines) if "Error" in line or "Exception" in line), "".join(lines[:1]))
    return (told or type(error).__name__)[:200]


# What follows runs on the workers.


class UnfitError(Exception):
    """A worker has other versions of kg or of what its results depend on, or not the extractors asked for."""


class _Over(BaseException):
    """A document's time is over; no Exception, since extractors may catch those."""


def _read(batches: Iterable[pa.RecordBatch], task: Task) -> Iterator[pa.RecordBatch]:
    """Rows of documents (`_INPUT`) to rows of what was found in them (`_OUTPUT`)."""
    extractors = _fit(task)
    for batch in batches:
        documents = (msgspec.json.decode(encoded, type=Document) for encoded in batch["document"].to_pylist())
        found = [msgspec.json.encode(_found(document, extractors, task.limit)) for document in documents]
        yield pa.record_batch([batch["number"], pa.array(found, pa.binary())], schema=_OUTPUT)


def _fit(task: Task) -> Sequence[Extractor]:
    """The extractors of a task.

    Raises:
        UnfitError: they would find something else than the driver's, or cannot be loaded.
    """
    here = versions()
    if here != task.versions:
        others = ", ".join(f"{n} {here.get(n)} for {v}" for n, v in task.versions.items() if here.get(n) != v)
        raise UnfitError(f"other versions there: {others}")
    try:
        return ready(task.extractors, _folder(task.actors))
    except KgError as error:
        raise UnfitError(str(error)) from error


def _found(document: Document, extractors: Sequence[Extractor], limit: float) -> Found:
    try:
        with _within(limit):
            found = read(document, extractors)
    except _Over:
        found = lost(document, f"reading took more than {limit:g} seconds")
    return Found(found.mentions, found.problems)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Breaks off, with `_Over`, what takes longer; on the main thread only, where Spark's workers run this."""

    def over(*_: object) -> None:
        raise _Over

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tables(actors: str) -> tuple[tuple[str, bytes], ...]:
    """The user's tables of actors, which the workers' machines need not have."""
    return tuple((path.name, path.read_bytes()) for path in own.files(actors).values() if path.is_file())


@lru_cache(maxsize=1)
def _folder(tables: tuple[tuple[str, bytes], ...]) -> str:
    folder = tempfile.mkdtemp(prefix="kg-actors-")
    for name, content in tables:
        (Path(folder) / name).write_bytes(content)
    return folder
