"""What runs on Spark's workers, called here without Spark."""

import tempfile
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest

from kg.engine.spark.worker import Found, Reading, read_batches
from kg.model import Document
from kg.versions import versions


def test_the_users_own_actors_are_known_and_leave_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    people = b"id,name,surname,aliases,gender,country,wikidata\nola,Olavi Brenmoor,Brenmoor,,m,finland,\n"
    task = Reading(versions(), ("syntax",), (("people.csv", people),), 300.0)
    text = "TALLINN, 7 March 2023 — Olavi Brenmoor met Kaja Kallas on Tuesday."
    document = msgspec.json.encode(Document(id="a", text=text))
    batch = pa.record_batch([pa.array([7]), pa.array([document])], names=["number", "document"])
    for _ in range(2):
        (rows,) = read_batches([batch], task)
        assert rows["number"].to_pylist() == [7]
        found = msgspec.json.decode(rows["found"].to_pylist()[0], type=Found)
        assert any(a.id == "ola" for m in found.mentions for a in m.actors)
    assert not list(tmp_path.iterdir())
