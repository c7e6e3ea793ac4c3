"""Story groups as earlier builds found them, so that only the weeks whose articles changed are grouped anew."""

from collections.abc import Sequence
from hashlib import blake2b

import msgspec

from kg.merge.stories import Story, stories, window_stories
from kg.model import Document
from kg.store.keys import grouping
from kg.store.store import Store

Groups = tuple[tuple[tuple[str, ...], Story], ...]


def recall_stories(documents: Sequence[Document], store: Store) -> dict[str, Story]:
    """The story of each document, by id; afterwards the store holds the windows of these documents and no others."""
    known, grouped = store.windows(), dict[bytes, bytes]()

    def group(number: int | None, told: Sequence[Document]) -> Groups:
        key = _key(number, told)
        grouped[key] = known.get(key) or msgspec.json.encode(tuple(window_stories(number, told)))
        return msgspec.json.decode(grouped[key], type=Groups)

    found = stories(documents, group)
    store.set_windows(grouped)
    return found


def _key(number: int | None, documents: Sequence[Document]) -> bytes:
    """16 bytes for all that the stories of a window depend on."""
    texts = sorted((d.id, d.title, d.text) for d in documents)
    return blake2b(msgspec.json.encode((number, texts)), digest_size=16, key=grouping()).digest()
