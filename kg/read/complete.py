"""Completes a draft: characters that no file can hold, the day of the date line, the agency as outlet."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from kg.dates import dateline
from kg.model import Problem
from kg.read.draft import Draft

# What XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets) and UTF-8 cannot encode.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = 2000
_LONGEST_DATELINE = 60
_DIGIT = re.compile(r"\d")
_AGENCY = re.compile(
    r"""^[ \t]*
        (?: [A-Z][A-Z.'’/\- ]{2,40} (?:,[^()\n]{0,40}?)?  # MOSCOW; SEOUL, South Korea; BEIJING, March 20
        |   [A-Z][\w.'’\- ]{2,40}, [^()\n]{0,20}?\d[^()\n]{0,20}? )  # Moscow, March 20
        \s*
        (?: \( (?P<bracket>[A-Z][\w&.\- ]{1,30}) \) \s* [-–—:]
        |   (?<=\s)/ (?P<slash>[A-Z][\w&.\- ]{1,30}) / )""",
    re.M | re.X,
)


def complete(draft: Draft, published: date | None) -> Iterator[Draft | Problem]:
    """The draft with all that its text tells; `published` is for a document without a day of its own."""
    clean = _cleaned(draft)
    if clean != draft:
        yield draft.problem("notice", "control characters, which no output can hold, are replaced by �")
    day = clean.published or dateline(clean.text) or published
    if day is None:
        missing = "no publication date found, so relative dates stay open; add a date line or use --published"
        yield draft.problem("warning", missing)
    yield msgspec.structs.replace(clean, published=day, outlet=clean.outlet or agency(clean.text))


def is_dateline(line: str) -> bool:
    """Whether a line is there for its date or place only: "Updated 3 May 2023, 10:15 GMT"."""
    return len(line) <= _LONGEST_DATELINE and bool(_DIGIT.search(line)) and dateline(line) is not None


def agency(text: str) -> str | None:
    """The news agency that a date line in the first lines names: "MOSCOW, March 20 (Xinhua) —"."""
    match = _AGENCY.search(text[:_HEAD])
    return (match["bracket"] or match["slash"]).strip() if match else None


def _cleaned(draft: Draft) -> Draft:
    """The draft without forbidden characters; no offset moves."""
    strings = {name: getattr(draft, name) for name in ("id", "text", "title", "url", "outlet")}
    clean = {name: _FORBIDDEN.sub("\ufffd", value) for name, value in strings.items() if value}
    return msgspec.structs.replace(draft, **clean)
