from datetime import date

import pytest
from export.export_samples import COUNTRY, PERSON, between, day, event

from kg.axis import Axis, axis, certain
from kg.dates import from_edtf


def test_the_axis_holds_all_days_that_are_known():
    dates = [day("2021-05-02"), between("2021-09/..", "2021-09-01", None), None]
    made = [event(str(n), "visit", [PERSON], [COUNTRY], date=when) for n, when in enumerate(dates)]
    assert axis(made) == Axis(date(2021, 5, 2), date(2021, 9, 1))
    assert axis(made[2:]) is None


def test_bars_lie_on_it_and_open_ends_reach_its_ends():
    span = Axis(date(2021, 1, 1), date(2021, 1, 10))
    assert span.bar(day("2021-01-01")) == (0.0, 0.1)
    assert span.bar(day("2021-01-10")) == (0.9, 1.0)
    assert span.bar(between("../2021-01-05", None, "2021-01-05")) == (0.0, 0.5)
    assert span.bar(between("2021-01-06/..", "2021-01-06", None)) == (0.5, 1.0)
    assert Axis(date.max, date.max).bar(day("9999-12-31")) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        (date(2021, 1, 15), date(2021, 3, 2), ["2021-02", "2021-03"]),
        (date(2021, 1, 1), date(2021, 12, 31), ["2021-01", "2021-04", "2021-07", "2021-10"]),
        (date(2001, 2, 1), date(2005, 3, 2), ["2002", "2003", "2004", "2005"]),
        (date(1981, 2, 1), date(2005, 3, 2), ["1985", "1990", "1995", "2000", "2005"]),
        (date(2021, 1, 2), date(2021, 1, 9), ["2021-01-02", "2021-01-04", "2021-01-06", "2021-01-08"]),
        (date(2021, 1, 28), date(2021, 2, 20), ["2021-01-28", "2021-02-04", "2021-02-11", "2021-02-18"]),
        (date(2021, 1, 28), date(2021, 1, 28), ["2021-01-28"]),
    ],
)
def test_marks_are_the_finest_that_fit(first, last, marks):
    assert [text for _, text in Axis(first, last).marks(5)] == marks


@pytest.mark.parametrize(
    ("edtf", "sure"),
    [
        ("2021-05-02", True),
        ("2021-05-02~", False),
        ("2021-05", False),
        ("2021-05-02/2021-05-04", True),
        ("2021/..", False),
    ],
)
def test_certain(edtf, sure):
    assert certain(from_edtf(edtf)) is sure
