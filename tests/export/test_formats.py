import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ConfigError, OutputError
from kg.export import DATA, FORMATS, GROUPS, write_all
from kg.graph import build_graph

ROOT = Path(__file__).parents[2]


def test_names_and_files():
    assert {name: entry.file for name, entry in FORMATS.items()} == {
        "events": "events.jsonl",
        "documents": "documents.jsonl",
        "mentions": "mentions.jsonl",
        "near-misses": "near_misses.jsonl",
        "turtle": "graph.ttl",
        "nt": "graph.nt",
        "nq": "graph.nq",
        "trig": "graph.trig",
        "jsonld": "graph.jsonld",
        "gexf": "graph.gexf",
        "gexf-full": "graph.full.gexf",
        "graphml": "graph.graphml",
        "csv-nodes": "nodes.csv",
        "csv-edges": "edges.csv",
        "parquet-events": "events.parquet",
        "parquet-mentions": "mentions.parquet",
        "parquet-actors": "actors.parquet",
        "timelinejs": "timeline.json",
        "ics": "events.ics",
        "ftm": "entities.ftm.json",
        "html": "story.html",
        "parquet-parts": "parquet",
        "nq-parts": "nquads",
    }
    assert all(name == entry.name for name, entry in FORMATS.items())


def test_all_formats_of_data_are_written_to_a_new_folder(graph, tmp_path):
    folder = tmp_path / "new" / "out"
    paths = write_all(graph, folder)
    assert [path.name for path in paths] == [FORMATS[name].file for name in DATA]
    assert sorted(folder.iterdir()) == sorted(paths)


def test_chosen_formats_only_and_each_once(graph, tmp_path):
    assert write_all(graph, tmp_path, ["gexf", "turtle", "gexf"]) == (
        tmp_path / "graph.gexf",
        tmp_path / "graph.ttl",
    )
    assert len(list(tmp_path.iterdir())) == 2


def test_a_group_is_all_its_formats(graph, tmp_path):
    assert [path.name for path in write_all(graph, tmp_path, ["csv", "csv-nodes"])] == ["nodes.csv", "edges.csv"]
    assert {name for names in GROUPS.values() for name in names} <= set(FORMATS)
    assert not GROUPS.keys() & FORMATS.keys()


def test_an_unknown_format_is_named_before_anything_is_written(graph, tmp_path):
    with pytest.raises(
        ConfigError,
        match="'pdf' is not known; choose from events, documents, mentions, near-misses, turtle, nt, nq, trig, jsonld",
    ):
        write_all(graph, tmp_path / "out", ["gexf", "pdf"])
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_folder(graph, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="out: cannot be made a folder"):
        write_all(graph, tmp_path / "out")


@pytest.mark.parametrize("name", DATA)
def test_same_bytes_each_time_and_in_any_order_of_input(graph, shuffled, tmp_path, name):
    written = []
    for number, one in enumerate((graph, graph, shuffled)):
        path = tmp_path / str(number)
        FORMATS[name].write(one, path)
        written.append(path.read_bytes())
    assert written[0]
    assert written[0] == written[1] == written[2]


def test_same_bytes_whatever_the_hash_seed(graph, tmp_path):
    """Random ones here, others in a process of its own."""
    program = (
        "import sys; sys.path.insert(0, 'tests/export'); from pathlib import Path;"
        "from export_samples import *; from kg.export import write_all; from kg.graph import build_graph;"
        "write_all(build_graph(DOCUMENTS, MENTIONS, EVENTS, position, near_misses=NEAR_MISSES), Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "1")]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"})
    write_all(graph, tmp_path / "2")
    for name in DATA:
        file = FORMATS[name].file
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes(), name


@pytest.mark.parametrize("name", DATA)
def test_an_empty_graph_is_written_too(tmp_path, name):
    FORMATS[name].write(build_graph([], [], []), tmp_path / "a")
    assert (tmp_path / "a").exists()
