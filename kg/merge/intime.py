"""Events in order of time, each with an id of its own, wherever they are kept."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import overload

import msgspec

from kg.model import Event, encode
from kg.order import by_time
from kg.shelf import Chosen, Keep, Shelf

Place = tuple[date, date, str]


class InTime(Sequence[Event]):
    """Some events; those whose hash is the same get their first report into it, so that every id stands for one."""

    def __init__(self, events: Iterable[Event], keep: Keep) -> None:
        places: list[Place] = []
        self._events = keep(_noted(events, places))
        counts = Counter(place[2] for place in places)
        self._renamed = frozenset(number for number, place in enumerate(places) if counts[place[2]] > 1)
        for number in self._renamed:
            places[number] = by_time(_again(self._events[number]))
        self.ids = [place[2] for place in places]
        """Of the events in the order in which they came."""
        self._order = array("L", sorted(range(len(places)), key=places.__getitem__))

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | Chosen[Event]:
        """One of them, or those of a slice."""
        if isinstance(index, slice):
            return Chosen(self, range(len(self))[index])
        number = self._order[index]
        event = self._events[number]
        return msgspec.structs.replace(event, id=self.ids[number]) if number in self._renamed else event

    def line(self, index: int) -> bytes:
        """One of them as it is written."""
        number = self._order[index]
        if isinstance(self._events, Shelf) and number not in self._renamed:
            return self._events.line(number)
        return encode(self[index])

    def lines(self) -> Iterator[bytes]:
        """All of them as they are written."""
        return map(self.line, range(len(self)))


def hashed(*parts: object) -> str:
    """Twelve hexadecimal digits."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=6).hexdigest()


def _noted(events: Iterable[Event], places: list[Place]) -> Iterator[Event]:
    for event in events:
        places.append(by_time(event))
        yield event


def _again(event: Event) -> Event:
    first = event.mentions[0]
    return msgspec.structs.replace(event, id=hashed(event.id, first.document, first.start, first.rule, event.status))
