"""What the schema of GEXF 1.3 (gexf.net/1.3, modules gexf, dynamics and viz) allows, and what Gephi wants besides."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from xml.etree.ElementTree import Element

G, V = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"

_TEXT = r"(?s).*"
_TOKEN = r"(?s)(\S+( \S+)*)?"
_NUMBER = r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|[-+]?INF|NaN"
_BYTE = r"\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]"
_TIME = r"\d{4}-\d\d-\d\d"
_TYPE = "(list)?(string|boolean|integer|long|float|double|byte|short|bigdecimal|biginteger|char)|anyURI"

ATTRIBUTES = {
    "gexf": ({"version": "1\\.3"}, {"variant": _TEXT}),
    "meta": ({}, {"lastmodifieddate": _TIME}),
    "creator": ({}, {}),
    "keywords": ({}, {}),
    "description": ({}, {}),
    "graph": (
        {},
        {
            "defaultedgetype": "directed|undirected|mutual",
            "idtype": "integer|string",
            "mode": "static|dynamic|slice",
            "timeformat": "integer|double|date|dateTime",
            "timerepresentation": "interval|timestamp",
            "start": _TIME,
            "end": _TIME,
            "timezone": _TOKEN,
        },
    ),
    "attributes": ({"class": "node|edge"}, {"mode": "static|dynamic"}),
    "attribute": ({"id": _TEXT, "title": _TEXT, "type": _TYPE}, {}),
    "default": ({}, {}),
    "options": ({}, {}),
    "nodes": ({}, {"count": r"\d+"}),
    "node": ({"id": _TEXT}, {"label": _TOKEN, "start": _TIME, "end": _TIME}),
    "edges": ({}, {"count": r"\d+"}),
    "edge": (
        {"source": _TEXT, "target": _TEXT},
        {
            "id": _TEXT, "type": "directed|undirected|mutual", "label": _TOKEN, "kind": _TOKEN,
            "weight": _NUMBER, "start": _TIME, "end": _TIME,
        },
    ),
    "attvalues": ({}, {}),
    "attvalue": ({"for": _TEXT, "value": _TEXT}, {"start": _TIME, "end": _TIME}),
    "spells": ({}, {}),
    "spell": ({}, {"start": _TIME, "end": _TIME}),
    "viz:color": ({"r": _BYTE, "g": _BYTE, "b": _BYTE}, {"a": r"0(\.\d+)?|1(\.0+)?"}),
    "viz:position": ({"x": _NUMBER, "y": _NUMBER}, {"z": _NUMBER}),
    "viz:size": ({"value": r"\d+(\.\d+)?"}, {}),
    "viz:thickness": ({"value": r"\d+(\.\d+)?"}, {}),
}  # fmt: skip
"""Element → attributes that it must have and that it may have, each with what its value must match."""

ONE, MAYBE, MANY, SOME = (1, 1), (0, 1), (0, None), (1, None)
CHILDREN = {
    "gexf": {"meta": MAYBE, "graph": ONE},
    "meta": {"creator": MAYBE, "keywords": MAYBE, "description": MAYBE},
    "graph": {"attributes": MANY, "nodes": ONE, "edges": ONE},
    "attributes": {"attribute": MANY},
    "attribute": {"default": MAYBE, "options": MAYBE},
    "nodes": {"node": MANY},
    "edges": {"edge": MANY},
    "node": {"attvalues": MAYBE, "spells": MAYBE, "viz:color": MAYBE, "viz:position": MAYBE, "viz:size": MAYBE},
    "edge": {"attvalues": MAYBE, "spells": MAYBE, "viz:color": MAYBE, "viz:thickness": MAYBE},
    "attvalues": {"attvalue": MANY},
    "spells": {"spell": SOME},
}
"""Element → its children with how often each may stand there; those of `gexf` and `graph` in this order."""

FITS = {"string": _TEXT, "integer": r"-?\d+", "double": _NUMBER, "boolean": "true|false"}


def faults(root: Element) -> list[str]:
    """What is wrong with a file: nothing of a good one."""
    return list(_structure(root)) or [*_references(root), *_gephi(root)]


def _name(element: Element) -> str:
    return element.tag.removeprefix(G).replace(V, "viz:")


def _structure(root: Element) -> Iterator[str]:
    if _name(root) != "gexf":
        yield f"the root is {root.tag}"
    for element in root.iter():
        name = _name(element)
        if name not in ATTRIBUTES:
            yield f"there is no element {name}"
            continue
        must, may = ATTRIBUTES[name]
        yield from (f"{name} without {key}" for key in must.keys() - set(element.keys()))
        for key, value in element.items():
            pattern = {**must, **may}.get(key)
            if pattern is None or not re.fullmatch(pattern, value):
                yield f"{name} with {key}={value!r}"
        if name not in ("creator", "keywords", "description", "default", "options") and (element.text or "").strip():
            yield f"{name} with text"
        yield from _children(name, [_name(child) for child in element])


def _children(name: str, found: list[str]) -> Iterator[str]:
    allowed = CHILDREN.get(name, {})
    yield from (f"{child} in {name}" for child in sorted({*found} - allowed.keys()))
    for child, (least, most) in allowed.items():
        if not least <= found.count(child) <= (len(found) if most is None else most):
            yield f"{found.count(child)} {child} in {name}"
    order = list(allowed)
    if name in ("gexf", "graph") and found != sorted(found, key=lambda c: order.index(c) if c in order else -1):
        yield f"{name} has its parts in another order: {sorted({*found})}"


def _references(root: Element) -> Iterator[str]:
    declared = {}
    for block in root.iter(f"{G}attributes"):
        of = block.get("class")
        if of in declared:
            yield f"two blocks of attributes of class {of}"
        declared[of] = {a.get("id"): a.get("type") for a in block}
        if len(declared[of]) < len(block):
            yield f"two attributes of class {of} with one id"
    for of in ("node", "edge"):
        elements = list(root.iter(f"{G}{of}"))
        ids = Counter(element.get("id") for element in elements)
        yield from (f"{of} {name} stands {count} times" for name, count in ids.items() if count > 1)
        for element in elements:
            values = [(v.get("for"), v.get("value")) for v in element.iter(f"{G}attvalue")]
            if len({name for name, _ in values}) < len(values):
                yield f"{of} {element.get('id')} has an attribute twice"
            for name, value in values:
                kind = declared.get(of, {}).get(name)
                if kind is None or not re.fullmatch(FITS.get(kind, _TEXT), value):
                    yield f"{of} {element.get('id')}: {name}={value!r} does not fit {kind}"
    nodes = {node.get("id") for node in root.iter(f"{G}node")}
    for edge in root.iter(f"{G}edge"):
        yield from (
            f"edge to {edge.get(e)}, which is no node" for e in ("source", "target") if edge.get(e) not in nodes
        )


def _gephi(root: Element) -> Iterator[str]:
    """What Gephi 0.10 stumbles over though the schema allows it."""
    titles = [a.get("title") for a in root.iter(f"{G}attribute")]
    yield from (f"an attribute called {title}" for title in titles if title in ("type", "id", "label", "weight"))
    yield from (
        f"attribute {a.get('title')} with id {a.get('id')}"
        for a in root.iter(f"{G}attribute")
        if a.get("title") != a.get("id")
    )
    ends = Counter((e.get("source"), e.get("target"), e.get("kind")) for e in root.iter(f"{G}edge"))
    yield from (f"{count} edges {' '.join(map(str, end))}" for end, count in ends.items() if count > 1)
    yield from (
        f"edge with weight {e.get('weight')}" for e in root.iter(f"{G}edge") if not float(e.get("weight", 1)) > 0
    )
    yield from ("a colour with alpha" for colour in root.iter(f"{V}color") if colour.get("a"))
    for element in root.iter():
        if element.tag != f"{G}spell" and {"start", "end"} & set(element.keys()):
            yield f"{_name(element)} with days of its own beside spells"
    for spells in root.iter(f"{G}spells"):
        days = [(_day(s.get("start"), date.min), _day(s.get("end"), date.max)) for s in spells]
        yield from (f"a spell that ends before it starts: {a}" for a in days if a[0] > a[1])
        yield from (f"spells that touch: {a} {b}" for a, b in pairwise(days) if (b[0] - a[1]).days <= 1)
    for value in root.iter(f"{G}attvalue"):
        limit = {"lat": 90, "lng": 180}.get(value.get("for"))
        if limit and not abs(float(value.get("value"))) <= limit:
            yield f"{value.get('for')} {value.get('value')}"


def _day(text: str | None, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise
