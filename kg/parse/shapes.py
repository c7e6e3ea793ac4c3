"""Tokens by what the parser made of them, its label and tag: few tokens are of a wanted pair."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from operator import attrgetter

from kg.parse.tree import Doc, Token

Shapes = frozenset[tuple[str, str]]
Changes = dict[int, tuple[int, str, str]]
"""New (head, label, tag) of tokens, by index."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
"""Labels of whatever stands in a subject's place."""
_place = attrgetter("i")


def shapes(labels: Iterable[str], tags: Iterable[str]) -> Shapes:
    """The (label, tag) pairs of some labels and tags."""
    return frozenset(product(labels, tags))


class Shaped:
    """A parse with its tokens by their (label, tag) pairs."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._tokens: dict[tuple[str, str], list[Token]] = defaultdict(list)
        for token in doc:
            self._tokens[token.dep_, token.tag_].append(token)
        self._here = frozenset(self._tokens)

    def at(self, wanted: Shapes) -> list[Token]:
        """The tokens with one of some pairs, in the order of the sentence."""
        if wanted.isdisjoint(self._here):
            return []
        return sorted((token for pair in self._here & wanted for token in self._tokens[pair]), key=_place)
