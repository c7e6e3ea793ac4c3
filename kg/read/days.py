"""The day that a field or a page's metadata gives as its publication date."""

import re
from datetime import date, datetime
from functools import lru_cache

from dateparser.date import DateDataParser

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\d\d.*)?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_LONGEST = 80
_FEWEST_DIGITS = 5  # a day and a year; dateparser takes seconds to find that there is no date


@lru_cache(maxsize=4096)
def day(value: str) -> date | None:
    """The day that a string names, as written there (no change of time zone), or None.

    ISO 8601 dates and date-times, RFC 2822, and dates in words in any language that dateparser knows.
    A month or a year alone is no day; "01/02/2023" is not one either, since it means two.
    """
    value = value.strip()
    if match := _ISO.fullmatch(value):
        return _calendar(*map(int, match.groups()))
    if len(value) > _LONGEST or sum(map(str.isdigit, value)) < _FEWEST_DIGITS or _ambiguous(value):
        return None
    found = _parser().get_date_data(value).date_obj
    return found.date() if found else None


def _calendar(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _ambiguous(value: str) -> bool:
    if not (match := _NUMERIC.search(value)):
        return False
    first, second, year = int(match[1]), int(match[3]), match[4]
    return len(year) == 2 or (first != second and first <= 12 and second <= 12)


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    # A fixed base and no relative parser: nothing may depend on the day of the run.
    return DateDataParser(
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "STRICT_PARSING": True,
        }
    )
