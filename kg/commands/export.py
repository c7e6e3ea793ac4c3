"""`kg export`: write a format from a build's folder, without reading an article again."""

from pathlib import Path

import click

from kg.commands import options
from kg.commands.terminal import print_problems
from kg.model import Problem


@click.command(epilog="Example: kg export -o graph.trig")
@click.option(
    "-o",
    "--out",
    "file",
    type=click.Path(path_type=Path),
    required=True,
    help="File to write; a folder where the format has several (csv, parquet, parquet-parts, nq-parts).",
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
    """Write what a build found in another format: turtle, gexf, graphml, csv, parquet, ics, html and others.

    The folder must hold events.jsonl, documents.jsonl, mentions.jsonl and near_misses.jsonl, as a build writes them
    unless told otherwise.
    """
    from kg import built
    from kg.config import load
    from kg.export import by_ending, by_name, write_all

    entries = by_name(name) if name else (by_ending(file),)
    if len(entries) == 1 and file.is_dir() and not entries[0].parts:
        raise click.UsageError(f"{file} is a folder; name the file, for instance {file / entries[0].file}")
    problems: list[Problem] = []
    config = load(config_file, base_iri=base_iri, actors=actors)
    graph = built.graph(folder, config, problems.append)
    if len(entries) == 1:
        entries[0].write(graph, file)
        written: tuple[Path, ...] = (file,)
    else:
        written = write_all(graph, file, [entry.name for entry in entries])
    print_problems(problems)
    click.echo(f"Written: {', '.join(map(str, written))}")
