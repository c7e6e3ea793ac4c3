"""Any text at all: no exception, offsets that fit, no overlaps, bounds in order, values as TIMEX3 writes them."""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates import anniversary_origin, dateline, from_edtf, ranges, tag
from kg.dates.tagger import english, machinery
from kg.model import Timex

checked = settings(derandomize=True, max_examples=150)

TIMEX3 = re.compile(
    r"(BC\d{4}|[\dX]{2,4}(-(\d\d|XX)(-(\d\d|XX))?|-W(\d\d|XX)(-WE|-[1-7])?|-[QH][\dX]|-(SP|SU|FA|WI))?)"
    r"(T(\d\d:\d\dZ?|MO|AF|EV|NI|DT))?"
    r"|P(T?[\dX.]+[A-Z]+|XX)(\d+M|\d+S)?|(PAST|PRESENT|FUTURE)_REF"
)

FRAGMENTS = st.sampled_from(
    [
        *(
            "March",
            "may",
            "May",
            "Sun",
            "Friday",
            "20",
            "31",
            "2023",
            "'90s",
            "1990s",
            "20th",
            "first",
            "second",
            "the",
        ),
        *("end", "of", "early", "mid", "late", "last", "next", "this", "week", "year", "years", "quarter", "ago", "a"),
        *("two", "hundred", "and", "half", "to", "-", ",", ".", "(", ")", "10:15", "p.m.", "GMT", "night", "morning"),
        *("earlier", "later", "before", "after", "yesterday", "now", "every", "daily", "since", "until", "by", "will"),
        *("said", "anniversary", "between", "fiscal", "BC", "Q3", "spring", "fall", "Easter", "century", "decade"),
        *(
            "2013-02-30",
            "2013-03-20",
            "03/04/13",
            "9999",
            "0000",
            "\n\n",
            "\n",
            "🙂",
            "é",
            "٢٠٢٣",
            "年",
            "’s",
            "%",
            "$",
        ),
        *("around", "about", "few", "couple", "weekend", "winter", "noon", "old", "that", "same", "day", "month", "in"),
    ]
)
texts = st.one_of(st.text(max_size=120), st.lists(FRAGMENTS, max_size=30).map(" ".join))
published = st.one_of(st.none(), st.dates())


def check(text: str, found: tuple[Timex, ...]) -> None:
    end = 0
    for timex in found:
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        end = timex.end
        assert TIMEX3.fullmatch(timex.value), timex.value
        assert (timex.edtf is None) == (timex.precision is None)
        if timex.edtf is None:
            continue
        days = from_edtf(timex.edtf)
        assert (days.earliest, days.latest) == (timex.earliest, timex.latest)
        assert timex.date is not None
        parse_edtf(timex.edtf)


@checked
@given(text=texts, day=published)
def test_english(text: str, day: date | None) -> None:
    found = tag(text, day, "en")
    check(text, found)
    for timex in found:
        anniversary_origin(text, timex)
    for whole in ranges(text, found):
        assert text[whole.start : whole.end] == whole.text


@checked
@given(text=texts, day=published, language=st.sampled_from([None, "fr", "de", "es", "ru", "zh", "ar", "xx", ""]))
def test_other_languages(text: str, day: date | None, language: str | None) -> None:
    check(text, tag(text, day, language))


@checked
@given(text=texts)
def test_datelines(text: str) -> None:
    assert dateline(text) is None or isinstance(dateline(text), date)


@checked
@given(text=texts)
def test_islands_lose_nothing(text: str) -> None:
    """The grammar finds the same in the stretches that are kept as in the whole text."""
    made = machinery()
    everything = made._replace(core=re.compile("."))
    assert english(text, date(2023, 2, 1), made) == english(text, date(2023, 2, 1), everything)


@pytest.mark.parametrize("day", [date.min, date(1, 12, 31), date(2, 1, 1), date(9998, 12, 31), date.max])
def test_the_ends_of_the_calendar(day: date) -> None:
    text = (
        "Last year, next year, last decade, next century, yesterday, tomorrow, next Friday, 3 years ago, next winter."
    )
    check(text, tag(text, day, "en"))


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "12 ", "1,", "1,111", "1.1.", "19:30", "\n ", " ", "Friday ", "two years ", "March 5, ", "'80s "),
        *(
            "a hundred and ",
            "twenty-",
            "٣",
            "漢字2022年",
            "–",
            "e",
            "2022-",
            "in the end of the year of the ",
            "I.B.M.",
        ),
    ],
)
def test_long_monotonous_texts(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    check(text, tag(text, date(2023, 2, 1), "en")[:50])


def test_a_megabyte_of_digits() -> None:
    assert tag("1" * 1_000_000, None) == ()
