"""`kg extract`: the mentions of events before merging, as JSON Lines or as a table to read."""

import sys
from operator import attrgetter
from pathlib import Path

import click

from kg.commands import options
from kg.commands.progress import tracker
from kg.commands.terminal import print_problems, print_settings


@click.command(epilog="Example: kg extract articles/ --show")
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; default: standard output."
)
@click.option("--show", is_flag=True, help="Print a table to read; JSON Lines are written only with --out.")
@options.published
@options.extractors
@options.actors
@options.config
@options.strict
def command(
    inputs: tuple[str, ...],
    out: Path | None,
    show: bool,
    published: object,
    extractors: tuple[str, ...],
    actors: str | None,
    config_file: Path | None,
    strict: bool | None,
) -> None:
    """Print the event mentions of articles as JSON Lines, one a line, before they are merged.

    Without INPUT standard input is read, so that a sentence can be tried at once:
    echo "Macron visited Cairo on Monday." | kg extract --show --published 2023-03-22
    """
    if not inputs and sys.stdin.isatty():
        raise click.UsageError("name files or folders, or pipe a text in")
    from kg.actors import own
    from kg.build import reporting
    from kg.commands.output import exit_code, write_lines
    from kg.commands.shown import print_mentions
    from kg.config import load, source
    from kg.engine import extract
    from kg.model import Problem, encode
    from kg.read import read

    config = load(config_file, published=published, extractors=extractors or None, actors=actors, strict=strict)
    problems: list[Problem] = []
    documents = tuple(read(inputs or ("-",), published=config.published, report=problems.append))
    found = extract(documents, config, own.load(config.actors, problems.append))
    track = tracker("reading", "documents", attrgetter("problems"))
    told = reporting(track(found, len(documents)), problems.append)
    extracted = tuple(told) if show else told
    if out or not show:
        write_lines((encode(mention) for one in extracted for mention in one.mentions), out)
    if isinstance(extracted, tuple):
        print_mentions(extracted)
        print_settings(source(config_file))
    print_problems(problems)
    sys.exit(exit_code(documents, problems, config.strict))
