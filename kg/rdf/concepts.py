"""The SKOS concepts that statements point to, from the ontology: actions, statuses and stances."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import OntologyError
from kg.rdf.mapping import Said
from kg.rdf.names import VOCABULARIES, short
from kg.resources import ontology

_FILES = ("actions.ttl", "kg.ttl")
_NAMESPACES = tuple(VOCABULARIES[prefix] for prefix in ("action", "stance", "status"))


def said(concept: str) -> tuple[Said, ...]:
    """What the ontology says of a concept ("status:planned"), so that a file explains itself.

    Raises:
        OntologyError: a file of the ontology is missing or no Turtle.
    """
    return _concepts().get(concept, ())


@cache
def _concepts() -> dict[str, tuple[Said, ...]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for name in _FILES:
        for subject, predicate, value in _read(name):
            if subject.value.startswith(_NAMESPACES):
                found[short(subject)].append((short(predicate), str(value)))
    return {concept: tuple(pairs) for concept, pairs in found.items()}


def _read(name: str) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    path = ontology(name)
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            # One label a concept: in seven languages it would make seven rows of each row of a query.
            if isinstance(quad.object, Literal) and quad.object.language not in (None, "en"):
                continue
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                yield quad.subject, quad.predicate, quad.object
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: cannot be read as Turtle ({error}); put the file back") from error
