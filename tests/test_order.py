from itertools import permutations

from kg.model import Span, encode
from kg.order import in_order
from kg.shelf import Chosen, Shelf

SPANS = [Span(start=2, end=9), Span(start=2, end=3), Span(start=0, end=5), Span(start=2, end=9)]


def test_the_key_comes_first_and_content_breaks_ties() -> None:
    assert in_order(SPANS, lambda span: span.start) == (SPANS[2], SPANS[1], SPANS[0], SPANS[3])


def test_the_order_of_arrival_does_not_show() -> None:
    assert len({in_order(given, lambda span: span.start) for given in permutations(SPANS)}) == 1


def test_what_has_no_key_is_left_out() -> None:
    assert in_order(SPANS, lambda span: span.start or None) == (SPANS[1], SPANS[0], SPANS[3])


def test_values_on_a_shelf_stay_there() -> None:
    there = in_order(Shelf(map(encode, SPANS), Span), lambda span: span.start)
    assert isinstance(there, Chosen)
    assert tuple(there) == in_order(SPANS, lambda span: span.start)
