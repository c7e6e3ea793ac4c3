"""`kg explain`: the sentences that an event rests on, and why they were held to be of one event."""

from pathlib import Path

import click

from kg.commands import options
from kg.commands.terminal import console, labels, where
from kg.model import Event


@click.command(epilog="Example: kg explain 3f2a9c -o out")
@click.argument("event_id", metavar="EVENT")
@options.folder
@options.as_json
def command(event_id: str, out: Path, as_json: bool) -> None:
    """Show what is known of an event, sentence by sentence; EVENT is an id or the start of one."""
    from kg.built import event, events
    from kg.model import encode

    found: Event = event(events(out), event_id)
    if as_json:
        click.echo(encode(found).decode())
        return
    _print(found)


def _print(event: Event) -> None:
    screen = console()
    screen.print(f"[bold]{event.id}[/bold]  {event.type}, {event.status}", markup=True)
    for name, value in (
        ("action", event.action),
        ("who", labels(event.actors)),
        ("whom, where", where(event)),
        ("date", _date(event)),
        ("codes", " ".join(filter(None, (f"PLOVER {event.plover}" if event.plover else "", f"CAMEO {event.cameo}")))),
        ("confidence", str(event.confidence)),
    ):
        if value:
            screen.print(f"  {name:12} {value}", markup=False)
    for number, report in enumerate(event.mentions):
        outlet = f", {report.outlet}" if report.outlet else ""
        said = f", says {report.attributed_to}" if report.attributed_to else ""
        dated = f", dated by “{report.date_text}”" if report.date_text else ""
        screen.print()
        screen.print(
            f"[{number}] {report.document}{outlet}, {report.published or 'undated'}: {report.status}{said}{dated}",
            markup=False,
        )
        screen.print(f"    {' '.join(report.quote.split())}", markup=False)
        screen.print(f"    rule {report.rule}, characters {report.start} to {report.end}", markup=False, style="dim")
    for reason in event.reasons:
        terms = ", ".join(f"{name} {points:+}" for name, points in reason.terms.items())
        a, b = reason.reports
        screen.print(f"[{a}] = [{b}]  score {reason.score}: {terms}", markup=False)
    for link in event.links:
        screen.print(f"{link.kind} {link.event}", markup=False)


def _date(event: Event) -> str:
    if event.date is None:
        return "not known"
    first, last = event.date.earliest or "…", event.date.latest or "…"
    return event.date.edtf if first == last else f"{event.date.edtf} ({first} to {last})"
