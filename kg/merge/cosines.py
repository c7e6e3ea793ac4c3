"""How alike articles are, in arrays: the cosine of each pair that shares some of its most telling words."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.merge.components import roots

Vector = Mapping[str, float]
"""Word → weight, the heaviest first; of unit length."""

_TELLING = 30
"""The first words of a vector, of which two must share two to be compared."""
_COMMON = 60
"""Vectors beyond which a word is too common to bring two of them together."""
_FAINT = 0.04
"""Cosine below which two vectors have nothing in common: in a big week most pairs share a few words by chance."""
_ROWS = 32
"""Vectors that are spread out over all words at a time, so that they stay in the processor's cache."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class _Table(NamedTuple):
    """All vectors one after the other, the words of each in the order of the alphabet, so that sums have one order.

    The words of vector i are `words[starts[i]:starts[i + 1]]`, by number; those of one vector alone are left out.
    """

    starts: Ints
    words: Ints
    weights: Floats
    width: int


def similar(vectors: Sequence[Vector], alike: float) -> dict[tuple[int, int], float]:
    """The cosine of each two vectors that have anything in common, by their positions, the lower one first; of those
    alone that a chain of vectors connects of which each is `alike` to the next.

    No others can be in one group of a mean likeness of `alike`, and in a big week they are most pairs.
    """
    lengths = np.array([len(vector) for vector in vectors], dtype=np.int64)
    rows, ranks = np.repeat(np.arange(len(vectors)), lengths), _counted(lengths)
    numbers = {word: n for n, word in enumerate(sorted(set(chain.from_iterable(vectors))))}
    words = np.array([numbers[word] for vector in vectors for word in vector], dtype=np.int64)
    weights = np.array([weight for vector in vectors for weight in vector.values()], dtype=np.float64)
    telling = ranks < _TELLING
    one, other = _twice_together(rows[telling], words[telling], len(vectors))
    shared = np.bincount(words, minlength=len(numbers))[words] > 1
    order = np.lexsort((words[shared], rows[shared]))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows[shared], minlength=len(vectors)))])
    table = _Table(starts, words[shared][order], weights[shared][order], len(numbers))
    values = _cosines(table, one, other)
    close = values >= alike
    root = roots(len(vectors), one[close], other[close])
    kept = (values >= _FAINT) & (root[one] == root[other])
    pairs = zip(one[kept].tolist(), other[kept].tolist(), strict=True)
    return dict(zip(pairs, values[kept].tolist(), strict=True))


def _twice_together(rows: Ints, words: Ints, size: int) -> tuple[Ints, Ints]:
    """The pairs of 0 … size - 1 that share two words, of rows that ascend; a big week has millions that share one."""
    order = np.argsort(words, kind="stable")
    _, holders = np.unique(words, return_counts=True)
    holders_of = np.repeat(holders, holders)
    rows, left = rows[order], holders_of - _counted(holders) - 1
    rows, left = rows[holders_of <= _COMMON], left[holders_of <= _COMMON]
    first = np.repeat(np.arange(len(rows)), left)
    codes = rows[first] * size + rows[first + 1 + _counted(left)]
    unique, counts = np.unique(codes, return_counts=True)
    one, other = np.divmod(unique[counts > 1], max(size, 1))
    return one, other


def _counted(lengths: Ints) -> Ints:
    """0, 1, … for each of some runs of these lengths."""
    return np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)


def _cosines(table: _Table, one: Ints, other: Ints) -> Floats:
    """The cosine of each pair; `one` ascends."""
    size = len(table.starts) - 1
    rows = range(0, size, _ROWS)
    bounds = np.searchsorted(one, [*rows, size])
    parts = [
        _some(table, row, one[start:end], other[start:end])
        for row, start, end in zip(rows, bounds, bounds[1:], strict=False)
        if start < end
    ]
    return np.concatenate(parts or [np.empty(0)])


def _some(table: _Table, row: int, one: Ints, other: Ints) -> Floats:
    """The same for pairs whose first vectors are some of the next `_ROWS`: those are spread, the second ones walked."""
    last = min(row + _ROWS, len(table.starts) - 1)
    held = slice(table.starts[row], table.starts[last])
    spread = np.zeros((last - row, table.width))
    lengths = np.diff(table.starts)
    spread[np.repeat(np.arange(last - row), lengths[row:last]), table.words[held]] = table.weights[held]
    steps = lengths[other]
    pair = np.repeat(np.arange(len(one)), steps)
    place = np.repeat(table.starts[other], steps) + _counted(steps)
    products = spread[one[pair] - row, table.words[place]] * table.weights[place]
    return np.bincount(pair, products, len(one)).astype(np.float64)
