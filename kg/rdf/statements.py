"""The graph's statements one by one: as lines, as triples, as quads with a named graph for each article, for rdflib."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.rdf.names import BASE, iriref, prefixes, term
from kg.rdf.subjects import describe

_AT_ONCE = 10_000
"""Lines that are parsed together."""

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from kg.graph import AnyGraph


def triple_lines(graph: "AnyGraph", base: str = BASE) -> Iterator[str]:
    """All statements of a graph with the attributes of `kg.graph`, without repeats, as sorted lines of N-Triples.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`; so for the functions below.
    """
    for subject, predicates, objects, _ in describe(graph, base):
        for predicate, value in zip(predicates, objects, strict=True):
            yield f"{subject} {iriref(predicate)} {value} .\n"


def quad_lines(graph: "AnyGraph", base: str = BASE) -> Iterator[str]:
    """The same statements as lines of N-Quads: what one article says in a graph named like the article, all else
    before it in the default graph; sorted within each.
    """
    for subject, predicates, objects, document in describe(graph, base, by_document=True):
        end = f" {document} .\n" if document else " .\n"
        for predicate, value in zip(predicates, objects, strict=True):
            yield f"{subject} {iriref(predicate)} {value}{end}"


def statements(graph: "AnyGraph", base: str = BASE) -> Iterator[Triple]:
    """The statements of `triple_lines`."""
    return (quad.triple for quad in _parsed(triple_lines(graph, base)))


def quads(graph: "AnyGraph", base: str = BASE) -> Iterator[Quad]:
    """The statements of `quad_lines`."""
    return _parsed(quad_lines(graph, base))


def _parsed(lines: Iterator[str]) -> Iterator[Quad]:
    """Some thousands at a time, so that not all of them are in memory at once."""
    while some := list(islice(lines, _AT_ONCE)):
        yield from parse("".join(some), format=RdfFormat.N_QUADS)


def to_rdflib(triples: Iterable[Triple], base: str = BASE) -> "rdflib.Graph":
    """The statements as an rdflib graph with the prefixes of kg bound."""
    import rdflib  # takes longer to load than a small build takes to write

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return graph


def _rdflib(node: NamedNode | BlankNode | Literal | Triple) -> "Node":
    import rdflib

    if isinstance(node, NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, BlankNode):
        return rdflib.BNode(node.value)
    if not isinstance(node, Literal):
        raise TypeError(f"{node} is a triple: RDF 1.2 says nothing to rdflib")
    if node.language:
        return rdflib.Literal(node.value, lang=node.language)
    datatype = None if node.datatype == term("xsd:string") else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, datatype=datatype)
