"""Cut a text into sentences by its own layout: paragraphs first, then full stops that end a sentence.

The parser is not asked: it splits at abbreviations and joins headlines to the body, and it would have to
read every sentence where only those with actors matter.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.model import Span
from kg.resources import ontology
from kg.tables import words

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[–—-]*\s?[^\sa-z])|[。！？]+[”’」』）]*")
_LAST_WORD = re.compile(r"\S+$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+")
_STOPS = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$")
_NEXT_WORD = re.compile(r"\s+([\"'“‘«(\[]*)(\w+)")
_OPENERS = "\"'“‘«(["
_ON_THE_PLATFORM = re.compile(r"\b(?:on|to|via|platform) X\.$")
"""The network once called Twitter: its one-letter name ends sentences, an initial does not."""
_HEADLINE_WORDS = 25
_DATELINE_LENGTH = 120
_CITY = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_MONTH = r"(?:(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))[A-Za-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_CITY})(?:, {_CITY})??(?P<date>,? {_DAY}(?:,? \d{{4}})?| \({_DAY}(?:,? \d{{4}})?\))?"
    rf"(?P<agency>,? \([A-Z][\w/ .-]{{1,30}}\)|, {_CITY}(?= ?(?:—|–|-))|(?<=\)) [A-Z]{{2,}}(?= ?-))?"
    r" ?(?P<mark>—|–|--|-|:|\|) "
)


class Segment(Span, frozen=True):
    """A sentence's span; `headline` where a line of its own has no full stop."""

    headline: bool = False

    @property
    def span(self) -> Span:
        """The span without the rest."""
        return Span(start=self.start, end=self.end)


@cache
def _abbreviations() -> frozenset[str]:
    return words(ontology("lexicon", "abbreviations.txt"))


def split(text: str) -> tuple[Segment, ...]:
    """The sentences of a text in order, without the white space around them."""
    return tuple(segment for line in _PARAGRAPH.finditer(text) for segment in _sentences(text, *line.span()))


def _sentences(text: str, start: int, end: int) -> Iterator[Segment]:
    start = _after_dateline(text, start, end)
    headline = _is_headline(text[start:end])
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, begin, match):
            yield from _trimmed(text, begin, match.end(), headline)
            begin = match.end()
    yield from _trimmed(text, begin, end, headline)


def _after_dateline(text: str, start: int, end: int) -> int:
    """Where a paragraph's own words begin: the parser takes "OSLO, May 3 (AP) —" for part of the subject."""
    match = _DATELINE.match(text, start, min(end, start + _DATELINE_LENGTH))
    if match is None:
        return start
    certain = match["date"] or match["agency"] or (match["place"].isupper() and match["mark"] != ":")
    # "ADDIS ABABA: The union said …": two words of a paragraph are no acronym, and no headline's topic.
    told = match["place"].isupper() and " " in match["place"] and not _is_headline(text[start:end])
    return match.end() if certain or told else start


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match[0] != ".":
        return True
    word = _LAST_WORD.search(text[max(begin, match.end() - 40) : match.end()])
    last = word[0].lstrip(_OPENERS) if word else ""
    if last in _abbreviations():
        return False
    # "Then-U.S. President": what a hyphen puts before an abbreviation does not change it.
    if not _DOTTED.fullmatch(last.rpartition("-")[2]):
        return True
    if last == "X." and _ON_THE_PLATFORM.search(text, max(0, match.end() - 12), match.end()):
        return True
    # "J. Edgar" never ends a sentence; "the U.S. The" does where an opener or a function word follows.
    following = _NEXT_WORD.match(text, match.end())
    return len(last) > 2 and following is not None and (bool(following[1]) or following[2] in _STARTERS)


_STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "I",
        "This",
        "That",
        "These",
        "Those",
        "But",
        "And",
        "However",
        "Meanwhile",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "As",
        "For",
        "With",
        "There",
        "His",
        "Her",
        "Their",
        "Its",
        "Although",
        "Since",
    ]
)


def _trimmed(text: str, start: int, end: int, headline: bool) -> Iterator[Segment]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        yield Segment(start=start, end=start + len(stripped), headline=headline)


def _is_headline(line: str) -> bool:
    return not _STOPS.search(line.rstrip()) and len(line.split()) <= _HEADLINE_WORDS
