"""What the reports of one event say together: its participants, date, place and status, each by its best support."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kg.merge.cluster import JUDGED, Group
from kg.merge.compare import Apart, compare
from kg.merge.days import days_apart, width
from kg.merge.intime import hashed
from kg.merge.status import merged_status
from kg.merge.told import Told, is_mutual
from kg.model import (
    REAL,
    SYMMETRIC,
    ActionType,
    Actor,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Place,
    Reason,
    Report,
)

_SURE = 0.999
"""The highest confidence: reports copy one another, so that many are no proof."""


def consolidate(
    mentions: Sequence[EventMention],
    told: Sequence[Told],
    groups: Sequence[Group],
    documents: Mapping[str, Document],
) -> Iterator[Event]:
    """One event a group, in the order of the groups; several may have the same id."""
    return (event_of([mentions[i] for i in g.members], _reasons(g, told), documents) for g in groups)


def _reasons(group: Group, told: Sequence[Told]) -> list[Reason]:
    """The pairs that joined a group, by the position of their mentions in it."""
    place = {i: n for n, i in enumerate(group.members)}
    found = [(p, compare(told[p.a], told[p.b])) for p in group.unions]
    return [
        Reason(
            reports=(place[p.a], place[p.b]),
            score=p.score,
            terms={"judgement": p.score} if p.score == JUDGED or isinstance(terms, Apart) else terms.named(),
        )
        for p, terms in found
    ]


def event_of(told: Sequence[EventMention], reasons: Sequence[Reason], documents: Mapping[str, Document]) -> Event:
    """What the mentions of one event say together; the reports of `reasons` are positions among them."""
    order = sorted(range(len(told)), key=lambda i: _report_key(told[i], documents))
    ordered = [told[i] for i in order]
    kind = _kind(ordered)
    told_of = [m for m in ordered if not _is_titled(m, ordered, documents)]
    dates = [m.date for m in ordered if m.date is not None]
    when = merged_date(_not_overtaken(ordered, _done(told_of, documents), documents))
    status = merged_status([(documents[m.document].published, m.status, m.attributed_to) for m in told_of], when)
    lead = next((m for m in ordered if m.type == kind and m.status == status), ordered[0])
    actors, targets = _sides(kind, ordered)
    place = _place(ordered)
    rank = {i: position for position, i in enumerate(order)}
    return Event(
        id=hashed(kind, [a.id for a in actors], [t.id for t in targets], when.edtf if when else ""),
        type=kind,
        plover=lead.plover,
        cameo=lead.cameo,
        action=_action([m.action for m in ordered if m.type == kind]),
        actors=actors,
        targets=targets,
        place=place,
        date=when,
        status=status,
        confidence=_confidence(ordered),
        mentions=tuple(_report(m, documents[m.document]) for m in ordered),
        reasons=tuple(_moved(r, rank) for r in reasons),
        date_conflicts=date_conflicts(dates, when) if when else (),
    )


def _done(told: Sequence[EventMention], documents: Mapping[str, Document]) -> date | None:
    """When the last report that an event has taken place, with its date, was published."""
    out = (documents[m.document].published for m in told if m.status in REAL and m.date is not None)
    return max((day for day in out if day is not None), default=None)


def _not_overtaken(
    told: Sequence[EventMention], done: date | None, documents: Mapping[str, Document]
) -> list[DateRange]:
    """The dates of mentions, without those still to come of plans when a later report says that it is done."""

    def is_overtaken(mention: EventMention, when: DateRange) -> bool:
        published = documents[mention.document].published
        if done is None or published is None or published >= done or mention.status in REAL:
            return False
        return when.earliest is not None and when.earliest > done

    return [m.date for m in told if m.date is not None and not is_overtaken(m, m.date)]


def _is_titled(mention: EventMention, others: Sequence[EventMention], documents: Mapping[str, Document]) -> bool:
    """Whether a mention is a headline whose text tells the same: "Peru expels envoys" may be of what it will do."""
    beside = [m for m in others if m.document == mention.document and m.sentence.start >= mention.sentence.end]
    if not beside:
        return False
    document = documents[mention.document]
    end = len(document.title or "")
    headed = mention.sentence.end <= end and document.text.startswith(document.title or "")
    return headed and any(m.sentence.start >= end for m in beside)


def _kind(told: Sequence[EventMention]) -> ActionType:
    """The type that most reports give; who is received by one and meets him for another, meets him."""
    if len(told) == 1:
        return told[0].type
    types = Counter(m.type for m in told)
    talks = [t for t in types if t in SYMMETRIC]
    return max(talks if talks and "host" in types else types, key=lambda t: types[t])


def _sides(kind: ActionType, told: Sequence[EventMention]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and targets: of talks all as actors, of a clash in which each does it to the other all as both."""
    mutual = [m for m in told if is_mutual(m)] if kind not in SYMMETRIC else []
    if 2 * len(mutual) >= len(told) > 0:
        both = _participants([m.actors for m in mutual])
        return both, both
    sides = [_as_told_of(kind, m) for m in told if m not in mutual]
    actors = _participants([side for side, _ in sides])
    targets = tuple(t for t in _participants([side for _, side in sides]) if t.id not in {a.id for a in actors})
    return ((*actors, *targets), ()) if kind in SYMMETRIC else (actors, targets)


