import subprocess
import sys
from datetime import date

import pytest
from export.export_samples import DOCUMENTS, EVENTS, MENTIONS, position

import kg
from kg.graph import build_graph


@pytest.fixture(scope="module")
def graph():
    return build_graph(DOCUMENTS, MENTIONS, EVENTS, position)


def test_without_pandas_it_is_one_clear_error():
    program = (
        "import sys; sys.modules['pandas'] = None\n"
        "import kg\n"
        "try: kg.to_pandas([])\n"
        "except kg.ConfigError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "pandas is not installed; run: pip install -e '.[pandas]' in kg's folder\n"


def test_kg_does_not_import_pandas():
    program = "import sys, kg; assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_events_have_typed_columns(graph):
    pandas = pytest.importorskip("pandas", reason="data frames were not made: pandas is not here")
    frame = kg.to_pandas(graph)
    assert list(frame["id"]) == [event.id for event in graph.events]
    assert all(pandas.api.types.is_datetime64_any_dtype(frame[name]) for name in ("earliest", "latest"))
    visit = frame.set_index("id").loc["visit1"]
    assert (visit["who"], visit["whom"], visit["told_by"]) == ("Maria Lindqvist", "Sweden, Jo Okafor", 3)
    assert visit["earliest"].date() == date(2021, 5, 2)
    rows = frame.set_index("id")
    assert pandas.isna(rows.loc["visit3", "latest"])
    assert (rows.loc["old", "earliest"].year, rows.loc["call", "latest"].year) == (476, 9999)
    assert frame["confidence"].dtype == "float64"


def test_mentions_actors_and_a_timeline(graph):
    pytest.importorskip("pandas", reason="data frames were not made: pandas is not here")
    assert len(kg.to_pandas(graph, "mentions")) == len(MENTIONS)
    actors = kg.to_pandas(graph, "actors").set_index("id")
    assert actors.loc["sweden", "lat"] == 59.33
    assert actors["events"].dtype == "int64"
    timeline = graph.timeline("Okafor", types=["call"])
    assert list(kg.to_pandas(timeline)["id"]) == ["call"]
    assert kg.to_pandas([]).empty
    with pytest.raises(ValueError, match="no table 'documents'; choose events"):
        kg.to_pandas(graph, "documents")
