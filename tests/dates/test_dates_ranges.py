"""Dates that belong together, and the day that an anniversary is of."""

from datetime import date

import pytest

from kg.dates import anniversary_origin, ranges, tag

MARCH = date(2023, 3, 17)


@pytest.mark.parametrize(
    ("sentence", "expression", "edtf", "earliest", "latest"),
    [
        ("He will stay from March 20 to 22.", "March 20 to 22", "2023-03-20/2023-03-22",
         date(2023, 3, 20), date(2023, 3, 22)),
        ("He will stay from 20 to 22 March 2024.", "20 to 22 March 2024", "2024-03-20/2024-03-22",
         date(2024, 3, 20), date(2024, 3, 22)),
        ("He stayed 30 March-2 April 2019.", "30 March-2 April 2019", "2019-03-30/2019-04-02",
         date(2019, 3, 30), date(2019, 4, 2)),
        ("It rose between 2014 and 2016.", "between 2014 and 2016", "2014/2016",
         date(2014, 1, 1), date(2016, 12, 31)),
        ("They met from Monday through Wednesday.", "Monday through Wednesday", "2023-03-13/2023-03-15",
         date(2023, 3, 13), date(2023, 3, 15)),
        ("They will meet from Wednesday to Friday.", "Wednesday to Friday", "2023-03-22/2023-03-24",
         date(2023, 3, 22), date(2023, 3, 24)),
        ("It fell from January to March 2012.", "January to March 2012", "2012-01/2012-03",
         date(2012, 1, 1), date(2012, 3, 31)),
        ("It fell from the 1980s to 2003.", "the 1980s to 2003", "1980-01-01/2003",
         date(1980, 1, 1), date(2003, 12, 31)),
        ("He has lived there since June 2019.", "since June 2019", "2019-06/..", date(2019, 6, 1), None),
        ("It was closed until May 2021.", "until May 2021", "../2021-05", None, date(2021, 5, 31)),
    ],
)  # fmt: skip
def test_ranges(sentence: str, expression: str, edtf: str, earliest: date | None, latest: date | None) -> None:
    (found,) = ranges(sentence, tag(sentence, MARCH, "en"))
    assert (found.text, found.edtf, found.earliest, found.latest) == (expression, edtf, earliest, latest)
    assert sentence[found.start : found.end] == expression
    assert found.date is not None


@pytest.mark.parametrize(
    "sentence",
    ["It rose in 2014 and 2016.", "It rose from 2016 to 2014.", "He left on Monday. On Tuesday he came back.", "Now."],
)
def test_dates_that_form_no_range(sentence: str) -> None:
    assert ranges(sentence, tag(sentence, MARCH, "en")) == ()


@pytest.mark.parametrize(
    ("sentence", "expression", "origin"),
    [
        ("February 24 this year marks the first anniversary of the war.", "February 24 this year", "2022-02-24"),
        ("They met on May 9, the 78th anniversary of victory.", "May 9", "1945-05-09"),
        ("A one-year anniversary falls on Feb. 24.", "Feb. 24", "2022-02-24"),
        ("The hundredth anniversary was in July 2021.", "July 2021", "1921-07"),
        ("The tenth anniversary, in 2024, passed quietly.", "2024", "2014"),
        ("On 29 February 2024 they marked the first anniversary.", "29 February 2024", "2023-02-28"),
    ],
)
def test_the_day_that_an_anniversary_is_of(sentence: str, expression: str, origin: str) -> None:
    timex = next(t for t in tag(sentence, date(2023, 2, 1), "en") if t.text == expression)
    found = anniversary_origin(sentence, timex)
    assert found is not None
    assert (found.edtf, found.text) == (origin, expression)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Feb. 24, the anniversary of the war.",
        "They met on Feb. 24. The first anniversary was far off.",
        "The first anniversary was far off.\nThey met on Feb. 24.",
        "They met on Feb. 24 for the first time.",
        "The 3000th anniversary was on Feb. 24, 2023.",
    ],
)
def test_no_origin_without_a_count_in_the_same_sentence(text: str) -> None:
    timex = next(t for t in tag(text, date(2023, 2, 1), "en") if t.text.startswith("Feb. 24"))
    assert anniversary_origin(text, timex) is None


def test_no_origin_of_an_unresolved_date() -> None:
    text = "They met on Feb. 24, the first anniversary."
    (timex, *_) = tag(text, None, "en")
    assert anniversary_origin(text, timex) is None


def test_two_days_in_a_row_are_a_range() -> None:
    text = "They met on June 18 and 19, and on July 2 and 9."
    assert [(r.text, r.edtf) for r in ranges(text, tag(text, date(2023, 8, 1)))] == [
        ("June 18 and 19", "2023-06-18/2023-06-19")
    ]
