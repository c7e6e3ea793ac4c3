"""Whom somebody blames who condemns a deed: whoever did it where the text tells, and never whom it befell.

Sentences of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

BLAMED = {
    "Kenya condemned the attack on Somalia.": [],
    "Norway denounced the killing of the Peruvian ambassador.": [],
    "Chile slammed the arrest of Bolivian activists.": [],
    "Spain condemned the sanctions on Cuba.": [],
    "Argentina called the invasion of Uruguay a crime.": [],
    "Jordan condemned the Cairo bombing.": [],
    "Rebels attacked Malawi on Monday. Zambia condemned the attack on Malawi.": [
        f"Zambia > Rebels | {NEWS} | happened"
    ],
    "Laos invaded Cambodia in May. Japan condemned the invasion of Cambodia.": [f"Japan > Laos | {NEWS} | happened"],
    "Laos invaded Cambodia in May. Japan condemned the invasion of Nepal.": [],
    "Slovakia blamed the attack on Ukraine.": [f"Slovakia > Ukraine | {NEWS} | happened"],
    "India filed a lawsuit against Nepal over the arrest of Indian fishermen.": [f"India > Nepal | {NEWS} | happened"],
    "Ghana condemned the invasion of Togo by Benin.": [f"Ghana > Benin | {NEWS} | happened"],
    "Ghana condemned the Beninese invasion of Togo.": [f"Ghana > Benin | {NEWS} | happened"],
    "Mali condemned attacks against the army of Niger carried out by Chad.": [f"Mali > Chad | {NEWS} | happened"],
    "Sweden criticised Eritrea over the attack on Ethiopia.": [f"Sweden > Eritrea | {NEWS} | happened"],
    # The same told by a noun.
    "Kenya's condemnation of the invasion of Ukraine came on Monday.": [],
    "Brazil's criticism of the bombing of Beirut was mild.": [],
    "Turkey's condemnation of the attack on Qatar by Israel came on Sunday.": [
        "Turkey > Israel | 2024-06-02 | happened"
    ],
    # A step or a measure is nothing that people told each other.
    "Gabriel Boric phoned Lula on Monday. Bolivia criticised the measure.": [],
    "Chile closed its border with Peru on Monday. Lula phoned Dina Boluarte. Bolivia criticised the move.": [
        f"Bolivia > Chile | {NEWS} | happened"
    ],
    # Who answers blow with blow calls the other's blow unjust, not his own.
    "Laos expelled Nepal's envoy. Nepal expelled the Laotian ambassador. Nepal called the expulsion unjustified.": [
        f"Nepal > Laos | {NEWS} | happened"
    ],
    "Chad bombed Gabon. Gabon bombed Chad. Gabon's army said the bombing was a crime.": [
        f"Army of Gabon > Chad | {NEWS} | happened"
    ],
    "Kenya expelled the Irish envoy. Ireland expelled the Kenyan envoy. Ireland condemned the expulsion.": [
        f"Ireland > Kenya | {NEWS} | happened"
    ],
}


@pytest.mark.parametrize(("text", "expected"), BLAMED.items())
def test_only_doers_are_blamed(text: str, expected: list[str]) -> None:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    assert [show(m).removeprefix("accuse: ") for m in found if m.type == "accuse"] == expected
