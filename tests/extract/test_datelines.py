"""Text → events told with "here", or by ministries whose country only the report's own place tells.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

DATELINES = {
    "LUSAKA, June 4 (ZANIS) -- Ghanaian President Nana Akufo-Addo arrived here on Tuesday for a state visit.": [
        "visit: Nana Akufo-Addo > Zambia @ Lusaka | 2024-06-04 | happened",
    ],
    "RABAT, June 4 (MAP) - Emmanuel Macron met with King Mohammed VI here on Monday.": [
        "meet: Emmanuel Macron > Mohammed VI @ Rabat | 2024-06-03 | happened",
        "visit: Emmanuel Macron > Morocco @ Rabat | 2024-06-03 | happened",
    ],
    "DHAKA: Indian Foreign Minister Subrahmanyam Jaishankar paid a visit here in March.": [
        "visit: Subrahmanyam Jaishankar > Bangladesh @ Dhaka | 2024-03 | happened",
    ],
    "HANOI, June 4 (VNA) -- Lao and Thai ministers signed an agreement here on Monday.": [
        "agree: Laos, Thailand @ Hanoi | 2024-06-03 | happened",
    ],
    # In somebody's own words, and without a place at the head of the report, "here" is anywhere.
    'HANOI, June 4 (VNA) -- "I came here to listen," Emmanuel Macron said in Accra.': [],
    "Emmanuel Macron arrived here on Tuesday.": [],
}

MINISTRIES = {
    "DHAKA, June 4 (BSS) -- Bangladesh protested on Monday. ¶ The Foreign Office accused India.": [
        "protest: Bangladesh | 2024-06-03 | happened",
        f"accuse: Ministry of Foreign Affairs of Bangladesh > India | {NEWS} | happened",
    ],
    "LONDON, June 4 (PA) -- Britain protested on Monday. ¶ The Foreign Office accused Iran.": [
        "protest: United Kingdom | 2024-06-03 | happened",
        f"accuse: Foreign and Commonwealth and Development Office > Iran | {NEWS} | happened",
    ],
    "KATHMANDU, June 4 (RSS) -- Nepal was alarmed. ¶ A foreign ministry spokeswoman urged India to withdraw.": [
        f"request: Ministry of Foreign Affairs of Nepal > India | {NEWS} | happened",
    ],
    "Kenya on Monday summoned the Ugandan deputy high commissioner.": [
        "accuse: Kenya > Uganda | 2024-06-03 | happened",
    ],
    "Kenya accused the Ugandan police commissioner.": [
        f"accuse: Kenya > Ugandan commissioner | {NEWS} | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), {**DATELINES, **MINISTRIES}.items())
def test_from(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)
