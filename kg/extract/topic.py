"""The country that a report is about: whom appeals for calm and measures without a target concern."""

from collections import Counter
from collections.abc import Sequence

from kg.model import ActorMention

_LEAST = 4
"""Mentions that make a country the topic of a report."""
_CLEAR = 2
"""How many times as often as any other it must be named."""


def topic(linked: Sequence[Sequence[ActorMention]]) -> ActorMention | None:
    """The first mention of the country that a document names most by far, itself or by its people and bodies."""
    mentions = [m for found in linked for m in found if m.country]
    ranked = sorted(Counter(m.country for m in mentions).items(), key=lambda r: (-r[1], r[0] or ""))
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return None
    own = (m for m in mentions if m.country == ranked[0][0] and m.kind == "country")
    return next(own, None)
