"""Tokens by what the parser made of them, its label and tag, compared as numbers: few tokens are of a wanted pair."""

from collections.abc import Iterable
from itertools import product

from spacy.attrs import DEP, TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

Shapes = frozenset[tuple[int, int]]
Changes = dict[int, tuple[int, str, str]]
"""New (head, label, tag) of tokens, by index."""


def shapes(labels: Iterable[str], tags: Iterable[str]) -> Shapes:
    """The (label, tag) pairs of some labels and tags, as spaCy numbers them."""
    return frozenset(product(map(get_string_id, labels), map(get_string_id, tags)))


class Shaped:
    """A parse with the (label, tag) pairs of its tokens as they are now."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._pairs: list[tuple[int, int]] = list(zip(*doc.to_array([DEP, TAG]).T.tolist(), strict=True))
        self._here = frozenset(self._pairs)

    def at(self, wanted: Shapes) -> list[Token]:
        """The tokens with one of some pairs."""
        if wanted.isdisjoint(self._here):
            return []
        return [self.doc[i] for i, pair in enumerate(self._pairs) if pair in wanted]
