"""Sentence → events: who of several acts, whom a noun's own words name, and against whom a rally is.

Sentences of our own, published on Wednesday 5 June 2024. An expectation reads `type: actors > targets`.
"""

import pytest
from extract_samples import PUBLISHED, show

from kg.extract import get
from kg.model import Document

EXTRACTOR = get("syntax")
EVENTS = {
    # The next of a list, which the parser may take for an apposition.
    "Mali, the Gambia, Chad and Niger severed relations with Togo.": "sanction: Mali, Gambia, Chad, Niger > Togo",
    "Brazil, the stubborn Argentina and Peru condemned Chile.": "accuse: Brazil, Argentina, Peru > Chile",
    "Latvia, the Netherlands and Denmark praised Moldova.": "support: Latvia, Netherlands, Denmark > Moldova",
    "Iran, Syria's main backer, condemned the Israeli strike.": "accuse: Iran > Israel",
    # What is said of both hangs on the first.
    "Judges and lawmakers in Kenya criticised Somalia.": "accuse: Judges in Kenya, Lawmakers in Kenya > Somalia",
    # What their infinitive names.
    "Oman regretted Cuba's refusal to talk to Colombian leader Gustavo Petro.": "reject: Cuba > Gustavo Petro",
    "Iran's refusal to negotiate with Qatar worried Oman.": "reject: Iran > Qatar",
    "Mali's refusal to admit observers from Benin has angered Togo.": "reject: Mali > Observers from Benin",
    # Against whom it is.
    "Students held anti-French protests in Bamako.": "protest: Students > France",
    "Thousands joined an anti-Japanese rally in Seoul.": "protest: Thousands > Japan",
    "Workers staged an anti-US demonstration in Baghdad.": "protest: Workers > United States",
    # What a count is of.
    "Peru signed a series of agreements with Chile.": "agree: Peru > Chile",
    "Kenya and Uganda adopted a set of resolutions with Rwanda.": "agree: Kenya, Uganda > Rwanda",
    # What somebody sent is not a guest.
    "Denmark welcomed letters sent by Iceland.": "support: Denmark > Iceland",
    "Kenya and Somalia have upgraded their relations.": "support: Kenya, Somalia > Kenya, Somalia",
    # Told by who receives it.
    "Togo has received food aid from Benin.": "aid: Benin > Togo",
    "Malawi obtained credits from China.": "aid: China > Malawi",
    "Moldova got new helicopters from Poland.": "aid: Poland > Moldova",
    "Lebanon will accept a loan from Qatar.": "aid: Qatar > Lebanon",
    "Ghana borrowed three billion dollars from China.": "aid: China > Ghana",
    "Two Cuban doctors received asylum from Spain.": "aid: Spain > Cuban doctors",
    "Kosovo won recognition from Samoa.": "support: Samoa > Kosovo",
    "Armenia came under attack from Azerbaijan.": "attack: Azerbaijan > Armenia",
    "Hungary came under criticism from Sweden over the law.": "accuse: Sweden > Hungary",
    # Two that clash, by arms or in words.
    "Egyptian and Sudanese troops clashed.": "attack: Egypt, Sudan > Egypt, Sudan",
    "Paris and Rome clashed over migration.": "accuse: Italy > France",
    "Viktor Orban clashed with Brussels over migration.": "accuse: Viktor Orbán > European Union",
    # Soldiers at a border, and roads that lead there.
    "Troops from Sudan marched very close to the border with Chad.": "mobilize: Sudan > Chad",
    "Indian troops massed along the border with Nepal.": "mobilize: India > Nepal",
    "North Korea fired artillery shells near South Korea's islands.": "mobilize: North Korea > South Korea",
    "Soldiers from Sudan sealed off the roads leading into Chad.": "protest: Sudan > Chad",
    # An appeal for peace somewhere.
    "Pope Francis has appealed for peace in Sudan.": "request: Pope Francis > Sudan",
    "Kenya urged restraint in Ethiopia.": "request: Kenya > Ethiopia",
    "Ireland pleaded for an end to the fighting in Yemen.": "request: Ireland > Yemen",
    # What is waged is no announcement.
    "Saudi Arabia began a bombing campaign in Yemen.": "attack: Saudi Arabia > Yemen",
    "Hungary has given up its ties with Slovakia.": "sanction: Hungary > Slovakia",
    # Under whose rule it is done.
    "Germany criticised the closure of schools in Turkey.": "accuse: Germany > Turkey",
    "Canada condemned the crackdown in Belarus.": "accuse: Canada > Belarus",
    "Sweden criticised the arrest of journalists in Egypt.": "accuse: Sweden > Egypt",
    "The EU condemned human rights violations in Nicaragua.": "accuse: European Union > Nicaragua",
    "Chile rejected the disputed vote in Venezuela.": "reject: Chile > Venezuela",
    "Portugal hailed the reforms in Angola.": "support: Portugal > Angola",
    # Who held somebody lets him go.
    "Two Polish journalists were freed from Belarus.": "retreat: Belarus > Polish journalists",
    "A Swedish diplomat was released from prison in Iran.": "retreat: Iran > Sweden",
    # What is near has not been made.
    "Cuba is close to a deal with Spain.": "agree: Cuba > Spain",
    "Serbia moved closer to an accord with Kosovo.": "agree: Serbia > Kosovo",
    "Ghana and Togo are nearing an agreement.": "agree: Ghana, Togo",
    # With whom a paper is signed, its infinitive may tell.
    "Chile signed an accord to supply Haiti with wheat.": "agree: Chile > Haiti",
    "Iran signed a contract to buy tanks from Russia.": "agree: Iran > Russia",
    "Kenyan soldiers have cordoned off the roads leading into Somalia.": "protest: Kenya > Somalia",
    # A clause without a comma is not a name's.
    "A Malian fighter tied to Al-Qaeda who attacked Nigerien soldiers was arrested.": "attack: Mali > Niger",
}
NONE = {
    "Kenya and the government of Uganda warned their populations about Sudan.": "threaten: Kenya > ",
    "Thousands joined an anti-Chinese rally in Hanoi.": "protest: China",
    "Italy condemned the bombing in Sudan.": "accuse: Italy > Sudan",
    "Croatia and Slovenia signed a pact to build a port in Montenegro.": "agree: Croatia, Slovenia > Montenegro",
    "Norway hosted letters sent by Iceland.": "host",
    "Israel launched a bombing campaign against Lebanon.": "announce",
    "A Tunisian man linked to Hezbollah who shot at Italian officers was expelled.": "attack: Hezbollah",
}


def _events(text: str) -> list[str]:
    return [show(m).split(" @ ")[0].split(" | ")[0] for m in EXTRACTOR.extract(_document(text))]


def _document(text: str) -> Document:
    return Document(id="d", text=text, published=PUBLISHED)


@pytest.mark.parametrize("text", EVENTS)
def test_who_and_whom(text: str) -> None:
    assert EVENTS[text] in _events(text)


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_said(text: str) -> None:
    assert not any(event.startswith(NONE[text]) for event in _events(text))
