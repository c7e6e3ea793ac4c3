"""Parts of countries, and what only looks like a place."""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

LANDS = {
    "Pakistan carried out strikes inside Iran on Thursday.": ["attack: Pakistan > Iran | 2024-05-30 | happened"],
    "Pakistani strikes inside Iran killed nine people.": [f"attack: Pakistan > Iran | {NEWS} | happened"],
    "China sent 30 warplanes into Taiwan's air defence zone on Monday.": [
        "mobilize: China > Taiwan | 2024-06-03 | happened"
    ],
    "Ukraine attacked a refinery in Russia's Samara region on Monday.": [
        "attack: Ukraine > Russia | 2024-06-03 | happened"
    ],
    "President Ruto met Museveni in Uganda's Mbarara district on Monday.": [
        "meet: William Ruto > Yoweri Museveni @ Uganda | 2024-06-03 | happened",
        "visit: William Ruto > Uganda | 2024-06-03 | happened",
    ],
    "Nicaragua cut ties with Taiwan in favour of China on Monday.": [
        "sanction: Nicaragua > Taiwan | 2024-06-03 | happened"
    ],
}


@pytest.mark.parametrize(("text", "expected"), LANDS.items())
def test_lands(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
