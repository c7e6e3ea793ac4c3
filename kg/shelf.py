"""Values of a build: in memory while they are few, else in a file of their own, read back as they are wanted."""

import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BufferedReader, FileIO
from itertools import chain, islice, pairwise
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, overload

import msgspec

from kg.errors import OutputError
from kg.model import Document, Event, Value, encode

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


def kept(values: "Iterable[V] | Lines[V]", folder: str | None = None) -> Sequence[V]:
    """All of the values, which are of one class, in their order; many of them on a shelf.

    Args:
        values: the values themselves, or as they are written down.
        folder: where the shelf's file is to be; None: where the system has temporary files. Nobody else sees it, and it
            is gone when the process ends, however that may be.

    Raises:
        OutputError: the file cannot be written.
    """
    if isinstance(values, Lines):
        return _kept_lines(values, folder)
    coming, few, room = iter(values), list[V](), _ROOM
    for value in coming:
        few.append(value)
        room -= _EACH * (1 + len(value.mentions)) if isinstance(value, Event) else _EACH
        room -= len(value.text) if isinstance(value, Document) else 0
        if room < 0:
            return Shelf(map(encode, chain(few, coming)), type(value), folder)
    return tuple(few)


def _kept_lines(values: "Lines[V]", folder: str | None) -> Sequence[V]:
    coming, few, room = iter(values.lines), list[bytes](), _ROOM
    for line in coming:
        few.append(line)
        room -= max(_EACH, len(line))
        if room < 0:
            return Shelf(chain(few, coming), values.kind, folder)
    return tuple(Lines(few, values.kind).values())


class Lines(NamedTuple, Generic[V]):
    """Values of one class as `encode` writes them down."""

    lines: Iterable[bytes]
    kind: type[V]

    def values(self) -> Iterator[V]:
        """The values themselves."""
        return map(msgspec.json.Decoder(self.kind).decode, self.lines)


class Keep(Protocol):
    """Holds on to values in their order, in memory or on a shelf (`kept`)."""

    def __call__(self, values: Iterable[V] | Lines[V], /) -> Sequence[V]:
        """All of the values."""


def written(values: Iterable[V]) -> Iterator[bytes]:
    """Each value as `encode` writes it; what is on a shelf is written already."""
    return values.lines() if isinstance(values, Shelf | Chosen) else map(encode, values)


def seen_as(values: Iterable[Any], kind: type[T]) -> Iterator[T]:
    """Each value with the fields of `kind` alone, which are fields of its own; one in memory is given as it is.

    To pass over the others of a value on a shelf takes a part of the time.
    """
    on_shelf = isinstance(values, Shelf) or (isinstance(values, Chosen) and isinstance(values.whole, Shelf))
    return map(msgspec.json.Decoder(kind).decode, written(values)) if on_shelf else iter(values)


class Chosen(Sequence[T]):
    """Some of a sequence, by their positions, without a copy."""

    def __init__(self, whole: Sequence[T], positions: Sequence[int]) -> None:
        self.whole = whole
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    def __iter__(self) -> Iterator[T]:
        return map(self.whole.__getitem__, self._positions)

    def lines(self) -> Iterator[bytes]:
        """As `written` gives them; they must be values."""
        if isinstance(self.whole, Shelf):
            return map(self.whole.line, self._positions)
        return map(encode, self)  # type: ignore[arg-type]

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> "Chosen[T]": ...
    def __getitem__(self, index: int | slice) -> "T | Chosen[T]":
        """One of them, or those of a slice."""
        if isinstance(index, slice):
            return Chosen(self.whole, self._positions[index])
        return self.whole[self._positions[index]]

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)


class Shelf(Sequence[V], Generic[V]):
    """Values of one class in a file of JSON Lines, 8 bytes of memory for each; pickles and copies are tuples."""

    def __init__(self, lines: Iterable[bytes], kind: type[V], folder: str | None = None) -> None:
        self._ends = array("Q", [0])
        self._decode = msgspec.json.Decoder(kind).decode
        self._folder = folder
        try:
            file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed with the shelf
        except OSError as error:
            raise _full(folder, error) from error
        weakref.finalize(self, file.close)
        coming = iter(lines)
        while some := list(islice(coming, _AT_ONCE)):
            self._add(file, some)
        self._file = BufferedReader(file, _AHEAD)

    def _add(self, file: FileIO, lines: list[bytes]) -> None:
        rest = memoryview(b"".join(lines))
        try:
            while rest:  # a disk that is nearly full takes a part
                rest = rest[file.write(rest) :]
        except OSError as error:
            raise _full(self._folder, error) from error
        for line in lines:
            self._ends.append(self._ends[-1] + len(line))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[V]:
        return map(self._decode, self.lines())

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[V]: ...
    def __getitem__(self, index: int | slice) -> V | Chosen[V]:
        """A value, read from the file, or those of a slice."""
        if isinstance(index, slice):
            return Chosen(self, range(len(self))[index])
        return self._decode(self.line(index))

    def line(self, index: int) -> bytes:
        """A value as it is written."""
        number = index if 0 <= index < len(self._ends) - 1 else range(len(self))[index]
        start = self._ends[number]
        self._file.seek(start)
        return self._file.read(self._ends[number + 1] - start)

    def lines(self) -> Iterator[bytes]:
        """All of them as they are written."""
        for first in range(0, len(self), _AT_ONCE):
            ends = self._ends[first : first + _AT_ONCE + 1]
            self._file.seek(ends[0])
            read = self._file.read(ends[-1] - ends[0])
            yield from [read[a - ends[0] : b - ends[0]] for a, b in pairwise(ends)]

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
