"""Write a file, or a folder of files, whole or not at all: under a temporary name, flushed to disk, then renamed."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from kg.errors import OutputError

DONE = "_SUCCESS"
"""Empty file that marks a folder as whole; readers of Parquet skip what begins with an underscore, as Hadoop has it."""


@contextmanager
def open_binary(path: Path) -> Iterator[BinaryIO]:
    """A stream of bytes that becomes `path` when the block ends well; after an error `path` is as it was.

    Raises:
        OutputError: the folder cannot be written to, or the disk is full.
    """
    try:
        with _replacing(path) as temporary, open_new(temporary) as stream:
            yield stream
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
def open_new(path: Path) -> Iterator[BinaryIO]:
    """A stream of bytes to a file that is not there yet, on disk when the block ends: for files of an `open_folder`.

    Raises:
        OSError: the file is there, or cannot be written.
    """
    with path.open("xb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def open_folder(path: Path) -> Iterator[Path]:
    """A new folder that becomes `path` when the block ends well; after an error `path` is as it was.

    An older folder that was made like this is replaced, in two steps: for a moment there is neither, never a mixture.

    Raises:
        OutputError: a folder of something else is there, the parent cannot be written to, or the disk is full.
    """
    if path.is_dir() and not (path / DONE).exists() and any(path.iterdir()):
        raise OutputError(f"{path}: a folder with other files in it; choose another, or remove it first")
    temporary = _temporary(path)
    try:
        temporary.mkdir()
        yield temporary
        (temporary / DONE).touch()
        for folder in (*(made for made in temporary.rglob("*") if made.is_dir()), temporary):
            _sync_folder(folder)
        _swap(temporary, path)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"{path}: cannot be written ({reason}); check the folder or choose another") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def remove(path: Path) -> None:
    """Remove a file, or a folder that `open_folder` made; a folder of something else stays."""
    if not path.is_dir():
        path.unlink(missing_ok=True)
    elif (path / DONE).exists():
        shutil.rmtree(path)


def _swap(made: Path, path: Path) -> None:
    old = _temporary(path)
    if path.is_dir():
        path.rename(old)
    made.rename(path)
    _sync_folder(path.parent)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    temporary = _temporary(path)
    try:
        yield temporary
        temporary.replace(path)
        _sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    """A free name beside a path; not by tempfile, whose files only their owner can read."""
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where folders can be opened (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
