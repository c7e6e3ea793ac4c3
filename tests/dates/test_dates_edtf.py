"""EDTF strings: their bounds against the calendar, and what the edtf package makes of all that we write."""

import re
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates import day, from_edtf, interval
from kg.dates.edtf import of_period
from kg.dates.period import period, shift

UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
APPROXIMATE = ("day", "month", "year", "decade")
checked = settings(derandomize=True, max_examples=40)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2022-09", date(2022, 9, 1), date(2022, 9, 30), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
        ("2022-02-24", date(2022, 2, 24), date(2022, 2, 24), "day"),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31), "season"),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28), "season"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31), "year"),
        ("2004-06-XX", date(2004, 6, 1), date(2004, 6, 30), "month"),
        ("1985-XX-XX", date(1985, 1, 1), date(1985, 12, 31), "year"),
        ("2022-12-30?", date(2022, 12, 30), date(2022, 12, 30), "day"),
        ("2022-12-30~", date(2022, 12, 29), date(2022, 12, 31), "day"),
        ("2022-12~", date(2022, 11, 1), date(2023, 1, 31), "month"),
        ("2022%", date(2021, 1, 1), date(2023, 12, 31), "year"),
        ("2022-12-21/2022-12-31", date(2022, 12, 21), date(2022, 12, 31), "interval"),
        ("2023-01-23/2023-01-29", date(2023, 1, 23), date(2023, 1, 29), "week"),
        ("1989-07/1989-09", date(1989, 7, 1), date(1989, 9, 30), "quarter"),
        ("2022-07/2022-12", date(2022, 7, 1), date(2022, 12, 31), "half"),
        ("2019-06/..", date(2019, 6, 1), None, "interval"),
        ("../2022-12-31", None, date(2022, 12, 31), "interval"),
        ("/2022-12-31", None, date(2022, 12, 31), "interval"),
        ("2022-22/2022-24", date(2022, 6, 1), date(2023, 2, 28), "interval"),
        ("2022-02-24T05:00:00Z", date(2022, 2, 24), date(2022, 2, 24), "day"),
        ("0001~", date(1, 1, 1), date(2, 12, 31), "year"),
        ("9999~", date(9998, 1, 1), date(9999, 12, 31), "year"),
        ("-0489", None, None, "year"),
        ("0000", None, None, "year"),
        ("Y170000002", None, None, "year"),
    ],
)
def test_bounds(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    found = from_edtf(text)
    assert (found.edtf, found.earliest, found.latest, found.precision) == (text, earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "../..", "2022-13", "2022-02-30", "2023-02-29", "2022-25", "22", "spring", "2022-1-1"),
        *("2022-02-24/yesterday", "2022-XX-05", "199X-05", "20220224", "X022", "2022/2023/2024", "2022-05/2022-04"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_edtf(text)


@checked
@given(st.text(alphabet="0123456789-/.XTZY~?% ", max_size=24))
def test_any_other_string_is_refused_with_a_value_error(text: str) -> None:
    try:
        found = from_edtf(text)
    except ValueError:
        return
    assert not (found.earliest and found.latest) or found.earliest <= found.latest


def test_text_and_timex_are_kept() -> None:
    found = from_edtf("2022-12", "December", "2022-12")
    assert (found.text, found.timex) == ("December", "2022-12")


def test_day_and_interval() -> None:
    first, last = date(2022, 12, 30), date(2023, 2, 1)
    assert day(first).edtf == "2022-12-30"
    assert (day(first).earliest, day(first).latest, day(first).precision) == (first, first, "day")
    assert interval(first, last).edtf == "2022-12-30/2023-02-01"
    assert interval(first, None).edtf == "2022-12-30/.."
    assert interval(None, last).edtf == "../2023-02-01"
    assert interval(first, first) == day(first)


@pytest.mark.parametrize(("earliest", "latest"), [(None, None), (date(2023, 1, 2), date(2023, 1, 1))])
def test_an_interval_needs_an_end_and_a_direction(earliest: date | None, latest: date | None) -> None:
    with pytest.raises(ValueError, match=r".+"):
        interval(earliest, latest)


@pytest.mark.parametrize("unit", UNITS)
@checked
@given(day=st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_periods_have_the_bounds_of_their_edtf(unit: str, day: date) -> None:
    base = period(unit, day)
    found = from_edtf(of_period(base))
    assert (found.earliest, found.latest) == (base.first, base.last)
    assert found.precision == ("interval" if unit == "weekend" else unit)


@pytest.mark.parametrize("unit", UNITS)
@checked
@given(day=st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_the_edtf_package_reads_what_we_write_and_agrees(unit: str, day: date) -> None:
    base = period(unit, day)
    parsed = parse_edtf(of_period(base))
    first, last = parsed.lower_strict(), parsed.upper_strict()
    ours = (base.first, base.last)
    if unit == "season" and base.timex.endswith("WI"):  # the package ends a winter with its year
        ours = (base.first, date(base.first.year, 12, 31))
    if base.first.year == 1 and unit in ("decade", "century"):  # the package has a year 0, a calendar date has none
        return
    assert (tuple(first[:3]), tuple(last[:3])) == tuple((d.year, d.month, d.day) for d in ours)


@pytest.mark.parametrize("unit", APPROXIMATE)
@checked
@given(day=st.dates(date(1000, 1, 1), date(9900, 12, 31)))
def test_approximate_dates_reach_one_unit_further(unit: str, day: date) -> None:
    base = period(unit, day)
    text = f"{of_period(base)}~"
    parse_edtf(text)
    found = from_edtf(text)
    assert (found.earliest, found.latest) == (shift(base, -1).first, shift(base, 1).last)


def test_the_edtf_package_takes_no_approximate_season_which_is_why_we_write_none() -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf("2023-21~")


@checked
@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(0, 3000))
def test_intervals_of_days(first: date, length: int) -> None:
    last = first + timedelta(length)
    found = interval(first, last)
    assert (found.earliest, found.latest) == (first, last)
    assert re.fullmatch(r"[\d-]+(/[\d-]+)?", found.edtf)
    parse_edtf(found.edtf)
