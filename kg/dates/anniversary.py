"""The day that an anniversary is of: "24 February marks the first anniversary" names a day a year earlier, too."""

import re
from functools import lru_cache

import msgspec

from kg.dates import edtf
from kg.dates.period import Period, Unit, period, years_later
from kg.dates.tagger import machinery
from kg.model import DateRange, Precision, Span, Timex

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")
_FURTHEST = 300
"""Characters on either side of a date in which its anniversary is looked for."""
_UNITS: dict[Precision, Unit] = {"day": "day", "month": "month", "year": "year"}


def anniversary_origin(text: str, timex: Timex) -> DateRange | None:
    """The date so many years before a date that its sentence calls an anniversary.

    Args:
        text: the text that was tagged.
        timex: one of the expressions that `tag` found in it.

    Returns:
        The day, month or year of the original event, or None where the sentence does not count the anniversary
        ("the first anniversary", "its 10th anniversary", "one-year anniversary") or the date is not resolved.
    """
    unit = _UNITS.get(timex.precision or "week")
    years = _counted(_sentence(text, timex))
    if unit is None or timex.earliest is None or years is None or years >= timex.earliest.year:
        return None
    there = Period(unit, years_later(period(unit, timex.earliest).first, -years))
    return msgspec.structs.replace(
        edtf.from_edtf(edtf.of_period(there), timex.text), span=Span(start=timex.start, end=timex.end)
    )


def _sentence(text: str, timex: Timex) -> str:
    before = text[max(0, timex.start - _FURTHEST) : timex.start]
    after = text[timex.end : timex.end + _FURTHEST]
    starts = [match.end() for match in _SENTENCE_END.finditer(before)]
    end = _SENTENCE_END.search(after)
    return f"{before[starts[-1] if starts else 0 :]} {after[: end.start() if end else None]}"


def _counted(sentence: str) -> int | None:
    match = _pattern().search(sentence.lower())
    if match is None:
        return None
    word = match["rank"] or match["count"]
    return _numbers().get(word) or int(re.sub(r"\D", "", word) or 0) or None


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """Ordinals and numbers by their word."""
    values, symbols = machinery().lexicon.values, machinery().lexicon.symbols
    found = (
        (word, values.get(("ordinal", symbol)) or values.get(("number", symbol))) for word, symbol in symbols.items()
    )
    return {word: int(value) for word, value in found if value and word.islower()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_numbers()))
    return re.compile(
        rf"\b(?P<rank>{words}|\d{{1,3}}(?:st|nd|rd|th))\s+anniversary|\b(?P<count>{words}|\d{{1,3}})[\s-]year\s+anniversary"
    )
