"""`kg extract`: the mentions of events before merging."""

import sys
from pathlib import Path

import click

from kg.commands import options
from kg.commands.terminal import print_problems, tracker


@click.command(epilog="Example: kg extract articles/ -o mentions.jsonl")
@options.inputs
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; default: standard output."
)
@options.published
@options.extractors
@options.actors
@options.config
@options.strict
def command(
    inputs: tuple[str, ...],
    out: Path | None,
    published: object,
    extractors: tuple[str, ...],
    actors: str | None,
    config_file: Path | None,
    strict: bool | None,
) -> None:
    """Print the event mentions of articles as JSON Lines, one a line, before they are merged."""
    from kg.actors import own
    from kg.build import extract
    from kg.commands.output import exit_code, write_lines
    from kg.config import load
    from kg.model import Problem, encode
    from kg.read import read

    config = load(config_file, published=published, extractors=extractors or None, actors=actors, strict=strict)
    problems: list[Problem] = []
    documents = tuple(read(inputs, published=config.published, report=problems.append))
    found = extract(tracker("reading")(documents), config, problems.append, own.load(config.actors, problems.append))
    write_lines((encode(mention) for extracted in found for mention in extracted.mentions), out)
    print_problems(problems)
    sys.exit(exit_code(documents, problems, config.strict))
