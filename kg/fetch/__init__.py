"""Feeds → articles: fetch what RSS and Atom feeds link to, politely, and keep each article as one file."""

from kg.fetch.fetch import Fetched, fetch

__all__ = ["Fetched", "fetch"]
