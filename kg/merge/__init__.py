"""From mentions to events: which reports tell of one event, and what together they say of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.merge.blocking import Pair, candidates
from kg.merge.cluster import Group, cluster
from kg.merge.consolidate import consolidate
from kg.merge.links import with_links
from kg.merge.stories import stories
from kg.merge.told import Told, describe
from kg.model import Document, Event, EventMention, encode

__all__ = ["Decisions", "decide", "merge"]


class Decisions(NamedTuple):
    """Mentions in their order, what merging saw of them, their groups, and all pairs that came near."""

    mentions: list[EventMention]
    told: list[Told]
    groups: list[Group]
    pairs: list[Pair]


def merge(mentions: Iterable[EventMention], documents: Sequence[Document]) -> tuple[Event, ...]:
    """The events that mentions report, with their links; mentions of plain speech (`say`) are left out.

    The result does not depend on the order of either argument.
    """
    decided = decide(mentions, documents)
    events = consolidate(decided.mentions, decided.told, decided.groups, {d.id: d for d in documents})
    return with_links(events)


def decide(mentions: Iterable[EventMention], documents: Sequence[Document]) -> Decisions:
    """Which mentions are of one event, and which came near to it."""
    by_id, story = {d.id: d for d in documents}, stories(documents)
    ordered = _in_order(m for m in mentions if m.type != "say")
    told = [describe(m, by_id[m.document], story[m.document]) for m in ordered]
    pairs = candidates(told)
    return Decisions(ordered, told, cluster(told, pairs), pairs)


def _in_order(mentions: Iterable[EventMention]) -> list[EventMention]:
    """By document, then place in it; the whole content breaks ties, so that no order of arrival shows."""
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document].append(mention)
    return [
        mention
        for name in sorted(by_document)
        for mention in sorted(by_document[name], key=lambda m: (m.trigger.start, m.type, m.rule, encode(m)))
    ]
