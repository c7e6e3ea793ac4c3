"""On which side of the day of publication a date can be: deeds are over, plans are to come."""

import calendar
import re
from datetime import date, timedelta

import msgspec

from kg.dates import day, from_edtf
from kg.model import REAL, DateRange, Status

_WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
WEEK = 7
_NEAR = 3
"""Days within which the weekday of something cancelled is one that is over ("Monday's talks were cancelled")."""
_HALF_A_YEAR = 183
"""The same of its month ("a visit planned for July was cancelled", told in August)."""
_YEARLESS = re.compile(r"(?i)(?:[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [a-z]+\.?)")


def on_its_side(when: DateRange, status: Status, published: date | None) -> DateRange:
    """A bare weekday or month of a plan is the next one, of a deed the last one, whatever words near it suggested."""
    name = when.text.lower()
    if when.earliest is None or when.latest is None or published is None or name not in _WEEKDAYS | _MONTHS:
        return when
    planned = status in ("planned", "proposed", "cancelled")
    over = planned and when.latest < published
    near = _NEAR if name in _WEEKDAYS else _HALF_A_YEAR
    if status == "cancelled" and (published - when.latest).days <= near:
        over = False
    early = status in REAL and when.earliest > published
    if status == "cancelled" and name in _MONTHS and (when.earliest - published).days > _HALF_A_YEAR:
        early = True
    step = 1 if over else -1 if early else 0
    if not step:
        return when
    if name in _MONTHS:
        moved = from_edtf(f"{when.earliest.year + step:04d}-{when.earliest.month:02d}")
    else:
        moved = day(when.earliest + timedelta(days=step * WEEK))
    return msgspec.structs.replace(moved, text=when.text, timex=moved.edtf, span=when.span)


def a_year_back(when: DateRange, published: date | None) -> DateRange:
    """ "They met on April 30", told in March: a day without a year that is yet to come is that of the year before."""
    first = when.earliest
    if published is None or first is None or not _YEARLESS.fullmatch(when.text) or (first - published).days <= _NEAR:
        return when
    leap_day = (first.month, first.day) == (2, 29)
    moved = day(first.replace(year=first.year - 1, day=28 if leap_day else first.day))
    return msgspec.structs.replace(moved, text=when.text, timex=moved.edtf, span=when.span)


def is_ahead(when: DateRange, published: date | None) -> bool:
    """ "Invited him to Lima in May": a month to come, or named alone, is that of the visit."""
    ahead = published is not None and when.earliest is not None and when.earliest > published
    return ahead or when.text.lower() in _MONTHS


def agrees(when: DateRange, status: Status, published: date | None, *, ahead: bool) -> bool:
    """Whether a carrying clause's date can be the event's: the past for what happened, the future for a plan.

    `ahead`: a clause in the past tense dates a plan only with a day after that of publication.
    """
    if published is None:
        return True
    if status in REAL:
        return when.earliest is None or when.earliest <= published
    if ahead:
        return when.earliest is not None and when.earliest > published
    return when.latest is None or when.latest >= published


def is_over(when: DateRange, published: date | None) -> bool:
    """Whether all of a date lies before the day of publication."""
    return published is not None and when.latest is not None and when.latest < published
