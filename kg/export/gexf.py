"""GEXF 1.3 for Gephi and Gephi Lite: actors joined by what they did to or with each other, over time.

Made to open without a warning: intervals only and full days only, no two spells of one element touching, one
edge for each (source, target, kind), weights above 0, no attribute called `type`, one block of attributes a
class, ids that are titles, colours without alpha. All edges are directed, because networkx reads no mixed
file; those of actions that both sides do together say `symmetric`. Specification: gexf.net, version 1.3.
"""

from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import networkx as nx

from kg import atomic, layout
from kg.export.xml import one_line, quoted
from kg.graph import Graph
from kg.projection import Spell, View, project

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>kg</creator>
    <description>Actors joined by what they did to or with each other</description>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
_TAIL = "  </graph>\n</gexf>\n"

NODE_COLUMNS = {
    "kind": "string",
    "country": "string",
    "wikidata": "string",
    "lat": "double",
    "lng": "double",
    "events": "integer",
    "community": "integer",
    "first_date": "string",
    "last_date": "string",
    "year": "integer",
}
EDGE_COLUMNS = {
    "symmetric": "boolean",
    "happened": "integer",
    "planned": "integer",
    "extractors": "string",
    "first_date": "string",
    "last_date": "string",
    "year": "integer",
}

COLOURS = {
    "person": (0, 114, 178),
    "country": (213, 94, 0),
    "organisation": (0, 158, 115),
    "group": (204, 121, 167),
}
"""Red, green and blue of each kind: four colours that colour-blind people tell apart (Okabe and Ito 2008)."""
SMALLEST, LARGEST = 10.0, 50.0


def write(graph: Graph, path: Path) -> None:
    """Write the actors' view of the graph.

    Raises:
        OutputError: the file cannot be written.
    """
    view = project(graph)
    groups = layout.communities(view)
    nx.set_node_attributes(view, groups, "community")
    points = layout.positions(view, groups)
    sizes = _sizes(view)
    with atomic.open_text(path) as out:
        out.write(_HEAD)
        out.writelines(_attributes("node", NODE_COLUMNS, (data for _, data in view.nodes(data=True))))
        out.writelines(_attributes("edge", EDGE_COLUMNS, (data for *_, data in view.edges(data=True))))
        out.write("    <nodes>\n")
        for name, data in view.nodes(data=True):
            out.writelines(_node(name, data, sizes[name], points[name]))
        out.write("    </nodes>\n    <edges>\n")
        for source, target, kind, data in view.edges(keys=True, data=True):
            out.writelines(_edge(source, target, kind, data))
        out.write("    </edges>\n")
        out.write(_TAIL)


def _sizes(view: View) -> dict[str, float]:
    """Sizes whose area grows with the weighted degree."""
    degrees: dict[str, float] = dict(view.degree(weight="weight"))
    most = max(degrees.values(), default=0) or 1
    return {name: SMALLEST + (LARGEST - SMALLEST) * sqrt(degree / most) for name, degree in degrees.items()}


def _attributes(of: str, columns: dict[str, str], elements: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The columns in which some element has a value: an empty one would clutter Gephi's data table."""
    used = {title for data in elements for title in data}
    yield f'    <attributes class="{of}" mode="static">\n'
    for title, kind in columns.items():
        if title in used:
            yield f'      <attribute id="{title}" title="{title}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def _node(name: str, data: dict[str, Any], size: float, point: layout.Point) -> Iterator[str]:
    label = one_line(data["label"]) or name
    yield f"      <node id={quoted(name)} label={quoted(label)}>\n"
    yield from _values(_placed(data), NODE_COLUMNS)
    yield from _spells(data.get("spells", ()))
    red, green, blue = COLOURS[data["kind"]]
    yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'
    yield f'        <viz:position x="{point[0]:.2f}" y="{point[1]:.2f}" z="0.0"/>\n'
    yield f'        <viz:size value="{size:.2f}"/>\n'
    yield "      </node>\n"


def _placed(data: dict[str, Any]) -> dict[str, Any]:
    """The attributes without coordinates that are not on the globe: Gephi's map layout stumbles over them."""
    if abs(data.get("lat", 999)) <= 90 and abs(data.get("lng", 999)) <= 180:
        return data
    return {name: value for name, value in data.items() if name not in {"lat", "lng"}}


def _edge(source: str, target: str, kind: str, data: dict[str, Any]) -> Iterator[str]:
    name, label = quoted(f"{source} {kind} {target}"), quoted(kind)
    ends = f"source={quoted(source)} target={quoted(target)}"
    yield f'      <edge id={name} {ends} kind={label} label={label} weight="{data["weight"]:.1f}">\n'
    yield from _values(data, EDGE_COLUMNS)
    yield from _spells(data["spells"])
    yield "      </edge>\n"


def _values(data: dict[str, Any], columns: Iterable[str]) -> Iterator[str]:
    yield "        <attvalues>\n"
    for title in columns:
        if title in data:
            yield f'          <attvalue for="{title}" value={quoted(data[title])}/>\n'
    yield "        </attvalues>\n"


def _spells(spells: tuple[Spell, ...]) -> Iterator[str]:
    """None for an undated element: Gephi then shows it at all times."""
    if spells:
        yield "        <spells>\n"
        for start, end in spells:
            opening = f' start="{start.isoformat()}"' if start else ""
            closing = f' end="{end.isoformat()}"' if end else ""
            yield f"          <spell{opening}{closing}/>\n"
        yield "        </spells>\n"
