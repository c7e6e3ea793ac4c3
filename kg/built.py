"""Read back what a build wrote."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from kg.errors import InputError, NotFoundError
from kg.model import Anchor, Event, EventMention, NearMiss, Value, decode

V = TypeVar("V", bound=Value)


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


def event(found: Sequence[Event], start: str) -> Event:
    """The one event whose id starts with some characters.

    Raises:
        NotFoundError: none does, or several do.
    """
    fitting = [e for e in found if e.id.startswith(start)]
    if len(fitting) != 1:
        wrong = "no event's id starts" if not fitting else f"the ids of {len(fitting)} events start"
        raise NotFoundError(f"{wrong} with {start!r}; `kg timeline` prints the ids")
    return fitting[0]


def _values(path: Path, kind: type[V]) -> tuple[V, ...]:
    try:
        lines = path.read_bytes().splitlines()
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
