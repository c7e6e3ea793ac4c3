"""Sentence → events, third table: constructions that hand-coded event data have and plain subject-verb-object has not.

Sentences of our own, published on Wednesday 5 June 2024. An expectation reads `type: actors > targets`.
"""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document

EXTRACTOR = get("syntax")
EVENTS = {
    # Who says "it" of himself acts.
    "Eritrea says it is prepared to withdraw its soldiers from Djibouti.": "retreat: Eritrea > Djibouti",
    "The Ugandan army said it captured 14 rebels.": "coerce: Army of Uganda > Rebels",
    "Malaysia said it was ready to release the Philippine sailors.": "retreat: Malaysia > Philippine sailors",
    # Refusing what another wants.
    "Latvia will not lift its sanctions on Belarus.": "reject: Latvia > Belarus",
    "Croatia said it cannot accept any more refugees from Bosnia.": "reject: Croatia > Bosnian refugees",
    "Mali would not release the Ivorian soldiers.": "reject: Mali > Ivory Coast",
    # What stands after "on" is meant before the owner of the sanctions.
    "Namibia lifted its boycott of Angola.": "retreat: Namibia > Angola",
    "Barack Obama lifted the US embargo on Vietnam.": "retreat: Barack Obama > Vietnam",
    # What several do with nobody else they do to each other.
    "Chad and Niger have renewed diplomatic ties after nine years.": "support: Chad, Niger > Chad, Niger",
    "Tonga and Fiji severed relations on Monday.": "sanction: Tonga, Fiji > Tonga, Fiji",
    # Whom the complements of an object name in their turn.
    "Kenya welcomed the resumption of diplomatic ties with Somalia.": "support: Kenya > Somalia",
    "Norway welcomed the truce between Ethiopia and Eritrea.": "support: Norway > Ethiopia, Eritrea",
    # Another's troops or people outrank those without a name.
    "Peru has offered to send soldiers to Bolivia.": "propose: Peru > Bolivia",
    "Nigeria refused to send peacekeepers to Chad.": "reject: Nigeria > Chad",
    # Demands.
    "Nepal declared that India must open the border.": "request: Nepal > India",
    # Adjectives that hang on a compound.
    "The Houthis rejected a Yemeni government offer of talks.": "reject: Houthis > Yemen",
    # Acts on a territory.
    "Peru lifted the curfew in Arequipa.": "retreat: Peru > Arequipa",
    "Mali declared a state of emergency.": "coerce: Mali > ",
    "Uganda deployed troops to Congo amid tensions with Rwanda.": "mobilize: Uganda > Democratic Republic of the Congo",
    "Serbia massed tanks on the border with Kosovo.": "mobilize: Serbia > Kosovo",
    "Kenyan soldiers remained on alert in Somalia.": "mobilize: Kenya > Somalia",
    "Angola agreed to a ceasefire in Congo.": "agree: Angola > Democratic Republic of the Congo",
    # People without a name count for where they are.
    "Denmark gave emergency food to flood victims in Pakistan.": "aid: Denmark > Pakistan",
    "Boko Haram fighters killed nine shepherds in Niger.": "attack: Boko Haram > Niger",
    # A protest is against those whom its purpose names.
    "Thousands of Nepalis marched in Kathmandu to demand the resignation of Prime Minister Oli.": (
        "protest: Nepalis > K. P. Sharma Oli"
    ),
    # Who did what is looked into.
    "Bolivia opened an inquiry into abuses committed by Chilean soldiers.": "accuse: Bolivia > Chile",
    "Uruguay suspended aid shipments to Haiti.": "sanction: Uruguay > Haiti",
    "Italy returned three stolen statues to Libya.": "retreat: Italy > Libya",
    "Rebels abducted up to 20 Kenyan teachers.": "attack: Rebels > Kenyan teachers",
    # Groups that live somewhere.
    "Lawmakers in Kenya and Uganda criticised Somalia.": "accuse: Lawmakers in Kenya, Lawmakers in Uganda > Somalia",
}
NONE = {
    "Chad said it was important to leave.": "retreat",
    "Zambia has not lifted its sanctions on Malawi.": "reject",
}


def _events(text: str) -> list[str]:
    found = EXTRACTOR.extract(Document(id="d", text=text, published=date(2024, 6, 5)))
    sides = ((m.type, ", ".join(a.label for a in m.actors), ", ".join(t.label for t in m.targets)) for m in found)
    return [f"{kind}: {actors} > {targets}" for kind, actors, targets in sides]


@pytest.mark.parametrize("text", EVENTS)
def test_constructions(text: str) -> None:
    assert EVENTS[text] in _events(text)


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_said(text: str) -> None:
    assert not any(event.startswith(f"{NONE[text]}:") for event in _events(text))
