"""The rows of the tables of actors as they are read: each cell checked, each mistake named with file and line."""

import re
from calendar import monthrange
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path

from kg.errors import TableError
from kg.tables import Skip, refuse, rows

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Line:
    """The cells of one row, each checked as it is read."""

    def __init__(self, file: str, number: int, cells: Mapping[str, str]) -> None:
        self.file = file
        self.number = number
        self.cells = cells

    def wrong(self, problem: str) -> TableError:
        """The error to raise for this row."""
        return TableError(self.file, self.number, problem)

    def text(self, column: str) -> str:
        """A cell as it is."""
        return self.cells[column]

    def need(self, column: str) -> str:
        """A cell that must not be empty."""
        if not self.text(column):
            raise self.wrong(f"{column} is empty; write one")
        return self.text(column)

    def many(self, column: str) -> tuple[str, ...]:
        """The alternatives of a cell, which `|` separates."""
        return split(self.text(column))

    def key(self) -> str:
        """The id: small letters, digits and hyphens."""
        if not _ID.fullmatch(self.text("id")):
            raise self.wrong(f"id {self.text('id')!r}; write small letters, digits and hyphens")
        return self.text("id")

    def wikidata(self) -> str:
        """The Wikidata item, or nothing."""
        if self.text("wikidata") and not _WIKIDATA.fullmatch(self.text("wikidata")):
            raise self.wrong(f"wikidata {self.text('wikidata')!r}; write an item such as Q42, or nothing")
        return self.text("wikidata")

    def code(self, column: str, letters: int) -> str:
        """An ISO 3166-1 code of so many letters, or nothing."""
        code = self.text(column)
        if code and not re.fullmatch(rf"[A-Z]{{{letters}}}", code):
            raise self.wrong(f"{column} {code!r}; write {letters} capital letters, or nothing")
        return code

    def one_of(self, column: str, allowed: Container[str], hint: str) -> str:
        """A cell that holds one of a few words."""
        if self.text(column) not in allowed:
            raise self.wrong(f"{column} {self.text(column)!r}; write {hint}")
        return self.text(column)

    def refer(self, column: str, *known: Container[str]) -> str:
        """The id in a cell, empty or one that a table has."""
        if self.text(column):
            self._has(column, self.text(column), known)
        return self.text(column)

    def refer_all(self, column: str, *known: Container[str]) -> tuple[str, ...]:
        """The ids in a cell, each of them one that a table has."""
        for name in self.many(column):
            self._has(column, name, known)
        return self.many(column)

    def _has(self, column: str, name: str, known: tuple[Container[str], ...]) -> None:
        if not any(name in table for table in known):
            raise self.wrong(f"{column} {name!r} is no id of another table; add it there or correct it here")

    def period(self) -> tuple[date | None, date | None]:
        """The first and the last day of `start` and `end`: a bare year or month counts whole."""
        start, end = self._day("start", last=False), self._day("end", last=True)
        if start and end and start > end:
            raise self.wrong(f"start {self.text('start')} is after end {self.text('end')}; swap or correct them")
        return start, end

    def _day(self, column: str, last: bool) -> date | None:
        text = self.text(column)
        if not text:
            return None
        found = _DATE.fullmatch(text)
        try:
            if found is None:
                raise ValueError(text)
            return _edge(int(found[1]), found[2], found[3], last)
        except ValueError as error:
            raise self.wrong(f"{column} {text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error


def _edge(year: int, month: str | None, day: str | None, last: bool) -> date:
    months = int(month) if month else 12 if last else 1
    days = int(day) if day else monthrange(year, months)[1] if last else 1
    return date(year, months, days)


def split(cell: str) -> tuple[str, ...]:
    """The alternatives in a cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def lines(path: Path, columns: tuple[str, ...], skip: Skip = refuse) -> Iterator[Line]:
    """The rows of a table; `skip` is told of those that cannot be read.

    Raises:
        TableError: as `kg.tables.rows`.
    """
    return (Line(str(path), row.line, row.cells) for row in rows(path, columns, skip))
