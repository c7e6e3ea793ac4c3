"""The names of nodes, and of an event the line that shows what it is."""

import re
from datetime import date

import msgspec

from kg.model import Actor, DateRange, Event

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, not even escaped (section 2.2, production Char)."""


def key(prefix: str, identifier: str) -> str:
    """Name of a node: `key("event", "3fa2")` is `event:3fa2`.

    Characters that XML forbids are written as `%XX`, so that every format can hold the name.
    """
    return f"{prefix}:" + FORBIDDEN_IN_XML.sub(lambda match: f"%{ord(match[0]):02X}", identifier)


def actor_key(actor: Actor) -> str:
    """Name of the node of an actor, which is a place's where the actor is one."""
    return key("place" if actor.kind == "place" else "actor", actor.id)


class Labelled(msgspec.Struct, frozen=True, gc=False):
    """Of an actor the label."""

    label: str


class Reported(msgspec.Struct, frozen=True, gc=False):
    """Of a report what its event's node tells of it."""

    published: date | None
    extractor: str


class Shown(msgspec.Struct, frozen=True, gc=False):
    """Of an event what its node tells."""

    id: str
    type: str
    plover: str
    cameo: str
    action: str
    actors: tuple[Labelled, ...]
    targets: tuple[Labelled, ...]
    date: DateRange | None
    status: str
    confidence: float
    mentions: tuple[Reported, ...]


def event_label(event: Event | Shown) -> str:
    """A line that names the event: `Vladimir Putin – invite – Xi Jinping (2022-12-30)`."""
    actors, targets = (", ".join(actor.label for actor in side) for side in (event.actors, event.targets))
    said = " – ".join(part for part in (actors, event.action or event.type, targets) if part)
    return f"{said} ({event.date.edtf})" if event.date else said
