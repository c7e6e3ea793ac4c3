"""Cut a text into tokens, one character of the grammar's alphabet each, with code-point offsets."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.dates.lexicon import KINDS, OTHER, Lexicon

_PATTERN = r"""
    (?=[\S\n])  # a blank is passed over before any of what follows is tried on it
    (?:
      (?P<plain>[A-Za-z]{2,}+(?!\w))  # nearly all tokens, so nothing else is tried on them
    | (?P<iso>(?<![\w-])\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    | (?P<slashed>(?<![\w/.])(?:\d\d?/\d\d?/(?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?|\d\d?\.\d\d?\.\d{4})(?![\w/]))
    | (?P<clock>\d\d?:\d\d(?::\d\d)?(?=[ap]\.?m\b|h?\b(?!:)))
    | (?P<grouped>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d++)?)
    | (?P<amount>\d{1,9}\.\d{1,9}(?!\d)|\d/\d(?!\d))
    | (?P<nth>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<decade>(?:\d{3}0(?:['’]?s)|['’‘]?\d0s)\b)
    | (?P<short_year>['’‘`]\d\d\b(?!['’]))
    | (?P<integer>\d++(?=\b|(?:[ap]\.?m|hrs?|h)\b))
    | (?P<meridiem>[AaPp]\.[Mm]\b\.?|[BA]\.[CD]\.?(?:E\.?)?)
    | (?P<abbreviated>(?:[A-Za-z]\.){2,8})
    | (?P<word>o['’]clock\b|\w++)
    | (?P<poss>['’]s\b)
    | (?P<paragraph>PARAGRAPH)
    | (?P<other>\S)
    )
"""
_SCAN = re.compile(_PATTERN.replace("PARAGRAPH", r"\n[^\S\n]*+\n\s*+"), re.VERBOSE)
_SCAN_LINES = re.compile(_PATTERN.replace("PARAGRAPH", r"\n\s*+"), re.VERBOSE)
_WRAPPED = 120
"""A text with a line longer than this is not broken into lines of one width: each line is a paragraph."""
_PUNCTUATION = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "(": "open", ")": "close", "/": "slash"}
_STOPS = frozenset(".;:!?")
_LONGEST = 9
"""Digits of the longest number that can mean anything here."""


class Tokens(NamedTuple):
    """The tokens of a text, in parallel: `symbols[i]` stands for `text[start[i]:end[i]]`.

    `values` has what a token's own digits mean, for tokens whose symbol does not say it.
    """

    text: str
    symbols: str
    start: list[int]
    end: list[int]
    values: dict[int, str]

    def word(self, index: int) -> str:
        """The token as written, in lower case; empty beyond the text."""
        return self.text[self.start[index] : self.end[index]].lower() if 0 <= index < len(self.start) else ""


def tokenize(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens of a text; words that are not in the lexicon become `OTHER`."""
    symbols: list[str] = []
    start: list[int] = []
    end: list[int] = []
    values: dict[int, str] = {}
    known = lexicon.symbols
    scan = _SCAN_LINES if any(len(line) > _WRAPPED for line in text.splitlines()) else _SCAN
    for match in scan.finditer(text):
        group = match.lastgroup
        if group in ("plain", "word"):
            symbol = known.get(match[0], OTHER)
        elif group == "other":
            symbol = _punctuation(match[0])
        else:
            symbol, value = _numeric(str(group), match[0], known)
            if value:
                values[len(symbols)] = value
        begin, stop = match.span()
        if symbol == "." and symbols and _closes(lexicon, symbols[-1], begin == end[-1]):
            end[-1] = stop
            continue
        symbols.append(symbol)
        start.append(begin)
        end.append(stop)
    return Tokens(text, "".join(symbols), start, end, values)


class Join(NamedTuple):
    """Tokens `first` to `last` (exclusive) that are one token, and what that stands for."""

    first: int
    last: int
    symbol: str
    value: str


def joined(tokens: Tokens, joins: Iterable[Join]) -> Tokens:
    """The tokens with the given runs (in order, apart from each other) made one token each."""
    parts: list[str] = []
    start: list[int] = []
    end: list[int] = []
    values: dict[int, str] = {}
    source = iter(sorted(tokens.values.items()))
    pending = next(source, None)
    at = 0
    for join in (*joins, None):
        stop = join.first if join else len(tokens.start)
        while pending and pending[0] < (join.last if join else stop):
            if pending[0] < stop:
                values[pending[0] - at + len(start)] = pending[1]
            pending = next(source, None)
        parts.append(tokens.symbols[at:stop])
        start += tokens.start[at:stop]
        end += tokens.end[at:stop]
        if join:
            values[len(start)] = join.value
            parts.append(join.symbol)
            start.append(tokens.start[join.first])
            end.append(tokens.end[join.last - 1])
            at = join.last
    return Tokens(tokens.text, "".join(parts), start, end, values)


def _closes(lexicon: Lexicon, symbol: str, touching: bool) -> bool:
    """Whether a full stop belongs to the abbreviation before it."""
    return touching and symbol in lexicon.classes["abbreviation"]


def _punctuation(mark: str) -> str:
    if mark in _STOPS:
        return KINDS["stop"]
    return KINDS[_PUNCTUATION[mark]] if mark in _PUNCTUATION else OTHER


def _numeric(group: str, text: str, known: dict[str, str]) -> tuple[str, str]:
    if group == "integer":
        return _integer(text)
    if group == "meridiem":
        return known.get(text, known.get(text.lower(), OTHER)), ""
    if group == "abbreviated":
        return known.get(text.lower(), OTHER), ""
    if group == "grouped":
        return KINDS["amount"], text.replace(",", "")
    if group == "nth":
        return KINDS["nth"], text[:-2]
    return KINDS[group], text


def _integer(text: str) -> tuple[str, str]:
    if len(text) > _LONGEST or not text.isascii():
        return OTHER, ""
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return KINDS["day"], text
    if len(text) == 4 and 1000 <= int(text) <= 2199:
        return KINDS["year"], text
    return KINDS["integer"], text
