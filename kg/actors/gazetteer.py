"""Which names of the tables are looked for in a text, and what each may mean."""

from collections.abc import Iterator
from functools import cache

from kg.actors import tables
from kg.actors.directory import Directory
from kg.actors.fold import spellings
from kg.actors.lexicon import PlaceRow, agents, lookalikes, places, usage
from kg.actors.match import Entry, EntryKind, Match, Matcher
from kg.actors.tables import Tables
from kg.model import Actor

_ORDER: tuple[EntryKind, ...] = (
    "nothing",
    "metonym",
    "country",
    "person",
    "organisation",
    "ministry",
    "place",
    "office",
    "adjective",
    "prefix",
    "surname",
    "doubtful",
)
_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "on", "de"})


class Gazetteer:
    """All names of ontology/actors in one automaton; immutable.

    `directory` has the rows behind the names; `places` the rows of places by id; `governs` says for the
    name of a capital or another seat which country or organisation acts under it.
    """

    def __init__(self, rows: Tables) -> None:
        self.directory = Directory(rows)
        self.places: dict[str, PlaceRow] = {row.id: row for row in places()}
        self.governs = dict(_governs(rows))
        self.media = frozenset(row.id for row in rows.organisations if row.kind == "outlet")
        names: dict[str, list[Entry]] = {}
        for kind, key, name in _names(rows):
            for form in _forms(kind, name):
                names.setdefault(form, []).append(Entry(kind, key))
        ordered = {name: sorted(entries, key=_rank) for name, entries in names.items()}
        self._implied = {
            t.removesuffix("?").lower(): found
            for row in rows.offices
            for t in row.titles
            if (found := _owner(ordered, self.directory, t))
        }
        self._matcher = Matcher({n: e for n, e in ordered.items() if not _everyday(n, e)})

    def find(self, text: str) -> tuple[Match, ...]:
        """The names in a text as whole words, in order, none overlapping.

        Whether a surname or a title names anybody is for `link` to say; `find` also tells which sentences can
        name an actor at all.
        """
        return self._matcher.find(text)

    def position(self, actor: Actor) -> tuple[float, float] | None:
        """Where an actor is on a map: latitude and longitude of a place, or of a country's capital or first place."""
        row = self.places.get(actor.id) if actor.kind == "place" else None
        if row is not None:
            return row.lat, row.lng
        country = self.directory.countries.get(actor.id)
        if country is None:
            return None
        seats = [place for name in country.capital for place in self.spots(name)[:1]]
        seats += [place for place in places() if place.country == country.iso2] if not seats and not country.end else []
        return (seats[0].lat, seats[0].lng) if seats else None

    def spots(self, name: str) -> tuple[PlaceRow, ...]:
        """The places of a name, the best known first."""
        return tuple(self.places[e.key] for e in self.lookup(name) if e.kind == "place" and e.key in self.places)

    def seat(self, name: str, iso: str | None) -> str | None:
        """The id of the country or organisation that acts under the name of a place there."""
        governed = self.governs.get(name)
        own = self.directory.iso(governed) if governed in self.directory.countries else iso
        return governed if iso in (own, None) else None

    def implied(self, title: str) -> tuple[str, ...]:
        """The organisation or country that a title carries in itself: "NATO chief", "Kremlin spokesman"."""
        return self._implied.get(title.lower(), ())

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name may mean; empty where no table has it."""
        return self._matcher.lookup(name)


@cache
def load() -> Gazetteer:
    """The gazetteer of the tables in ontology/actors, built once a process.

    Raises:
        OntologyError: a row of a table is wrong (the message names file and line).
    """
    return Gazetteer(tables.load())


def _rank(entry: Entry) -> int:
    return _ORDER.index(entry.kind)


def _everyday(name: str, entries: list[Entry]) -> bool:
    """Whether a surname is a word of every sentence ("To", "An") and not looked for alone."""
    return entries[0].kind == "surname" and (len(name) < 2 or name.lower() in usage("never"))


def _sure(names: tuple[str, ...]) -> Iterator[str]:
    """The names without those that the table marks as doubtful and that are a single word."""
    for name in names:
        if not name.endswith("?"):
            yield name.removeprefix("the ")
        elif " " in name:
            yield name[:-1].removeprefix("the ")


def _names(rows: Tables) -> Iterator[tuple[EntryKind, str, str]]:
    for look in lookalikes():
        for name in (look.name, *look.aliases):
            yield "nothing", look.name, name
    yield from _states(rows)
    yield from _persons(rows)
    for body in rows.organisations:
        own = (body.name, *body.acronyms, *body.aliases)
        for name in _sure(own):
            if not name.islower():
                yield "organisation", body.id, name
        for name in own:
            if name.endswith("?") and " " not in name and not name.islower():
                yield "doubtful", body.id, name[:-1]
    for seat in rows.metonyms:
        if seat.kind != "city":
            for name in _sure((seat.name, *seat.aliases)):
                yield "metonym", seat.name, name
    listed = set()
    for place in places():
        for name in (place.label, *place.aliases):
            listed.add(name)
            yield "place", place.id, name
    for name in (n for state in rows.countries for n in _sure(state.capital) if n not in listed):
        yield "place", name, name
    yield from _posts(rows)


def _states(rows: Tables) -> Iterator[tuple[EntryKind, str, str]]:
    for state in rows.countries:
        own = tuple(n.removesuffix("?") for n in (state.name, state.official_name, *state.names))
        for name in dict.fromkeys(own):
            yield "country", state.id, name.removeprefix("the ")
        for name in state.adjectives:
            if name.endswith("-"):
                yield "prefix", state.id, name[:-1]
            elif name not in own:
                yield "adjective", state.id, name.removesuffix("?")


def _persons(rows: Tables) -> Iterator[tuple[EntryKind, str, str]]:
    for person in rows.people:
        for name in dict.fromkeys((person.name, *(a.removesuffix("?") for a in person.aliases))):
            yield ("person" if " " in name or not name.isascii() else "surname"), person.id, name
        yield "surname", person.id, person.surname


def _posts(rows: Tables) -> Iterator[tuple[EntryKind, str, str]]:
    for office in rows.offices:
        for title in office.titles:
            name = title.removesuffix("?")
            yield "office", office.id, name
            yield "office", office.id, _plural(name)
    for ministry in rows.ministries:
        for name in ministry.patterns:
            if name not in agents():
                yield "ministry", ministry.id, name
        for country, special in ministry.specials.items():
            for name in special:
                yield "ministry", f"{ministry.id}@{country}", name


def _plural(title: str) -> str:
    """ "prime minister" → "prime ministers", "secretary of state" → "secretaries of state"."""
    head, *rest = title.split(" of ", 1) if " of " in title else title.split(" for ", 1)
    join = title[len(head) : len(title) - len(rest[0])] if rest else ""
    head = head[:-1] + "ies" if head.endswith("y") else head[:-3] + "men" if head.endswith("man") else head + "s"
    return head + join + (rest[0] if rest else "")


def _forms(kind: EntryKind, name: str) -> Iterator[str]:
    """The spellings to look for: titles and ministries in small letters, too, single surnames never in capitals."""
    if kind in ("office", "ministry") and (len(name) > 3 or " " in name):
        titled = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in name.split(" "))
        # "Secretary-General", "Vice-President".
        joined = "-".join(w[:1].upper() + w[1:] for w in titled.split("-"))
        yield from dict.fromkeys((name, name[:1].upper() + name[1:], titled, joined, name.upper()))
    elif kind == "office":
        yield name.upper()
    elif kind == "surname" and name.lower() in usage("common"):
        yield name
    else:
        yield from dict.fromkeys(f for f in spellings(name) if f == name or f not in ("Male", "Sana", "Bor"))


def _owner(names: dict[str, list[Entry]], directory: Directory, title: str) -> tuple[str, ...]:
    """The id of what the first word or two of a title name."""
    words = title.split(" ")
    for length in (2, 1):
        start = " ".join(words[:length])
        for form in (start, start.title(), start.upper(), start.removesuffix("'s").title()):
            for entry in names.get(form, ()) if length < len(words) else ():
                if entry.kind in ("organisation", "country", "adjective"):
                    return (entry.key,)
                if entry.kind == "metonym":
                    return (directory.metonyms[entry.key].refers_to,)
    return ()


def _governs(rows: Tables) -> Iterator[tuple[str, str]]:
    for state in rows.countries:
        if state.end is None:
            for name in state.capital:
                yield name, state.id
    for seat in rows.metonyms:
        if seat.kind == "city":
            for name in (seat.name, *seat.aliases):
                yield name, seat.refers_to
