"""Sentence → events, second table: blame by a name, deeds pointed back to, counted objects, carried nouns, statuses.

Sentences of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

REACH = {
    'Kenya expelled five Somali diplomats. Somalia described the move as "utterly childish".': [
        f"coerce: Kenya > Somalia | {NEWS} | happened",
        f"accuse: Somalia > Kenya | {NEWS} | happened",
    ],
    "Ethiopia called Eritrea's decision a provocation.": [f"accuse: Ethiopia > Eritrea | {NEWS} | happened"],
    "Petro branded the tariff plan of Peru an insult.": [f"accuse: Gustavo Petro > Peru | {NEWS} | happened"],
    "Colombian President Gustavo Petro dismissed Ecuador's accusation as ridiculous.": [
        f"reject: Gustavo Petro > Ecuador | {NEWS} | happened"
    ],
    "Ruto visited Somalia on Monday. Ethiopia said the visit undermined the union.": [
        "visit: William Ruto > Somalia | 2024-06-03 | happened",
        f"accuse: Ethiopia > William Ruto | {NEWS} | happened",
    ],
    "Lula travelled to Caracas on Sunday. Chile condemned the trip.": [
        "visit: Luiz Inácio Lula da Silva > Venezuela @ Caracas | 2024-06-02 | happened",
        f"accuse: Chile > Luiz Inácio Lula da Silva | {NEWS} | happened",
    ],
    "Chad said Sudan was a threat to the region.": [f"accuse: Chad > Sudan | {NEWS} | happened"],
    "Ghana said that Togo must release its soldiers.": [f"request: Ghana > Togo | {NEWS} | happened"],
    "Botswana said Zambia should reopen the bridge.": [f"request: Botswana > Zambia | {NEWS} | happened"],
    "Ghana said that Ghana must do more.": [],
    "Kenya expelled 12 Somalis on Monday, Uganda ordered nine Somalis to leave and Ethiopia expelled three.": [
        "coerce: Kenya > Somalia | 2024-06-03 | happened",
        f"coerce: Uganda > Somalia | {NEWS} | happened",
        f"coerce: Ethiopia > Somalia | {NEWS} | happened",
    ],
    "Malta expelled two Libyan envoys and Cyprus expelled four people.": [
        f"coerce: Malta > Libya | {NEWS} | happened",
        f"coerce: Cyprus > Libya | {NEWS} | happened",
    ],
    "Vietnam ordered a Laotian diplomat to leave.": [f"coerce: Vietnam > Laos | {NEWS} | happened"],
    "Portugal will support Angola's bid, its president said.": ["support: Portugal > Angola | planned"],
    "Security forces in Chad have tortured scores of Sudanese refugees.": [
        f"attack: Chad > Sudanese refugees | {NEWS} | happened"
    ],
    "Opposition groups in Uganda are demanding that President Museveni abandon his policy.": [
        f"request: Opposition groups in Uganda > Yoweri Museveni | {NEWS} | ongoing"
    ],
    "Dozens of Nepali soldiers attacked Bhutan.": [f"attack: Nepal > Bhutan | {NEWS} | happened"],
    "Kenya has threatened to stop talks on the border if Somalia goes ahead with the vote.": [
        f"threaten: Kenya > Somalia | {NEWS} | happened"
    ],
    "Algeria threatened to cut off gas to Morocco.": [
        f"threaten: Algeria > Morocco | {NEWS} | happened",
    ],
    "Cuba demanded that Panama return the ship.": [f"request: Cuba > Panama | {NEWS} | happened"],
    "Tunisia rejected a Libyan proposal to hold talks.": [f"reject: Tunisia > Libya | {NEWS} | happened"],
    "Kenya proposed a truce to Sudan. The idea was blocked by Somalia.": [
        f"propose: Kenya > Sudan | {NEWS} | happened",
        f"reject: Somalia > Kenya | {NEWS} | happened",
    ],
    "The talks that Kenya held with Sudan in May failed.": ["meet: Kenya > Sudan | 2024-05 | happened"],
    "Peace talks held in Doha in March between Qatar and Yemen ended quickly.": [
        "meet: Qatar, Yemen @ Doha | 2024-03 | happened"
    ],
    "Ruto cancelled talks with Museveni scheduled for next week.": [
        "meet: William Ruto > Yoweri Museveni | 2024-06-10/2024-06-16 | cancelled"
    ],
    "Talks between Kenya and Uganda were due to take place in Nairobi from August 28 to 30.": [
        "meet: Kenya, Uganda | 2024-08-28/2024-08-30 | planned"
    ],
    "Kenya is considering a package of sanctions on Somalia.": ["sanction: Kenya > Somalia | proposed"],
    "Ghana agreed to provide about 70 million dollars of aid to Togo.": ["aid: Ghana > Togo | planned"],
    "Norway said on Monday it would expel two Belarusian diplomats.": ["coerce: Norway > Belarus | planned"],
    "Iceland later confirmed it was expelling two Belarusian diplomats.": [
        f"coerce: Iceland > Belarus | {NEWS} | happened"
    ],
    "Mongolia rebuked Laos as Thailand called Cambodia irresponsible.": [
        f"accuse: Mongolia > Laos | {NEWS} | happened",
        f"accuse: Thailand > Cambodia | {NEWS} | happened",
    ],
    "Peru lodged a protest with Bolivia.": [f"accuse: Peru > Bolivia | {NEWS} | happened"],
    "Morocco repeated its proposal to Algeria.": [f"propose: Morocco > Algeria | {NEWS} | happened"],
    "Egypt has not condemned Israel.": [],
    "Reporters asked Starmer about Rwanda.": [],
    "Fiji holds the presidency of the forum.": [],
    "Sweden announced that it had expelled a Russian envoy.": [f"coerce: Sweden > Russia | {NEWS} | happened"],
    "Finland announced new rules.": [],
    "Niger accused Benin on Friday of arming rebels.": [
        "accuse: Niger > Benin | 2024-05-31 | happened",
    ],
    "Rwanda was accused by Burundi of arming rebels.": [
        f"accuse: Burundi > Rwanda | {NEWS} | happened",
    ],
    "Australia denied that it had spied on Indonesia.": [
        f"reject: Australia > Indonesia | {NEWS} | happened",
        "coerce: Australia > Indonesia | denied",
    ],
    "Slovakia blamed the sabotage on Ukraine.": [f"accuse: Slovakia > Ukraine | {NEWS} | happened"],
    "Jordan's king will fly to Cairo on Thursday to meet Sisi.": [
        "visit: Abdullah II > Egypt @ Cairo | 2024-06-06 | planned",
        "meet: Abdullah II > Abdel Fattah el-Sisi @ Cairo | 2024-06-06 | planned",
    ],
    "Oman hosted talks between Iran and Yemen in April.": ["host: Oman > Iran, Yemen | 2024-04 | happened"],
    "Did Kenya attack Somalia?": ["attack: Kenya > Somalia | unknown"],
    "Mali no longer recognises Taiwan.": [],
    "Japan refused to meet North Korea.": [f"reject: Japan > North Korea | {NEWS} | happened"],
    "Iraq: Kuwait will visit Basra": ["visit: Kuwait > Iraq @ Basra | planned"],
    "South Sudan's army shelled a village in northern Uganda on Sunday.": [
        "attack: Army of South Sudan > Uganda | 2024-06-02 | happened"
    ],
    "Angola and Zambia signed a border treaty in Luanda last Friday.": [
        "agree: Angola, Zambia @ Luanda | 2024-05-31 | happened"
    ],
    "Kuwait's emir invited the Iraqi president to Kuwait City.": [
        f"invite: Mishal al-Ahmad al-Sabah > Abdul Latif Rashid | {NEWS} | happened",
        "visit: Abdul Latif Rashid > Kuwait @ Kuwait City | proposed",
    ],
    "Georgian protesters demonstrated in Tbilisi against Russia on Saturday.": [
        "protest: Georgian protesters > Russia @ Tbilisi | 2024-06-01 | happened"
    ],
    "Libya released 12 Tunisian fishermen on Tuesday.": ["retreat: Libya > Tunisian fishermen | 2024-06-04 | happened"],
    "Ecuador labelled Peru a threat.": [f"accuse: Ecuador > Peru | {NEWS} | happened"],
    "Armenia criticised the remarks.": [],
    "Uruguay mocked Paraguay's plan as naive.": [f"accuse: Uruguay > Paraguay | {NEWS} | happened"],
    "Mali recalled its ambassador from Paris on Sunday.": ["sanction: Mali > France | 2024-06-02 | happened"],
    "Latvia will expel two Belarusian diplomats on Friday.": ["coerce: Latvia > Belarus | 2024-06-07 | planned"],
    "Zambia summoned the Malawian ambassador.": [f"accuse: Zambia > Malawi | {NEWS} | happened"],
    "Cameroon's president did not meet Chad's president.": ["meet: Paul Biya > Mahamat Déby | denied"],
    "Tanzania could close its border with Burundi.": ["coerce: Tanzania > Burundi | proposed"],
    "Ghana wants to thank Togo.": ["support: Ghana > Togo | proposed"],
    "Chile would have hosted Peru in Santiago.": ["host: Chile > Peru @ Santiago | cancelled"],
    "Bhutan called off talks with Nepal.": ["meet: Bhutan > Nepal | cancelled"],
    "Laos has no plan to sign a treaty with Vietnam.": ["agree: Laos > Vietnam | denied"],
    "Ireland plans to expel the Belarusian ambassador.": ["coerce: Ireland > Belarus | planned"],
    "Oman urged Yemen and Iran to hold talks.": [
        f"request: Oman > Yemen, Iran | {NEWS} | happened",
        "meet: Yemen, Iran | proposed",
    ],
    "Kuwait never attacked Bahrain.": ["attack: Kuwait > Bahrain | denied"],
    "Estonia denied accusations by Belarus.": [f"reject: Estonia > Belarus | {NEWS} | happened"],
    "Ireland is preparing to recognise Palestine.": ["support: Ireland > Palestine | planned"],
    "Peru and Chile may sign a treaty in July.": ["agree: Peru, Chile | 2024-07 | proposed"],
    "Without attacking Kenya, Somalia left the talks.": [
        "attack: Somalia > Kenya | denied",
        "sanction: Somalia | 2024-06-04/2024-06-05 | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), REACH.items())
def test_reach(text: str, expected: list[str]) -> None:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    assert [show(m) for m in found if m.type != "say"] == expected


def test_wrong_lemmas_of_the_parser_are_mended() -> None:
    found = get("syntax").extract(
        Document(id="x", text="Chad staged military exercises near Sudan.", published=PUBLISHED)
    )
    assert [m.type for m in found] == ["mobilize"]
