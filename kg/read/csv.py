"""Tables: a header, then one document a row; commas, semicolons or tabs between the cells."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader

from kg.errors import InputError
from kg.model import Problem
from kg.read.decoding import Line, guessed, lines
from kg.read.draft import Draft, Source, shown
from kg.read.record import filled

_SEPARATORS = ",;\t"
_LARGEST_CELL = 2**31 - 1
_NAME = re.compile(r"[^\W\d][\w-]{0,30}")


def read(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """One document a row; a row that is broken is reported and the rest goes on.

    Raises:
        InputError: the header has no column "text".
    """
    feed = _Feed(lines(stream))
    header: list[str] = []
    after_error = False
    for row in _rows(feed):
        if isinstance(row, csv.Error):
            broken = f'broken row ({row}); it is skipped: quote its cells, and double the quotes inside them ("")'
            yield source.problem("error", broken, feed.start)
            after_error = True
        elif not any(map(str.strip, row)):
            continue
        elif not header:
            header = _header(row)
        # What follows a broken row may be the rest of its text: go on where a row is whole again.
        elif not after_error or len(row) == len(header):
            after_error = False
            yield from _row(header, row, source, feed.start)
    if feed.first_guess:
        yield guessed(source, feed.first_guess)


def is_header(line: str) -> bool:
    """Whether a line is plainly the header of a table of articles: names of columns, one of them "text"."""
    names = [cell.strip().strip('"').lower() for cell in line.split(_separator(line))]
    return len(names) > 1 and "text" in names and all(map(_NAME.fullmatch, names))


class _Feed:
    """Lines for csv.reader, which remembers those of the row at hand so that they can be read again."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()
        self._row: list[Line] = []
        self.first_guess = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        if line.guessed and not self.first_guess:
            self.first_guess = line.number
        self._row.append(line)
        return line.text + "\n"

    @property
    def start(self) -> int:
        """The line on which the row at hand begins."""
        return self._row[0].number if self._row else 1

    def next_row(self) -> None:
        """Forget the row at hand."""
        self._row.clear()

    def again(self, skip: int) -> None:
        """Give the lines of the row at hand once more, but for the first `skip`."""
        self._again.extendleft(reversed(self._row[skip:]))


def _rows(feed: _Feed) -> Iterator[list[str] | csv.Error]:
    first = next(filter(str.strip, feed), "")
    feed.again(skip=0)
    reader = csv.reader(feed, delimiter=_separator(first), skipinitialspace=True, strict=True)
    while True:
        feed.next_row()
        try:
            with _any_size():
                row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            feed.again(skip=1)
        else:
            yield row


@contextmanager
def _any_size() -> Iterator[None]:
    # The limit is one for the whole process: lift it for this row only.
    limit = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _separator(header: str) -> str:
    return max(_SEPARATORS, key=header.count)


def _header(row: list[str]) -> list[str]:
    names = [name.strip().lower() for name in row]
    if "text" not in names:
        header = shown(", ".join(names))
        raise InputError(f'no column "text" in the header ({header}); name the column of the articles "text"')
    return names


def _row(header: list[str], row: list[str], source: Source, line: int) -> Iterator[Draft | Problem]:
    if len(row) > len(header):
        many = f"{len(row)} cells where the header names {len(header)}"
        yield source.problem("warning", f"{many}; the last are left out: quote cells that hold commas", line)
    record = {name: cell for name, cell in zip(header, row, strict=False) if cell}
    yield from filled(source.draft(line=line), record)
