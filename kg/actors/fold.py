"""Spellings: fold diacritics without moving an offset, list the written forms of a name, make ids from labels."""

import re
import unicodedata
from collections.abc import Iterator

_SPECIAL = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "ə": "a", "Ə": "A"}
_LETTERS = re.compile("[\u00c0-\u024f\u0259\u1e00-\u1eff]")
_SLUG = re.compile(r"[^a-z0-9\u0080-\U0010ffff]+")
_INITIAL = re.compile(r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)*")


def _base(char: str) -> str:
    plain = _SPECIAL.get(char) or unicodedata.normalize("NFD", char)[0]
    return plain if len(plain) == 1 and plain.isalpha() else char


_FOLD = {chr(code): _base(chr(code)) for code in (*range(0xC0, 0x250), 0x259, *range(0x1E00, 0x1F00))}


def fold(text: str) -> str:
    """The text with each Latin letter's marks taken off, one character for one: offsets stay true."""
    return _LETTERS.sub(lambda letter: _FOLD[letter[0]], text)


def plain(name: str) -> str:
    """A name to compare with others: without marks and case, however its letters were encoded."""
    return fold(unicodedata.normalize("NFKC", name)).casefold().strip()


def slug(label: str) -> str:
    """An id in lower case with hyphens: "José Piñera" → "jose-pinera"; other scripts stay as they are."""
    return _SLUG.sub("-", fold(label).replace("'", "").replace("’", "").lower()).strip("-")


def without_initials(name: str) -> str:
    """The name without single letters and full stops: "Robert M. Gates" → "Robert Gates"."""
    return " ".join(_INITIAL.sub("", name).split())


def spellings(name: str) -> Iterator[str]:
    """The written forms of a name to look for: as given, folded, in capitals, with hyphens and apostrophes varied."""
    plain = fold(name)
    for form in dict.fromkeys((name, plain)):
        yield form
        yield from _variants(form)
    if len(plain) > 3:
        yield plain.upper()


def _variants(form: str) -> Iterator[str]:
    if "'" in form:
        yield form.replace("'", "’")
    yield from _clans(form)
    if "-" in form and " " in form:
        head, _, tail = form.partition("-")
        yield f"{head} {tail[:1].upper()}{tail[1:]}"
        yield f"{head}-{tail[:1].upper()}{tail[1:]}"
        yield f"{head}-{tail[:1].lower()}{tail[1:]}"


def _clans(form: str) -> Iterator[str]:
    """ "Hamad Al-Thani" and "Hamad al-Thani" of "Hamad Al Thani"."""
    head, clan, tail = form.rpartition(" Al ")
    if clan:
        yield f"{head} Al-{tail}"
        yield f"{head} al-{tail}"


def distance(left: str, right: str, limit: int) -> int:
    """Edit distance with swaps (Damerau, optimal string alignment); more than `limit` counts as `limit + 1`."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        above, row, older = row, [i], before
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
