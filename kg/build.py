"""The main flow: sources → documents → mentions → events → graph."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg import rdf
from kg.actors import own
from kg.clock import Clock
from kg.collector import uncollected
from kg.config import Config
from kg.engine import Extracted, comparing, extract
from kg.errors import InputError
from kg.extract import ensure
from kg.graph import Graph, ShelvedGraph, build_graph
from kg.merge import merged
from kg.merge.judgements import load
from kg.merge.stories import Story, stories
from kg.model import Document, EventMention, Problem
from kg.order import Standing
from kg.read import read
from kg.shelf import Lines, kept, seen_as
from kg.store import Extract, Store, fingerprint, opened, recall, recall_stories

G = TypeVar("G", Graph, ShelvedGraph)
Report = Callable[[Problem], None]
Track = Callable[[Iterable[Extracted], int], Iterable[Extracted]]
"""Passes through what is found in so many documents while it shows how far the work has come."""


def build(
    inputs: str | Path | Sequence[str | Path],
    config: Config | None = None,
    *,
    report: Report | None = None,
    track: Track | None = None,
    clock: Clock | None = None,
) -> Graph:
    """The merged graph of the articles in files, folders, globs or standard input (`-`).

    Problems with single inputs go to `report` (else to the logger "kg"); the rest of the run goes on. `track` sees
    what is found in each document, `clock` the stages: read, extract, merge, graph.

    Raises:
        InputError: no document could be read.
        ConfigError: an extractor that the configuration names is not installed, or its base IRI is none.
    """
    return _built(build_graph, inputs, config or Config(), report or _log, track, clock or Clock())


def shelved(
    inputs: Sequence[str], config: Config, *, report: Report, track: Track | None = None, clock: Clock
) -> ShelvedGraph:
    """The same for those who write it to files: in a small part of the memory."""
    return _built(ShelvedGraph, inputs, config, report, track, clock)


def _built(
    make: Callable[..., G],
    inputs: str | Path | Sequence[str | Path],
    config: Config,
    report: Report,
    track: Track | None,
    clock: Clock,
) -> G:
    base = config.base_iri or rdf.BASE
    rdf.prefixes(base)  # says at once what is wrong with it, as the next line does
    ensure(config.extractors)
    keep = partial(kept, folder=_beside(config))
    with clock.stage("read"):
        documents = keep(read(_names(inputs), published=config.published, report=report))
    if not documents:
        raise InputError("no article could be read, so nothing was built; see what was wrong with the inputs")
    with clock.stage("extract"):
        gazetteer = own.load(config.actors, report)

    def new(unknown: Sequence[Document], known: int) -> Iterable[Extracted]:
        clock.remembered = known
        if not unknown:
            return ()
        found = extract(unknown, config, gazetteer)
        return reporting(track(found, len(unknown)) if track else found, report)

    with opened(Path(config.state), report) if config.state is not None else nullcontext() as store:
        with clock.stage("extract"):
            mentions: Sequence[EventMention] = keep(_mentions(documents, config, store, new))
        with uncollected(), clock.stage("merge"):
            story = _stories(documents, mentions, store)
    judgements = load(Path(config.judgements), own.skipping(report)) if config.judgements else ()
    directory = gazetteer.directory
    with clock.stage("merge"):
        events, near_misses = merged(mentions, documents, judgements, story, comparing(config, report), keep)
    del story  # room for the graph
    with uncollected(), clock.stage("graph"):
        return make(documents, mentions, events, gazetteer.position, directory.tenures, near_misses, base, keep)


def _mentions(
    documents: Sequence[Document], config: Config, store: Store | None, new: Extract
) -> Iterable[EventMention] | Lines[EventMention]:
    """What is found in documents; with a folder of state, only what it does not hold is extracted."""
    if store is None:
        return (mention for extracted in new(documents, 0) for mention in extracted.mentions)
    return Lines(recall(documents, store, fingerprint(config.extractors, config.actors), new), EventMention)


def _stories(documents: Sequence[Document], mentions: Iterable[EventMention], store: Store | None) -> dict[str, Story]:
    """The stories of the documents that tell of something."""
    telling = {mention.document for mention in seen_as(mentions, Standing)}
    return recall_stories(documents, store, telling) if store else stories(documents, wanted=telling)


def _beside(config: Config) -> str | None:
    """Where articles that are read may wait: on the disk of the state, if one is kept."""
    folder = Path(config.state).absolute() if config.state else None
    return next((str(f) for f in (folder, *folder.parents) if f.is_dir()), None) if folder else None


def reporting(found: Iterable[Extracted], report: Report) -> Iterator[Extracted]:
    """Passes on what was found, after reporting what went wrong."""
    for extracted in found:
        for problem in extracted.problems:
            report(problem)
        yield extracted


def _log(problem: Problem) -> None:
    level = logging.INFO if problem.level == "notice" else logging.WARNING
    logging.getLogger("kg").log(level, "%s", problem)


def _names(inputs: str | Path | Sequence[str | Path]) -> list[str]:
    return [str(inputs)] if isinstance(inputs, str | Path) else [str(i) for i in inputs]
