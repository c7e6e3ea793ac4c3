"""The graph as RDF: its names, and its statements in terms of SEM, schema.org, Web Annotation and PROV."""

from kg.rdf.few import speakers
from kg.rdf.names import BASE, prefixes
from kg.rdf.statements import quad_lines, quads, statements, to_rdflib, triple_lines
from kg.rdf.subjects import Description, describe
from kg.rdf.turtle import turtle

__all__ = [
    "BASE",
    "Description",
    "describe",
    "prefixes",
    "quad_lines",
    "quads",
    "speakers",
    "statements",
    "to_rdflib",
    "triple_lines",
    "turtle",
]
