"""Judge whether the clause around an expression speaks of the past or the future, from the words beside it."""

from functools import lru_cache
from typing import Literal, TypeGuard

from kg.dates.lexicon import KINDS
from kg.dates.tokens import Tokens
from kg.resources import ontology
from kg.tables import meanings

Tense = Literal["past", "present", "future"]

_MEANINGS = ("past", "present", "future", "scheduled", "intent", "progressive", "none")
_UP_TO = frozenset(["until", "till", "by"])
_NEGATIONS = frozenset(["not", "n't", "n’t", "never"])
_CLAUSES = frozenset(["that", "which", "who", "whether", "if", "because", "when", "while", "where"])

_SUBJECT = 6
"""Tokens that the subject of a headline has at most."""
_NO_VERBS = frozenset(["the", "a", "an", "his", "her", "their", "its", "this", "that", "those", "these", "date"])

_LEFT, _RIGHT = 20, 12
"""How many tokens away a verb may stand."""


@lru_cache(maxsize=1)
def cues() -> dict[str, str]:
    """Words and what they say of tense, from ontology/dates/tense.csv.

    Raises:
        OntologyError: the table is missing or a row is wrong.
    """
    return meanings(ontology("dates", "tense.csv"), ("word", "tense"), _MEANINGS)


def tense(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense of the clause around tokens `first` to `last` (exclusive), by the nearest verb.

    A verb before the expression decides, unless a subordinate clause begins between the two: then a verb after it.
    """
    before = _before(tokens, first, _CLAUSES)
    word, second = tokens.word(first - 1), tokens.word(first - 2)
    if word == "since":
        return "past"
    if word in _UP_TO or (word == "as" and second in ("early", "soon", "late")):
        closed = before == "past" if word == "by" else second == "not"
        return "past" if closed or (before is None and _after(tokens, last) == "past") else "future"
    return before or _after(tokens, last) or _before(tokens, first, frozenset()) or _headline(tokens, first)


def _headline(tokens: Tokens, first: int) -> Tense | None:
    """In "Minister to visit Rome in May", a sentence that opens with a name and an infinitive, that looks ahead."""
    start = first
    while start > 0 and first - start < _LEFT and not _ends_sentence(tokens, start - 1):
        start -= 1
    for index in range(start + 1, min(start + _SUBJECT, first - 1)):
        if tokens.word(index) == "to" and tokens.word(index + 1) not in _NO_VERBS:
            name, verb = (tokens.text[tokens.start[at]] for at in (index - 1, index + 1))
            return "future" if name.isupper() and verb.islower() else None
    return None


def _before(tokens: Tokens, first: int, borders: frozenset[str]) -> Tense | None:
    for index in range(first - 1, max(-1, first - 1 - _LEFT), -1):
        if _ends_sentence(tokens, index) or tokens.word(index) in borders:
            return None
        if said := _cue(tokens, index):
            return said
    return None


def _after(tokens: Tokens, last: int) -> Tense | None:
    for index in range(last, min(len(tokens.start), last + _RIGHT)):
        if _ends_sentence(tokens, index):
            return None
        if said := _cue(tokens, index):
            return said
    return None


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    return tokens.symbols[index] in (KINDS["stop"], KINDS["paragraph"])


def _cue(tokens: Tokens, index: int) -> Tense | None:
    """What one token says: a verb by itself, "to" and the verb after a modal by the word before."""
    word, before = tokens.word(index), tokens.word(index - 1)
    said, leading = _meaning(tokens, index, word), cues().get(before)
    if before == "-":
        return None
    if said not in ("", "none") and "did" in (before, *((tokens.word(index - 2),) if before in _NEGATIONS else ())):
        return "past"
    if word == "to":
        return "future" if leading in ("present", "intent") else None
    if before == "to":
        return "future" if word == "be" else None
    if before == "be" and tokens.word(index - 2) == "to" and tokens.word(index - 3) != "had":
        # "A summit to be held on Monday"; "they had to be moved on Monday" is over.
        return "future"
    if said == "scheduled":
        return "past" if before in ("been", "had") else "future"
    if said == "progressive":
        return "future" if leading == "present" else None
    if leading == "future" and said != "past":
        return "future"
    return said if _is_tense(said) else None


def _meaning(tokens: Tokens, index: int, word: str) -> str:
    """What the table says of a word; of others, those in -ed are past tenses unless capitalised ("United")."""
    said = cues().get(word, "none" if len(word) < 4 else "")
    ending = word.endswith("ed") and tokens.text[tokens.start[index]] == word[0]
    return "past" if ending and said in ("", "intent") else said


def _is_tense(said: str) -> TypeGuard[Tense]:
    return said in ("past", "present", "future")
