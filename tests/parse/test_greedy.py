"""Sentences that are parsed all at once have the trees and names that spaCy's own loop gives them."""

import pytest
from spacy.tokens import Doc

from kg.parse import greedy
from kg.parse.parser import load

_SENTENCES = (
    "Uruguay's foreign minister Omar Paganini met Peru's envoy in Asunción on Tuesday, aides said.",
    "Talks planned for May were called off.",
    "",
    "Fiji, Tonga and Samoa, which signed the treaty in 2019, told the United Nations that they would leave it.",
    "Rain fell.",
)


def _tagged(times: int) -> list[Doc]:
    nlp = load()
    docs = [nlp.make_doc(text) for text in _SENTENCES * times]
    for name in ("tok2vec", "tagger"):
        docs = list(nlp.get_pipe(name).pipe(docs))  # type: ignore[attr-defined]
    return docs


def _tree(doc: Doc) -> list[tuple[int, str, bool]]:
    return [(t.head.i, t.dep_, bool(t.is_sent_start)) for t in doc]


def _names(doc: Doc) -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.label_) for e in doc.ents]


@pytest.mark.parametrize("times", [1, 30], ids=["one batch", "several"])
@pytest.mark.parametrize(("name", "seen"), [("parser", _tree), ("ner", _names)], ids=["trees", "names"])
def test_all_at_once_as_one_by_one(name, seen, times):
    component = load().get_pipe(name)
    expected = [seen(doc) for doc in component.pipe(_tagged(times))]  # type: ignore[attr-defined]
    assert any(expected)
    assert [seen(doc) for doc in greedy.pipe(component, _tagged(times))] == expected


def test_nothing_to_read():
    assert list(greedy.pipe(load().get_pipe("parser"), [])) == []
