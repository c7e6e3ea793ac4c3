"""The graph's statements as Turtle: a block for each thing, names short, the bytes that pyoxigraph would write."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.rdf.mapping import Object
from kg.rdf.names import BASE, Names, iriref, prefixes
from kg.rdf.standing import kept
from kg.rdf.subjects import Description, describe

if TYPE_CHECKING:
    from kg.graph import AnyGraph

_PLAIN = re.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?").fullmatch
"""The end of an IRI that may follow a prefix as it is (Turtle 1.1, production PN_LOCAL, of ASCII only)."""
_ESCAPED = re.compile(r"^[-.]|\.$|[~!$&'()*+,;=/?#@%]")
"""What stands there after a backslash (production PN_LOCAL_ESC)."""
_DECIMAL = iriref("xsd:decimal")
_NUMBER = re.compile(r'"([+-]?[0-9]*\.[0-9]+)"').fullmatch
"""What may stand without quotation marks and datatype."""
_NAMES = 2**14
"""Terms of which the short form is kept: a thing's is wanted where it is described and where it is told of."""


def turtle(graph: "AnyGraph", base: str = BASE, old: Path | None = None) -> Iterator[str]:
    """The file piece by piece: prefixes, then all things in the order of their IRIs.

    What `graph.changes` does not name is copied from `old`, the file that was written before these changes.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        OSError: `old` cannot be read.
    """
    namespaces = prefixes(base)
    for prefix, namespace in sorted(namespaces.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    short = _Short(namespaces).of
    if old is None or graph.changes is None:
        yield from (block for _, block in _blocks(describe(graph, base), short))
    else:
        new = _blocks(describe(graph, base, only=graph.changes), short)
        yield from (block for _, block in merge(kept(old, graph.changes, Names(base), short), new, key=itemgetter(0)))


def _blocks(things: Iterable[Description], short: Callable[[Object], str]) -> Iterator[tuple[Object, str]]:
    """Each thing's IRI, and what is said of it."""
    for subject, predicates, objects, _ in things:
        # Plain texts, of which there are most, stand as they are.
        shorter = [value if value[-1] == '"' else short(value) for value in objects]
        yield subject, _template(predicates) % (short(subject), *shorter)


class _Short:
    """Terms of N-Triples as Turtle has them."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in namespaces.items()}
        self.of = lru_cache(_NAMES)(self._of)

    def _of(self, term: Object) -> str:
        if term[0] == "<":
            return self._name(term)
        if term[-1] != ">":
            return term  # a text of a named language
        text, _, datatype = term.rpartition("^^")
        number = datatype == _DECIMAL and _NUMBER(text)
        return number[1] if number else f"{text}^^{self.of(datatype)}"

    def _name(self, term: Object) -> str:
        iri = term[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix, name = self._prefixes.get(iri[:cut]), iri[cut:]
        if prefix is None:
            return term
        return f"{prefix}:{name if _PLAIN(name) else _ESCAPED.sub(_escape, name)}"


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


@lru_cache(maxsize=4096)
def _template(predicates: tuple[str, ...]) -> str:
    """A thing of which this is said, with places for its name and the objects; things of a kind share it."""
    verbs = [("a" if verb == "rdf:type" else verb, len(list(same))) for verb, same in groupby(predicates)]
    return "%s " + " ;\n\t".join(f"{verb} {' , '.join(['%s'] * count)}" for verb, count in verbs) + " .\n"
