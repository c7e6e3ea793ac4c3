"""spaCy's vectors of words in their company, in numpy: thinc takes two thirds more time for the same sums."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, noop

from kg.parse.remembered import Embedding, Vectors


def replace(model: Model[Any, Any]) -> None:
    """Puts ours in the place of the token vectors of a model (`spacy.Tok2Vec` over `spacy.MaxoutWindowEncoder.v2`)."""
    for node in [n for n in model.walk() if n.has_ref("embed") is True]:
        embed, encode = node.get_ref("embed"), node.get_ref("encode")
        model.replace_node(embed, Model("tokens", _Encoder(embed, encode)))
        model.replace_node(encode, noop())


class _Encoder:
    """Gives for each document the vectors of its tokens; nothing is trained here."""

    def __init__(self, embed: Model[Any, Any], encode: Model[Any, Any]) -> None:
        self._pad: int = encode.attrs["pad"]
        self._first, *self._layers = [_Layer(node) for node in encode.layers[0].layers]
        self._embedding = Embedding(embed, self._first.weights)

    def __call__(self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Vectors], None]:
        """thinc's forward pass, without a way back: zeros part the documents, so that none sees its neighbours."""
        words = self._embedding.places(docs, self._pad)
        rows = self._first.raised(self._embedding.products(words), self._embedding.of(words))
        *layers, last = self._layers
        for layer in layers:
            rows = layer(_windows(rows), rows)
        told = words > 0
        vectors = last(_windows(rows)[told], rows[told])
        ends = accumulate(map(len, docs))
        return [vectors[end - len(doc) : end] for end, doc in zip(ends, docs, strict=True)], None


def _windows(rows: Vectors) -> Vectors:
    """Each row between the one before and the one behind it."""
    found: Vectors = np.empty((len(rows), 3, rows.shape[1]), dtype="float32")
    found[1:, 0], found[:, 1], found[:-1, 2] = rows[:-1], rows, rows[1:]
    found[0, 0] = found[-1, 2] = 0
    return found.reshape(len(rows), -1)


class _Layer:
    """A residual layer: of each unit the largest of its pieces, normalized."""

    def __init__(self, node: Model[Any, Any]) -> None:
        maxout, norm = (next(n for n in node.walk() if n.name == name) for name in ("maxout", "layernorm"))
        weights: Any = maxout.get_param("W")
        self._units, pieces, inputs = weights.shape
        self._pieces = range(0, pieces * self._units, self._units)
        # The pieces of one kind beside each other: numpy compares whole rows.
        self.weights: Vectors = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1))
        self._bias: Vectors = np.asarray(maxout.get_param("b")).T.ravel()
        self._even: Vectors = np.full(self._units, 1 / self._units, dtype="float32")
        self._scale: Vectors = np.asarray(norm.get_param("G"))
        self._shift: Vectors = np.asarray(norm.get_param("b"))

    def __call__(self, windows: Vectors, rows: Vectors) -> Vectors:
        return self.raised(windows @ self.weights, rows)

    def raised(self, sums: Vectors, rows: Vectors) -> Vectors:
        """What the layer makes of rows, given the products with its weights, which are overwritten."""
        sums += self._bias
        first, second, *others = (sums[:, at : at + self._units] for at in self._pieces)
        best: Vectors = np.maximum(first, second)
        for piece in others:
            np.maximum(best, piece, out=best)
        best -= (best @ self._even)[:, None]
        variance = np.einsum("ij,ij->i", best, best) / self._units + 1e-8
        best *= (variance**-0.5)[:, None]
        best *= self._scale
        best += self._shift
        best += rows
        return best
