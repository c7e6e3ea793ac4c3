"""Values → a graph's nodes and edges, for whatever holds them."""

from collections.abc import Iterable, Iterator

from kg.graph.edges import Edge, edges
from kg.graph.nodes import Node, gathered, nodes
from kg.graph.values import Position, Tenures, Values, fill
from kg.model import Document, Event, EventMention, NearMiss
from kg.shelf import Keep, Lines


def made(
    into: Values,
    documents: Iterable[Document],
    mentions: Iterable[EventMention],
    events: Iterable[Event],
    position: Position,
    tenures: Tenures,
    near_misses: Iterable[NearMiss],
    keep: Keep,
) -> tuple[Iterator[Node], Lines[Edge]]:
    """The nodes and edges of a graph, in order, to be made once; the graph gets the values.

    Raises:
        ValueError: two events or two documents share an id.
    """
    fill(into, documents, mentions, events, near_misses, keep)
    there = gathered(into.sources, into.events, position)
    into.tenures = tuple(tenure for person in there.people for tenure in tenures(person))
    return nodes(into, there), edges(into.events, there, keep)
