"""Find the names of the tables in a text: one pass of an Aho-Corasick automaton, whole words, longest first."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.actors.fold import fold, spellings

EntryKind = Literal[
    "nothing",
    "organisation",
    "metonym",
    "country",
    "adjective",
    "nationals",
    "prefix",
    "person",
    "place",
    "office",
    "ministry",
    "surname",
    "doubtful",
    "unlisted-person",
    "unlisted-organisation",
    "unlisted-place",
    "agent",
]


_SENTENCES = 512
"""Texts whose names are remembered: those of an article, which several rules ask for."""


class Entry(NamedTuple):
    """What a name may mean: the table it stands in and the key of its row there."""

    kind: EntryKind
    key: str


class Match(NamedTuple):
    """A name at the characters `start` to `end` (exclusive) of a text, with all it may mean, likeliest first."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]


class Matcher:
    """Finds names as whole words; where two overlap, the one that starts first and is longer."""

    def __init__(self, names: Mapping[str, Iterable[Entry]]) -> None:
        self._entries = {name: tuple(dict.fromkeys(entries)) for name, entries in names.items()}
        self._names = list(self._entries)
        self._meanings = list(self._entries.values())
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)
        self._remembered = lru_cache(maxsize=_SENTENCES)(self._find)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """What exactly this name may mean; empty where no table has it."""
        return self._entries.get(name) or self._entries.get(fold(name), ())

    def find(self, text: str) -> tuple[Match, ...]:
        """The names in a text, in order, none overlapping."""
        return self._remembered(text)

    def _find(self, text: str) -> tuple[Match, ...]:
        folded = fold(text)
        found: list[Match] = []
        at: int | None = 0
        while at is not None:
            at = self._scan(text, folded, at, found)
        return tuple(found)

    def _scan(self, text: str, folded: str, offset: int, found: list[Match]) -> int | None:
        """Add the names from `offset` on; where to go on after a longest match of several words that ends in a word."""
        for index, begin, stop in self._automaton.find_matches_as_indexes(folded[offset:]):
            start, end = offset + begin, offset + stop
            if start and folded[start - 1].isalnum() and _spaced(folded[start]):
                continue
            if end == len(folded) or not folded[end].isalnum() or not _spaced(folded[end - 1]):
                found.append(Match(start, end, text[start:end], self._meanings[index]))
                continue
            shorter = self._shorter(text, folded, start, end)
            found.extend(shorter)
            word = folded.rfind(" ", start, end) + 1
            if word:
                return word
        return None

    def _shorter(self, text: str, folded: str, start: int, end: int) -> list[Match]:
        """A shorter name that the longest match hid because it ran into a longer word."""
        cut = folded.rfind(" ", start, end)
        if cut < 0:
            return []
        meaning = self._entries.get(folded[start:cut])
        return [Match(start, cut, text[start:cut], meaning)] if meaning else []


def _spaced(char: str) -> bool:
    """Whether the script of the letter sets blanks between words (Chinese and Japanese do not)."""
    return char < "\u2e80"


def spell(kind: EntryKind, key: str, name: str, into: dict[str, list[Entry]], capitals: bool = True) -> None:
    """Enter a name in all its spellings."""
    for form in spellings(name):
        if capitals or form != form.upper() or form == name:
            into.setdefault(form, []).append(Entry(kind, key))
