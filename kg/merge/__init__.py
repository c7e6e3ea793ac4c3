"""From mentions to events: which reports tell of one event, and what together they say of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.merge.blocking import Pair, Pairs, candidates
from kg.merge.cluster import JUDGED, Group, cluster
from kg.merge.compare import Apart, compare
from kg.merge.consolidate import consolidate, sort_key
from kg.merge.judgements import Judgement, apply
from kg.merge.links import with_links
from kg.merge.stories import stories
from kg.merge.told import Told, describe
from kg.model import Document, Event, EventMention, NearMiss
from kg.order import in_order

__all__ = ["Decisions", "Judgement", "Merged", "decide", "merge", "merged"]


class Merged(NamedTuple):
    """Events in order of time, and the pairs of mentions that nearly made one of two of them."""

    events: tuple[Event, ...]
    near_misses: tuple[NearMiss, ...]


class Decisions(NamedTuple):
    """Mentions in their order, what merging saw of them, their groups, and all pairs that came near."""

    mentions: list[EventMention]
    told: list[Told]
    groups: list[Group]
    pairs: Pairs


def merge(mentions: Iterable[EventMention], documents: Sequence[Document]) -> tuple[Event, ...]:
    """The events that mentions report, with their links; mentions of plain speech (`say`) are left out.

    The result does not depend on the order of either argument.
    """
    return _linked(_events(decide(mentions, documents), documents))


def merged(
    mentions: Iterable[EventMention], documents: Sequence[Document], judgements: Sequence[Judgement] = ()
) -> Merged:
    """The same with what came near to being merged; judgements outrank what the scores say."""
    decided = decide(mentions, documents, judgements)
    events = _events(decided, documents)
    return Merged(_linked(events), tuple(_near_misses(decided, events)))


def _events(decided: Decisions, documents: Sequence[Document]) -> list[Event]:
    return consolidate(decided.mentions, decided.told, decided.groups, {d.id: d for d in documents})


def _linked(events: Iterable[Event]) -> tuple[Event, ...]:
    return with_links(sorted(events, key=sort_key))


def decide(
    mentions: Iterable[EventMention], documents: Sequence[Document], judgements: Sequence[Judgement] = ()
) -> Decisions:
    """Which mentions are of one event, and which came near to it."""
    by_id, story = {d.id: d for d in documents}, stories(documents)
    ordered = in_order((m for m in mentions if m.type != "say"), _place)
    told = [describe(m, by_id[m.document], story[m.document]) for m in ordered]
    pairs = apply(judgements, ordered, candidates(told))
    return Decisions(ordered, told, cluster(told, pairs), pairs)


def _near_misses(decided: Decisions, events: Sequence[Event]) -> Iterator[NearMiss]:
    """For every two events that came near the two mentions that came nearest, or that were judged."""
    home = {i: event.id for event, group in zip(events, decided.groups, strict=True) for i in group.members}
    nearest: dict[tuple[str, str], Pair] = {}
    for pair in decided.pairs:
        ids = min(home[pair.a], home[pair.b]), max(home[pair.a], home[pair.b])
        if ids[0] != ids[1] and (ids not in nearest or _nearness(pair) > _nearness(nearest[ids])):
            nearest[ids] = pair
    for a, b, score in sorted(nearest.values()):
        terms = compare(decided.told[a], decided.told[b])
        yield NearMiss(
            events=(home[a], home[b]),
            anchors=(decided.mentions[a].anchor, decided.mentions[b].anchor),
            score=score,
            terms={"judgement": score} if isinstance(terms, Apart) else terms.named(),
        )


def _nearness(pair: Pair) -> tuple[bool, float]:
    return abs(pair.score) == JUDGED, pair.score


def _place(mention: EventMention) -> tuple[str, int, str, str]:
    return mention.document, mention.trigger.start, mention.type, mention.rule
