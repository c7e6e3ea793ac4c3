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
PAPERS = {
    # A paper of which the text has told speaks for those whose it is.
    "The UN General Assembly adopted a resolution on Monday. The resolution condemns Libya for its raid.": [
        "announce: United Nations General Assembly | 2024-06-03 | happened",
        f"accuse: United Nations General Assembly > Libya | {NEWS} | happened",
    ],
    "Chad and Libya signed a joint statement on Monday. The statement condemned Togo.": [
        "agree: Chad, Libya | 2024-06-03 | happened",
        f"accuse: Chad, Libya > Togo | {NEWS} | happened",
    ],
    "Chad vetoed the resolution. The resolution condemned Libya for its raid.": [f"reject: Chad | {NEWS} | happened"],
}
LEAVING = {
    "Lula left Peru on Monday after talks with Dina Boluarte.": [
        "visit: Luiz Inácio Lula da Silva > Peru | 2024-06-03 | happened",
        "meet: Luiz Inácio Lula da Silva > Dina Boluarte | 2024-06-02/2024-06-03 | happened",
    ],
    # At home nobody is a guest.
    "Joe Biden left Washington on Monday after talks with Lula.": [
        "meet: Joe Biden > Luiz Inácio Lula da Silva | 2024-06-02/2024-06-03 | happened",
    ],
}
CHARGES = {
    "Ghana cut ties with Chad on Monday over allegations that it supports rebels.": [
        "sanction: Ghana > Chad | 2024-06-03 | happened",
        "support: Chad > Rebels | unknown",
    ],
    "The US imposed sanctions on Rwanda over claims it backs rebels in Congo.": [
        f"sanction: United States > Rwanda | {NEWS} | happened",
        "support: Rwanda > Rebels @ Democratic Republic of the Congo | unknown",
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*VOICED.items(), *SECRETARIES.items(), *PAPERS.items(), *LEAVING.items(), *CHARGES.items()],
)
def test_voiced(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
