"""A time line as SVG: a row for each type of event, a bar for each event, pale where its day is uncertain."""

from collections.abc import Iterator, Sequence
from html import escape

import msgspec

from kg.axis import Axis, axis, certain
from kg.dates.words import in_words
from kg.export.xml import one_line
from kg.graph import event_label
from kg.model import REAL, Event

WIDTH, LEFT, ROW, TOP = 960, 110, 24, 30
"""Of the picture: width, room for the names of rows, height of a row, room for the axis; in pixels."""
_LEAST = 4.0
"""Pixels of the shortest bar."""
_MARKS = 10


def chart(events: Sequence[Event]) -> str:
    """The dated events; nothing where none is dated."""
    dated = [event for event in events if event.date]
    span = axis(dated)
    if span is None:
        return ""
    rows = sorted({event.type for event in dated}, key=lambda t: (-sum(e.type == t for e in dated), t))
    height = TOP + ROW * len(rows) + 4
    lines = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="The events along an axis of time">',
        *_frame(span, rows, height),
        *(_bar(event, span, TOP + ROW * rows.index(event.type)) for event in dated),
        "</svg>",
    ]
    return "\n".join(lines)


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - 6)


def _frame(span: Axis, rows: Sequence[str], height: int) -> Iterator[str]:
    for number, name in enumerate(rows):
        y = TOP + ROW * number
        if number % 2 == 0:
            yield f'<rect class="band" x="0" y="{y}" width="{WIDTH}" height="{ROW}"/>'
        yield f'<text x="8" y="{y + ROW / 2 + 4:.0f}">{escape(name)}</text>'
    for day, text in span.marks(_MARKS):
        x = _x(span.share(day))
        yield f'<line x1="{x:.1f}" y1="{TOP - 6}" x2="{x:.1f}" y2="{height}"/>'
        yield f'<text class="tick" x="{min(x, WIDTH - 8 * len(text)):.1f}" y="{TOP - 12}">{text}</text>'


def _bar(event: Event, span: Axis, top: int) -> str:
    assert event.date
    start, end = (_x(share) for share in span.bar(event.date))
    width = max(_LEAST, end - start)
    kind = "real" if event.status in REAL else event.status
    sure = "" if certain(event.date) else " unsure"
    box = f'x="{min(start, WIDTH - 6 - width):.1f}" y="{top + 5}" width="{width:.1f}" height="{ROW - 10}"'
    said = event_label(msgspec.structs.replace(event, date=None))
    title = escape(one_line(f"{said}, {in_words(event.date)}: {event.status}"))
    return f'<rect class="{kind}{sure}" {box} rx="2"><title>{title}</title></rect>'
