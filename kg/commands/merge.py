"""`kg merge`: judge which reports tell of one event; what is judged outranks what the scores say."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from kg.commands import options
from kg.commands.terminal import console
from kg.counting import counted
from kg.merge.judgements import FILE, Judgement, Verdict
from kg.model import Anchor, Event, NearMiss, Report

_ANSWERS: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}


@click.group(epilog="Example: kg merge review")
def command() -> None:
    """Judge which reports tell of one event: kept in judgements.csv, heeded by every later build."""


@command.command(epilog="Example: kg merge judge 3f2a9c 81b0de different")
@click.argument("a")
@click.argument("b")
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@click.option("--note", default="", help="Why, for later readers.")
@options.folder
def judge(a: str, b: str, verdict: Verdict, note: str, out: Path) -> None:
    """Say whether events A and B are the same, different, or that you are unsure.

    A and B are ids or their starts; A#2 means report [2] of A as `kg explain` prints it, which is how to take apart an
    event that was wrongly merged: kg merge judge A#0 A#2 different. The next build heeds it.
    """
    from kg.built import events
    from kg.merge.judgements import latest, load, save
    from kg.merge.told import may_be_one

    found = events(out)
    first, second = (_report(found, reference) for reference in (a, b))
    if first.anchor == second.anchor:
        raise click.UsageError(f"{a} and {b} are one report; name two")
    if verdict == "same" and not may_be_one(first.type, second.type):
        raise click.UsageError(f"{a} tells of a {first.type} and {b} of a {second.type}, which are never one event")
    judgement = Judgement(verdict=verdict, a=first.anchor, b=second.anchor, note=note)
    save(out / FILE, latest([*load(out / FILE), judgement]))
    click.echo(f"{out / FILE}: {verdict}; run kg build again.")


@command.command(epilog="Example: kg merge undo 2")
@click.argument("number", type=click.IntRange(1))
@options.folder
def undo(number: int, out: Path) -> None:
    """Take back a judgement, by its number in `kg merge list`. The next build heeds it."""
    from kg.errors import NotFoundError
    from kg.merge.judgements import load, save

    known = load(out / FILE)
    if number > len(known):
        raise NotFoundError(f"{out / FILE} holds {counted(len(known), 'judgement')}; `kg merge list` numbers them")
    save(out / FILE, (*known[: number - 1], *known[number:]))
    click.echo(f"{out / FILE}: taken back; run kg build again.")


@command.command("list")
@options.folder
def list_(out: Path) -> None:
    """Show what was judged, numbered, with the sentences."""
    from kg.built import events
    from kg.merge.judgements import load

    reports = {report.anchor: report for event in events(out) for report in event.mentions}
    known = load(out / FILE)
    if not known:
        click.echo(f"{out / FILE} holds no judgements; `kg merge judge` and `kg merge review` write them.", err=True)
    for number, judgement in enumerate(known, 1):
        click.echo(f"{number}. {judgement.verdict}{f' ({judgement.note})' if judgement.note else ''}")
        for anchor in (judgement.a, judgement.b):
            click.echo(f"    {_shown(anchor, reports.get(anchor))}")


@command.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Pairs to ask for at most.")
@options.folder
def review(limit: int, out: Path) -> None:
    """Walk through the pairs that nearly made one event, and judge them one by one; each answer is kept at once."""
    from kg.built import events, near_misses
    from kg.merge.judgements import latest, load, save

    found = {event.id: event for event in events(out)}
    known = load(out / FILE)
    pairs = list(_open(near_misses(out), {judgement.pair for judgement in known}))
    for number, near in enumerate(pairs[:limit], 1):
        click.echo(f"\n{number} of {min(limit, len(pairs))}")
        _show(near, found)
        answer = click.prompt("(s)ame, (d)ifferent, (u)nsure, (q)uit", type=click.Choice([*_ANSWERS, "q"]))
        if answer == "q":
            break
        known = latest([*known, Judgement(verdict=_ANSWERS[answer], a=near.anchors[0], b=near.anchors[1])])
        save(out / FILE, known)
    left = sum(near_pair not in {j.pair for j in known} for near_pair in map(_pair, pairs))
    held = counted(len(known), "judgement")
    click.echo(f"\n{counted(left, 'pair')} left. {out / FILE} holds {held}; kg build heeds them.")


def _open(pairs: Sequence[NearMiss], judged: set[frozenset[Anchor]]) -> Iterator[NearMiss]:
    """One pair of mentions for each pair of events, those that nobody has judged."""
    asked = {frozenset(near.events) for near in pairs if _pair(near) in judged}
    for near in pairs:
        if frozenset(near.events) not in asked:
            asked.add(frozenset(near.events))
            yield near


def _pair(near: NearMiss) -> frozenset[Anchor]:
    return frozenset(near.anchors)


def _show(near: NearMiss, events: dict[str, Event]) -> None:
    from kg.graph import event_label

    screen = console()
    for identifier, anchor in zip(near.events, near.anchors, strict=True):
        event = events[identifier]
        report = next((r for r in event.mentions if r.anchor == anchor), None)
        screen.print(f"{identifier[:8]}  {event_label(event)}, {event.status}", markup=False)
        screen.print(f"    {_shown(anchor, report)}", markup=False)
    terms = ", ".join(f"{name} {points:+}" for name, points in near.terms.items())
    screen.print(f"    score {near.score}: {terms}", markup=False, style="dim")


def _shown(anchor: Anchor, report: Report | None) -> str:
    if report is None:
        return f"{anchor.document}, character {anchor.sentence} ({anchor.type}): not in this build"
    return f"{report.document}, {report.published or 'undated'}: {' '.join(report.quote.split())}"


def _report(events: Sequence[Event], reference: str) -> Report:
    """The report that `EVENT` (its first) or `EVENT#N` means."""
    from kg.built import event
    from kg.errors import NotFoundError

    start, _, number = reference.partition("#")
    found = event(events, start)
    if not number:
        return found.mentions[0]
    if not number.isdecimal() or int(number) >= len(found.mentions):
        raise NotFoundError(
            f"{reference}: its reports are numbered 0 to {len(found.mentions) - 1}; see `kg explain {start}`"
        )
    return found.mentions[int(number)]
