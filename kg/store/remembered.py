"""Mentions of documents, from what is remembered where it can be, else extracted and then remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from kg.engine import Extracted
from kg.model import Document, EventMention
from kg.shelf import Chosen
from kg.store.keys import content_key
from kg.store.store import Store

Extract = Callable[[Sequence[Document]], Iterable[Extracted]]


def recall(documents: Sequence[Document], store: Store, fingerprint: bytes, extract: Extract) -> Iterator[EventMention]:
    """The mentions of documents, in no order of theirs; afterwards the store holds these documents and no others.

    All that is new is extracted before this returns, and stands in the store, not in memory.
    """
    places: dict[bytes, tuple[str, ...]] = {}
    firsts: dict[bytes, int] = {}
    for position, document in enumerate(documents):
        key = content_key(document, fingerprint)
        places[key] = (*places.get(key, ()), document.id)
        firsts.setdefault(key, position)
    known = {key for key, _ in store.mentions(places)}
    new = {key: position for key, position in firsts.items() if key not in known}
    failed: dict[bytes, bytes] = {}
    found = extract(Chosen(documents, tuple(new.values()))) if new else ()
    for key, (_, mentions, problems) in zip(new, found, strict=True):
        if problems:
            failed[key] = msgspec.json.encode(mentions)
        else:
            store.add(key, msgspec.json.encode(mentions))
    store.keep(places)
    return (
        mention for key, told in chain(failed.items(), store.mentions(places)) for mention in _of(places[key], told)
    )


def _of(documents: Iterable[str], told: bytes) -> Iterator[EventMention]:
    """Mentions as remembered, of each document with the same text, which may have had another id then."""
    mentions = msgspec.json.decode(told, type=tuple[EventMention, ...])
    for document in documents:
        for mention in mentions:
            same = mention.document == document
            yield mention if same else msgspec.structs.replace(mention, document=document)
