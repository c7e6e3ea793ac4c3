"""`kg export`: write a format from a build's folder, without reading an article again."""

from pathlib import Path

import click

from kg.commands import options
from kg.commands.terminal import print_problems
from kg.model import Problem


@click.command(epilog="Example: kg export -o graph.trig")
@click.option(
    "-o", "--out", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File to write."
)
@click.option("--format", "name", metavar="NAME", help="Format, as in kg build; default: by the file's ending.")
@click.option(
    "-i", "--in", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True,
    help="Folder of the build.",
)  # fmt: skip
@options.base_iri
@options.actors
@options.config
def command(
    file: Path, name: str | None, folder: Path, base_iri: str | None, actors: str | None, config_file: Path | None
) -> None:
    """Write what a build found in another format: turtle, nt, nq, trig, jsonld, gexf, graphml and others.

    The folder must hold events.jsonl, documents.jsonl, mentions.jsonl and near_misses.jsonl, as a build writes them
    unless told otherwise.
    """
    from kg import built
    from kg.config import load
    from kg.export import by_ending, by_name

    entry = by_name(name) if name else by_ending(file)
    problems: list[Problem] = []
    config = load(config_file, base_iri=base_iri, actors=actors)
    entry.write(built.graph(folder, config, problems.append), file)
    print_problems(problems)
    click.echo(f"Written: {file}")
