"""Calendar arithmetic against the standard library's own calendar, over all years it knows."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates.period import (
    MONTHS_OF,
    Period,
    month_of,
    months_later,
    part_of,
    period,
    season_of,
    shift,
    weekday_after,
    weekday_before,
    year_of,
    years_later,
)

UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
days = st.dates(date(2, 1, 1), date(9990, 12, 31))
checked = settings(derandomize=True, max_examples=40)


@pytest.mark.parametrize("unit", [u for u in UNITS if u != "weekend"])
@checked
@given(day=days)
def test_every_day_is_in_its_period_and_in_no_neighbour(unit: str, day: date) -> None:
    base = period(unit, day)
    assert base.first <= day <= base.last
    assert period(unit, base.first) == period(unit, base.last) == base
    assert period(unit, base.last + timedelta(1)).first == base.last + timedelta(1)


@pytest.mark.parametrize("unit", UNITS)
@checked
@given(day=st.dates(date(1500, 1, 1), date(3000, 12, 31)), count=st.integers(-12, 12))
def test_shifting_there_and_back(unit: str, day: date, count: int) -> None:
    base = period(unit, day)
    assert shift(shift(base, count), -count) == base
    assert shift(base, count).first == base.first or (shift(base, count).first > base.first) == (count > 0)


@checked
@given(day=days)
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    year, week, _ = day.isocalendar()
    base = period("week", day)
    assert base.timex == f"{year:04d}-W{week:02d}"
    assert base.first == date.fromisocalendar(year, week, 1)
    assert period("weekend", day).first == date.fromisocalendar(year, week, 6)


@checked
@given(year=st.integers(1, 9999), month=st.integers(1, 12))
def test_months_end_where_the_calendar_ends_them(year: int, month: int) -> None:
    assert month_of(year, month).last == date(year, month, monthrange(year, month)[1])


@checked
@given(year=st.integers(1, 9999))
def test_a_year_is_twelve_months_two_halves_and_four_quarters(year: int) -> None:
    whole = year_of(year)
    assert (whole.first, whole.last) == (date(year, 1, 1), date(year, 12, 31))
    quarters = [part_of("quarter", year, n) for n in (1, 2, 3, 4)]
    assert [q.first.month for q in quarters] == [1, 4, 7, 10]
    assert quarters[1].last == part_of("half", year, 1).last
    assert quarters[3].last == part_of("half", year, 2).last == whole.last


@checked
@given(day=days, weekday=st.integers(1, 7))
def test_the_nearest_weekdays(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert day - timedelta(6) <= before <= day <= after <= day + timedelta(6)


@checked
@given(day=st.dates(date(100, 1, 1), date(9000, 1, 1)), count=st.integers(-90, 90))
def test_years_and_months_later_keep_the_day_or_end_the_month(day: date, count: int) -> None:
    assert years_later(day, count) == months_later(day, 12 * count)
    there = months_later(day, count)
    assert there.day == min(day.day, monthrange(there.year, there.month)[1])
    assert (there.year - day.year) * 12 + there.month - day.month == count


@pytest.mark.parametrize(
    ("base", "timex"),
    [
        (Period("day", date(2023, 3, 20)), "2023-03-20"),
        (period("week", date(2021, 1, 3)), "2020-W53"),
        (period("weekend", date(2023, 3, 20)), "2023-W12-WE"),
        (season_of(2022, "WI"), "2022-WI"),
        (season_of(2023, "SP"), "2023-SP"),
        (part_of("quarter", 2023, 3), "2023-Q3"),
        (part_of("half", 2023, 2), "2023-H2"),
        (period("decade", date(1998, 5, 1)), "199"),
        (period("century", date(1998, 5, 1)), "19"),
        (period("decade", date(3, 5, 1)), "000"),
        (year_of(7), "0007"),
    ],
)
def test_timex_values(base: Period, timex: str) -> None:
    assert base.timex == timex


def test_a_winter_runs_into_the_next_year() -> None:
    assert season_of(2023, "WI").last == date(2024, 2, 29)
    assert period("season", date(2024, 2, 1)) == season_of(2023, "WI")


def test_the_first_decade_and_century_have_no_year_0() -> None:
    assert period("decade", date(5, 1, 1)).last == date(9, 12, 31)
    assert period("century", date(5, 1, 1)).last == date(99, 12, 31)


def test_the_calendar_ends_with_year_9999() -> None:
    assert season_of(9999, "WI").last == date.max
    with pytest.raises((ValueError, OverflowError)):
        shift(year_of(9999), 1)
    with pytest.raises((ValueError, OverflowError)):
        shift(period("day", date.min), -1)


def test_lengths_are_whole_months() -> None:
    assert all(12 % months == 0 or months % 12 == 0 for months in MONTHS_OF.values())
