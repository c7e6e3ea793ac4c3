"""The tables of ontology/dates that a user may edit: every row means something, and a wrong one is named."""

import re
from datetime import date

import pytest
from dateutil.easter import easter as reference

from kg.dates.durations import length
from kg.dates.holidays import easter, on
from kg.dates.islands import CORE
from kg.dates.lexicon import KINDS, OTHER, UNIONS
from kg.dates.period import SEASONS
from kg.dates.phrases import holidays
from kg.dates.references import table
from kg.dates.tagger import machinery
from kg.dates.tense import cues
from kg.resources import ontology
from kg.tables import rows

WORDS = list(rows(ontology("dates", "words.csv"), ("word", "class", "value", "case")))
VALUES = {
    "month": r"[1-9]|1[0-2]",
    "lower_month": r"[1-9]|1[0-2]",
    "weekday": r"[1-7]",
    "weekday_short": r"[1-7]",
    "weekdays": r"[1-7]",
    "season": "|".join(SEASONS),
    "daypart": r"MO|AF|EV|NI|DT",
    "dayparts": r"MO|AF|EV|NI",
    "hour_name": r"\d\d:\d\d",
    "deictic": r"-?\d",
    "stage": r"early|mid|late",
    "stage_of": r"early|begin|mid|late|end",
    "number": r"\d+",
    "scale": r"\d+",
    "ordinal": r"\d+",
    "decade_name": r"\d0",
    "repeated": r"PT?1[HDWMY]",
    "meridiem": r"am|pm",
    "quarter_code": r"[1-4]",
    "latter": r"2",
    "span": r"week|weekend",
}


def test_every_word_has_a_value_of_its_class() -> None:
    for line, cells in WORDS:
        assert re.fullmatch(VALUES.get(cells["class"], r"[a-z]*"), cells["value"]), line
        assert cells["word"] == cells["word"].lower(), line
        if cells["class"] in ("unit", "units"):
            assert length("2", cells["value"]).startswith("P"), line


def test_no_row_stands_twice() -> None:
    keys = [tuple(row.cells.values()) for row in WORDS]
    assert len(keys) == len(set(keys))


def test_every_word_has_a_character_of_its_own_and_every_class_a_member() -> None:
    lexicon = machinery().lexicon
    kinds = set("".join(KINDS.values())) | {OTHER}
    assert not kinds & set(lexicon.symbols.values())
    assert all(lexicon.classes[name] for name in (*UNIONS, *CORE))
    assert lexicon.symbols["May"] != lexicon.symbols["may"]
    assert lexicon.symbols["june"] == lexicon.symbols["June"] == lexicon.symbols["JUNE"]


@pytest.mark.parametrize("name", sorted(holidays()))
def test_every_holiday_has_a_day_each_year(name: str) -> None:
    rule = holidays()[name]
    for year in (1, 1900, 2000, 2023, 2024, 9998):
        assert abs(on(rule, year).year - year) <= 1


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("12-25", date(2022, 12, 25)),
        ("4 4 11", date(2022, 11, 24)),
        ("-1 1 05", date(2022, 5, 30)),
        ("1 1 09", date(2022, 9, 5)),
        ("after 1 11 tuesday", date(2022, 11, 8)),
        ("easter -2", date(2022, 4, 15)),
    ],
)
def test_holiday_rules(rule: str, expected: date) -> None:
    assert on(rule, 2022) == expected


def test_easter_is_that_of_dateutil() -> None:
    assert all(easter(year) == reference(year) for year in range(1583, 4100))


def test_references_point_at_present_past_or_future() -> None:
    assert set(table().values()) == {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def test_tense_words_are_lower_case() -> None:
    assert cues()["will"] == "future"
    assert all(word == word.lower() for word in cues())
