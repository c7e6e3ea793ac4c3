"""Dates in EDTF level 1 (Library of Congress, 2019) and the days that bound them, computed here.

Two readings go beyond the text of the standard. Seasons are the northern meteorological ones, and a winter
runs into the next year: `2022-24` is 1 December 2022 to 28 February 2023. A date marked approximate (`~` or
`%`) may lie one unit of its own precision to either side. Years before 1 and after 9999 have no bounds,
because a `datetime.date` cannot hold them.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.dates.period import Period, Unit, month_of, period, season_of, shift, year_of
from kg.model import DateRange, Precision

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
    r"(?P<mark>[?~%])?"
)
_OFF_CALENDAR = re.compile(r"(?:Y-?\d{5,}|-\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[?~%]?")
_OPEN = ("", "..")
_NAMED: tuple[tuple[Unit, Precision], ...] = (("week", "week"), ("quarter", "quarter"), ("half", "half"))


class Bounds(NamedTuple):
    """The days that a date may fall on, inclusive, and how finely it was given."""

    earliest: date | None
    latest: date | None
    precision: Precision


def from_edtf(edtf: str, text: str = "", timex: str = "") -> DateRange:
    """The date that an EDTF level 1 string names, with its bounds and precision.

    An interval that is exactly an ISO week, a quarter or a half year has that precision.

    Raises:
        ValueError: the string is not EDTF level 1, names a day that does not exist, or ends before it starts.
    """
    bounds = _bounds(edtf)
    return DateRange(
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=bounds.precision,
        text=text,
        timex=timex,
    )


def day(of: date) -> DateRange:
    """One day."""
    return DateRange(edtf=of.isoformat(), earliest=of, latest=of, precision="day")


def interval(earliest: date | None, latest: date | None) -> DateRange:
    """From one day to another, inclusive; None is open.

    Raises:
        ValueError: both ends are open, or the first day is after the last.
    """
    if earliest == latest and earliest is not None:
        return day(earliest)
    return from_edtf(f"{earliest or '..'}/{latest or '..'}")


def of_period(base: Period) -> str:
    """The EDTF string of a period: level 1 has no week, weekend, quarter or half, which become intervals."""
    first = base.first
    if base.unit in ("week", "weekend"):
        return f"{first}/{base.last}"
    if base.unit in ("quarter", "half"):
        return f"{of_month(first)}/{of_month(base.last)}"
    if base.unit == "season":
        return f"{first.year:04d}-{20 + first.month // 3}"
    short = {"day": first.isoformat(), "month": of_month(first), "year": f"{first.year:04d}"}
    return short.get(base.unit) or {"decade": f"{base.timex}X", "century": f"{base.timex}XX"}[base.unit]


def of_month(of: date) -> str:
    """The EDTF string of the month that a day is in."""
    return f"{of.year:04d}-{of.month:02d}"


@lru_cache(maxsize=4096)  # articles of one time name the same days again and again
def _bounds(edtf: str) -> Bounds:
    start, slash, end = edtf.partition("/")
    return _interval(start, end) if slash else _point(start)


def _interval(start: str, end: str) -> Bounds:
    if start in _OPEN and end in _OPEN:
        raise ValueError(f"{start}/{end}: an interval needs one end at least")
    earliest = None if start in _OPEN else _point(start).earliest
    latest = None if end in _OPEN else _point(end).latest
    if earliest and latest and earliest > latest:
        raise ValueError(f"{start}/{end}: the interval ends before it starts")
    return Bounds(earliest, latest, _precision(earliest, latest))


def _precision(earliest: date | None, latest: date | None) -> Precision:
    if earliest and latest:
        for unit, name in _NAMED:
            if (whole := period(unit, earliest)).first == earliest and whole.last == latest:
                return name
    return "interval"


def _point(text: str) -> Bounds:
    if match := _OFF_CALENDAR.fullmatch(text):
        return Bounds(None, None, "day" if match["day"] else "month" if match["month"] else "year")
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not an EDTF level 1 date")
    if match["year"] == "0000":
        return Bounds(None, None, "year")
    try:
        base = _period(match)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not on the calendar ({error})") from error
    slack = 1 if match["mark"] in ("~", "%") else 0
    return Bounds(_neighbour(base, -slack).first, _neighbour(base, slack).last, _PRECISION[base.unit])


def _neighbour(base: Period, count: int) -> Period:
    try:
        return shift(base, count)
    except (ValueError, OverflowError):
        return base


def _period(match: re.Match[str]) -> Period:
    year, month, number = match["year"], match["month"] or "XX", match["day"] or "XX"
    if (month == "XX" and number != "XX") or ("X" in year and month != "XX"):
        raise ValueError("a date is open from some part to its end")
    if "X" in year:
        unit: Unit = "decade" if year[2] != "X" else "century"
        return period(unit, date(max(1, int(year.replace("X", "0"))), 1, 1))
    if month == "XX":
        return year_of(int(year))
    if 21 <= int(month) <= 24:
        return season_of(int(year), ("SP", "SU", "FA", "WI")[int(month) - 21])
    if number == "XX":
        return month_of(int(year), int(month))
    return Period("day", date(int(year), int(month), int(number)))


_PRECISION: dict[Unit, Precision] = {
    "day": "day",
    "month": "month",
    "season": "season",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
