"""The user's own actors: people, terms and organisations of a folder, which outrank those of ontology/actors."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from kg.actors import gazetteer, tables
from kg.actors.fold import fold
from kg.actors.gazetteer import Gazetteer
from kg.actors.lines import Line, lines
from kg.actors.tables import Organisation, Person, Tables, Term
from kg.errors import TableError
from kg.model import Problem
from kg.tables import Skip

Report = Callable[[Problem], None]


class Sheets(NamedTuple):
    """Rows of the three tables as they were written, not yet checked."""

    people: Sequence[Line] = ()
    terms: Sequence[Line] = ()
    organisations: Sequence[Line] = ()


class Own(NamedTuple):
    """Rows that passed the check, each with the line that it stands on."""

    people: Mapping[str, tuple[Line, Person]]
    terms: Sequence[tuple[Line, Term]]
    organisations: Mapping[str, tuple[Line, Organisation]]


COLUMNS: dict[str, tuple[str, ...]] = {
    "people": Person._fields,
    "terms": Term._fields,
    "organisations": Organisation._fields,
}
"""The header of each table; its file is called like it."""


def load(folder: str | Path, report: Report) -> Gazetteer:
    """The gazetteer of our tables and those of a folder, which need not exist; wrong rows go to `report`.

    Raises:
        OntologyError: a row of our own tables is wrong.
    """
    if not any(path.exists() for path in files(folder).values()):
        return gazetteer.load()
    return Gazetteer(merged(tables.load(), Path(folder), report))


def merged(ours: Tables, folder: Path, report: Report) -> Tables:
    """Our tables with the rows of a folder on top."""
    return overlay(ours, check(read(folder, report), ours, skipping(report)))


def files(folder: str | Path) -> dict[str, Path]:
    """Where each of the user's tables stands, if there is one."""
    return {name: Path(folder) / f"{name}.csv" for name in COLUMNS}


def read(folder: Path, report: Report) -> Sheets:
    """The rows of the files of a folder; a file that is missing is empty."""
    return Sheets(**{name: _sheet(path, COLUMNS[name], report) for name, path in files(folder).items()})


def _sheet(path: Path, columns: tuple[str, ...], report: Report) -> Sequence[Line]:
    if not path.exists():
        return ()
    try:
        return tuple(lines(path, columns, skipping(report)))
    except TableError as error:
        report(problem(error, "the file is left out"))
        return ()


def skipping(report: Report) -> Skip:
    """Reports each wrong row as left out."""
    return lambda error: report(problem(error, "the row is left out"))


def problem(error: TableError, consequence: str) -> Problem:
    """An error of a table as a problem of a run that goes on."""
    return Problem(level="error", file=error.file, line=error.line, message=f"{error.problem}; {consequence}")


def check(sheets: Sheets, ours: Tables, skip: Skip) -> Own:
    """The rows that are right; they may name ids of our tables and of each other."""
    countries = {row.id for row in ours.countries}
    offices = {row.id for row in ours.offices}
    taken = {*countries, *(row.id for row in ours.people)}
    listed = _each(sheets.organisations, lambda line: tables.organisation(line, countries), skip)
    organisations = dict(_distinct(listed, taken, skip))
    taken = {*countries, *organisations, *(row.id for row in ours.organisations)}
    people = dict(_distinct(_each(sheets.people, lambda line: tables.person(line, countries), skip), taken, skip))
    known = {*people, *(row.id for row in ours.people)}
    terms = _each(sheets.terms, lambda line: tables.term(line, known, offices, taken), skip)
    return Own(people, tuple(terms), organisations)


_R = TypeVar("_R", Person, Organisation)
_V = TypeVar("_V", Person, Organisation, Term)


def _each(found: Iterable[Line], parse: Callable[[Line], _V], skip: Skip) -> Iterator[tuple[Line, _V]]:
    for line in found:
        try:
            yield line, parse(line)
        except TableError as error:
            skip(error)


def _distinct(
    found: Iterable[tuple[Line, _R]], taken: Container[str], skip: Skip
) -> Iterator[tuple[str, tuple[Line, _R]]]:
    seen: set[str] = set()
    for line, row in found:
        if row.id in taken:
            skip(line.wrong(f"id {row.id!r} is that of another kind of actor; choose another"))
        elif row.id in seen:
            skip(line.wrong(f"id {row.id!r} stands in an earlier row; merge the two or choose another"))
        else:
            seen.add(row.id)
            yield row.id, (line, row)


def overlay(ours: Tables, own: Own) -> Tables:
    """Our tables with the user's rows first.

    A row of the user replaces ours of the same id or the same name, and takes the names it lists from other rows
    of ours; a replaced row's terms go to the new id. The user's terms of an office replace ours of that person
    and outrank those of others.
    """
    people = [row for _, row in own.people.values()]
    bodies = [row for _, row in own.organisations.values()]
    terms = [row for _, row in own.terms]
    names = {fold(name): row.id for row in people for name in (row.name, *row.aliases) if " " in name}
    labels = {fold(name): row.id for row in bodies for name in (row.name, *row.acronyms, *row.aliases)}
    renamed = {**_replaced(ours.people, names), **_replaced(ours.organisations, labels)}
    gone = {*own.people, *own.organisations, *renamed}
    moved = [t._replace(person=renamed.get(t.person, t.person), of=renamed.get(t.of, t.of)) for t in ours.terms]
    given = {(t.person, t.office, t.of) for t in terms}
    return ours._replace(
        people=(*people, *(_without(row, names) for row in ours.people if row.id not in gone)),
        organisations=(*bodies, *(_bare(row, labels) for row in ours.organisations if row.id not in gone)),
        terms=(*terms, *(t for t in moved if (t.person, t.office, t.of) not in given)),
        memberships=tuple(
            m._replace(organisation=renamed.get(m.organisation, m.organisation))
            for m in ours.memberships
            if not any(row.members for row in bodies if row.id == renamed.get(m.organisation, m.organisation))
        ),
        metonyms=tuple(m._replace(refers_to=renamed.get(m.refers_to, m.refers_to)) for m in ours.metonyms),
        preferred=frozenset(terms),
    )


def _replaced(rows: Iterable[Person | Organisation], names: Mapping[str, str]) -> dict[str, str]:
    """The new id of each row of ours whose name the user gave to another id."""
    found = {row.id: names.get(fold(row.name), row.id) for row in rows}
    return {old: new for old, new in found.items() if old != new}


def _without(row: Person, names: Container[str]) -> Person:
    return row._replace(aliases=_others(row.aliases, names))


def _bare(row: Organisation, names: Container[str]) -> Organisation:
    return row._replace(acronyms=_others(row.acronyms, names), aliases=_others(row.aliases, names))


def _others(given: tuple[str, ...], names: Container[str]) -> tuple[str, ...]:
    return tuple(name for name in given if fold(name.removesuffix("?")) not in names)
