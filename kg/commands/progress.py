"""How far work has come, on standard error: a bar on a terminal, lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Timer
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from kg.clock import Clock
from kg.counting import counted

T = TypeVar("T")
Show = Callable[[int, int], None]
"""Shows how many results there are, and how many of them are errors."""

_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""
_STAGES = {"read": "opening", "merge": "merging", "graph": "making the graph", "write": "writing"}
"""Stages that show nothing of their own, as lines call them."""
_BURST = 1.0
"""Seconds in which what comes at once has come, before which nothing is known of how fast it comes."""


def tracker(label: str, what: str, failed: Callable[[T], object]) -> Callable[[Iterable[T], int], Iterator[T]]:
    """Shows, while results of a known number pass through, how many there are, how fast they come, how long the others
    will take, and how many failed."""

    def track(results: Iterable[T], total: int) -> Iterator[T]:
        with (_bar if sys.stderr.isatty() else _lines)(label, what, total) as show:
            errors = 0
            for done, result in enumerate(results, 1):
                errors += bool(failed(result))
                show(done, errors)
                yield result

    return track


@contextmanager
def _bar(label: str, _: str, total: int) -> Iterator[Show]:
    columns = (
        TextColumn(label), BarColumn(), MofNCompleteColumn(), _Speed(), TimeRemainingColumn(),
        TextColumn("{task.fields[errors]}", style="dim"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total, errors="")
        yield lambda done, errors: progress.update(task, completed=done, errors=counted(errors, "error"))


@contextmanager
def _lines(label: str, what: str, total: int) -> Iterator[Show]:
    first = began = told = 0.0
    before = 0

    def show(done: int, errors: int) -> None:
        nonlocal first, began, told, before
        now = time.monotonic()
        if done == 1:  # before it an engine may have taken half a minute to start
            first = told = now
        if done == 1 or now - first < _BURST:
            began, before = now, done
        elif now - told >= _EVERY:
            told = now
            speed = (done - before) / (now - began)
            left = timedelta(seconds=round((total - done) / speed))
            line = f"{done} of {total} {what}, {speed:.1f} a second, {left} left, {counted(errors, 'error')}"
            click.echo(f"{label}: {line}", err=True)

    yield show
    if told > first:
        now = time.monotonic()
        click.echo(
            f"{label}: done, {counted(total, what.removesuffix('s'))} in {timedelta(seconds=round(now - first))}",
            err=True,
        )


class Telling(Clock):
    """A clock that says of stages which show nothing of their own that they are under way, and when they are done."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """As of any clock."""
        label = _STAGES.get(name)
        if label is None:
            with super().stage(name):
                yield
            return
        began, said = time.monotonic(), Event()

        def say() -> None:
            said.set()
            click.echo(f"{label}: under way", err=True)

        timer = Timer(_EVERY, say)
        timer.start()
        try:
            with super().stage(name):
                yield
        finally:
            timer.cancel()
        if said.is_set():
            click.echo(f"{label}: done in {timedelta(seconds=round(time.monotonic() - began))}", err=True)


class _Speed(ProgressColumn):
    """Results a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} a second" if task.speed else "", style="dim")
