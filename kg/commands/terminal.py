"""What commands share on the terminal: the console, tables of events, problems, progress."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from kg.model import Actor, Document, Event, Problem

_PLAIN_WIDTH = 118
"""Columns where the output is no terminal, so that it is the same wherever it is written."""


def console() -> Console:
    """A console as wide as the terminal, or of a fixed width and without colours where there is none."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=_PLAIN_WIDTH)


def print_timeline(events: Iterable[Event]) -> None:
    """A table with one row an event."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, ratio in (("date", 3), ("event", 2), ("who", 5), ("whom, where", 5), ("status", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("articles", justify="right")
    table.add_column("id", no_wrap=True)
    for event in events:
        table.add_row(*(Text(cell) for cell in _row(event)))
    console().print(table)


def _row(event: Event) -> Iterator[str]:
    yield event.date.edtf if event.date else "–"
    yield event.type
    yield labels(event.actors)
    yield where(event)
    yield event.status
    yield str(len({m.document for m in event.mentions}))
    yield event.id


def labels(actors: Sequence[Actor]) -> str:
    """Names in a row."""
    return ", ".join(a.label for a in actors)


def where(event: Event) -> str:
    """Targets, and the place in brackets where it is none of them."""
    place = event.place.label if event.place else ""
    targets = labels(event.targets)
    return f"{targets} ({place})".strip() if place and place not in targets else targets


def tracker(label: str) -> Callable[[Sequence[Document]], Iterable[Document]]:
    """Shows a bar on a terminal while documents pass through; elsewhere a line every hundred."""

    def track(documents: Sequence[Document]) -> Iterator[Document]:
        if not sys.stderr.isatty():
            for number, document in enumerate(documents, 1):
                if number % 100 == 0:
                    click.echo(f"{label}: {number} of {len(documents)} documents", err=True)
                yield document
            return
        columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            yield from progress.track(documents, total=len(documents))

    return track


def print_problems(problems: Sequence[Problem]) -> None:
    """One line a problem, on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)
