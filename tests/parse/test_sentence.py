"""Parsed sentences point back at the characters of the document."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.parse import Parser, split
from kg.parse.sentence import tidy


@given(st.text(alphabet="ab \u00a0\t\u200b中é", max_size=40), st.integers(0, 9))
def test_tidy_keeps_every_character_and_its_place(text: str, start: int) -> None:
    body, offsets = tidy(text, start)
    assert len(offsets) == len(body) + 1
    assert "  " not in body
    assert all(char == " " or text[offset - start] == char for char, offset in zip(body, offsets, strict=False))


def test_offsets_survive_odd_white_space() -> None:
    text = "First line.\nThe\u00a0envoy  of\u00a0 Peru\u200b flew\u00a0home."
    sentence = list(Parser().parse(text, split(text)))[1]
    tokens = {t.text: t for t in sentence.doc}
    phrase = sentence.phrase(tokens["Peru"])
    assert (text[phrase.start : phrase.end], phrase.text) == ("Peru", "Peru")
    assert not any(t.text.isspace() for t in sentence.doc)
    back = sentence.tokens(Span(start=phrase.start, end=phrase.end))
    assert back is not None
    assert back.text == "Peru"
