"""The action lexicon of ontology/lexicon, compiled: patterns by head lemma, status operators, words of saying."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from kg.errors import OntologyError
from kg.model import ACTION_TYPES, STATUSES, ActionType, Status
from kg.resources import ontology
from kg.tables import Row, numbered, rows
from kg.tables import words as _words

PATTERN_COLUMNS = ("pattern", "type", "plover", "mode", "cameo", "note")
OPERATOR_COLUMNS = ("word", "takes", "status", "subject", "note")
REPORTING_COLUMNS = ("word", "kind", "note")
TYPE_COLUMNS = ("type", "plover", "cameo", "needs")
UNREAL_COLUMNS = ("plover", "told", "becomes", "cameo", "note")
TAKES = ("clause", "object", "subject", "modifier", "noun", "adverb", "date", "progressive")

PREPOSITIONS = frozenset(
    [
        "about",
        "above",
        "across",
        "after",
        "against",
        "ahead",
        "along",
        "alongside",
        "amid",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "beside",
        "between",
        "beyond",
        "by",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "outside",
        "over",
        "past",
        "per",
        "since",
        "than",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "via",
        "with",
        "within",
        "without",
    ]
)
_LISTS = ("naming", "reproaches", "harms", "weapons", "feelings")
_UNSAID = frozenset({"of", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\(|\)|[^\s()]+")

Slot = Literal["T", "C", ""]
Takes = Literal["clause", "object", "subject", "modifier", "noun", "adverb", "date", "progressive"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing after a head: words a preposition may be (none for an object), what fills it, and if it must."""

    prepositions: frozenset[str]
    slot: Slot
    noun: tuple[frozenset[str], ...]
    optional: bool


@dataclass(frozen=True)
class Entry:
    """One pattern: `rule` names its file and its words, `row` its file and line, `heads` the lemmas that start it.

    `suffered`: the possessor of the noun, or the subject of the verb, is the target ("the envoy's arrest",
    "received aid from Chad").
    """

    rule: str
    heads: frozenset[str]
    particle: str
    arguments: tuple[Argument, ...]
    suffered: bool
    type: ActionType
    plover: str
    mode: str
    cameo: str
    row: str = ""

    @cached_property
    def asked(self) -> tuple[frozenset[str], ...]:
        """Sets of lemmas and words of each of which a sentence must have one for the pattern to fit in it.

        A complement with "of" or "to" may stand there without either word ("Peru's envoy", "gave Peru aid").
        """
        must = [a for a in self.arguments if not a.optional]
        nouns = (a.noun[-1] for a in must if a.noun)
        words = (a.prepositions for a in must if a.prepositions and not a.prepositions & _UNSAID and a.slot == "T")
        return (*([frozenset({self.particle})] if self.particle else []), *nouns, *words)

    @property
    def mutual(self) -> bool:
        """Whether several may do it with each other: a pattern whose partner, "with T", need not be named."""
        return any("with" in a.prepositions and a.slot == "T" and a.optional for a in self.arguments)

    @property
    def weight(self) -> int:
        """How much a pattern asks for: the larger, the more telling."""
        return 2 * bool(self.particle) + sum(
            3 * bool(a.noun) + len(a.noun) + 2 * bool(a.slot == "T") + bool(a.prepositions)
            for a in self.arguments
            if not a.optional
        )


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word around an event makes of its status; `status` None leaves it to the word's own tense."""

    rule: str
    takes: Takes
    particle: str
    status: Status | None
    subject: bool


