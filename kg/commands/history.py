"""`kg history`: how what was known of an event changed report by report."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from kg.cells import labels, where
from kg.commands import options
from kg.commands.terminal import print_table
from kg.history import Step


@click.command(epilog="Example: kg history 3f2a9c -o out")
@click.argument("event_id", metavar="EVENT")
@options.folder
@options.as_json
def command(event_id: str, out: Path, as_json: bool) -> None:
    """Show the reports of an event and of those tied to it by the day they appeared, and what was known after each.

    EVENT is an id or the start of one.
    """
    from kg.built import event, events
    from kg.history import history
    from kg.model import encode

    told = events(out)
    asked = event(told, event_id)
    steps = history(asked, told)
    if as_json:
        for step in steps:
            click.echo(encode(step).decode())
        return
    click.echo(f"{asked.id}  {labels(asked.actors)} – {asked.action} – {where(asked)}".rstrip(" –"))
    click.echo()
    _print(steps)


def _print(steps: Sequence[Step]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("reported", no_wrap=True)
    table.add_column("by", max_width=24, overflow="fold")
    table.add_column("says", ratio=1, overflow="fold")
    table.add_column("known then", no_wrap=True)
    before = ""
    for step in steps:
        known = " ".join(filter(None, (step.known, step.known_date)))
        table.add_row(
            str(step.published or "–"), step.outlet or step.document, Text(" ".join(_said(step))),
            Text(known, style="bold" if known != before else "dim"),
        )  # fmt: skip
        before = known
    print_table(table)


def _said(step: Step) -> Iterator[str]:
    yield f"{step.type} {step.said}"
    if step.said_date:
        yield step.said_date
    if step.attributed_to:
        yield f"(says {step.attributed_to})"
    if step.tie:
        yield f"[{step.tie}]"
    yield f"“{' '.join(step.quote.split())}”"