def _action(named: Sequence[str]) -> str:
    return Counter(named).most_common(1)[0][0] if len(named) > 1 else named[0]


def _as_told_of(kind: ActionType, mention: EventMention) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Actors and targets, the other way round where a visit's mention tells of hosting or the reverse."""
    turned = {kind, mention.type} == {"visit", "host"}
    return (mention.targets, mention.actors) if turned else (mention.actors, mention.targets)


def _moved(reason: Reason, rank: Mapping[int, int]) -> Reason:
    a, b = sorted(rank[i] for i in reason.reports)
    return msgspec.structs.replace(reason, reports=(a, b))


def _report_key(mention: EventMention, documents: Mapping[str, Document]) -> tuple[date, str, int, str]:
    return documents[mention.document].published or date.max, mention.document, mention.trigger.start, mention.status


def _report(mention: EventMention, document: Document) -> Report:
    return Report(
        document=mention.document,
        start=mention.sentence.start,
        end=mention.sentence.end,
        quote=document.text[mention.sentence.start : mention.sentence.end],
        type=mention.type,
        published=document.published,
        outlet=document.outlet,
        status=mention.status,
        polarity=mention.polarity,
        attributed_to=mention.attributed_to,
        date_text=(mention.date.text or None) if mention.date else None,
        edtf=mention.date.edtf if mention.date else None,
        extractor=mention.extractor,
        rule=mention.rule,
        row=mention.row,
        via=mention.via,
        url=document.url,
        marks=mention.marks,
    )


def _participants(sides: Sequence[tuple[ActorMention, ...]]) -> tuple[Actor, ...]:
    """Everyone named by at least a fifth of the reports that name anyone, most often named first.

    Reports may differ in what they tell of somebody that no table has; the one that knows the country counts.
    """
    if len(sides) == 1 and len(sides[0]) < 2:
        return tuple(m.actor for m in sides[0])
    counts = Counter(key for side in sides for key in {m.id for m in side})
    floor = sum(bool(side) for side in sides) / 5
    known = sorted((m.actor for side in sides for m in side), key=lambda a: (a.id, a.country is None, str(a.country)))
    named = {actor.id: actor for actor in reversed(known)}
    return tuple(named[key] for key in sorted(counts, key=lambda k: (-counts[k], k)) if counts[key] >= floor)


def merged_date(dates: Sequence[DateRange]) -> DateRange | None:
    """The most precise date that most reports support.

    A date is supported by those it overlaps; one that words of the text gave counts twice one that only the day
    of publication gave. One without a beginning ("ends on Tuesday") counts only where no other does.
    """
    if len(dates) < 2:
        return msgspec.structs.replace(dates[0], span=None) if dates else None
    days = {_days(d): d for d in dates}  # many reports give few dates
    votes = Counter(key for d in dates for key in (_days(d),) * (1 + bool(d.text)))
    support = {key: sum(n for other, n in votes.items() if not days_apart(d, days[other])) for key, d in days.items()}

    def rank(candidate: DateRange) -> tuple[bool, int, int, bool, str]:
        beginless = candidate.earliest is None
        return beginless, -support[_days(candidate)], width(candidate), not candidate.text, candidate.edtf

    return msgspec.structs.replace(min(dates, key=rank), span=None)


def _days(when: DateRange) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def date_conflicts(dates: Sequence[DateRange], merged: DateRange) -> tuple[DateRange, ...]:
    """The dates that words of the text give and that the merged one cannot be, those that most reports give first."""
    others = [d for d in dates if d.text and days_apart(d, merged) > 0]
    counts = Counter(d.edtf for d in others)
    first = {d.edtf: msgspec.structs.replace(d, span=None) for d in reversed(others)}
    return tuple(first[edtf] for edtf in sorted(counts, key=lambda e: (-counts[e], e)))


_BROAD = ("region", "country", "area")


def _place(told: Sequence[EventMention]) -> Place | None:
    """The place named most often, or the narrowest that is named within it; one of no known country counts last."""
    named = [msgspec.structs.replace(m.place, span=None) for m in told if m.place is not None]
    if len(named) < 2:
        return named[0] if named else None
    counts = Counter(named)
    top = min(counts, key=lambda p: (p.country is None, -counts[p], p.id))
    within = [p for p in counts if p.country == top.country and _width(p) < _width(top)]
    return min(within, key=lambda p: (_width(p), -counts[p], p.id), default=top)


def _width(place: Place) -> int:
    """0 for a city or a place that no table has, more for what holds cities."""
    return _BROAD.index(place.kind) + 1 if place.kind in _BROAD else 0


def _confidence(told: Iterable[EventMention]) -> float:
    """Chance that at least one document is right, were they independent; one document counts once."""
    best: dict[str, float] = {}
    for mention in told:
        best[mention.document] = max(mention.confidence, best.get(mention.document, 0.0))
    doubt = 1.0
    for value in best.values():
        doubt *= 1 - value
    return min(round(1 - doubt, 3), _SURE)
