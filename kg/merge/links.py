"""Ties between events: an invitation proposes a visit, talks are part of one, a denial regards what it is about."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from kg.merge.compare import days_apart
from kg.model import SYMMETRIC, Actor, Event, Link

_SPEECH = frozenset({"announce", "reject"})
_HORIZON = 400
"""Days within which an invitation and the visit that it proposes must lie."""


def with_links(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the links that each has to others, in their given order."""
    return tuple(msgspec.structs.replace(e, links=tuple(_links(e, events))) for e in events)


def _links(event: Event, events: Sequence[Event]) -> Iterator[Link]:
    for other in events:
        if other.id == event.id:
            continue
        if event.type == "invite" and other.type == "visit" and _proposes(event, other):
            yield Link(kind="proposes", event=other.id)
        elif event.type in SYMMETRIC and other.type == "visit" and _part_of(event, other):
            yield Link(kind="part_of", event=other.id)
        elif event.type in _SPEECH and other.type not in _SPEECH and _regards(event, other):
            yield Link(kind="regards", event=other.id)


def _proposes(invitation: Event, visit: Event) -> bool:
    guests, hosts = _ids(invitation.targets), _countries(invitation.actors)
    return (
        bool(guests & _ids(visit.actors))
        and bool(hosts & _countries(visit.targets))
        and _first(invitation) <= _last(visit)
        and (visit.date is None or invitation.date is None or days_apart(invitation.date, visit.date) <= _HORIZON)
        and bool(_documents(invitation) & _documents(visit))
    )


def _part_of(talks: Event, visit: Event) -> bool:
    guests, hosts = _ids(visit.actors), _countries(visit.targets)
    present = {a.id for a in talks.actors}
    if talks.date is None or visit.date is None or not guests & present:
        return False
    at_home = bool(hosts & _countries(tuple(a for a in talks.actors if a.id not in guests)))
    return (
        at_home
        and days_apart(talks.date, visit.date) == 0
        and talks.place is not None
        and (visit.place is None or talks.place.country == visit.place.country)
    )


def _regards(speech: Event, other: Event) -> bool:
    """Both are told by one sentence."""
    told = {(m.document, m.start) for m in other.mentions}
    return any((m.document, m.start) in told for m in speech.mentions)


def _ids(actors: Sequence[Actor]) -> set[str]:
    return {a.id for a in actors}


def _countries(actors: Sequence[Actor]) -> set[str]:
    return {a.country for a in actors if a.country}


def _documents(event: Event) -> set[str]:
    return {m.document for m in event.mentions}


def _first(event: Event) -> date:
    return (event.date.earliest if event.date else None) or date.min


def _last(event: Event) -> date:
    return (event.date.latest if event.date else None) or date.max
