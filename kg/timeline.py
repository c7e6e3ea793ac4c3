"""Choose events from a build: by name, type, status and date, and as they were known on a day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kg import history
from kg.actors.fold import plain
from kg.actors.gazetteer import load
from kg.model import ACTION_TYPES, STATUSES, ActionType, Actor, Event, Status, Tenure
from kg.order import by_time


def select(
    events: Iterable[Event],
    *,
    names: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    types: Iterable[ActionType] = (),
    statuses: Iterable[Status] = (),
    as_of: date | None = None,
) -> Iterator[Event]:
    """The events in which every name takes part, of any of the types and statuses, that may lie in a span of days.

    `as_of` leaves out reports published later (and those without a day of publication), and gives each event
    the status and date that the others leave it.

    Raises:
        ValueError: a type or status is none of kg's.
    """
    wanted = [Name(n) for n in names]
    kinds, states = _known_as("type", types, ACTION_TYPES), _known_as("status", statuses, STATUSES)
    for event in events if as_of is None else _known(events, as_of):
        if not (all(name.takes_part(event) for name in wanted) and _may_lie_in(event, start, end)):
            continue
        if (not kinds or event.type in kinds) and (not states or event.status in states):
            yield event


def _known_as(what: str, given: Iterable[str], choice: Sequence[str]) -> frozenset[str]:
    """A misspelt type would else choose nothing, which looks as if nothing had been found."""
    found = frozenset(given)
    if wrong := sorted(found.difference(choice)):
        raise ValueError(f"there is no {what} {wrong[0]!r}; choose of {', '.join(choice)}")
    return found


class Name:
    """A name that events are asked for: words of a label, or any name that the gazetteer knows.

    A country stands for its people, ministries and cities too: "Egypt" takes part in what Sadat does.
    """

    def __init__(self, name: str) -> None:
        entries = load().lookup(name)
        directory = load().directory
        self._words = f" {plain(name)} "
        self._ids = {e.key for e in entries}
        self._countries = {code for e in entries if e.kind == "country" and (code := directory.iso(e.key))}

    def takes_part(self, event: Event) -> bool:
        """Whether one of an event's actors, targets or its place goes by the name."""
        things = (*event.actors, *event.targets, *((event.place,) if event.place else ()))
        return any(self.fits(thing.id, thing.label, thing.country) for thing in things)

    def fits(self, identifier: str, label: str, country: str | None) -> bool:
        """Whether an actor or a place goes by the name."""
        known = identifier in self._ids or country in self._countries
        return known or self._words in f" {plain(label)} "

    def subject(self, events: Iterable[Event]) -> Actor | None:
        """The only one among the events' participants whom the name itself names; None where it names several."""
        named = {a.id: a for event in events for a in (*event.actors, *event.targets) if self._names(a)}
        listed = [actor for actor in named.values() if actor.id in self._ids]
        found = listed or list(named.values())
        return found[0] if len(found) == 1 else None

    def _names(self, actor: Actor) -> bool:
        return actor.id in self._ids or self._words in f" {plain(actor.label)} "


def posts(actor: Actor | None) -> tuple[Tenure, ...]:
    """The terms of office of a person, as far as the tables have them."""
    return load().directory.tenures(actor.id) if actor and actor.kind == "person" else ()


def _may_lie_in(event: Event, start: date | None, end: date | None) -> bool:
    if start is None and end is None:
        return True
    if event.date is None:
        return False
    first, last = event.date.earliest or date.min, event.date.latest or date.max
    return (start is None or last >= start) and (end is None or first <= end)


def _known(events: Iterable[Event], day: date) -> Iterator[Event]:
    """Events as they were known on a day, in the order of their dates as known then."""
    return iter(sorted(filter(None, (history.as_of(event, day) for event in events)), key=by_time))
