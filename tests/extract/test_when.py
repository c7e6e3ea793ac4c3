"""Which date an event has: the table of when.csv, in articles of Wednesday 5 June 2024."""

from datetime import date
from pathlib import Path

import pytest

from kg.extract import get
from kg.model import Document
from kg.tables import rows

PUBLISHED = date(2024, 6, 5)
TABLE = tuple(rows(Path(__file__).with_name("when.csv"), ("text", "type", "date")))


def dates(text: str, kind: str) -> set[str]:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    return {m.date.edtf if m.date else "" for m in found if m.type == kind}


@pytest.mark.parametrize(
    "cells", [pytest.param(row.cells, id=f"{row.cells['type']}: {row.cells['text']}") for row in TABLE]
)
def test_date(cells: dict[str, str]) -> None:
    assert dates(cells["text"], cells["type"]) == set(cells["date"].split(" "))
