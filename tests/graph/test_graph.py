import itertools
from datetime import date

import networkx as nx
import pytest
from export.export_samples import DOCUMENTS, EVENTS, HOSTILE, MENTIONS, event, position, report
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Graph, build_graph, event_label, key
from kg.model import Actor, Document, Place


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(DOCUMENTS, MENTIONS, EVENTS, position)


def edges(graph, role):
    return [(a, b) for a, b, data in graph.edges(data=True) if data["role"] == role]


def test_it_is_a_networkx_graph_and_keeps_the_values(graph):
    assert isinstance(graph, nx.MultiDiGraph)
    assert sorted(graph.documents, key=lambda d: d.id) == sorted(DOCUMENTS, key=lambda d: d.id)
    assert set(graph.mentions) == set(MENTIONS)
    assert {e.id for e in graph.events} == {e.id for e in EVENTS}
    assert nx.MultiDiGraph(graph).number_of_edges() == graph.number_of_edges()
    assert graph.subgraph(["event:visit1"]).copy().nodes["event:visit1"]["kind"] == "event"


def test_events_are_in_the_order_of_their_days_those_without_last(graph):
    ids = [e.id for e in graph.events]
    assert ids[:8] == ["old", "visit5", "visit1", "visit2", "cancelled", "visit3", "visit4", "call"]
    days = [(e.date.earliest or e.date.latest) if e.date else None for e in graph.events]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    undated = ids[len(dated) :]
    assert undated == sorted(undated)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("actor:maria-lindqvist", "person"),
        ("actor:sweden", "country"),
        ("actor:nordic-council", "organisation"),
        ("actor:hostile group. %/?#é", "group"),
        ("place:stockholm", "place"),
        ("place:uppsala", "place"),
        ("event:visit1", "event"),
        ("document:plain", "document"),
        ("document:unseen", "document"),
        ("document:bare", "document"),
    ],
)
def test_kinds_of_node(graph, name, kind):
    assert graph.nodes[name]["kind"] == kind


def test_roles(graph):
    assert ("event:visit1", "actor:maria-lindqvist") in edges(graph, "agent")
    assert {b for a, b in edges(graph, "target") if a == "event:visit1"} == {"actor:sweden", "actor:jo-okafor"}
    assert edges(graph, "place") == [
        ("event:cancelled", "place:nowhere."),
        ("event:place-acts", "place:uppsala"),
        ("event:visit1", "place:stockholm"),
    ]
    assert ("document:unseen", "event:visit1") in edges(graph, "reports")
    assert edges(graph, "reports").count(("document:plain", "event:visit1")) == 3
    assert ("actor:maria-lindqvist", "actor:sweden") in edges(graph, "represents")
    assert not [a for a, _ in edges(graph, "represents") if a == "actor:jo-okafor"], "Nigeria is not in the graph"
    assert edges(graph, "located_in") == [("place:stockholm", "actor:sweden"), ("place:uppsala", "actor:sweden")]


def test_links_stand_where_both_events_do(graph):
    assert edges(graph, "part_of") == [("event:talks", "event:visit1")]
    assert edges(graph, "proposes") == [("event:invite", "event:visit1")]
    assert edges(graph, "regards") == [("event:denial", "event:cancelled")]
    assert edges(graph, "follows") == [("event:denied", "event:old")]
    assert "event:not-in-the-graph" not in graph


def test_attributes_of_an_event_and_its_edges(graph):
    assert graph.nodes["event:visit1"] == {
        "kind": "event",
        "label": "Maria Lindqvist – pay a visit – Sweden, Jo Okafor (2021-05-02)",
        "action_type": "visit",
        "action": "pay a visit",
        "plover": "CONSULT",
        "cameo": "042",
        "status": "happened",
        "confidence": 0.87654,
        "edtf": "2021-05-02",
        "earliest": "2021-05-02",
        "latest": "2021-05-02",
        "precision": "day",
        "reports": 5,
        "first_reported": "2021-05-03",
        "last_reported": "2021-06-01",
        "extractors": "syntax",
    }
    when = {"edtf": "2021-05-02", "earliest": "2021-05-02", "latest": "2021-05-02"}
    edge = graph.edges["event:visit1", "actor:maria-lindqvist", "agent"]
    assert edge == {"role": "agent", "status": "happened", **when}
    [denial] = list(graph["document:unseen"]["event:visit1"].values())
    assert denial["polarity"] == "negative"
    assert denial["published"] == "2021-06-01"
    assert denial["quote"] == "Okafor denied it."


