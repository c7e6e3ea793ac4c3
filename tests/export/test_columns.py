from datetime import date

import pyarrow.parquet as pq
import pytest
from export_samples import HOSTILE

from kg.export import columns


@pytest.fixture(scope="module")
def read(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("parquet")
    found = {}
    for name in ("events", "mentions", "actors"):
        getattr(columns, f"write_{name}")(graph, folder / name)
        found[name] = pq.read_table(folder / name)
    return found


@pytest.mark.parametrize(
    ("name", "schema"), [("events", columns.EVENTS), ("mentions", columns.MENTIONS), ("actors", columns.ACTORS)]
)
def test_columns_have_their_types_and_every_one_a_value_somewhere(read, name, schema):
    assert read[name].schema == schema
    unseen = {field.name for field in schema if read[name][field.name].null_count == read[name].num_rows}
    # The mentions of the samples were merged by hand and name no place.
    assert unseen <= {"place", "place_label", "place_country", "attributed_to", "via", "event"}


def test_events(graph, read):
    rows = read["events"].to_pylist()
    assert [row["id"] for row in rows] == [event.id for event in graph.events]
    visit = next(row for row in rows if row["id"] == "visit1")
    assert (visit["earliest"], visit["latest"], visit["precision"]) == (date(2021, 5, 2), date(2021, 5, 2), "day")
    assert [actor["label"] for actor in visit["targets"]] == ["Sweden", "Jo Okafor"]
    assert visit["reports"][2]["quote"] == HOSTILE
    assert visit["place_label"] == "Stockholm"
    undated = next(row for row in rows if row["id"] == "talks")
    assert (undated["edtf"], undated["earliest"]) == (None, None)
    assert undated["links"] == [{"kind": "part_of", "event": "visit1"}]


def test_mentions(graph, read):
    rows = read["mentions"].to_pylist()
    assert [(r["document"], r["trigger_start"], r["type"]) for r in rows] == [
        (m.document, m.trigger.start, m.type) for m in graph.mentions
    ]
    assert rows[0]["actors"][0]["text"] == "They"


def test_actors_count_their_events(read):
    rows = {row["id"]: row for row in read["actors"].to_pylist()}
    assert set(rows) >= {"sweden", "maria-lindqvist", "uppsala", "stockholm"}
    assert (rows["sweden"]["lat"], rows["sweden"]["denied"]) == (59.33, 1)
    assert rows["maria-lindqvist"]["first_date"] == date(2020, 12, 31)
