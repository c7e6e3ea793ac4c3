"""`kg check`: whether a build, or anybody's RDF, is what it should be."""

import sys
from pathlib import Path

import click

from kg.commands import options


@click.command(epilog="Example: kg check out --json")
@click.argument("path", type=click.Path(path_type=Path), default=Path("out"), metavar="[FOLDER|FILE]")
@options.as_json
def command(path: Path, as_json: bool) -> None:
    """Check a build's folder (default: out), or a file of RDF, and say which rule is broken where.

    RDF is held against the shapes of ontology/shapes.ttl with pySHACL (pip install -e '.[check]'), lines of JSON
    against the types of kg; ids must be unique, spans lie in their texts, quotes be as long as their spans, and links
    lead to events and never back. Exits with 1 if anything is wrong.
    """
    from kg.check import check
    from kg.commands.output import write_lines
    from kg.model import encode

    found = check(path)
    if as_json:
        write_lines(map(encode, found), None)
    else:
        for one in found:
            where = f"{one.file}:{one.line}" if one.line else one.file
            click.echo(_printable(f"{where}: {one.subject or '–'}: {one.rule}: {one.message}"))
        click.echo(f"{path}: {len(found) or 'nothing'} wrong.")
    sys.exit(bool(found))


def _printable(text: str) -> str:
    """One line without control characters: what is checked may come from anybody."""
    return "".join(char if char.isprintable() else " " for char in text)
