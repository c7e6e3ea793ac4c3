"""Read back what a build wrote."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kg.config import Config
from kg.errors import InputError, NotFoundError
from kg.model import Anchor, Document, Event, EventMention, NearMiss, Problem, Source, Value, decode

if TYPE_CHECKING:
    from kg.graph import ShelvedGraph

V = TypeVar("V", bound=Value)

_LISTED = 20
"""Events that an id too short is told to start."""


def events(folder: Path) -> tuple[Event, ...]:
    """The events of a build's folder, in their order.

    Raises:
        NotFoundError: there is no build in the folder, or it did not write this format.
        InputError: a line of the file is something else; so for the two functions below.
    """
    return _values(folder / "events.jsonl", Event)


def mentions(folder: Path) -> dict[Anchor, EventMention]:
    """The mentions that the events of a build's folder were merged from."""
    return {mention.anchor: mention for mention in _values(folder / "mentions.jsonl", EventMention)}


def near_misses(folder: Path) -> tuple[NearMiss, ...]:
    """The pairs of mentions that nearly made one event of two, the most alike first."""
    return _values(folder / "near_misses.jsonl", NearMiss)


def sources(folder: Path) -> tuple[Source, ...]:
    """The documents of a build's folder, without their texts."""
    return _values(folder / "documents.jsonl", Source)


def graph(folder: Path, config: Config, report: Callable[[Problem], None]) -> "ShelvedGraph":
    """The graph that a build made, from the JSON Lines in its folder; its documents have no text.

    Coordinates and terms of office come from the tables and the user's own actors, as in a build; the base IRI from
    the configuration, else from the build's report. Problems with the user's actors go to `report`.

    Raises:
        ConfigError: the base is no absolute IRI that ends in `/` or `#`.
        NotFoundError: one of the four files is not there.
        InputError: a line of one is something else.
    """
    from kg import rdf  # these take longer to load than all that other commands read back
    from kg.actors import own
    from kg.graph import ShelvedGraph

    base = config.base_iri or _base(folder) or rdf.BASE
    rdf.prefixes(base)
    kept = sources(folder)
    found, merged = _values(folder / "mentions.jsonl", EventMention), events(folder)
    misses = near_misses(folder)
    gazetteer = own.load(config.actors, report)
    position, tenures = gazetteer.position, gazetteer.directory.tenures
    made = ShelvedGraph(map(_document, kept), found, merged, position, tenures, misses, base)
    made.sources = tuple(sorted(kept, key=lambda source: source.id))
    return made


def event(found: Sequence[Event], start: str) -> Event:
    """The one event whose id starts with some characters.

    Raises:
        NotFoundError: none does, or several do.
    """
    fitting = [e for e in found if e.id.startswith(start)]
    if not fitting:
        raise NotFoundError(f"no event's id starts with {start!r}; `kg timeline` prints the ids")
    if len(fitting) > 1:
        raise NotFoundError(
            f"the ids of {len(fitting)} events start with {start!r}; write more of one:{_list(fitting)}"
        )
    return fitting[0]


def _list(found: Sequence[Event]) -> str:
    """A line for each of some events."""
    from kg.graph import event_label  # takes longer to load than all else here

    more = [f"… and {len(found) - _LISTED} more"] if len(found) > _LISTED else []
    return "".join(f"\n  {line}" for line in [*(f"{e.id}  {event_label(e)}" for e in found[:_LISTED]), *more])


def _values(path: Path, kind: type[V]) -> tuple[V, ...]:
    try:
        lines = path.read_bytes().splitlines()
    except PermissionError as error:
        raise NotFoundError(f"{path}: cannot be read ({error.strerror}); check the file and its permissions") from error
    except OSError as error:
        raise NotFoundError(
            f"{path}: not built here ({error.strerror}); run `kg build FOLDER -o {path.parent}` first"
        ) from error
    return tuple(_value(path, number, line, kind) for number, line in enumerate(lines, 1) if line.strip())


def _value(path: Path, number: int, line: bytes, kind: type[V]) -> V:
    try:
        return decode(line, kind)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}:{number}: no {kind.__name__} of this version of kg ({error}); build again") from error


class _Settings(msgspec.Struct):
    base_iri: str | None = None


class _Report(msgspec.Struct):
    """The part of report.json that is wanted here."""

    config: _Settings


def _base(folder: Path) -> str | None:
    try:
        return msgspec.json.decode((folder / "report.json").read_bytes(), type=_Report).config.base_iri
    except (OSError, msgspec.MsgspecError):
        return None


def _document(source: Source) -> Document:
    kept = {name: value for name, value in msgspec.structs.asdict(source).items() if name != "length"}
    return Document(text="", **kept)
