"""Patterns of the action lexicon: the words that tell of a deed, and where its parties stand around them."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from kg.errors import OntologyError
from kg.model import ACTION_TYPES, ActionType
from kg.resources import ontology
from kg.tables import Row, rows, words

PATTERN_COLUMNS = ("pattern", "type", "plover", "mode", "cameo", "note")
_UNSAID = frozenset({"of", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\(|\)|[^\s()]+")

Slot = Literal["T", "C", ""]


class Argument(Struct, frozen=True):
    """One thing after a head: words a preposition may be (none for an object), what fills it, and if it must."""

    prepositions: frozenset[str]
    slot: Slot
    noun: tuple[frozenset[str], ...]
    optional: bool


class Entry(Struct, frozen=True, dict=True):
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


def entries(path: Path, *, verb: bool) -> Iterable[Entry]:
    """The patterns of a table.

    Raises:
        OntologyError: a row does not follow the grammar of ontology/lexicon/README.md.
    """
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
        elif choices <= _prepositions():
            # Two prepositions in a row ("out of") are one complement of the second.
            if noun:
                close("")
            prepositions = choices
        elif word not in _ARTICLES:
            noun.append(choices)
    close("")
    return tuple(found)


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    return words(ontology("lexicon", "prepositions.txt"))
