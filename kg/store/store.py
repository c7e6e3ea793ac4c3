"""A folder of state: what is known of documents, added as it is found, read back whole."""

import os
import platform
import sqlite3
import time
from collections.abc import Callable, Collection, Container, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pyarrow as pa
from filelock import FileLock, Timeout

from kg.errors import OutputError
from kg.model import Problem
from kg.store import ledger, parts
from kg.store.ledger import Ledger

Report = Callable[[Problem], None]

_LOCK, _HOLDER = "lock", "holder"
_BEAT = 0.25
"""Seconds of work that a killed process may lose: each commit waits for the disk."""
_FULL = 4096
"""Documents in a part that is left as it is; smaller ones are put together."""


class Store:
    """The mentions of documents by content key; one process at a time has it (`opened`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ledger = Ledger(folder / ledger.FILE)
        self._waiting: dict[bytes, bytes] = {}
        self._pending = len(self._ledger.pending())
        self._committed = time.monotonic()
        parts.sweep(folder, frozenset(self._ledger.parts()))

    def keys(self) -> set[bytes]:
        """Of the documents that are done."""
        return self._ledger.keys()

    def mentions(self, wanted: Container[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and JSON list of mentions of those documents that are wanted and done, part by part."""
        for key, told in self._ledger.pending().items():
            if key in wanted:
                yield key, told
        for name in self._ledger.parts():
            there = self._ledger.part(name)
            if any(key in wanted for key in there):
                yield from ((key, told) for key, told in self._part(name, there) if key in wanted)

    def add(self, key: bytes, mentions: bytes) -> None:
        """Put a document down as done; on disk within `_BEAT` seconds of work, or at `close`."""
        self._waiting[key] = mentions
        if time.monotonic() - self._committed > _BEAT:
            self._commit()

    def keep(self, keys: Collection[bytes]) -> None:
        """Forget all documents but these, and put small parts together."""
        self._commit()
        self._ledger.forget(sorted(self.keys() - frozenset(keys)))
        self._settle()

    def window(self, key: bytes) -> bytes | None:
        """The stories of a window of articles, if an earlier build grouped it."""
        return self._ledger.window(key)

    def add_window(self, key: bytes, stories: bytes) -> None:
        """Remember a window, once `keep_windows` says so."""
        self._ledger.add_window(key, stories)

    def keep_windows(self, keys: Collection[bytes]) -> None:
        """Forget all windows but these."""
        self._ledger.keep_windows(keys)

    def close(self) -> None:
        """Commit what waits, and close."""
        self._commit()
        self._ledger.close()

    def _commit(self) -> None:
        if self._waiting:
            self._ledger.add(self._waiting.items())
            self._pending += len(self._waiting)
            self._waiting.clear()
        self._committed = time.monotonic()
        if self._pending >= _FULL:
            self._settle()

    def _settle(self) -> None:
        """Move what no part holds, and what small parts hold, into one new part."""
        rows = self._ledger.pending()
        old = self._ledger.parts()
        small = [name for name, count in old.items() if count < _FULL]
        if rows or len(small) > 1:
            for name in small:
                rows |= dict(self._part(name, self._ledger.part(name)))
            self._ledger.moved(rows, parts.write(self._folder, rows))
        self._pending = 0
        parts.sweep(self._folder, frozenset(self._ledger.parts()))

    def _part(self, name: str, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """The rows of a part that the ledger asks it for; those of a lost or broken part are forgotten."""
        try:
            rows = list(parts.read(self._folder, name))
        except (OSError, pa.ArrowException):
            self._ledger.forget(keys)
            return
        yield from ((key, told) for key, told in rows if key in keys)


@contextmanager
def opened(folder: Path, report: Report) -> Iterator[Store]:
    """The store of a folder, made if need be, for this process alone.

    A store of another version of kg, or a broken one, is begun anew, which is reported.

    Raises:
        OutputError: the folder cannot be written to, the disk is full, or another process has the store.
    """
    with _locked(folder):
        try:
            if not ledger.readable(folder / ledger.FILE):
                _begin_anew(folder, report)
            with closing(Store(folder)) as store:
                yield store
        except sqlite3.Error as error:
            raise OutputError(
                f"{folder}: no state can be kept here ({error}); choose another with -o or --state"
            ) from error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / _LOCK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = lock.acquire(timeout=0)
    except Timeout:
        raise OutputError(f"{folder}: in use by {_holder(folder)}; wait for it, or choose another --state") from None
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(
            f"{folder}: no state can be kept here ({reason}); choose another with -o or --state"
        ) from error
    with held:
        (folder / _HOLDER).write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        yield


def _holder(folder: Path) -> str:
    try:
        return (folder / _HOLDER).read_text(encoding="utf-8")
    except OSError:
        return "another process"


def _begin_anew(folder: Path, report: Report) -> None:
    for path in folder.glob(f"{ledger.FILE}*"):
        path.unlink()
    message = "what earlier builds remembered is of another version of kg, or broken; all documents are read anew"
    report(Problem(level="notice", file=str(folder), line=None, message=message))
