"""The main flow: sources → documents → mentions → events → graph."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kg.actors import Gazetteer, own
from kg.config import Config
from kg.errors import InputError, OntologyError
from kg.extract import checked, get
from kg.graph import Graph, build_graph
from kg.merge import merge
from kg.model import Document, EventMention, Problem
from kg.read import read
from kg.store import Extract, Extracted, fingerprint, opened, recall

Report = Callable[[Problem], None]
Track = Callable[[Sequence[Document]], Iterable[Document]]
"""Passes documents through while it shows how far the work has come."""


def build(
    inputs: str | Path | Sequence[str | Path],
    config: Config | None = None,
    *,
    report: Report | None = None,
    track: Track = iter,
) -> Graph:
    """The merged graph of the articles in files, folders, globs or standard input (`-`).

    Problems with single inputs go to `report` (else to the logger "kg"); the rest of the run goes on.

    Raises:
        InputError: no document could be read.
        ConfigError: an extractor that the configuration names is not installed.
    """
    config, report = config or Config(), report or _log
    documents = tuple(read(_names(inputs), published=config.published, report=report))
    if not documents:
        raise InputError("no article could be read, so nothing was built; see what was wrong with the inputs")
    gazetteer = own.load(config.actors, report)
    mentions = _mentions(documents, config, report, lambda new: extract(track(new), config, report, gazetteer))
    events = merge(mentions, documents)
    return build_graph(documents, mentions, events, gazetteer.position)


def extract(
    documents: Iterable[Document], config: Config, report: Report, gazetteer: Gazetteer | None = None
) -> Iterator[Extracted]:
    """What every extractor of the configuration finds in each document.

    An extractor that fails on a document is reported; what the others find in it, and all other documents, are kept.
    """
    extractors = [get(name, gazetteer) for name in dict.fromkeys(config.extractors)]
    for document in documents:
        found: list[EventMention] = []
        failures: list[Problem] = []
        for extractor in extractors:
            try:
                found += tuple(checked(extractor.extract(document), document, extractor.name))
            except OntologyError:
                raise
            except Exception as error:
                failures.append(_failure(document, extractor.name, error))
        for failure in failures:
            report(failure)
        yield Extracted(document, tuple(found), whole=not failures)


def _mentions(documents: Sequence[Document], config: Config, report: Report, new: Extract) -> tuple[EventMention, ...]:
    """What is found in documents; with a folder of state, only what it does not hold is extracted."""
    if config.state is None:
        return tuple(mention for extracted in new(documents) for mention in extracted.mentions)
    with opened(Path(config.state), report) as store:
        return tuple(recall(documents, store, fingerprint(config.extractors, config.actors), new))


def _log(problem: Problem) -> None:
    level = logging.INFO if problem.level == "notice" else logging.WARNING
    logging.getLogger("kg").log(level, "%s", problem)


def _failure(document: Document, extractor: str, error: Exception) -> Problem:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"extractor {extractor} failed ({what}); what it found here is left out"
    return Problem(level="error", file=document.id, line=None, message=message)


def _names(inputs: str | Path | Sequence[str | Path]) -> list[str]:
    return [str(inputs)] if isinstance(inputs, str | Path) else [str(i) for i in inputs]
