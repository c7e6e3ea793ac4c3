"""Absolute dates of texts in other languages: found by their shape here, read by dateparser.

Only strings that look like a date reach dateparser, with the language fixed and its absolute parser alone:
on free text it takes most words for dates.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.dates.period import Period, month_of, year_of
from kg.dates.scene import Reading, placed
from kg.model import Timex

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_WORD = r"[^\W\d_]{3,12}\.?"
_OF = r"(?:(?:de|di|del|d['’])\s?)?"
_PATTERNS = re.compile(
    rf"""
      (?P<iso>(?<![\w-])\d{{4}}-\d\d-\d\d(?![\w-]))
    | (?P<numeric>(?<![\w./-])\d\d?[./]\d\d?[./]\d{{4}}(?![\w/]))
    | (?P<cjk>(?<!\d)\d{{4}}\s?[年년]\s?\d\d?\s?[月월](?:\s?\d\d?\s?[日일号])?)
    | (?P<cjk_year>(?<!\d)[12]\d{{3}}\s?[年년])
    | (?P<cjk_day>(?<![\d年년])\d\d?\s?[月월]\s?\d\d?\s?[日일号])
    | (?P<full>(?<![\w.,:])\d\d?(?:er|ère|[ºª°.])?\s{{1,2}}{_OF}{_WORD}\s{{1,2}}{_OF}\d{{4}}(?!\w))
    | (?P<month>(?<!\w){_WORD}\s{{1,2}}{_OF}\d{{4}}(?!\w))
    | (?P<day>(?<![\w.,:])\d\d?(?:er|ère|[ºª°.])?\s{{1,2}}{_OF}{_WORD})
    | (?P<year>(?<![\w.,:/-])(?:19|20)\d\d(?![\w%€$]|[.,:/-]\d))
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_SETTINGS = {"PARSERS": ["absolute-time"], "DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first"}
_LEAP = 2000
"""A year that has every day, to ask for a day without a year."""


class Found(NamedTuple):
    """A date in another language: where it stands and what it says."""

    start: int
    end: int
    reading: Reading


def tag(text: str, published: date | None, language: str) -> tuple[Timex, ...]:
    """The absolute dates of a text in `language` (ISO 639-1); days without a year are those nearest to `published`."""
    return tuple(_timex(text, found) for found in find(text, published, language))


def find(text: str, published: date | None, language: str) -> Iterator[Found]:
    """The dates of a text as readings, in order."""
    at = 0
    while match := _PATTERNS.search(text, at):
        reading = _read(match, published, language)
        at = match.end() if reading else match.start() + 1
        if reading:
            yield Found(*match.span(), reading)


def _read(match: re.Match[str], published: date | None, language: str) -> Reading | None:
    try:
        return _READERS[str(match.lastgroup)](match[0], published, language)
    except (ValueError, OverflowError):
        return None


def _digits(text: str, published: date | None, language: str) -> Reading:
    """Year first, or day first: no language but American English puts the month first."""
    numbers = [int(n) for n in _DIGITS.findall(text)]
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    return placed(Period("day", date(year, month, day)))


def _month_and_day(text: str, published: date | None, language: str) -> Reading:
    month, day = (int(n) for n in _DIGITS.findall(text))
    return _nearest(month, day, published)


def _cjk(text: str, published: date | None, language: str) -> Reading:
    year, month, *day = (int(n) for n in _DIGITS.findall(text))
    return placed(Period("day", date(year, month, day[0])) if day else month_of(year, month))


def _year(text: str, published: date | None, language: str) -> Reading:
    return placed(year_of(int(_DIGITS.findall(text)[0])))


def _full(text: str, published: date | None, language: str) -> Reading | None:
    found = parse(text, language)
    return placed(Period("day", found)) if found else None


def _month(text: str, published: date | None, language: str) -> Reading | None:
    found = parse(f"1 {text}", language)
    return placed(month_of(found.year, found.month)) if found else None


def _day(text: str, published: date | None, language: str) -> Reading | None:
    found = parse(f"{text} {_LEAP}", language)
    return _nearest(found.month, found.day, published) if found else None


_READERS: dict[str, Callable[[str, date | None, str], Reading | None]] = {
    "iso": _digits,
    "numeric": _digits,
    "cjk": _cjk,
    "cjk_year": _year,
    "cjk_day": _month_and_day,
    "full": _full,
    "month": _month,
    "day": _day,
    "year": _year,
}


def _nearest(month: int, day: int, published: date | None) -> Reading:
    if published is None:
        return Reading("DATE", f"XXXX-{date(_LEAP, month, day):%m-%d}")
    days = [d for year in (published.year, published.year - 1, published.year + 1) if (d := _date(year, month, day))]
    return placed(Period("day", min(days, key=lambda d: abs((d - published).days))))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def parse(text: str, language: str) -> date | None:
    """The day that a string of day, month and year names in a language, by dateparser; None if it names none."""
    found = _parser(language)
    data = found.get_date_data(text) if found else None
    return data.date_obj.date() if data and data.date_obj and data.period == "day" else None


@lru_cache(maxsize=64)
def _parser(language: str) -> "DateDataParser | None":
    """dateparser for one language; None for a language that it does not know."""
    from dateparser.date import DateDataParser  # only here: most texts are English, and it takes long to load

    try:
        return DateDataParser(languages=[language], settings=_SETTINGS)
    except ValueError:
        return None


def _timex(text: str, found: Found) -> Timex:
    reading = found.reading
    return Timex(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=reading.type,
        value=reading.value,
        edtf=reading.edtf,
        earliest=reading.earliest,
        latest=reading.latest,
        precision=reading.precision,
    )
