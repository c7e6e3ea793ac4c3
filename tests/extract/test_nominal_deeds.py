"""Text → deeds that a noun or a bare passive tells: tests of weapons, rulers overthrown, papers between states.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

DEEDS = {
    "The African Union condemned India's third nuclear test.": [
        f"accuse: African Union > India | {NEWS} | happened",
        "mobilize: India | happened",
    ],
    "Pakistan's second missile test in May 2009 drew criticism.": ["mobilize: Pakistan | 2009-05 | happened"],
    "The row began days after Iran's rocket launch.": ["mobilize: Iran | 2024-05-28/2024-06-04 | happened"],
    "The nuclear test ban has been in force in Chad for years.": [],
    "Roch Marc Christian Kaboré was overthrown in January 2022.": [
        "coerce: Roch Marc Christian Kaboré | 2022-01 | happened",
    ],
    "Ministers signed an agreement between Kenya, Uganda and Rwanda on Monday.": [
        "agree: Kenya, Uganda, Rwanda | 2024-06-03 | happened",
    ],
    # Who was among the first to do it did it.
    "Oman was also the third Gulf state to sign a free-trade agreement with Singapore.": [
        "agree: Oman > Singapore | happened",
    ],
    "Kenya was the second country to recognise Kosovo.": ["support: Kenya > Kosovo | happened"],
    # What was agreed before has not come to nothing by that.
    "Kenya had already agreed to observe the ceasefire with Somalia.": [
        "agree: Kenya > Somalia | happened",
        "retreat: Kenya > Somalia | planned",
    ],
    "Kenya had planned to observe the ceasefire with Somalia.": ["retreat: Kenya > Somalia | cancelled"],
    "Three civilians were killed in unprovoked firing by Eritrea on Monday.": [
        "attack: Eritrea > Civilians | 2024-06-03 | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), DEEDS.items())
def test_deed(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)
