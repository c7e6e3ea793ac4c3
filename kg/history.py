"""The second clock: what was known of an event on a day, and how that changed report by report."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from kg.dates import from_edtf
from kg.merge.consolidate import date_conflicts, merged_date
from kg.merge.status import merged_status
from kg.model import ActionType, Event, Report, Status, Value


class Step(Value, frozen=True):
    """One report of an event, or of one tied to it, and what was known of the event by the end of that day.

    `event` is whose report it is and `tie` how that event is tied to the one asked for ("proposes it", "part of it",
    "it regards this"; empty: it is the one asked for). `said` and `said_date` are the report's own words on status and
    date (EDTF); `known` and `known_date` those of the event as all reports up to that day leave them, empty before its
    first report.
    """

    published: date | None
    document: str
    outlet: str | None
    event: str
    tie: str
    type: ActionType
    said: Status
    said_date: str | None
    attributed_to: str | None
    quote: str
    known: Status | None
    known_date: str | None


def as_of(event: Event, day: date) -> Event | None:
    """An event as the reports published up to a day leave it; None where there was none yet.

    Reports without a day of publication count for no day.
    """
    told = tuple(m for m in event.mentions if m.published is not None and m.published <= day)
    if not told:
        return None
    dates = [from_edtf(m.edtf, text=m.date_text or "") for m in told if m.edtf]
    when = merged_date(dates)
    status = merged_status([(m.published, m.status, m.attributed_to) for m in told], when)
    others = date_conflicts(dates, when) if when else ()
    return msgspec.structs.replace(event, mentions=told, status=status, date=when, reasons=(), date_conflicts=others)


def history(event: Event, events: Iterable[Event]) -> tuple[Step, ...]:
    """Every report of an event and of the events linked to or from it, in order of publication."""
    told = [(other, tie, report) for other, tie in _tied(event, events) for report in other.mentions]
    order = sorted(told, key=lambda t: (t[2].published or date.min, t[0].id, t[2].document, t[2].start, t[2].rule))
    return tuple(_step(event, other, tie, report) for other, tie, report in order)


def _tied(event: Event, events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    forward = {link.event: link.kind for link in event.links}
    for other in events:
        back = next((link.kind for link in other.links if link.event == event.id), None)
        if other.id == event.id:
            yield event, ""
        elif back:
            yield other, f"{_words(back)} it"
        elif other.id in forward:
            yield other, f"it {_words(forward[other.id])} this"


def _words(kind: str) -> str:
    return {"part_of": "is part of"}.get(kind, kind)


def _step(event: Event, other: Event, tie: str, report: Report) -> Step:
    known = as_of(event, report.published) if report.published else None
    return Step(
        published=report.published,
        document=report.document,
        outlet=report.outlet,
        event=other.id,
        tie=tie,
        type=other.type,
        said=report.status,
        said_date=report.edtf,
        attributed_to=report.attributed_to,
        quote=report.quote,
        known=known.status if known else None,
        known_date=known.date.edtf if known and known.date else None,
    )
