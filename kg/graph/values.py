"""What a graph is made from and keeps: documents, mentions and events, each in an order of its own."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from kg import rdf
from kg.model import Actor, Document, Event, EventMention, NearMiss, Source, Tenure, Value
from kg.order import Standing, Timed, by_time, in_order
from kg.shelf import Chosen, Keep, Shelf, seen_as

if TYPE_CHECKING:
    from kg.graph.changed import Changes

V = TypeVar("V", bound=Value)

Position = Callable[[Actor], tuple[float, float] | None]
"""Latitude and longitude of an actor or a place, in degrees; None where they are not known."""

Tenures = Callable[[str], Iterable[Tenure]]
"""The terms of office of a person, by id."""


class Values:
    """The values of a graph."""

    documents: Sequence[Document] = ()
    """Sorted by id; without their texts where the graph was read back from a build's folder."""
    sources: Sequence[Source] = ()
    """What is kept of the documents besides, in the same order."""
    mentions: Sequence[EventMention] = ()
    """Sorted by document, place of the trigger, and type."""
    events: Sequence[Event] = ()
    """Sorted in time: by their first day, or the last where that is open, then last day and id; undated ones last."""
    near_misses: Sequence[NearMiss] = ()
    """Pairs of mentions that nearly made one event of two, the most alike first."""
    tenures: tuple[Tenure, ...] = ()
    """The terms of office of the people in it, as far as tables have them; sorted by person and day."""

    changes: "Changes | None" = None
    """What changed since the build whose files stand where these are to be written, if that is known and little."""

    base: str = rdf.BASE
    """What the IRIs of its things start with in RDF."""


def nowhere(actor: Actor) -> tuple[float, float] | None:
    """The position of an actor where none are known."""
    return None


def unknown(person: str) -> tuple[Tenure, ...]:
    """The terms of office of a person where no table has any."""
    return ()


def fill(
    into: Values,
    documents: Iterable[Document],
    mentions: Iterable[EventMention],
    events: Iterable[Event],
    near_misses: Iterable[NearMiss],
    keep: Keep,
) -> None:
    """Give a graph its values but for terms of office, sorted; those of a shelf stay on it."""
    into.documents = _sorted(documents, lambda document: document.id)
    into.sources = keep(document.source for document in into.documents)
    into.mentions = in_order(mentions, _mention_place, Standing)
    into.near_misses = _sorted(near_misses, lambda near: (-near.score, near.anchors))
    into.events = _sorted(events, by_time, Timed)


def _sorted(values: Iterable[V], by: Callable[[Any], Any], kind: type | None = None) -> Sequence[V]:
    """Those that share a key stay in their order; `kind` has the fields that the key is made from."""
    there = values if isinstance(values, Shelf | Chosen) else tuple(values)
    keys = [by(value) for value in (there if kind is None else seen_as(there, kind))]
    order = array("L", sorted(range(len(keys)), key=keys.__getitem__))
    if all(number == place for place, number in enumerate(order)):
        return there
    return Chosen(there, order) if isinstance(there, Shelf | Chosen) else tuple([there[n] for n in order])


def _mention_place(mention: Standing) -> tuple[str, int, str]:
    return mention.document, mention.trigger.start, mention.type
