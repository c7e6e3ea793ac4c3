"""GraphML of the whole graph, for networkx, igraph, yEd, Cytoscape and Gephi; written element by element.

networkx's own writer builds the whole file in memory first. Specification: graphml.graphdrawing.org, version 1.0.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from kg import atomic
from kg.collector import uncollected
from kg.export.xml import clean, quoted
from kg.graph import FORBIDDEN_IN_XML, AnyGraph, Scalar

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


def write(graph: AnyGraph, path: Path) -> None:
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
        lines = _Lines(nodes)
        for name, data in graph.nodes(data=True):
            out.write(f"    <node id={quoted(name)}>\n{lines.of(data)}    </node>\n")
        lines = _Lines(edges)
        # GraphML wants an edge's id to be the only one in the file; networkx keys are so for two nodes alone.
        for number, (source, target, data) in enumerate(graph.edges(data=True)):
            ends = f"source={quoted(source)} target={quoted(target)}"
            out.write(f'    <edge {ends} id="e{number}">\n{lines.of(data)}    </edge>\n')
        out.write("  </graph>\n</graphml>\n")


def _keys(elements: Iterable[Data], letter: str) -> Keys:
    """The attributes that some element has, in order of their names; one of two types is two."""
    shapes = {(tuple(data), tuple(map(type, data.values()))) for data in elements}
    found = {key for names, types in shapes for key in zip(names, types, strict=True)}
    order = sorted(found, key=lambda key: (key[0], key[1].__name__))
    return {key: f"{letter}{number}" for number, key in enumerate(order)}


def _declared(keys: Keys, of: str) -> Iterator[str]:
    for (name, kind), identifier in keys.items():
        yield f'  <key id="{identifier}" for="{of}" attr.name={quoted(name)} attr.type="{_TYPES[kind]}"/>\n'


class _Lines:
    """Lines of attributes, put together from a template for all elements that have the same ones."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._template = lru_cache(maxsize=4096)(self._made)

    def of(self, data: Data) -> str:
        """The lines of one element."""
        values = tuple(data.values())
        types = tuple(map(type, values))
        texts = "".join([value for value in values if isinstance(value, str)])
        # What is printable holds nothing that XML forbids, and nothing that a parser would change.
        plain = texts.isprintable() and not ("&" in texts or "<" in texts or ">" in texts) and bool not in types
        return self._template(tuple(data), types) % (values if plain else tuple(map(_text, values)))

    def _made(self, names: tuple[str, ...], types: tuple[type[Scalar], ...]) -> str:
        keys = (self._keys[key] for key in zip(names, types, strict=True))
        return "".join(f'      <data key="{key}">%s</data>\n' for key in keys)


def _text(value: Scalar) -> str:
    if isinstance(value, str):
        return escape(clean(value), {"\r": "&#13;"}) if _SPECIAL.search(value) else value
    return str(value).lower() if isinstance(value, bool) else str(value)
