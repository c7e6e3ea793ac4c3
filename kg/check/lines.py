"""Rules for the JSON Lines of a build: values of the model, unique ids, spans in their texts, links without loops.

| rule | what it says |
|---|---|
| value | a line is a value of `kg.model`; the earliest day is not after the latest |
| unique-id | no two events and no two documents share an id |
| span-in-text | a sentence and its marks end where its document's text ends, or before |
| quote-length | a quote is as long as its span |
| link-target | a link leads to an event of the build |
| link-loop | following links of one kind never leads back |
| known-document | what is reported by a document is of a document of the build |
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import networkx as nx

from kg.check.finding import Finding
from kg.check.loops import loops
from kg.errors import InputError
from kg.model import Event, EventMention, NearMiss, Report, Source, Span, Value, decode

_KINDS: dict[str, type[Value]] = {
    "documents.jsonl": Source,
    "events.jsonl": Event,
    "mentions.jsonl": EventMention,
    "near_misses.jsonl": NearMiss,
}


class _Line(NamedTuple):
    """A value with its place."""

    file: str
    number: int
    value: Value

    def broken(self, rule: str, subject: str, message: str) -> Finding:
        return Finding(rule=rule, file=self.file, line=self.number, subject=subject, message=message)


def files(folder: Path) -> list[Path]:
    """The files of a build that these rules apply to, those that are there."""
    return [folder / name for name in _KINDS if (folder / name).is_file()]


def check(folder: Path) -> Iterator[Finding]:
    """What is wrong in the lines of a build's folder, rule by rule, file by file.

    Raises:
        InputError: a file cannot be read.
    """
    read: list[_Line] = []
    for file in files(folder):
        for number, text in enumerate(_content(file).splitlines(), 1):
            try:
                read.append(_Line(file.name, number, decode(text, _KINDS[file.name])))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                yield Finding(rule="value", file=file.name, line=number, subject=_id(text), message=str(error))
    yield from _unique(read)
    if (folder / "documents.jsonl").is_file():
        yield from _placed(read, {v.id: v.length for _, _, v in read if isinstance(v, Source)})
    yield from _quoted(read)
    if (folder / "events.jsonl").is_file():
        yield from _linked([line for line in read if isinstance(line.value, Event)])


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}); check who may read it") from error


def _id(text: bytes) -> str:
    """The id in a line that is no value, if it has one."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    return str(found.get("id", "")) if isinstance(found, dict) else ""


def _unique(read: Sequence[_Line]) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for line in read:
        if isinstance(line.value, Event | Source):
            before = first.setdefault((line.file, line.value.id), line.number)
            if before != line.number:
                yield line.broken("unique-id", line.value.id, f"the id stands in line {before} too")


def _placed(read: Sequence[_Line], lengths: dict[str, int]) -> Iterator[Finding]:
    """The documents that are referred to, and the ends of what stands in them."""
    for line in read:
        for subject, document, end in _spans(line.value):
            if document not in lengths:
                yield line.broken("known-document", subject, f"no document of the build has the id {document!r}")
            elif end > lengths[document]:
                text = f"a span ends at {end}, after the text of {document!r} does at {lengths[document]}"
                yield line.broken("span-in-text", subject, text)


def _spans(value: Value) -> Iterator[tuple[str, str, int]]:
    """Subject, document and last end of each sentence in a value, with the words marked in it."""
    if isinstance(value, Event):
        for report in value.mentions:
            yield value.id, report.document, max(report.end, *(mark.end for mark in report.marks), 0)
    elif isinstance(value, EventMention):
        ends = [value.sentence.end, value.trigger.end, *(mark.end for mark in value.marks)]
        yield _name(value), value.document, max(ends)


def _name(mention: EventMention) -> str:
    return f"{mention.document}:{mention.trigger.start}:{mention.type}"


def _quoted(read: Sequence[_Line]) -> Iterator[Finding]:
    for line in read:
        for subject, what, text, span in _quotes(line.value):
            if len(text) != span.end - span.start:
                message = f"{what} is of {len(text)} characters, its span of {span.end - span.start}"
                yield line.broken("quote-length", subject, message)


def _quotes(value: Value) -> Iterator[tuple[str, str, str, Span | Report]]:
    if isinstance(value, Event):
        for number, report in enumerate(value.mentions):
            yield value.id, f"the quote of report [{number}]", report.quote, report
    elif isinstance(value, EventMention):
        yield _name(value), "the trigger", value.trigger.text, value.trigger
        for actor in (*value.actors, *value.targets):
            yield _name(value), f"the name {actor.text!r}", actor.text, actor


def _linked(events: Sequence[_Line]) -> Iterator[Finding]:
    lines = {line.value.id: line for line in events if isinstance(line.value, Event)}
    ties: dict[str, nx.DiGraph[str]] = defaultdict(nx.DiGraph)
    for identifier, line in lines.items():
        for link in line.value.links if isinstance(line.value, Event) else ():
            ties[link.kind].add_edge(identifier, link.event)
            if link.event not in lines:
                yield line.broken(
                    "link-target", identifier, f"{link.kind} leads to {link.event}, which is no event here"
                )
    for kind in sorted(ties):
        for loop in loops(ties[kind]):
            yield lines[loop[0]].broken("link-loop", loop[0], f"{kind} leads back: {' → '.join([*loop, loop[0]])}")
