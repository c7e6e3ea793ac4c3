"""Spells: the days on which a thing of the graph is there, as few as can be and apart from each other."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple


class Spell(NamedTuple):
    """Days from `start` to `end`, both included; None is open."""

    start: date | None
    end: date | None


def times(dated: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """What the days `earliest` and `latest` (YYYY-MM-DD) of some elements come to.

    `spells` is a tuple of `Spell`, sorted, none touching another; where any day is known there are `first_date`,
    `last_date` (YYYY-MM-DD) and `year` (of the first).
    """
    spans = {(data.get("earliest"), data.get("latest")) for data in dated}
    days = sorted(day for span in spans for day in span if day)
    found: dict[str, Any] = {"spells": merged(Spell(_day(a), _day(b)) for a, b in spans if a or b)}
    if days:
        found |= {"first_date": days[0], "last_date": days[-1], "year": int(days[0][:4])}
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def merged(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same days in as few spells as can be: sorted, with at least one day between two.

    Gephi refuses a file in which two spells of one node or edge overlap.
    """
    result: list[Spell] = []
    for spell in sorted(spells, key=lambda s: (s.start is not None, s.start or date.min)):
        if result and _touches(result[-1], spell):
            result[-1] = Spell(result[-1].start, _later(result[-1].end, spell.end))
        else:
            result.append(spell)
    return tuple(result)


def _touches(one: Spell, other: Spell) -> bool:
    """Whether `other`, which does not start before `one`, starts before or on the day after its end."""
    return not one.end or not other.start or other.start.toordinal() <= one.end.toordinal() + 1


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else None
