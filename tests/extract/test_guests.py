"""Text → events told by what is beside them: guests who visit, embassies that are stormed, what somebody looks back on.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show, told

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


SIDES = {
    # "The two" are two countries where their own sentence names only these.
    "Emmanuel Macron met Paul Biya on Monday. ¶ Peru broke with Chile in 1990, but the two signed a treaty in 2004.": [
        "agree: Chile, Peru | 2004 | happened",
        "meet: Emmanuel Macron > Paul Biya | 2024-06-03 | happened",
        "reject: Peru > Chile | 1990 | happened",
    ],
    # Who goes to see somebody and signs a paper signs it with those whom he sees.
    "Narendra Modi flew to Oslo on Monday and signed an accord on fishing.": [
        "agree: Narendra Modi > Norway @ Oslo | 2024-06-03 | happened",
        "visit: Narendra Modi > Norway @ Oslo | 2024-06-03 | happened",
    ],
    "The row comes days after William Ruto visited Mexico and signed a pact on migration.": [
        "agree: William Ruto > Mexico | 2024-05-28/2024-06-04 | happened",
        "visit: William Ruto > Mexico | 2024-05-28/2024-06-04 | happened",
    ],
    "William Ruto visited Mexico while Emmanuel Macron signed a pact on migration.": [
        f"visit: William Ruto > Mexico | {NEWS} | happened",
    ],
    # Who judges a deed did not call it forth.
    "Uganda deplored the African Union's endorsement of the vote.": [
        f"accuse: Uganda > African Union | {NEWS} | happened",
    ],
    "Raila Odinga cried foul on Monday.": ["reject: Raila Odinga | 2024-06-03 | happened"],
    "Iran's arrest of two tourists sparked anger.": [f"coerce: Iran > Tourists | {NEWS} | happened"],
}


@pytest.mark.parametrize(("text", "expected"), SIDES.items())
def test_sides(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)
