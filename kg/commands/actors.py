"""`kg actors`: who kg knows, and the user's own people, terms of office and organisations."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from kg.commands import options
from kg.commands.terminal import console, print_problems
from kg.counting import counted

if TYPE_CHECKING:
    from kg.actors.cards import Card, Cards, Held, Joined, Kind
    from kg.model import Problem


@click.group(epilog="Example: kg actors show Merkel")
def command() -> None:
    """List, show, check and import people, countries and organisations.

    Your own stand in people.csv, terms.csv and organisations.csv of the folder actors/, and outrank kg's.
    """


@command.command("list", epilog="Example: kg actors list --kind person --country Japan")
@click.option("--kind", type=click.Choice(["person", "country", "organisation"]), help="Only actors of a kind.")
@click.option("--country", metavar="COUNTRY", help="Only actors of a country: its name, id or ISO code.")
@options.actors
@options.config
@options.as_json
def list_(
    kind: "Kind | None", country: str | None, actors: str | None, config_file: Path | None, as_json: bool
) -> None:
    """List the actors that kg knows by name."""
    found = list(_cards(actors, config_file).all(kind, country))
    if as_json:
        _print_json(found)
    else:
        _print_list(found)


@command.command(epilog='Example: kg actors show "Angela Merkel"')
@click.argument("name", metavar="NAME")
@options.actors
@options.config
@options.as_json
def show(name: str, actors: str | None, config_file: Path | None, as_json: bool) -> None:
    """Show offices, other names, ids and country of an actor; several of that name are listed.

    NAME is a name, a surname, an id or a Wikidata item.
    """
    found = _cards(actors, config_file).named(name)
    if as_json:
        _print_json(found)
    elif len(found) > 1:
        _print_list(found)
        click.echo(f"{len(found)} actors are called so; show one by its id", err=True)
    else:
        _print_card(found[0])


@command.command(epilog="Example: kg actors check --actors my-actors")
@options.actors
@options.config
def check(actors: str | None, config_file: Path | None) -> None:
    """Check the tables, kg's and yours; exit with 1 if a row of yours is wrong, with 2 if one of kg's is."""
    from kg.actors import own, tables
    from kg.actors.lexicon import agents, lookalikes, places
    from kg.actors.wikidata import meanings
    from kg.config import load

    config = load(config_file, actors=actors)
    ours = tables.load()
    for table in (agents, lookalikes, places, meanings):
        table()
    problems: list[Problem] = []
    mine = own.check(own.read(Path(config.actors), problems.append), ours, own.skipping(problems.append))
    print_problems(problems)
    click.echo(f"kg's: {_counts(len(ours.people), len(ours.terms), len(ours.organisations))}")
    click.echo(f"{config.actors}: {_counts(len(mine.people), len(mine.terms), len(mine.organisations))}")
    if problems:
        raise click.exceptions.Exit(1)


@command.command("import", epilog="Example: kg actors import ministers.csv Q567.json")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--actors", type=click.Path(file_okay=False), metavar="DIR", help="Folder to add to; default: actors.")
@options.config
@options.strict
def import_(files: tuple[Path, ...], actors: str | None, config_file: Path | None, strict: bool | None) -> None:
    """Add people, terms of office and organisations to your own tables.

    FILE is a CSV table with the header of people.csv, terms.csv or organisations.csv, or Wikidata's JSON: an
    entity, an answer of its API, or a dump, as it is or gzipped.
    """
    from kg.actors import tables
    from kg.actors.imports import bring
    from kg.config import load

    folder = Path(actors or load(config_file).actors)
    problems: list[Problem] = []
    taken = bring(files, folder, tables.load(), problems.append)
    print_problems(problems)
    click.echo(f"{folder}: {_counts(*taken)} added or replaced")
    wrong = any(problem.level == "error" for problem in problems)
    if wrong and (strict or not any(taken)):
        raise click.exceptions.Exit(1)


def _cards(actors: str | None, config_file: Path | None) -> "Cards":
    from kg.actors import own, tables
    from kg.actors.cards import Cards
    from kg.config import load

    folder = Path(load(config_file, actors=actors).actors)
    problems: list[Problem] = []
    ours = tables.load()
    mine = own.check(own.read(folder, problems.append), ours, own.skipping(problems.append))
    print_problems(problems)
    return Cards(own.overlay(ours, mine), frozenset({*mine.people, *mine.organisations}))


def _counts(people: int, terms: int, organisations: int) -> str:
    found = counted(people, "person", "people"), counted(terms, "term"), counted(organisations, "organisation")
    return ", ".join(found)


def _print_json(found: "Iterable[Card]") -> None:
    import msgspec

    for card in found:
        click.echo(msgspec.json.encode(card).decode())


def _print_list(found: "Iterable[Card]") -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "label", "kind", "country", "wikidata", "latest office"):
        table.add_column(name, overflow="fold")
    for card in found:
        latest = _office(card.offices[-1]) if card.offices and card.kind == "person" else ""
        table.add_row(*map(Text, (card.id, card.label, card.kind, card.country, card.wikidata, latest)))
    console().print(table)


def _print_card(card: "Card") -> None:
    screen = console()
    screen.print(f"{card.label}  ({card.kind})", style="bold", markup=False)
    for name, value in (
        ("id", card.id + (", from your own tables" if card.own else "")),
        ("country", f"{card.country} ({card.iso})" if card.iso and card.kind != "country" else card.iso),
        ("wikidata", card.wikidata),
        ("also", ", ".join(card.aliases)),
    ):
        if value:
            screen.print(f"  {name:9} {value}", markup=False)
    for held in card.offices:
        screen.print(f"  {_span(held):25} {_office(held)}", markup=False)
    for joined in card.memberships:
        role = f"member: {joined.member}" if joined.member else f"member of {joined.of}"
        screen.print(f"  {_span(joined) if joined.start or joined.end else '':25} {role}", markup=False)


def _office(held: "Held") -> str:
    what = held.title or held.office
    return f"{what}, {held.of}" if held.of else f"{what}: {held.person}"


def _span(held: "Held | Joined") -> str:
    return f"{held.start or '…'} to {held.end or '…'}"
