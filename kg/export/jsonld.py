"""JSON-LD 1.1 with a context of prefixes and types; written here because pyoxigraph writes the expanded form only."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from pyoxigraph import Literal, NamedNode

from kg import atomic, rdf
from kg.collector import uncollected
from kg.graph import AnyGraph

_TYPES = {
    "geo:lat": "xsd:decimal",
    "geo:long": "xsd:decimal",
    "kg:agent": "@id",
    "kg:confidence": "xsd:decimal",
    "kg:edtf": "edtf:EDTF",
    "kg:follows": "@id",
    "kg:partOf": "@id",
    "kg:proposes": "@id",
    "kg:regards": "@id",
    "kg:represents": "@id",
    "kg:stance": "@id",
    "kg:status": "@id",
    "kg:target": "@id",
    "kg:via": "@id",
    "oa:end": "xsd:nonNegativeInteger",
    "oa:hasBody": "@id",
    "oa:hasSelector": "@id",
    "oa:hasSource": "@id",
    "oa:hasTarget": "@id",
    "oa:motivatedBy": "@id",
    "oa:start": "xsd:nonNegativeInteger",
    "prov:wasAttributedTo": "@id",
    "prov:wasDerivedFrom": "@id",
    "schema:containedInPlace": "@id",
    "schema:datePublished": "xsd:date",
    "schema:publisher": "@id",
    "schema:sameAs": "@id",
    "schema:url": "xsd:anyURI",
    "sem:accordingTo": "@id",
    "sem:eventType": "@id",
    "sem:hasActor": "@id",
    "sem:hasEarliestBeginTimeStamp": "xsd:date",
    "sem:hasLatestEndTimeStamp": "xsd:date",
    "sem:hasPlace": "@id",
    "skos:broadMatch": "@id",
    "skos:closeMatch": "@id",
    "skos:inScheme": "@id",
    "skos:relatedMatch": "@id",
}
"""What the values of a predicate are, where they are not plain strings; a value that is something else says so."""


def write(graph: AnyGraph, path: Path) -> None:
    """Write the statements of the graph one thing a line, sorted, its context first.

    Raises:
        ConfigError: the graph's base is no absolute IRI that ends in `/` or `#`.
        OutputError: the file cannot be written.
    """
    prefixes = rdf.prefixes(graph.base)
    context = {**prefixes, **{name: {"@type": kind} for name, kind in _TYPES.items()}}
    with atomic.open_binary(path) as out, uncollected():
        out.write(b'{"@context":' + msgspec.json.encode(context) + b',"@graph":[')
        for number, thing in enumerate(_things(graph, _Short(prefixes))):
            out.write(b",\n" if number else b"\n")
            out.write(msgspec.json.encode(thing))
        out.write(b"\n]}\n")


class _Short:
    """IRIs with the prefixes of the context."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}

    def __call__(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix else iri


def _things(graph: AnyGraph, short: _Short) -> Iterator[dict[str, Any]]:
    for subject, said in groupby(rdf.statements(graph, graph.base), lambda triple: triple.subject):
        thing: dict[str, Any] = defaultdict(list)
        for _, node, value in said:
            predicate = short(node.value)
            name = "@type" if predicate == "rdf:type" else predicate
            thing[name].append(short(value.value) if name == "@type" else _value(predicate, value, short))
        # A list of one is written as what is in it.
        yield {"@id": short(subject.value), **{n: v[0] if len(v) == 1 else v for n, v in thing.items()}}


def _value(predicate: str, value: NamedNode | Literal, short: _Short) -> str | dict[str, str]:
    expected = _TYPES.get(predicate, "xsd:string")
    if isinstance(value, NamedNode):
        return short(value.value) if expected == "@id" else {"@id": short(value.value)}
    if value.language:
        return {"@language": value.language, "@value": value.value}
    kind = short(value.datatype.value)
    return value.value if kind == expected else {"@type": kind, "@value": value.value}
