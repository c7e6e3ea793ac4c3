"""Parts of speech and lemmas by looking them up: what spaCy's rules say of a word is worked out once."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.attrs import DEP, ORTH, TAG
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


class Forms:
    """Does the work of a pipeline's attribute ruler and lemmatizer, with the same result.

    Nearly all rules look at one token: its word, tag and label. Documents in which one of the few rules for two
    tokens may apply ("gonna", "there's") go through the components themselves.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._rules = [nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer")]
        self._openers = _openers(nlp)
        self._look_up = lru_cache(maxsize=_WORDS)(self._work_out)

    def of(self, doc: Doc) -> Sequence[Form]:
        """The form of each token of a tagged and parsed document."""
        found = [self._look_up(*token) for token in doc.to_array([ORTH, TAG, DEP]).tolist()]
        alone = [form for form in found if form is not None]
        return alone if len(alone) == len(found) else [_form(t) for t in _apply(self._rules, doc)]

    def _work_out(self, orth: int, tag: int, dep: int) -> Form | None:
        """The form of a word; None where its neighbours may matter."""
        doc = Doc(self._nlp.vocab, words=[self._nlp.vocab.strings[orth]])
        doc[0].tag, doc[0].dep = tag, dep
        if doc[0].is_space or self._openers(doc):
            return None
        return _form(_apply(self._rules, doc)[0])


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
