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


def of(doc: Doc) -> Shapes:
    """The (label, tag) pairs of the tokens."""
    return frozenset(map(tuple, doc.to_array([DEP, TAG]).tolist()))


def at(doc: Doc, wanted: Shapes) -> list[Token]:
    """The tokens with one of some (label, tag) pairs."""
    return [doc[i] for i, (label, tag) in enumerate(doc.to_array([DEP, TAG]).tolist()) if (label, tag) in wanted]
