"""What a page about somebody counts: counterparts, and documents with the events that they tell of."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.model import REAL, Actor, Event, Report

Own = Callable[[Actor], bool]
"""Whether somebody is meant by the name that the page is about."""


class Counterpart(NamedTuple):
    """Somebody who takes part in the same events; `last` is the latest day of those that happened."""

    actor: Actor
    events: int
    happened: int
    kinds: tuple[tuple[str, int], ...]
    last: date | None


class Cited(NamedTuple):
    """A document that reports events, with its number on the page."""

    number: int
    title: str
    outlet: str | None
    published: date | None
    url: str | None


def counterparts(events: Iterable[Event], own: Own) -> list[Counterpart]:
    """Who else takes part, those of most events first; places where things were are none."""
    shared: dict[str, list[Event]] = defaultdict(list)
    actors: dict[str, Actor] = {}
    for event in events:
        others = {a.id: a for a in (*event.actors, *event.targets) if a.kind != "place" and not own(a)}
        for identifier, actor in others.items():
            actors.setdefault(identifier, actor)
            shared[identifier].append(event)
    found = [_counterpart(actors[identifier], together) for identifier, together in shared.items()]
    return sorted(found, key=lambda c: (-c.events, -c.happened, c.actor.label, c.actor.id))


def _counterpart(actor: Actor, events: Sequence[Event]) -> Counterpart:
    real = [event for event in events if event.status in REAL]
    days = [event.date.latest for event in real if event.date and event.date.latest]
    kinds = Counter(event.type for event in events)
    order = tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    return Counterpart(actor, len(events), len(real), order, max(days, default=None))


def cited(events: Iterable[Event], titles: Mapping[str, str]) -> dict[str, Cited]:
    """The documents that report these events, by id, numbered by day of publication; one without title has its id."""
    reports: dict[str, Report] = {}
    for event in events:
        for report in event.mentions:
            reports.setdefault(report.document, report)
    order = sorted(reports.values(), key=lambda r: (r.published or date.max, r.document))
    return {
        r.document: Cited(n, titles.get(r.document, r.document), r.outlet, r.published, r.url)
        for n, r in enumerate(order, 1)
    }
