"""Join a time of day to the date beside it: "10 p.m." and "Wednesday", "the night" and "of 23 February"."""

from typing import NamedTuple

from kg.dates.scene import Reading, timed
from kg.dates.tokens import Tokens

_BETWEEN = frozenset([",", "on", "at", "of", "the", "about", "around", "approximately"])
_WIDEST = 3
"""Tokens that may stand between the two."""


class Found(NamedTuple):
    """A reading of tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    reading: Reading


def joined_times(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The readings with each time and date in one; times that mean nothing alone are dropped."""
    kept: list[Found] = []
    for each in found:
        if kept and (both := _joined(tokens, kept[-1], each)):
            kept[-1] = both
        else:
            kept.append(each)
    return [each for each in kept if each.reading.floating != "weak"]


def _joined(tokens: Tokens, left: Found, right: Found) -> Found | None:
    between = range(left.last, right.first)
    if len(between) > _WIDEST or not all(tokens.word(index) in _BETWEEN for index in between):
        return None
    for time, day in ((left.reading, right.reading), (right.reading, left.reading)):
        if time.floating and day.type == "DATE" and day.precision == "day":
            return Found(left.first, right.last, timed(day, time.value.partition("T")[2]))
    return None
