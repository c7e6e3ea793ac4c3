"""What commands share on the terminal: the console, tables of events, problems."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from kg.cells import row
from kg.model import Event, Problem, Status

STYLES: dict[Status, str] = {
    "happened": "green",
    "ongoing": "bold green",
    "planned": "cyan",
    "proposed": "blue",
    "cancelled": "red strike",
    "denied": "red",
    "unknown": "yellow",
}
_PLAIN_WIDTH = 118
"""Columns where the output is no terminal, so that it is the same wherever it is written."""


def console() -> Console:
    """A console as wide as the terminal, or of a fixed width and without colours where there is none."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=_PLAIN_WIDTH)


def print_timeline(events: Iterable[Event]) -> None:
    """A table with one row an event; dates, statuses and ids stay whole however narrow the terminal."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("date", "event"):
        table.add_column(name, no_wrap=True)
    for name in ("who", "whom, where"):
        table.add_column(name, ratio=1, overflow="fold")
    table.add_column("status", no_wrap=True)
    table.add_column("told by", justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for event in events:
        date, kind, who, whom, status, told, identifier = row(event)
        style = STYLES[event.status]
        cells = (date, (kind, "bold"), who, whom, (status, style), (told, "dim"), (identifier, "dim"))
        table.add_row(*(Text(*((cell,) if isinstance(cell, str) else cell)) for cell in cells))
    print_table(table)


def print_table(table: RenderableType) -> None:
    """A table, or a text that wraps, without blanks at the ends of its lines where the output is no terminal."""
    screen = console()
    if screen.is_terminal:
        screen.print(table)
        return
    with screen.capture() as capture:
        screen.print(table)
    click.echo("\n".join(line.rstrip() for line in capture.get().splitlines()))


def print_settings(file: Path | None) -> None:
    """Say which file the settings come from, where there is one: kg.toml is picked up without being named."""
    if file is not None:
        click.echo(f"settings from {file}", err=True)


def print_problems(problems: Sequence[Problem]) -> None:
    """One line a problem, on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)
