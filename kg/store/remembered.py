"""Mentions of documents, from what is remembered where it can be, else extracted and then remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from kg.engine import Extracted
from kg.model import Document, EventMention
from kg.shelf import Chosen
from kg.store.keys import content_key
from kg.store.store import Store

Extract = Callable[[Sequence[Document]], Iterable[Extracted]]


def recall(documents: Sequence[Document], store: Store, fingerprint: bytes, extract: Extract) -> Iterator[EventMention]:
    """The mentions of documents, in no order of theirs; afterwards the store holds these documents and no others.

    What the store has comes first; a broken part shows when it is read, and its documents are then new ones.
    """
    places: dict[bytes, tuple[str, ...]] = {}
    firsts: dict[bytes, int] = {}
    for position, document in enumerate(documents):
        key = content_key(document, fingerprint)
        places[key] = (*places.get(key, ()), document.id)
        firsts.setdefault(key, position)
    for key, told in store.mentions(places):
        del firsts[key]
        yield from _of(places[key], msgspec.json.decode(told, type=tuple[EventMention, ...]))
    found = extract(Chosen(documents, tuple(firsts.values()))) if firsts else ()
    for key, (_, mentions, problems) in zip(firsts, found, strict=True):
        if not problems:
            store.add(key, msgspec.json.encode(mentions))
        yield from _of(places[key], mentions)
    store.keep(places)


def _of(documents: Iterable[str], mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """Mentions as remembered, of each document with the same text, which may have had another id then."""
    for document in documents:
        for mention in mentions:
            same = mention.document == document
            yield mention if same else msgspec.structs.replace(mention, document=document)
