"""Find people, countries, organisations, places and outlets of a graph by any name that kg knows."""

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from kg.errors import NotFoundError
from kg.query.engine import Engine
from kg.query.results import Solutions

_THINGS = """
SELECT DISTINCT ?thing ?label ?country {
  VALUES ?class { sem:Actor sem:Place sem:Authority schema:NewsMediaOrganization }
  ?thing a ?class ; rdfs:label ?label .
  FILTER NOT EXISTS { ?thing a schema:NewsArticle }
  OPTIONAL { ?thing kg:countryCode ?country }
} ORDER BY ?thing ?label ?country
"""


class _Thing(NamedTuple):
    node: NamedNode
    identifier: str
    label: str
    country: str | None


class Names:
    """The names of the things in an engine's graph, read when the first is asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def called(self, name: str) -> tuple[NamedNode, ...]:
        """Everything that goes by a name; a country's name stands for its people and places too.

        Raises:
            NotFoundError: nothing does; the message lists labels like it.
        """
        from kg.timeline import Name

        wanted = Name(name)
        found = tuple(dict.fromkeys(t.node for t in self._things if wanted.fits(t.identifier, t.label, t.country)))
        if not found:
            near = get_close_matches(name, sorted({thing.label for thing in self._things}), n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise NotFoundError(f"nobody and nothing in this graph goes by the name {name!r}{hint}")
        return found

    @cached_property
    def _things(self) -> tuple[_Thing, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[_Thing]:
        found = self._engine.run(_THINGS, rows=sys.maxsize)
        for thing, label, country in found.rows if isinstance(found, Solutions) else ():
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                identifier = unquote(thing.value.rstrip("/#").rpartition("/")[2])
                code = country.value if isinstance(country, Literal) else None
                yield _Thing(thing, identifier, label.value, code)
