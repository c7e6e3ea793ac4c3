"""The graph as RDF: its names, and its statements in terms of SEM, schema.org, Web Annotation and PROV."""

from kg.rdf.names import BASE, prefixes
from kg.rdf.statements import quads, statements, to_rdflib
from kg.rdf.subjects import Description, describe

__all__ = ["BASE", "Description", "describe", "prefixes", "quads", "statements", "to_rdflib"]
