"""Sentence → events: passives that keep an object, events between two, companions, clefts, what was done before.

Sentences of our own, published on Wednesday 5 June 2024. An expectation reads `type: actors > targets … | status`.
"""

import pytest
from extract_samples import PUBLISHED, show

from kg.extract import get
from kg.model import Document

EXTRACTOR = get("syntax")
EVENTS = {
    # The subject of a passive may be the receiver.
    "Turkey was denied entry to the bloc by Greece.": "reject: Greece > Turkey | happened",
    "Haiti was given aid by Brazil.": "aid: Brazil > Haiti | happened",
    "Ukraine was promised new tanks by Poland.": "agree: Poland > Ukraine | happened",
    "Haiti will be sent medicine by Cuba.": "aid: Cuba > Haiti | planned",
    "Laos was offered a loan by Japan.": "propose: Japan > Laos | happened",
    # A passive between two.
    "Relations between Algeria and Morocco were severed.": "sanction: Algeria, Morocco > Algeria, Morocco | happened",
    "Diplomatic ties between Chad and Israel have been restored.": "support: Chad, Israel > Chad, Israel | happened",
    "A ceasefire was agreed between Israel and Lebanon.": "agree: Israel, Lebanon | happened",
    "A truce has been reached between Armenia and Azerbaijan.": "agree: Armenia, Azerbaijan | happened",
    "Talks are under way between Serbia and Kosovo.": "meet: Serbia, Kosovo | happened",
    # Who does it with the subject.
    "Chile, along with Peru, condemned Cuba.": "accuse: Chile, Peru > Cuba | happened",
    "Chile, together with Peru and Brazil, recalled its ambassador from Cuba.": (
        "sanction: Chile, Peru, Brazil > Cuba | happened"
    ),
    # Who it was that did it.
    "It was Turkey that shot down the Syrian jet.": "attack: Turkey > Syria | happened",
    "It is Kenya which has sent troops to Somalia.": "mobilize: Kenya > Somalia | happened",
    # Done before what the main verb tells.
    "Having met Sisi, Macron flew to Beirut.": "meet: Emmanuel Macron > Abdel Fattah el-Sisi | happened",
    "Having visited Kigali, Lavrov met Museveni.": "visit: Sergey Lavrov > Rwanda @ Kigali | happened",
    "Brazil gave Haiti 20 tonnes of rice.": "aid: Brazil > Haiti | happened",
    "Putin placed a call to Modi.": "call: Vladimir Putin > Narendra Modi | happened",
}
NONE = {
    "Peru met with Chile along with its experts.": "meet: Peru, Chile, ",
    "It was Turkey that the Syrian jet attacked.": "attack: Turkey",
}


def _events(text: str) -> list[str]:
    mentions = EXTRACTOR.extract(Document(id="d", text=text, published=PUBLISHED))
    parts = [show(m).split(" | ") for m in mentions]
    return [f"{first} | {rest[-1]}" for first, *rest in parts]


@pytest.mark.parametrize("text", EVENTS)
def test_voices(text: str) -> None:
    assert EVENTS[text] in _events(text)


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_said(text: str) -> None:
    assert not any(event.startswith(NONE[text]) for event in _events(text))
