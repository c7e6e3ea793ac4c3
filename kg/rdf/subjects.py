"""Graph → its things in the order of their IRIs, each with all that is said of it: made when its turn comes, not kept.

Only the subjects and what ties them are held in memory and sorted; a million statements cost little more than their
serialization.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kg.rdf import concepts, mapping
from kg.rdf.mapping import ACTOR_CLASSES, EDGES, Data, Object, Said
from kg.rdf.names import iriref, local, prefixes

if TYPE_CHECKING:
    from kg.graph import AnyGraph


class Description(NamedTuple):
    """A subject with what is said of it, in columns: predicates in order, those of several objects as often as these,
    and the object of each in order; IRIs and literals as in N-Triples, predicates by their short names.

    `document` is the document that alone tells it: of mentions, spans and their selectors; else None.
    """

    subject: Object
    predicates: tuple[str, ...]
    objects: Sequence[Object]
    document: Object | None


def describe(graph: "AnyGraph", base: str, by_document: bool = False) -> Iterator[Description]:
    """All things of a graph with the attributes of `kg.graph`, in the order of N-Triples lines; or by document first.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        OntologyError: a file of the ontology is missing or no Turtle.
    """
    return _Subjects(graph, base).sorted(by_document)


class _Subjects:
    """Every subject by its IRI: who can describe it, what else is said of it, and the document that alone tells it."""

    def __init__(self, graph: "AnyGraph", base: str) -> None:
        self._namespaces = prefixes(base)
        self._describe: dict[Object, Callable[[], Iterable[Said]]] = {}
        self._more: dict[Object, list[Said]] = defaultdict(list)
        self._document: dict[Object, Object] = {}
        self._known: dict[tuple[str, str], Object] = {}
        self._quotes: dict[tuple[str, int, int], set[str]] = defaultdict(set)
        self._classes: set[tuple[Object, str]] = set()
        self._concepts: set[str] = set()
        self._nodes = {key: self._iri(*_split(key)) for key in graph}
        self._actors = {
            graph.nodes[key]["label"]: self._nodes[key]
            for key in sorted(graph, reverse=True)
            if graph.nodes[key]["kind"] in ACTOR_CLASSES
        }
        for key, data in graph.nodes(data=True):
            self._add_node(key, data)
        self._add_edges(graph)
        for (document, start, end), quotes in self._quotes.items():
            self._add_span(document, start, end, quotes)
        for iri, kind in self._classes:
            self._more[iri] += mapping.is_a(kind)
        for concept in self._concepts:
            self._more[iriref(concept)] += concepts.said(concept)

    def sorted(self, by_document: bool) -> Iterator[Description]:
        subjects = sorted({*self._describe, *self._more})
        if by_document:
            subjects.sort(key=lambda iri: self._document.get(iri, "")[:-1])
        for iri in subjects:
            said = [*self._more.get(iri, ()), *(self._describe[iri]() if iri in self._describe else ())]
            yield Description(iri, *_ordered(said), self._document.get(iri))

    def _iri(self, kind: str, identifier: str) -> Object:
        return f"<{self._namespaces[kind]}{local(identifier)}>"

    def _add_node(self, key: str, data: Data) -> None:
        iri = self._nodes[key]
        self._describe[iri] = partial(mapping.node, data, _split(key)[1])
        if data["kind"] == "event":
            self._concepts |= {f"action:{data['action_type']}", f"status:{data['status']}"}
        if outlet := data.get("outlet"):
            self._more[iri].append(("schema:publisher", self._outlet(outlet)))

    def _add_edges(self, graph: "AnyGraph") -> None:
        for source, target, key, data in graph.edges(keys=True, data=True):
            if data["role"] == "reports":
                self._add_mention(source, target, key, data, graph.nodes[source].get("outlet"))
            for predicate in EDGES.get(data["role"], ()):
                self._more[self._nodes[source]].append((predicate, self._nodes[target]))
            if data["role"] in {"agent", "target"} and graph.nodes[target]["kind"] == "place":
                self._classes.add((self._nodes[target], "sem:Actor"))

    def _add_mention(self, source: str, target: str, key: str, data: Data, outlet: str | None) -> None:
        document, event = self._nodes[source], self._nodes[target]
        speaker = data.get("attributed_to") or outlet
        authority = self._speaker(speaker) if speaker else document
        self._classes.add((authority, "sem:Authority"))
        span = self._iri("span", f"{_split(source)[1]}-{data['start']}-{data['end']}")
        mention = self._iri("mention", f"{_split(target)[1]}-{_split(key)[1]}")
        self._describe[mention] = partial(mapping.mention, data, document, event, span, authority)
        self._document[mention] = document
        self._more[event].append(("prov:wasDerivedFrom", document))
        self._quotes[source, data["start"], data["end"]].update({data["quote"]} if "quote" in data else ())
        self._concepts |= {f"status:{data['status']}", mapping.stance(data)}
        if "via" in data:
            self._more[mention].append(("kg:via", self._outlet(data["via"])))
        if "extractor" in data:
            program = self._named("extractor", data["extractor"])
            self._classes.add((program, "prov:SoftwareAgent"))
            self._more[mention].append(("prov:wasAttributedTo", program))

    def _add_span(self, source: str, start: int, end: int, quotes: set[str]) -> None:
        document = self._nodes[source]
        where = f"{_split(source)[1]}-{start}-{end}"
        span, position, quote = (self._iri(kind, where) for kind in ("span", "position", "quote"))
        selectors = [position, *([quote] if quotes else [])]
        self._describe[span] = partial(mapping.span, document, selectors)
        self._describe[position] = partial(mapping.position, start, end)
        if quotes:
            self._describe[quote] = partial(mapping.quote, quotes)
        self._document |= dict.fromkeys((span, *selectors), document)

    def _speaker(self, name: str) -> Object:
        """Who is quoted, publishes or passes on: the actor of that name, if there is one in the graph."""
        return self._actors.get(name) or self._named("authority", name)

    def _outlet(self, name: str) -> Object:
        """Who publishes, or passes on what others say."""
        outlet = self._speaker(name)
        self._classes.add((outlet, "schema:NewsMediaOrganization"))
        return outlet

    def _named(self, kind: str, name: str) -> Object:
        """What is known by its name alone."""
        if (kind, name) not in self._known:
            node = self._known[kind, name] = self._iri(kind, name)
            self._more[node].append(("rdfs:label", mapping.literal(name)))
        return self._known[kind, name]


def _ordered(said: list[Said]) -> tuple[tuple[str, ...], list[Object]]:
    """Without repeats, in the order of their N-Triples lines: predicates and objects."""
    told, values = zip(*said, strict=True)
    order, predicates, shared = _order(told)
    objects = [values[number] for number in order]
    for same in shared:
        apart = sorted(set(objects[same]))
        if len(apart) < same.stop - same.start:
            predicates = (*predicates[: same.start + len(apart)], *predicates[same.stop :])
        objects[same] = apart
    return predicates, objects


@lru_cache(maxsize=4096)
def _order(predicates: tuple[str, ...]) -> tuple[list[int], tuple[str, ...], list[slice]]:
    """Positions in the order of the predicates' IRIs, and the predicates in it; where in it one stands more than once,
    the last such first.

    Things of a kind share it.
    """
    order = sorted(range(len(predicates)), key=lambda number: iriref(predicates[number]))
    ordered = tuple(predicates[number] for number in order)
    counts = Counter(ordered)
    ends = zip(counts.values(), accumulate(counts.values()), strict=True)
    return order, ordered, [slice(end - count, end) for count, end in ends if count > 1][::-1]


def _split(key: str) -> tuple[str, str]:
    """A node's name, or a `reports` edge's: what comes before the first colon, and after."""
    kind, _, identifier = key.partition(":")
    return kind, identifier
