"""Headline → events: participles without an auxiliary, and cities that only say where.

Headlines of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

PARTICIPLES = {
    "Talks between Peru and Chile delayed": ["meet: Peru, Chile | cancelled"],
    "Nairobi talks between Ethiopia and Somalia cancelled": ["meet: Ethiopia, Somalia | cancelled"],
    "Trade talks between India and Britain suspended": ["meet: India, United Kingdom | cancelled"],
    "Meeting between Petro and Noboa denied": ["meet: Gustavo Petro, Daniel Noboa | denied"],
    "Joint drills by Japan and Philippines postponed": ["mobilize: Japan, Philippines | cancelled"],
    "Modi's visit to Dhaka put off": ["visit: Narendra Modi > Bangladesh @ Dhaka | cancelled"],
    "Macron's trip to Lebanon delayed until July": ["visit: Emmanuel Macron > Lebanon | 2024-07 | planned"],
    "Trade deal between Kenya and Uganda agreed": [f"agree: Kenya, Uganda | {NEWS} | happened"],
    "Talks between Chad and Sudan resumed": [f"meet: Chad, Sudan | {NEWS} | happened"],
    "Ministers agreed": [],
}
CITIES = {
    "Montevideo summit between Argentina and Bolivia postponed": ["meet: Argentina, Bolivia @ Montevideo | cancelled"],
    "Moscow summit of Russia and China": ["meet: Russia, China @ Moscow | happened"],
    "Lagos talks with Cameroon postponed": [],
    "Tshisekedi praised Angola at the Luanda talks with Kagame.": [
        f"support: Félix Tshisekedi > Angola @ Luanda | {NEWS} | happened",
        "meet: Félix Tshisekedi > Paul Kagame @ Luanda | happened",
    ],
    "The Doha agreement between Chad and Sudan was signed on Monday.": ["agree: Chad, Sudan | 2024-06-03 | happened"],
}
SUSPENDED = {
    "Talks between Armenia and Azerbaijan were suspended on Monday.": ["meet: Armenia, Azerbaijan | cancelled"],
    "Kenya suspended talks with Somalia on Monday.": ["sanction: Kenya > Somalia | 2024-06-03 | happened"],
}

HIDDEN = {
    "Niger junta expels French ambassador": [f"coerce: Niger > France | {NEWS} | happened"],
    "UK sanctions Russian banks": [f"sanction: United Kingdom > Russia | {NEWS} | happened"],
    "EU sanctions deadline nears": [],
    "North Korea fires missiles as Blinken visits Seoul": [
        f"mobilize: North Korea | {NEWS} | happened",
        f"visit: Antony Blinken > South Korea @ Seoul | {NEWS} | happened",
    ],
    "Putin hails 'limitless' ties with China as Xi visits Moscow": [
        f"support: Vladimir Putin > China | {NEWS} | happened",
        f"visit: Xi Jinping > Russia @ Moscow | {NEWS} | happened",
    ],
    "Peru backs Chile trade deal": [f"support: Peru > Chile | {NEWS} | happened"],
}


@pytest.mark.parametrize(
    ("text", "expected"), [*PARTICIPLES.items(), *CITIES.items(), *SUSPENDED.items(), *HIDDEN.items()]
)
def test_headline(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
