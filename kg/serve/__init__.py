"""HTTP over a build: SPARQL, a JSON API, and the explorer; `application` makes the ASGI application."""

from kg.serve.app import application
from kg.serve.settings import Settings

__all__ = ["Settings", "application"]
