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


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Kenya expels Ugandan envoy\n\nNAIROBI - Kenya has expelled the Ugandan envoy, officials said. "
            "Relations have been bad for years. Kenya expelled the Ugandan envoy on Monday after a row over fishing.",
            "coerce",
            "2024-06-03",
        ),
        (
            "Chile and Peru sign treaty\n\nChile and Peru signed a treaty on Sunday.",
            "agree",
            "2024-06-02",
        ),
        (
            "Macron meets Mahamat Deby in Chad\n\nEmmanuel Macron has met Mahamat Deby in N'Djamena. "
            "Friday's meeting between Emmanuel Macron and Mahamat Deby lasted two hours.",
            "meet",
            "2024-05-31",
        ),
    ],
)
def test_news_told_twice_has_one_date(text: str, kind: str, day: str) -> None:
    assert dates(text, kind) == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Narendra Modi arrived in Peru on Tuesday. He is due to meet Dina Boluarte.", "2024-06-04"),
        ("Narendra Modi will visit Peru on 10 and 11 June. Modi is to meet Dina Boluarte.", "2024-06-10/2024-06-11"),
        ("Narendra Modi arrived in Peru on Tuesday. Modi is due to meet Gabriel Boric.", ""),
        ("Narendra Modi arrived in Peru on Saturday. He is due to meet Dina Boluarte.", ""),
        ("Paul Kagame flew to Togo last Thursday. Kagame is to meet Faure Gnassingbe.", ""),
        ("Ulf Kristersson landed in Lima on Sunday. Kristersson will also meet Dina Boluarte.", ""),
    ],
)
def test_a_meeting_to_come_is_of_the_days_of_the_visit(text: str, day: str) -> None:
    assert dates(text, "meet") == {day}


HEADLINES = {
    "Hu visits Hanoi\n\nHANOI - President Hu Jintao of China visited Hanoi on March 12, officials said.": "2012-03-12",
    "Tokyo expels Syrian envoy\n\nTOKYO - Japan expelled the Syrian ambassador on March 9 after a row.": "2012-03-09",
    "Cameron meets Karzai in Kabul\n\nDavid Cameron met Hamid Karzai in Kabul on March 10.": "2012-03-10",
    # The call of the text is another one where it tells of two.
    "Cameron meets Karzai in Kabul\n\nDavid Cameron met Hamid Karzai. He had met Karzai on March 2.": None,
}


@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_has_the_day_of_what_the_text_tells(text: str) -> None:
    document = Document(id="x", text=text, published=date(2012, 3, 20))
    mention = next(m for m in get("syntax").extract(document) if m.sentence.start == 0)
    assert mention.date is not None
    assert mention.date.edtf == (HEADLINES[text] or "2012-03-19/2012-03-20")
