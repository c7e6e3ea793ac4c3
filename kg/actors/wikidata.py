"""Wikidata's entities → rows of people.csv, terms.csv and organisations.csv.

Reads the JSON data model of Wikibase (www.mediawiki.org/wiki/Wikibase/DataModel/JSON): P31 instance of, P279
subclass of, P21 sex, P27 citizenship, P39 position held with the qualifiers P580 start, P582 end, P1001 applies
to jurisdiction and P642 of, P17 country, P571 inception, P576 dissolved. What an item means to kg stands in
ontology/actors/wikidata.csv; a position that is not there is learned from its own entity, if that is given.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from kg.actors.fold import fold, slug
from kg.actors.lines import lines
from kg.actors.tables import Tables
from kg.resources import ontology

_HUMAN = "Q5"
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q2449503": "m", "Q1052281": "f"}
_LANGUAGES = (
    "en", "mul", "ar", "de", "el", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr",
    "uk", "ur", "vi", "zh", "zh-hans", "zh-hant",
)  # fmt: skip
_SURNAME_FIRST = frozenset({"china", "taiwan", "hong-kong", "macau", "north-korea", "south-korea", "vietnam"})
_DAY, _MONTH, _YEAR = 11, 10, 9
_LENGTHS = {_DAY: 10, _MONTH: 7, _YEAR: 4}


class _Text(msgspec.Struct):
    value: str


class _Value(msgspec.Struct):
    value: Any


class _Snak(msgspec.Struct):
    snaktype: str
    datavalue: _Value | None = None


class _Statement(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"
    qualifiers: dict[str, list[_Snak]] | list[Any] = {}


class Entity(msgspec.Struct):
    """One item, as far as kg reads it; the API writes empty maps as empty lists."""

    id: str
    labels: dict[str, _Text] | list[Any] = {}
    aliases: dict[str, list[_Text]] | list[Any] = {}
    claims: dict[str, list[_Statement]] | list[Any] = {}

    def statements(self, prop: str) -> list[_Statement]:
        """The statements of a property that are not deprecated."""
        found = self.claims.get(prop, []) if isinstance(self.claims, dict) else []
        return [s for s in found if s.rank != "deprecated"]

    def items(self, prop: str) -> list[str]:
        """The items that a property names, those of preferred rank first."""
        ranked = sorted(self.statements(prop), key=lambda s: s.rank != "preferred")
        return [item for s in ranked if (item := _item(s.mainsnak))]

    def label(self, *languages: str) -> str:
        """The label in the first of these languages that has one, else in the first by code; else the id."""
        labels = self.labels if isinstance(self.labels, dict) else {}
        for language in (*languages, *sorted(labels)):
            if language in labels:
                return _clean(labels[language].value)
        return self.id

    def names(self) -> Iterator[str]:
        """Labels in the languages kg knows names of, and the English aliases."""
        labels = self.labels if isinstance(self.labels, dict) else {}
        aliases = self.aliases if isinstance(self.aliases, dict) else {}
        for text in (*aliases.get("en", ()), *(labels[code] for code in _LANGUAGES if code in labels)):
            yield _clean(text.value)


class Meaning(NamedTuple):
    """What an item means: an office, of one body or (empty) of any; or a kind of organisation."""

    office: str
    of: str
    kind: str


@cache
def meanings() -> Mapping[str, Meaning]:
    """The rows of wikidata.csv by item.

    Raises:
        OntologyError: a row is wrong.
    """
    found: dict[str, Meaning] = {}
    for line in lines(ontology("actors", "wikidata.csv"), ("item", "label", "office", "of", "kind")):
        if bool(line.text("office")) == bool(line.text("kind")):
            raise line.wrong("a row has either an office or a kind; leave the other empty")
        found[line.need("item")] = Meaning(line.text("office"), line.text("of"), line.text("kind"))
    return found


class Row(NamedTuple):
    """A row for one of the user's tables."""

    table: str
    cells: dict[str, str]


class Skipped(NamedTuple):
    """What was left out: the first case and how many there were."""

    example: str
    times: int


