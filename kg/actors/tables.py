"""The tables of actors as frozen typed rows: countries, people, offices, terms, organisations, seats, ministries."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, TypeVar, cast, get_args

from kg.actors.lines import Line, lines, split
from kg.resources import ontology

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


class Membership(NamedTuple):
    """A state's time in an organisation; both days are inclusive, an open end is None, so is an unknown start."""

    organisation: str
    country: str
    start: date | None
    end: date | None


class Ministry(NamedTuple):
    """A ministry or service that any country has; `specials` has the names of single countries, the label first."""

    id: str
    label: str
    patterns: tuple[str, ...]
    specials: Mapping[str, tuple[str, ...]]


class Tables(NamedTuple):
    """All tables; every id in a row is the id of another row. `preferred` are terms that outrank the others."""

    countries: tuple[Country, ...]
    metonyms: tuple[Metonym, ...]
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    terms: tuple[Term, ...]
    organisations: tuple[Organisation, ...]
    ministries: tuple[Ministry, ...]
    memberships: tuple[Membership, ...] = ()
    preferred: frozenset[Term] = frozenset()


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
    listed = lines(where / "organisations.csv", Organisation._fields)
    organisations = _unique((line, organisation(line, countries)) for line in listed)
    ministries = _unique(_ministries(where / "ministries.csv", countries))
    offices = _unique(_offices(where / "offices.csv"))
    people = _unique((line, person(line, countries)) for line in lines(where / "people.csv", Person._fields))
    bodies = {*countries, *organisations}
    return Tables(
        countries=tuple(countries.values()),
        metonyms=tuple(_metonyms(where / "metonyms.csv", {*countries, *organisations, *_posts(countries, ministries)})),
        people=tuple(people.values()),
        offices=tuple(offices.values()),
        terms=tuple(term(line, people, offices, bodies) for line in lines(where / "terms.csv", Term._fields)),
        organisations=tuple(organisations.values()),
        ministries=tuple(ministries.values()),
        memberships=tuple(_memberships(where / "memberships.csv", countries, organisations)),
    )


def _unique(found: Iterable[tuple[Line, _R]]) -> dict[str, _R]:
    table: dict[str, _R] = {}
    for line, row in found:
        if row.id in table:
            raise line.wrong(f"id {row.id!r} stands in an earlier row; merge the two or choose another")
        table[row.id] = row
    return table


def _countries(path: Path) -> Iterator[tuple[Line, Country]]:
    for line in lines(path, Country._fields):
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
    for line in lines(path, Country._fields):
        line.refer("successor", countries)


def organisation(line: Line, countries: Container[str]) -> Organisation:
    """A row of organisations.csv.

    Raises:
        TableError: a cell is wrong.
    """
    start, end = line.period()
    return Organisation(
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
    )


def person(line: Line, countries: Container[str]) -> Person:
    """A row of people.csv.

    Raises:
        TableError: a cell is wrong.
    """
    gender = line.one_of("gender", ("m", "f", ""), "m, f, or nothing")
    return Person(
        id=line.key(),
        name=line.need("name"),
        surname=line.need("surname"),
        aliases=line.many("aliases"),
        gender=cast(Gender, gender),
        country=line.refer("country", countries),
        wikidata=line.wikidata(),
    )


def term(line: Line, people: Container[str], offices: Container[str], bodies: Container[str]) -> Term:
    """A row of terms.csv; `bodies` are the ids of countries and organisations.

    Raises:
        TableError: a cell is wrong.
    """
    for column in ("person", "office", "of"):
        line.need(column)
    start, end = line.period()
    return Term(
        person=line.refer("person", people),
        office=line.refer("office", offices),
        of=line.refer("of", bodies),
        title=line.text("title"),
        start=start,
        end=end,
    )


def _memberships(
    path: Path, countries: Container[str], organisations: Mapping[str, Organisation]
) -> Iterator[Membership]:
    for line in lines(path, Membership._fields):
        line.need("country")
        body, (start, end) = organisations.get(line.refer("organisation", organisations)), line.period()
        if body is None or body.members:
            raise line.wrong("an organisation has its members here or in organisations.csv; delete one of them")
        yield Membership(body.id, line.refer("country", countries), start, end)


def _offices(path: Path) -> Iterator[tuple[Line, Office]]:
    for line in lines(path, Office._fields):
        yield line, Office(line.key(), line.many("titles"), line.text("note"))


def _metonyms(path: Path, actors: Container[str]) -> Iterator[Metonym]:
    for line in lines(path, Metonym._fields):
        line.need("refers_to")
        kind = cast(MetonymKind, line.one_of("kind", ("seat", "city", "nickname"), "seat, city or nickname"))
        yield Metonym(line.need("name"), line.many("aliases"), line.refer("refers_to", actors), kind)


def _posts(countries: Iterable[str], ministries: Iterable[str]) -> Iterator[str]:
    """The ids under which a metonym may name a country's ministry."""
    names = tuple(ministries)
    return (f"{country}-{ministry}" for country in countries for ministry in names)


def _ministries(path: Path, countries: Container[str]) -> Iterator[tuple[Line, Ministry]]:
    for line in lines(path, Ministry._fields):
        label = line.need("label")
        if "{country}" not in label:
            raise line.wrong(f"label {label!r} has no {{country}}; write where the country's name goes")
        yield line, Ministry(line.key(), label, line.many("patterns"), _specials(line, countries))


def _specials(line: Line, countries: Container[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (p.strip() for p in line.text("specials").split(";"))):
        country, _, names = part.partition("=")
        if country not in countries or not split(names):
            raise line.wrong(f"specials {part!r}; write country=label|other names, with an id of countries.csv")
        found[country] = split(names)
    return MappingProxyType(found)
