"""Which files the last build wrote and left: what stands in them need not be written anew, if nobody touched them."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from kg.atomic import open_binary
from kg.store.keys import writing

_FILE = "written.json"


class _Written(msgspec.Struct, frozen=True):
    """By which code and under which base IRI files were written, and what the system says of each, by its name."""

    code: bytes
    base: str
    files: dict[str, tuple[int, ...]]


def note(state: Path, files: Sequence[Path], base: str) -> None:
    """Put down that a build by this code has written these files.

    Raises:
        OutputError: the folder of state cannot be written to.
    """
    there = {path.name: _seen(path) for path in files if path.is_file()}
    with open_binary(state / _FILE) as out:
        out.write(msgspec.json.encode(_Written(writing(), base, there)))


def untouched(state: Path, files: Sequence[Path], base: str) -> bool:
    """Whether these files are there as the last build left them, and it was one by this code."""
    try:
        last = msgspec.json.decode((state / _FILE).read_bytes(), type=_Written)
        same = all(last.files.get(path.name) == _seen(path) for path in files)
    except (OSError, msgspec.MsgspecError):
        return False
    return same and (last.code, last.base) == (writing(), base)


def _seen(path: Path) -> tuple[int, ...]:
    """What changes when a file is written to, replaced or copied."""
    of = path.stat()
    return of.st_ino, of.st_size, of.st_mtime_ns, of.st_ctime_ns
