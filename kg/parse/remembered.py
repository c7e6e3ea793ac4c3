"""What spaCy's models make of a word by itself, before its neighbours count: worked out once a word."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

_WORDS = 1 << 15
"""Words that are remembered, each in half a kilobyte; when there are more, all are forgotten."""
_AT_ONCE = 48
"""Words worked out together: always as many, so that none depends, to the last bit, on which others are new with it."""

Vectors = NDArray[np.float32]


class Embedding:
    """Gives what an embedding (`spacy.MultiHashEmbed`) gives, which looks at words one by one."""

    def __init__(self, embed: Model[Any, Any]) -> None:
        self._features, _, self._hashed, self._mixed, _ = embed.layers
        self._known: dict[bytes, int] = {}
        self._vectors: Vectors = np.empty((_WORDS, embed.get_dim("nO")), dtype="float32")

    def of(self, docs: Sequence[Doc]) -> Vectors:
        """The vectors of the tokens of all documents."""
        features = np.concatenate(self._features.predict(docs))
        words: list[bytes] = features.view(f"V{features.shape[1] * features.itemsize}").ravel().tolist()
        self._learn(words)
        found: Vectors = self._vectors[[self._known[word] for word in words]]
        return found

    def _learn(self, words: Sequence[bytes]) -> None:
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > len(self._vectors):
            self._known.clear()
            new = list(dict.fromkeys(words))
            self._vectors = np.empty((max(_WORDS, len(new)), self._vectors.shape[1]), dtype="float32")
        for start in range(0, len(new), _AT_ONCE):
            self._work_out(new[start : start + _AT_ONCE])

    def _work_out(self, words: Sequence[bytes]) -> None:
        rows = np.frombuffer(b"".join(words), dtype="uint64").reshape(len(words), -1)
        padded = np.zeros((_AT_ONCE, rows.shape[1]), dtype="uint64")
        padded[: len(words)] = rows
        first = len(self._known)
        self._vectors[first : first + len(words)] = self._mixed.predict(self._hashed.predict(padded))[: len(words)]
        self._known.update((word, first + i) for i, word in enumerate(words))
