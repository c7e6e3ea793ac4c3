"""Folders of parts for large work: Parquet by month, as Spark, DuckDB and pyarrow take it, and sorted N-Quads.

| folder | a part is |
|---|---|
| parquet/events/month=2023-02/ | events of the month of their first day, or of their last where the first is open |
| parquet/mentions/month=2023-02/ | mentions of articles that were published in the month |
| parquet/actors/ | actors |
| nquads/ | the next million lines of `graph.nq`, gzipped |

Columns are those of `kg.export.columns`, to which readers add `month` from the folder's name (Hive partitioning). What
is of no known month stands under the name that Hive has for none; where nothing has one, no folder is named by a month.
Parts in the order of their names have the rows and lines in the order of the undivided files, mentions by month first.
"""

import gzip
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from kg import atomic, rdf
from kg.collector import uncollected
from kg.export import columns
from kg.export.columns import Row
from kg.graph import AnyGraph

NO_MONTH = "__HIVE_DEFAULT_PARTITION__"
"""Read as null by all that know Hive's folders; sorts after all months."""
_SIZE = 1_000_000
"""Rows or lines of a part: some tens of megabytes."""

T = TypeVar("T")


def write_parquet(graph: AnyGraph, path: Path, size: int = _SIZE) -> None:
    """Write events, mentions and actors as folders of Parquet files of at most `size` rows.

    Raises:
        OutputError: the folder cannot be written, or has other files in it; so for the function below.
    """
    published = {source.id: source.published for source in graph.sources}
    events, _ = columns.rows(graph, "events")
    mentions = sorted(graph.mentions, key=lambda mention: _month(published.get(mention.document)))
    months = (_month(published.get(mention.document)) for mention in mentions)
    told = columns.mention_rows(graph, mentions)
    with atomic.open_folder(path) as folder:
        _write_months(
            ((_month(row.get("earliest") or row.get("latest")), row) for row in events),
            columns.EVENTS,
            folder / "events",
            size,
        )
        _write_months(zip(months, told, strict=True), columns.MENTIONS, folder / "mentions", size)
        _write_parts(*columns.rows(graph, "actors"), folder / "actors", size)


def write_n_quads(graph: AnyGraph, path: Path, size: int = _SIZE) -> None:
    """Write the lines of `graph.nq` as gzipped files of at most `size` lines; one after the other they are that file.

    Raises:
        ConfigError: the graph's base is no absolute IRI that ends in `/` or `#`.
    """
    with atomic.open_folder(path) as folder, uncollected():
        for number, part in enumerate(_cut(rdf.quad_lines(graph, graph.base), size)):
            # Without a name and a time in its head, the same lines are the same bytes.
            with (
                atomic.open_new(folder / f"part-{number:05}.nq.gz") as out,
                gzip.GzipFile("", "wb", 6, out, mtime=0) as packed,
            ):
                packed.writelines(line.encode() for line in part)


def _write_months(rows: Iterable[tuple[str, Row]], schema: pa.Schema, folder: Path, size: int) -> None:
    """Rows with their months, in the order of these; pyarrow reads no folder in which every month is null."""
    coming = iter(rows)
    first = tuple(islice(coming, 1))
    everything = chain(first, coming)
    if not first or first[0][0] == NO_MONTH:
        _write_parts(map(itemgetter(1), everything), schema, folder, size)
        return
    folder.mkdir()
    for month, of_month in groupby(everything, itemgetter(0)):
        _write_parts(map(itemgetter(1), of_month), schema, folder / f"month={month}", size)


def _write_parts(rows: Iterable[Row], schema: pa.Schema, folder: Path, size: int) -> None:
    folder.mkdir()
    for number, part in enumerate(_cut(rows, size)):
        with atomic.open_new(folder / f"part-{number:05}.parquet") as out:
            columns.write(part, schema, out)


def _cut(things: Iterable[T], size: int) -> Iterator[Iterator[T]]:
    """Runs of at most `size`, each to be read to its end before the next; at least one, which may be empty."""
    coming = iter(things)
    yield islice(coming, size)
    for first in coming:
        yield chain((first,), islice(coming, size - 1))


def _month(day: date | None) -> str:
    return day.isoformat()[:7] if day else NO_MONTH
