"""A parsed sentence that still knows where each of its tokens stands in the document."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from kg.model import Phrase, Span
from kg.parse.split import Segment
from kg.parse.tree import Doc, Token
from kg.parse.tree import Span as TokenSpan

_UNSEEN = r"\u200b\u200c\u200d\u2060\ufeff\xad"
"""Characters without width."""
_WHITE = re.compile(rf"[\s{_UNSEEN}]+")
_UNTIDY = re.compile(rf"[^\S ]|  |[{_UNSEEN}]")
"""What most sentences have none of: white space other than single blanks."""


def tidy(text: str, start: int) -> tuple[str, Sequence[int]]:
    """The text with each run of white space as one blank, and the document offset of each character left.

    The offsets have one more item than the text: the end of its last character. Runs of blanks and
    no-break spaces would otherwise become tokens, and entities, of their own.
    """
    if not _UNTIDY.search(text):
        return text, range(start, start + len(text) + 1)
    kept: list[str] = []
    offsets: list[int] = []
    position = 0
    for gap in _WHITE.finditer(text):
        kept.append(text[position : gap.start()])
        offsets.extend(range(start + position, start + gap.start()))
        if any(char.isspace() for char in gap[0]):
            kept.append(" ")
            offsets.append(start + gap.start())
        position = gap.end()
    kept.append(text[position:])
    offsets.extend(range(start + position, start + len(text)))
    offsets.append(start + len(text))
    return "".join(kept), offsets


class Sentence(Struct, frozen=True, eq=False):
    """One sentence: its segment, its tidied text with the document offset of each character, and its parse.

    `text` and `doc` are empty where nothing had to be read.
    """

    index: int
    segment: Segment
    text: str
    doc: Doc
    offsets: Sequence[int]

    def phrase(self, tokens: TokenSpan | Token) -> Phrase:
        """Where tokens stand in the document, with their words as the parser saw them."""
        start = tokens.idx if isinstance(tokens, Token) else tokens.start_char
        return self.chars(start, start + len(tokens.text))

    def chars(self, start: int, end: int) -> Phrase:
        """The phrase of the characters `start` to `end` of the parsed text."""
        last = self.offsets[end - 1] + 1 if end > start else self.offsets[start]
        return Phrase(start=self.offsets[start], end=last, text=self.text[start:end])

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that lie in or overlap a span of the document, None where there are none."""
        first, last = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end, hi=len(self.text))
        words = self.text[first:last]
        first, last = first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
        return self.doc.char_span(first, last) if first < last else None
