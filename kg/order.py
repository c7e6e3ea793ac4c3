"""Values in an order in which nothing shows of the one that they came in."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

import msgspec

from kg.model import Event, Value, encode
from kg.shelf import Chosen, Shelf, seen_as

V = TypeVar("V", bound=Value)


class Days(msgspec.Struct, frozen=True, gc=False):
    """Of a date its bounds."""

    earliest: date | None
    latest: date | None


class Timed(msgspec.Struct, frozen=True, gc=False):
    """Of an event what it is sorted by."""

    id: str
    date: Days | None


def by_time(event: Event | Timed) -> tuple[date, date, str]:
    """An event's place in time: first day (the last where that is open), last day and id; undated ones come last."""
    first, last = (event.date.earliest, event.date.latest) if event.date is not None else (None, None)
    return first or last or date.max, last or date.max, event.id


class Start(msgspec.Struct, frozen=True, gc=False):
    """Of a span its first character."""

    start: int


class Standing(msgspec.Struct, frozen=True, gc=False):
    """Of a mention what it is sorted by."""

    document: str
    trigger: Start
    type: str
    rule: str


def in_order(values: Iterable[V], key: Callable[[Any], Any], kind: type | None = None) -> Sequence[V]:
    """Sorted by a key, on their shelf if they are on one; those whose key is None are left out.

    `kind` has those fields of a value that the key is made from (`seen_as`).

    Those that share a key are sorted by their whole content, which takes longer to write down than to sort.
    """
    there = values if isinstance(values, Shelf | Chosen) else tuple(values)
    keys = [key(value) for value in (there if kind is None else seen_as(there, kind))]
    places = sorted((n for n, of_value in enumerate(keys) if of_value is not None), key=keys.__getitem__)
    order = array("L")
    for _, alike in groupby(places, keys.__getitem__):
        same = list(alike)
        order.extend(same if len(same) == 1 else sorted(same, key=lambda position: encode(there[position])))
    return Chosen(there, order) if isinstance(there, Shelf | Chosen) else tuple([there[position] for position in order])
