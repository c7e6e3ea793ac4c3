"""SPARQL over a build: the engine and its safety, named queries with parameters, the forms of results."""

from kg.query.engine import Engine, Limits, sources
from kg.query.results import FORMS, Boolean, Result, Solutions, Statements, encoded

__all__ = ["FORMS", "Boolean", "Engine", "Limits", "Result", "Solutions", "Statements", "encoded", "sources"]
