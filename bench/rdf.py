"""How fast RDF is written, loaded, asked and checked: kg beside pyoxigraph's dump and rdflib, on a build repeated.

usage: python bench/rdf.py FOLDER [STATEMENTS...]

FOLDER is the folder of a build; its events are repeated under other ids until they make about so many statements
(100000 and 1000000). All in one process, in seconds of processor time; in writing kg starts from its graph, the other
two from statements that are there already, which favours them. rdflib is measured up to 100000 only: it takes minutes
for more. Loading and queries are those of `kg query` and `kg serve`, the check is that of `kg check`.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import rdflib
from pyoxigraph import RdfFormat, Store, serialize

from kg import built, rdf
from kg.check import triples
from kg.export import FORMATS
from kg.graph import Graph, build_graph
from kg.model import Event

WRITTEN = ("turtle", "nt", "nq", "trig", "jsonld", "graphml")
MOST_FOR_RDFLIB = 100_000
QUERIES = {
    "events of a person": """SELECT ?event ?type ?edtf {
        ?who rdfs:label "Xi Jinping" . ?event sem:hasActor ?who ; sem:eventType ?type .
        OPTIONAL { ?event kg:edtf ?edtf } }""",
    "who met whom between two days": """SELECT ?one ?other ?day {
        ?event sem:eventType action:meet ; kg:status status:happened ; sem:hasEarliestBeginTimeStamp ?day ;
            sem:hasActor ?a , ?b . ?a rdfs:label ?one . ?b rdfs:label ?other .
        FILTER(?day >= "2023-01-01"^^xsd:date && ?day <= "2023-12-31"^^xsd:date && STR(?one) < STR(?other)) }""",
    "events a month": """SELECT ?month (COUNT(?event) AS ?n) {
        ?event sem:hasEarliestBeginTimeStamp ?day BIND(SUBSTR(STR(?day), 1, 7) AS ?month)
        } GROUP BY ?month ORDER BY ?month""",
    "who has most to do with whom": """SELECT ?a ?b (COUNT(DISTINCT ?event) AS ?n) {
        ?event sem:hasActor ?a , ?b FILTER(STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?n) LIMIT 20""",
    "sentences on what was called off": """SELECT ?event ?sentence ?said {
        ?event kg:status status:cancelled . ?mention oa:hasBody ?event ; kg:status ?said ;
            oa:hasTarget/oa:hasSelector/oa:exact ?sentence } ORDER BY ?event""",
}


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


def ask(file: Path, slow: "rdflib.Graph | None") -> None:
    """Load the file and ask the five queries, in rdflib too where it has the statements."""
    store = Store()
    took = seconds(lambda: store.bulk_load(path=str(file), format=RdfFormat.TURTLE))
    loaded = seconds(lambda: rdflib.Graph().parse(file)) if slow is not None else None
    print(f"{'loading':34}{took:8.3f} s{_beside(took, loaded)}")
    for name, text in QUERIES.items():
        query = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in rdf.prefixes().items()) + text
        took = _fastest(store.query, query)
        other = _fastest(slow.query, query) if slow is not None else None
        print(f"{name:34}{took:8.3f} s{_beside(took, other)}{_rows(store.query, query):10} rows")


def _fastest(asked: Callable[[str], Any], query: str) -> float:
    """Of three times, since the first warms up."""
    return min(seconds(lambda: _rows(asked, query)) for _ in range(3))


def _rows(asked: Callable[[str], Any], query: str) -> int:
    return sum(1 for _ in asked(query))


def _beside(took: float, slow: float | None) -> str:
    return "" if slow is None else f"{slow:10.2f} s in rdflib{slow / took:8.1f} times faster"


def main() -> None:
    events = built.events(Path(sys.argv[1]))
    for count in map(int, sys.argv[2:] or ("100000", "1000000")):
        graph = graph_of(events, count)
        compare(graph)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "graph.ttl")
            FORMATS["turtle"].write(graph, file)
            ask(file, graph.to_rdflib() if count < 1.5 * MOST_FOR_RDFLIB else None)
            del graph
            took = seconds(lambda f=file: list(triples.check(f)))  # type: ignore[misc]
            print(f"{'check (SHACL and own rules)':34}{took:8.1f} s")


if __name__ == "__main__":
    main()
