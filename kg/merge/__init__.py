"""From mentions to events: which reports tell of one event, and what together they say of it."""

from collections.abc import Iterable, Sequence

from kg.merge.blocking import Comparisons
from kg.merge.cluster import cluster
from kg.merge.consolidate import consolidate
from kg.merge.links import with_links
from kg.model import Document, Event, EventMention, encode

__all__ = ["merge"]


def merge(mentions: Iterable[EventMention], documents: Sequence[Document]) -> tuple[Event, ...]:
    """The events that mentions report, with their links; mentions of plain speech (`say`) are left out.

    The result does not depend on the order of either argument.
    """
    by_id = {d.id: d for d in documents}
    told = sorted(
        (m for m in mentions if m.type != "say"),
        key=lambda m: (m.document, m.trigger.start, m.type, m.rule, encode(m)),
    )
    groups = cluster(told, Comparisons(told, by_id))
    events = consolidate(told, groups, by_id)
    return with_links(events)
