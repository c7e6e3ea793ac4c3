"""Calendar arithmetic: a period is a unit of the calendar and its first day, from year 1 to year 9999.

Units follow ISO 8601 (weeks start on Monday and belong to the year of their Thursday); seasons are the
meteorological ones of the northern hemisphere, and a winter is named after the year in which it starts.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]

SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_OF: dict[Unit, int] = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
"""Length in months of the units that are made of whole months."""

DAYS_OF: dict[Unit, int] = {"day": 1, "weekend": 7, "week": 7}
"""Steps in days between neighbours of the units that are not made of whole months."""


class Period(NamedTuple):
    """One unit of the calendar, known by its first day."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """The last day, inclusive; the last day of year 9999 for what would run past it."""
        if self.unit in DAYS_OF:
            days = 1 if self.unit == "weekend" else DAYS_OF[self.unit] - 1
            return _days_after(self.first, days)
        year, month = _months_after(self.first, _length(self) - 1)
        return month_end(year, month) if year <= date.max.year else date.max

    @property
    def timex(self) -> str:
        """The TIMEX3 value, as TempEval-3 writes it (decades with three digits, centuries with two)."""
        return _TIMEX[self.unit](self.first)


def period(unit: Unit, day: date) -> Period:
    """The period of this unit that contains the day (for a weekend: of its week)."""
    return Period(unit, _first_day(unit, day))


def year_of(number: int) -> Period:
    """The year; ValueError outside 1 to 9999."""
    return Period("year", date(number, 1, 1))


def month_of(year: int, month: int) -> Period:
    """The month; ValueError for a month that does not exist."""
    return Period("month", date(year, month, 1))


def season_of(year: int, name: str) -> Period:
    """The season by its TIMEX3 name (SP, SU, FA, WI)."""
    return Period("season", date(year, 3 * SEASONS.index(name) + 3, 1))


def part_of(unit: Unit, year: int, number: int) -> Period:
    """The quarter or half of a year, counted from 1."""
    return Period(unit, date(year, MONTHS_OF[unit] * (number - 1) + 1, 1))


def shift(base: Period, count: int) -> Period:
    """The period `count` units later (earlier if negative); ValueError or OverflowError off the calendar."""
    if base.unit in DAYS_OF:
        return Period(base.unit, base.first + timedelta(DAYS_OF[base.unit] * count))
    year, month = _months_after(base.first, MONTHS_OF[base.unit] * count)
    return Period(base.unit, date(year, month, 1))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def years_later(day: date, count: int) -> date:
    """The same day of another year; 29 February becomes 28 February where the year has none."""
    year = day.year + count
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def months_later(day: date, count: int) -> date:
    """The same day of another month, or that month's last day."""
    year, month = _months_after(day, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_before(day: date, weekday: int) -> date:
    """The latest day on or before `day` that is this weekday (Monday is 1)."""
    return day - timedelta((day.isoweekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The earliest day on or after `day` that is this weekday (Monday is 1)."""
    return day + timedelta((weekday - day.isoweekday()) % 7)


def _length(of: Period) -> int:
    """Months in the period; the first decade and century start in year 1, there being no year 0."""
    return MONTHS_OF[of.unit] - (12 if of.first.year == 1 and MONTHS_OF[of.unit] >= 120 else 0)


def _months_after(day: date, count: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def _days_after(day: date, count: int) -> date:
    return date.fromordinal(min(day.toordinal() + count, date.max.toordinal()))


def _first_day(unit: Unit, day: date) -> date:
    if unit == "day":
        return day
    if unit in DAYS_OF:
        monday = day - timedelta(day.isoweekday() - 1)
        return monday + timedelta(5) if unit == "weekend" else monday
    if unit == "season":
        year, month = (day.year - 1, 12) if day.month < 3 else (day.year, day.month // 3 * 3)
        return date(year, month, 1)
    length = MONTHS_OF[unit]
    if length <= 12:
        return date(day.year, (day.month - 1) // length * length + 1, 1)
    return date(max(1, day.year // (length // 12) * (length // 12)), 1, 1)


def _week(first: date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}"


_TIMEX: dict[Unit, Callable[[date], str]] = {
    "day": lambda day: day.isoformat(),
    "week": _week,
    "weekend": lambda day: f"{_week(day)}-WE",
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "season": lambda day: f"{day.year:04d}-{SEASONS[day.month // 3 - 1]}",
    "quarter": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}",
    "century": lambda day: f"{day.year // 100:02d}",
}
