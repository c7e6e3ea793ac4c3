"""The filters of the JSON API: parameters of a request → what is wanted → the events and actors of a build."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from kg.actors.fold import plain
from kg.model import ActionType, Actor, Event, Place, Source, Status, Value
from kg.timeline import Name, select

_KEPT = 32
"""Choices that are kept: the pages of one list come one after another."""
_PARTNERS = 20


class Wanted(Value, frozen=True):
    """Events with every one of `names`, `persons` and `countries` and all `words`, of any of the types and statuses.

    A country is an ISO 3166-1 alpha-2 code or a name; `start`, `end` and `as_of` are as in `kg.timeline.select`.
    """

    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    types: tuple[ActionType, ...] = ()
    statuses: tuple[Status, ...] = ()
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    words: tuple[str, ...] = ()


class Partner(Value, frozen=True):
    """Somebody who takes part in `events` of the same events."""

    id: str
    label: str
    events: int


class ActorSummary(Value, frozen=True):
    """An actor, how many events it takes part in, and the days between which they lie."""

    id: str
    label: str
    kind: str
    country: str | None
    wikidata: str | None
    events: int
    first: date | None
    last: date | None


class ActorDetail(ActorSummary, frozen=True):
    """An actor with its events by type and status, and those who share most events with it."""

    types: dict[str, int]
    statuses: dict[str, int]
    partners: tuple[Partner, ...]


class Index:
    """The events of a build, found by who takes part in them, by words, dates, types and statuses."""

    def __init__(self, events: Sequence[Event], documents: Sequence[Source]) -> None:
        self.events = events
        self.by_id = {event.id: event for event in events}
        self._titles = {source.id: source.title or "" for source in documents}
        self._things: dict[str, Actor | Place] = {}
        self._events_of: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events:
            for key, thing in things(event):
                self._things.setdefault(key, thing)
                self._events_of[key].append(event)
        self.chosen = lru_cache(maxsize=_KEPT)(self._chosen)

    def actor(self, identifier: str) -> ActorDetail | None:
        """All about an actor."""
        told = self._events_of.get(f"actor:{identifier}", ())
        return self._detail(identifier, told) if told else None

    @cached_property
    def actors(self) -> tuple[ActorSummary, ...]:
        """All actors, those of the most events first."""
        made = (_summary(a, self._events_of[key]) for key, a in self._things.items() if isinstance(a, Actor))
        return tuple(sorted(made, key=lambda a: (-a.events, a.id)))

    def chosen_actors(self, wanted: Wanted, kinds: Sequence[str]) -> tuple[ActorSummary, ...]:
        """The actors of some kinds that the countries and words of a wish fit, in their order."""
        sides = [_Named(name, "country") for name in wanted.countries]
        return tuple(
            actor
            for actor in self.actors
            if (not kinds or actor.kind in kinds)
            and all(side.fits(self._things[f"actor:{actor.id}"]) for side in sides)
            and all(word in plain(actor.label) for word in wanted.words)
        )

    def _chosen(self, wanted: Wanted) -> tuple[Event, ...]:
        sides = [self._fitting(named) for named in _named(wanted)]
        narrowed = [
            event
            for event in self.events
            if (not wanted.types or event.type in wanted.types)
            and all(any(key in side for key, _ in things(event)) for side in sides)
            and all(word in self._text[event.id] for word in wanted.words)
        ]
        return tuple(
            select(
                narrowed,
                types=wanted.types,
                statuses=wanted.statuses,
                start=wanted.start,
                end=wanted.end,
                as_of=wanted.as_of,
            )
        )

    def _fitting(self, named: "_Named") -> frozenset[str]:
        return frozenset(key for key, thing in self._things.items() if named.fits(thing))

    @cached_property
    def _text(self) -> dict[str, str]:
        """What `words` are looked for in, by the event's id."""
        return {event.id: plain(" ".join(self._said(event))) for event in self.events}

    def _said(self, event: Event) -> Iterator[str]:
        yield from (event.type, event.action)
        yield from (thing.label for _, thing in things(event))
        for report in event.mentions:
            yield from (report.quote, report.outlet or "", report.attributed_to or "", report.via or "")
            yield self._titles.get(report.document, "")

    def _detail(self, identifier: str, told: Sequence[Event]) -> ActorDetail:
        actor = self._things[f"actor:{identifier}"]
        others = Counter(key for event in told for key, other in things(event) if other is not actor)
        del others[f"actor:{identifier}"]
        shared = [(key, count) for key, count in others.items() if isinstance(self._things[key], Actor)]
        most = sorted(shared, key=lambda pair: (-pair[1], pair[0]))[:_PARTNERS]
        summary = _summary(actor, told)
        return ActorDetail(
            **{name: getattr(summary, name) for name in summary.__struct_fields__},
            types=dict(sorted(Counter(event.type for event in told).items())),
            statuses=dict(sorted(Counter(event.status for event in told).items())),
            partners=tuple(Partner(id=k[6:], label=self._things[k].label, events=count) for k, count in most),
        )


def things(event: Event) -> Iterator[tuple[str, Actor | Place]]:
    """Who takes part in an event, once each, and where it is, with a key that tells actors from places."""
    yield from {f"actor:{actor.id}": actor for actor in (*event.actors, *event.targets)}.items()
    if event.place:
        yield f"place:{event.place.id}", event.place


class _Named:
    """One of the names of a wish, and what it may be the name of."""

    def __init__(self, name: str, kind: str = "") -> None:
        self._code = name.upper() if kind == "country" and len(name) == 2 else None
        self._name = Name(name)
        self._kind = kind

    def fits(self, thing: Actor | Place) -> bool:
        if self._code:
            return thing.country == self._code
        if self._kind == "person":  # by a name of their own, not by their country's
            return isinstance(thing, Actor) and thing.kind == "person" and self._name.fits(thing.id, thing.label, None)
        return self._name.fits(thing.id, thing.label, thing.country)


def _named(wanted: Wanted) -> Iterator[_Named]:
    yield from (_Named(name) for name in wanted.names)
    yield from (_Named(name, "person") for name in wanted.persons)
    yield from (_Named(name, "country") for name in wanted.countries)


def _summary(actor: Actor | Place, told: Iterable[Event]) -> ActorSummary:
    dates = [event.date for event in told if event.date]
    return ActorSummary(
        id=actor.id,
        label=actor.label,
        kind=actor.kind or "place",
        country=actor.country,
        wikidata=actor.wikidata if isinstance(actor, Actor) else None,
        events=sum(1 for _ in told),
        first=min((d.earliest for d in dates if d.earliest), default=None),
        last=max((d.latest for d in dates if d.latest), default=None),
    )
