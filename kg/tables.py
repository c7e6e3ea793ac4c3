"""Read the CSV tables of ontology/: a header, one row a fact, `#` starts a comment line."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError


class Row(NamedTuple):
    """One row: its line in the file, for messages, and its cells by column name, stripped."""

    line: int
    cells: dict[str, str]


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table whose header must be `columns`, in that order.

    Raises:
        OntologyError: the file is missing, its header differs, or a row has another number of cells.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror}); put the table back") from error
    numbered = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line.lstrip()[0] != "#"]
    cells = csv.reader((line for _, line in numbered), skipinitialspace=True, strict=True)
    header: tuple[str, ...] | None = None
    for (number, _), row in zip(numbered, cells, strict=True):
        if header is None:
            header = tuple(cell.strip() for cell in row)
            if header != columns:
                raise OntologyError(f"{path}:{number}: the header is {','.join(header)}; write {','.join(columns)}")
        elif len(row) != len(columns):
            raise OntologyError(f"{path}:{number}: {len(row)} cells where the header names {len(columns)}")
        else:
            yield Row(number, dict(zip(columns, (cell.strip() for cell in row), strict=True)))


def words(path: Path) -> frozenset[str]:
    """The lines of a list of words, without comments and empty lines."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
