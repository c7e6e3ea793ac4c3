"""Data frames for pandas, which is imported only when one is asked for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from kg.cells import labels
from kg.errors import ConfigError
from kg.graph import Graph, build_graph
from kg.model import Event

if TYPE_CHECKING:
    from pandas import DataFrame

Table = Literal["events", "mentions", "actors"]


def to_pandas(of: Graph | Iterable[Event], table: Table = "events") -> "DataFrame":
    """A data frame of a graph, or of events such as a timeline.

    Its columns are those of `kg.export.columns`: an event, mention or actor a row, days as datetimes (NaT where an end
    is open; pandas holds all days that kg does), actors and targets as lists of dictionaries. Events have besides them
    `who`, `whom` with the labels and `told_by`, the number of documents.

    Raises:
        ConfigError: pandas is not installed.
        ValueError: there is no such table.
    """
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise ConfigError("pandas is not installed; run: pip install -e '.[pandas]' in kg's folder") from error
    from kg.export import columns

    graph = of if isinstance(of, Graph) else build_graph([], [], of)
    rows, schema = columns.rows(graph, table)
    frame: DataFrame = columns.table(rows, schema).to_pandas(date_as_object=False)
    if table == "events":
        _add_labels(frame, graph.events)
    return frame


def _add_labels(frame: Any, events: Iterable[Event]) -> None:
    made = list(events)
    frame.insert(2, "who", [labels(event.actors) for event in made])
    frame.insert(3, "whom", [labels(event.targets) for event in made])
    frame.insert(4, "told_by", [len({report.document for report in event.mentions}) for event in made])
