"""Status, polarity and speaker of what a sentence says: the table of status.csv, told on Wednesday 5 June 2024."""

from datetime import date
from pathlib import Path

import pytest

from kg.extract import get
from kg.model import Document, EventMention
from kg.tables import rows

PUBLISHED = date(2024, 6, 5)
TABLE = tuple(rows(Path(__file__).with_name("status.csv"), ("sentence", "type", "status", "speaker")))


def mentions(text: str) -> list[EventMention]:
    return list(get("syntax").extract(Document(id="x", text=text, published=PUBLISHED)))


@pytest.mark.parametrize("cells", [pytest.param(row.cells, id=row.cells["sentence"]) for row in TABLE])
def test_status(cells: dict[str, str]) -> None:
    told = [m for m in mentions(cells["sentence"]) if m.type == cells["type"]]
    assert {m.status for m in told} == {cells["status"]}
    assert {m.attributed_to or "" for m in told} == {cells["speaker"]}
    assert {m.polarity for m in told} == {"negative" if cells["status"] == "denied" else "positive"}
