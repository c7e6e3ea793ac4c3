"""Dates that other sentences give: of news told again with its day, of the visit that a meeting is part of."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from kg.model import REAL, SYMMETRIC, ActorMention, DateRange, EventMention

_WEEK = timedelta(7)
_DAY = timedelta(1)
_MONTH = timedelta(31)
_MADE = REAL | {"planned"}


def with_days(told: Sequence[EventMention], published: date | None) -> list[EventMention]:
    """The mentions of a document; news without a day takes it from one that tells of the same deed and names it."""
    if published is None:
        return list(told)
    named: dict[str, list[EventMention]] = defaultdict(list)
    for mention in told:
        if mention.date is not None and _is_recent(mention, published):
            named[mention.type].append(mention)
    dated = _implied([_dated(m, named[m.type]) for m in told], told)
    dated = _with_headline(dated, published)
    visits = [m for m in dated if m.type == "visit" and m.status in _MADE and not _is_over(m, published)]
    return [_within(m, visits) for m in dated]


def _within(mention: EventMention, visits: Sequence[EventMention]) -> EventMention:
    """ "Is due to meet the president": a meeting to come of a guest with his hosts is of the days of the visit."""
    if mention.type != "meet" or mention.status != "planned" or mention.date is not None:
        return mention
    met = (*mention.actors, *mention.targets)
    days = [v.date for v in visits if v.date is not None and _is_visited(v, met)]
    return msgspec.structs.replace(mention, date=days[0]) if len({d.edtf for d in days}) == 1 else mention


def _is_over(visit: EventMention, published: date) -> bool:
    """ "Arrived on Saturday", told days later: the day of the arrival is that of no meeting still to come."""
    return visit.date is None or visit.date.latest is None or visit.date.latest < published - _DAY


def _is_visited(visit: EventMention, met: Sequence[ActorMention]) -> bool:
    guests, hosts = {a.id for a in visit.actors}, {t.country for t in visit.targets if t.country}
    others = [a for a in met if a.id not in guests]
    return len(others) < len(met) and bool(others) and all(a.country in hosts for a in others)


def _is_recent(mention: EventMention, published: date) -> bool:
    """Whether a text gives a deed a day of the week up to publication."""
    day = mention.date
    if day is None or not day.text or day.precision != "day" or mention.status not in REAL or day.latest is None:
        return False
    return published - _WEEK <= day.latest <= published


def _dated(mention: EventMention, others: Sequence[EventMention]) -> EventMention:
    if mention.date is None or mention.date.text or mention.status not in REAL:
        return mention
    days: list[DateRange] = [m.date for m in others if m.date is not None and _is_same(mention, m)]
    return msgspec.structs.replace(mention, date=days[0]) if len({d.edtf for d in days}) == 1 else mention


def _implied(dated: Sequence[EventMention], told: Sequence[EventMention]) -> list[EventMention]:
    """ "Met her in Oslo": the visit that a meeting implies has the day that the meeting took."""
    moved = {(m.trigger, was.date): m.date for m, was in zip(dated, told, strict=True) if m.date != was.date}
    return [msgspec.structs.replace(m, date=moved.get((m.trigger, m.date), m.date)) for m in dated]


def _with_headline(told: Sequence[EventMention], published: date) -> list[EventMention]:
    """A headline's deed has the day that the text gives it, also weeks back, where the text tells it but once."""
    return [_as_below(m, told, published) if m.sentence.start == 0 else m for m in told]


def _as_below(mention: EventMention, told: Sequence[EventMention], published: date) -> EventMention:
    if mention.status not in REAL or mention.date is None or mention.date.text:
        return mention
    below = [
        m for m in told if m.sentence.start and m.type == mention.type and m.status in REAL and _is_same(mention, m)
    ]
    days = {m.date.edtf: m.date for m in below if m.date is not None and m.date.text}
    (when,) = days.values() if len(days) == 1 == len(below) else (None,)
    near = when is not None and when.latest is not None and published - _MONTH <= when.latest <= published
    return msgspec.structs.replace(mention, date=when) if near else mention


def _is_same(one: EventMention, other: EventMention) -> bool:
    """Whether both name the same actors and targets, as far as they name any."""
    mine, theirs = ({a.id for a in m.actors} for m in (one, other))
    targets, others = ({a.id for a in m.targets} for m in (one, other))
    if one.type in SYMMETRIC:
        return mine | targets == theirs | others
    return bool(mine & theirs) and bool(targets & others)
