"""Text → people and bodies by the ways reports name them: ranks joined by a hyphen, double surnames, short names.

Texts of our own, published on Wednesday 5 June 2024; dates and statuses are tested elsewhere.
"""

import pytest
from extract_samples import sides, told

NAMED = {
    "Lt-Gen Jorge Prado met Maj-Gen Ali Kone of Ghana in Accra on Monday.": ["meet: Jorge Prado > Ali Kone"],
    "Thailand's army chief, Lt-Gen Somchai Rattana, met Gen. Sok Vanna of Cambodia.": [
        "meet: Somchai Rattana > Sok Vanna",
    ],
    # A double surname alone is that of whom the text has named in full.
    "Erik Hanssen-Moe arrived in Peru on Monday. Hanssen-Moe met Dina Boluarte in Lima.": [
        "visit: Erik Hanssen-Moe > Peru",
        "meet: Erik Hanssen-Moe > Dina Boluarte",
    ],
    # Three with their titles are three, whatever the parser takes the second for.
    "Tajik President Emomali Rahmon, Kyrgyz President Sadyr Japarov and Uzbek President Shavkat Mirziyoyev met.": [
        "meet: Emomali Rahmon, Sadyr Japarov, Shavkat Mirziyoyev",
    ],
    "UN assembly adopts resolution condemning Chad": [
        "announce: United Nations General Assembly",
        "accuse: United Nations General Assembly > Chad",
    ],
    "Pedro Sanchez held telephonic talks with Lula on Tuesday.": [
        "call: Pedro Sánchez > Luiz Inácio Lula da Silva",
    ],
    "Peru took Chile to the World Trade Organization over its tariffs on wine.": ["accuse: Peru > Chile"],
    "Chad imposed an economic blockade over Togo.": ["attack: Chad > Togo"],
}


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_named(text: str, expected: list[str]) -> None:
    assert [sides(m) for m in told(text)] == expected
