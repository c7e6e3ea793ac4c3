"""GEXF 1.3 for Gephi and Gephi Lite, in two views: actors joined by what they did, and the whole graph; both over time.

Made to open without a warning: intervals only and full days only, no two spells of one element touching, one
edge for each (source, target, kind), weights above 0, no attribute called `type`, one block of attributes a
class, ids that are titles, colours without alpha. All edges are directed, because networkx reads no mixed
file; those of actions that both sides do together say `symmetric`. Specification: gexf.net, version 1.3.
"""

from collections.abc import Callable, Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from kg import atomic, layout, whole
from kg.collector import uncollected
from kg.export.xml import one_line, quoted
from kg.graph import NODE_ATTRIBUTES, AnyGraph
from kg.model import STATUSES
from kg.projection import Projection, View
from kg.spells import Spell

Data = dict[str, Any]
Columns = dict[str, str]
"""Title of an attribute → its type."""

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>kg</creator>
    <description>{description}</description>
  </meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
_TAIL = "  </graph>\n</gexf>\n"

_COUNTS = dict.fromkeys(STATUSES, "integer")
_DAYS = {"first_date": "string", "last_date": "string", "year": "integer"}
NODE_COLUMNS: Columns = {
    "kind": "string",
    "country": "string",
    "wikidata": "string",
    "lat": "double",
    "lng": "double",
    "events": "integer",
    **_COUNTS,
    "sources": "string",
    "community": "integer",
    **_DAYS,
}
EDGE_COLUMNS: Columns = {"symmetric": "boolean", **_COUNTS, "extractors": "string", "sources": "string", **_DAYS}
_TYPES: dict[type, str] = {str: "string", int: "integer", float: "double"}
FULL_NODE_COLUMNS: Columns = {
    **{name: _TYPES[a.type] for name, a in NODE_ATTRIBUTES.items() if name != "label"},
    **NODE_COLUMNS,
}
FULL_EDGE_COLUMNS: Columns = _DAYS

COLOURS = {
    "person": (0, 114, 178),
    "country": (213, 94, 0),
    "organisation": (0, 158, 115),
    "group": (204, 121, 167),
    "event": (230, 159, 0),
    "place": (86, 180, 233),
    "document": (153, 153, 153),
}
"""Red, green and blue of each kind: colours that colour-blind people tell apart (Okabe and Ito 2008)."""
_UNCOUNTED = frozenset({"event", "document"})
"""Kinds of node that take part in no event."""
SMALLEST, LARGEST = 10.0, 50.0


class _View(NamedTuple):
    """What to draw; `nodes` and `edges` start anew with each call."""

    description: str
    graph: layout.Drawn
    nodes: Callable[[], Iterable[tuple[str, Data]]]
    edges: Callable[[], Iterable[tuple[str, str, str, Data]]]
    node_columns: Columns
    edge_columns: Columns
    used: tuple[set[str], set[str]] | None = None
    """Attributes that nodes and edges carry, where that is known."""


def write(graph: AnyGraph, path: Path) -> None:
    """Write the actors' view of the graph.

    Raises:
        OutputError: the file cannot be written.
    """
    write_view(Projection(graph), path)


def write_view(view: View | Projection, path: Path) -> None:
    """Write actors and their ties, as `kg.projection` makes them.

    Raises:
        OutputError: the file cannot be written.
    """
    said = "Actors joined by what they did to or with each other"
    made = _View(
        said,
        view,
        lambda: iter(view.nodes(data=True)),
        lambda: iter(view.edges(keys=True, data=True)),
        NODE_COLUMNS,
        EDGE_COLUMNS,
        view.attributes() if isinstance(view, Projection) else None,
    )
    _write(made, path)


def write_full(graph: AnyGraph, path: Path) -> None:
    """Write the whole graph: people, countries, organisations, places, events and documents are nodes.

    Raises:
        OutputError: the file cannot be written.
    """
    said = "Events with those who took part, where they were, and the documents that report them"
    made = _View(
        said, graph, lambda: whole.nodes(graph), lambda: whole.edges(graph), FULL_NODE_COLUMNS, FULL_EDGE_COLUMNS
    )
    _write(made, path)


