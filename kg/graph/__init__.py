"""Events → a graph of people, countries, organisations, places, events and documents.

Nodes are named `actor:<id>`, `place:<id>`, `event:<id>` and `document:<id>` (`key` makes these names). Every
attribute of a node or an edge is a str, int, float or bool and is left out where it is not known; what each
one means stands in `NODE_ATTRIBUTES` and `EDGE_ATTRIBUTES`, and nowhere else. An edge's `role` says what it
is; its networkx key is the role, for `reports` with a digest after it, as one document may report an event
in several sentences.

| role | from | to |
|---|---|---|
| agent, target | event | actor |
| place | event | place |
| reports | document | event |
| represents | person, organisation, group | country |
| located_in | place | country |
| proposes, part_of, regards, follows | event | event |

Nodes and edges are made one by one in their final order (`nodes.py`, `edges.py`). Users get them as a networkx graph
(`Graph`); a build writes its files from a `ShelvedGraph`, which has them on disk where they are many.
"""

from kg.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Data, Scalar
from kg.graph.changed import Changes, changes
from kg.graph.graph import Graph, build_graph
from kg.graph.names import FORBIDDEN_IN_XML, actor_key, event_label, key
from kg.graph.shelved import ShelvedGraph
from kg.graph.values import Position, Tenures, nowhere, unknown

AnyGraph = Graph | ShelvedGraph
"""What all formats are written from."""

__all__ = [
    "EDGE_ATTRIBUTES",
    "FORBIDDEN_IN_XML",
    "NODE_ATTRIBUTES",
    "AnyGraph",
    "Attribute",
    "Changes",
    "Data",
    "Graph",
    "Position",
    "Scalar",
    "ShelvedGraph",
    "Tenures",
    "actor_key",
    "build_graph",
    "changes",
    "event_label",
    "key",
    "nowhere",
    "unknown",
]
