"""`kg query`: SPARQL over a build or any RDF: a query, a file, or a named query with its parameters as options."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from kg.commands.terminal import print_table
from kg.counting import counted
from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from kg.query import Result, Solutions
    from kg.query.named import Named, Parameter
    from kg.query.names import Names
    from kg.query.parameters import Value
    from kg.query.results import Term

_FORMS = ("table", "csv", "tsv", "json", "xml", "turtle", "nt")


_SHORT = 24
"""Characters up to which a column is not wrapped."""


class _Query(click.Command):
    """Takes the parameters of the query that is named for options of its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        parser = click.Command.make_parser(self, ctx)
        parser.allow_interspersed_args = False
        parser.ignore_unknown_options = True
        asked = parser.parse_args(list(args))[0].get("asked")
        ctx.obj = _read(asked) if isinstance(asked, str) else None
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        named: Named | None = ctx.obj
        return [*(_option(p) for p in (named.parameters if named else ())), *super().get_params(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        named: Named | None = ctx.obj
        if named is None or not named.title:
            super().format_help_text(ctx, formatter)
            return
        for text in (f"{named.name}: {named.title}", named.description):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        named: Named | None = ctx.obj
        if named is None or not named.title:
            super().format_epilog(ctx, formatter)
            return
        examples = " ".join(f"--{p.name} {_quoted(p.example)}" for p in named.parameters)
        formatter.write_paragraph()
        formatter.write_text(f"Example: kg query {named.name} {examples}".rstrip())


@click.command(cls=_Query, epilog='Example: kg query meetings --person "Xi Jinping" --from 2022 --to 2023-06')
@click.argument("asked", metavar="QUERY", required=False)
@click.option(
    "-i", "--input", "inputs", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="Folder of a build or file of RDF: .ttl, .nt, .nq, .trig, .jsonld (repeatable); default: out.",
)  # fmt: skip
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Value of a parameter (repeatable).")
@click.option("--format", "form", type=click.Choice(_FORMS), help="Default: table; of CONSTRUCT and DESCRIBE turtle.")
@click.option("--limit", type=click.IntRange(0), default=10_000, show_default=True, help="Most rows; 0: all.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=10.0, show_default=True, metavar="SECONDS",
    help="Time after which the query is stopped; loading the graph does not count.",
)  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option("--show", is_flag=True, help="Print the SPARQL of a named query instead of running it.")
@click.pass_obj
def command(
    named: "Named | None",
    /,
    asked: str | None,
    inputs: tuple[Path, ...],
    settings: tuple[str, ...],
    form: str | None,
    limit: int,
    timeout: float,
    listing: bool,
    show: bool,
    **parameters: tuple[str, ...],
) -> None:
    """Ask a build, or any RDF, in SPARQL 1.1.

    QUERY is SPARQL, a file that ends in .rq, or the name of a query that comes with kg: `kg query --list` lists
    them, `kg query NAME --help` shows the parameters of one. The prefixes of kg need no declaration. A query
    can read nothing but the files that -i names.
    """
    from kg.query import Engine, Limits, sources
    from kg.query.names import Names

    if listing:
        _list()
        return
    if named is None:
        raise click.UsageError("name a query, or write one; `kg query --list` lists the named ones")
    if show:
        click.echo(named.text, nl=False)
        return
    limits = Limits(seconds=timeout, rows=limit or sys.maxsize)
    with Engine(sources(inputs or (Path("out"),)), limits) as engine:
        text = _with_values(named, _values(named, parameters, settings), Names(engine))
        result = engine.run(text)
        _print(result, form, engine.prefixes())
    if getattr(result, "more", False):
        click.echo(f"Only the first {counted(limit, 'row')}; --limit N gives more, --limit 0 all.", err=True)


def _read(asked: str) -> "Named":
    """The query of a name or in a file, or the argument itself where it is SPARQL."""
    from kg.query.named import SUFFIX, Named, get, read

    try:
        if asked.endswith(SUFFIX):
            return read(Path(asked))
        if any(sign in asked for sign in "{\n ") or not asked:
            return Named("", "", "", (), asked)
        return get(asked)
    except KgError as error:
        raise click.UsageError(str(error)) from error


def _option(parameter: "Parameter") -> click.Option:
    said = f"{parameter.meaning} Default: {parameter.default}." if parameter.default else parameter.meaning
    metavar = parameter.type.replace(" ", "-").upper()
    return click.Option((f"--{parameter.name}", parameter.name), multiple=True, metavar=metavar, help=said)


def _values(
    named: "Named", options: Mapping[str, tuple[str, ...]], settings: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    """Variable, type and text of each value: options, --set, and the defaults of what neither of them sets."""
    kinds = {p.name: p.type for p in named.parameters}
    chosen = [(name, text) for name, texts in options.items() for text in texts]
    for setting in settings:
        name, sign, text = setting.partition("=")
        if not sign or not name.isidentifier():
            raise click.UsageError(f"--set {setting}: write NAME=VALUE")
        chosen.append((name, text))
    given = {name for name, _ in chosen}
    chosen += [(p.name, p.default) for p in named.parameters if p.default is not None and p.name not in given]
    for name, text in chosen:
        yield name, kinds.get(name, "any"), text


def _with_values(named: "Named", values: Iterable[tuple[str, str, str]], names: "Names") -> str:
    from kg.query.parameters import bound, terms

    found: dict[str, list[Value]] = {}
    for name, kind, text in values:
        try:
            found.setdefault(name, []).extend(terms(kind, text, names))
        except QueryError as error:
            raise QueryError(f"--{name}: {error}") from error
    return bound(named.text, found)


def _quoted(example: str) -> str:
    return f'"{example}"' if " " in example else example


def _list() -> None:
    from kg.query.named import get, names

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("query", no_wrap=True)
    table.add_column("answers", ratio=1)
    for name in names():
        table.add_row(name, Text(get(name).title))
    print_table(table)


def _print(result: "Result", form: str | None, prefixes: dict[str, str]) -> None:
    from kg.query import Boolean, Statements, encoded

    if isinstance(result, Statements):
        click.echo(encoded(result, "turtle" if form is None else form, prefixes), nl=False)
    elif form not in {None, "table"}:
        click.echo(encoded(result, str(form), prefixes), nl=False)
    elif isinstance(result, Boolean):
        click.echo(str(result.value).lower())
    elif result.rows:
        print_table(_table(result, prefixes))
    else:
        click.echo("no rows", err=True)


def _table(result: "Solutions", prefixes: dict[str, str]) -> Table:
    """IRIs by their prefixes, literals without datatype; numbers stand to the right, short columns stay whole."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    columns = [[_cell(row[i], prefixes) for row in result.rows] for i in range(len(result.variables))]
    for name, column in zip(result.variables, columns, strict=True):
        numbers = all(cell.lstrip("-").replace(".", "", 1).isdecimal() for cell in column)
        short = max(map(len, column)) <= _SHORT
        table.add_column(name, justify="right" if numbers else "left", no_wrap=short, overflow="fold")
    for row in zip(*columns, strict=True):
        table.add_row(*(Text(cell) for cell in row))
    return table


def _cell(term: "Term | None", prefixes: dict[str, str]) -> str:
    from pyoxigraph import Literal, NamedNode

    if isinstance(term, NamedNode):
        return _short(term.value, prefixes)
    if isinstance(term, Literal):
        return " ".join(term.value.split())
    return "–" if term is None else str(term)


def _short(iri: str, prefixes: dict[str, str]) -> str:
    fitting = [(len(space), f"{name}:{iri[len(space) :]}") for name, space in prefixes.items() if iri.startswith(space)]
    return max(fitting)[1] if fitting else f"<{iri}>"
