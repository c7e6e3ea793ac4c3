"""A tree says of its tokens and spans what spaCy's own views of the same parse say."""

import pytest
import spacy

from kg.parse import Parser, split
from kg.parse.parser import load
from kg.parse.tree import Doc

TEXTS = (
    "Ghana and Togo, whose envoys had met twice, agreed on Monday to reopen the bridge that floods had closed in May.",
    "\"We won't pay,\" said Adela Fossum, who leads the port's union; others, among them the pilots, gave in.",
    "What did the minister, who had been told of it the day before, ask the farmers to bring? Nobody knows. He left.",
    "A hearing is scheduled on the issue today that nobody had asked for, the court's clerk said (late on Friday).",
    "Yes",
)


def _both(text: str) -> tuple[Doc, spacy.tokens.Doc]:
    nlp = load()
    (sentence,) = Parser()._trees([text])
    with nlp.select_pipes(disable=["ner"]):
        return sentence, nlp(text)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens(text: str) -> None:
    ours, theirs = _both(text)
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        forms = ("text", "lower_", "tag_", "dep_", "pos_", "lemma_", "whitespace_", "i", "idx", "is_title")
        assert [getattr(a, f) for f in (*forms, "is_punct")] == [getattr(b, f) for f in (*forms, "is_punct")]
        assert (a.is_quote, a.head.i) == (b.is_quote, b.head.i)
        assert (a.left_edge.i, a.right_edge.i) == (b.left_edge.i, b.right_edge.i)
        assert (a.sent.start, a.sent.end) == (b.sent.start, b.sent.end)
        for tokens in ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts"):
            assert [t.i for t in getattr(a, tokens)] == [t.i for t in getattr(b, tokens)]
        assert [a.is_ancestor(t) for t in ours] == [b.is_ancestor(t) for t in theirs]


@pytest.mark.parametrize("text", TEXTS)
def test_spans(text: str) -> None:
    ours, theirs = _both(text)
    for start in range(len(ours)):
        for end in range(start + 1, len(ours) + 1):
            a, b = ours[start:end], theirs[start:end]
            assert (a.text, a.start_char, a.end_char) == (b.text, b.start_char, b.end_char)
            assert (a.root.i, len(a), a[-1].i, a[0].i) == (b.root.i, len(b), b[-1].i, b[0].i)
    assert (len(ours[3:1]), ours[3:1].text, [t.i for t in ours[-2:]]) == (0, "", [t.i for t in theirs[-2:]])


@pytest.mark.parametrize("text", TEXTS)
def test_spans_of_characters(text: str) -> None:
    ours, theirs = _both(text)
    for start in range(-1, len(text)):
        for end in range(start + 1, len(text) + 2):
            a, b = ours.char_span(start, end), theirs.char_span(start, end, alignment_mode="expand")
            assert (a is None, b is None) == (b is None, a is None)
            assert a is None or b is None or (a.start, a.end) == (b.start, b.end)


def test_neighbours_end_with_the_sentence() -> None:
    (sentence,) = Parser().parse("Peru paid.", split("Peru paid."))
    assert [t.nbor(-1).text for t in list(sentence.doc)[1:]] == ["Peru", "paid"]
    for token, distance in ((sentence.doc[0], -1), (sentence.doc[-1], 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)