@dataclass(frozen=True, slots=True)
class TypeCodes:
    """Codes of a type and what an event of it needs."""

    plover: str
    cameo: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables; `verbs`, `nouns` and `operators` by lemma.

    The sets of words are the lists of their names.
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

    def likely(self, verb: str, words: frozenset[str]) -> Iterator[Entry]:
        """The patterns of a verb for which a sentence has the words, the most telling first."""
        asking, entries = self.asking.get(verb, {}), self.verbs.get(verb, ())
        found = {*asking.get("", ()), *(i for word in asking.keys() & words for i in asking[word])}
        return (entries[i] for i in sorted(found) if not any(map(words.isdisjoint, entries[i].asked)))

    def row(self, *words: tuple[str, str]) -> str:
        """Files and lines of words, each given with the name of its table; those that are in none are left out."""
        return ", ".join(line for word in words if (line := self.lines.get(word)))


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon that ships with the package.

    Raises:
        OntologyError: a row does not follow the grammar of ontology/lexicon/README.md.
    """
    return read(ontology("lexicon"))


def read(folder: Path) -> Lexicon:
    """The lexicon of a folder with the tables and word lists of ontology/lexicon."""
    verbs = _by_head(_entries(folder / "verbs.csv", verb=True))
    return Lexicon(
        verbs=verbs,
        asking=MappingProxyType({head: _asking(entries) for head, entries in verbs.items()}),
        nouns=_by_head(_entries(folder / "nouns.csv", verb=False)),
        operators=_operators(folder / "operators.csv"),
        reporting=frozenset(
            row.cells["word"]
            for row in rows(folder / "reporting.csv", REPORTING_COLUMNS)
            if row.cells["kind"] == "verb"
        ),
        types=MappingProxyType({r.cells["type"]: _codes(r) for r in rows(folder / "types.csv", TYPE_COLUMNS)}),
        unreal=_unreal(folder / "unreal.csv"),
        naming=_words(folder / "naming.txt"),
        reproaches=_words(folder / "reproaches.txt"),
        deeds=_words(folder / "deeds.txt"),
        hearers=_words(folder / "hearers.txt"),
        parts=_words(folder / "parts.txt"),
        harms=_words(folder / "harms.txt"),
        weapons=_words(folder / "weapons.txt"),
        harmless=_words(folder / "harmless.txt"),
        scourges=_words(folder / "scourges.txt"),
        organs=_words(folder / "organs.txt"),
        forecasts=_words(folder / "forecasts.txt"),
        decisions=_words(folder / "decisions.txt"),
        feelings=_words(folder / "feelings.txt"),
        penalties=_words(folder / "penalties.txt"),
        people=_words(folder / "people.txt"),
        members=_words(folder / "members.txt"),
        opposed=_words(folder / "opposed.txt"),
        several=_words(folder / "several.txt"),
        documents=_words(folder / "documents.txt"),
        rule=_words(folder / "rule.txt"),
        troops=_words(folder / "troops.txt"),
        bygone=_words(folder / "bygone.txt"),
        lemmas=MappingProxyType(dict(line.split(" ", 1) for line in sorted(_words(folder / "lemmas.txt")))),
        lines=MappingProxyType(_lines(folder)),
    )


def _lines(folder: Path) -> dict[tuple[str, str], str]:
    """File and line of each word from which rules of grammar make events; of two rows of a word the first."""
    found: dict[tuple[str, str], str] = {}
    for name, columns in (("reporting", REPORTING_COLUMNS), ("operators", OPERATOR_COLUMNS)):
        for row in rows(folder / f"{name}.csv", columns):
            found.setdefault((name, row.cells["word"].removeprefix("be ")), f"{name}.csv:{row.line}")
    for name in ("naming", "reproaches", "harms", "weapons", "feelings", "troops"):
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


def _by_head(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for head in sorted(entry.heads):
            table[head].append(entry)
    return MappingProxyType({head: tuple(sorted(found, key=lambda e: -e.weight)) for head, found in table.items()})


def _asking(entries: Iterable[Entry]) -> dict[str, tuple[int, ...]]:
    """The places of patterns by the words of which they ask for one: those of the shortest list."""
    table: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for word in min(entry.asked, key=len, default=("",)):
            table[word].append(place)
    return {word: tuple(places) for word, places in table.items()}


def _entries(path: Path, *, verb: bool) -> Iterable[Entry]:
    for row in rows(path, PATTERN_COLUMNS):
        try:
            yield _entry(row, path.stem, verb=verb)
        except ValueError as error:
            raise OntologyError(f"{path}:{row.line}: {row.cells['pattern']!r}: {error}") from error


def _entry(row: Row, table: str, *, verb: bool) -> Entry:
    cells = row.cells
    if cells["type"] not in ACTION_TYPES:
        raise ValueError(f"{cells['type']!r} is no type; see types.csv")
    heads, particle, arguments = parse(cells["pattern"], verb=verb)
    return Entry(
        rule=f"{table}:{cells['pattern']}",
        heads=heads,
        particle=particle,
        arguments=arguments,
        suffered=cells["pattern"].startswith("T "),
        type=cast(ActionType, cells["type"]),
        plover=cells["plover"],
        mode=cells["mode"],
        cameo=cells["cameo"],
        row=f"{table}.csv:{row.line}",
    )


def parse(pattern: str, *, verb: bool) -> tuple[frozenset[str], str, tuple[Argument, ...]]:
    """Heads, particle and arguments of a pattern in the notation of ontology/lexicon/README.md.

    Raises:
        ValueError: the pattern does not follow the notation.
    """
    words = _WORD.findall(pattern)
    if verb:
        if words[:1] == ["T"] and "T" not in words[1:]:
            # Told from the other side: read like its mirror image, and turned round when it fits.
            words = ["A", *("T" if word == "A" else word for word in words[1:])]
        if words[:1] != ["A"]:
            raise ValueError("a verb pattern starts with A, or with T and has A later")
        words = words[1:]
    elif words[:1] == ["T"]:
        words = words[1:]
    if not words or words[0] in ("A", "T", "C", "(", ")"):
        raise ValueError("the head is missing")
    heads, particle = frozenset(words[0].split("|")), ""
    if len(words) > 1 and words[1].startswith("+"):
        particle = words[1][1:]
        words = words[:1] + words[2:]
    return heads, particle, _arguments(words[1:])


def _arguments(words: list[str]) -> tuple[Argument, ...]:
    found: list[Argument] = []
    prepositions: frozenset[str] = frozenset()
    noun: list[frozenset[str]] = []
    optional = False

    def close(slot: Slot) -> None:
        nonlocal prepositions, noun
        if slot or noun or prepositions:
            found.append(Argument(prepositions, slot, tuple(noun), optional))
        prepositions, noun = frozenset(), []

    for word in words:
        choices = frozenset(word.split("|"))
        if word in ("T", "C"):
            if noun:
                close("")
            close(cast(Slot, word))
        elif word in ("(", ")"):
            close("")
            optional = word == "("
        elif word == "A":
            raise ValueError("A stands only at the start of a verb pattern")
        elif choices <= PREPOSITIONS:
            # Two prepositions in a row ("out of") are one complement of the second.
            if noun:
                close("")
            prepositions = choices
        elif word not in _ARTICLES:
            noun.append(choices)
    close("")
    return tuple(found)


def _operators(path: Path) -> Mapping[tuple[str, Takes], tuple[Operator, ...]]:
    table: dict[tuple[str, Takes], list[Operator]] = defaultdict(list)
    for row in rows(path, OPERATOR_COLUMNS):
        cells = row.cells
        if cells["takes"] not in TAKES or cells["status"] not in ("", *STATUSES):
            raise OntologyError(f"{path}:{row.line}: takes or status is none of those in README.md")
        words = cells["word"].removeprefix("be ").split()
        takes = cast(Takes, cells["takes"])
        operator = Operator(
            rule=f"operators:{cells['word']}",
            takes=takes,
            particle=words[1][1:] if len(words) > 1 and words[1].startswith("+") else "",
            status=cast(Status, cells["status"]) if cells["status"] else None,
            subject=cells["subject"] == "yes",
        )
        for lemma in words[0].split("|"):
            table[lemma, takes].append(operator)
    return MappingProxyType({key: tuple(sorted(ops, key=lambda o: not o.particle)) for key, ops in table.items()})
