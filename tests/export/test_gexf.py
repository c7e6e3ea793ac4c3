import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from export_samples import COUNTRY, HOSTILE, ORGANISATION, PERSON, event
from gexf_rules import G, V, faults
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import gexf
from kg.export.xml import clean
from kg.graph import build_graph
from kg.projection import project

READER = Path(__file__).parent / "graphology"
VIEWS = {"actors": gexf.write, "full": gexf.write_full}


@pytest.fixture(scope="module")
def paths(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("gexf")
    for name, write in VIEWS.items():
        write(graph, folder / f"{name}.gexf")
    return {name: folder / f"{name}.gexf" for name in VIEWS}


@pytest.fixture(scope="module")
def roots(paths):
    return {name: ElementTree.parse(path).getroot() for name, path in paths.items()}


@pytest.fixture(scope="module")
def root(roots):
    return roots["actors"]


@pytest.fixture(scope="module")
def full(roots):
    return roots["full"]


def values(element):
    return {value.get("for"): value.get("value") for value in element.iter(f"{G}attvalue")}


def node(root, name):
    (found,) = (n for n in root.iter(f"{G}node") if n.get("id") == name)
    return found


def spells(element):
    return [(spell.get("start"), spell.get("end")) for spell in element.iter(f"{G}spell")]


@pytest.mark.parametrize("name", VIEWS)
def test_it_is_valid_and_has_nothing_that_gephi_stumbles_over(roots, name):
    assert faults(roots[name]) == []
    assert len(list(roots[name].iter(f"{G}edge"))) > 5


BROKEN = [
    ('version="1.3"', 'version="1.2"', "gexf with version='1.2'"),
    ('version="1.3"', 'version="1.3" made="by hand"', "gexf with made='by hand'"),
    ("<nodes>", '<nodes><attribute id="a" title="a" type="text"/>', "attribute with type='text'"),
    ("<nodes>", '<nodes><attribute id="a" title="a" type="text"/>', "attribute in nodes"),
    ("<edges>", "<edges/><edges>", "2 edges in graph"),
    ('class="edge"', 'class="node"', "two blocks of attributes of class node"),
    ('title="country"', 'title="type"', "an attribute called type"),
    ('for="events" value="', 'for="events" value="x', "does not fit integer"),
    ('source="actor:jo-okafor"', 'source="actor:nobody"', "edge to actor:nobody, which is no node"),
    ('weight="', 'weight="-', "edge with weight -"),
    ('start="2021-09-01"', 'start="2021-09"', "spell with start='2021-09'"),
    ('end="2021-05-04"', 'end="2021-08-31"', "spells that touch"),
    ('r="0" g="114"', 'r="0.5" g="114"', "viz:color with r='0.5'"),
    ('b="178"/>', 'b="178" a="0.5"/>', "a colour with alpha"),
    (' label="Sweden"', ' label=" Sweden"', "node with label=' Sweden'"),
    ('for="lat" value="59.33"', 'for="lat" value="159.33"', "lat 159.33"),
    ("<spells>", "<spells></spells><spells>", "2 spells in"),
]


@pytest.mark.parametrize(("good", "bad", "fault"), BROKEN)
def test_the_rules_find_what_is_wrong(paths, good, bad, fault):
    text = paths["actors"].read_text()
    assert good in text
    found = faults(ElementTree.fromstring(text.replace(good, bad, 1)))
    assert any(fault in one for one in found), found


def test_networkx_reads_the_actors(graph, paths):
    read, view = nx.read_gexf(paths["actors"], version="1.3"), project(graph)
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


def test_networkx_reads_the_whole_graph(graph, paths):
    read = nx.read_gexf(paths["full"], version="1.3")
    assert {name: data["kind"] for name, data in read.nodes(data=True)} == {
        name: data["kind"] for name, data in graph.nodes(data=True)
    }
    assert {(a, b) for a, b in read.edges()} == {(a, b) for a, b in graph.edges()}
    assert sum(data["weight"] for *_, data in read.edges(data=True)) == graph.number_of_edges()


def graphology(path):
    """What graphology-gexf, the reader of Gephi Lite, finds in a file."""
    if not shutil.which("node"):
        pytest.skip("graphology-gexf did not read the file: no Node here")
    if not (READER / "node_modules").is_dir():
        pytest.skip(f"graphology-gexf did not read the file: run `npm ci` in {READER.relative_to(Path.cwd())} first")
    done = subprocess.run(["node", READER / "read.js", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_graphology_reads_the_actors(graph, paths):
    read, view = graphology(paths["actors"]), project(graph)
    assert read["type"] == "directed"
    assert set(read["nodes"]) == set(view)
    assert sorted((e["source"], e["target"], e["label"], e["weight"]) for e in read["edges"]) == sorted(
        (a, b, kind, data["weight"]) for a, b, kind, data in view.edges(keys=True, data=True)
    )
    person = read["nodes"]["actor:maria-lindqvist"]
    assert person["color"] == "rgb(0,114,178)"
    assert (person["label"], person["events"]) == ("Maria Lindqvist", 7)
    assert {"x", "y", "size", "community", "first_date", "happened"} <= set(person)
    assert read["nodes"]["actor:sweden"]["lat"] == 59.33
    hostile = read["nodes"]["actor:hostile group. %/?#é"]["label"]
    assert hostile == " ".join(re.sub("[\x00-\x08\x0b\x1f\ufffe]", "", HOSTILE).split())


def test_graphology_reads_the_whole_graph(graph, paths):
    read = graphology(paths["full"])
    assert set(read["nodes"]) == set(graph)
    assert {(e["source"], e["target"]) for e in read["edges"]} == {(a, b) for a, b in graph.edges()}
    assert read["nodes"]["event:visit1"]["status"] == "happened"


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


def test_spells_reach_back_to_antiquity_and_are_on_nodes_and_edges(root):
    assert ("0476-01-01", "0476-12-31") in spells(root)
    assert all(any(spells(e) for e in root.iter(f"{G}{of}")) for of in ("node", "edge"))


def test_undated_elements_have_no_spells(root):
    edges = {(e.get("source"), e.get("target"), e.get("kind")): e for e in root.iter(f"{G}edge")}
    assert edges["actor:jo-okafor", "actor:maria-lindqvist", "invite"].find(f"{G}spells") is None


def test_actors_count_their_events_by_status_and_name_their_sources(root):
    found = values(node(root, "actor:jo-okafor"))
    counts = {status: found[status] for status in ("happened", "ongoing", "planned", "cancelled", "denied")}
    # A visit received, talks, a call that goes on, an invitation planned, a visit called off.
    assert counts == {"happened": "2", "ongoing": "1", "planned": "1", "cancelled": "1", "denied": "0"}
    assert found["sources"].split("; ")[0] == "The Daily Sample"
    assert {"cancelled", "denied"} & values(next(root.iter(f"{G}edge"))).keys() == set()


def test_sizes_grow_with_the_weights_of_the_edges(root):
    weights = dict.fromkeys((n.get("id") for n in root.iter(f"{G}node")), 0.0)
    for edge in root.iter(f"{G}edge"):
        for end in ("source", "target"):
            weights[edge.get(end)] += float(edge.get("weight"))
    sizes = {n.get("id"): float(n.find(f"{V}size").get("value")) for n in root.iter(f"{G}node")}
    order = sorted(weights, key=lambda name: weights[name])
    assert [sizes[name] for name in order] == sorted(sizes.values())
    assert max(sizes.values()) == gexf.LARGEST
    assert min(sizes.values()) >= gexf.SMALLEST


@pytest.mark.parametrize("name", VIEWS)
def test_every_node_has_a_colour_a_place_and_a_community(roots, name):
    for one in roots[name].iter(f"{G}node"):
        colour, place = one.find(f"{V}color"), one.find(f"{V}position")
        assert tuple(int(colour.get(c)) for c in "rgb") == gexf.COLOURS[values(one)["kind"]]
        assert all(abs(float(place.get(axis))) <= 1001 for axis in "xyz")
        assert int(values(one)["community"]) >= 0


def test_nodes_of_the_whole_graph_carry_what_is_known_of_them(full):
    visit = values(node(full, "event:visit1"))
    assert (visit["action_type"], visit["status"], visit["edtf"], visit["reports"]) == (
        "visit", "happened", "2021-05-02", "5",
    )  # fmt: skip
    # Two documents are of the Daily Sample, one of the outlet with the hostile name.
    assert " ".join(visit["sources"].split()) == "The Daily Sample; " + " ".join(clean(HOSTILE).split())
    assert values(node(full, "document:plain"))["url"] == "https://news.example/a?b=1&c=2"
    assert values(node(full, "place:stockholm"))["lat"] == "59.33"


def test_a_document_is_there_on_its_day_and_with_what_it_tells_of(full):
    assert spells(node(full, "event:visit1")) == [("2021-05-02", "2021-05-02")]
    told = spells(node(full, "document:plain"))
    assert any(start <= "2021-05-03" <= end for start, end in told if start and end)
    assert any((start or "") <= "2021-05-02" <= (end or "9999") for start, end in told)


def test_two_reports_of_one_document_are_one_edge_of_weight_two(full):
    edges = {(e.get("source"), e.get("target")): e for e in full.iter(f"{G}edge")}
    reports = edges["document:plain", "event:visit1"]
    assert (reports.get("kind"), reports.get("weight")) == ("reports", "3.0")
    assert edges["event:visit1", "actor:sweden"].get("kind") == "target"
    assert spells(edges["event:visit1", "actor:sweden"]) == [("2021-05-02", "2021-05-02")]


def test_hostile_labels_are_one_printable_line(root):
    labels = {n.get("id"): n.get("label") for n in root.iter(f"{G}node")}
    label = labels["actor:hostile group. %/?#é"]
    assert label == 'Ann <b>&amp;"O\'Neil"</b> \\ \u202eمرحبا שלום\u202c \U0001f600 ]]> {{x}} e\u0301.'
    assert label == " ".join(re.sub("[\x00-\x08\x0b\x1f\ufffe]", "", HOSTILE).split())


@settings(max_examples=60)
@given(label=st.text(max_size=30) | st.none(), name=st.text(min_size=1, max_size=10), outlet=st.text(max_size=10))
def test_any_label_name_and_outlet_make_a_valid_file(tmp_path_factory, label, name, outlet):
    path = tmp_path_factory.mktemp("hostile") / "a"
    actor = PERSON.__class__(id=name, label=label or "x", kind="group")
    graph = build_graph([], [], [event("a", "accuse", [actor], [COUNTRY, ORGANISATION])])
    for _, data in graph.nodes(data=True):
        data |= {"label": label} | ({"outlet": outlet} if data["kind"] == "document" else {})
    for write in VIEWS.values():
        write(graph, path)
        root = ElementTree.parse(path).getroot()
        assert faults(root) == []
        assert all(n.get("label") for n in root.iter(f"{G}node"))


@pytest.mark.parametrize(
    ("lat", "lng", "written"),
    [
        (59.3, 18.1, True), (0.0, 0.0, True), (-90, 180.0, True), (91, 0, False), (0, -180.5, False),
        (59.3, None, False), (float("nan"), 3.0, False), (3.0, float("inf"), False),
    ],
)  # fmt: skip
def test_coordinates_are_written_where_they_are_on_the_globe(tmp_path, lat, lng, written):
    graph = build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY])])
    graph.nodes["actor:sweden"].update({"lat": lat} | ({} if lng is None else {"lng": lng}))
    gexf.write(graph, tmp_path / "a")
    read = nx.read_gexf(tmp_path / "a", version="1.3").nodes["actor:sweden"]
    assert ({"lat", "lng"} <= set(read)) == written
    assert written or not {"lat", "lng"} & set(read)


def test_names_that_a_user_added_are_made_printable_too(tmp_path):
    graph = build_graph([], [], [])
    graph.add_node("actor:a\x00<", kind="person", label="A")
    gexf.write(graph, tmp_path / "a")
    assert list(nx.read_gexf(tmp_path / "a", version="1.3")) == ["actor:a<"]


@pytest.mark.parametrize("label", ["\x07 \n", "", None])
def test_a_label_of_nothing_printable_becomes_the_name(tmp_path, label):
    graph = build_graph([], [], [event("a", "say", [PERSON], [])])
    graph.nodes["actor:maria-lindqvist"]["label"] = label
    gexf.write(graph, tmp_path / "a")
    assert (
        nx.read_gexf(tmp_path / "a", version="1.3").nodes["actor:maria-lindqvist"]["label"] == "actor:maria-lindqvist"
    )


def test_countries_stand_on_the_map(root):
    found = values(node(root, "actor:sweden"))
    assert (found["lat"], found["lng"]) == ("59.33", "18.07")


def test_full_days_only(root, full):
    for one in (root, full):
        assert all(date.fromisoformat(day) for pair in spells(one) for day in pair if day)
