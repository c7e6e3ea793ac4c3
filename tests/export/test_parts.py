"""Partitioned Parquet and N-Quads in parts, read back by those who know nothing of kg."""

import gzip

import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pyoxigraph
import pytest

from kg.errors import OutputError
from kg.export import columns, parts, triples
from kg.graph import build_graph


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def parquet(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts") / "parquet"
    parts.write_parquet(graph, folder, size=2)
    return folder


@pytest.mark.parametrize("table", ["events", "mentions", "actors"])
def test_the_rows_are_those_of_the_undivided_table(graph, parquet, tmp_path, table):
    getattr(columns, f"write_{table}")(graph, tmp_path / "whole")
    whole, read = pq.read_table(tmp_path / "whole"), pq.read_table(parquet / table)
    assert read.num_rows == whole.num_rows > 2
    if table == "mentions":  # by month first
        assert sorted(map(str, read.drop(["month"]).to_pylist())) == sorted(map(str, whole.to_pylist()))
    else:
        assert read.select(whole.column_names).to_pylist() == whole.to_pylist()


def test_no_part_is_longer_than_asked_for(parquet):
    lengths = [pq.read_metadata(path).num_rows for path in parquet.rglob("*.parquet")]
    assert max(lengths) == 2
    assert min(lengths) > 0


def test_a_month_is_found_by_the_names_of_folders(graph, parquet):
    events = ds.dataset(parquet / "events", partitioning="hive")
    starts = {e.id: (e.date.earliest or e.date.latest) if e.date else None for e in graph.events}
    of_may = {i for i, day in starts.items() if day and f"{day:%Y-%m}" == "2021-05"}
    of_none = {i for i, day in starts.items() if day is None}
    assert of_may
    assert of_none
    assert set(events.to_table(filter=pc.field("month") == "2021-05")["id"].to_pylist()) == of_may
    assert set(events.to_table(filter=pc.field("month").is_null())["id"].to_pylist()) == of_none


def test_mentions_stand_in_the_month_of_their_article(graph, parquet):
    published = {source.id: source.published for source in graph.sources}
    for row in ds.dataset(parquet / "mentions", partitioning="hive").to_table().to_pylist():
        day = published[row["document"]]
        assert row["month"] == (f"{day:%Y-%m}" if day else None)


@pytest.mark.parametrize("size", [1, 7, 1_000_000])
def test_quads_one_after_the_other_are_the_undivided_file(graph, tmp_path, size):
    parts.write_n_quads(graph, tmp_path / "nquads", size)
    triples.write_n_quads(graph, tmp_path / "graph.nq")
    found = sorted((tmp_path / "nquads").glob("*.nq.gz"))
    whole = (tmp_path / "graph.nq").read_bytes()
    assert len(found) == -(-whole.count(b"\n") // size)
    assert b"".join(gzip.decompress(path.read_bytes()) for path in found) == whole
    assert gzip.decompress(b"".join(path.read_bytes() for path in found)) == whole


def test_a_store_that_loads_all_parts_holds_what_one_that_loads_the_whole_does(graph, tmp_path):
    parts.write_n_quads(graph, tmp_path / "nquads", 50)
    triples.write_n_quads(graph, tmp_path / "graph.nq")
    store, whole = (pyoxigraph.Store(str(tmp_path / name)) for name in ("parts", "whole"))
    for path in sorted((tmp_path / "nquads").glob("*.nq.gz")):
        with gzip.open(path) as stream:
            store.bulk_load(stream, pyoxigraph.RdfFormat.N_QUADS)
    whole.bulk_load(path=tmp_path / "graph.nq")
    assert len(store) == len((tmp_path / "graph.nq").read_bytes().splitlines())
    assert set(store) == set(whole)


@pytest.mark.parametrize("write", [parts.write_parquet, parts.write_n_quads])
def test_same_bytes_each_time_and_in_any_order_of_input(graph, shuffled, tmp_path, write):
    for name, one in (("a", graph), ("b", graph), ("c", shuffled)):
        write(one, tmp_path / name, 3)
    assert len(files(tmp_path / "a")) > 3
    assert files(tmp_path / "a") == files(tmp_path / "b") == files(tmp_path / "c")


@pytest.mark.parametrize("write", [parts.write_parquet, parts.write_n_quads])
def test_nothing_is_left_of_an_earlier_export(graph, tmp_path, write):
    write(graph, tmp_path / "out", 2)
    write(graph, tmp_path / "out", 1000)
    write(graph, tmp_path / "new", 1000)
    assert files(tmp_path / "out") == files(tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == {"out", "new"}


def test_a_folder_of_something_else_is_left_alone(graph, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="a folder with other files in it; choose another"):
        parts.write_n_quads(graph, tmp_path)
    assert files(tmp_path) == {"thesis.txt": b"mine"}


def test_an_empty_graph_has_its_columns(tmp_path):
    empty = build_graph([], [], [])
    parts.write_parquet(empty, tmp_path / "parquet")
    parts.write_n_quads(empty, tmp_path / "nquads")
    for table, schema in (("events", columns.EVENTS), ("mentions", columns.MENTIONS), ("actors", columns.ACTORS)):
        read = pq.read_table(tmp_path / "parquet" / table)
        assert read.num_rows == 0
        assert read.column_names == schema.names
    (part,) = (tmp_path / "nquads").glob("*.nq.gz")
    assert gzip.decompress(part.read_bytes()) == b""


def test_where_no_event_has_a_date_the_folder_can_be_read_still(graph, tmp_path):
    undated = [event for event in graph.events if event.date is None]
    parts.write_parquet(build_graph([], [], undated), tmp_path / "parquet")
    assert len(pq.read_table(tmp_path / "parquet" / "events")) == len(undated) > 0
