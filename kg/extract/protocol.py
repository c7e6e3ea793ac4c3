"""What an extractor is, and how installed ones are found (entry-point group `kg.extractors`)."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, runtime_checkable

from kg.actors import Gazetteer, load
from kg.errors import ConfigError
from kg.model import Document, EventMention

GROUP = "kg.extractors"
OWN = "syntax"


@runtime_checkable
class Extractor(Protocol):
    """Reads one document at a time; must be deterministic and keep nothing between documents.

    `name` is the one it is registered under, and `EventMention.extractor` of what it finds. Spans count
    characters of `Document.text`; trigger, actors and targets stand anywhere in it, the trigger in `sentence`.
    What it raises is reported with the document's name and costs its mentions of that document.
    """

    name: str

    def extract(self, document: Document) -> Iterator[EventMention]:
        """The event mentions of a document, in the order of its text."""
        ...


class Factory(Protocol):
    """What an entry point of the group names: as a rule the extractor's class."""

    def __call__(self, gazetteer: Gazetteer) -> Extractor:
        """An extractor that takes actors from `gazetteer`: kg's own and the user's."""
        ...


@lru_cache(maxsize=8)
def get(name: str, gazetteer: Gazetteer | None = None) -> Extractor:
    """The extractor registered under a name; it takes the actors from `gazetteer` (default: ontology/actors).

    Raises:
        ConfigError: nothing is registered under it, it cannot be loaded, or what is registered is no extractor.
    """
    if name == OWN:
        from kg.extract.syntax import SyntaxExtractor

        return SyntaxExtractor(gazetteer)
    ensure([name])
    return _made(_installed()[name], gazetteer or load())


def ensure(names: Iterable[str]) -> None:
    """Do nothing where an extractor is registered under each name.

    Raises:
        ConfigError: nothing is registered under one.
    """
    found = {*_installed(), OWN}
    for name in names:
        if name not in found:
            raise ConfigError(f"no extractor is called {name!r}; installed are: {', '.join(sorted(found))}")


def origin(name: str) -> str:
    """The package and version that an installed extractor comes from ("kg-sample 1.0"); empty for kg's own."""
    point = _installed().get(name) if name != OWN else None
    return f"{point.dist.name} {point.dist.version}" if point is not None and point.dist is not None else ""


def _installed() -> dict[str, EntryPoint]:
    """Entry points by name; of two that share one, the last by what they name."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value))}


def _made(point: EntryPoint, gazetteer: Gazetteer) -> Extractor:
    try:
        factory: Factory = point.load()
        extractor: object = factory(gazetteer)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise ConfigError(
            f"extractor {point.name!r} ({point.value}) cannot be loaded ({what}); mend or remove it"
        ) from error
    if not isinstance(extractor, Extractor):
        raise ConfigError(f"{point.name!r} ({point.value}) has no name or no extract(document); it is no extractor")
    if extractor.name != point.name:
        raise ConfigError(f"extractor {point.name!r} ({point.value}) calls itself {extractor.name!r}; give it one name")
    return extractor
