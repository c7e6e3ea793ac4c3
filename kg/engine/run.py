"""Choose where to read and compare: here, in several processes where there is enough to do, or on Spark."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.actors import Gazetteer
from kg.collector import settled
from kg.config import AUTO, Config
from kg.counting import counted
from kg.engine import processes
from kg.engine.reading import Extracted, read
from kg.extract import get
from kg.merge.blocking import Block, Compare, Pairs, compared
from kg.model import Document, Problem

_WORTH_READING = 400_000
"""Characters of text to each process, below which starting it costs more than it saves."""
_WORTH_COMPARING = 75_000
"""Mentions in blocks to each process, the same."""


def extract(documents: Sequence[Document], config: Config, gazetteer: Gazetteer) -> Iterator[Extracted]:
    """What every extractor of the configuration finds in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed.
        OntologyError: a table of ontology/ is wrong.
        EngineError: Spark is asked for and cannot be had, or was lost.
    """
    if config.engine == "spark":
        from kg.engine import spark

        yield from spark.extract(documents, config)
    elif workers := _workers(config, _pieces(documents)):
        yield from processes.extract(documents, config, workers)
    else:
        extractors = [get(name, gazetteer) for name in dict.fromkeys(config.extractors)]
        with settled():
            for document in documents:
                yield read(document, extractors)


def comparing(config: Config, report: Callable[[Problem], None]) -> Compare:
    """What compares blocks of mentions: here what is little, where the configuration says what is much.

    What fails there is reported and compared here. The function that is returned raises an EngineError where Spark
    cannot be had, or was lost.
    """

    def here(blocks: Sequence[Block], reason: str) -> Pairs:
        message = f"{reason}; {counted(len(blocks), 'block')} of mentions compared in this process"
        report(Problem(level="notice", file="merging", line=None, message=message))
        return compared(blocks)

    def compare(found: Iterable[Block]) -> Pairs:
        if config.engine == "local" or (config.engine is None and not config.workers):
            return compared(found)
        blocks = tuple(found)
        pieces = sum(len(block.mentions) for block in blocks) // _WORTH_COMPARING
        if config.engine == "spark" and pieces:
            from kg.engine import spark

            return spark.compare(blocks, config, here)
        workers = _workers(config, pieces) if pieces else 0
        return processes.compare(blocks, workers, here) if workers else compared(blocks)

    return compare


def _workers(config: Config, pieces: int) -> int:
    """Processes for work that is worth so many; 0: this process does it."""
    if config.engine == "local":
        return 0
    if config.engine == "processes":
        return config.workers if config.workers and config.workers != AUTO else _cores()
    if config.workers != AUTO:
        return config.workers or 0
    workers = min(_cores(), pieces)
    return workers if workers > 1 else 0


def _pieces(documents: Iterable[Document]) -> int:
    """How many processes reading is worth, no more than there are cores: most documents wait on disk."""
    cores, text = _cores(), 0
    for document in documents:
        text += len(document.text)
        if text >= cores * _WORTH_READING:
            break
    return text // _WORTH_READING


def _cores() -> int:
    """Cores that this process may use: in a container there may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
