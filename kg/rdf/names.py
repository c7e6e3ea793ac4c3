"""Namespaces and IRIs: the vocabularies that kg writes in, and the names of its own things under a base."""

import re
from functools import cache, lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import ConfigError

BASE = "https://w3id.org/kg/data/"
"""Where the names of things in a graph start unless the user says otherwise."""

VOCABULARIES = {
    "action": "https://w3id.org/kg/action/",
    "cameo": "https://w3id.org/kg/cameo/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "kg": "https://w3id.org/kg/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "plover": "https://w3id.org/kg/plover/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "stance": "https://w3id.org/kg/stance/",
    "status": "https://w3id.org/kg/status/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_PLAIN = re.compile(r"[A-Za-z0-9_.~-]+").fullmatch
"""Of unreserved characters only (RFC 3986, 2.3): nothing to encode, which is quicker to see than to do."""

_NEAR = 4096
"""Names of which the IRI is kept: those who take part come again and again, a document in each of its sentences."""

CLASSES = ("actor", "authority", "document", "event", "extractor", "mention", "place", "position", "quote", "span")
"""One folder under the base, and one prefix, for each class of thing."""


def prefixes(base: str = BASE) -> dict[str, str]:
    """Every prefix with its namespace.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
    """
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*[/#]", base):
        raise ConfigError(f"base IRI {base!r}: write an absolute IRI that ends in / or #, like {BASE}")
    try:
        NamedNode(base)
    except ValueError as error:
        raise ConfigError(
            f"base IRI {base!r}: {error}; write an absolute IRI that ends in / or #, like {BASE}"
        ) from error
    return {**VOCABULARIES, **{name: f"{base}{name}/" for name in CLASSES}}


@cache
def term(short: str) -> NamedNode:
    """The term of a vocabulary: `term("sem:Event")`."""
    prefix, _, name = short.partition(":")
    return NamedNode(VOCABULARIES[prefix] + name)


@cache
def iriref(short: str) -> str:
    """The same as N-Triples writes it."""
    return str(term(short))


def short(node: NamedNode) -> str:
    """The other way round: `sem:Event`; of a name in no vocabulary the whole IRI."""
    fitting = [prefix for prefix, namespace in VOCABULARIES.items() if node.value.startswith(namespace)]
    return f"{fitting[0]}:{node.value.removeprefix(VOCABULARIES[fitting[0]])}" if fitting else node.value


def local(identifier: str) -> str:
    """An identifier as the last part of an IRI: percent-encoded UTF-8, ASCII only.

    A full stop at the end is encoded too: rdflib cannot read `document:a\\.`, which Turtle allows.
    """
    name = encoded(identifier)
    return f"{name[:-1]}%2E" if name.endswith(".") else name


@lru_cache(_NEAR)
def encoded(identifier: str) -> str:
    """An identifier where more of the IRI follows."""
    return identifier if _PLAIN(identifier) else quote(identifier, safe="")


class Names:
    """The IRIs of a graph's things under a base, as N-Triples writes them."""

    def __init__(self, base: str) -> None:
        """Raises ConfigError as `prefixes` does."""
        self._namespaces = prefixes(base)
        self.node = lru_cache(_NEAR)(self._node)

    def iri(self, kind: str, identifier: str) -> str:
        """The thing of a class (`CLASSES`) that has this identifier."""
        return f"<{self._namespaces[kind]}{local(identifier)}>"

    def ending(self, kind: str, local: str) -> str:
        """The thing of a class whose IRI ends so."""
        return f"<{self._namespaces[kind]}{local}>"

    def span(self, kind: str, document: str, start: int, end: int) -> str:
        """A sentence of a document, or what finds it again."""
        return f"<{self._namespaces[kind]}{encoded(document)}-{start}-{end}>"

    def _node(self, key: str) -> str:
        """A node of the graph, by its name."""
        return self.iri(*split(key))


def split(key: str) -> tuple[str, str]:
    """A node's name, or a `reports` edge's: what comes before the first colon, and after."""
    kind, _, identifier = key.partition(":")
    return kind, identifier
