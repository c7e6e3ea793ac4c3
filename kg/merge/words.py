"""Words for comparing texts: lower case, no diacritics, roughly without endings."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kg.actors.fold import fold

_WORD = re.compile(r"[^\W_]{2,}")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y", "e")


def stems(text: str) -> Iterator[str]:
    """Every word of a text without its ending."""
    return (_stem(word) for word in _WORD.findall(fold(text)))


def telling(text: str) -> Iterator[str]:
    """The stems of a text's words but those that every text has (spaCy's English stop words)."""
    return (stem for word in _WORD.findall(fold(text)) if (stem := _telling_stem(word)))


def frequencies(text: str) -> tuple[dict[str, int], frozenset[str]]:
    """How often a text has each telling stem, and those that are names or numbers most of the time."""
    counts: dict[str, int] = {}
    names: dict[str, int] = {}
    for word, n in Counter(_WORD.findall(fold(text))).items():
        if stem := _telling_stem(word):
            counts[stem] = counts.get(stem, 0) + n
            if not word[0].islower():
                names[stem] = names.get(stem, 0) + n
    return counts, frozenset(stem for stem, n in names.items() if 2 * n > counts[stem])


@lru_cache(maxsize=200_000)
def _telling_stem(word: str) -> str:
    """A word's stem, "" for one that every text has."""
    stem = _stem(word)
    return stem if stem not in _stops() and (len(stem) > 2 or stem.isdigit()) else ""


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """A word without its ending; words of one root need only often fall together."""
    plain = word.lower()
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    doubled = len(plain) > 4 and plain[-1] == plain[-2] and plain[-1] not in "sl"
    return plain[:-1] if doubled else plain


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS  # here, since spaCy takes longer to load than all of kg

    return frozenset(_stem(word) for word in STOP_WORDS)
