"""TimelineJS JSON (timeline.knightlab.com, JSON format): a slide for each dated event, with its sentences and sources.

A date is as fine as it is known: of a month or a year the day, or day and month, are left out, of anything else that is
not one day the first and the last day are given; `display_date` says it in words. What articles say is escaped, because
TimelineJS takes its texts for HTML. Undated events have no place on a time line and are left out.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from kg import atomic
from kg.dates.words import in_words
from kg.export.links import web
from kg.graph import AnyGraph, event_label
from kg.model import REAL, DateRange, Event, Report

_SHOWN = 3
"""Sentences on a slide."""


def write(graph: AnyGraph, path: Path) -> None:
    """Write the dated events in their order.

    Raises:
        OutputError: the file cannot be written.
    """
    slides = [_slide(event, event.date) for event in graph.events if event.date and _bounded(event.date)]
    with atomic.open_binary(path) as out:
        out.write(msgspec.json.format(msgspec.json.encode({"scale": "human", "events": slides}), indent=1) + b"\n")


def _bounded(when: DateRange) -> bool:
    return bool(when.earliest or when.latest)


def _slide(event: Event, when: DateRange) -> dict[str, Any]:
    undated = msgspec.structs.replace(event, date=None)
    status = "" if event.status in REAL else f" [{event.status}]"
    return {
        "unique_id": f"event-{event.id}",
        **_dates(when),
        "display_date": escape(in_words(when)),
        "group": event.status,
        "text": {
            "headline": escape(event_label(undated) + status),
            "text": "".join(_sentences(event)),
        },
        "autolink": False,
    }


def _dates(when: DateRange) -> dict[str, Any]:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first
    assert last
    parts = {"year": 1, "month": 2}.get(when.precision, 3) if when.earliest and when.latest else 3
    if first == last or (parts < 3 and "/" not in when.edtf and when.edtf[-1] not in "~?%"):
        return {"start_date": _date(first, parts)}
    return {"start_date": _date(first, 3), "end_date": _date(last, 3)}


def _date(day: date, parts: int) -> dict[str, int]:
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:parts])


def _sentences(event: Event) -> Iterator[str]:
    for report in event.mentions[:_SHOWN]:
        yield f"<blockquote>{escape(' '.join(report.quote.split()))}</blockquote><p>{_source(report)}</p>"
    more = len(event.mentions) - _SHOWN
    if more > 0:
        yield f"<p>and {more} more {'reports' if more > 1 else 'report'}</p>"


def _source(report: Report) -> str:
    name, link = escape(report.outlet or report.document), web(report.url)
    told = f'<a href="{escape(link)}">{name}</a>' if link else name
    return f"{told}, {report.published}" if report.published else told
