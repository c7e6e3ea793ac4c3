"""Sentence → events, fifth table: who acts and who is meant where their name is only part of the phrase.

Sentences of our own, published on Wednesday 5 June 2024. An expectation reads `type: actors > targets`.
"""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document

EXTRACTOR = get("syntax")
EVENTS = {
    # The body that a noun behind its name acts for.
    "The African Union board approved a loan for road works in Malawi.": "aid: African Union > Malawi",
    "Arab League members rejected Kenya's draft resolution on the river.": "reject: Arab League > Kenya",
    "The Hezbollah leadership denounced Cyprus.": "accuse: Hezbollah > Cyprus",
    # Whose the complements of an object are.
    "Mongolia refused to accept a request from the Kazakh rail industry.": "reject: Mongolia > Kazakhstan",
    "Peru rejected any military answer to the Bolivian crisis.": "reject: Peru > Bolivia",
    "Thousands held protests against Turkish policies in Ankara.": "protest: Thousands > Turkey",
    "Norway reaffirmed its support for Moldova's bid.": "support: Norway > Moldova",
    # What a hyphen ties to whose it is.
    "Japan imposed sanctions on a Malta-based firm.": "sanction: Japan > Malta",
    "Yemen refused to commit to any aid for the Saudi-led campaign.": "reject: Yemen > Saudi Arabia",
    # Whom a noun's clauses aim at.
    "Canada has imposed sanctions intended to push out Daniel Ortega.": "sanction: Canada > Daniel Ortega",
    "Police in Nairobi opened an investigation into claims of theft made against Uhuru Kenyatta.": (
        "accuse: Kenya > Uhuru Kenyatta"
    ),
    # Places that belong to no state.
    "Iran is willing to withdraw its troops from Kashmir.": "retreat: Iran > Kashmir",
    "William Ruto cancelled a trip to the Middle East.": "visit: William Ruto > Middle East",
    # Crowds whose verb the parser takes for a participle.
    "Hundreds of miners protested in Lima against Pedro Castillo.": "protest: Miners > Pedro Castillo",
    "Dozens of nurses rallied outside parliament against the Zambian government.": "protest: Nurses > Zambia",
    # Against whom a purpose tells that a protest is.
    "Lebanese activists began a hunger strike to protest a tax imposed by Najib Mikati.": (
        "protest: Lebanese activists > Najib Mikati"
    ),
    "Nurses stopped work in protest of the Zambian government's decision.": "protest: Nurses > Zambia",
    "Herders blocked a road to show their anger at Chad.": "protest: Herders > Chad",
    # Bodies of which the text tells no more.
    "A court freed Rached Ghannouchi.": "retreat: Court > Rached Ghannouchi",
    "The Supreme Court rejected an appeal by Raila Odinga.": "reject: Supreme court > Raila Odinga",
    "Authorities detained Raila Odinga.": "coerce: Authorities > Raila Odinga",
    "Security forces arrested Raila Odinga.": "coerce: Security forces > Raila Odinga",
    "Rebel forces attacked Ndjamena in Chad.": "attack: Rebel forces > Chad",
    "A rights group accused Laos of torture.": "accuse: Rights group > Laos",
    "Mali rejected demands from a militant group.": "reject: Mali > Militant group",
    # What is complained of is blamed, not who hears it.
    "Sudan complained to the Security Council about Chadian air raids.": "accuse: Sudan > Chad",
    "Guyana complained to the United Nations about Venezuela.": "accuse: Guyana > Venezuela",
    # Participles that tell what somebody does himself.
    "Peru is opposed to Chilean mediation in the dispute.": "reject: Peru > Chile",
    # What money is given for.
    "The EU is mobilising funds to support peace building in Chad.": "aid: European Union > Chad",
    "FARC dissidents agreed to a truce with Colombia.": "agree: FARC dissidents > Colombia",
    "Turkish police prevented a rally by Kurdish students.": "coerce: Police of Turkey > Kurdish students",
    "Chad imposed a siege in Darfur.": "attack: Chad > Sudan",
    "Kenya sent 400 police officers to Haiti.": "mobilize: Kenya > Haiti",
    "France returned the stolen bell to Benin.": "retreat: France > Benin",
    # With whom it will be done.
    "Hakainde Hichilema agreed to form a joint cabinet with Edgar Lungu.": "agree: Hakainde Hichilema > Edgar Lungu",
    "William Ruto signed an agreement to promote trade and travel with Jamaica.": "agree: William Ruto > Jamaica",
    "A pact between Chad and Mali was signed.": "agree: Chad, Mali > ",
    # Demands told again, contacts shunned.
    "Kenya reiterated its demand to Somalia for talks.": "request: Kenya > Somalia",
    "Togo said it would boycott all contact with Benin.": "sanction: Togo > Benin",
    "Brazil announced a suspension of air links with Paraguay.": "sanction: Brazil > Paraguay",
    "The NATO commander confirmed NATO's support for Georgia's struggle.": "support: NATO > Georgia",
    # What a place is.
    "The Malian army shelled a market in the port of Berbera.": "attack: Army of Mali > Somalia",
}
NONE = {
    "Mali advanced a plan for talks on Chad.": "attack",
    "France is fighting terrorism in Mali.": "attack",
    "Turkish crews battled a wildfire in Greece.": "attack",
    "Zambia promised to help fight the cholera outbreak in Malawi.": "attack",
}


def _events(text: str) -> list[str]:
    found = EXTRACTOR.extract(Document(id="d", text=text, published=date(2024, 6, 5)))
    sides = ((m.type, ", ".join(a.label for a in m.actors), ", ".join(t.label for t in m.targets)) for m in found)
    return [f"{kind}: {actors} > {targets}" for kind, actors, targets in sides]


@pytest.mark.parametrize("text", EVENTS)
def test_named_in_part(text: str) -> None:
    assert EVENTS[text] in _events(text)


@pytest.mark.parametrize("text", NONE)
def test_nobody_is_attacked(text: str) -> None:
    assert not any(event.startswith(f"{NONE[text]}:") for event in _events(text))
