"""The action lexicon of ontology/lexicon, compiled: patterns by head lemma, status operators, words of saying."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kg.extract.operators import OPERATOR_COLUMNS, Operator, Takes, operators
from kg.extract.pattern import Entry, entries
from kg.resources import ontology
from kg.tables import Row, numbered, rows, words

REPORTING_COLUMNS = ("word", "kind", "note")
TYPE_COLUMNS = ("type", "plover", "cameo", "needs")
UNREAL_COLUMNS = ("plover", "told", "becomes", "cameo", "note")
_EVENTS = ("naming", "reproaches", "harms", "weapons", "feelings", "thanks", "troops")
"""Lists of words from which rules of grammar make events."""


@dataclass(frozen=True, slots=True)
class TypeCodes:
    """Codes of a type and what an event of it needs."""

    plover: str
    cameo: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables; `verbs`, `nouns` and `operators` by lemma.

    The sets of words are the lists of their names; `reporting` has the verbs of its table.
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    asking: Mapping[str, Mapping[str, tuple[int, ...]]]
    """Which patterns of a verb ask for a word, by verb and word; those that ask for none by ""."""
    nouns: Mapping[str, tuple[Entry, ...]]
    operators: Mapping[tuple[str, Takes], tuple[Operator, ...]]
    reporting: frozenset[str]
    types: Mapping[str, TypeCodes]
    unreal: Mapping[tuple[str, str], tuple[str, str]]
    """PLOVER type and CAMEO code of an event that has not happened, by its PLOVER type and how it is told."""
    naming: frozenset[str]
    reproaches: frozenset[str]
    deeds: frozenset[str]
    hearers: frozenset[str]
    parts: frozenset[str]
    harms: frozenset[str]
    weapons: frozenset[str]
    harmless: frozenset[str]
    scourges: frozenset[str]
    organs: frozenset[str]
    forecasts: frozenset[str]
    decisions: frozenset[str]
    feelings: frozenset[str]
    thanks: frozenset[str]
    penalties: frozenset[str]
    people: frozenset[str]
    members: frozenset[str]
    opposed: frozenset[str]
    several: frozenset[str]
    documents: frozenset[str]
    rule: frozenset[str]
    troops: frozenset[str]
    bygone: frozenset[str]
    """Adverbs that say that a deed is not today's news."""
    lemmas: Mapping[str, str]
    """Lemmas of verbs by the wrong ones that the parser gives."""
    lines: Mapping[tuple[str, str], str]
    """File and line of words that are no pattern by themselves: ("naming", "call") → "naming.txt:7"."""

    def likely(self, verb: str, said: frozenset[str]) -> Iterator[Entry]:
        """The patterns of a verb for which a sentence has what they ask, the most telling first."""
        asking, patterns = self.asking.get(verb, {}), self.verbs.get(verb, ())
        found = {*asking.get("", ()), *(i for word in asking.keys() & said for i in asking[word])}
        return (patterns[i] for i in sorted(found) if not any(map(said.isdisjoint, patterns[i].asked)))

    def acts(self, verb: str) -> frozenset[str]:
        """The types of event that a verb, by its lemma, may tell."""
        return frozenset(entry.type for entry in self.verbs.get(verb.lower(), ()))

    def row(self, *said: tuple[str, str]) -> str:
        """Files and lines of words, each given with the name of its table; those that are in none are left out."""
        return ", ".join(line for word in said if (line := self.lines.get(word)))


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon that ships with the package.

    Raises:
        OntologyError: a row does not follow the grammar of ontology/lexicon/README.md.
    """
    return read(ontology("lexicon"))


def read(folder: Path) -> Lexicon:
    """The lexicon of a folder with the tables and word lists of ontology/lexicon."""
    verbs = _by_head(entries(folder / "verbs.csv", verb=True))
    return Lexicon(
        verbs=verbs,
        asking=MappingProxyType({head: _asking(found) for head, found in verbs.items()}),
        nouns=_by_head(entries(folder / "nouns.csv", verb=False)),
        operators=operators(folder / "operators.csv"),
        reporting=frozenset(
            row.cells["word"]
            for row in rows(folder / "reporting.csv", REPORTING_COLUMNS)
            if row.cells["kind"] == "verb"
        ),
        types=MappingProxyType({r.cells["type"]: _codes(r) for r in rows(folder / "types.csv", TYPE_COLUMNS)}),
        unreal=_unreal(folder / "unreal.csv"),
        lemmas=MappingProxyType(dict(line.split(" ", 1) for line in sorted(words(folder / "lemmas.txt")))),
        lines=MappingProxyType(_lines(folder)),
        **_lists(folder),
    )


def _lists(folder: Path) -> dict[str, frozenset[str]]:
    names = [f.name for f in fields(Lexicon) if f.type == frozenset[str] and f.name != "reporting"]
    return {name: words(folder / f"{name}.txt") for name in names}


def _lines(folder: Path) -> dict[tuple[str, str], str]:
    """File and line of each word from which rules of grammar make events; of two rows of a word the first."""
    found: dict[tuple[str, str], str] = {}
    for name, columns in (("reporting", REPORTING_COLUMNS), ("operators", OPERATOR_COLUMNS)):
        for row in rows(folder / f"{name}.csv", columns):
            found.setdefault((name, row.cells["word"].removeprefix("be ")), f"{name}.csv:{row.line}")
    for name in _EVENTS:
        found |= {(name, word): f"{name}.txt:{line}" for word, line in numbered(folder / f"{name}.txt").items()}
    return found


def _codes(row: Row) -> TypeCodes:
    cells = row.cells
    return TypeCodes(
        plover=cells["plover"],
        cameo=cells["cameo"],
        needs=frozenset(cells["needs"].split()),
    )


def _unreal(path: Path) -> Mapping[tuple[str, str], tuple[str, str]]:
    cells = [row.cells for row in rows(path, UNREAL_COLUMNS)]
    return MappingProxyType({(c["plover"], c["told"]): (c["becomes"], c["cameo"]) for c in cells})


def _by_head(patterns: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = defaultdict(list)
    for entry in patterns:
        for head in sorted(entry.heads):
            table[head].append(entry)
    return MappingProxyType({head: tuple(sorted(found, key=lambda e: -e.weight)) for head, found in table.items()})


def _asking(patterns: Iterable[Entry]) -> dict[str, tuple[int, ...]]:
    """The places of patterns by the words of which they ask for one: those of the shortest list."""
    table: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(patterns):
        for word in min(entry.asked, key=len, default=("",)):
            table[word].append(place)
    return {word: tuple(places) for word, places in table.items()}
