"""What spaCy's models make of a word by itself, before its neighbours count: worked out once a word."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

_WORDS = 1 << 14
"""Words that are remembered, each in some four kilobytes; when there are more, all are forgotten."""
_AT_ONCE = 48
"""Words worked out together: always as many, so that none depends, to the last bit, on which others are new with it."""
_NOTHING = b""
"""Stands for what is before the first word and behind the last: zeros."""

Vectors = NDArray[np.float32]


class Embedding:
    """Gives what an embedding (`spacy.MultiHashEmbed`) gives, which looks at words one by one.

    And what the layer above makes of it, which adds up products: of a word with what it holds for the word before it,
    for itself and for the word behind it.
    """

    def __init__(self, embed: Model[Any, Any], weights: Vectors) -> None:
        """With the weights of the layer above: those for the word before, the word and the word behind it, in a row."""
        self._features, _, self._hashed, self._mixed, _ = embed.layers
        self._weights: Vectors = np.ascontiguousarray(np.hstack(np.vsplit(weights, 3)))
        self._known: dict[bytes, int] = {}
        self._make_room(_WORDS)

    def places(self, docs: Sequence[Doc], pad: int) -> NDArray[np.int64]:
        """Where the words of documents are remembered, `pad` times nothing before, between and behind these."""
        words = list(map(_words, self._features.predict(docs)))
        self._learn([word for told in words for word in told])
        between = [0] * pad
        found = between.copy()
        for told in words:
            found += [self._known[word] for word in told]
            found += between
        return np.array(found)

    def of(self, places: NDArray[np.int64]) -> Vectors:
        """The vectors of words."""
        return self._vectors.take(places, axis=0)

    def products(self, places: NDArray[np.int64]) -> Vectors:
        """Of each word with those beside it, the sum of the products."""
        found: Vectors = self._here.take(places, axis=0)
        found[1:] += self._as_before.take(places[:-1], axis=0)
        found[:-1] += self._as_behind.take(places[1:], axis=0)
        return found

    def _learn(self, words: Sequence[bytes]) -> None:
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > len(self._vectors):
            new = list(dict.fromkeys(words))
            self._make_room(max(_WORDS, len(new) + 1))
        for start in range(0, len(new), _AT_ONCE):
            self._work_out(new[start : start + _AT_ONCE])

    def _make_room(self, words: int) -> None:
        width, products = len(self._weights), self._weights.shape[1] // 3
        self._known.clear()
        self._known[_NOTHING] = 0
        self._vectors: Vectors = np.empty((words, width), dtype="float32")
        self._as_before, self._here, self._as_behind = (np.empty((words, products), dtype="float32") for _ in range(3))
        for table in (self._vectors, self._as_before, self._here, self._as_behind):
            table[0] = 0

    def _work_out(self, words: Sequence[bytes]) -> None:
        rows = np.frombuffer(b"".join(words), dtype="uint64").reshape(len(words), -1)
        padded = np.zeros((_AT_ONCE, rows.shape[1]), dtype="uint64")
        padded[: len(words)] = rows
        first = len(self._known)
        mixed = self._mixed.predict(self._hashed.predict(padded))
        here = slice(first, first + len(words))
        self._vectors[here] = mixed[: len(words)]
        found = np.hsplit(mixed @ self._weights, 3)
        for table, products in zip((self._as_before, self._here, self._as_behind), found, strict=True):
            table[here] = products[: len(words)]
        self._known.update((word, first + i) for i, word in enumerate(words))


def _words(features: NDArray[np.uint64]) -> list[bytes]:
    """All that an embedding sees of each word."""
    words: list[bytes] = features.view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
    return words
