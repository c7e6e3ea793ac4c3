"""What runs on Spark's workers: rows of documents to rows of mentions, rows of blocks to rows of pairs."""

import pickle
import signal
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import msgspec
import pyarrow as pa

from kg.collector import settle
from kg.engine.reading import lost, read, ready
from kg.errors import KgError
from kg.extract import Extractor
from kg.merge.blocking import compared
from kg.model import Document, EventMention, Problem
from kg.versions import versions

FOUND = "number long, found binary"
"""Columns that `read_batches` gives, as Spark writes types."""
PAIRS = "code long, score double"
"""Columns that `compare_bucket` gives."""
_FOUND = pa.schema([("number", pa.int64()), ("found", pa.binary())])
_PAIRS = pa.schema([("code", pa.int64()), ("score", pa.float64())])


class Reading(msgspec.Struct, frozen=True):
    """What a worker has to know besides the documents; `actors` holds the user's tables by file name."""

    versions: dict[str, str]
    extractors: tuple[str, ...]
    actors: tuple[tuple[str, bytes], ...]
    limit: float


class Found(msgspec.Struct, frozen=True, array_like=True):
    """What a worker sends back of a document."""

    mentions: tuple[EventMention, ...]
    problems: tuple[Problem, ...]


class UnfitError(Exception):
    """A worker has other versions of kg or of what its results depend on, or not the extractors asked for."""


class _Over(BaseException):
    """A document's time is over; no Exception, since extractors may catch those."""


def read_batches(batches: Iterable[pa.RecordBatch], task: Reading) -> Iterator[pa.RecordBatch]:
    """Rows of a number and a document to rows of the number and what was found in the document."""
    extractors = _fit(task)
    for batch in batches:
        documents = (msgspec.json.decode(encoded, type=Document) for encoded in batch["document"].to_pylist())
        found = [msgspec.json.encode(_found(document, extractors, task.limit)) for document in documents]
        yield pa.record_batch([batch["number"], pa.array(found, pa.binary())], schema=_FOUND)


def compare_bucket(table: pa.Table, task: dict[str, str]) -> pa.Table:
    """All rows of one bucket, each a block and its number, to rows of pairs with their scores."""
    _ensure_same(task)
    found = compared(pickle.loads(block) for block in table.sort_by("number")["block"].to_pylist())
    return pa.table([found.codes, found.score], schema=_PAIRS)


def _fit(task: Reading) -> Sequence[Extractor]:
    """The extractors of a task.

    Raises:
        UnfitError: they would find something else than the driver's, or cannot be loaded.
    """
    _ensure_same(task.versions)
    try:
        return _ready(task.extractors, task.actors)
    except KgError as error:
        raise UnfitError(str(error)) from error


def _ensure_same(there: dict[str, str]) -> None:
    """Do nothing where versions are the same here as on the driver.

    Raises:
        UnfitError: they are not.
    """
    here = versions()
    if here != there:
        others = ", ".join(f"{n} {here.get(n)} for {v}" for n, v in there.items() if here.get(n) != v)
        raise UnfitError(f"other versions there: {others}")


def _found(document: Document, extractors: Sequence[Extractor], limit: float) -> Found:
    try:
        with _within(limit):
            found = read(document, extractors)
    except _Over:
        found = lost(document, f"it took more than {limit:g} seconds")
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


@lru_cache(maxsize=1)
def _ready(extractors: tuple[str, ...], actors: tuple[tuple[str, bytes], ...]) -> tuple[Extractor, ...]:
    """The extractors with the user's actors, files only while they are read: a worker is killed in the end."""
    with tempfile.TemporaryDirectory(prefix="kg-actors-") as folder:
        for name, content in actors:
            (Path(folder) / name).write_bytes(content)
        found = ready(extractors, folder)
    # Spark's workers look for cycles after each task.
    settle()
    return found
