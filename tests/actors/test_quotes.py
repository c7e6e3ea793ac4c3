import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.actors.quotes import inside, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “it is late” and left.", ["it is late"]),
        ('"Go," she said. "Now."', ["Go,", "Now."]),
        ('“We share this," an agency wrote.', ["We share this,"]),
        ("“A first paragraph.\n“A second one,” he said.", ["A first paragraph.", "A second one,"]),
        ('A 5" nail is no speech.', []),
        ("no marks at all", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[s.start : s.end] for s in quotations(text)] == quoted


@given(st.text('ab "“”\n', max_size=40))
def test_spans_are_in_order_and_inside_finds_them(text: str) -> None:
    spans = quotations(text)
    end = 0
    for index, span in enumerate(spans):
        assert end <= span.start <= span.end <= len(text)
        assert all(inside(spans, i) == index for i in range(span.start, span.end))
        end = span.end
