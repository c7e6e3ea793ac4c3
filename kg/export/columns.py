"""Parquet for data frames and databases: events, mentions and actors as three tables of plain typed columns.

| table | a row is |
|---|---|
| events | an event, with its actors and targets as lists and its reports as a list |
| mentions | what one sentence says, with the id of the event that it was merged into (none: only said) |
| actors | somebody or something that takes part, with the number of events of each status |

Days are dates, and none where the end is open. The same pyarrow writes the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from kg import atomic, whole
from kg.graph import AnyGraph, event_label
from kg.model import STATUSES, DateRange, Event, EventMention

Row = dict[str, Any]
_ROWS = 50_000
"""Rows of a group: what is in memory at a time."""
_TEXT = pa.string()
_WHEN = [("edtf", _TEXT), ("earliest", pa.date32()), ("latest", pa.date32()), ("precision", _TEXT)]
_WHERE = [("place", _TEXT), ("place_label", _TEXT), ("place_country", _TEXT)]
_ACTOR = [(name, _TEXT) for name in ("id", "label", "kind", "country", "wikidata")]
_NAMED = [("text", _TEXT), ("start", pa.int64()), ("end", pa.int64()), *_ACTOR]
_REPORT = [
    *((name, _TEXT) for name in ("document", "outlet", "url")), ("published", pa.date32()),
    ("start", pa.int64()), ("end", pa.int64()),
    *((name, _TEXT) for name in (
        "quote", "status", "polarity", "attributed_to", "via", "edtf", "date_text", "extractor", "rule", "row",
    )),
]  # fmt: skip
EVENTS = pa.schema(
    [
        *((name, _TEXT) for name in ("id", "type", "plover", "cameo", "action", "label", "status")),
        ("confidence", pa.float64()),
        *_WHEN,
        *_WHERE,
        ("actors", pa.list_(pa.struct(_ACTOR))),
        ("targets", pa.list_(pa.struct(_ACTOR))),
        ("links", pa.list_(pa.struct([("kind", _TEXT), ("event", _TEXT)]))),
        ("reports", pa.list_(pa.struct(_REPORT))),
    ]
)
MENTIONS = pa.schema(
    [
        *((name, _TEXT) for name in ("event", "document")),
        *((name, pa.int64()) for name in ("sentence_start", "sentence_end", "trigger_start", "trigger_end")),
        *((name, _TEXT) for name in ("trigger", "type", "plover", "cameo", "action")),
        ("actors", pa.list_(pa.struct(_NAMED))),
        ("targets", pa.list_(pa.struct(_NAMED))),
        *_WHERE,
        *_WHEN,
        *((name, _TEXT) for name in ("date_text", "status", "polarity", "attributed_to", "via")),
        ("confidence", pa.float64()),
        *((name, _TEXT) for name in ("extractor", "rule", "row")),
    ]
)
ACTORS = pa.schema(
    [
        *_ACTOR,
        ("lat", pa.float64()),
        ("lng", pa.float64()),
        ("events", pa.int64()),
        *((status, pa.int64()) for status in STATUSES),
        ("first_date", pa.date32()),
        ("last_date", pa.date32()),
        ("sources", _TEXT),
    ]
)


def write_events(graph: AnyGraph, path: Path) -> None:
    """Write the events in their order.

    Raises:
        OutputError: the file cannot be written; so for the two below.
    """
    _write_file(graph, "events", path)


def write_mentions(graph: AnyGraph, path: Path) -> None:
    """Write the mentions in their order."""
    _write_file(graph, "mentions", path)


def write_actors(graph: AnyGraph, path: Path) -> None:
    """Write people, countries, organisations, groups and places that take part in an event, by name of the node."""
    _write_file(graph, "actors", path)


def rows(graph: AnyGraph, table: str) -> tuple[Iterator[Row], pa.Schema]:
    """The rows of a table, events, mentions or actors, and its columns.

    Raises:
        ValueError: there is no such table.
    """
    if table == "events":
        return map(_event, graph.events), EVENTS
    if table == "mentions":
        return mention_rows(graph, graph.mentions), MENTIONS
    if table == "actors":
        return _actors(graph), ACTORS
    raise ValueError(f"there is no table {table!r}; choose events, mentions or actors")


def mention_rows(graph: AnyGraph, mentions: Iterable[EventMention]) -> Iterator[Row]:
    """The rows of some of the graph's mentions, in the order given."""
    events = {report.anchor: event.id for event in graph.events for report in event.mentions}
    return (_mention(mention, events.get(mention.anchor)) for mention in mentions)


def table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """The rows as one table in memory."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def _actors(graph: AnyGraph) -> Iterator[Row]:
    for name, data in whole.nodes(graph):
        if data["kind"] in ("event", "document"):
            continue
        row: Row = {**dict.fromkeys(STATUSES, 0), **data, "id": name.partition(":")[2]}
        days = {key: date.fromisoformat(row[key]) for key in ("first_date", "last_date") if key in row}
        yield row | days


def _event(event: Event) -> Row:
    return {
        **{name: getattr(event, name) for name in ("id", "type", "plover", "cameo", "action", "status", "confidence")},
        **_when(event.date),
        **_where(event),
        "label": event_label(event),
        "actors": [msgspec.structs.asdict(a) for a in event.actors],
        "targets": [msgspec.structs.asdict(a) for a in event.targets],
        "links": [msgspec.structs.asdict(link) for link in event.links],
        "reports": [msgspec.structs.asdict(report) for report in event.mentions],
    }


def _mention(mention: EventMention, event: str | None) -> Row:
    copied = (
        "document", "type", "plover", "cameo", "action", "status", "polarity", "attributed_to", "via", "confidence",
        "extractor", "rule", "row",
    )  # fmt: skip
    return {
        **{name: getattr(mention, name) for name in copied},
        **_when(mention.date),
        **_where(mention),
        "event": event,
        "sentence_start": mention.sentence.start,
        "sentence_end": mention.sentence.end,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        "trigger": mention.trigger.text,
        "date_text": mention.date.text if mention.date else None,
        "actors": [msgspec.structs.asdict(a) for a in mention.actors],
        "targets": [msgspec.structs.asdict(a) for a in mention.targets],
    }


def _when(when: DateRange | None) -> Row:
    return {name: getattr(when, name) for name, _ in _WHEN} if when else {}


def _where(of: Event | EventMention) -> Row:
    place = of.place
    return {"place": place.id, "place_label": place.label, "place_country": place.country} if place else {}


def _write_file(graph: AnyGraph, table: str, path: Path) -> None:
    with atomic.open_binary(path) as out:
        write(*rows(graph, table), out)


def write(rows: Iterable[Row], schema: pa.Schema, out: BinaryIO) -> None:
    """Write rows as Parquet, a group of them at a time."""
    with pq.ParquetWriter(out, schema) as writer:
        coming = iter(rows)
        writer.write_table(table(islice(coming, _ROWS), schema))
        while group := list(islice(coming, _ROWS)):
            writer.write_table(table(group, schema))
