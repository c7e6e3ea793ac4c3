"""Streams Wikidata entities from files as its dumps and API give them, gzipped or not, line by line."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import msgspec

from kg.actors.wikidata import Entity
from kg.errors import TableError
from kg.tables import Skip

_GZIP = b"\x1f\x8b"


class Found(NamedTuple):
    """An entity and the line that it stands on."""

    line: int
    entity: Entity


def entities(path: Path, skip: Skip) -> Iterator[Found]:
    """The entities of a file: one a line (with or without the brackets and commas of a dump), one object with
    `entities`, one entity, or an array; `skip` is told of lines that are none.

    Raises:
        TableError: the file cannot be read.
    """
    try:
        with _open(path) as file:
            start = _first_line(file)
        with _open(path) as file:
            whole = start is not None and _decoded(start) is None
            yield from (_whole(path, file.read(), skip) if whole else _lines(path, file, skip))
    except (OSError, EOFError) as error:
        raise TableError(str(path), None, f"cannot be read ({error})") from error


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else path.open("rb")


def _first_line(file: Iterable[bytes]) -> bytes | None:
    """The first line that holds more than a bracket: where it is no JSON by itself, a value runs over lines."""
    return next((text for line in file if (text := _bare(line))), None)


def _bare(line: bytes) -> bytes:
    text = line.removeprefix(b"\xef\xbb\xbf").strip().rstrip(b",")
    return b"" if text in (b"[", b"]") else text


def _lines(path: Path, file: Iterable[bytes], skip: Skip) -> Iterator[Found]:
    for number, line in enumerate(file, 1):
        if text := _bare(line):
            yield from _values(path, number, text, skip)


def _whole(path: Path, text: bytes, skip: Skip) -> Iterator[Found]:
    return _values(path, 1, text, skip)


def _values(path: Path, number: int, text: bytes, skip: Skip) -> Iterator[Found]:
    decoded = _decoded(text)
    if decoded is None:
        skip(TableError(str(path), number, "no JSON of a Wikidata entity"))
    for value in _each(decoded):
        try:
            yield Found(number, msgspec.convert(value, Entity))
        except msgspec.ValidationError as error:
            skip(TableError(str(path), number, f"no Wikidata entity ({error})"))


def _decoded(text: bytes) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None


def _each(decoded: Any) -> Iterable[Any]:
    if isinstance(decoded, list):
        return decoded
    if isinstance(decoded, dict) and isinstance(decoded.get("entities"), dict):
        return list(decoded["entities"].values())
    return () if decoded is None else (decoded,)
