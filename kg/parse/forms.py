"""Parts of speech and lemmas by looking them up: what spaCy's rules say of a word is worked out once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

_WORDS = 1 << 16
"""Words with their tags that are remembered; as many as a language has in daily use."""


class Form(NamedTuple):
    """A word as written and in small letters, its tag, the label of its arc, its part of speech and its lemma."""

    text: str
    lower: str
    tag: str
    label: str
    pos: str
    lemma: str


Word = tuple[int, int, int]
"""A word, its tag and the label of its arc, as spaCy numbers them."""


class Forms:
    """Does the work of a pipeline's attribute ruler and lemmatizer, with the same result.

    Nearly all rules look at one token: its word, tag and label. Words with which one of the few rules for two
    tokens may begin ("gonna", "there's") are looked up together with what follows them.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._rules = [nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer")]
        self._openers = _openers(nlp)
        self._alone = lru_cache(maxsize=_WORDS)(self._by_itself)
        self._together = lru_cache(maxsize=_WORDS)(self._work_out)

    def of(self, words: Sequence[Word]) -> Sequence[Form]:
        """The form of each token of a tagged and parsed document."""
        found = list(map(self._alone, words))
        known = [form for form in found if form is not None]
        return known if len(known) == len(found) else list(self._with_pairs(words, found))

    def _with_pairs(self, words: Sequence[Word], found: Sequence[Form | None]) -> Iterator[Form]:
        """The forms, those of openers and of the words straight behind them worked out together."""
        opened: list[Word] = []
        for word, form in zip(words, found, strict=True):
            if form is None:
                opened.append(word)
            elif opened:
                yield from self._together((*opened, word))
                opened = []
            else:
                yield form
        yield from self._together(tuple(opened)) if opened else ()

    def _by_itself(self, word: Word) -> Form | None:
        """The form of a word; None where its neighbours may matter."""
        doc = self._doc((word,))
        if doc[0].is_space or self._openers(doc):
            return None
        return _form(_apply(self._rules, doc)[0])

    def _work_out(self, words: tuple[Word, ...]) -> tuple[Form, ...]:
        return tuple(map(_form, _apply(self._rules, self._doc(words))))

    def _doc(self, words: Sequence[Word]) -> Doc:
        doc = Doc(self._nlp.vocab, words=[self._nlp.vocab.strings[orth] for orth, _, _ in words])
        for token, (_, tag, label) in zip(doc, words, strict=True):
            token.tag, token.dep = tag, label
        return doc


def _form(token: Token) -> Form:
    return Form(token.text, token.lower_, token.tag_, token.dep_, token.pos_, token.lemma_)


def _apply(rules: Iterable[Callable[[Doc], Doc]], doc: Doc) -> Doc:
    for rule in rules:
        doc = rule(doc)
    return doc


def _openers(nlp: Language) -> Matcher:
    """Finds the first tokens of the rules that look at more than one."""
    matcher = Matcher(nlp.vocab)
    ruler: Any = nlp.get_pipe("attribute_ruler")
    patterns = [p for rule in ruler.patterns for p in rule["patterns"] if len(p) > 1]
    matcher.add("opener", [pattern[:1] for pattern in patterns])
    return matcher
