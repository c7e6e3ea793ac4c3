"""The dates of a sentence, two that make one stretch of time ("from July 6 to 9") as one."""

from collections.abc import Iterator, Sequence

from kg.dates import ranges
from kg.extract.scene import Scene
from kg.model import Timex
from kg.parse.tree import Span as TokenSpan

Found = tuple[Timex, TokenSpan]


def spans(scene: Scene, dates: Sequence[Found]) -> Iterator[Found]:
    """The dates of a sentence in order; the first of two that a range joins stands for both.

    An open range ("since June 2019") is left as its date: whether an event goes on is its verb's to say.
    """
    found = ranges(scene.document.text, [timex for timex, _ in dates])
    closed = [r for r in found if r.earliest is not None and r.latest is not None]
    told: set[int] = set()
    for timex, tokens in dates:
        whole = next((r for r in closed if r.start <= timex.start and timex.end <= r.end), None)
        if whole is None:
            yield timex, tokens
        elif whole.start not in told:
            told.add(whole.start)
            yield whole, tokens
