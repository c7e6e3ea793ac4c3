"""Choose where to extract: here, in several processes where there is enough to do, or on Spark."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.actors import Gazetteer
from kg.config import AUTO, Config
from kg.engine.reading import Extracted, read
from kg.extract import get
from kg.model import Document

Track = Callable[[Sequence[Document]], Iterable[Document]]
"""Passes documents through while it shows how far the work has come."""

_WORTH = 400_000
"""Characters of text to each process, below which starting it costs more than it saves."""


def extract(
    documents: Sequence[Document], config: Config, gazetteer: Gazetteer, track: Track = iter
) -> Iterator[Extracted]:
    """What every extractor of the configuration finds in each document, in their order.

    Raises:
        ConfigError: an extractor that the configuration names is not installed.
        OntologyError: a table of ontology/ is wrong.
        EngineError: Spark is asked for and cannot be had, or was lost.
    """
    if config.engine == "spark":
        from kg.engine import spark

        yield from spark.extract(track(documents), config)
        return
    if workers := _number(documents, config):
        from kg.engine import processes

        yield from processes.extract(track(documents), config, workers)
        return
    extractors = [get(name, gazetteer) for name in dict.fromkeys(config.extractors)]
    for document in track(documents):
        yield read(document, extractors)


def _number(documents: Sequence[Document], config: Config) -> int:
    """Of worker processes; 0: this process reads."""
    if config.engine == "local":
        return 0
    if config.engine == "processes":
        return config.workers if config.workers and config.workers != AUTO else _cores()
    return _workers(documents) if config.workers == AUTO else config.workers or 0


def _workers(documents: Sequence[Document]) -> int:
    """As many processes as there are cores and work for them; 0 where one is enough."""
    cores, text = _cores(), 0
    for document in documents:
        text += len(document.text)
        if text >= cores * _WORTH:
            break
    workers = min(cores, text // _WORTH)
    return workers if workers > 1 else 0


def _cores() -> int:
    """Cores that this process may use: in a container there may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
