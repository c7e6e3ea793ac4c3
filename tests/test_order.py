from itertools import permutations

from kg.model import Span
from kg.order import in_order

SPANS = [Span(start=2, end=9), Span(start=2, end=3), Span(start=0, end=5), Span(start=2, end=9)]


def test_the_key_comes_first_and_content_breaks_ties() -> None:
    assert in_order(SPANS, lambda span: span.start) == [SPANS[2], SPANS[1], SPANS[0], SPANS[3]]


def test_the_order_of_arrival_does_not_show() -> None:
    assert len({tuple(in_order(given, lambda span: span.start)) for given in permutations(SPANS)}) == 1
