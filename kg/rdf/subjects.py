"""Graph → its things in the order of their IRIs, each with all that is said of it: made when its turn comes, not kept.

What many things point to is kept (`kg.rdf.few`); of documents, events, mentions and sentences, of which there are many,
the order alone is: a million statements cost little more than their serialization.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kg.rdf import mapping
from kg.rdf.few import Few, Tie
from kg.rdf.mapping import EDGES, Object, Said
from kg.rdf.names import Names, iriref, split

if TYPE_CHECKING:
    from kg.graph import AnyGraph, Changes


class Description(NamedTuple):
    """A subject with what is said of it, in columns: predicates in order, those of several objects as often as these,
    and the object of each in order; IRIs and literals as in N-Triples, predicates by their short names.

    `document` is the document that alone tells it: of mentions, spans and their selectors; else None.
    """

    subject: Object
    predicates: tuple[str, ...]
    objects: Sequence[Object]
    document: Object | None


def describe(
    graph: "AnyGraph", base: str, by_document: bool = False, only: "Changes | None" = None
) -> Iterator[Description]:
    """All things of a graph with the attributes of `kg.graph`, in the order of N-Triples lines; or by document first.

    With `only`, in the order of lines, of events and documents and what is told by them those alone.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        OntologyError: a file of the ontology is missing or no Turtle.
    """
    subjects = _Subjects(graph, base, only)
    return subjects.by_document() if by_document else subjects.sorted()


class _Subjects:
    def __init__(self, graph: "AnyGraph", base: str, only: "Changes | None") -> None:
        self._graph = graph
        self._only = only
        self._names = Names(base)
        ties = graph.edges(keys=True, data=True)
        self._ties: Sequence[Tie] = ties if isinstance(ties, Sequence) else list(ties)
        self._few = Few(graph, self._ties, self._names)

    def sorted(self) -> Iterator[Description]:
        """All of them."""
        by_mention, by_span = self._orders()
        mentions = (self._mention(self._ties[number]) for number in by_mention)
        spans = (self._of_spans(map(self._ties.__getitem__, by_span), kind) for kind in SPANS)
        return merge(self._known(), chain(self._nodes(), mentions, *spans), key=itemgetter(0))

    def by_document(self) -> Iterator[Description]:
        """First those that no single document tells, then those that one alone tells, by document."""
        yield from merge(self._known(), self._nodes(), key=itemgetter(0))
        for key in sorted(self._keys("document"), key=lambda key: self._names.node(key)[:-1]):
            told = self._told(key)
            yield from sorted(map(self._mention, told))
            told.sort(key=_span)
            for kind in SPANS:
                yield from sorted(self._of_spans(told, kind))

    def _orders(self) -> "tuple[array[int], array[int]]":
        """The positions of reports by the IRIs of their mentions, and by those of their spans."""
        mentions, spans = _Order(), _Order()
        for number, tie in enumerate(self._ties):
            if tie[3]["role"] == "reports":
                if self._only is None or tie[1] in self._only.events:
                    mentions.add(number, self._mention_iri(tie))
                if self._only is None or tie[0] in self._only.documents:
                    spans.add(number, self._span_iri("span", _span(tie)))
        return mentions.sorted(), spans.sorted()

    def _known(self) -> Iterator[Description]:
        return (Description(iri, *_ordered(list(said)), None) for iri, said in self._few)

    def _nodes(self) -> Iterator[Description]:
        kinds = (sorted(self._keys(kind), key=self._names.node) for kind in ("document", "event"))
        return map(self._node, chain.from_iterable(kinds))

    def _keys(self, kind: str) -> list[str]:
        found = (key for key in self._graph if split(key)[0] == kind)
        return [key for key in found if self._only is None or key in self._only.events or key in self._only.documents]

    def _node(self, key: str) -> Description:
        data = self._graph.nodes[key]
        said = mapping.node(data, split(key)[1])
        said += self._of_event(key) if data["kind"] == "event" else self._of_document(key, data.get("outlet"))
        return Description(self._names.node(key), *_ordered(said), None)

    def _of_event(self, key: str) -> Iterator[Said]:
        """Who takes part where, what it is tied to, and which documents tell it."""
        for _, target, data in self._graph.out_edges(key, data=True):
            yield from ((predicate, self._names.node(target)) for predicate in EDGES.get(data["role"], ()))
        for name in self._graph.predecessors(key):
            if split(name)[0] == "document":
                yield "prov:wasDerivedFrom", self._names.node(name)

    def _of_document(self, key: str, outlet: str | None) -> Iterator[Said]:
        """Who publishes it; it stands for itself where neither that nor who is quoted is known."""
        if outlet:
            yield "schema:publisher", self._few.speaker(outlet)
        elif key in self._few.unattributed:
            yield from mapping.is_a("sem:Authority")

    def _told(self, document: str) -> list[Tie]:
        ties = self._graph.out_edges(document, keys=True, data=True)
        return [tie for tie in ties if tie[3]["role"] == "reports"]

    def _mention_iri(self, tie: Tie) -> Object:
        _, target, key, _ = tie
        return self._names.iri("mention", f"{split(target)[1]}-{split(key)[1]}")

    def _mention(self, tie: Tie) -> Description:
        source, target, _, data = tie
        document = self._names.node(source)
        speaker = data.get("attributed_to") or self._few.outlets.get(source)
        authority = self._few.speaker(speaker) if speaker else document
        span = self._span_iri("span", _span(tie))
        said = mapping.mention(data, document, self._names.node(target), span, authority)
        said += [("kg:via", self._few.speaker(data["via"]))] if "via" in data else []
        said += [("prov:wasAttributedTo", self._few.program(data["extractor"]))] if "extractor" in data else []
        return Description(self._mention_iri(tie), *_ordered(said), document)

    def _span_iri(self, kind: str, span: "_Span") -> Object:
        source, start, end = span
        return self._names.span(kind, split(source)[1], start, end)

    def _of_spans(self, ties: Iterable[Tie], kind: str) -> Iterator[Description]:
        """The spans themselves, their positions or their quotes, of ties in the order of their spans."""
        for span, same in groupby(ties, _span):
            quotes = {data["quote"] for *_, data in same if "quote" in data}
            document = self._names.node(span[0])
            if kind == "position":
                said = mapping.position(span[1], span[2])
            elif kind == "quote":
                said = mapping.quote(quotes)
            else:
                selectors = ("position", "quote") if quotes else ("position",)
                said = mapping.span(document, [self._span_iri(selector, span) for selector in selectors])
            if kind != "quote" or quotes:
                yield Description(self._span_iri(kind, span), *_ordered(said), document)


class _Order:
    """Positions by IRIs, which are needed until these are sorted."""

    def __init__(self) -> None:
        self._positions = array("L")
        self._iris: list[Object] = []

    def add(self, position: int, iri: Object) -> None:
        self._positions.append(position)
        self._iris.append(iri)

    def sorted(self) -> "array[int]":
        order = sorted(range(len(self._iris)), key=self._iris.__getitem__)
        return array("L", map(self._positions.__getitem__, order))


SPANS = ("position", "quote", "span")
"""Classes of what stands for a sentence, in the order of their IRIs."""
_Span = tuple[str, int, int]
"""The name of a document, the first character of a sentence, and the one after its last."""


def _span(tie: Tie) -> _Span:
    source, _, _, data = tie
    return source, data["start"], data["end"]


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
