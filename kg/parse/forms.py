"""Parts of speech, morphology and lemmas by looking them up: what spaCy's rules say of a word is worked out once."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

_WORDS = 1 << 16
"""Words with their tags that are remembered; as many as a language has in daily use."""


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

    def set(self, doc: Doc) -> Doc:
        """Sets the attributes of a tagged and parsed document."""
        found = [self._look_up(*token) for token in doc.to_array([ORTH, TAG, DEP]).tolist()]
        if None in found:
            return _apply(self._rules, doc)
        values: Any = np.array(found, dtype="uint64").reshape(-1, 3)
        return doc.from_array([POS, MORPH, LEMMA], values)

    def _work_out(self, orth: int, tag: int, dep: int) -> tuple[int, int, int] | None:
        """Part of speech, morphology and lemma of a word; None where its neighbours may matter."""
        doc = Doc(self._nlp.vocab, words=[self._nlp.vocab.strings[orth]])
        doc[0].tag, doc[0].dep = tag, dep
        if doc[0].is_space or self._openers(doc):
            return None
        _apply(self._rules, doc)
        pos, morph, lemma = doc.to_array([POS, MORPH, LEMMA])[0].tolist()
        return pos, morph, lemma


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
