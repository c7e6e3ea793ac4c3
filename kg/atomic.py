"""Write a file whole or not at all: a temporary file in the same folder, flushed to disk, then renamed."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.errors import OutputError


@contextmanager
def open_binary(path: Path) -> Iterator[BinaryIO]:
    """A stream of bytes that becomes `path` when the block ends well; after an error `path` is as it was.

    Raises:
        OutputError: the folder cannot be written to, or the disk is full.
    """
    try:
        with _replacing(path) as temporary, temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"{path}: cannot be written ({reason}); check the folder or choose another") from error


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """The same for text: UTF-8, line ends `\\n` on every system.

    Raises:
        OutputError: as `open_binary`.
    """
    with open_binary(path) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        try:
            yield text
        finally:
            text.detach()


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    # A plain `open` and not tempfile: mkstemp makes files that only their owner can read.
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
        temporary.replace(path)
        _sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where folders can be opened (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
