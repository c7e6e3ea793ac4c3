import csv

import pytest
from export_samples import COUNTRY, PERSON, event

from kg.export import tables
from kg.export.xml import one_line
from kg.graph import build_graph


@pytest.fixture(scope="module")
def read(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    found = []
    for write in (tables.write_nodes, tables.write_edges):
        write(graph, folder / "a.csv")
        with (folder / "a.csv").open(encoding="utf-8", newline="") as file:
            found.append(list(csv.DictReader(file, strict=True)))
    return found


def test_headers_are_those_that_gephi_asks_for(read):
    assert list(read[0][0])[:3] == ["Id", "Label", "Kind"]
    assert list(read[1][0])[:7] == ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight"]
    assert all(len({name.lower() for name in rows[0]}) == len(rows[0]) for rows in read)


def test_every_node_and_edge_is_a_row_of_one_line(graph, read, tmp_path):
    nodes, edges = read
    assert [row["Id"] for row in nodes] == list(graph)
    assert [(row["Source"], row["Target"], row["Kind"]) for row in edges] == [
        (a, b, data["role"]) for a, b, data in graph.edges(data=True)
    ]
    assert {row["Type"] for row in edges} == {"Directed"}
    assert len({row["Id"] for row in edges}) == len(edges)
    tables.write_edges(graph, tmp_path / "a")
    assert len((tmp_path / "a").read_bytes().splitlines()) == len(edges) + 1


def test_values_come_back(graph, read):
    nodes = {row["Id"]: row for row in read[0]}
    sweden, visit, hostile = (nodes[n] for n in ("actor:sweden", "event:visit1", "document:hostile/../doc."))
    assert (float(sweden["lat"]), sweden["country"], sweden["action_type"]) == (59.33, "SE", "")
    assert (visit["confidence"], visit["reports"]) == ("0.87654", "5")
    assert hostile["title"] == one_line(graph.nodes["document:hostile/../doc."]["title"])


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1+1|cmd", "'-1+1|cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("＝1", "'＝1"),
        ('a "b", c', 'a "b", c'),
        ("a = b", "a = b"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula(tmp_path, label, written):
    graph = build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY])])
    graph.nodes["actor:sweden"].update(label=label, lat=-3.5)
    tables.write_nodes(graph, tmp_path / "a")
    with (tmp_path / "a").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["Id"] == "actor:sweden")
    assert (row["Label"], row["lat"]) == (written, "-3.5")
