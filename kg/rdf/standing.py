"""The blocks of a Turtle file that stand as they are: of events and documents that are still the same."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.rdf.mapping import Object
from kg.rdf.names import Names, split
from kg.rdf.subjects import SPANS

if TYPE_CHECKING:
    from kg.graph import Changes

_END = b" .\n"
"""Ends a block: within one no line ends with a full stop, and no literal has a line end."""
_AT_ONCE = 2**20
_ESCAPED = re.compile(r"\\(.)")


def kept(path: Path, changes: "Changes", names: Names, short: Callable[[Object], str]) -> Iterator[tuple[Object, str]]:
    """IRI and block of each event and document that `changes` does not name, and of what is told by them alone.

    Raises:
        OSError: the file cannot be read.
    """
    nodes = {short(names.node(name)) for name in changes.events | changes.documents}
    mentions = {_teller(short(names.iri("mention", f"{split(name)[1]}-0"))) for name in changes.events}
    spans = {_teller(short(names.span("span", split(name)[1], 0, 0))) for name in changes.documents}
    tellers = {"mention": mentions, **dict.fromkeys(SPANS, spans)}
    for block in _blocks(path):
        subject = block[: block.index(b" ")].decode()
        kind = subject.partition(":")[0]
        if kind in tellers:
            stands = _teller(subject) not in tellers[kind]
        else:
            stands = kind in ("event", "document") and subject not in nodes
        if stands:
            name = subject.partition(":")[2]
            yield names.ending(kind, _ESCAPED.sub(r"\1", name)), block.decode()


def _teller(subject: str) -> str:
    """Of the short name of a mention the part that names its event, of a span's the part that names its document."""
    kind, _, name = subject.partition(":")
    return name.rsplit("-", 1 if kind == "mention" else 2)[0]


def _blocks(path: Path) -> Iterator[bytes]:
    rest = b""
    with path.open("rb") as file:
        while read := file.read(_AT_ONCE):
            *blocks, rest = (rest + read).split(_END)
            yield from (block + _END for block in blocks)
