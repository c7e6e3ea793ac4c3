"""Story groups as earlier builds found them, so that only the weeks whose articles changed are grouped anew."""

from collections.abc import Container, Sequence
from hashlib import blake2b

import msgspec

from kg.merge.stories import Story, stories, window_stories
from kg.model import Document
from kg.store.keys import grouping
from kg.store.store import Store

Groups = tuple[tuple[tuple[str, ...], Story], ...]


def recall_stories(
    documents: Sequence[Document], store: Store, wanted: Container[str] | None = None
) -> dict[str, Story]:
    """The story of each document, or of those wanted, by id; afterwards the store holds the windows of these documents
    and no others."""
    keys = set[bytes]()

    def group(number: int | None, told: Sequence[Document]) -> Groups:
        key = _key(number, told)
        keys.add(key)
        if (known := store.window(key)) is None:
            known = msgspec.json.encode(tuple(window_stories(number, told)))
            store.add_window(key, known)
        return msgspec.json.decode(known, type=Groups)

    found = stories(documents, group, wanted)
    store.keep_windows(keys)
    return found


def _key(number: int | None, documents: Sequence[Document]) -> bytes:
    """16 bytes for all that the stories of a window depend on."""
    texts = sorted((d.id, d.title, d.text) for d in documents)
    return blake2b(msgspec.json.encode((number, texts)), digest_size=16, key=grouping()).digest()
