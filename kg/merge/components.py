"""Which of many things hang together by pairs, in arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def roots(size: int, a: NDArray[Any], b: NDArray[Any]) -> NDArray[np.int64]:
    """For each of 0 … size - 1 the first of those that pairs (a, b) connect it with, itself if none does.

    Source of the method: Shiloach and Vishkin, An O(log n) parallel connectivity algorithm, 1982.
    """
    root = np.arange(size)
    while (apart := root[a] != root[b]).any():
        a, b = a[apart], b[apart]
        np.minimum.at(root, np.maximum(root[a], root[b]), np.minimum(root[a], root[b]))
        while (higher := root[root] < root).any():
            root[higher] = root[root[higher]]
    return root