class Reader:
    """Turns entities into rows; `skipped` names what it could not map and counts how often it came."""

    def __init__(self, tables: Tables) -> None:
        self._ids: dict[str, str] = {row.wikidata: row.id for row in tables.countries if row.wikidata}
        self._ids |= {row.wikidata: row.id for row in tables.organisations if row.wikidata}
        self._people = {row.wikidata: row for row in tables.people if row.wikidata}
        self._taken = {row.id for rows in (tables.people, tables.countries, tables.organisations) for row in rows}
        self._learned: dict[str, Meaning] = {}
        self._new: dict[str, str] = {}
        self.skipped: dict[str, Skipped] = {}

    def learn(self, entity: Entity) -> None:
        """Remember what an entity means that is itself a position, or a body whose offices others may hold."""
        kinds = [m for i in (*entity.items("P31"), *entity.items("P279")) if (m := meanings().get(i))]
        bodies = [self._ids[i] for p in ("P1001", "P642", "P17") for i in entity.items(p) if i in self._ids]
        offices = [m for m in kinds if m.office]
        if offices and entity.id not in meanings():
            self._learned[entity.id] = Meaning(offices[0].office, offices[0].of or (bodies[0] if bodies else ""), "")
        elif _kind(entity) and entity.id not in self._ids:
            self._ids[entity.id] = self._name(entity)

    def rows(self, entity: Entity) -> Iterator[Row]:
        """The rows of a person or an organisation; none for what is neither."""
        if _HUMAN in entity.items("P31"):
            yield from self._person(entity)
        elif entity.id in self._learned or entity.id in meanings():
            return
        else:
            kind = _kind(entity)
            if not kind:
                kinds = ", ".join(entity.items("P31")) or "nothing that is said"
                example = f"{entity.id} ({entity.label('en')})"
                self._skip(f"instances of {kinds} are no people and no kind of organisation in wikidata.csv", example)
            else:
                yield Row("organisations", self._organisation(entity, kind))

    def _skip(self, what: str, example: str) -> None:
        seen = self.skipped.get(what, Skipped(example, 0))
        self.skipped[what] = seen._replace(times=seen.times + 1)

    def _person(self, entity: Entity) -> Iterator[Row]:
        listed = self._people.get(entity.id)
        country = next((self._ids[i] for i in entity.items("P27") if i in self._ids), "")
        name = listed.name if listed else entity.label("en", "mul")
        surname = listed.surname if listed else _surname(name, country)
        key = listed.id if listed else self._name(entity)
        known = listed.aliases if listed else ()
        gender = next((_GENDERS[i] for i in entity.items("P21") if i in _GENDERS), listed.gender if listed else "")
        cells = {
            "id": key,
            "name": name,
            "surname": surname,
            "aliases": "|".join(dict.fromkeys((*known, *_aliases(entity, name, surname)))),
            "gender": gender,
            "country": listed.country if listed and listed.country else country,
            "wikidata": entity.id,
        }
        yield Row("people", cells)
        yield from self._terms(entity, key)

    def _terms(self, entity: Entity, person: str) -> Iterator[Row]:
        for statement in entity.statements("P39"):
            item = _item(statement.mainsnak)
            meaning = self._learned.get(item) or meanings().get(item)
            if not item:
                continue
            if meaning is None or not meaning.office:
                self._skip(f"position {item} is not in wikidata.csv and not among the entities", person)
                continue
            of = self._of(statement) or meaning.of
            if not of:
                self._skip(f"position {item} ({meaning.office}) is of no known country or body (P1001, P642)", person)
                continue
            yield Row("terms", {
                "person": person, "office": meaning.office, "of": of, "title": "",
                "start": _time(statement, "P580"), "end": _time(statement, "P582"),
            })  # fmt: skip

    def _of(self, statement: _Statement) -> str:
        qualifiers = statement.qualifiers if isinstance(statement.qualifiers, dict) else {}
        found = (self._ids.get(_item(s), "") for p in ("P1001", "P642") for s in qualifiers.get(p, ()))
        return next(filter(None, found), "")

    def _organisation(self, entity: Entity, kind: str) -> dict[str, str]:
        name = entity.label("en", "mul")
        others = [n for n in dict.fromkeys(entity.names()) if n != name]
        acronyms = [n for n in others if n.isascii() and n.isupper() and " " not in n]
        aliases = [n for n in others if n not in acronyms and (" " in n or not fold(n).isascii())]
        return {
            "id": self._ids.get(entity.id) or self._name(entity),
            "name": name,
            "acronyms": "|".join(acronyms),
            "aliases": "|".join(aliases),
            "kind": kind,
            "country": next((self._ids[i] for i in entity.items("P17") if i in self._ids), ""),
            "members": "",
            "wikidata": entity.id,
            "start": _first(entity, "P571"),
            "end": _first(entity, "P576"),
        }

    def _name(self, entity: Entity) -> str:
        """An id of its own: the label's slug, with the item where others have it or it is in another script."""
        if entity.id not in self._new:
            plain = slug(entity.label("en", "mul"))
            key = plain if plain and plain.isascii() else entity.id.lower()
            self._new[entity.id] = f"{key}-{entity.id.lower()}" if key in self._taken else key
            self._taken.add(self._new[entity.id])
        return self._new[entity.id]


def _kind(entity: Entity) -> str:
    """The kind of organisation of which an entity is an instance, or nothing."""
    return next((m.kind for i in entity.items("P31") if (m := meanings().get(i)) and m.kind), "")


def _item(snak: _Snak) -> str:
    value = snak.datavalue.value if snak.snaktype == "value" and snak.datavalue else None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _time(statement: _Statement, prop: str) -> str:
    qualifiers = statement.qualifiers if isinstance(statement.qualifiers, dict) else {}
    return next((day for snak in qualifiers.get(prop, ()) if (day := _day(snak))), "")


def _first(entity: Entity, prop: str) -> str:
    return next((day for s in entity.statements(prop) if (day := _day(s.mainsnak))), "")


def _day(snak: _Snak) -> str:
    """A day, month or year as YYYY-MM-DD, YYYY-MM or YYYY; nothing for what is coarser, unknown, or BC."""
    value = snak.datavalue.value if snak.snaktype == "value" and snak.datavalue else None
    if not isinstance(value, dict) or not str(value.get("time", "")).startswith("+"):
        return ""
    return str(value["time"])[1 : 1 + _LENGTHS.get(value.get("precision", 0), 0)]


def _clean(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


def _aliases(entity: Entity, name: str, surname: str) -> Iterable[str]:
    """Other names without single words in Latin letters: a first name or a nickname would be found everywhere."""
    for other in entity.names():
        if other not in (name, surname) and (" " in other or not fold(other).isascii()) and len(other) > 1:
            yield other


def _surname(name: str, country: str) -> str:
    """The last word with the particles before it ("von der Leyen"), the first where surnames come first."""
    words = name.split()
    if country in _SURNAME_FIRST:
        return words[0]
    while len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start:])
