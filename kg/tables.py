"""Read the CSV tables of ontology/: a header, one row a fact, `#` starts a comment line."""

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, NoReturn

from kg.errors import OntologyError, TableError

Skip = Callable[[TableError], None]
"""Told of a row that is left out."""


class Row(NamedTuple):
    """One row: its line in the file, for messages, and its cells by column name, stripped."""

    line: int
    cells: dict[str, str]


def refuse(error: TableError) -> NoReturn:
    """The usual `Skip`: a wrong row ends the reading."""
    raise error


def rows(path: Path, columns: tuple[str, ...], skip: Skip = refuse) -> Iterator[Row]:
    """The rows of a table whose header must be `columns`, in that order.

    Raises:
        TableError: the file is missing or no UTF-8, its header differs, or, unless `skip` lets it pass, a row has
            another number of cells or broken quotation marks.
    """
    header: tuple[str, ...] | None = None
    for number, line in lines(path):
        try:
            row = tuple(cell.strip() for cell in cells(line))
        except csv.Error as error:
            skip(TableError(str(path), number, f"{error}; check its quotation marks"))
            continue
        if header is None:
            header = row
            if header != columns:
                problem = f"the header is {','.join(header)}; write {','.join(columns)}"
                raise TableError(str(path), number, problem)
        elif len(row) != len(columns):
            skip(TableError(str(path), number, f"{len(row)} cells where the header names {len(columns)}"))
        else:
            yield Row(number, dict(zip(columns, row, strict=True)))


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a table with their numbers, without comments and empty lines.

    Raises:
        TableError: the file is missing or no UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TableError(str(path), None, f"cannot be read ({error.strerror}); put the table back") from error
    except UnicodeDecodeError as error:
        raise TableError(str(path), None, f"is no UTF-8 ({error.reason}); save it as UTF-8") from error
    numbered = enumerate(text.splitlines(), 1)
    return ((number, line) for number, line in numbered if line.strip() and line.lstrip()[0] != "#")


def cells(line: str) -> list[str]:
    """The cells of one line of CSV.

    Raises:
        csv.Error: its quotation marks do not match.
    """
    return next(csv.reader((line,), skipinitialspace=True, strict=True))


def wordclass(path: Path, group: str) -> frozenset[str]:
    """The words of one class of a table with the columns class and words, which `|` parts.

    Raises:
        OntologyError: the table has no such class.
    """
    found = _classes(path).get(group)
    if found is None:
        raise OntologyError(f"{path}: no class {group!r}; put its row back")
    return found


@cache
def _classes(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line, cells in rows(path, ("class", "words")):
        if cells["class"] in found:
            raise OntologyError(f"{path}:{line}: there is a class {cells['class']!r} already; make one row of the two")
        found[cells["class"]] = frozenset(filter(None, cells["words"].split("|")))
    return found


def words(path: Path) -> frozenset[str]:
    """The lines of a list of words, without comments and empty lines."""
    return frozenset(numbered(path))


def numbered(path: Path) -> dict[str, int]:
    """The words of such a list with their lines in the file."""
    return {line.strip(): number for number, line in lines(path)}


def meanings(path: Path, columns: tuple[str, str], allowed: Sequence[str]) -> dict[str, str]:
    """A table of two columns, a word and what it means, which is one of the `allowed`.

    Raises:
        OntologyError: the table is missing or a row is wrong.
    """
    word, meaning = columns
    table: dict[str, str] = {}
    for row in rows(path, columns):
        if row.cells[meaning] not in allowed:
            raise OntologyError(f"{path}:{row.line}: {meaning} is one of {', '.join(allowed)}")
        table[row.cells[word]] = row.cells[meaning]
    return table
