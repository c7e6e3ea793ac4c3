"""Mentions of documents, from what is remembered where it can be, else extracted and then remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from kg.engine import Extracted
from kg.model import Document, EventMention, encode
from kg.shelf import Chosen
from kg.store.keys import content_key
from kg.store.store import Store

Extract = Callable[[Sequence[Document], int], Iterable[Extracted]]
"""What is found in documents that the store does not have; the number is of those that it has."""


def recall(documents: Sequence[Document], store: Store, fingerprint: bytes, extract: Extract) -> Iterator[bytes]:
    """The mentions of documents as lines of JSON, in no order of theirs; afterwards the store holds these documents and
    no others.

    What the store has comes first; a broken part shows when it is read, and its documents are then new ones.
    """
    places: dict[bytes, tuple[str, ...]] = {}
    firsts: dict[bytes, int] = {}
    for position, document in enumerate(documents):
        key = content_key(document, fingerprint)
        places[key] = (*places.get(key, ()), document.id)
        firsts.setdefault(key, position)
    known = 0
    for key, told in store.mentions(places):
        del firsts[key]
        known += len(places[key])
        yield from _of(places[key], told)
    found = extract(Chosen(documents, tuple(firsts.values())), known)
    for key, (_, mentions, problems) in zip(firsts, found, strict=True):
        told = msgspec.json.encode(mentions)
        if not problems:
            store.add(key, told)
        yield from _of(places[key], told)
    store.keep(places)


class _Of(msgspec.Struct):
    """Of a mention the document that it was found in."""

    document: str


_lines = msgspec.json.Decoder(list[msgspec.Raw]).decode
_first = msgspec.json.Decoder(_Of).decode


def _of(documents: Iterable[str], told: bytes) -> Iterator[bytes]:
    """Mentions of one text as remembered, of each document with this text, which may have had another id then."""
    lines = _lines(told)
    for document in documents if lines else ():
        if _first(lines[0]).document == document:
            yield from map(bytes, lines)
        else:
            mentions = msgspec.json.decode(told, type=tuple[EventMention, ...])
            yield from (encode(msgspec.structs.replace(mention, document=document)) for mention in mentions)
