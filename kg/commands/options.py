"""Options and argument types that several commands take."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A date as YYYY, YYYY-MM or YYYY-MM-DD.

    Of a month or year `end` takes the last day, else it is the first; `whole` refuses them.
    """

    name = "date"

    def __init__(self, *, end: bool = False, whole: bool = False) -> None:
        self._end = end
        self._whole = whole

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that says how to write one."""
        from kg.dates import from_edtf

        if isinstance(value, date):
            return value
        try:
            bounds = from_edtf(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write 2023, 2023-02 or 2023-02-01", param, ctx)
        if self._whole and bounds.precision != "day":
            self.fail(f"{value!r} is no single day; write it like 2023-02-01", param, ctx)
        day = bounds.latest if self._end else bounds.earliest
        return day or self.fail(f"{value!r} is open on this side", param, ctx)


class Several(click.ParamType[tuple[str, ...]]):
    """One or more of some words, comma-separated."""

    name = "list"

    def __init__(self, choices: Sequence[str]) -> None:
        self._choice = click.Choice(choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All that may be written."""
        return self._choice.get_metavar(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The words, or a usage error that lists them all."""
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in value.split(",")]
        return tuple(self._choice.convert(word, param, ctx) for word in words if word)


inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
published = click.option(
    "--published", type=Day(whole=True), help="Day of publication of documents that give none themselves."
)
extractors = click.option(
    "--extractor", "extractors", multiple=True, metavar="NAME", help="Extractor to run (repeatable); default: syntax."
)
config = click.option(
    "--config", "config_file", type=click.Path(dir_okay=False, path_type=Path), help="Settings file; default: kg.toml."
)
actors = click.option(
    "--actors", type=click.Path(file_okay=False), metavar="DIR",
    help="Folder of your own people.csv, terms.csv and organisations.csv; default: actors.",
)  # fmt: skip
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")
folder = click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True,
    help="Folder of the build.",
)  # fmt: skip
strict = click.option("--strict", is_flag=True, default=None, help="Exit with 1 if there was any error or warning.")
base_iri = click.option(
    "--base-iri", metavar="IRI", help="What the names of things in RDF start with; must end in / or #."
)
workers = click.option(
    "--workers", type=click.IntRange(0), metavar="N",
    help="Processes that read articles; 0: none besides this one; default: one a core where there is enough to read.",
)  # fmt: skip
engine = click.option(
    "--engine", type=click.Choice(["local", "processes", "spark"]),
    help="Where articles are read: here, in processes of this machine, or on Spark; default: as --workers says. "
    "--workers is for processes, --master and --archive are for Spark.",
)  # fmt: skip
master = click.option("--master", metavar="ADDRESS", help="Spark to read articles on; default: local[*].")
archive = click.option(
    "--archive", type=click.Path(dir_okay=False), metavar="FILE",
    help="kg and what it needs, packed, for Spark's workers that have only a bare Python.",
)  # fmt: skip
