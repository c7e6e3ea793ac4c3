"""The graph for those who only read it: nodes and edges made once, and kept on shelves in their order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal, overload

from kg import rdf
from kg.graph.attributes import Data
from kg.graph.edges import Edge
from kg.graph.ends import Ends
from kg.graph.made import made
from kg.graph.nodes import Node
from kg.graph.values import Position, Tenures, Values, nowhere, unknown
from kg.model import Document, Event, EventMention, NearMiss
from kg.shelf import Keep, kept

Tie = tuple[str, str, Data]
KeyedTie = tuple[str, str, str, Data]

_NEAR = 1024
"""Nodes that are kept at hand: who takes part in many events is asked for again and again."""


class ShelvedGraph(Values):
    """What writers use of `kg.graph.Graph`, of the same values and in the same order, in a small part of its memory.

    All methods are as in networkx, but that nothing can be changed.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        mentions: Iterable[EventMention],
        events: Iterable[Event],
        position: Position = nowhere,
        tenures: Tenures = unknown,
        near_misses: Iterable[NearMiss] = (),
        base: str = rdf.BASE,
        keep: Keep = kept,
    ) -> None:
        """The graph that `build_graph` makes of these.

        Raises:
            ValueError: two events or two documents share an id.
        """
        self.base = base
        nodes, edges = made(self, documents, mentions, events, position, tenures, near_misses, keep)
        self.nodes = Nodes(keep(nodes))
        self._edges = keep(edges)

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, name: object) -> bool:
        return name in self.nodes

    def number_of_nodes(self) -> int:
        """How many there are."""
        return len(self.nodes)

    def number_of_edges(self) -> int:
        """How many there are."""
        return len(self._edges)

    @overload
    def edges(self, *, data: Literal[True]) -> Iterator[Tie]: ...
    @overload
    def edges(self, *, keys: Literal[True], data: Literal[True]) -> "Ties": ...
    def edges(self, *, keys: bool = False, data: bool) -> "Iterator[Tie] | Ties":
        """Source, target, key if it is wanted, and attributes of each edge."""
        return Ties(self._edges) if keys else _plain(self._edges)

    @overload
    def in_edges(self, name: str, *, data: Literal[True]) -> Iterator[Tie]: ...
    @overload
    def in_edges(self, name: str, *, keys: Literal[True], data: Literal[True]) -> Iterator[KeyedTie]: ...
    def in_edges(self, name: str, *, keys: bool = False, data: bool) -> Iterator[Tie] | Iterator[KeyedTie]:
        """The edges that reach a node."""
        found = map(self._edges.__getitem__, self._ends.reaching(self.nodes.number(name)))
        return _keyed(found) if keys else _plain(found)

    @overload
    def out_edges(self, name: str, *, data: Literal[True]) -> Iterator[Tie]: ...
    @overload
    def out_edges(self, name: str, *, keys: Literal[True], data: Literal[True]) -> Iterator[KeyedTie]: ...
    def out_edges(self, name: str, *, keys: bool = False, data: bool) -> Iterator[Tie] | Iterator[KeyedTie]:
        """The edges that leave a node."""
        found = map(self._edges.__getitem__, self._ends.leaving(self.nodes.number(name)))
        return _keyed(found) if keys else _plain(found)

    def successors(self, name: str) -> Iterator[str]:
        """The nodes that edges from a node reach, each once."""
        return iter(dict.fromkeys(target for _, target, _ in self.out_edges(name, data=True)))

    def predecessors(self, name: str) -> Iterator[str]:
        """The nodes from which edges reach a node, each once."""
        return map(self.nodes.names.__getitem__, self._ends.before(self.nodes.number(name)))

    @cached_property
    def _ends(self) -> Ends:
        return Ends(self._edges, len(self.nodes), self.nodes.number)


class Nodes:
    """The names of nodes, in order, and the attributes of each."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self.names = [node.name for node in nodes]
        """All of them, in order."""
        self._data = lru_cache(_NEAR)(self._read)

    def __call__(self, *, data: Literal[True]) -> Iterator[tuple[str, Data]]:
        """Each with its attributes."""
        return ((node.name, node.data) for node in self._nodes)

    def __getitem__(self, name: str) -> Data:
        return self._data(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: object) -> bool:
        at = bisect_left(self.names, str(name))
        return self.names[at : at + 1] == [name]

    def number(self, name: str) -> int:
        """The position of a node.

        Raises:
            KeyError: there is none of that name.
        """
        at = bisect_left(self.names, name)
        if at == len(self.names) or self.names[at] != name:
            raise KeyError(name)
        return at

    def _read(self, name: str) -> Data:
        return self._nodes[self.number(name)].data


class Ties(Sequence[KeyedTie]):
    """Edges as networkx gives them."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        self._edges = edges

    def __len__(self) -> int:
        return len(self._edges)

    def __iter__(self) -> Iterator[KeyedTie]:
        return _keyed(self._edges)

    @overload
    def __getitem__(self, index: int) -> KeyedTie: ...
    @overload
    def __getitem__(self, index: slice) -> "Ties": ...
    def __getitem__(self, index: int | slice) -> "KeyedTie | Ties":
        """One of them, or those of a slice."""
        if isinstance(index, slice):
            return Ties(self._edges[index])
        edge = self._edges[index]
        return edge.source, edge.target, edge.key, edge.data


def _plain(edges: Iterable[Edge]) -> Iterator[Tie]:
    return ((edge.source, edge.target, edge.data) for edge in edges)


def _keyed(edges: Iterable[Edge]) -> Iterator[KeyedTie]:
    return ((edge.source, edge.target, edge.key, edge.data) for edge in edges)
