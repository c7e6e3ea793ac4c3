"""A parsed sentence as plain values, under spaCy's names: the rules walk it many times, and spaCy's own tokens are
made anew from its arrays at each step."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, wraps
from typing import TypeVar, overload

from spacy.lang.lex_attrs import is_quote

Answer = TypeVar("Answer")


class Token:
    """A word: its forms, its place (`i` in tokens, `idx` in characters) and what it hangs on; a root on itself."""

    __slots__ = (
        "answers",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(
        self, doc: "Doc", i: int, idx: int, forms: tuple[str, str, str, str, str, str], whitespace: str
    ) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text, self.lower_, self.tag_, self.dep_, self.pos_, self.lemma_ = forms
        self.whitespace_ = whitespace
        self.ent_type_ = ""
        self.head = self
        self.children: list[Token] = []
        self.answers: dict[object, object] = {}

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> "Token":
        """The token that stands so many tokens on.

        Raises:
            IndexError: the sentence ends before.
        """
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc._tokens[self.i + distance]

    @property
    def lefts(self) -> list["Token"]:
        """Children before the token."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """Children behind the token."""
        return [c for c in self.children if c.i > self.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Sequence["Token"]:
        """The token and all that hang on it, in the order of the sentence where no arcs cross."""
        return _subtree(self)

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return min(self.subtree, key=_index)

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        return max(self.subtree, key=_index)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The tokens coordinated with this one, without it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.rights if c.dep_ == "conj"]
        return tuple(t for t in found if t is not self)

    @property
    def sent(self) -> "Span":
        """The sentence in which the parser has put the token: it may cut a segment into several."""
        starts = sorted(t.left_edge.i for t in self.doc if t.head is t)
        after = bisect_right(starts, self.i)
        return Span(self.doc, starts[after - 1] if after else 0, [*starts, len(self.doc)][after])

    @property
    def is_title(self) -> bool:
        """Whether only the first letter is a capital."""
        return self.text.istitle()

    @property
    def is_punct(self) -> bool:
        """Whether the token has nothing but marks of punctuation."""
        return _is_punct(self.text)

    @property
    def is_quote(self) -> bool:
        """Whether the token is a quotation mark."""
        return is_quote(self.text)

    def is_ancestor(self, other: "Token") -> bool:
        """Whether another token hangs on this one, or on one that does."""
        return any(a is self for a in other.ancestors)


@lru_cache(maxsize=1 << 12)
def _is_punct(text: str) -> bool:
    return all(unicodedata.category(char)[0] == "P" for char in text)


def once(ask: "Callable[[Token], Answer]") -> "Callable[[Token], Answer]":
    """A question to a token that is answered once: rules ask the same of a word for each pattern that they try.

    Its answer may rest on nothing but the tree, and whoever gets it must leave it as it is.
    """

    @wraps(ask)
    def answer(token: Token) -> Answer:
        try:
            return token.answers[ask]  # type: ignore[return-value]
        except KeyError:
            token.answers[ask] = found = ask(token)
            return found

    return answer


@once
def _subtree(token: Token) -> Sequence[Token]:
    if not token.children:
        return (token,)
    before = [t for c in token.lefts for t in _subtree(c)]
    return (*before, token, *[t for c in token.rights for t in _subtree(c)])


def _index(token: Token) -> int:
    return token.i


class Doc:
    """A sentence: its text, its tokens and the names and times among them."""

    __slots__ = ("_starts", "_tokens", "ents", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.ents: tuple[Span, ...] = ()
        self._tokens: list[Token] = []
        self._starts: list[int] = []

    @classmethod
    def grown(
        cls,
        text: str,
        forms: Iterable[tuple[str, str, str, str, str, str]],
        heads: Sequence[int],
        spaces: Sequence[int],
    ) -> "Doc":
        """The tree of a parse.

        Args:
            text: of the sentence.
            forms: text, text in small letters, tag, label, part of speech and lemma of each token.
            heads: of each token the distance to its head, 0 for a root.
            spaces: of each token 1 where a blank follows.
        """
        doc = cls(text)
        tokens, starts, at = doc._tokens, doc._starts, 0
        for i, (form, space) in enumerate(zip(forms, spaces, strict=True)):
            tokens.append(Token(doc, i, at, form, " " if space else ""))
            starts.append(at)
            at += len(form[0]) + space
        for i, distance in enumerate(heads):
            if distance:
                tokens[i].head = head = tokens[i + distance]
                head.children.append(tokens[i])
        return doc

    def let_go(self) -> None:
        """Frees the tokens of a sentence that is done with: they hold each other, and only a search would tell."""
        for token in self._tokens:
            del token.head, token.children, token.answers
        self._tokens.clear()

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...

    @overload
    def __getitem__(self, key: slice) -> "Span": ...

    def __getitem__(self, key: int | slice) -> "Token | Span":
        if isinstance(key, int):
            return self._tokens[key]
        start, end, _ = key.indices(len(self._tokens))
        return Span(self, start, max(start, end))

    def char_span(self, start: int, end: int) -> "Span | None":
        """The tokens that lie in or overlap a range of characters; None where it reaches beyond the sentence."""
        if start < 0 or end > len(self.text) or not self._tokens:
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        token = self._tokens[first]
        # A range that begins with the blank behind a token has none of it.
        return Span(self, first + (start == token.idx + len(token.text)), last + 1)

    def set_ents(self, spans: Sequence["Span"]) -> None:
        """Makes these spans, none of which overlap, the names and times of the sentence."""
        self.ents = tuple(sorted(spans, key=lambda s: s.start))
        for span in spans:
            for token in span:
                token.ent_type_ = span.label_


class Span:
    """Tokens `start` to `end` of a sentence."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc._tokens[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...

    @overload
    def __getitem__(self, key: slice) -> "Span": ...

    def __getitem__(self, key: int | slice) -> "Token | Span":
        if isinstance(key, int):
            return self.doc._tokens[self.start : self.end][key]
        start, end, _ = key.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        return self.doc._tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        last = self.doc._tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The first of the tokens that are nearest to the root of the sentence; punctuation where nothing else is."""
        return min(self, key=_depth)


def _depth(token: Token) -> int:
    """How many tokens stand above one, that of a mark of punctuation on which nothing hangs more than any other's."""
    loose = not token.children and token.head is not token and token.is_punct
    return len(token.doc) if loose else sum(1 for _ in token.ancestors)
