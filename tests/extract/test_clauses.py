"""Text → deeds by the clause that they belong to, and what was before them.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

PLURALS = {
    # "Has" goes on from who is one, past a clause about several.
    "Kenya denied reports that troops are massing and has condemned Uganda's plan.": [
        f"reject: Kenya | {NEWS} | happened",
        f"accuse: Kenya > Uganda | {NEWS} | happened",
    ],
    "Chad says rebels are hiding in Sudan and accuses it of lying.": [f"accuse: Chad > Sudan | {NEWS} | happened"],
    "Ghana said the talks were going well and has asked Togo to sign a treaty.": [
        f"request: Ghana > Togo | {NEWS} | happened"
    ],
    "Kenya says militants are hiding in Goma and have attacked Ugandan troops.": [
        f"attack: Militants > Uganda | {NEWS} | happened"
    ],
}
SINCE = {
    # What was done since something has it behind it, whatever is still ahead.
    "Joko Widodo and Anwar Ibrahim will meet for the first time since Widodo's visit to Malaysia in March.": [
        "meet: Joko Widodo, Anwar Ibrahim | planned",
        "visit: Joko Widodo > Malaysia | 2024-03 | happened",
    ],
    "Lula will speak for the first time since Lula's October re-election.": [
        "appoint: Luiz Inácio Lula da Silva | 2023-10 | happened"
    ],
}
OTHERS = {
    "Joko Widodo and Anwar Ibrahim spoke on Monday in a call that aides described as warm.": [
        "call: Joko Widodo, Anwar Ibrahim | 2024-06-03 | happened"
    ],
    "Narendra Modi flew to Colombo. Students protested against the Modi visit.": [
        f"visit: Narendra Modi > Sri Lanka @ Colombo | {NEWS} | happened",
        f"protest: Students > Narendra Modi | {NEWS} | happened",
    ],
    "Peru ditched a treaty with Chile on Monday.": ["sanction: Peru > Chile | 2024-06-03 | happened"],
    "The White House postponed tariffs on Kenyan goods on Monday.": [
        "retreat: United States > Kenya | 2024-06-03 | happened"
    ],
    "The White House announced a pause in tariffs on Kenyan goods.": ["retreat: United States > Kenya | planned"],
}


@pytest.mark.parametrize(("text", "expected"), [*PLURALS.items(), *SINCE.items(), *OTHERS.items()])
def test_clauses(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
