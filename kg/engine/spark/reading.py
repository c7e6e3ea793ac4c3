"""Extraction on Spark: documents there, mentions back.

What kills each process that reads it is found by halving the documents of the job, given up and named; everything
else is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

import msgspec
import pyarrow as pa

from kg.actors import own
from kg.config import Config
from kg.engine.reading import Extracted, lost
from kg.engine.spark import worker
from kg.engine.spark.session import TASK, Session, ensure_there, in_turn, opened
from kg.extract import ensure
from kg.model import Document
from kg.versions import versions

_SMALLEST, _LARGEST = 128, 1024
"""Documents that are sent at once: all that a job which fails does again, and after which something is heard of it."""
_TASKS = 4
"""Tasks of a job for each core that there is."""
_INPUT = pa.schema([("number", pa.int64()), ("document", pa.binary())])


def extract(documents: Iterable[Document], config: Config) -> Iterator[Extracted]:
    """What is found in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed, or pyspark is not.
        EngineError: Spark cannot be had, was lost, or its workers have another kg.
    """
    ensure(config.extractors)
    task = worker.Reading(versions(), config.extractors, _tables(config.actors), config.limit)
    coming = iter(documents)
    with opened(config) as session:
        jobs = iter(lambda: tuple(islice(coming, _size(session, config))), ())
        for found in in_turn(lambda job: _extracted(session, job, task), jobs):
            yield from found


def _size(session: Session, config: Config) -> int:
    """Documents of the next job: workers may have come since the last. Spark Connect does not tell of its own."""
    if config.master.startswith("sc://"):
        return _LARGEST
    cores = int(session.sparkContext.defaultParallelism)
    return min(max(_TASKS * TASK * cores, _SMALLEST), _LARGEST)


def _extracted(session: Session, documents: Sequence[Document], task: worker.Reading) -> list[Extracted]:
    """The documents as one job; where it fails, its halves, down to the document that no worker survives."""
    try:
        return _job(session, documents, task)
    except Exception as error:
        ensure_there(session, error)
        if len(documents) == 1:
            return [lost(documents[0], "each worker that read it died or failed")]
        half = len(documents) // 2
        return [*_extracted(session, documents[:half], task), *_extracted(session, documents[half:], task)]


def _job(session: Session, documents: Sequence[Document], task: worker.Reading) -> list[Extracted]:
    rows = {"number": range(len(documents)), "document": [msgspec.json.encode(d) for d in documents]}
    frame = session.createDataFrame(pa.table(rows, _INPUT)).repartition(-(-len(documents) // TASK))
    found = frame.mapInArrow(partial(worker.read_batches, task=task), worker.FOUND).toArrow().sort_by("number")
    told = (msgspec.json.decode(encoded, type=worker.Found) for encoded in found["found"].to_pylist())
    return [Extracted(d, t.mentions, t.problems) for d, t in zip(documents, told, strict=True)]


def _tables(actors: str) -> tuple[tuple[str, bytes], ...]:
    """The user's tables of actors, which the workers' machines need not have."""
    return tuple((path.name, path.read_bytes()) for path in own.files(actors).values() if path.is_file())
