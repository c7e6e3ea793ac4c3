"""The tables of actors as frozen typed rows: countries, people, offices, terms, organisations, seats, ministries."""

import re
from calendar import monthrange
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, TypeVar, cast, get_args

from kg.errors import OntologyError
from kg.resources import ontology
from kg.tables import Row, rows

Gender = Literal["m", "f", ""]
MetonymKind = Literal["seat", "city", "nickname"]
OrganisationKind = Literal[
    "agency",
    "alliance",
    "armed-group",
    "bank",
    "company",
    "court",
    "facility",
    "forum",
    "legislature",
    "military",
    "organisation",
    "outlet",
    "party",
    "summit",
    "territory",
    "union",
]

_KINDS: tuple[str, ...] = get_args(OrganisationKind)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Country(NamedTuple):
    """A state, past or present; an empty code or id is unknown, `end` is None while the state exists.

    A name or adjective ending in `?` is another country's as well; an adjective ending in `-` is a prefix ("Sino-").
    """

    id: str
    name: str
    official_name: str
    iso2: str
    iso3: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: tuple[str, ...]
    wikidata: str
    start: date | None
    end: date | None
    successor: str


class Metonym(NamedTuple):
    """A seat of power and who acts under its name: the id of a country, an organisation, or "france-army"."""

    name: str
    aliases: tuple[str, ...]
    refers_to: str
    kind: MetonymKind


class Person(NamedTuple):
    """A person; `country` is the id of a country or empty, an alias ending in `?` is somebody else's as well."""

    id: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    gender: Gender
    country: str
    wikidata: str


class Office(NamedTuple):
    """A kind of office and the titles of who holds it, in lower case."""

    id: str
    titles: tuple[str, ...]
    note: str


class Term(NamedTuple):
    """One term of an office of a country or an organisation; both days are inclusive, an open end is None."""

    person: str
    office: str
    of: str
    title: str
    start: date | None
    end: date | None


class Organisation(NamedTuple):
    """A body that acts in its own name; `country` is the state it belongs to, `members` are ids of countries."""

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: OrganisationKind
    country: str
    members: tuple[str, ...]
    wikidata: str
    start: date | None
    end: date | None


class Ministry(NamedTuple):
    """A ministry or service that any country has; `specials` has the names of single countries, the label first."""

    id: str
    label: str
    patterns: tuple[str, ...]
    specials: Mapping[str, tuple[str, ...]]


class Tables(NamedTuple):
    """All tables; every id in a row is the id of another row."""

    countries: tuple[Country, ...]
    metonyms: tuple[Metonym, ...]
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    terms: tuple[Term, ...]
    organisations: tuple[Organisation, ...]
    ministries: tuple[Ministry, ...]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_R = TypeVar("_R", bound=_Identified)


def load(folder: Path | None = None) -> Tables:
    """The tables of a folder (default: ontology/actors).

    Raises:
        OntologyError: a row is wrong or names an id that no table has (the message has file and line).
    """
    where = folder or ontology("actors")
    countries = _unique(_countries(where / "countries.csv"))
    _successors(where / "countries.csv", countries)
    organisations = _unique(_organisations(where / "organisations.csv", countries))
    ministries = _unique(_ministries(where / "ministries.csv", countries))
    offices = _unique(_offices(where / "offices.csv"))
    people = _unique(_people(where / "people.csv", countries))
    return Tables(
        countries=tuple(countries.values()),
        metonyms=tuple(_metonyms(where / "metonyms.csv", {*countries, *organisations, *_posts(countries, ministries)})),
        people=tuple(people.values()),
        offices=tuple(offices.values()),
        terms=tuple(_terms(where / "terms.csv", people, offices, {*countries, *organisations})),
        organisations=tuple(organisations.values()),
        ministries=tuple(ministries.values()),
    )


class _Line:
    """The cells of one row, each checked as it is read."""

    def __init__(self, path: Path, row: Row) -> None:
        self._path = path
        self._row = row

    def wrong(self, problem: str) -> OntologyError:
        return OntologyError(f"{self._path}:{self._row.line}: {problem}")

    def text(self, column: str) -> str:
        return self._row.cells[column]

    def need(self, column: str) -> str:
        if not self.text(column):
            raise self.wrong(f"{column} is empty; write one")
        return self.text(column)

    def many(self, column: str) -> tuple[str, ...]:
        return _split(self.text(column))

    def key(self) -> str:
        if not _ID.fullmatch(self.text("id")):
            raise self.wrong(f"id {self.text('id')!r}; write small letters, digits and hyphens")
        return self.text("id")

    def wikidata(self) -> str:
        if self.text("wikidata") and not _WIKIDATA.fullmatch(self.text("wikidata")):
            raise self.wrong(f"wikidata {self.text('wikidata')!r}; write an item such as Q42, or nothing")
        return self.text("wikidata")

    def code(self, column: str, letters: int) -> str:
        code = self.text(column)
        if code and not re.fullmatch(rf"[A-Z]{{{letters}}}", code):
            raise self.wrong(f"{column} {code!r}; write {letters} capital letters, or nothing")
        return code

    def one_of(self, column: str, allowed: Container[str], hint: str) -> str:
        if self.text(column) not in allowed:
            raise self.wrong(f"{column} {self.text(column)!r}; write {hint}")
        return self.text(column)

    def refer(self, column: str, *known: Container[str]) -> str:
        """The id in a cell, empty or one that a table has."""
        if self.text(column):
            self._has(column, self.text(column), known)
        return self.text(column)

    def refer_all(self, column: str, *known: Container[str]) -> tuple[str, ...]:
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


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[_Line]:
    return (_Line(path, row) for row in rows(path, columns))


