"""Turtle, N-Triples, N-Quads and TriG, each as its statements come: rdflib's writers take minutes for a million."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg import atomic, rdf
from kg.collector import uncollected
from kg.graph import AnyGraph


def write_turtle(graph: AnyGraph, path: Path) -> None:
    """Write the statements of the graph, sorted, with kg's prefixes.

    Raises:
        ConfigError: the graph's base is no absolute IRI that ends in `/` or `#`.
        OutputError: the file cannot be written; both so for the functions below.
    """
    _write(rdf.turtle(graph, graph.base, path if graph.changes is not None else None), path)


def write_n_triples(graph: AnyGraph, path: Path) -> None:
    """Write the same statements one a line, names in full."""
    _write(rdf.triple_lines(graph, graph.base), path)


def write_n_quads(graph: AnyGraph, path: Path) -> None:
    """Write the same statements one a line with the graph of their article, those of no single article first."""
    _write(rdf.quad_lines(graph, graph.base), path)


def write_trig(graph: AnyGraph, path: Path) -> None:
    """Write the same named graphs in blocks, with kg's prefixes."""
    with atomic.open_binary(path) as out, uncollected():
        serialize(rdf.quads(graph, graph.base), out, format=RdfFormat.TRIG, prefixes=rdf.prefixes(graph.base))


def _write(pieces: Iterable[str], path: Path) -> None:
    with atomic.open_text(path) as out, uncollected():
        out.writelines(pieces)
