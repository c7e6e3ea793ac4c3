"""What the tables know of an actor, on one card: names, ids, country, offices with their terms."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from kg.actors.directory import Directory
from kg.actors.fold import plain
from kg.actors.tables import Country, Membership, Organisation, Person, Tables, Term
from kg.errors import NotFoundError

Kind = Literal["person", "country", "organisation"]
Listed = Person | Country | Organisation


class Held(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An office that a person held, or who held it where the card is of a country or an organisation."""

    office: str
    title: str = ""
    of: str = ""
    person: str = ""
    start: date | None = None
    end: date | None = None


class Joined(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A membership: `member` is a country's id on an organisation's card, `of` the organisation's on a country's."""

    member: str = ""
    of: str = ""
    start: date | None = None
    end: date | None = None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One actor; `country` is the id of a country, `own` says that the row is the user's."""

    id: str
    label: str
    kind: Kind
    country: str
    iso: str
    wikidata: str
    aliases: tuple[str, ...]
    offices: tuple[Held, ...]
    memberships: tuple[Joined, ...]
    own: bool


class Cards:
    """The cards of all actors of the tables; `own` are the ids of the user's rows."""

    def __init__(self, tables: Tables, own: frozenset[str] = frozenset()) -> None:
        self._tables = tables
        self._directory = Directory(tables)
        self._own = own
        self._filled: dict[str, list[Term]] = {}
        for term in tables.terms:
            self._filled.setdefault(term.of, []).append(term)
        self._joined: dict[str, list[Membership]] = {}
        for membership in tables.memberships:
            for end in (membership.organisation, membership.country):
                self._joined.setdefault(end, []).append(membership)

    def all(self, kind: Kind | None = None, country: str | None = None) -> Iterator[Card]:
        """The cards of a kind and of a country, sorted by kind and label.

        Raises:
            NotFoundError: no country has that id, name or ISO code.
        """
        of = self._country(country) if country else None
        for row in sorted(self._rows(), key=lambda r: (_kind(r), r.name, r.id)):
            card = self._card(row)
            if kind in (None, card.kind) and of in (None, card.country):
                yield card

    def _rows(self) -> Iterator[Listed]:
        yield from self._tables.countries
        yield from self._tables.organisations
        yield from self._tables.people

    def named(self, name: str) -> tuple[Card, ...]:
        """Who is called so: by id or Wikidata item, by whole names, else by surname or any word of a name.

        Case and accents do not count.

        Raises:
            NotFoundError: nobody is.
        """
        wanted = plain(name)
        cards = list(self.all())
        for fits in (_by_id, _by_name, self._by_surname, _by_word):
            found = tuple(card for card in cards if fits(card, wanted))
            if found:
                return found
        raise NotFoundError(f"no actor is called {name!r}; see `kg actors list`, or add one with `kg actors import`")

    def _country(self, name: str) -> str:
        wanted = plain(name)
        for row in self._tables.countries:
            if wanted in map(plain, (row.id, row.iso2, row.iso3, row.name, row.official_name, *row.names)):
                return row.id
        raise NotFoundError(f"no country is called {name!r}; see `kg actors list --kind country`")

    def _card(self, row: Listed) -> Card:
        country = row.id if isinstance(row, Country) else row.country
        return Card(
            id=row.id,
            label=row.name,
            kind=_kind(row),
            country=country,
            iso=self._directory.iso(country) or "",
            wikidata=row.wikidata,
            aliases=tuple(dict.fromkeys(_aliases(row))),
            offices=tuple(sorted(self._offices(row), key=_order)),
            memberships=tuple(sorted(self._memberships(row), key=_entry)),
            own=row.id in self._own,
        )

    def _offices(self, row: Listed) -> Iterator[Held]:
        mine = self._directory.terms(row.id) if isinstance(row, Person) else self._filled.get(row.id, ())
        for t in mine:
            ends = {"of": t.of} if isinstance(row, Person) else {"person": t.person}
            yield Held(office=t.office, title=t.title, start=t.start, end=t.end, **ends)

    def _memberships(self, row: Listed) -> Iterator[Joined]:
        if isinstance(row, Organisation):
            yield from (Joined(member=country) for country in row.members)
        for m in self._joined.get(row.id, ()):
            ends = {"member": m.country} if m.organisation == row.id else {"of": m.organisation}
            yield Joined(start=m.start, end=m.end, **ends)
        if isinstance(row, Country):
            yield from (Joined(of=body.id) for body in self._tables.organisations if row.id in body.members)

    def _by_surname(self, card: Card, wanted: str) -> bool:
        return card.kind == "person" and wanted == plain(self._directory.people[card.id].surname)


def _by_id(card: Card, wanted: str) -> bool:
    return wanted in (card.id, card.wikidata.lower())


def _by_name(card: Card, wanted: str) -> bool:
    return wanted in map(plain, (card.label, *card.aliases))


def _by_word(card: Card, wanted: str) -> bool:
    return any(wanted in plain(name).split() for name in (card.label, *card.aliases))


def _kind(row: Listed) -> Kind:
    return "person" if isinstance(row, Person) else "country" if isinstance(row, Country) else "organisation"


def _aliases(row: Listed) -> Iterator[str]:
    names: tuple[str, ...]
    if isinstance(row, Country):
        names = (row.official_name, *row.names)
    elif isinstance(row, Organisation):
        names = (*row.acronyms, *row.aliases)
    else:
        names = row.aliases
    yield from (name.removesuffix("?") for name in names if name)


def _order(held: Held) -> tuple[date, date, str, str]:
    return held.start or date.min, held.end or date.max, held.office, held.of or held.person


def _entry(joined: Joined) -> tuple[date, date, str]:
    return joined.start or date.min, joined.end or date.max, joined.member or joined.of
