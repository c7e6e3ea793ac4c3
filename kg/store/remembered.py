"""Mentions of documents, from what is remembered where it can be, else extracted and then remembered."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from kg.engine import Extracted
from kg.model import Document, EventMention
from kg.shelf import Chosen
from kg.store.keys import content_key
from kg.store.store import Store

Extract = Callable[[Sequence[Document]], Iterable[Extracted]]


def recall(documents: Sequence[Document], store: Store, fingerprint: bytes, extract: Extract) -> Iterator[EventMention]:
    """The mentions of documents, in their order; afterwards the store holds these documents and no others.

    All that is new is extracted before this returns, and stands in the store, not in memory.
    """
    keys = [content_key(document, fingerprint) for document in documents]
    told = store.mentions(keys)
    new: dict[bytes, int] = {}
    for position, key in enumerate(keys):
        if key not in told:
            new.setdefault(key, position)
    found = extract(Chosen(documents, tuple(new.values()))) if new else ()
    for key, (_, mentions, problems) in zip(new, found, strict=True):
        if problems:
            told[key] = msgspec.json.encode(mentions)
        else:
            store.add(key, msgspec.json.encode(mentions))
    store.keep(keys)
    return _in_order(documents, keys, told, new, store)


def _in_order(
    documents: Sequence[Document], keys: Sequence[bytes], told: dict[bytes, bytes], new: Collection[bytes], store: Store
) -> Iterator[EventMention]:
    told = told | store.mentions(new)
    for key, document in zip(keys, documents, strict=True):
        yield from _of(document, told.get(key, b"[]"))


def _of(document: Document, told: bytes) -> Iterator[EventMention]:
    """Mentions as remembered; the same text may have had another id then."""
    for mention in msgspec.json.decode(told, type=tuple[EventMention, ...]):
        same = mention.document == document.id
        yield mention if same else msgspec.structs.replace(mention, document=document.id)
