"""Why two events are two: their closest reports, and what their likeness adds up to or is forbidden by."""

from collections.abc import Iterator, Mapping, Sequence

from kg.merge.cluster import JUDGED
from kg.merge.compare import THRESHOLD, Apart, compare
from kg.merge.stories import Story
from kg.merge.told import Told, describe
from kg.model import Anchor, Document, Event, EventMention, NearMiss, Report, Value

_LOOKED_AT = 30
"""Reports of each event that are compared, the first ones."""


class Why(Value, frozen=True):
    """The two reports of two events that come closest.

    `apart` names the term that forbids them to be one event ("date"), whatever else agrees; else `terms` add up to
    `score`, of which `needed` make one event. A pair that came near when the events were merged has the terms of then;
    others are compared anew, without what the rest of their articles says.
    """

    reports: tuple[Report, Report]
    apart: str | None
    score: float | None
    terms: dict[str, float]
    needed: float = THRESHOLD


def why(a: Event, b: Event, near_misses: Sequence[NearMiss], mentions: Mapping[Anchor, EventMention]) -> Why | None:
    """Why two events are not one; None where no mentions of theirs are at hand."""
    reports = {report.anchor: report for event in (a, b) for report in event.mentions}
    for near in near_misses:
        if set(near.events) == {a.id, b.id}:
            first, second = sorted(near.anchors, key=lambda anchor: anchor not in {r.anchor for r in a.mentions})
            apart = "judgement" if near.score == -JUDGED else None
            return Why(reports=(reports[first], reports[second]), apart=apart, score=near.score, terms=near.terms)
    return max(_compared(a, b, mentions), key=_closeness, default=None)


def _compared(a: Event, b: Event, mentions: Mapping[Anchor, EventMention]) -> Iterator[Why]:
    for first in a.mentions[:_LOOKED_AT]:
        for second in b.mentions[:_LOOKED_AT]:
            if first.anchor in mentions and second.anchor in mentions:
                found = compare(*(_told(report, mentions[report.anchor]) for report in (first, second)))
                if isinstance(found, Apart):
                    yield Why(reports=(first, second), apart=found.by, score=None, terms={})
                else:
                    yield Why(reports=(first, second), apart=None, score=found.score, terms=found.named())


def _closeness(why: Why) -> tuple[bool, float]:
    return why.apart is None, why.score or 0.0


def _told(report: Report, mention: EventMention) -> Told:
    """A mention as merging sees it, of an article of which only the sentence is at hand."""
    text = " " * report.start + report.quote
    document = Document(id=report.document, text=text, published=report.published, outlet=report.outlet)
    return describe(mention, document, Story(report.document, {}))
