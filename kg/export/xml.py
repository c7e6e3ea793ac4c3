"""Text that XML 1.0 can hold: what both XML formats do to labels and quotes."""

import re
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from kg.graph import FORBIDDEN_IN_XML

_SPECIAL = re.compile('[&<>"\t\n\r]|' + FORBIDDEN_IN_XML.pattern)
"""What an attribute's value cannot hold as it is."""
_SHORT = 40


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return FORBIDDEN_IN_XML.sub("", text)


def quoted(value: str | int | float | bool) -> str:
    """An attribute's value with its quotation marks; truth values as XML Schema writes them."""
    if isinstance(value, str):
        return _short(value) if len(value) < _SHORT else _quoted(value)
    return f'"{value}"' if not isinstance(value, bool) else '"true"' if value else '"false"'


def _quoted(text: str) -> str:
    return quoteattr(clean(text)) if _SPECIAL.search(text) else f'"{text}"'


_short = lru_cache(50_000)(_quoted)
"""Kept ready: names, days and values come again and again."""


def one_line(text: str) -> str:
    """A label: clean, and without line breaks or runs of blanks."""
    return " ".join(clean(text).split())