def test_open_ends_and_missing_dates_are_left_out(graph):
    assert "latest" not in graph.nodes["event:visit3"]
    assert "earliest" not in graph.nodes["event:visit5"]
    assert not {"edtf", "earliest", "latest"} & set(graph.nodes["event:talks"])
    assert graph.nodes["event:old"]["earliest"] == "0476-01-01"


def test_a_document_that_was_not_given_is_known_from_its_report(graph):
    assert graph.nodes["document:unseen"] == {
        "kind": "document",
        "label": "unseen",
        "outlet": "The Daily Sample",
        "published": "2021-06-01",
    }


@pytest.mark.parametrize(("table", "view"), [(NODE_ATTRIBUTES, "nodes"), (EDGE_ATTRIBUTES, "edges")])
def test_every_attribute_is_documented_and_every_documented_one_is_there(graph, table, view):
    group = "kind" if view == "nodes" else "role"
    everything = [data for *_, data in getattr(graph, view)(data=True)]
    seen = {(name, data[group]) for data in everything for name in data}
    assert seen == {(name, of) for name, attribute in table.items() for of in attribute.of}
    for data in everything:
        for name, value in data.items():
            assert type(value) is table[name].type, name
    assert all(attribute.meaning for attribute in table.values())


def test_the_order_of_the_input_does_not_matter(graph):
    def everything(one):
        return (
            list(one.nodes(data=True)),
            list(one.edges(keys=True, data=True)),
            one.events,
            one.mentions,
            one.documents,
        )

    for turn in range(len(EVENTS)):
        events = EVENTS[turn:] + EVENTS[:turn]
        other = build_graph(DOCUMENTS[::-1], MENTIONS[::-1], events, position)
        assert everything(other) == everything(graph)


def test_two_records_of_one_actor_are_one_node_whichever_comes_first():
    full = Actor(id="x", label="X", kind="person", country="FR", wikidata="Q5")
    poor = Actor(id="x", label="X", kind="person")
    for pair in itertools.permutations([full, poor]):
        events = [event(str(n), "say", [actor], []) for n, actor in enumerate(pair)]
        assert build_graph([], [], events).nodes["actor:x"]["wikidata"] == "Q5"


@pytest.mark.parametrize(
    ("documents", "events"),
    [([Document(id="a", text=""), Document(id="a", text="b")], []), ([], [event("a", "say", [], [])] * 2)],
)
def test_an_id_stands_once(documents, events):
    with pytest.raises(ValueError, match="a stands 2 times"):
        build_graph(documents, [], events)


def test_nothing_makes_an_empty_graph():
    assert len(build_graph([], [], [])) == 0


@pytest.mark.parametrize(
    ("made", "label"),
    [
        (event("a", "meet", [], []), "meet"),
        (event("a", "meet", [], [], action=""), "meet"),
        (event("a", "meet", [Actor(id="x", label="X", kind="person")], []), "X – meet"),
    ],
)
def test_label_of_an_event(made, label):
    assert event_label(made) == label


def test_same_report_twice_is_one_edge():
    twice = event("a", "meet", [], [], mentions=(report("d", 0, "q"), report("d", 0, "q")))
    assert build_graph([], [], [twice]).number_of_edges("document:d", "event:a") == 1


@given(st.text(min_size=1))
def test_names_hold_nothing_that_xml_forbids(text):
    assert all(
        c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" for c in key("a", text)
    )
    assert key("a", "x\x00y") == "a:x%00y"


def test_hostile_values_are_kept_as_they_are(graph):
    assert graph.nodes["document:hostile/../doc."]["title"] == HOSTILE


def test_place_and_actor_of_one_id_are_one_place():
    uppsala = Place(id="u", label="U", country="SE")
    both = event("a", "say", [Actor(id="u", label="U", kind="place", country="SE", wikidata="Q2")], [], place=uppsala)
    graph = build_graph([], [], [both])
    assert sorted(graph) == ["document:plain", "event:a", "place:u"]
    assert graph.nodes["place:u"]["wikidata"] == "Q2"
    assert graph.nodes["event:a"].get("first_reported") == date(2021, 5, 3).isoformat()


def test_countries_and_places_have_coordinates_where_they_are_known(graph):
    def where(name):
        return graph.nodes[name].get("lat"), graph.nodes[name].get("lng")

    assert where("actor:sweden") == (59.33, 18.07)
    assert where("place:stockholm") == (59.33, 18.07)
    assert where("place:uppsala") == (59.86, 17.64)
    assert where("place:nowhere.") == (None, None)
    assert not any("lat" in data for _, data in build_graph([], [], EVENTS).nodes(data=True))
