"""`kg dates`: the temporal expressions of articles, and the days they mean."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec
from rich.table import Table
from rich.text import Text

from kg.commands import options
from kg.commands.terminal import print_problems, print_table
from kg.dates import unresolved
from kg.model import Document, Problem, Timex


@click.command(epilog="Example: kg dates article.txt --published 2023-02-01")
@options.inputs
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="File for JSON Lines, one line a document."
)
@options.published
@options.as_json
@options.strict
def command(inputs: tuple[str, ...], out: Path | None, published: object, as_json: bool, strict: bool | None) -> None:
    """Find temporal expressions and resolve them against the day of publication."""
    from kg.commands.output import exit_code, write_lines
    from kg.config import load
    from kg.dates import tag
    from kg.read import read

    config = load(published=published, strict=strict)
    problems: list[Problem] = []
    documents = tuple(read(inputs, published=config.published, report=problems.append))
    tagged = [(d, tag(d.text, d.published, d.language)) for d in documents]
    if out or as_json:
        write_lines((msgspec.json.encode({"id": d.id, "timex": found}) for d, found in tagged), out)
    else:
        _print(tagged)
    print_problems(problems)
    sys.exit(exit_code(documents, problems, config.strict))


def _print(tagged: Sequence[tuple[Document, Sequence[Timex]]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("document", "start", "text", "type", "value", "days"):
        table.add_column(name, justify="right" if name == "start" else "left", overflow="fold")
    for document, found in tagged:
        for timex in found:
            cells = (document.id, str(timex.start), timex.text, timex.type, timex.value, _days(timex))
            table.add_row(*(Text(cell) for cell in cells))
    print_table(table)


def _days(timex: Timex) -> str:
    if timex.date is None:
        return "unresolved" if unresolved(timex) else "–"
    first, last = timex.earliest, timex.latest
    if first == last:
        return str(first)
    return f"{first or '…'} to {last or '…'}"
