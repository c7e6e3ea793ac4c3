"""The graph that users get: networkx's, with the values that it was made from."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx

from kg import rdf
from kg.graph.made import made
from kg.graph.values import Position, Tenures, Values, nowhere, unknown
from kg.model import ActionType, Document, Event, EventMention, NearMiss, Status
from kg.shelf import Keep, kept

if TYPE_CHECKING:
    import rdflib

    from kg.notebook import Timeline

    _Base = nx.MultiDiGraph[str]
else:
    _Base = nx.MultiDiGraph  # networkx classes take no type arguments when the program runs


class Graph(_Base, Values):
    """A networkx MultiDiGraph that also keeps the values it was made from.

    networkx's own copies and views (`subgraph`, `reverse`, …) are graphs like it without those values.
    """

    def timeline(
        self,
        *names: str,
        start: date | None = None,
        end: date | None = None,
        types: Iterable[ActionType] = (),
        statuses: Iterable[Status] = (),
        as_of: date | None = None,
    ) -> "Timeline":
        """The events in which every name takes part, chosen as `kg.timeline.select` does; notebooks show a table."""
        from kg.notebook import Timeline
        from kg.timeline import select

        chosen = select(self.events, names=names, start=start, end=end, types=types, statuses=statuses, as_of=as_of)
        return Timeline(chosen)

    def _repr_html_(self) -> str:
        from kg.notebook import graph_html

        return graph_html(self)

    def to_rdflib(self, base: str | None = None) -> "rdflib.Graph":
        """The graph as RDF: the statements of `graph.ttl`, with its prefixes bound; under another base if one is given.

        Raises:
            ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
        """
        base = self.base if base is None else base
        return rdf.to_rdflib(rdf.statements(self, base), base)


def build_graph(
    documents: Iterable[Document],
    mentions: Iterable[EventMention],
    events: Iterable[Event],
    position: Position = nowhere,
    tenures: Tenures = unknown,
    near_misses: Iterable[NearMiss] = (),
    base: str = rdf.BASE,
    keep: Keep = kept,
) -> Graph:
    """The graph of these values, the same whatever order they come in.

    An actor or place is a node when it takes part in an event. `represents` and `located_in` edges stand
    where the country is a node too, links where both events are. `position` is asked for countries and places,
    `tenures` for people; `keep` holds what has to wait.

    Raises:
        ValueError: two events or two documents share an id.
    """
    graph = Graph()
    graph.base = base
    nodes, edges = made(graph, documents, mentions, events, position, tenures, near_misses, keep)
    for node in nodes:
        graph.add_node(node.name, **node.data)
    for edge in edges.values():
        graph.add_edge(edge.source, edge.target, key=edge.key, **edge.data)
    return graph
