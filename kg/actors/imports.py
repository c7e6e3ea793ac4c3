"""Brings CSV tables and Wikidata entities into the user's folder of actors."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from kg.actors import own
from kg.actors.entities import Found, entities
from kg.actors.fold import fold
from kg.actors.lines import Line, lines
from kg.actors.own import COLUMNS, Own, Report, Sheets
from kg.actors.tables import Organisation, Person, Tables
from kg.actors.wikidata import Reader
from kg.atomic import open_text
from kg.errors import InputError, OutputError, TableError
from kg.model import Problem
from kg.tables import Skip, cells
from kg.tables import lines as table_lines


class Imported(NamedTuple):
    """How many rows of each table were taken over."""

    people: int
    terms: int
    organisations: int


def bring(files: Sequence[Path], folder: Path, ours: Tables, report: Report) -> Imported:
    """Add the rows of files to the tables of a folder, made if need be; a row takes the place of one of its id.

    A CSV file is known by its header, anything else is read as Wikidata JSON. A term takes the place of one of the
    same person, office, body and start. Comments and other rows of the folder stay as they are. What is wrong or
    cannot be mapped goes to `report` and is left out.

    Raises:
        InputError: a file is not there.
        TableError: a table of the folder cannot be read.
        OutputError: the folder cannot be written.
    """
    for path in files:
        if not path.is_file():
            raise InputError(f"{path}: there is no such file; name a CSV table or Wikidata JSON")
    for name, path in own.files(folder).items():
        if path.exists():
            list(lines(path, COLUMNS[name], lambda error: None))
    skip = own.skipping(report)
    known = own.overlay(ours, own.check(own.read(folder, lambda problem: None), ours, lambda error: None))
    sheets = _joined([*_tables(files, report), _wikidata(files, known, report)])
    taken = own.check(sheets, known, skip)
    for problem in _other_items(taken, known):
        report(problem)
    _write(folder, taken)
    return Imported(len(taken.people), len(taken.terms), len(taken.organisations))


def _other_items(taken: Own, known: Tables) -> Iterator[Problem]:
    """Rows whose id or name the tables know with another Wikidata item: they may be of somebody else."""
    rows: tuple[Person | Organisation, ...] = (*known.people, *known.organisations)
    listed = [row for row in rows if row.wikidata]
    named = {name: row for row in reversed(listed) for name in (fold(row.name), row.id)}
    new: tuple[tuple[Line, Person | Organisation], ...] = (*taken.people.values(), *taken.organisations.values())
    for line, row in new:
        other = named.get(row.id) or named.get(fold(row.name))
        if other and row.wikidata and row.wikidata != other.wikidata:
            there = f"the tables have {other.id} with {other.wikidata}"
            message = f"{row.name} has the Wikidata item {row.wikidata}, {there}; yours counts, see which is right"
            yield Problem(level="notice", file=line.file, line=line.number, message=message)


def _joined(sheets: Iterable[Sheets]) -> Sheets:
    found = tuple(sheets)
    return Sheets(*(tuple(line for sheet in found for line in sheet[n]) for n in range(len(COLUMNS))))


def _tables(files: Iterable[Path], report: Report) -> Iterator[Sheets]:
    for path in filter(_is_csv, files):
        try:
            yield _table(path, own.skipping(report))
        except TableError as error:
            report(own.problem(error, "the file is left out"))


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _table(path: Path, skip: Skip) -> Sheets:
    """The rows of a CSV file under the table whose header it has, in whatever order."""
    number, first = next(table_lines(path), (1, ""))
    header = tuple(cell.strip() for cell in first.replace('"', "").split(","))
    for name, columns in COLUMNS.items():
        if sorted(header) == sorted(columns):
            return Sheets(**{name: tuple(lines(path, header, skip))})
    expected = "; ".join(",".join(columns) for columns in COLUMNS.values())
    raise TableError(str(path), number, f"the header is that of no table; write one of: {expected}")


def _wikidata(files: Sequence[Path], known: Tables, report: Report) -> Sheets:
    """Reads the files twice: first for what positions and bodies mean, then for people and organisations."""
    reader = Reader(known)
    given = [path for path in files if not _is_csv(path)]
    for path in given:
        for found in _entities(path, lambda problem: None):
            reader.learn(found.entity)
    sheets: dict[str, list[Line]] = {name: [] for name in COLUMNS}
    for path in given:
        for found in _entities(path, report):
            for row in reader.rows(found.entity):
                sheets[row.table].append(Line(str(path), found.line, row.cells))
        for what, (example, times) in reader.skipped.items():
            message = f"{what}; left out: {example}" + (f" and {times - 1} more" if times > 1 else "")
            report(Problem(level="notice", file=str(path), line=None, message=message))
        reader.skipped.clear()
    return Sheets(**sheets)


def _entities(path: Path, report: Report) -> Iterator[Found]:
    try:
        yield from entities(path, own.skipping(report))
    except TableError as error:
        report(own.problem(error, "the rest of the file is left out"))


def _write(folder: Path, taken: Own) -> None:
    new: dict[str, list[Line]] = {
        "people": [line for line, _ in taken.people.values()],
        "terms": [line for line, _ in taken.terms],
        "organisations": [line for line, _ in taken.organisations.values()],
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made a folder ({error.strerror}); choose another") from error
    for name, path in own.files(folder).items():
        if new[name]:
            _add(path, name, new[name])


def _add(path: Path, table: str, new: Sequence[Line]) -> None:
    columns = COLUMNS[table]
    rows = {_key(table, line.cells): _csv([line.cells[c] for c in columns]) for line in new}
    kept: list[str] = []
    if path.exists():
        for text in path.read_text(encoding="utf-8-sig").splitlines():
            kept.append(rows.pop(_key_of(table, text), text))
    else:
        kept.append(_csv(columns))
    with open_text(path) as out:
        out.writelines(f"{line}\n" for line in (*kept, *rows.values()))


def _key_of(table: str, text: str) -> tuple[str, ...]:
    """What identifies the row on a line of text; nothing for a comment or a broken row."""
    try:
        found = [cell.strip() for cell in cells(text)]
    except (csv.Error, StopIteration):
        return ()
    columns = COLUMNS[table]
    if text.lstrip().startswith("#") or len(found) != len(columns):
        return ()
    return _key(table, dict(zip(columns, found, strict=True)))


def _key(table: str, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in (("person", "office", "of", "start") if table == "terms" else ("id",)))


def _csv(row: Iterable[str]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="").writerow(row)
    return text.getvalue()
