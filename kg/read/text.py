"""Plain text and Markdown: the text whole, its headline where the first lines show one."""

import re
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice

import msgspec

from kg.model import Problem
from kg.read.complete import is_dateline
from kg.read.decoding import decoded
from kg.read.draft import Draft, Source
from kg.wrapped import unwrapped

_LONGEST_TITLE = 150
_HEAD = 5
_BYLINE = re.compile(
    r"(?:(?:reported|written|posted|published|edited|story)\s+)?by\b|(?:image|photo|source|author)s?\s*:",
    re.I,
)
_LINE = re.compile(r"\S[^\n]*")
_LETTER = re.compile(r"[^\W\d_]")


def read(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """One document from one file; none where there is no text in it."""
    text, problems = decoded(stream, source)
    yield from problems
    if text.strip():
        yield msgspec.structs.replace(source.draft(), text=text, title=title(unwrapped(text)))


def title(text: str) -> str | None:
    """The headline: the first short line that is no date line, byline or sentence, if other lines follow."""
    head = [match[0].strip() for match in islice(_LINE.finditer(text), _HEAD + 1)]
    for line in head[:-1]:
        if _LETTER.search(line) and not is_dateline(line) and not _BYLINE.match(line):
            line = line.lstrip("# ")
            return line if len(line) <= _LONGEST_TITLE and line[-1] not in ".,;:" else None
    return None
