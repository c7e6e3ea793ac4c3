"""Values of a build: in memory while they are few, else in a file of their own, read back as they are wanted."""

import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BufferedReader, FileIO
from itertools import chain, islice, pairwise
from typing import Any, Generic, Protocol, TypeVar, overload

import msgspec

from kg.errors import OutputError
from kg.model import Document, Event, Value

T = TypeVar("T")
V = TypeVar("V", bound=Value)

_ROOM = 2**24
"""Bytes that values of one kind may take in memory, about."""
_EACH = 1000
"""Bytes that a value takes besides a document's text and an event's reports, and that a report takes, about."""
_AT_ONCE = 64
"""Values that are written together, and read so where all are."""
_AHEAD = 2**13
"""Bytes that are read at once where single values are: the next one wanted is often near."""
_NEAR = 256
"""Documents that `ById` keeps at hand: mentions of one article, and reports of one event, stand together."""


def kept(values: Iterable[V], folder: str | None = None) -> Sequence[V]:
    """All of the values, which are of one class, in their order; many of them on a shelf.

    Args:
        folder: where the shelf's file is to be; None: where the system has temporary files. Nobody else sees it, and it
            is gone when the process ends, however that may be.

    Raises:
        OutputError: the file cannot be written.
    """
    coming, few, room = iter(values), list[V](), _ROOM
    for value in coming:
        few.append(value)
        room -= _EACH * (1 + len(value.mentions)) if isinstance(value, Event) else _EACH
        room -= len(value.text) if isinstance(value, Document) else 0
        if room < 0:
            return Shelf(chain(few, coming), type(value), folder)
    return tuple(few)


class Keep(Protocol):
    """Holds on to values in their order, in memory or on a shelf (`kept`)."""

    def __call__(self, values: Iterable[V], /) -> Sequence[V]:
        """All of the values."""


class Chosen(Sequence[T]):
    """Some of a sequence, by their positions, without a copy."""

    def __init__(self, whole: Sequence[T], positions: Sequence[int]) -> None:
        self._whole = whole
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    def __iter__(self) -> Iterator[T]:
        return map(self._whole.__getitem__, self._positions)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> "Chosen[T]": ...
    def __getitem__(self, index: int | slice) -> "T | Chosen[T]":
        """One of them, or those of a slice."""
        if isinstance(index, slice):
            return Chosen(self._whole, self._positions[index])
        return self._whole[self._positions[index]]

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)


class Shelf(Sequence[V], Generic[V]):
    """Values of one class in a file, 8 bytes of memory for each; pickles and copies are tuples."""

    def __init__(self, values: Iterable[V], kind: type[V], folder: str | None = None) -> None:
        self._ends = array("Q", [0])
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._folder = folder
        try:
            file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed with the shelf
        except OSError as error:
            raise _full(folder, error) from error
        weakref.finalize(self, file.close)
        coming = map(msgspec.msgpack.encode, values)
        while some := list(islice(coming, _AT_ONCE)):
            self._add(file, some)
        self._file = BufferedReader(file, _AHEAD)

    def _add(self, file: FileIO, encoded: list[bytes]) -> None:
        rest = memoryview(b"".join(encoded))
        try:
            while rest:  # a disk that is nearly full takes a part
                rest = rest[file.write(rest) :]
        except OSError as error:
            raise _full(self._folder, error) from error
        for one in encoded:
            self._ends.append(self._ends[-1] + len(one))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[V]:
        for first in range(0, len(self), _AT_ONCE):
            yield from self._read(first, min(first + _AT_ONCE, len(self)))

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[V]: ...
    def __getitem__(self, index: int | slice) -> V | Chosen[V]:
        """A value, read from the file, or those of a slice."""
        if isinstance(index, slice):
            return Chosen(self, range(len(self))[index])
        number = index if 0 <= index < len(self._ends) - 1 else range(len(self))[index]
        start = self._ends[number]
        self._file.seek(start)
        return self._decoder.decode(self._file.read(self._ends[number + 1] - start))

    def _read(self, first: int, end: int) -> list[V]:
        start = self._ends[first]
        self._file.seek(start)
        read = memoryview(self._file.read(self._ends[end] - start))
        ends = self._ends[first : end + 1]
        return [self._decoder.decode(read[a - start : b - start]) for a, b in pairwise(ends)]

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)


def _full(folder: str | None, error: OSError) -> OutputError:
    where = folder or tempfile.gettempdir()
    reason = f"{where}: no room for what is read and found ({error.strerror or error})"
    return OutputError(f"{reason}; choose another folder with TMPDIR or --state")


class ById(Mapping[str, Document]):
    """Documents by their ids, without a copy."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._numbers = {document.id: number for number, document in enumerate(documents)}
        self._read = lru_cache(_NEAR)(documents.__getitem__)

    def __getitem__(self, id: str) -> Document:
        """The document of that id.

        Raises:
            KeyError: there is none.
        """
        return self._read(self._numbers[id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
