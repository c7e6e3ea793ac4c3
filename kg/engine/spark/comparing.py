"""The comparison of merging on Spark: blocks of mentions there, grouped by bucket, likely pairs back."""

import pickle
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from kg.config import Config
from kg.engine.spark import worker
from kg.engine.spark.session import Session, ensure_there, in_turn, last_line, opened
from kg.merge.blocking import Block, Otherwise, Pairs
from kg.versions import versions

_JOB = 50_000
"""Mentions of blocks that are sent at once, about 10 MB."""
_INPUT = pa.schema([("bucket", pa.int32()), ("number", pa.int32()), ("block", pa.binary())])


def compare(blocks: Iterable[Block], config: Config, otherwise: Otherwise) -> Pairs:
    """What `compared` finds; a job that fails on a cluster which is there is done otherwise.

    Raises:
        ConfigError: pyspark is not installed.
        EngineError: Spark cannot be had, was lost, or its workers have another kg.
    """
    task = versions()
    with opened(config) as session:
        return Pairs.together(list(in_turn(lambda job: _compared(session, job, task, otherwise), _jobs(blocks))))


def _jobs(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    job: list[Block] = []
    size = 0
    for block in blocks:
        job.append(block)
        size += len(block.mentions)
        if size >= _JOB:
            yield job
            job, size = [], 0
    if job:
        yield job


def _compared(session: Session, blocks: Sequence[Block], task: dict[str, str], otherwise: Otherwise) -> Pairs:
    try:
        return _job(session, blocks, task)
    except Exception as error:
        ensure_there(session, error)
        return otherwise(blocks, f"Spark failed ({last_line(error)})")


def _job(session: Session, blocks: Sequence[Block], task: dict[str, str]) -> Pairs:
    rows = {
        "bucket": [block.bucket for block in blocks],
        "number": range(len(blocks)),
        "block": [pickle.dumps(block) for block in blocks],
    }
    buckets = session.createDataFrame(pa.table(rows, _INPUT)).groupBy("bucket")
    found = buckets.applyInArrow(lambda bucket: worker.compare_bucket(bucket, task), worker.PAIRS).toArrow()
    codes, scores = (found[name].to_numpy() for name in ("code", "score"))
    return Pairs.of(codes, scores)
