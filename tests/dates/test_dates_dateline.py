"""The publication date in the head or foot of a plain text."""

from datetime import date

import pytest

from kg.dates import dateline

BODY = "\n".join(["The ministers met and talked at length about trade, borders and the weather in the capital."] * 20)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated December 30th, 2022 at 16:16 IST", date(2022, 12, 30)),
        ("Published December 30th, 2022 at 16:16 IST", date(2022, 12, 30)),
        ("- International - February 1, 2023", date(2023, 2, 1)),
        ("2023-02-01", date(2023, 2, 1)),
        ("1 February 2023, 10:15", date(2023, 2, 1)),
        ("Wed 1 Feb 2023 10.15 GMT", date(2023, 2, 1)),
        ("Wednesday, 1st of February, 2023", date(2023, 2, 1)),
        ("By Jane Doe | February 1, 2023 10:15 am EST", date(2023, 2, 1)),
        ("Last Updated : 01 Feb 2023 04:15 PM IST", date(2023, 2, 1)),
        ("Posted on February 1, 2023 by the editors", date(2023, 2, 1)),
        ("MOSCOW, Feb. 1, 2023 (Agency) -- The ministers met and talked at length about trade.", date(2023, 2, 1)),
        ("TUNIS, TUNISIA (MARCH 4, 2012) TELAM - The ministers met and talked at length.", date(2012, 3, 4)),
        ("SEOUL, South Korea, Feb 1 2023 — The ministers met and talked at length about trade.", date(2023, 2, 1)),
        ("LONDON (Agency) - The ministers met, Feb 1 2023", date(2023, 2, 1)),
        ("BISHKEK (News agency) 1 Feb 2023 - The ministers met and talked at length about trade.", date(2023, 2, 1)),
        ("Le 1er février 2023", date(2023, 2, 1)),
        ("Publié le 1er février 2023 à 10h15", date(2023, 2, 1)),
        ("1. Februar 2023", date(2023, 2, 1)),
        ("Stand: 01.02.2023", date(2023, 2, 1)),
        ("1 de febrero de 2023", date(2023, 2, 1)),
        ("1 февраля 2023", date(2023, 2, 1)),
        ("2023年2月1日", date(2023, 2, 1)),
        ("١ فبراير ٢٠٢٣", date(2023, 2, 1)),
    ],
)
@pytest.mark.parametrize("place", ["head", "after the title", "foot"])
def test_lines_that_give_the_date(line: str, expected: date, place: str) -> None:
    lines = {"head": [line, "", BODY], "after the title": ["Ministers meet", line, BODY], "foot": [BODY, "", line]}
    assert dateline("\n".join(lines[place])) == expected


@pytest.mark.parametrize(
    "line",
    [
        "On 24 February 2022 the war began.",
        "Ministers to meet on March 20, 2023",
        "The report was published on 1 March 2020 by a ministry that nobody had asked for it, as they later said.",
        "They met in March 2023.",
        "Retrieved 3 March 2021",
        "MOSCOW, March 20 (Agency) -- The ministers met and talked.",
        "31 February 2020",
        "Call 555-1234 now",
        "",
    ],
)
def test_prose_and_other_dates_do_not_count(line: str) -> None:
    assert dateline(f"{line}\n{BODY}") is None


def test_published_goes_before_updated_and_bare_dates() -> None:
    text = "Updated: 31 December 2022\n3 January 2023\nPublished: 30 December 2022\n"
    assert dateline(text + BODY) == date(2022, 12, 30)
    assert dateline("Updated: 31 December 2022\n3 January 2023\n" + BODY) == date(2023, 1, 3)


def test_two_labels_on_one_line() -> None:
    line = "Published December 30th, 2022 at 10:00 | Updated December 31st, 2022 at 16:16\n"
    assert dateline(line + BODY) == date(2022, 12, 30)


def test_the_year_of_a_place_line_may_stand_elsewhere() -> None:
    place = "MOSCOW, March 20 (Agency) -- The ministers met and talked.\n"
    assert dateline(f"Copyright 2023 Agency\n{place}{BODY}") == date(2023, 3, 20)
    assert dateline(f"{place}{BODY}\n© 2023 Agency") == date(2023, 3, 20)
    assert dateline(f"Budget 2021\nPlan 2022\n{place}{BODY}") is None


def test_dates_in_the_middle_of_a_text_do_not_count() -> None:
    assert dateline(f"{BODY}\n1 February 2023\n{BODY}") is None


@pytest.mark.parametrize(
    "text", ["", "\n" * 50, "1" * 100_000, "A " * 50_000, "A" * 5000 + " 1 March 2020", "(" * 5000]
)
def test_odd_texts_have_none(text: str) -> None:
    assert dateline(text) is None


def test_figures_of_which_either_may_be_the_day_are_no_date_line() -> None:
    assert dateline("Published 05/07/2023\n\nThe ministers met on Monday in the old town hall.") is None
    assert dateline("Published 25/07/2023\n\nThe ministers met on Monday in the old town hall.") == date(2023, 7, 25)
    assert dateline("Published 07/07/2023\n\nThe ministers met on Monday in the old town hall.") == date(2023, 7, 7)
