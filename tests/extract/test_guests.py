"""Text → events told by what is beside them: guests who visit, embassies that are stormed, what somebody looks back on.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

GUESTS = {
    # "Visiting" before somebody's title says where he is, and is no deed of his host.
    "Prime Minister Sánchez on Tuesday met with visiting Kenyan President William Ruto to discuss trade.": [
        "meet: Pedro Sánchez > William Ruto | 2024-06-04 | happened",
        "visit: William Ruto > Spain | 2024-06-04 | happened",
    ],
    "King Abdullah received visiting Finnish Foreign Minister Elina Valtonen on Monday.": [
        "host: Abdullah II > Elina Valtonen | 2024-06-03 | happened",
        "visit: Elina Valtonen > Jordan | 2024-06-03 | happened",
    ],
    "Visiting Ghanaian President Nana Akufo-Addo met Emmanuel Macron on Sunday.": [
        "meet: Nana Akufo-Addo > Emmanuel Macron | 2024-06-02 | happened",
        "visit: Nana Akufo-Addo > France | 2024-06-02 | happened",
    ],
    "The accord was signed by President Lula and visiting Indian Prime Minister Narendra Modi.": [
        f"agree: Luiz Inácio Lula da Silva, Narendra Modi | {NEWS} | happened",
        f"visit: Narendra Modi > Brazil | {NEWS} | happened",
    ],
    "William Ruto met Emmanuel Macron after visiting Germany.": [
        f"meet: William Ruto > Emmanuel Macron | {NEWS} | happened",
        f"visit: William Ruto > Germany | {NEWS} | happened",
    ],
    "William Ruto is considering visiting President Macron.": [
        "meet: William Ruto > Emmanuel Macron | proposed",
        "visit: William Ruto > France | proposed",
    ],
}

LOOKING_BACK = {
    "Lula recalled a telephone conversation with Gustavo Petro.": [
        "call: Luiz Inácio Lula da Silva > Gustavo Petro | happened",
    ],
    "Modi recalled Emmanuel Macron's last visit to India in March 2018.": [
        "visit: Emmanuel Macron > India | 2018-03 | happened",
    ],
    "William Ruto praised Narendra Modi's visit to Kenya in 2016.": [
        "support: William Ruto > Narendra Modi | happened",
        "visit: Narendra Modi > Kenya | 2016 | happened",
    ],
    # "Since" leads to what has been done, in the past.
    "William Ruto has met Emmanuel Macron twice since taking office in September.": [
        "appoint: William Ruto | 2023-09 | happened",
        "meet: William Ruto > Emmanuel Macron | happened",
    ],
}

UNNAMED = {
    "Kenya cut ties with Chad a day after its embassy in N'Djamena was stormed.": [
        "attack: Kenya | 2024-06-03/2024-06-04 | happened",
        f"sanction: Kenya > Chad | {NEWS} | happened",
    ],
    "The Danish consulate in Lahore was attacked on Monday.": [
        "attack: Denmark | 2024-06-03 | happened",
    ],
    "The African Union called for the lifting of all sanctions imposed on Mali.": [
        f"request: African Union > Mali | {NEWS} | happened",
    ],
    "William Ruto took part in a one-day extraordinary session of the Community of Sahel-Saharan States.": [
        f"attend: William Ruto > Community of Sahel-Saharan States | {NEWS} | happened",
    ],
    "Kenya is alarmed. It has told Uganda to withdraw.": [f"request: Kenya > Uganda | {NEWS} | happened"],
}


@pytest.mark.parametrize(("text", "expected"), {**GUESTS, **LOOKING_BACK, **UNNAMED}.items())
def test_beside(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
