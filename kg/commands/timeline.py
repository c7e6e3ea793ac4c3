"""`kg timeline`: the events of a build in order, chosen by name, date, type and status."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import get_args

import click

from kg.commands import options
from kg.commands.plot import print_plot
from kg.commands.terminal import print_timeline
from kg.counting import counted
from kg.model import ActionType, Status


@click.command(epilog='Example: kg timeline "Xi Jinping" --with Putin --from 2022 --status planned')
@click.argument("name", required=False)
@options.folder
@click.option("--with", "others", multiple=True, metavar="NAME", help="Another participant or place (repeatable).")
@click.option("--from", "start", type=options.Day(), help="First day: events that may lie on or after it.")
@click.option("--to", "end", type=options.Day(end=True), help="Last day: events that may lie on or before it.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=options.Several(get_args(ActionType)),
    help="Only events of these types, comma-separated (repeatable).",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=options.Several(get_args(Status)),
    help="Only events of these statuses, comma-separated (repeatable).",
)
@click.option("--as-of", type=options.Day(end=True), help="What had been reported by a day.")
@click.option("--plot", is_flag=True, help="Draw bars along an axis instead of a table.")
@options.as_json
def command(
    name: str | None,
    out: Path,
    others: tuple[str, ...],
    start: date | None,
    end: date | None,
    types: tuple[tuple[ActionType, ...], ...],
    statuses: tuple[tuple[Status, ...], ...],
    as_of: date | None,
    plot: bool,
    as_json: bool,
) -> None:
    """Print the events of a build in order of time, of all or of one person, country or place."""
    from kg.built import events
    from kg.model import encode
    from kg.timeline import select

    if start and end and start > end:
        raise click.UsageError(f"--from {start} is after --to {end}")
    names = ([name] if name else []) + list(others)
    told = events(out)
    kinds, states = chain(*types), chain(*statuses)
    chosen = list(select(told, names=names, start=start, end=end, types=kinds, statuses=states, as_of=as_of))
    if as_json:
        for event in chosen:
            click.echo(encode(event).decode())
    elif chosen:
        (print_plot if plot else print_timeline)(chosen)
    else:
        click.echo(_none(" and ".join(names) or "the build", len(list(select(told, names=names)))), err=True)


def _none(who: str, named: int) -> str:
    """Why a timeline is empty."""
    if not named:
        return f"{who}: in no event; `kg timeline` prints all, `kg actors show NAME` what a name stands for"
    return f"{who}: {counted(named, 'event')}, none of this type, status or date; see `kg timeline`"
