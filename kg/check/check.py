"""The check of a folder or of a file: which rules apply to what is there."""

from collections.abc import Iterator
from pathlib import Path

from kg.check import lines, triples
from kg.check.finding import Finding
from kg.errors import NotFoundError


def check(path: Path) -> tuple[Finding, ...]:
    """All that is wrong in a build's folder, or in one file of RDF (.ttl, .nt, .nq, .trig, .jsonld, .rdf).

    Of a folder the JSON Lines and one RDF file are checked, whichever is there first in the order of the formats.

    Raises:
        NotFoundError: there is no such file or folder, or nothing in it that can be checked.
        ConfigError: pySHACL is not installed, or the file's ending says nothing.
        InputError: a file cannot be read.
    """
    return tuple(_folder(path) if path.is_dir() else _file(path))


def _file(file: Path) -> Iterator[Finding]:
    if not file.exists():
        raise NotFoundError(f"{file}: no such file or folder; name the folder of a build, or a file of RDF")
    return triples.check(file)


def _folder(folder: Path) -> Iterator[Finding]:
    named = [folder / f"graph.{ending}" for ending in triples.ENDINGS]
    rdf = [file for file in named if file.is_file()]
    if not rdf and not lines.files(folder):
        raise NotFoundError(
            f"{folder}: no build is here; run `kg build FOLDER -o {folder}` first, or name a file of RDF"
        )
    yield from lines.check(folder)
    for file in rdf[:1]:
        yield from triples.check(file)
