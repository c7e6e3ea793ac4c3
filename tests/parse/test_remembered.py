"""Remembered words have the vectors that the model works out for them, in any company and after any others."""

from typing import Any, cast

import numpy as np
import pytest
import spacy

from kg.parse import encoder, remembered
from kg.parse.parser import DEFAULT_MODEL

TEXTS = ("The envoys of Chad left.", "The envoys left Chad in May, said Chad.", "Left, the two!", "x")


def _model(*, remembers: bool) -> Any:
    nlp = spacy.load(DEFAULT_MODEL)
    model = cast(Any, nlp.get_pipe("tok2vec")).model
    if remembers:
        encoder.replace(model)
    return lambda *texts: model.predict([nlp.make_doc(text) for text in texts])


def test_vectors_are_those_of_the_model() -> None:
    for ours, theirs in zip(_model(remembers=True)(*TEXTS), _model(remembers=False)(*TEXTS), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_vectors_depend_on_no_other_document(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [_model(remembers=True)(text)[0].tolist() for text in TEXTS]
    monkeypatch.setattr(remembered, "_WORDS", 4)  # all words are forgotten again and again
    model = _model(remembers=True)
    for _ in range(2):
        assert [model(text)[0].tolist() for text in TEXTS] == alone
        assert [model(text)[0].tolist() for text in reversed(TEXTS)] == alone[::-1]
