"""JSON Lines, one object a line, and JSON, one object or one list of them."""

import json
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any, cast

from kg.model import Problem
from kg.read.decoding import decoded, guessed, lines
from kg.read.draft import Draft, Source
from kg.read.record import filled, kind


def read_lines(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """One document a line; a line that is broken is reported and the rest goes on."""
    first_guess = True
    for line in lines(stream):
        if line.guessed and first_guess:
            first_guess = False
            yield guessed(source, line.number)
        if line.text.strip():
            yield from _line(line.text, source, line.number)


def read_whole(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """The documents of one object or of a list of objects; JSON Lines under a .json name are read as such."""
    text, problems = decoded(stream, source)
    yield from problems
    if not text.strip():
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from read_lines(BufferedReader(cast(Any, BytesIO(text.encode()))), source)
        else:
            yield _broken(error, source, getattr(error, "lineno", None), "file")
        return
    yield from _records(value if isinstance(value, list) else [value], source)


def _line(text: str, source: Source, number: int) -> Iterator[Draft | Problem]:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _broken(error, source, number, "line")
        return
    if isinstance(record, dict):
        yield from filled(source.draft(line=number), record)
    else:
        yield _no_object(source, f"this line is {kind(record)}", number)


def _records(values: list[object], source: Source) -> Iterator[Draft | Problem]:
    others = [number for number, value in enumerate(values, 1) if not isinstance(value, dict)]
    if others:
        which = f"item {others[0]}" + (f" (and {len(others) - 1} more)" if others[1:] else "")
        yield _no_object(source, f"{which} is {kind(values[others[0] - 1])}", None)
    for number, value in enumerate(values, 1):
        if isinstance(value, dict):
            yield from filled(source.draft(item=number), value)


def _no_object(source: Source, what: str, line: int | None) -> Problem:
    message = f'{what}, not an object, so it is skipped; write {{"id": "…", "text": "…"}}'
    return source.problem("error", message, line)


def _broken(error: Exception, source: Source, line: int | None, what: str) -> Problem:
    reason = str(error)
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg[0].lower()}{error.msg[1:].removesuffix(' at')} at column {error.colno}"
    elif isinstance(error, RecursionError):
        reason = "nested too deeply"
    return source.problem("error", f"broken JSON ({reason}), so the {what} is skipped; mend it", line)
