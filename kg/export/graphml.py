"""GraphML of the whole graph, for networkx, igraph, yEd, Cytoscape and Gephi; written element by element.

networkx's own writer builds the whole file in memory first. Specification: graphml.graphdrawing.org, version 1.0.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from kg import atomic
from kg.collector import uncollected
from kg.export.xml import clean, quoted
from kg.graph import FORBIDDEN_IN_XML, Graph, Scalar

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}

_SPECIAL = re.compile("[&<>\r]|" + FORBIDDEN_IN_XML.pattern)
"""What an element cannot hold as it is: rare, and quicker to look for than to replace."""

Data = dict[str, Scalar]
Keys = dict[tuple[str, type[Scalar]], str]
"""Name and type of an attribute → the id by which elements refer to it."""


def write(graph: Graph, path: Path) -> None:
    """Write nodes and edges with the attributes of `kg.graph`; edges are named e0, e1, … in order.

    Raises:
        OutputError: the file cannot be written.
    """
    with atomic.open_text(path) as out, uncollected():
        out.write(_HEAD)
        nodes = _keys((data for _, data in graph.nodes(data=True)), "n")
        edges = _keys((data for *_, data in graph.edges(data=True)), "a")
        out.writelines(_declared(nodes, "node"))
        out.writelines(_declared(edges, "edge"))
        out.write('  <graph edgedefault="directed">\n')
        for name, data in graph.nodes(data=True):
            out.write(f"    <node id={quoted(name)}>\n{_data(data, nodes)}    </node>\n")
        # GraphML wants an edge's id to be the only one in the file; networkx keys are so for two nodes alone.
        for number, (source, target, data) in enumerate(graph.edges(data=True)):
            ends = f"source={quoted(source)} target={quoted(target)}"
            out.write(f'    <edge {ends} id="e{number}">\n{_data(data, edges)}    </edge>\n')
        out.write("  </graph>\n</graphml>\n")


def _keys(elements: Iterable[Data], letter: str) -> Keys:
    """The attributes that some element has, in order of their names; one of two types is two."""
    found = {(name, type(value)) for data in elements for name, value in data.items()}
    order = sorted(found, key=lambda key: (key[0], key[1].__name__))
    return {key: f"{letter}{number}" for number, key in enumerate(order)}


def _declared(keys: Keys, of: str) -> Iterator[str]:
    for (name, kind), identifier in keys.items():
        yield f'  <key id="{identifier}" for="{of}" attr.name={quoted(name)} attr.type="{_TYPES[kind]}"/>\n'


def _data(data: Data, keys: Keys) -> str:
    lines = [f'      <data key="{keys[name, type(value)]}">{_text(value)}</data>\n' for name, value in data.items()]
    return "".join(lines)


def _text(value: Scalar) -> str:
    if isinstance(value, str):
        return escape(clean(value), {"\r": "&#13;"}) if _SPECIAL.search(value) else value
    return str(value).lower() if isinstance(value, bool) else repr(value)
