"""The SKOS concepts that statements point to, from the ontology: actions, statuses and stances."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.errors import OntologyError
from kg.rdf.names import VOCABULARIES
from kg.resources import ontology

_FILES = ("actions.ttl", "kg.ttl")
_NAMESPACES = tuple(VOCABULARIES[prefix] for prefix in ("action", "stance", "status"))


def described(triples: Iterable[Triple]) -> Iterator[Triple]:
    """What the ontology says of each concept that is an object in `triples`, so that a file explains itself.

    Raises:
        OntologyError: a file of the ontology is missing or no Turtle.
    """
    concepts = _concepts()
    for used in {triple.object for triple in triples}:
        if isinstance(used, NamedNode):
            yield from concepts.get(used.value, ())


@cache
def _concepts() -> dict[str, tuple[Triple, ...]]:
    found: dict[str, list[Triple]] = defaultdict(list)
    for name in _FILES:
        for triple in _read(name):
            if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(_NAMESPACES):
                found[triple.subject.value].append(triple)
    return {concept: tuple(triples) for concept, triples in found.items()}


def _read(name: str) -> list[Triple]:
    path = ontology(name)
    try:
        return [quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)]
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: cannot be read as Turtle ({error}); put the file back") from error
