"""Turtle, N-Triples, N-Quads and TriG, through pyoxigraph's serializer: rdflib's own takes minutes for a million."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg import atomic, rdf
from kg.collector import uncollected
from kg.graph import Graph


def write_turtle(graph: Graph, path: Path) -> None:
    """Write the statements of the graph, sorted, with kg's prefixes.

    Raises:
        ConfigError: the graph's base is no absolute IRI that ends in `/` or `#`.
        OutputError: the file cannot be written; both so for the functions below.
    """
    _write(rdf.statements(graph, graph.base), path, RdfFormat.TURTLE, rdf.prefixes(graph.base))


def write_n_triples(graph: Graph, path: Path) -> None:
    """Write the same statements one a line, names in full."""
    _write(rdf.statements(graph, graph.base), path, RdfFormat.N_TRIPLES)


def write_n_quads(graph: Graph, path: Path) -> None:
    """Write the same statements one a line with the graph of their article, those of no single article first."""
    _write(rdf.quads(graph, graph.base), path, RdfFormat.N_QUADS)


def write_trig(graph: Graph, path: Path) -> None:
    """Write the same named graphs in blocks, with kg's prefixes."""
    _write(rdf.quads(graph, graph.base), path, RdfFormat.TRIG, rdf.prefixes(graph.base))


def _write(
    said: Iterable[Triple] | Iterable[Quad], path: Path, form: RdfFormat, prefixes: dict[str, str] | None = None
) -> None:
    with atomic.open_binary(path) as out, uncollected():
        serialize(said, out, format=form, prefixes=prefixes)
