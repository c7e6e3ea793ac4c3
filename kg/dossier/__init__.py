"""A printable page about a person, a country or anybody else of a build: summary, timeline, counterparts, sources."""

from kg.dossier.page import page

__all__ = ["page"]
