"""Read back what a build wrote."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from kg.errors import InputError, NotFoundError
from kg.model import Event, decode

EVENTS = "events.jsonl"


def events(folder: Path) -> tuple[Event, ...]:
    """The events of a build's folder, in their order.

    Raises:
        NotFoundError: there is no build in the folder.
        InputError: a line of its events.jsonl is not an event.
    """
    path = folder / EVENTS
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise NotFoundError(
            f"{path}: no build here ({error.strerror}); run `kg build FOLDER -o {folder}` first"
        ) from error
    return tuple(_event(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _event(path: Path, number: int, line: bytes) -> Event:
    try:
        return decode(line, Event)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}:{number}: not an event ({error}); build again") from error


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
