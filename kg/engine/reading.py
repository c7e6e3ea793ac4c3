"""One document read by every extractor: what every engine does, wherever it runs."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.actors import own
from kg.collector import uncollected
from kg.errors import OntologyError
from kg.extract import Extractor, checked, get
from kg.model import Document, EventMention, Problem


class Extracted(NamedTuple):
    """What was found in a document, and what went wrong there; with any problem it is read again by the next build."""

    document: Document
    mentions: tuple[EventMention, ...]
    problems: tuple[Problem, ...] = ()


def read(document: Document, extractors: Sequence[Extractor]) -> Extracted:
    """What the extractors find in a document; what the others find is kept where one fails.

    Raises:
        OntologyError: a table that an extractor reads is wrong, so that no document could be read.
    """
    found: list[EventMention] = []
    problems: list[Problem] = []
    for extractor in extractors:
        try:
            with uncollected():
                found += tuple(checked(extractor.extract(document), document, extractor.name))
        except OntologyError:
            raise
        except Exception as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            problems.append(_lost(document, f"extractor {extractor.name} failed ({what}); what it found here"))
    return Extracted(document, tuple(found), tuple(problems))


def read_by(document: Document, extractors: tuple[str, ...], actors: str) -> Extracted:
    """The same by the names of extractors, which are loaded with the first document.

    Raises:
        ConfigError: an extractor of that name is not installed.
        OntologyError: a table of ontology/ is wrong.
    """
    return read(document, ready(extractors, actors))


@lru_cache(maxsize=1)
def ready(extractors: tuple[str, ...], actors: str) -> tuple[Extractor, ...]:
    """The extractors of these names, with the user's actors in a folder; loaded once for each worker.

    Raises:
        ConfigError: an extractor of that name is not installed.
        OntologyError: a table of ontology/ is wrong.
    """
    gazetteer = own.load(actors, lambda _: None)
    return tuple(get(name, gazetteer) for name in dict.fromkeys(extractors))


def lost(document: Document, reason: str) -> Extracted:
    """A document that could not be read at all."""
    return Extracted(document, (), (_lost(document, f"{reason}; the document"),))


def _lost(document: Document, what: str) -> Problem:
    return Problem(level="error", file=document.id, line=None, message=f"{what} is left out")
