"""The graph that a build writes from is the one that users get: the same things in the same order, in every file."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from export.export_samples import DOCUMENTS, EVENTS, MENTIONS, NEAR_MISSES, day, event, position, report
from hypothesis import given
from hypothesis import strategies as st

from kg import shelf
from kg.export import DATA, write_all
from kg.graph import Graph, ShelvedGraph, build_graph
from kg.model import Actor, Document, Event, Link, Place, Value

IDS = st.sampled_from(["a", "a-", "a-b", "b", "B", "a\x01", "a%01", "é", "."])
ACTORS = st.builds(
    Actor,
    id=IDS,
    label=st.sampled_from(["Ann", "Baltic Wire", "Chile"]),
    kind=st.sampled_from(["person", "country", "organisation", "place", "group"]),
    country=st.sampled_from([None, "CL", "SE"]),
)
PLACES = st.builds(Place, id=IDS, label=st.just("There"), country=st.sampled_from([None, "CL"]))
REPORTS = st.builds(
    report,
    IDS,
    st.integers(0, 2),
    st.sampled_from(["They came.", "They went."]),
    row=st.sampled_from(["", "verbs.csv:3", "verbs.csv:4"]),
    outlet=st.sampled_from([None, "Baltic Wire"]),
    published=st.sampled_from([None, date(2021, 5, 3)]),
)
LINKS = st.builds(Link, kind=st.sampled_from(["proposes", "part_of"]), event=IDS)


@st.composite
def some_events(draw: st.DrawFn) -> list[Event]:
    return [
        event(
            identifier,
            "visit",
            draw(st.lists(ACTORS, max_size=3)),
            draw(st.lists(ACTORS, max_size=3)),
            place=draw(st.none() | PLACES),
            date=draw(st.sampled_from([None, day("2021-05-02"), day("2021-05-04")])),
            mentions=tuple(draw(st.lists(REPORTS, max_size=4))),
            links=tuple(draw(st.lists(LINKS, max_size=2))),
        )
        for identifier in draw(st.lists(IDS, unique=True, max_size=5))
    ]


def some_documents() -> st.SearchStrategy[list[Document]]:
    titles = st.sampled_from([None, "A title"])
    return st.lists(st.builds(Document, id=IDS, text=st.just(""), title=titles), unique_by=lambda d: d.id, max_size=4)


def shelved(values: object) -> shelf.Shelf[Value]:
    """On disk, however few they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "_ROOM", 0)
        return shelf.kept(values)


def assert_same(read: ShelvedGraph, graph: Graph) -> None:
    assert list(read.nodes(data=True)) == list(graph.nodes(data=True))
    assert [list(data) for _, data in read.nodes(data=True)] == [list(data) for _, data in graph.nodes(data=True)]
    assert list(read.edges(data=True)) == list(graph.edges(data=True))
    assert list(read.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert [list(data) for *_, data in read.edges(data=True)] == [list(data) for *_, data in graph.edges(data=True)]
    assert (len(read), read.number_of_nodes()) == (len(graph), graph.number_of_nodes())
    assert read.number_of_edges() == graph.number_of_edges()
    assert list(read) == list(graph)
    for name in graph:
        assert name in read
        assert read.nodes[name] == graph.nodes[name]
        assert list(read.in_edges(name, data=True)) == list(graph.in_edges(name, data=True))
        assert list(read.out_edges(name, keys=True, data=True)) == list(graph.out_edges(name, keys=True, data=True))
        assert list(read.successors(name)) == list(graph.successors(name))


@pytest.mark.parametrize("keep", [shelf.kept, shelved])
def test_the_samples(keep):
    read = ShelvedGraph(DOCUMENTS[::-1], MENTIONS[::-1], EVENTS[::-1], position, keep=keep)
    assert_same(read, build_graph(DOCUMENTS, MENTIONS, EVENTS, position))
    assert "event:none" not in read
    with pytest.raises(KeyError):
        read.nodes["event:none"]


@given(some_documents(), some_events())
def test_whatever_there_is(documents, events):
    graph = build_graph(documents, [], events, position)
    assert_same(ShelvedGraph(documents, [], events, position), graph)
    assert_same(ShelvedGraph(documents, [], events, position, keep=shelved), graph)


@given(some_documents(), some_events())
def test_nodes_are_sorted_by_name_and_edges_by_ends_and_key(documents, events):
    read = ShelvedGraph(documents, [], events)
    assert all(one < other for one, other in pairwise(read))
    ties = [(source, target, name) for source, target, name, _ in read.edges(keys=True, data=True)]
    assert all(one < other for one, other in pairwise(ties))
    assert {end for source, target, _ in ties for end in (source, target)} <= set(read)


def test_reports_that_differ_in_their_row_alone_are_one_edge_with_the_first_row():
    told = [report("d", 0, "They came.", row=row) for row in ("verbs.csv:9", "verbs.csv:2", "")]
    for mentions, row in ((told, "verbs.csv:9"), (told[::-1], "verbs.csv:2")):
        read = ShelvedGraph([], [], [event("a", "visit", [], [], mentions=tuple(mentions))], keep=shelved)
        assert [data["row"] for *_, data in read.edges(data=True)] == [row]


def test_all_files_are_the_same(tmp_path: Path):
    given = DOCUMENTS, MENTIONS, EVENTS, position
    write_all(build_graph(*given, near_misses=NEAR_MISSES), tmp_path / "graph", [*DATA, "parquet-parts", "nq-parts"])
    read = ShelvedGraph(*given, near_misses=NEAR_MISSES, keep=shelved)
    write_all(read, tmp_path / "shelved", [*DATA, "parquet-parts", "nq-parts"])
    paths = sorted(p.relative_to(tmp_path / "graph") for p in (tmp_path / "graph").rglob("*") if p.is_file())
    assert len(paths) > len(DATA)
    for path in paths:
        assert (tmp_path / "graph" / path).read_bytes() == (tmp_path / "shelved" / path).read_bytes(), path
