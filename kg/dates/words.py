"""Dates in words, with their uncertainty: "18–19 June 2023", "spring 2023", "about 30 December 2022", "until 2020"."""

from datetime import date

from kg.model import DateRange

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ORDINALS = ("first", "second", "third", "fourth")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def in_words(when: DateRange) -> str:
    """A date for people to read; the EDTF string itself where no day bounds it."""
    first, last, edtf = when.earliest, when.latest, when.edtf
    mark = _MARKS.get(edtf[-1], "")
    if first is None or last is None:
        return f"until {_day(last)}" if last else f"from {_day(first)}" if first else edtf
    season = _SEASONS.get(edtf[5:7]) if when.precision == "season" else None
    if season:
        return f"{mark}{season} {edtf[:4]}"
    if mark and "/" not in edtf:
        # The bounds of an approximate date reach beyond it.
        return mark + _point(edtf[:-1])
    return _between(when, first, last)


def _between(when: DateRange, first: date, last: date) -> str:
    quarter, half = _ORDINALS[(first.month - 1) // 3], _ORDINALS[(first.month - 1) // 6]
    match when.precision:
        case "month" | "year":
            return _point(when.edtf[:7])
        case "quarter":
            return f"{quarter} quarter of {first.year}"
        case "half":
            return f"{half} half of {first.year}"
        case "decade":
            return f"the {first.year}s"
        case "week":
            return f"week of {_span(first, last)}"
    return _span(first, last)


def _point(edtf: str) -> str:
    """A year, month or day of EDTF, without marks."""
    year, *rest = edtf.split("-")
    if not rest or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 12:
        return year.lstrip("0") or edtf
    month = f"{_MONTHS[int(rest[0]) - 1]} {int(year)}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 and rest[1].isdigit() else month


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
