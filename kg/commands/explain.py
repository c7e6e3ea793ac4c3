"""`kg explain`: the sentences that an event rests on, word for word, and why they were held to be of one event."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cells import labels, where
from kg.commands import options
from kg.commands.marked import in_colour, legend, marked, outside
from kg.commands.terminal import STYLES, console, print_table
from kg.model import Event, Reason, Report, Span


@click.command(epilog="Example: kg explain 3f2a9c -o out")
@click.argument("event_id", metavar="EVENT")
@click.argument("other", metavar="[EVENT]", required=False)
@options.folder
@options.as_json
def command(event_id: str, other: str | None, out: Path, as_json: bool) -> None:
    """Show what is known of an event, sentence by sentence; EVENT is an id or the start of one.

    Actor, action, target, date and place are marked in each sentence: by colour on a terminal, else in brackets.
    Of two events it is shown why they are two.
    """
    from kg.built import event, events
    from kg.model import encode

    told = events(out)
    found: Event = event(told, event_id)
    if other is not None:
        _explain_two(found, event(told, other), out, as_json)
        return
    if as_json:
        click.echo(encode(found).decode())
        return
    _print(found)


def _explain_two(a: Event, b: Event, out: Path, as_json: bool) -> None:
    from kg.built import mentions, near_misses
    from kg.graph import event_label
    from kg.merge.why import why
    from kg.model import encode

    if a.id == b.id:
        raise click.UsageError(f"both are event {a.id}; `kg explain {a.id}` tells why its reports are of one event")
    found = why(a, b, near_misses(out), mentions(out))
    if found is None:
        raise click.UsageError(f"the mentions of these events are not in {out}; build with --format mentions too")
    if as_json:
        click.echo(encode(found).decode())
        return
    screen = console()
    for event, report in zip((a, b), found.reports, strict=True):
        screen.print(Text(event.id, "bold") + Text(f"  {event_label(event)}, {event.status}"))
        _print_report(screen, event.mentions.index(report), report)
        screen.print()
    terms = ", ".join(f"{name} {points:+}" for name, points in found.terms.items())
    if found.apart:
        screen.print(f"Two events, whatever else agrees: kept apart by {found.apart}.", markup=False)
    else:
        screen.print(f"Two events: the closest reports score {found.score} of {found.needed}: {terms}.", markup=False)
        if found.score and found.score >= found.needed:
            screen.print(
                "Alike enough by themselves, but other reports of the two events are not, or exclude each other."
            )


def _print(event: Event) -> None:
    screen = console()
    screen.print(Text.assemble((event.id, "bold"), f"  {event.type}, ", (event.status, STYLES[event.status])))
    for name, value in _facts(event):
        if value:
            screen.print(Text.assemble((f"  {name:12} ", "dim"), value))
    if in_colour(screen):
        screen.print(Text("  marks        ").append(legend()))
    for number, report in enumerate(event.mentions):
        screen.print()
        _print_report(screen, number, report)
    if event.reasons or event.links:
        screen.print()
    for reason in event.reasons:
        screen.print(_why(reason), markup=False)
    for link in event.links:
        screen.print(f"{link.kind} {link.event}", markup=False)


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    yield "action", event.action
    yield "who", labels(event.actors)
    yield "whom, where", where(event)
    yield "date", _date(event)
    if event.date_conflicts:
        yield "other dates", ", ".join(f"{d.edtf} (“{d.text}”)" for d in event.date_conflicts)
    yield "codes", " ".join(filter(None, (f"PLOVER {event.plover}" if event.plover else "", f"CAMEO {event.cameo}")))
    yield "confidence", str(event.confidence)


def _date(event: Event) -> str:
    if event.date is None:
        return "not known"
    first, last = event.date.earliest or "…", event.date.latest or "…"
    return event.date.edtf if first == last else f"{event.date.edtf} ({first} to {last})"


def _print_report(screen: Console, number: int, report: Report) -> None:
    outlet = f", {report.outlet}" if report.outlet else ""
    head = (f"[{number}] ", "dim"), (report.document, "bold"), f"{outlet}, {report.published or 'undated'}"
    screen.print(Text.assemble(*head))
    if report.url:
        screen.print(Text(f"    {report.url}", "dim"), soft_wrap=True)
    sentence = marked(report.quote, report.start, report.marks, colour=in_colour(screen))
    for text in (sentence, *(Text(line, "dim") for line in _details(report))):
        print_table(Padding(text, (0, 0, 0, 4)))


def _details(report: Report) -> Iterator[str]:
    said = f"said by {report.attributed_to}" if report.attributed_to else "in the article's own words"
    said += f" via {report.via}" if report.via else ""
    dated = f", dated by “{report.date_text}”" if report.date_text else ""
    yield f"{report.status}, {said}{dated}"
    for mark in outside(report.marks, Span(start=report.start, end=report.end)):
        yield f"{mark.role} {mark.label}: named elsewhere, at characters {mark.start} to {mark.end}"
    row = f", row {', '.join(f'ontology/lexicon/{place}' for place in report.row.split(', '))}" if report.row else ""
    yield f"rule {report.rule}{row}"
    yield f"found by {report.extractor} at characters {report.start} to {report.end}"


def _why(reason: Reason) -> str:
    terms = ", ".join(f"{name} {points:+}" for name, points in reason.terms.items())
    a, b = reason.reports
    return f"[{a}] = [{b}]  score {reason.score}: {terms}"