def _write(view: _View, path: Path) -> None:
    groups, points, degrees = layout.draw(view.graph)
    sizes = _sizes(degrees)
    with atomic.open_text(path) as out, uncollected():
        nodes, edges = view.used or (
            _used(view.node_columns, (data for _, data in view.nodes())),
            _used(view.edge_columns, (data for *_, data in view.edges())),
        )
        node_columns = {title: kind for title, kind in view.node_columns.items() if title in {*nodes, "community"}}
        edge_columns = {title: kind for title, kind in view.edge_columns.items() if title in edges}
        out.write(_HEAD.format(description=view.description))
        out.writelines(_attributes("node", node_columns))
        out.writelines(_attributes("edge", edge_columns))
        out.write("    <nodes>\n")
        for name, data in view.nodes():
            drawn = _drawn(data.get("kind"), sizes[name], points[name])
            out.write(_node(name, {**data, "community": groups[name]}, node_columns, drawn))
        out.write("    </nodes>\n    <edges>\n")
        for source, target, kind, data in view.edges():
            out.write(_edge(source, target, kind, data, edge_columns))
        out.write("    </edges>\n")
        out.write(_TAIL)


def _sizes(degrees: dict[str, float]) -> dict[str, float]:
    """Sizes whose area grows with the weighted degree."""
    most = max(degrees.values(), default=0) or 1
    return {name: SMALLEST + (LARGEST - SMALLEST) * sqrt(degree / most) for name, degree in degrees.items()}


def _used(columns: Columns, elements: Iterable[Data]) -> set[str]:
    """The columns in which some element has a value: an empty one would clutter Gephi's data table."""
    missing = set(columns)
    for data in elements:
        missing.difference_update(data)
        if not missing:
            break
    return columns.keys() - missing


def _attributes(of: str, columns: Columns) -> Iterator[str]:
    yield f'    <attributes class="{of}" mode="static">\n'
    for title, kind in columns.items():
        yield f'      <attribute id="{title}" title="{title}" type="{kind}"/>\n'
    yield "    </attributes>\n"


def _node(name: str, data: Data, columns: Columns, drawn: str) -> str:
    label = one_line(str(data.get("label") or "")) or one_line(name)
    values, spells = _values(_placed(data), columns), _spells(data.get("spells", ()))
    return f"      <node id={quoted(name)} label={quoted(label)}>\n{values}{spells}{drawn}      </node>\n"


def _drawn(kind: str | None, size: float, point: layout.Point) -> str:
    red, green, blue = COLOURS.get(kind or "", COLOURS["document"])
    return (
        f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'
        f'        <viz:position x="{point[0]:.2f}" y="{point[1]:.2f}" z="0.0"/>\n'
        f'        <viz:size value="{size:.2f}"/>\n'
    )


def _placed(data: Data) -> Data:
    """The attributes without coordinates that are not on the globe: Gephi's map layout stumbles over them."""
    lat, lng = data.get("lat"), data.get("lng")
    if lat is not None and lng is not None and abs(lat) <= 90 and abs(lng) <= 180:
        return data
    return {name: value for name, value in data.items() if name not in {"lat", "lng"}}


def _edge(source: str, target: str, kind: str, data: Data, columns: Columns) -> str:
    name, ends = quoted(f"{source} {kind} {target}"), f"source={quoted(source)} target={quoted(target)}"
    label, values, spells = quoted(kind), _values(data, columns), _spells(data.get("spells", ()))
    weight = f'weight="{data["weight"]:.1f}"'
    return f"      <edge id={name} {ends} kind={label} label={label} {weight}>\n{values}{spells}      </edge>\n"


def _values(data: Data, columns: Columns) -> str:
    """The values of an element: none where nothing is known; a count of events that is not given is 0."""
    counted, known, lines = data.get("kind") not in _UNCOUNTED, data.get, ["        <attvalues>\n"]
    for title in columns:
        value = known(title)
        if value is None:
            if not counted or title not in _COUNTS:
                continue
            value = 0
        lines.append(f'          <attvalue for="{title}" value={quoted(value)}/>\n')
    lines.append("        </attvalues>\n")
    return "".join(lines)


def _spells(spells: tuple[Spell, ...]) -> str:
    """None for an undated element: Gephi then shows it at all times."""
    if not spells:
        return ""
    return f"        <spells>\n{''.join(map(_spell, spells))}        </spells>\n"


def _spell(spell: Spell) -> str:
    opening = f' start="{spell.start.isoformat()}"' if spell.start else ""
    closing = f' end="{spell.end.isoformat()}"' if spell.end else ""
    return f"          <spell{opening}{closing}/>\n"
