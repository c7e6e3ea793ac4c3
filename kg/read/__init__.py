"""Sources → Document: files, folders, patterns or standard input, whatever their format.

| ending            | read as                                                                  |
|-------------------|--------------------------------------------------------------------------|
| .txt .text .md    | one document, its text whole                                             |
| .html .htm .xhtml | one document: the article in the page, with the page's metadata          |
| .jsonl .ndjson    | one document a line: `{"text"}` and if wanted `"id"`, `"published"`,     |
|                   | `"title"`, `"url"`, `"outlet"`, `"language"`                             |
| .json             | one such object, or a list of them                                       |
| .csv .tsv .parquet| one document a row, with the same names as columns                       |
| .warc             | one document for each web page in the archive that holds an article      |

Each of them may be packed by gzip, bzip2, xz or Zstandard (`.jsonl.gz`). A file of another ending is read if it is
named itself, and standard input ("-") always: as JSON Lines if it begins with `{`, as a list of JSON if with `[{`,
as HTML if with `<`, as a table if its first line is a header with a column `text`, as Parquet or a web archive if
it begins like one, else as plain text.

The publication day is, in this order: the field or metadata that gives it, the date line of the text, the
day that the caller gives for documents without one (`published`, `--published`). Offsets count in
`Document.text`: the text as it is in the source, with line ends as \\n and without a byte-order mark.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BufferedReader

from kg.errors import InputError
from kg.model import Document, Problem
from kg.read import csv, html, jsonl, parquet, text, warc
from kg.read.complete import complete
from kg.read.decoding import opened
from kg.read.draft import Draft, Reader, Source
from kg.read.ids import identified
from kg.read.packing import misnamed
from kg.read.sources import find

__all__ = ["READERS", "read"]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": jsonl.read_lines,
    ".ndjson": jsonl.read_lines,
    ".json": jsonl.read_whole,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".parquet": parquet.read,
    ".warc": warc.read,
}
_BEGINNINGS: dict[bytes, tuple[str, Reader]] = {
    b"{": ("JSON Lines", jsonl.read_lines),
    b"<": ("HTML", html.read),
    parquet.MAGIC: ("Parquet", parquet.read),
    warc.MAGIC: ("a web archive", warc.read),
}
_PLAIN: tuple[str, Reader] = ("plain text", text.read)
_PEEK = 4096


def read(
    inputs: Sequence[str], *, published: date | None = None, report: Callable[[Problem], None]
) -> Iterator[Document]:
    """The documents of all inputs, one at a time, sorted by path whatever the order of the inputs.

    Args:
        inputs: files, folders (with all that is not hidden below), patterns, "-" for standard input.
        published: the day of publication of documents that have none of their own.
        report: called with everything that could not be used or had to be guessed. An error is a file,
            line or row that is lost; a warning, something that is missing; a notice, a guess or a choice.

    Yields:
        Documents with ids that are unique among them. Nothing is raised for bad input: a caller that got no
        document has the reasons from `report`.
    """
    sources, problems = find(inputs, READERS)
    for problem in problems:
        report(problem)
    for item in identified(_completed(sources, published)):
        if isinstance(item, Problem):
            report(item)
        else:
            yield item


def _completed(sources: Sequence[Source], published: date | None) -> Iterator[Draft | Problem]:
    for source in sources:
        for item in _drafts(source):
            if isinstance(item, Draft):
                yield from complete(item, published)
            else:
                yield item


def _drafts(source: Source) -> Iterator[Draft | Problem]:
    """What one source gives; its problems at once if there is an article in it, else as one."""
    waiting: list[Problem] = []
    found = False
    for item in _items(source):
        found = found or isinstance(item, Draft)
        if isinstance(item, Problem) and not found:
            waiting.append(item)
        else:
            yield from waiting
            waiting.clear()
            yield item
    yield from waiting if found else _as_one(source, waiting)


def _as_one(source: Source, problems: list[Problem]) -> Iterator[Problem]:
    """What to say of a source without any article: a folder may well hold tables of something else."""
    errors = [problem for problem in problems if problem.level == "error"]
    if not errors:
        yield source.problem("warning", "no text in it, so nothing was read; fill it or remove it")
    elif len(errors) == 1:
        yield from problems
    elif source.named:
        lost = f"{errors[0].message} (and {len(errors) - 1} more: there is no article in this file)"
        yield source.problem("error", lost, errors[0].line)
    else:
        yield source.problem(
            "notice", f"left out, since none of its {len(errors)} records is an article; to read it, name it"
        )


def _items(source: Source) -> Iterator[Draft | Problem]:
    """What the reader of a source gives, and an error where it breaks off."""
    kept = ""
    try:
        with opened(source) as stream:
            for item in _read(source, stream):
                yield item
                kept = _kept(item) if isinstance(item, Draft) else kept
    except InputError as error:
        yield source.problem("error", f"{error}{kept}")
    except OSError as error:
        reason = error.strerror or error
        yield source.problem("error", f"cannot be read ({reason}); check the file and its permissions{kept}")


def _kept(last: Draft) -> str:
    """What to say where a source breaks off after an article."""
    where = f"line {last.line}" if last.line else f"item {last.item}"
    return f"; what stands before that is read, up to {where}" if last.line or last.item else ""


def _read(source: Source, stream: BufferedReader) -> Iterator[Draft | Problem]:
    if source.path is not None and (packing := misnamed(source.path.name, stream)):
        yield source.problem("notice", f"no {packing} data in spite of its name, so it is read as it is")
    if source.suffix in READERS:
        yield from READERS[source.suffix](stream, source)
        return
    name, reader = _guessed(stream)
    if source.path is not None:
        yield source.problem("notice", f"its ending is none that kg knows, so it is read as {name}")
    yield from reader(stream, source)


def _guessed(stream: BufferedReader) -> tuple[str, Reader]:
    start = stream.peek(_PEEK).removeprefix(BOM_UTF8).lstrip()
    if csv.is_header(start.splitlines()[0].decode(errors="replace") if start else ""):
        return "CSV", csv.read
    if re.match(rb"\[\s*\{", start):
        return "JSON", jsonl.read_whole
    return next((found for beginning, found in _BEGINNINGS.items() if start.startswith(beginning)), _PLAIN)
