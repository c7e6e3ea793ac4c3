"""The day on which an article was published, from the lines at its head and foot that say so."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.dates import foreign
from kg.dates.languages import detect
from kg.dates.tagger import tag
from kg.model import Timex
from kg.resources import ontology
from kg.tables import meanings

_HEAD, _FOOT = 10, 5
_LONGEST = 400
"""Characters of a line that are read; a place line stands at the start of a paragraph."""
_OTHER_WORDS = 6
"""How many words may stand beside the date in a line that is there for the date."""
_SHORT = 16
"""A line of more words is prose."""
_LANGUAGES = ("fr", "de", "es", "it", "pt", "ru")

_PUBLISHED, _PLACE, _BARE, _UPDATED = range(4)
"""What vouches for a date, best first."""
_RANKS = {"published": _PUBLISHED, "updated": _UPDATED}
_MEANINGS = (*_RANKS, "running", "other")

_AGENCY_FIRST = re.compile(r"\W*[^\W\d_][^()\d\n]{0,60}\([A-Z][\w ./&-]{1,30}\)")
_AFTER_PLACE = re.compile(r"\s*\)?\s*(?:\([^\W\da-z_][^()\n]{1,30}\)|(?:[A-Z]{2,} )?[-–—:/])")
_BRACKETED = re.compile(r"\([^()]{1,40}\)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}((?:19|20)\d\d)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)")
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)(?!\d)")


class Candidate(NamedTuple):
    """A day that a line gives: what vouches for it (0 is best), and the line's place among those read."""

    rank: int
    order: int
    day: date


def dateline(text: str) -> date | None:
    """The publication date that the head or foot of a plain text gives, or None.

    Looks at the first ten and last five non-empty lines: labelled dates ("Published ..." before "Updated ..."),
    lines that hold little but a date, and place lines ("LONDON, Feb 1 (Agency) - ...", whose year may come from
    another of these lines). Dates in running prose do not count.
    """
    lines = [line.strip()[:_LONGEST] for line in text.splitlines() if line.strip()]
    lines = lines[:_HEAD] + lines[max(_HEAD, len(lines) - _FOOT) :]
    year = _year_elsewhere(lines)
    found = [candidate for order, line in enumerate(lines) for candidate in _candidates(line, order, year)]
    return min(found).day if found else None


def _year_elsewhere(lines: list[str]) -> int | None:
    """The one year that the short lines name, a copyright line before others."""
    short = [line for line in lines if _is_short(line)]
    for pattern in (_COPYRIGHT, _YEAR):
        years = {match[match.lastindex or 0] for line in short for match in pattern.finditer(line)}
        if years:
            return int(years.pop()) if len(years) == 1 else None
    return None


def _candidates(line: str, order: int, year: int | None) -> Iterator[Candidate]:
    at = 0
    for timex in _dates(line):
        rank = _rank(line, line[at : timex.start], timex)
        whole = _DAY.match(timex.value) if not _is_ambiguous(timex.text) else None
        day = _day(timex.value, year) if whole or rank == _PLACE else None
        if day and rank is not None:
            yield Candidate(rank, order, day)
        at = timex.end


def _is_ambiguous(text: str) -> bool:
    """Whether a date is all figures and either of the first two may be the day ("05/07/2023")."""
    match = _FIGURES.match(text)
    return match is not None and match[1] != match[2] and max(int(match[1]), int(match[2])) <= 12


def _dates(line: str) -> tuple[Timex, ...]:
    """Dates in English, else in the language the line seems to be in, else in one of the commoner ones."""
    if not any(character.isdigit() for character in line):
        return ()
    found = tag(line, None, "en")
    for language in (detect(line), *_LANGUAGES):
        if any(_DAY.match(timex.value) for timex in found):
            break
        other = foreign.tag(line, None, language) if language != "en" else ()
        found = other or found
    return found


def _day(value: str, year: int | None) -> date | None:
    try:
        if match := _DAY.match(value):
            return date(int(match[1]), int(match[2]), int(match[3]))
        match = _NO_YEAR.match(value)
        return date(year, int(match[1]), int(match[2])) if match and year else None
    except ValueError:
        return None


def _rank(line: str, before: str, timex: Timex) -> int | None:
    """What vouches for a date: its label, a place before it, or that the line holds little else; None for prose."""
    words = [word.lower() for word in _WORDS.findall(before)]
    labels = [_labels()[word] for word in reversed(words[-4:]) if _labels().get(word, "running") != "running"]
    if labels:
        return _RANKS.get(labels[0]) if _is_short(line) else None
    if _is_place(line[: timex.start]) and _AFTER_PLACE.match(line, timex.end):
        return _PLACE
    ends = not line[timex.end :].strip(" .") and before.rstrip().endswith((",", "-", "–", "—", "."))
    if ends and _AGENCY_FIRST.match(line):
        return _PLACE
    return _BARE if _is_bare(line, words, timex) else None


def _is_place(before: str) -> bool:
    """Whether only names stand before a date: "SEOUL, South Korea, ", "SEOUL (state news agency) "."""
    words = _WORDS.findall(_BRACKETED.sub("", before))
    return 0 < len(words) <= _OTHER_WORDS and all(word[0].isupper() or word in ("of", "and", "de") for word in words)


def _is_bare(line: str, before: list[str], timex: Timex) -> bool:
    others = len(_WORDS.findall(line)) - len(_WORDS.findall(timex.text))
    running = bool(before) and _labels().get(before[-1]) == "running"
    return others <= _OTHER_WORDS and not running and not (others > 1 and line.endswith("."))


def _is_short(line: str) -> bool:
    return len(_WORDS.findall(line)) <= _SHORT


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """Words before a date and what they say of it, from ontology/dates/datelines.csv.

    Raises:
        OntologyError: the table is missing or a row is wrong.
    """
    return meanings(ontology("dates", "datelines.csv"), ("word", "meaning"), _MEANINGS)
