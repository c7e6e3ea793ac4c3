"""Text broken at a width, as in mails and old archives: its lines end where a word did not fit, not a sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]*")
_END = re.compile(r"\r\n|\r|\n")
_WIDTHS = range(40, 101)
"""Characters of the longest line: narrower are columns and lists, wider are paragraphs."""
_ITEM = re.compile(r"\s*(?:[-*•>#=|]|\d+[.)]\s|\t)")
_STOPPED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_FEW = 3
_MOST = 0.8
"""Share of the line ends within sentences at which the next word would not have fitted."""


def unwrapped(text: str) -> str:
    """The text with spaces for line ends that only its width asks for; no offset moves.

    A line ends so where the first word of the next one would have made it longer than the longest line. A headline
    counts with none, and a text in which many lines end earlier (verses, a list) stays as it is.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start() or m.end() == len(text)]
    first = next((n for n, (start, end) in enumerate(lines) if text[start:end].strip()), 0)
    body = [text[start:end].rstrip() for start, end in lines[first + 1 :]]
    width = max((len(line) for line in body if " " in line.strip()), default=0)
    if width not in _WIDTHS:
        return text
    within = list(_ends_within(text, lines))
    soft = [(start, end) for start, end, length, needed, _ in within if length <= width < needed]
    inside = sum(length <= width and (needed > width or not stopped) for _, _, length, needed, stopped in within)
    if len(soft) < _FEW or len(soft) < _MOST * inside:
        return text
    pieces, done = list[str](), 0
    for start, end in soft:
        pieces += text[done:start], " " * (end - start)
        done = end
    return "".join((*pieces, text[done:]))


def _ends_within(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Each line end between two lines of a paragraph: where it is, how long the line is, and would be with the next
    word, and whether a sentence may end there."""
    for (start, end), (after, last) in pairwise(lines):
        line, following = text[start:end].rstrip(), text[after:last]
        if line.strip() and following.strip() and _END.fullmatch(text, end, after) and not _ITEM.match(following):
            needed = len(line) + 1 + len(following.split(maxsplit=1)[0])
            yield end, after, len(line), needed, bool(_STOPPED.search(line))
