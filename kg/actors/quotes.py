"""Quotations: which characters of a text somebody is quoted for."""

import re

from kg.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")
_MARK = re.compile('[“”"„«»]')
_OPENS, _CLOSES = "“„«", "”»"


def quotations(text: str) -> tuple[Span, ...]:
    """The spans between quotation marks, in order, without the marks.

    A quotation ends with its line at the latest: a paragraph of a long one opens anew, as papers print it.
    """
    if _MARK.search(text) is None:
        return ()
    return tuple(span for line in _LINE.finditer(text) for span in _in_line(text, line.start(), line.end()))


def _in_line(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if mark[0] not in _CLOSES and not _inches(text, mark.start()):
                opened = mark.end()
        elif mark[0] in _OPENS and not text[mark.start() - 1].isspace():
            continue
        elif mark[0] in _OPENS:
            spans.append(Span(start=opened, end=mark.start()))
            opened = mark.end()
        else:
            spans.append(Span(start=opened, end=mark.start()))
            opened = None
    if opened is not None and opened < end:
        spans.append(Span(start=opened, end=end))
    return spans


def _inches(text: str, position: int) -> bool:
    return text[position] == '"' and text[max(0, position - 1) : position].isdigit()


def inside(spans: tuple[Span, ...], position: int) -> int | None:
    """The index of the span that holds a position, None where there is none."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(spans) and spans[low].start <= position else None
