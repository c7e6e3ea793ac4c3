"""Text → envoys by where they are sent, and governments by whose they are.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

SENT = {
    "The Peruvian ambassador to Chile was summoned on Monday.": ["accuse: Chile > Peru | 2024-06-03 | happened"],
    "Kenya's envoy to Kampala was summoned on Monday.": ["accuse: Uganda > Kenya | 2024-06-03 | happened"],
    "Chad summoned the Malian ambassador to Chad.": [f"accuse: Chad > Mali | {NEWS} | happened"],
    "Kenya's ambassador to Uganda was recalled on Monday.": ["sanction: Kenya > Uganda | 2024-06-03 | happened"],
    "Ghana recalled the Ghanaian ambassador to Togo.": [f"sanction: Ghana > Togo | {NEWS} | happened"],
    "Chad thanked the Danish ambassador to Mali.": [f"support: Chad > Denmark | {NEWS} | happened"],
    # The envoy of one's own country tells on whom it is only by where he is.
    "Gustavo Petro withdrew Colombia's ambassador from Lima on Monday.": [
        "sanction: Gustavo Petro > Peru | 2024-06-03 | happened"
    ],
    "Gustavo Petro withdrew his country's ambassador from Lima for consultations.": [
        f"sanction: Gustavo Petro > Peru | {NEWS} | happened"
    ],
}
GOVERNMENTS = {
    "Chad accused the government of President William Ruto of arming rebels.": [
        f"accuse: Chad > Kenya | {NEWS} | happened"
    ],
    "Denmark criticised the government of Viktor Orbán on Monday.": [
        "accuse: Denmark > Hungary | 2024-06-03 | happened"
    ],
    "The government of President Gustavo Petro recalled its ambassador to Peru on Monday.": [
        "sanction: Colombia > Peru | 2024-06-03 | happened"
    ],
    # Who is named so is known afterwards.
    "Denmark recognised the government of President William Ruto. Ruto met Joko Widodo on Monday.": [
        f"support: Denmark > Kenya | {NEWS} | happened",
        "meet: William Ruto > Joko Widodo | 2024-06-03 | happened",
    ],
}
SANCTIONS = {
    "The European Union agreed to sanction Chad.": ["sanction: European Union > Chad | planned"],
    "Canada is set to sanction Chad this week.": ["sanction: Canada > Chad | 2024-06-03/2024-06-09 | planned"],
    "Nordic ministers agreed on Monday to sanction President William Ruto.": [
        "agree: Nordic ministers | 2024-06-03 | happened",
        "sanction: Nordic ministers > William Ruto | planned",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*SENT.items(), *GOVERNMENTS.items(), *SANCTIONS.items()])
def test_envoys(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
