"""Dates that belong together: "March 20 to 22", "between 2014 and 2016", "since June 2019", "until Friday"."""

import re
from collections.abc import Sequence
from datetime import timedelta

from msgspec import structs

from kg.dates import edtf
from kg.model import Timex
from kg.weekdays import weekdays

_JOINED = re.compile(r"\s*(?:to|through|thru|until|till|[-–—])\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_OPEN = re.compile(r"\b(?P<since>since)\s+$|\b(?:until|till)\s+$", re.IGNORECASE)
_FURTHEST = 20
"""Characters before an expression in which its preposition is looked for."""


def ranges(text: str, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """The ranges that dates of a text form, in order: of two dates, or of one with an open end.

    Args:
        text: the text that was tagged.
        timexes: what `tag` found in it.

    Returns:
        One DATE for each range; its text includes the words that join it, its TIMEX3 value is the two values with
        a slash, and `edtf` is an EDTF interval. Dates that are in no range are left out.
    """
    dated = [timex for timex in timexes if timex.type in ("DATE", "TIME") and timex.edtf]
    found: list[Timex] = []
    at = 0
    while at < len(dated):
        both = _joined(text, dated[at], dated[at + 1]) if at + 1 < len(dated) else None
        if whole := both or _open(text, dated[at]):
            found.append(whole)
        at += 2 if both else 1
    return tuple(found)


def _joined(text: str, left: Timex, right: Timex) -> Timex | None:
    """The range of two dates: "to" or a dash between them, "between" before, or two days in a row with "and"."""
    middle, before = text[left.end : right.start], text[max(0, left.start - _FURTHEST) : left.start]
    between = _BETWEEN.search(before) if _AND.fullmatch(middle) else None
    if not between and not _JOINED.fullmatch(middle) and not (_AND.fullmatch(middle) and _in_a_row(left, right)):
        return None
    if _is_weekday(left) and _is_weekday(right):
        right = _after(left, right)
    if left.earliest is None or right.latest is None or left.earliest > right.latest:
        return None
    start = left.start - (len(between[0]) if between else 0)
    return _whole(text, start, right.end, f"{_end(left, 0)}/{_end(right, 1)}", f"{left.value}/{right.value}")


def _is_weekday(timex: Timex) -> bool:
    return timex.text.lower() in weekdays()


def _after(left: Timex, right: Timex) -> Timex:
    """ "From Wednesday to Friday", said on a Thursday: the Friday after that Wednesday, not that of tomorrow."""
    if left.latest is None or right.latest is None or right.latest >= left.latest:
        return right
    day = (right.latest + timedelta(days=7)).isoformat()
    days = edtf.from_edtf(day)
    return structs.replace(right, value=day, edtf=day, earliest=days.earliest, latest=days.latest)


def _in_a_row(left: Timex, right: Timex) -> bool:
    """Whether one day follows the other ("June 18 and 19")."""
    days = left.precision == right.precision == "day" and left.latest and right.earliest
    return bool(days) and left.latest + timedelta(days=1) == right.earliest  # type: ignore[operator]


def _open(text: str, timex: Timex) -> Timex | None:
    """The range with "since" or "until" before its only date."""
    match = _OPEN.search(text[max(0, timex.start - _FURTHEST) : timex.start])
    if match is None or timex.earliest is None or timex.latest is None:
        return None
    start = timex.start - len(match[0])
    if match["since"]:
        return _whole(text, start, timex.end, f"{_end(timex, 0)}/..", f"{timex.value}/..")
    return _whole(text, start, timex.end, f"../{_end(timex, 1)}", f"../{timex.value}")


def _end(timex: Timex, side: int) -> str:
    """A date as one end of an interval: itself, or its first or last day if it is an interval or has digits open."""
    whole = timex.edtf or ""
    return whole if "/" not in whole and "X" not in whole else str((timex.earliest, timex.latest)[side])


def _whole(text: str, start: int, end: int, within: str, value: str) -> Timex:
    days = edtf.from_edtf(within)
    return Timex(
        start=start,
        end=end,
        text=text[start:end],
        type="DATE",
        value=value,
        edtf=within,
        earliest=days.earliest,
        latest=days.latest,
        precision=days.precision,
    )
