"""The graph as RDF: its names, and its statements in terms of SEM, schema.org, Web Annotation and PROV."""

from kg.rdf.mapping import statements, to_rdflib
from kg.rdf.names import BASE, prefixes

__all__ = ["BASE", "prefixes", "statements", "to_rdflib"]
