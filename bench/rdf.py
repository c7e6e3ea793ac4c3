"""How fast RDF is written: kg beside pyoxigraph's sorted dump and rdflib's serializer, on a build repeated many times.

usage: python bench/rdf.py FOLDER [STATEMENTS...]

FOLDER is the folder of a build; its events are repeated under other ids until they make about so many statements
(100000 and 1000000). All in one process, in seconds of processor time; kg starts from its graph, the other two from
statements that are there already, which favours them. rdflib is measured up to 100000 only: it takes minutes for more.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from pyoxigraph import RdfFormat, serialize

from kg import built, rdf
from kg.export import FORMATS
from kg.graph import Graph, build_graph
from kg.model import Event

WRITTEN = ("turtle", "nt", "nq", "trig", "jsonld", "graphml")
MOST_FOR_RDFLIB = 100_000


def repeated(events: tuple[Event, ...], number: int) -> list[Event]:
    """The events as if other articles had told of others like them."""
    return [
        msgspec.structs.replace(
            event,
            id=f"{event.id}{number}",
            mentions=tuple(msgspec.structs.replace(m, document=f"{m.document}-{number}") for m in event.mentions),
            links=tuple(msgspec.structs.replace(link, event=f"{link.event}{number}") for link in event.links),
        )
        for event in events
    ]


def graph_of(events: tuple[Event, ...], statements: int) -> Graph:
    each = sum(1 for _ in rdf.statements(build_graph([], [], events)))
    return build_graph([], [], [e for n in range(max(1, round(statements / each))) for e in repeated(events, n)])


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def dumped(graph: Graph) -> tuple[int, float]:
    """The number of statements, and how long pyoxigraph takes to sort and write them."""
    triples, names = list(rdf.statements(graph)), rdf.prefixes()
    turtle = RdfFormat.TURTLE
    took = seconds(lambda: serialize(sorted(triples, key=str), io.BytesIO(), format=turtle, prefixes=names))
    return len(triples), took


def compare(graph: Graph) -> None:
    triples, dump = dumped(graph)
    print(f"\n{triples} statements, {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
    print(f"{'pyoxigraph, sorted dump':26}{dump:8.2f} s")
    slow = None
    if triples < 1.5 * MOST_FOR_RDFLIB:
        made = graph.to_rdflib()
        slow = seconds(lambda: made.serialize(format="turtle"))
        print(f"{'rdflib, turtle':26}{slow:8.2f} s")
        del made
    with tempfile.TemporaryDirectory() as folder:
        for name in WRITTEN:
            took = seconds(lambda n=name: FORMATS[n].write(graph, Path(folder, FORMATS[n].file)))  # type: ignore[misc]
            faster = f"{slow / took:8.1f} times faster than rdflib" if slow else ""
            print(f"{'kg, ' + name:26}{took:8.2f} s{took / dump:8.2f} times the dump{faster}")


def main() -> None:
    events = built.events(Path(sys.argv[1]))
    for count in map(int, sys.argv[2:] or ("100000", "1000000")):
        compare(graph_of(events, count))


if __name__ == "__main__":
    main()
