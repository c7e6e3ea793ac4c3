"""Text → dates: of journeys that ended on a day, of the deed behind "and on Friday", of what came after talks.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

ENDED = {
    "Macron's two-day visit to Ghana, which ended on Monday, angered Togo.": [
        "visit: Emmanuel Macron > Ghana | 2024-06-02/2024-06-03 | happened",
    ],
    "The announcement came after a two-day visit to Ghana by Macron that ended on Monday.": [
        "visit: Emmanuel Macron > Ghana | 2024-06-02/2024-06-03 | happened",
    ],
    # When a war or a ban was over is not its day.
    "The war between Chad and Libya, which ended in 1987, killed thousands.": ["attack: Chad > Libya | happened"],
}
JOINED = {
    "Ghana closed the border and on Tuesday, keeping its word, Mahama met Faure Gnassingbé.": [
        "meet: John Mahama > Faure Gnassingbé | 2024-06-04 | happened",
    ],
    "China sells arms to Ghana and on Friday, keeping its promise, Xi Jinping signed a deal with Togo.": [
        f"cooperate: China > Ghana | {NEWS} | happened",
        "agree: Xi Jinping > Togo | 2024-05-31 | happened",
    ],
    "Macron visited Togo on Monday and Tuesday.": [
        "visit: Emmanuel Macron > Togo | 2024-06-03/2024-06-04 | happened",
    ],
}
CAME = {
    # Whose journey or words came after a meeting was there.
    "Macron's trip came after a meeting on Tuesday with Gustavo Petro in Lima.": [
        "meet: Emmanuel Macron > Gustavo Petro @ Lima | 2024-06-04 | happened",
    ],
    "Macron's trip came after meeting Gustavo Petro in Lima on Tuesday.": [
        "meet: Emmanuel Macron > Gustavo Petro @ Lima | 2024-06-04 | happened",
    ],
}
CLAIMED = {
    "Ghana and Togo cut ties with Chad on Monday over claims N'Djamena supports rebels.": [
        "sanction: Ghana, Togo > Chad | 2024-06-03 | happened",
        "support: Chad > Rebels | unknown",
    ],
    "The UN is investigating claims that Rwanda sent troops to Congo.": [
        f"accuse: United Nations > Rwanda | {NEWS} | ongoing",
    ],
    "Rwanda rejected claims it sent troops to Congo.": [
        f"reject: Rwanda | {NEWS} | happened",
        "mobilize: Rwanda > Democratic Republic of the Congo | denied",
    ],
    # What is somebody's move has been made.
    "Germany's move to cut ties with Chad drew anger in Accra.": ["sanction: Germany > Chad | happened"],
    "Kenya announced a move to cut ties with Chad.": ["sanction: Kenya > Chad | planned"],
}


@pytest.mark.parametrize(("text", "expected"), [*ENDED.items(), *JOINED.items(), *CAME.items(), *CLAIMED.items()])
def test_timed(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected


def test_a_recalled_envoy_is_nothing_that_is_said() -> None:
    recalled = "Chad recalled its envoy in August, 2011 when Togolese soldiers killed five Chadian policemen."
    assert [m.attributed_to for m in told(recalled)] == [None]
