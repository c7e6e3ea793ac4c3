"""Text → who acts where others are counted: "among those who", "one of the states that", "the two neighbours".

Texts of our own, published on Wednesday 5 June 2024; dates and statuses are tested elsewhere.
"""

import pytest
from extract_samples import sides, told

AMONG = {
    "Ghana and Togo were among those opposing the resolution on Chad.": ["reject: Ghana, Togo > Chad"],
    "Ghana was among the countries that condemned Russia.": ["accuse: Ghana > Russia"],
    "Ghana was one of the countries that condemned Russia.": ["accuse: Ghana > Russia"],
    "Peru was among those who voted against Israel.": ["accuse: Peru > Israel"],
    "Norway is one of the states that have recognised Palestine.": ["support: Norway > Palestine"],
    "Lula was among the leaders who attended the summit in Lima.": [
        "attend: Luiz Inácio Lula da Silva > Lima summit",
    ],
    "Lula was among those invited to the summit in Lima by Peru.": ["visit: Luiz Inácio Lula da Silva > Peru"],
    "Ghana, which was among the states that recognised Kosovo, sent an envoy.": ["support: Ghana > Kosovo"],
    "Two Ghanaian soldiers were among those killed in the Russian attack.": ["attack: Russia > Ghana"],
    # Who is not counted among them did not do it.
    "Ghana was not among the countries that condemned Russia.": [],
}
PAIRS = {
    "Kenya and Uganda expelled Chad's envoys. Chad accused the two countries of arming rebels.": [
        "coerce: Kenya, Uganda > Chad",
        "accuse: Chad > Kenya, Uganda",
    ],
    "Kenya and Uganda expelled Chad's envoys. Chad accused the two regional powers of arming rebels.": [
        "coerce: Kenya, Uganda > Chad",
        "accuse: Chad > Kenya, Uganda",
    ],
    "Kenya and Uganda expelled Chad's envoys. Chad alleged that the two neighbours had fooled it.": [
        "coerce: Kenya, Uganda > Chad",
        "accuse: Chad > Kenya, Uganda",
    ],
    # A third who speaks is neither of the two.
    "Kenya and Uganda sent envoys. Chad's president alleged the two countries had been interfering in its courts.": [
        "accuse: Mahamat Déby > Kenya, Uganda",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*AMONG.items(), *PAIRS.items()])
def test_counted(text: str, expected: list[str]) -> None:
    assert [sides(m) for m in told(text)] == expected
