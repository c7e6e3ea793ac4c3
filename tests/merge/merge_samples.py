"""Mentions to merge, made with as little as a test needs to say."""

from datetime import date

from kg.dates import from_edtf
from kg.model import ActionType, ActorKind, ActorMention, Document, EventMention, Phrase, Place, Span, Status

COUNTRIES = {
    "peru": "PE",
    "chile": "CL",
    "brazil": "BR",
    "boluarte": "PE",
    "boric": "CL",
    "lula": "BR",
    "gallese": "PE",
}
CITIES = {"lima": "PE", "cusco": "PE", "santiago": "CL", "brasilia": "BR"}
TEXT = "x" * 1000


def actor(name: str) -> ActorMention:
    kind: ActorKind = "country" if name in ("peru", "chile", "brazil") else "person"
    return ActorMention(
        start=0, end=1, text=name, id=name, label=name.title(), kind=kind, country=COUNTRIES[name], rule="test"
    )


def mention(
    document: str,
    start: int,
    type_: ActionType,
    actors: str,
    targets: str = "",
    when: str = "",
    *,
    status: Status = "happened",
    place: str = "",
    inferred: bool = False,
    said_by: str | None = None,
    action: str = "",
) -> EventMention:
    """A mention at `start` of a document; actors and targets are names parted by blanks, `when` is EDTF."""
    return EventMention(
        document=document,
        sentence=Span(start=start, end=start + 10),
        trigger=Phrase(start=start, end=start + 1, text="x"),
        type=type_,
        plover="",
        cameo="",
        action=action or type_,
        actors=tuple(actor(a) for a in actors.split()),
        targets=tuple(actor(a) for a in targets.split()),
        place=Place(id=place, label=place.title(), country=CITIES[place], kind="city") if place else None,
        date=from_edtf(when, "" if inferred else when) if when else None,
        status=status,
        polarity="positive",
        attributed_to=said_by,
        confidence=0.9,
        extractor="test",
        rule="test",
    )


def document(name: str, published: str | None = "2023-05-10") -> Document:
    return Document(id=name, text=TEXT, published=date.fromisoformat(published) if published else None, outlet=name)
