"""Ties between events: an invitation proposes a visit, talks are part of one, a denial regards what it is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import product

import msgspec

from kg.merge.days import days_apart, width
from kg.merge.intime import InTime
from kg.model import SYMMETRIC, Actor, DateRange, Event, Link, Place, encode
from kg.shelf import Lines

_SPEECH = frozenset({"announce", "reject"})
_HORIZON = 400
"""Days within which an invitation and the visit that it proposes must lie."""

_NEAR = 4096
"""Events that are kept at hand: those tied to each other lie near each other in time."""

_SEASON = 93
"""Days of a date beyond which it says nothing of what happened during what."""


class _Word(msgspec.Struct, frozen=True, gc=False):
    """Of a report what ties look at."""

    document: str
    start: int
    attributed_to: str | None


class _Tied(msgspec.Struct, frozen=True, gc=False):
    """Of an event what ties look at."""

    id: str
    type: str
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None
    date: DateRange | None
    mentions: tuple[_Word, ...]


class _Telling(msgspec.Struct, frozen=True, gc=False):
    """Of an event which sentences tell it."""

    type: str
    mentions: tuple[_Word, ...]


def with_links(events: InTime) -> Lines[Event]:
    """The events with the links that each has to others, in their given order."""
    return Lines(_linked(events, _Index(events)), Event)


def _linked(events: InTime, index: "_Index") -> Iterator[bytes]:
    """Most have none, and stay as they are written."""
    for number, line in enumerate(events.lines()):
        links = tuple(_links(index.event(number), index)) if index.may_have(number) else ()
        yield encode(msgspec.structs.replace(events[number], links=links)) if links else line


class _Index:
    """Positions of visits by visitor and month and by document, of all events by the sentences that tell them."""

    def __init__(self, events: InTime) -> None:
        read, heard = msgspec.json.Decoder(_Tied).decode, msgspec.json.Decoder(_Telling).decode
        self.event = lru_cache(_NEAR)(lambda number: read(events.line(number)))
        self._open = bytearray()
        self._visits: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._reported: dict[str, list[int]] = defaultdict(list)
        self._told: dict[tuple[str, int], list[int]] = defaultdict(list)
        telling = (event for event in map(heard, events.lines()) if event.type in _SPEECH)
        spoken = {sentence for event in telling for sentence in _sentences(event)}
        for number, event in enumerate(map(read, events.lines())):
            self._open.append(event.type == "invite" or event.type in _SPEECH or event.type in SYMMETRIC)
            if event.type == "visit":
                self._file(number, event)
            for sentence in _sentences(event) & spoken:
                self._told[sentence].append(number)

    def may_have(self, number: int) -> bool:
        """Whether an event is of a type that links start from."""
        return bool(self._open[number])

    def _file(self, number: int, visit: _Tied) -> None:
        for document in _documents(visit):
            self._reported[document].append(number)
        for key in product(_ids(visit.actors), _months(visit)):
            self._visits[key].append(number)

    def visits_during(self, talks: _Tied) -> Iterator[_Tied]:
        """The visits of any who talk in the months of the talks, each once."""
        keys = product(sorted(_ids(talks.actors)), _months(talks))
        return self._once(n for key in keys for n in self._visits.get(key, ()))

    def visits_reported_with(self, event: _Tied) -> Iterator[_Tied]:
        """The visits that a document tells which tells of the event too, each once."""
        return self._once(n for name in sorted(_documents(event)) for n in self._reported.get(name, ()))

    def told_with(self, event: _Tied) -> Iterator[_Tied]:
        """The events told by a sentence that tells this one."""
        return self._once(n for sentence in sorted(_sentences(event)) for n in self._told[sentence])

    def _once(self, numbers: Iterable[int]) -> Iterator[_Tied]:
        return map(self.event, dict.fromkeys(numbers))


def _links(event: _Tied, index: _Index) -> Iterator[Link]:
    if event.type == "invite":
        yield from (Link(kind="proposes", event=v.id) for v in index.visits_reported_with(event) if _proposes(event, v))
    elif event.type in SYMMETRIC:
        yield from (Link(kind="part_of", event=v.id) for v in index.visits_during(event) if _part_of(event, v))
    elif event.type in _SPEECH:
        others = [e for e in index.told_with(event) if e.type not in _SPEECH]
        yield from (Link(kind="regards", event=e.id) for e in others if _regards(event, e))


def _proposes(invitation: _Tied, visit: _Tied) -> bool:
    guests, hosts = _ids(invitation.targets), _countries(invitation.actors)
    return (
        bool(guests & _ids(visit.actors))
        and bool(hosts & _countries(visit.targets))
        and _first(invitation) <= _last(visit)
        and (visit.date is None or invitation.date is None or days_apart(invitation.date, visit.date) <= _HORIZON)
    )


def _part_of(talks: _Tied, visit: _Tied) -> bool:
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


def _regards(speech: _Tied, other: _Tied) -> bool:
    """Whether a sentence that tells both gives the other as the words of who speaks."""
    speakers, told = {a.label for a in speech.actors}, _sentences(speech)
    return any(m.attributed_to in speakers and (m.document, m.start) in told for m in other.mentions)


def _months(event: _Tied) -> range:
    """The months (counted from year 0) of a date that is no wider than a season; none of others."""
    when = event.date
    if when is None or width(when) > _SEASON:
        return range(0)
    first, last = _first(event), _last(event)
    return range(12 * first.year + first.month, 12 * last.year + last.month + 1)


def _sentences(event: _Tied | _Telling) -> set[tuple[str, int]]:
    return {(m.document, m.start) for m in event.mentions}


def _ids(actors: Sequence[Actor]) -> set[str]:
    return {a.id for a in actors}


def _countries(actors: Sequence[Actor]) -> set[str]:
    return {a.country for a in actors if a.country}


def _documents(event: _Tied) -> set[str]:
    return {m.document for m in event.mentions}


def _first(event: _Tied) -> date:
    return (event.date.earliest if event.date else None) or date.min


def _last(event: _Tied) -> date:
    return (event.date.latest if event.date else None) or date.max
