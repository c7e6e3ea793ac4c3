"""Values in an order in which nothing shows of the one that they came in."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from kg.model import Value, encode

V = TypeVar("V", bound=Value)


def in_order(values: Iterable[V], key: Callable[[V], Any]) -> list[V]:
    """Sorted by a key; those that share one by their whole content, which takes longer to write down than to sort."""
    groups: dict[Any, list[V]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return [v for k in sorted(groups) for v in (groups[k] if len(groups[k]) == 1 else sorted(groups[k], key=encode))]
