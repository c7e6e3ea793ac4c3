"""The JSON API: events, actors and the timeline of a build, chosen by filters and given in pages."""

import asyncio
from datetime import date

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg import history
from kg.model import Event, Value
from kg.order import by_time
from kg.serve import asked
from kg.serve.choice import ActorDetail, ActorSummary
from kg.serve.paging import Key, following, links, page
from kg.serve.served import build_of


class Row(Value, frozen=True):
    """An event in brief; `who` and `whom` are labels, `reports` counts the sentences that tell of it."""

    event: str
    type: str
    status: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    who: tuple[str, ...]
    whom: tuple[str, ...]
    place: str | None
    reports: int


class Health(Value, frozen=True):
    """What a server serves: the hash of its build, how many events, and whether queries can be asked."""

    build: str
    events: int
    queries: str


class EventPage(Value, frozen=True):
    """Some of `total` events in the order of their dates, and the address of the next page."""

    events: tuple[Event, ...]
    total: int
    next: str | None


class TimelinePage(Value, frozen=True):
    """Some of `total` events in brief, in the order of their dates, and the address of the next page."""

    rows: tuple[Row, ...]
    total: int
    next: str | None


class ActorPage(Value, frozen=True):
    """Some of `total` actors, those of the most events first, and the address of the next page."""

    actors: tuple[ActorSummary, ...]
    total: int
    next: str | None


async def events(request: Request) -> Response:
    """The events that the filters choose."""
    found, total, after = await _chosen(request)
    return response(EventPage(events=tuple(found), total=total, next=after), links(request, after))


async def timeline(request: Request) -> Response:
    """The same events in brief."""
    found, total, after = await _chosen(request)
    return response(TimelinePage(rows=tuple(map(_row, found)), total=total, next=after), links(request, after))


async def event(request: Request) -> Response:
    """One event, as it is known or as it was known on a day."""
    asked.known(request.query_params, "as-of")
    day = asked.day(request.query_params, "as-of", last=True)
    found = build_of(request).index.by_id.get(request.path_params["id"])
    known = history.as_of(found, day) if found and day else found
    if known is None:
        raise HTTPException(404, "no event has this id" if not found else f"nothing was reported of it by {day}")
    return response(known)


async def actors(request: Request) -> Response:
    """The actors, of all or of some kinds, countries and words."""
    parameters = request.query_params
    asked.known(parameters, *asked.ACTOR_FILTERS)
    wanted, kinds, part = asked.wanted(parameters), asked.kinds(parameters), asked.part(parameters)
    found = await asyncio.to_thread(build_of(request).index.chosen_actors, wanted, kinds)
    some = page(found, _actor_key, part)
    after = following(request, some.cursor)
    return response(ActorPage(actors=tuple(some.items), total=some.total, next=after), links(request, after))


async def actor(request: Request) -> Response:
    """One actor with counts of its events, and those who take part in most of them."""
    asked.known(request.query_params)
    found: ActorDetail | None = build_of(request).index.actor(request.path_params["id"])
    if found is None:
        raise HTTPException(404, "no actor has this id")
    return response(found)


async def _chosen(request: Request) -> tuple[tuple[Event, ...], int, str | None]:
    """A page of the events that are asked for, how many there are in all, and the address of the next page."""
    parameters = request.query_params
    asked.known(parameters, *asked.FILTERS, *asked.PAGING)
    wanted, part = asked.wanted(parameters), asked.part(parameters)
    found = await asyncio.to_thread(build_of(request).index.chosen, wanted)
    some = page(found, _event_key, part)
    return tuple(some.items), some.total, following(request, some.cursor)


def _event_key(event: Event) -> Key:
    earliest, latest, identifier = by_time(event)
    return earliest.isoformat(), latest.isoformat(), identifier


def _actor_key(actor: ActorSummary) -> Key:
    """Texts that sort as the actors do: the rarer, the later."""
    return f"{10**9 - actor.events:010d}", actor.id


def _row(event: Event) -> Row:
    return Row(
        event=event.id,
        type=event.type,
        status=event.status,
        edtf=event.date.edtf if event.date else None,
        earliest=event.date.earliest if event.date else None,
        latest=event.date.latest if event.date else None,
        who=tuple(actor.label for actor in event.actors),
        whom=tuple(actor.label for actor in event.targets),
        place=event.place.label if event.place else None,
        reports=len(event.mentions),
    )


def response(value: Value, headers: dict[str, str] | None = None) -> Response:
    """The value as JSON."""
    return Response(msgspec.json.encode(value) + b"\n", media_type="application/json", headers=headers)
