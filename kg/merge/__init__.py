"""From mentions to events: which reports tell of one event, and what together they say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.collector import uncollected
from kg.merge.blocking import Compare, Pairs, blocks, compared
from kg.merge.cluster import JUDGED, Group, cluster
from kg.merge.compare import Apart, compare
from kg.merge.consolidate import consolidate
from kg.merge.intime import InTime
from kg.merge.judgements import Judgement, apply
from kg.merge.links import with_links
from kg.merge.stories import Story, stories
from kg.merge.told import Told, describe
from kg.model import Document, Event, EventMention, NearMiss
from kg.order import Standing, in_order
from kg.shelf import ById, Keep, kept

__all__ = ["Decisions", "Judgement", "Merged", "decide", "merge", "merged"]


class Merged(NamedTuple):
    """Events in order of time, and the pairs of mentions that nearly made one of two of them."""

    events: Sequence[Event]
    near_misses: Sequence[NearMiss]


class Decisions(NamedTuple):
    """Mentions in their order, what merging saw of them, their groups, and all pairs that came near."""

    mentions: Sequence[EventMention]
    told: list[Told]
    groups: list[Group]
    pairs: Pairs


def merge(mentions: Iterable[EventMention], documents: Sequence[Document]) -> tuple[Event, ...]:
    """The events that mentions report, with their links; mentions of plain speech (`say`) are left out.

    The result does not depend on the order of either argument.
    """
    return tuple(merged(mentions, documents).events)


def merged(
    mentions: Iterable[EventMention],
    documents: Sequence[Document],
    judgements: Sequence[Judgement] = (),
    story: Mapping[str, Story] | None = None,
    compare_all: Compare = compared,
    keep: Keep = kept,
) -> Merged:
    """The same with what came near to being merged; judgements outrank what the scores say.

    `story` is that of each document, by id, where it is known already; `compare_all` does what `compared` does, here or
    elsewhere; events wait where `keep` has them.
    """
    with uncollected():
        decided = decide(mentions, documents, judgements, story, compare_all)
        events = InTime(consolidate(decided.mentions, decided.told, decided.groups, ById(documents)), keep)
        near_misses = keep(_near_misses(decided, events.ids))
        del decided  # room for what ties events
        return Merged(keep(with_links(events)), near_misses)


def decide(
    mentions: Iterable[EventMention],
    documents: Sequence[Document],
    judgements: Sequence[Judgement] = (),
    story: Mapping[str, Story] | None = None,
    compare_all: Compare = compared,
) -> Decisions:
    """Which mentions are of one event, and which came near to it."""
    by_id, story = ById(documents), stories(documents) if story is None else story
    ordered = in_order(mentions, _place, Standing)
    told = [describe(m, by_id[m.document], story[m.document]) for m in ordered]
    pairs = apply(judgements, ordered, compare_all(blocks(told)))
    return Decisions(ordered, told, cluster(told, pairs), pairs)


def _near_misses(decided: Decisions, ids: Sequence[str]) -> Iterator[NearMiss]:
    """For every two events that came near the two mentions that came nearest, or were judged; `ids` are by group."""
    home = np.empty(len(decided.mentions), dtype=np.int32)
    for number, group in enumerate(decided.groups):
        home[list(group.members)] = number
    for a, b, score in _nearest(decided.pairs.where(home[decided.pairs.a] != home[decided.pairs.b]), home):
        terms = compare(decided.told[a], decided.told[b])
        yield NearMiss(
            events=(ids[home[a]], ids[home[b]]),
            anchors=(decided.mentions[a].anchor, decided.mentions[b].anchor),
            score=score,
            terms={"judgement": score} if isinstance(terms, Apart) else terms.named(),
        )


def _nearest(pairs: Pairs, home: NDArray[np.int32]) -> Pairs:
    """Of the pairs between two groups, by the group of each mention, the one that was judged, else the most alike."""
    groups = np.sort([home[pairs.a], home[pairs.b]], axis=0).astype(np.int64)
    codes = groups[0] * len(home) + groups[1]
    order = np.lexsort((-pairs.score, np.abs(pairs.score) < JUDGED, codes))
    _, firsts = np.unique(codes[order], return_index=True)
    return pairs.where(np.sort(order[firsts]))


def _place(mention: Standing) -> tuple[str, int, str, str] | None:
    """None of plain speech, which is no event."""
    if mention.type == "say":
        return None
    return mention.document, mention.trigger.start, mention.type, mention.rule
