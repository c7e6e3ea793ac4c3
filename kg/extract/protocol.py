"""What an extractor is, and how installed ones are found (entry-point group `kg.extractors`)."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from kg.actors import Gazetteer
from kg.errors import ConfigError
from kg.model import Document, EventMention

GROUP = "kg.extractors"


@runtime_checkable
class Extractor(Protocol):
    """Reads one document at a time; must be deterministic and keep nothing between documents."""

    name: str

    def extract(self, document: Document) -> Iterator[EventMention]:
        """The event mentions of a document, in the order of its text."""
        ...


@lru_cache(maxsize=8)
def get(name: str, gazetteer: Gazetteer | None = None) -> Extractor:
    """The extractor registered under a name; kg's own takes the actors from `gazetteer` (default: ontology/actors).

    Raises:
        ConfigError: nothing is registered under it, or what is registered is no extractor.
    """
    if name == "syntax":
        from kg.extract.syntax import SyntaxExtractor

        return SyntaxExtractor(gazetteer)
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        known = ", ".join(sorted({*found, "syntax"}))
        raise ConfigError(f"no extractor is called {name!r}; installed are: {known}")
    extractor = found[name].load()()
    if not isinstance(extractor, Extractor):
        raise ConfigError(f"{name!r} ({found[name].value}) has no name or no extract(document); it is no extractor")
    return extractor
