"""Sentence → PLOVER type and CAMEO root of its event, by how it is told. Sentences of our own."""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document

EXTRACTOR = get("syntax")
CODES = {
    # Done.
    "Kenya restored diplomatic relations with Somalia.": ("SUPPORT", "05"),
    "Ghana gave Togo a loan of 20 million dollars.": ("AID", "07"),
    # An intent is an act of its own.
    "Kenya promised to restore diplomatic relations with Somalia.": ("AGREE", "03"),
    "Chad will give Niger ten million dollars in aid.": ("AGREE", "03"),
    "Peru agreed to lift its embargo on Ecuador.": ("AGREE", "03"),
    "Ruto will meet Museveni in Kampala.": ("AGREE", "03"),
    "Ethiopia vowed to attack Eritrea.": ("THREATEN", "13"),
    "Chile may impose sanctions on Bolivia.": ("THREATEN", "13"),
    # A forecast is future cooperation to PLOVER, to CAMEO the deed; a meeting to come is an intent in both.
    "Kenya is about to restore diplomatic relations with Somalia.": ("AGREE", "05"),
    "Peru is expected to support Ecuador.": ("AGREE", "05"),
    "Mali is likely to release the Senegalese soldiers.": ("CONCEDE", "08"),
    "Ruto is expected to meet Museveni.": ("AGREE", "03"),
    # What is ordered, decided or the purpose of a deed is coded as the deed.
    "Ethiopian Prime Minister Abiy Ahmed ordered airstrikes against Eritrea.": ("ASSAULT", "19"),
    "Bolivia decided to expel two Chilean diplomats.": ("SANCTION", "16"),
    # Calling off a meeting is a refusal.
    "Ruto cancelled a planned visit to Kampala.": ("REJECT", "12"),
    "Angola postponed talks with Zambia.": ("REJECT", "12"),
}


@pytest.mark.parametrize("text", CODES)
def test_codes_follow_how_an_event_is_told(text: str) -> None:
    found = list(EXTRACTOR.extract(Document(id="d", text=text, published=date(2024, 6, 5))))
    assert CODES[text] in [(m.plover, m.cameo[:2]) for m in found]


def test_participants_carry_the_code_of_their_country() -> None:
    text = "William Ruto said that he would visit Tanzania."
    (visit,) = (m for m in EXTRACTOR.extract(Document(id="d", text=text, published=None)) if m.type == "visit")
    assert [(m.text, m.code) for m in (*visit.actors, *visit.targets)] == [("William Ruto", "KEN"), ("Tanzania", "TZA")]
