"""GraphML of the whole graph, for networkx, igraph, yEd, Cytoscape and Gephi."""

from pathlib import Path
from typing import Any

import networkx as nx

from kg import atomic
from kg.export.xml import clean
from kg.graph import Graph


def write(graph: Graph, path: Path) -> None:
    """Write nodes and edges with the attributes of `kg.graph`; edges are named e0, e1, … in order.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic.open_binary(path) as out:
        # Not `write_graphml`: that one writes other bytes where lxml is installed.
        nx.write_graphml_xml(_printable(graph), out)


def _printable(graph: Graph) -> "nx.MultiDiGraph[str]":
    printable: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, data in graph.nodes(data=True):
        printable.add_node(clean(name), **_clean(data))
    # GraphML wants an edge's id to be the only one in the file; networkx keys are so for two nodes alone.
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        printable.add_edge(clean(source), clean(target), key=f"e{number}", **_clean(data))
    return printable


def _clean(data: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in data.items()}
