"""Text → what is said and meant: promises of two, messages that nobody writes, what is to be halted, secretaries.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

VOICED = {
    "Kenya and Somalia pledged commitment to deepen bilateral relations.": [
        f"agree: Kenya, Somalia | {NEWS} | happened",
    ],
    "Kenya and Somalia reaffirmed their readiness to boost trade.": [f"agree: Kenya, Somalia | {NEWS} | happened"],
    "Kenya and Chad vowed to fight piracy.": [f"agree: Kenya, Chad | {NEWS} | happened"],
    # One alone agrees with nobody.
    "Kenya reaffirmed its readiness to boost trade.": [],
    "Germany sent a strong message to Russia on Monday.": [],
    "Lula sent a message to Vladimir Putin on Monday.": [
        "call: Luiz Inácio Lula da Silva > Vladimir Putin | 2024-06-03 | happened",
    ],
    # What is to be halted is going on.
    "The plan is aimed at halting Chad's crackdown on protesters.": [
        f"coerce: Chad > Protesters | {NEWS} | happened",
    ],
    "Peru will call off the summit with Chile.": ["meet: Peru > Chile | cancelled"],
    "Chad alleged Libyan interference in its election.": ["coerce: Libya > Chad | unknown"],
}
SECRETARIES = {
    # In some countries a secretary heads the staff of a ministry, and is no minister.
    "The Indian Foreign Secretary will meet the Pakistani Foreign Secretary on Monday.": [
        "meet: Indian foreign secretary > Pakistani foreign secretary | 2024-06-10 | planned",
    ],
    "Indian Foreign Secretary Anil Desai arrived in Dhaka on Monday. India's foreign minister met Sheikh Hasina.": [
        "visit: Anil Desai > Bangladesh @ Dhaka | 2024-06-03 | happened",
        f"meet: Subrahmanyam Jaishankar > Sheikh Hasina | {NEWS} | happened",
    ],
    "The British Foreign Secretary met Catherine Colonna on Monday.": [
        "meet: David Cameron > Catherine Colonna | 2024-06-03 | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*VOICED.items(), *SECRETARIES.items()])
def test_voiced(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
