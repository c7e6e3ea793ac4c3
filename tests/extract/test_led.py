"""Text → deeds of who leads others, of counterparts in a row, and of what is near but not done.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

LED = {
    "A delegation led by Vice President Han Zheng arrived in Lima on Monday.": [
        "visit: Han Zheng > Peru @ Lima | 2024-06-03 | happened",
    ],
    "Special forces led by Colonel Assimi Goïta arrested President Ibrahim Boubacar Keïta on Monday.": [
        "coerce: Assimi Goïta > Ibrahim Boubacar Keïta | 2024-06-03 | happened",
    ],
    "A team headed by Antony Blinken met Narendra Modi on Monday.": [
        "meet: Antony Blinken > Narendra Modi | 2024-06-03 | happened",
    ],
    # Several counterparts are people, each of whom one speaks with.
    "Sergey Lavrov met his Indian and Turkish counterparts on Monday.": [
        "meet: Sergey Lavrov > Hakan Fidan, Subrahmanyam Jaishankar | 2024-06-03 | happened",
    ],
    "Sergey Lavrov held phone talks with his Indian and Turkish counterparts respectively on Monday.": [
        "call: Sergey Lavrov > Subrahmanyam Jaishankar | 2024-06-03 | happened",
        "call: Sergey Lavrov > Hakan Fidan | 2024-06-03 | happened",
    ],
    # What is near is not done, and who mediates does not meet for it.
    "Kenya and Somalia are close to signing a treaty.": ["agree: Kenya, Somalia | proposed"],
    "Chad and Sudan were close to finalising a deal.": ["agree: Chad, Sudan | proposed"],
    "The truce was reached with the mediation of Qatar and Egypt.": [],
    # Where a leader is when something happens.
    "Soldiers seized the palace while Prime Minister Robert Fico was in New York.": [
        f"visit: Robert Fico > United States @ New York | {NEWS} | happened",
    ],
    "Narendra Modi invited Emmanuel Macron to a farm in Gujarat.": [
        f"invite: Narendra Modi > Emmanuel Macron @ Gujarat | {NEWS} | happened",
        "visit: Emmanuel Macron > India @ Gujarat | proposed",
    ],
}


@pytest.mark.parametrize(("text", "expected"), LED.items())
def test_led(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)


def test_whose_troops_are_to_leave() -> None:
    asked = "The African Union demanded the withdrawal of Ethiopian troops from Somalia on Monday."
    assert list(map(show, told(asked))) == ["request: African Union > Ethiopia | 2024-06-03 | happened"]


def test_rivals_before_their_names() -> None:
    met = "South Sudanese rivals President Salva Kiir and rebel leader Riek Machar signed a truce in Juba on Monday."
    assert list(map(show, told(met))) == ["agree: Salva Kiir, Riek Machar @ Juba | 2024-06-03 | happened"]