def _unique(found: Iterable[tuple[_Line, _R]]) -> dict[str, _R]:
    table: dict[str, _R] = {}
    for line, row in found:
        if row.id in table:
            raise line.wrong(f"id {row.id!r} stands in an earlier row; merge the two or choose another")
        table[row.id] = row
    return table


def _countries(path: Path) -> Iterator[tuple[_Line, Country]]:
    for line in _lines(path, Country._fields):
        start, end = line.period()
        yield (
            line,
            Country(
                id=line.key(),
                name=line.need("name"),
                official_name=line.need("official_name"),
                iso2=line.code("iso2", 2),
                iso3=line.code("iso3", 3),
                names=line.many("names"),
                adjectives=line.many("adjectives"),
                capital=line.many("capital"),
                wikidata=line.wikidata(),
                start=start,
                end=end,
                successor=line.text("successor"),
            ),
        )


def _successors(path: Path, countries: Container[str]) -> None:
    for line in _lines(path, Country._fields):
        line.refer("successor", countries)


def _organisations(path: Path, countries: Container[str]) -> Iterator[tuple[_Line, Organisation]]:
    for line in _lines(path, Organisation._fields):
        start, end = line.period()
        yield (
            line,
            Organisation(
                id=line.key(),
                name=line.need("name"),
                acronyms=line.many("acronyms"),
                aliases=line.many("aliases"),
                kind=cast(OrganisationKind, line.one_of("kind", _KINDS, f"one of {', '.join(_KINDS)}")),
                country=line.refer("country", countries),
                members=line.refer_all("members", countries),
                wikidata=line.wikidata(),
                start=start,
                end=end,
            ),
        )


def _people(path: Path, countries: Container[str]) -> Iterator[tuple[_Line, Person]]:
    for line in _lines(path, Person._fields):
        gender = line.one_of("gender", ("m", "f", ""), "m, f, or nothing")
        yield (
            line,
            Person(
                id=line.key(),
                name=line.need("name"),
                surname=line.need("surname"),
                aliases=line.many("aliases"),
                gender=cast(Gender, gender),
                country=line.refer("country", countries),
                wikidata=line.wikidata(),
            ),
        )


def _offices(path: Path) -> Iterator[tuple[_Line, Office]]:
    for line in _lines(path, Office._fields):
        yield line, Office(line.key(), line.many("titles"), line.text("note"))


def _terms(path: Path, people: Container[str], offices: Container[str], bodies: Container[str]) -> Iterator[Term]:
    for line in _lines(path, Term._fields):
        for column in ("person", "office", "of"):
            line.need(column)
        start, end = line.period()
        yield Term(
            person=line.refer("person", people),
            office=line.refer("office", offices),
            of=line.refer("of", bodies),
            title=line.text("title"),
            start=start,
            end=end,
        )


def _metonyms(path: Path, actors: Container[str]) -> Iterator[Metonym]:
    for line in _lines(path, Metonym._fields):
        line.need("refers_to")
        kind = cast(MetonymKind, line.one_of("kind", ("seat", "city", "nickname"), "seat, city or nickname"))
        yield Metonym(line.need("name"), line.many("aliases"), line.refer("refers_to", actors), kind)


def _posts(countries: Iterable[str], ministries: Iterable[str]) -> Iterator[str]:
    """The ids under which a metonym may name a country's ministry."""
    names = tuple(ministries)
    return (f"{country}-{ministry}" for country in countries for ministry in names)


def _ministries(path: Path, countries: Container[str]) -> Iterator[tuple[_Line, Ministry]]:
    for line in _lines(path, Ministry._fields):
        label = line.need("label")
        if "{country}" not in label:
            raise line.wrong(f"label {label!r} has no {{country}}; write where the country's name goes")
        yield line, Ministry(line.key(), label, line.many("patterns"), _specials(line, countries))


def _specials(line: _Line, countries: Container[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (p.strip() for p in line.text("specials").split(";"))):
        country, _, names = part.partition("=")
        if country not in countries or not _split(names):
            raise line.wrong(f"specials {part!r}; write country=label|other names, with an id of countries.csv")
        found[country] = _split(names)
    return MappingProxyType(found)
