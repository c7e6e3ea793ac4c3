"""The graph's statements one by one: as triples, as quads with a named graph for each article, and for rdflib."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.rdf.names import BASE, prefixes, term
from kg.rdf.subjects import describe

if TYPE_CHECKING:
    import networkx as nx
    import rdflib
    from rdflib.term import Node


def statements(graph: "nx.MultiDiGraph[str]", base: str = BASE) -> Iterator[Triple]:
    """All statements of a graph with the attributes of `kg.graph`, without repeats, sorted as N-Triples.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
    """
    for subject, said, _ in describe(graph, base):
        for predicate, value in said:
            yield Triple(subject, term(predicate), value)


def quads(graph: "nx.MultiDiGraph[str]", base: str = BASE) -> Iterator[Quad]:
    """The same statements: what one article says in a graph named like the article, all else before it in the default
    graph; sorted within each.

    Raises:
        ConfigError: as `statements`.
    """
    rest = DefaultGraph()
    for subject, said, document in describe(graph, base, by_document=True):
        for predicate, value in said:
            yield Quad(subject, term(predicate), value, document or rest)


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
