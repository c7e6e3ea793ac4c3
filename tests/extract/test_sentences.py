"""Sentence → events: a table of sentences of our own, published on Wednesday 5 June 2024.

An expectation reads `type: actors > targets @ place | date | status`; what a sentence does not say is left out.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

ACTIVE = {
    "Brazil and Chile signed a trade agreement on Tuesday.": ["agree: Brazil, Chile | 2024-06-04 | happened"],
    "Kenya accused Somalia of arming militants.": [
        f"accuse: Kenya > Somalia | {NEWS} | happened",
    ],
    "Mexico thanked Cuba for sending doctors.": [f"support: Mexico > Cuba | {NEWS} | happened"],
    "Canada expelled two Chinese diplomats on Monday.": ["coerce: Canada > China | 2024-06-03 | happened"],
    "The United States imposed sanctions on Iran.": [f"sanction: United States > Iran | {NEWS} | happened"],
    "The United States lifted sanctions on Iran in January 2016.": [
        "retreat: United States > Iran | 2016-01 | happened"
    ],
    "Iran launched an attack on Israel on the night of April 13, 2024.": [
        "attack: Iran > Israel | 2024-04-13 | happened"
    ],
    "Thai troops clashed with Cambodian soldiers near the temple on Friday.": [
        "attack: Thailand > Cambodia | 2024-05-31 | happened"
    ],
}
PASSIVE = {
    "Egypt was invaded by Israel in 1956.": ["attack: Israel > Egypt | 1956 | happened"],
    "Israel's invasion of Lebanon in 1982 was condemned by France.": [
        "attack: Israel > Lebanon | 1982 | happened",
        "accuse: France > Israel | happened",
    ],
    "The visit by Foreign Minister Wang Yi to Australia was postponed.": ["visit: Wang Yi > Australia | cancelled"],
}
NOMINAL = {
    "Modi paid a visit to Nepal in May 2022.": ["visit: Narendra Modi > Nepal | 2022-05 | happened"],
    "Talks between Pakistan and India collapsed on Sunday.": ["meet: Pakistan, India | 2024-06-02 | happened"],
    "Russian President Vladimir Putin and his Turkish counterpart Recep Tayyip Erdogan held talks in Sochi in May.": [
        "meet: Vladimir Putin, Recep Tayyip Erdoğan @ Sochi | 2024-05 | happened",
        "visit: Recep Tayyip Erdoğan > Russia @ Sochi | 2024-05 | happened",
    ],
    "Modi cancelled a planned visit to Bangladesh.": ["visit: Narendra Modi > Bangladesh | cancelled"],
    "Blinken postponed his trip to Beijing after the balloon was spotted.": [
        "visit: Antony Blinken > China @ Beijing | cancelled"
    ],
}
CLAUSES = {
    "Macron, who visited Beijing in April, praised Xi Jinping.": [
        "visit: Emmanuel Macron > China @ Beijing | 2024-04 | happened",
        f"support: Emmanuel Macron > Xi Jinping | {NEWS} | happened",
    ],
    "India invited Kishida to visit New Delhi.": [
        f"invite: India > Fumio Kishida | {NEWS} | happened",
        "visit: Fumio Kishida > India @ New Delhi | proposed",
    ],
    "India invited Kishida to New Delhi next month.": [
        f"invite: India > Fumio Kishida | {NEWS} | happened",
        "visit: Fumio Kishida > India @ New Delhi | 2024-07 | proposed",
    ],
    "North Korean leader Kim Jong Un arrived in Vladivostok on Tuesday to meet Putin.": [
        "visit: Kim Jong Un > Russia @ Vladivostok | 2024-06-04 | happened",
        "meet: Kim Jong Un > Vladimir Putin @ Vladivostok | 2024-06-04 | planned",
    ],
    "The European Union and the United Kingdom agreed to resume negotiations.": [
        f"agree: European Union, United Kingdom | {NEWS} | happened",
        "meet: European Union, United Kingdom | planned",
    ],
}
STATUS = {
    "Pedro Sanchez is due in Paris on 20 July.": ["visit: Pedro Sánchez > France @ Paris | 2024-07-20 | planned"],
    "Pedro Sanchez is expected in Rabat on 5 and 6 July.": [
        "visit: Pedro Sánchez > Morocco @ Rabat | 2024-07-05/2024-07-06 | planned"
    ],
    "The report is due in Paris in July.": [],
    "France has neither signed nor ratified a treaty with Mali.": ["agree: France > Mali | denied"],
    "Japanese Prime Minister Fumio Kishida will visit India next week.": [
        "visit: Fumio Kishida > India | 2024-06-10/2024-06-16 | planned"
    ],
    "Kishida is expected to host German Chancellor Olaf Scholz in Tokyo.": [
        "host: Fumio Kishida > Olaf Scholz @ Tokyo | planned"
    ],
    "Biden would have met Putin in Geneva.": ["meet: Joe Biden > Vladimir Putin @ Geneva | cancelled"],
    "Germany did not supply tanks to Ukraine.": ["aid: Germany > Ukraine | denied"],
    "If Xi visits Tokyo, Japan will cancel the sanctions on China.": [
        "visit: Xi Jinping > Japan @ Tokyo | proposed",
        "retreat: Japan > China | planned",
    ],
    "Did China and India sign a treaty?": ["agree: China, India | unknown"],
}
HEADLINES = {
    "Blinken to visit Beijing in early July": [
        "visit: Antony Blinken > China @ Beijing | 2024-07-01/2024-07-10 | planned"
    ],
    "Xi to visit Moscow next month": ["visit: Xi Jinping > Russia @ Moscow | 2024-07 | planned"],
    "Putin, Xi hold talks in Samarkand": [f"meet: Vladimir Putin, Xi Jinping @ Samarkand | {NEWS} | happened"],
}


def events(text: str) -> list[str]:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    return [show(m) for m in found if m.type != "say"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pair for table in (ACTIVE, PASSIVE, NOMINAL, CLAUSES, STATUS, HEADLINES) for pair in table.items()],
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Kishida may visit India soon, the Japanese foreign ministry said.", "Ministry of Foreign Affairs of Japan"),
        ("According to Reuters, Saudi Arabia executed three Yemeni men.", "Reuters"),
        ("South Korea said North Korea fired two ballistic missiles into the sea on Wednesday.", "South Korea"),
        ("Brazil and Chile signed a treaty.", None),
    ],
)
def test_attribution(sentence: str, speaker: str | None) -> None:
    (mention,) = [
        m for m in get("syntax").extract(Document(id="x", text=sentence, published=PUBLISHED)) if m.type != "say"
    ]
    assert mention.attributed_to == speaker


def test_a_mention_points_at_its_words() -> None:
    text = "Oslo, 4 June.\n\nBrazil and\u00a0Chile  signed a trade agreement on Tuesday."
    (mention,) = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    assert text[mention.trigger.start : mention.trigger.end] == "signed"
    assert text[mention.sentence.start : mention.sentence.end].startswith("Brazil")
    assert [text[a.start : a.end] for a in mention.actors] == ["Brazil", "Chile"]


def test_without_a_day_of_publication_relative_dates_stay_open() -> None:
    (mention,) = get("syntax").extract(Document(id="x", text="Brazil and Chile signed a treaty on Tuesday."))
    assert mention.date is None


def test_later_codes_of_a_plan() -> None:
    (planned,) = get("syntax").extract(Document(id="x", text="Brazil and Chile will meet in May.", published=PUBLISHED))
    (happened,) = get("syntax").extract(Document(id="x", text="Brazil and Chile met in May.", published=PUBLISHED))
    assert ((planned.plover, planned.cameo), happened.plover) == (("AGREE", "036"), "CONSULT")
