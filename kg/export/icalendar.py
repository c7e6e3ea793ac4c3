"""iCalendar (RFC 5545) of the events that are known to within a month, as all-day events.

The end is the day after the last one, as the standard has it. What happened is CONFIRMED, what was called off or denied
CANCELLED, all else TENTATIVE. The same event keeps its UID from build to build; its DTSTAMP is the day of its latest
report, so that the same articles give the same bytes. An event of a day that is uncertain spans the days that it can be
of, and its summary says so.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from kg import __version__, atomic
from kg.dates.words import in_words
from kg.export.links import web
from kg.export.xml import clean
from kg.graph import AnyGraph, event_label, key
from kg.model import REAL, Event, Report

_LONGEST = timedelta(days=31)
_WIDTH = 75
"""Bytes of a line, without its end (section 3.1)."""
_UNREAL = frozenset({"cancelled", "denied"})
_EPOCH = date(1970, 1, 1)
_DATED = frozenset({"day", "interval"})
"""Precisions of which the days are the event's own; of others it is one of the days."""


def write(graph: AnyGraph, path: Path) -> None:
    """Write the events in their order.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic.open_binary(path) as out:
        for line in _lines(graph):
            out.write(_folded(line))


def _lines(graph: AnyGraph) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//kg//kg {__version__}//EN", "CALSCALE:GREGORIAN")
    for event in graph.events:
        when = event.date
        if when and when.earliest and when.latest and when.latest - when.earliest <= _LONGEST:
            yield from _event(graph, event, when.earliest, when.latest)
    yield "END:VCALENDAR"


def _event(graph: AnyGraph, event: Event, first: date, last: date) -> Iterator[str]:
    stamp = max((report.published for report in event.mentions if report.published), default=_EPOCH)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@kg"
    yield f"DTSTAMP:{_basic(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(_summary(event))}"
    yield f"STATUS:{'CONFIRMED' if event.status in REAL else 'CANCELLED' if event.status in _UNREAL else 'TENTATIVE'}"
    yield f"CATEGORIES:{_text(event.type)}"
    yield "TRANSP:TRANSPARENT"
    if event.place:
        yield f"LOCATION:{_text(event.place.label)}"
        place = graph.nodes[key("place", event.place.id)]
        if "lat" in place and "lng" in place:
            yield f"GEO:{place['lat']:.6f};{place['lng']:.6f}"
    links = [link for report in event.mentions if (link := web(report.url)) and link.isascii()]
    if links:
        yield f"URL:{links[0]}"
    yield f"DESCRIPTION:{_text(chr(10).join(_told(event)))}"
    yield "END:VEVENT"


def _summary(event: Event) -> str:
    label = event_label(msgspec.structs.replace(event, date=None))
    status = "" if event.status in REAL else f" [{event.status}]"
    when = event.date
    uncertain = when and when.earliest != when.latest and (when.precision not in _DATED or when.edtf[-1] in "~?%")
    return f"{label}{status} ({in_words(when)})" if when and uncertain else label + status


def _told(event: Event) -> Iterator[str]:
    for report in event.mentions:
        yield f"“{' '.join(report.quote.split())}” {_source(report)}"


def _source(report: Report) -> str:
    return ", ".join(filter(None, (report.outlet or report.document, str(report.published or ""), report.url)))


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    """A TEXT value (section 3.3.11)."""
    lines = clean(value).replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace("\n", "\\n")
    return lines.replace(";", "\\;").replace(",", "\\,").replace("\t", " ")


def _folded(line: str) -> bytes:
    """A content line cut into lines of at most 75 bytes, never within a character."""
    pieces, piece = [], b""
    for character in line:
        encoded = character.encode()
        if len(piece) + len(encoded) > _WIDTH:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
