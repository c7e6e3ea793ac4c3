"""Mentions of documents, from what is remembered where it can be, else extracted and then remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from kg.engine import Extracted
from kg.model import Document, EventMention
from kg.store.keys import content_key
from kg.store.store import Store

Extract = Callable[[Sequence[Document]], Iterable[Extracted]]


def recall(documents: Sequence[Document], store: Store, fingerprint: bytes, extract: Extract) -> Iterator[EventMention]:
    """The mentions of documents, in their order; afterwards the store holds these documents and no others."""
    keys = {document.id: content_key(document, fingerprint) for document in documents}
    told = store.mentions(keys.values())
    new = {keys[d.id]: d for d in documents if keys[d.id] not in told}
    for document, mentions, problems in extract(tuple(new.values())) if new else ():
        key = keys[document.id]
        told[key] = msgspec.json.encode(mentions)
        if not problems:
            store.add(key, told[key])
    store.keep(keys.values())
    for document in documents:
        yield from _of(document, told.get(keys[document.id], b"[]"))


def _of(document: Document, told: bytes) -> Iterator[EventMention]:
    """Mentions as remembered; the same text may have had another id then."""
    for mention in msgspec.json.decode(told, type=tuple[EventMention, ...]):
        same = mention.document == document.id
        yield mention if same else msgspec.structs.replace(mention, document=document.id)
