"""Sentence → who acts on whom: bodies and their people, both ways, attacks without a doer, words called forth.

Sentences of our own, published on Wednesday 5 June 2024; dates and statuses are tested elsewhere.
"""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document, EventMention

PARTIES = {
    # A body acts through its leaders, ministers and fighters.
    "ASEAN leaders condemned Myanmar's junta.": ["accuse: Association of Southeast Asian Nations > Myanmar"],
    "Hezbollah fighters shelled Haifa.": ["attack: Hezbollah > Israel"],
    "African Union ministers imposed sanctions on Gabon.": ["sanction: African Union > Gabon"],
    # Rebels and their government are two parties, a president and his country are one.
    "The Philippine government and the communist rebels signed a deal.": [
        "agree: Philippines, Communist rebels",
    ],
    "Talks between the Afghan government and the Taliban opened in Oslo.": ["meet: Afghanistan, Taliban"],
    "President Ruto and Kenya signed a deal.": [],
    # Each does it to the other.
    "Chad and Niger accused each other of lying.": ["accuse: Chad > Niger", "accuse: Niger > Chad"],
    "Laos and Cambodia expelled each other's diplomats.": ["coerce: Laos > Cambodia", "coerce: Cambodia > Laos"],
    "Peru and Ecuador imposed tariffs on one another.": ["sanction: Peru > Ecuador", "sanction: Ecuador > Peru"],
    # The first named of two acts.
    "The war between Iraq and Iran began in 1980.": ["attack: Iraq > Iran"],
    "Fighting broke out between Mali and Niger on Monday.": ["attack: Mali > Niger"],
    # Attacks that nobody is named for; not accidents.
    "A truck bomb killed 14 people in Mogadishu.": ["attack: Somalia"],
    "Two rockets exploded near the airport in Tripoli on Monday.": ["attack: Libya"],
    "Nine people were killed in a mortar attack on the Syrian town of Idlib.": ["attack: Syria"],
    "Six Malian soldiers were killed in clashes with Tuareg rebels.": ["attack: Tuareg rebels > Mali"],
    "A Turkish drone strike hit Erbil.": ["attack: Turkey > Iraq"],
    "A heart attack killed the minister in Lusaka.": [],
    "A gas blast killed ten people in Dhaka.": [],
    "A strike hit airports in Portugal.": [],
    # Who is called forth to speak, and against whom.
    "The Chilean move drew criticism from Bolivia.": ["accuse: Bolivia > Chile"],
    "Norway's decision drew condemnation from Israel.": ["accuse: Israel > Norway"],
    "Modi's speech provoked criticism from Nepal.": ["accuse: Nepal > Narendra Modi"],
    # Whom sanctions are aimed at.
    "Canada announced new sanctions targeting Haiti.": ["sanction: Canada > Haiti"],
    "Japan weighs a package of sanctions that would hit Myanmar's army.": ["sanction: Japan > Army of Myanmar"],
    "Britain approved sanctions aimed at Sudan.": ["sanction: United Kingdom > Sudan"],
    # States that act together.
    "Western countries accused Belarus of piracy.": ["accuse: Western countries > Belarus"],
    "The UN Security Council will meet on Friday.": ["meet: United Nations Security Council"],
    "The UN General Assembly met on Monday.": ["meet: United Nations General Assembly"],
    "ECOWAS said it would hold a summit in Abuja.": ["meet: Economic Community of West African States"],
    "The Arab League is to hold a summit in Cairo.": ["meet: Arab League"],
    "Interpol met on Monday.": [],
    "Ghana left ECOWAS. The bloc imposed sanctions on Mali.": [
        "sanction: Economic Community of West African States > Mali"
    ],
    "More than 30 nations condemned North Korea.": ["accuse: 30 nations > North Korea"],
    "Other countries condemned Cuba.": [],
    # One clause, several events.
    "Cyril Ramaphosa will visit Kenya, Ghana and Togo next month.": [
        "visit: Cyril Ramaphosa > Kenya",
        "visit: Cyril Ramaphosa > Ghana",
        "visit: Cyril Ramaphosa > Togo",
    ],
    "Justin Trudeau met Olaf Scholz in Berlin and Mark Rutte in The Hague.": [
        "meet: Justin Trudeau > Olaf Scholz",
        "meet: Justin Trudeau > Mark Rutte",
        "visit: Justin Trudeau > Germany",
        "visit: Justin Trudeau > Netherlands",
    ],
    "Anthony Albanese held separate meetings with President Joko Widodo and Foreign Minister Retno Marsudi.": [
        "meet: Anthony Albanese > Joko Widodo",
        "meet: Anthony Albanese > Retno Marsudi",
    ],
    "Eritrea and Ethiopia traded artillery fire on Sunday.": [
        "attack: Eritrea, Ethiopia > Eritrea, Ethiopia",
    ],
    # Where somebody is, speaks or meets, he has gone.
    "Senegal's Macky Sall was in Ankara on Monday for a summit.": ["visit: Macky Sall > Turkey"],
    "Narendra Modi held talks with Fumio Kishida in Tokyo.": [
        "meet: Narendra Modi > Fumio Kishida",
        "visit: Narendra Modi > Japan",
    ],
    "Speaking in Nairobi, Antony Blinken said talks would go on.": ["visit: Antony Blinken > Kenya"],
    "Fumio Kishida was in Tokyo on Monday.": [],
    "Julian Assange is in London.": [],
    # A parser's slips: a contact clause, a list that goes on after an infinitive, the network X.
    "It comes amid anger over a meeting Prime Minister Mark Rutte held with President Joko Widodo in Jakarta.": [
        "meet: Mark Rutte > Joko Widodo",
        "visit: Mark Rutte > Indonesia",
    ],
    "Rwanda ordered two Belgian diplomats to leave and closed the Belgian embassy.": [
        "coerce: Rwanda > Belgium",
        "coerce: Rwanda > Belgium",
    ],
    "The minister wrote so on X. Zambia condemned Malawi.": ["accuse: Zambia > Malawi"],
    # The members of one body meet each other; a named victim needs no doer; whose the police are stands behind them.
    "EU foreign ministers met in Luxembourg on Monday.": ["meet: European Union"],
    "Finance ministers from the G20 are meeting in Bali.": ["meet: Group of Twenty"],
    "Lebanon's former prime minister Rafik al-Hariri was assassinated in Beirut.": ["attack: Rafik Hariri"],
    "Police in Harare arrested Nelson Chamisa.": ["coerce: Zimbabwe > Nelson Chamisa"],
    "The Lebanese cabinet resigned.": ["appoint: Lebanese cabinet"],
    # "The move" is the news of the main clause, not what was said to be denied or long past.
    "Chad closed its embassy in Benin. Niger had rejected it, said Togo. Benin was angered by the move.": [
        "sanction: Chad > Benin",
        "reject: Niger",
        "accuse: Benin > Chad",
    ],
    "Modi met Fumio Kishida in Tokyo. A NATO summit opened in Oslo. Nepal condemned the visit.": [
        "meet: Narendra Modi > Fumio Kishida",
        "visit: Narendra Modi > Japan",
        "meet: NATO",
        "accuse: Nepal > Narendra Modi",
    ],
    # Who denies or refuses answers those who accused or asked.
    "Uganda accused Rwanda of lying. Rwanda denied it.": [
        "accuse: Uganda > Rwanda",
        "reject: Rwanda > Uganda",
    ],
    "Japan urged Palau to join. Palau's government refused.": ["request: Japan > Palau", "reject: Palau > Japan"],
    # Harm foretold, guilt and displeasure.
    "Egypt warned that Ethiopia would face retaliation.": ["threaten: Egypt > Ethiopia"],
    "The White House said Nicaragua will pay a price.": ["threaten: United States > Nicaragua"],
    "Zambia said Malawi was responsible for the raid.": ["accuse: Zambia > Malawi"],
    "Pakistan said India was behind the blast.": ["accuse: Pakistan > India"],
    "Bolivia was outraged by Chile's decision.": ["accuse: Bolivia > Chile"],
    "The Croatian foreign ministry said it was disappointed by Serbia's move.": [
        "accuse: Ministry of Foreign Affairs of Croatia > Serbia"
    ],
    "Lesotho said the country was open for business.": [],
    # What one is told to do, or must do first.
    "Turkey told Sweden to leave the strait.": ["request: Turkey > Sweden"],
    "Tunisia said it would return only if Libya apologised.": ["request: Tunisia > Libya"],
    "Merkel told parliament that Greece had made progress.": [],
    # "At" a country is an aim, "in" it a place.
    "Correa lashed out at Colombia.": [],
    "Ecuadorean President Rafael Correa lashed out at Colombia.": ["accuse: Rafael Correa > Colombia"],
    "Sadyr Japarov met Emomali Rahmon on the sidelines of the summit.": ["meet: Sadyr Japarov > Emomali Rahmon"],
}


def show(mention: EventMention) -> str:
    sides = (", ".join(a.label for a in side) for side in (mention.actors, mention.targets))
    joined = ", " if mention.type in ("agree",) else " > "
    return f"{mention.type}: {joined.join(filter(None, sides))}"


@pytest.mark.parametrize(("text", "expected"), PARTIES.items())
def test_parties(text: str, expected: list[str]) -> None:
    found = get("syntax").extract(Document(id="x", text=text, published=date(2024, 6, 5)))
    assert [show(m) for m in found if m.type != "say"] == expected
