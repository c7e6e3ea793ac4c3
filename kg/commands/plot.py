"""`kg timeline --plot`: events as bars along an axis of time, for the terminal."""

from collections.abc import Iterator, Sequence

import click
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from kg.axis import Axis, axis, certain
from kg.cells import days, kind, labels, where
from kg.commands.terminal import STYLES, console, print_table
from kg.model import Event

_BARS: dict[str, str] = {"planned": "╌", "proposed": "╌", "cancelled": "×", "denied": "×", "unknown": "?"}
_SURE, _UNSURE = "█", "░"
_NARROWEST = 20
"""Columns of an axis on which bars can still be told apart."""
LEGEND = "█ on these days  ░ some time within them  ╌ planned or proposed  × cancelled or denied  ? not confirmed"


def print_plot(events: Sequence[Event]) -> None:
    """A line for each dated event, its bar on one axis for all; then how many have no date."""
    dated = [event for event in events if event.date]
    span = axis(dated)
    if span is None:
        click.echo("none of these events has a date to draw; `kg timeline` lists them")
        return
    screen = console()
    named = max(cell_len(_name(event)) for event in dated)
    name = max(12, min(named, screen.width // 2, screen.width - _NARROWEST - 2))
    room = max(_NARROWEST, screen.width - name - 2)
    for line in (*_scale(span, room, name), *(_line(event, span, room, name) for event in dated)):
        print_table(line)
    print_table(Text(LEGEND, "dim", no_wrap=True, overflow="ellipsis"))
    if len(events) > len(dated):
        print_table(Text(f"{len(events) - len(dated)} more without a date: `kg timeline` lists them", "dim"))


def _name(event: Event) -> str:
    when = days(event.date.edtf) if event.date else ""
    return " ".join(filter(None, (when, labels(event.actors), kind(event), where(event))))


def _line(event: Event, span: Axis, room: int, name: int) -> Text:
    assert event.date
    first, last = (round(share * room) for share in span.bar(event.date))
    first = min(first, room - 1)
    sign = _BARS.get(event.status) or (_SURE if certain(event.date) else _UNSURE)
    label = _name(event)
    label = set_cell_size(label, name) if cell_len(label) <= name else f"{set_cell_size(label, name - 1)}…"
    bar = sign * max(1, last - first)
    return Text.assemble(f"{label}  ", " " * first, (bar, STYLES[event.status].replace(" strike", "")))


def _scale(span: Axis, room: int, name: int) -> Iterator[Text]:
    """Names of the days marked, and a tick below each; where none is marked the first and the last day."""
    marks = span.marks(max(1, room // 10)) or [(span.first, span.first.isoformat())]
    names, ticks = [" "] * (room + 10), ["─"] * room
    free = 0
    for day, text in marks:
        at = min(room - 1, round(span.share(day) * room))
        ticks[at] = "┬"
        if at >= free and at + len(text) <= room:
            names[at : at + len(text)] = text
            free = at + len(text) + 1
    for line in (names, ticks):
        yield Text(" " * (name + 2) + "".join(line).rstrip(), "dim")
