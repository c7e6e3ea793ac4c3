"""Two dates that a preposition joins into one stretch of time: "from July 6 to 9", "28–30 August"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec
from spacy.tokens import Span as TokenSpan

from kg.dates import interval
from kg.extract.scene import Scene
from kg.model import Timex

_TO = re.compile(r"\s*(?:to|till|until|through|thru|[-–—])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)

Found = tuple[Timex, TokenSpan]


def spans(scene: Scene, dates: Sequence[Found]) -> Iterator[Found]:
    """The dates of a sentence in order, each pair that spans a stretch of time as one."""
    rest = list(dates)
    while rest:
        first, *rest = rest
        if rest and _joined(scene.document.text, first[0], rest[0][0]):
            second = rest.pop(0)
            yield _joint(scene.document.text, first[0], second[0]), first[1]
        else:
            yield first


def _joined(text: str, first: Timex, second: Timex) -> bool:
    between = text[first.end : second.start]
    if first.earliest is None or second.latest is None or first.earliest > second.latest:
        return False
    if _TO.fullmatch(between):
        return True
    together = _BETWEEN.search(text[max(0, first.start - 12) : first.start]) is not None
    adjacent = first.latest is not None and second.earliest == first.latest + timedelta(days=1)
    return _AND.fullmatch(between) is not None and (together or adjacent)


def _joint(text: str, first: Timex, second: Timex) -> Timex:
    days = interval(first.earliest, second.latest)
    return msgspec.structs.replace(
        first,
        end=second.end,
        text=text[first.start : second.end],
        value=f"{first.value}/{second.value}",
        edtf=days.edtf,
        earliest=days.earliest,
        latest=days.latest,
        precision=days.precision,
    )
