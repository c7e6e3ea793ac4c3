"""The whole graph as two CSV files, nodes.csv and edges.csv, for Gephi, Cytoscape, Neo4j and spreadsheets.

One header for all: `Id`, `Label`, `Kind` and `Source`, `Target`, `Type`, `Kind`, `Weight` are the names that Gephi
asks for, the other columns are the attributes of `kg.graph`. docs/formats.md says how each program takes them. Every
text is one line; one that a spreadsheet would take for a formula has an apostrophe before it. UTF-8, lines as in
RFC 4180 but for their end, which is a line feed alone.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from kg import atomic
from kg.export.xml import one_line
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, AnyGraph, Scalar

_NODE_COLUMNS = tuple(name for name in NODE_ATTRIBUTES if name not in ("kind", "label"))
_EDGE_COLUMNS = tuple(name for name in EDGE_ATTRIBUTES if name != "role")
_FORMULA = tuple("=+-@＝＋－＠")
"""What starts a formula in some spreadsheet (OWASP, CSV Injection)."""


def write_nodes(graph: AnyGraph, path: Path) -> None:
    """Write a row for each node.

    Raises:
        OutputError: the file cannot be written.
    """
    rows = (
        (name, data.get("label"), data.get("kind"), *map(data.get, _NODE_COLUMNS))
        for name, data in graph.nodes(data=True)
    )
    _write(("Id", "Label", "Kind", *_NODE_COLUMNS), rows, path)


def write_edges(graph: AnyGraph, path: Path) -> None:
    """Write a row for each edge; all are directed, of weight 1, and named e0, e1, … in order as in GraphML.

    Raises:
        OutputError: the file cannot be written.
    """
    rows = (
        (source, target, "Directed", f"e{number}", role, role, 1, *map(data.get, _EDGE_COLUMNS))
        for number, (source, target, data) in enumerate(graph.edges(data=True))
        for role in (data.get("role"),)
    )
    _write(("Source", "Target", "Type", "Id", "Label", "Kind", "Weight", *_EDGE_COLUMNS), rows, path)


def _write(header: tuple[str, ...], rows: Iterable[tuple[Scalar | None, ...]], path: Path) -> None:
    with atomic.open_text(path) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Scalar | None) -> str:
    """A value as a cell: nothing where there is none, numbers as they are, texts so that they stay texts."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else repr(value)
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
