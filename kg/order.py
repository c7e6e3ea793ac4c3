"""Values in an order in which nothing shows of the one that they came in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from kg.model import Event, Value, encode
from kg.shelf import Chosen, Shelf

V = TypeVar("V", bound=Value)


def by_time(event: Event) -> tuple[date, date, str]:
    """An event's place in time: first day (the last where that is open), last day and id; undated ones come last."""
    first, last = (event.date.earliest, event.date.latest) if event.date is not None else (None, None)
    return first or last or date.max, last or date.max, event.id


def in_order(values: Iterable[V], key: Callable[[V], Any]) -> Sequence[V]:
    """Sorted by a key, on their shelf if they are on one; those whose key is None are left out.

    Those that share a key are sorted by their whole content, which takes longer to write down than to sort.
    """
    there = values if isinstance(values, Shelf | Chosen) else tuple(values)
    groups: dict[Any, list[int]] = defaultdict(list)
    for position, value in enumerate(there):
        if (of_value := key(value)) is not None:
            groups[of_value].append(position)
    for same in groups.values():
        if len(same) > 1:
            same.sort(key=lambda position: encode(there[position]))
    order = list(chain.from_iterable(groups[of_group] for of_group in sorted(groups)))
    return Chosen(there, order) if isinstance(there, Shelf | Chosen) else tuple([there[position] for position in order])
