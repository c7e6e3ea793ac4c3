import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import networkx as nx
import pytest
from export_samples import COUNTRY, HOSTILE, PERSON, event

from kg.export import gexf
from kg.graph import build_graph
from kg.projection import project

G = "{http://gexf.net/1.3}"
V = "{http://gexf.net/1.3/viz}"


@pytest.fixture(scope="module")
def path(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("gexf") / "graph.gexf"
    gexf.write(graph, path)
    return path


@pytest.fixture(scope="module")
def root(path):
    return ElementTree.parse(path).getroot()


def test_networkx_reads_it(graph, path):
    read, view = nx.read_gexf(path, version="1.3"), project(graph)
    assert read.is_directed()
    assert read.is_multigraph()
    assert set(read) == set(view)
    ours = sorted((a, b, kind, data["weight"]) for a, b, kind, data in view.edges(keys=True, data=True))
    assert sorted((a, b, data["label"], data["weight"]) for a, b, data in read.edges(data=True)) == ours
    person = read.nodes["actor:maria-lindqvist"]
    assert person["label"] == "Maria Lindqvist"
    assert (person["kind"], person["country"], person["events"], person["year"]) == ("person", "SE", 7, 2020)
    assert person["spells"][0] == ("None", "2020-12-31"), "networkx writes None for an open end"
    assert person["viz"]["color"] == {"r": 0, "g": 114, "b": 178, "a": 1.0}


def test_header(root):
    assert root.tag == f"{G}gexf"
    assert root.get("version") == "1.3"
    assert root.find(f"{G}graph").attrib == {
        "defaultedgetype": "directed",
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    assert "lastmodifieddate" not in root.find(f"{G}meta").attrib


def test_one_block_of_attributes_a_class_with_id_as_title_and_none_called_type(root):
    blocks = root.findall(f"{G}graph/{G}attributes")
    assert [(block.get("class"), block.get("mode")) for block in blocks] == [("node", "static"), ("edge", "static")]
    for block in blocks:
        titles = [attribute.get("title") for attribute in block]
        assert titles == [attribute.get("id") for attribute in block]
        assert len(titles) == len(set(titles))
        assert not {"type", "kind", "weight", "label", "id"} & set(titles) or block.get("class") == "node"
        assert "type" not in titles
        assert {a.get("type") for a in block} <= {"string", "integer", "double", "boolean"}


def test_values_are_declared_and_fit_their_types(root):
    fits = {
        "string": r"(?s).*",
        "integer": r"-?\d+",
        "double": r"-?\d+(\.\d+)?",
        "boolean": r"true|false",
    }
    declared = {
        block.get("class"): {a.get("id"): a.get("type") for a in block}
        for block in root.findall(f"{G}graph/{G}attributes")
    }
    for of in ("node", "edge"):
        for element in root.iter(f"{G}{of}"):
            for value in element.iter(f"{G}attvalue"):
                assert re.fullmatch(fits[declared[of][value.get("for")]], value.get("value"))


def test_one_edge_for_source_target_and_kind_with_a_weight_and_no_mixed_directions(root):
    edges = list(root.iter(f"{G}edge"))
    ends = [(e.get("source"), e.get("target"), e.get("kind")) for e in edges]
    assert len(ends) == len(set(ends)) == len({e.get("id") for e in edges}) > 5
    assert all(float(e.get("weight")) > 0 for e in edges)
    assert all("type" not in e.attrib for e in edges)
    nodes = {n.get("id") for n in root.iter(f"{G}node")}
    assert {end for edge in ends for end in edge[:2]} <= nodes


def test_spells_are_full_days_sorted_and_apart(root):
    for spells in root.iter(f"{G}spells"):
        assert len(spells), "an empty <spells> is no valid element"
        bounds = [(s.get("start"), s.get("end")) for s in spells]
        assert all(day is None or date.fromisoformat(day) for pair in bounds for day in pair)
        for one, other in pairwise(bounds):
            assert one[1] is not None
            assert other[0] is not None
            assert one[1] < other[0]
    assert not [e for e in root.iter() if "start" in e.attrib and e.tag != f"{G}spell"]
    assert "0476-01-01" in {s.get("start") for s in root.iter(f"{G}spell")}


def test_undated_elements_have_no_spells(root):
    edges = {(e.get("source"), e.get("target"), e.get("kind")): e for e in root.iter(f"{G}edge")}
    assert edges["actor:jo-okafor", "actor:maria-lindqvist", "invite"].find(f"{G}spells") is None


def test_viz(root):
    for node in root.iter(f"{G}node"):
        colour, place, size = (node.find(f"{V}{part}") for part in ("color", "position", "size"))
        assert set(colour.attrib) == {"r", "g", "b"}
        assert all(0 <= int(value) <= 255 for value in colour.attrib.values())
        assert all(abs(float(place.get(axis))) <= 1001 for axis in "xyz")
        assert gexf.SMALLEST <= float(size.get("value")) <= gexf.LARGEST


def test_hostile_labels_are_one_printable_line(root):
    labels = {n.get("id"): n.get("label") for n in root.iter(f"{G}node")}
    label = labels["actor:hostile group. %/?#é"]
    assert label == 'Ann <b>&amp;"O\'Neil"</b> \\ \u202eمرحبا שלום\u202c \U0001f600 ]]> {{x}} e\u0301.'
    assert label == " ".join(re.sub("[\x00-\x08\x0b\x1f\ufffe]", "", HOSTILE).split())


@pytest.mark.parametrize(
    ("lat", "lng", "written"),
    [(59.3, 18.1, True), (-90, 180.0, True), (91, 0, False), (0, -180.5, False), (59.3, None, False)],
)
def test_coordinates_are_written_where_they_are_on_the_globe(tmp_path, lat, lng, written):
    graph = build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY])])
    graph.nodes["actor:sweden"].update({"lat": lat} | ({} if lng is None else {"lng": lng}))
    gexf.write(graph, tmp_path / "a")
    node = nx.read_gexf(tmp_path / "a", version="1.3").nodes["actor:sweden"]
    assert ({"lat", "lng"} <= set(node)) == written
    assert written or not {"lat", "lng"} & set(node)


def test_names_that_a_user_added_are_made_printable_too(tmp_path):
    graph = build_graph([], [], [])
    graph.add_node("actor:a\x00<", kind="person", label="A")
    gexf.write(graph, tmp_path / "a")
    assert list(nx.read_gexf(tmp_path / "a", version="1.3")) == ["actor:a<"]


def test_a_label_of_nothing_printable_becomes_the_name(tmp_path):
    actor = PERSON.__class__(id="x", label="\x07 \n", kind="person")
    gexf.write(build_graph([], [], [event("a", "say", [actor], [])]), tmp_path / "a")
    assert nx.read_gexf(tmp_path / "a", version="1.3").nodes["actor:x"]["label"] == "actor:x"


def test_countries_stand_on_the_map(root):
    (sweden,) = (node for node in root.iter(f"{G}node") if node.get("id") == "actor:sweden")
    values = {value.get("for"): value.get("value") for value in sweden.iter(f"{G}attvalue")}
    assert (values["lat"], values["lng"]) == ("59.33", "18.07")
