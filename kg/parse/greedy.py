"""spaCy's transitions, scored for all sentences in one call: its own loop takes Python's lock ten times a word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import minibatch

_AT_ONCE = 64
"""Sentences read together, as many as spaCy reads."""


def pipe(parser: Any, docs: Iterable[Doc]) -> Iterator[Doc]:
    """What `parser.pipe` of a trained `DependencyParser` or `EntityRecognizer` without beams makes of documents."""
    for batch in minibatch(docs, _AT_ONCE):  # type: ignore[no-untyped-call]
        parser.set_annotations(batch, _read(parser, batch))
        yield from batch


def _read(parser: Any, docs: Sequence[Doc]) -> list[Any]:
    """The last state of each document."""
    steps = parser.model.predict(docs)
    weights, bias = np.ascontiguousarray(steps.vec2scores.get_param("W").T), steps.vec2scores.get_param("b")
    states: list[Any] = parser.moves.init_batch(docs)
    unread = [state for state in states if not state.is_final()]
    while unread:
        features = steps.state2vec.predict(steps.get_token_ids(unread))
        scores = features @ weights
        scores += bias
        unread = parser.transition_states(unread, scores)
    steps.clear_memory()
    return states
