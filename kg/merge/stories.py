"""Story groups: which articles of one week tell of the same news, by their words (tf-idf, average link)."""

import heapq
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.merge.cosines import similar
from kg.merge.words import frequencies
from kg.model import Document
from kg.shelf import Chosen

WINDOW = 7
"""Days of publication within which articles are grouped. Windows stand still: a new article moves only its own."""
_ALIKE = 0.16
"""Mean cosine at which two groups of articles are one story."""
_NAME = 2.0
"""Weight of names and numbers beside other words: they tell one earthquake from the next."""
_LENGTH = 100
"""Words of an article that count, the most telling ones."""
_KNOWN_BY = 12
"""Words by which a story is known in other weeks."""
_PRIOR = 300
"""Articles of other news that a window is thought to hold besides: one big story's words would else tell nothing."""
Vector = dict[str, float]


class Story(NamedTuple):
    """A group of articles: a name of its own, and the words that it is known by (unit length)."""

    key: str
    words: Vector

    def alike(self, other: "Story") -> float:
        """The cosine of the words, 0 to 1."""
        return _dot(self.words, other.words)


Grouping = Callable[[int | None, Sequence[Document]], Iterable[tuple[Sequence[str], Story]]]
"""The number of a window and its documents → the ids of each story's documents, and the story."""


def stories(
    documents: Sequence[Document], grouping: Grouping | None = None, wanted: Container[str] | None = None
) -> dict[str, Story]:
    """The story of each document, or of those wanted, by id; `grouping` may know windows from before, else it is
    `window_stories`."""
    windows: dict[int | None, array[int]] = defaultdict(lambda: array("L"))
    for position, document in enumerate(documents):
        windows[window(document)].append(position)
    found, there = grouping or window_stories, ((n, Chosen(documents, told)) for n, told in windows.items())
    everyone = ((i, story) for number, told in there for group, story in found(number, told) for i in group)
    return {i: story for i, story in everyone if wanted is None or i in wanted}


def window(document: Document) -> int | None:
    """The number of the window that a document is published in; None without a day of publication."""
    return document.published.toordinal() // WINDOW if document.published else None


def window_stories(number: int | None, documents: Iterable[Document]) -> Iterator[tuple[tuple[str, ...], Story]]:
    """The stories of one window, each with the ids of its documents; they depend on nothing but these documents."""
    told = sorted(documents, key=lambda d: d.id)
    vectors = _vectors(told)
    for group in average_link(similar(vectors, _ALIKE), len(told), _ALIKE):
        ids = tuple(told[i].id for i in group)
        yield ids, Story(f"{number} {ids[0]}", _centroid([vectors[i] for i in group]))


def _vectors(documents: Sequence[Document]) -> list[Vector]:
    texts = [frequencies(f"{d.title or ''}\n{d.text}") for d in documents]
    found: Counter[str] = Counter()
    for counts, _ in texts:
        found.update(counts.keys())
    total = len(documents) + _PRIOR
    rarity = {word: math.log(total / n) for word, n in found.items()}
    return [
        _strongest([((1 + math.log(n)) * rarity[w] * (_NAME if w in names else 1), w) for w, n in counts.items()])
        for counts, names in texts
    ]


def _strongest(weights: Iterable[tuple[float, str]], most: int = _LENGTH) -> Vector:
    """The heaviest words, in the order of the alphabet where they weigh the same, scaled to unit length."""
    kept = sorted([(-weight, word) for weight, word in weights])[:most]
    length = math.sqrt(math.fsum([weight * weight for weight, _ in kept])) or 1.0
    return {word: -weight / length for weight, word in kept}


def _centroid(vectors: Sequence[Vector]) -> Vector:
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    return _strongest(zip(total.values(), total.keys(), strict=True), _KNOWN_BY)


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The sum is exact, so that neither the order of the words nor the version of Python shows in it."""
    if a.keys().isdisjoint(b):
        return 0.0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum([weight * long[word] for word, weight in short.items() if word in long])


def average_link(similar: Mapping[tuple[int, int], float], size: int, threshold: float) -> list[list[int]]:
    """Groups of 0 … size - 1, joined while the mean similarity of two groups' members reaches a threshold.

    Pairs that `similar` does not hold count as 0. The most alike groups join first, ties by position.
    """
    groups = {i: [i] for i in range(size)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in similar.items():
        near[i][j] = near[j][i] = value
    queue = [(-value, i, j, 1) for (i, j), value in similar.items() if value >= threshold]
    heapq.heapify(queue)
    while queue:
        _, i, j, pairs = heapq.heappop(queue)
        if i not in groups or j not in groups or len(groups[i]) * len(groups[j]) != pairs:
            continue
        groups[i] += groups.pop(j)
        del near[i][j]
        for k, total in near.pop(j).items():
            if k != i:
                near[i][k] = near[k][i] = near[i].get(k, 0.0) + total
                del near[k][j]
        for k, total in near[i].items():
            if (pairs := len(groups[i]) * len(groups[k])) and total / pairs >= threshold:
                heapq.heappush(queue, (-total / pairs, min(i, k), max(i, k), pairs))
    return [sorted(members) for _, members in sorted(groups.items())]
