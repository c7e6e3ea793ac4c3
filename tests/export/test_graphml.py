from xml.etree import ElementTree

import networkx as nx
import pytest
from export_samples import HOSTILE

from kg.export import graphml
from kg.export.xml import clean
from kg.graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Graph


@pytest.fixture(scope="module")
def path(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("graphml") / "graph.graphml"
    graphml.write(graph, path)
    return path


def test_networkx_reads_the_same_nodes_edges_and_attributes(graph, path):
    def printable(data):
        return {name: clean(v) if isinstance(v, str) else v for name, v in data.items()}

    read = nx.read_graphml(path)
    assert isinstance(read, nx.MultiDiGraph)
    assert dict(read.nodes(data=True)) == {name: printable(data) for name, data in graph.nodes(data=True)}
    ours = [(a, b, printable(data)) for a, b, data in graph.edges(data=True)]
    assert list(read.edges(data=True)) == ours


def test_ids_of_edges_and_keys_are_unique(path):
    root = ElementTree.parse(path).getroot()
    for tag in ("edge", "key", "node"):
        ids = [element.get("id") for element in root.iter(f"{{http://graphml.graphdrawing.org/xmlns}}{tag}")]
        assert len(ids) == len(set(ids)) > 0


def test_attributes_have_the_types_of_the_tables(path):
    words = {str: "string", int: "long", float: "double"}
    root = ElementTree.parse(path).getroot()
    keys = [k.attrib for k in root.iter("{http://graphml.graphdrawing.org/xmlns}key")]
    found = {(k["for"], k["attr.name"], k["attr.type"]) for k in keys}
    expected = {("node", name, words[a.type]) for name, a in NODE_ATTRIBUTES.items()}
    expected |= {("edge", name, words[a.type]) for name, a in EDGE_ATTRIBUTES.items()}
    assert found == expected


def test_names_that_a_user_added_are_made_printable_too(tmp_path):
    graph = Graph()
    graph.add_edge("a\x00", "b", key="k", role=HOSTILE)
    graphml.write(graph, tmp_path / "a")
    assert sorted(nx.read_graphml(tmp_path / "a")) == ["a", "b"]


def test_an_attribute_of_several_types_keeps_each(tmp_path):
    graph = Graph()
    graph.add_node("a", seen=True, said="no\rbreak ", share=0.1)
    graph.add_node("b", seen=3, share=1e-07)
    graph.add_node("c", seen=False, said="")
    graphml.write(graph, tmp_path / "a")
    assert dict(nx.read_graphml(tmp_path / "a").nodes(data=True)) == {
        "a": {"seen": True, "said": "no\rbreak ", "share": 0.1},
        "b": {"seen": 3, "share": 1e-07},
        "c": {"seen": False, "said": ""},
    }
