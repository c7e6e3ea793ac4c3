"""Turtle, through pyoxigraph's serializer: rdflib's own takes minutes for a million statements."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg import atomic, rdf
from kg.graph import Graph


def write(graph: Graph, path: Path, base: str = rdf.BASE) -> None:
    """Write the statements of the graph, sorted, with kg's prefixes; its own things are named under `base`.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        OutputError: the file cannot be written.
    """
    triples = rdf.statements(graph, base)
    with atomic.open_binary(path) as out:
        serialize(triples, out, format=RdfFormat.TURTLE, prefixes=rdf.prefixes(base))
