"""Spellings of people's names: the surname in a full name, and whether two names may be one person's."""

import re
from collections.abc import Sequence

from kg.actors.fold import distance, fold
from kg.actors.lexicon import usage

_SILENT = re.compile(r"[aeiouyhw']|(.)(?=\1)")
_SOUNDS = str.maketrans("cqzdbfjp", "kkstvvgv")
"""Consonants that alphabets and ears exchange for one another, each set as one of them."""


def surname(name: str) -> str:
    """The surname of a full name: the last word with its particles, or the first where that is the order."""
    parts = name.split()
    if len(parts) > 1 and parts[0].lower() in usage("eastern") and parts[-1].lower() not in usage("eastern"):
        return parts[0]
    index = len(parts) - 1
    while index > 1 and parts[index - 1].lower() in usage("particle"):
        index -= 1
    return " ".join(parts[index:])


def words(name: str) -> list[str]:
    """The words of a name; a hyphen parts words."""
    return name.replace("-", " ").split()


def folded(name: str) -> list[str]:
    """The words of a name in lower case and without accents."""
    return [fold(word).lower() for word in words(name)]


def answers(family: str, own: Sequence[str], word: str) -> bool:
    """Whether a person of a surname and full name goes by a single name."""
    wanted, folded_family = fold(word).lower(), fold(family).lower()
    last = fold(own[-1]).lower() if own else ""
    return wanted in (folded_family, folded_family.split()[-1] if folded_family else "", last)


def alike(own: list[str], other: list[str]) -> bool:
    """Whether two names differ by a letter or two, or one is the other without middle names."""
    if len(other) == len(own) > 1 and len("".join(other)) >= 8:
        return sum(distance(a, b, 2) for a, b in zip(own, other, strict=True)) <= 2 and own[0][0] == other[0][0]
    short, long = sorted((own, other), key=len)
    return len(short) > 1 and short[-1] == long[-1] and all(word in long for word in short)


def respells(one: str, other: str) -> bool:
    """Whether two words in lower case may be one name in two spellings: at most one letter apart, with consonants that
    sound the same ("Yusofov", "Yusufov"), or two letters swapped; "McFaul" and "McCaul" are two names."""
    return distance(one, other, 1) <= 1 and (
        not _sounds(one).isdisjoint(_sounds(other)) or sorted(one) == sorted(other)
    )


def _sounds(word: str) -> set[str]:
    """What a word sounds like, with a "kh" as either of the two."""
    return {_SILENT.sub("", form.translate(_SOUNDS)) for form in (word, word.replace("kh", "h"))}
