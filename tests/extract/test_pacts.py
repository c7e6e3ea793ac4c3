"""Text → events of guests and those who ask them in, of parties to talks, and of who leaves pacts or enters waters.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

PACTS = {
    "Jonas Gahr Store travelled to Kenya at the invitation of President William Ruto.": [
        f"visit: Jonas Gahr Støre > Kenya | {NEWS} | happened",
        "invite: William Ruto > Jonas Gahr Støre | happened",
    ],
    "Viktor Orban arrived in Hanoi on Monday at the invitation of the Vietnamese government.": [
        "visit: Viktor Orbán > Vietnam @ Hanoi | 2024-06-03 | happened",
        "invite: Vietnam > Viktor Orbán | happened",
    ],
    "William Ruto is on a visit to Ghana at the invitation of John Mahama.": [
        "visit: William Ruto > Ghana | happened",
        "invite: John Mahama > William Ruto | happened",
    ],
    "Store arrived in Nairobi on Monday for a three-day visit.": [
        "visit: Jonas Gahr Støre > Kenya @ Nairobi | 2024-06-03/2024-06-05 | happened"
    ],
    "Viktor Orban left Budapest for Accra on 3 May on a four-day visit to Ghana.\n"
    "During his stay in Accra, Viktor Orban held a meeting with President John Mahama. He met several ministers.": [
        "visit: Viktor Orbán > Ghana | 2024-05-03/2024-05-06 | happened",
        "visit: Viktor Orbán > Ghana @ Accra | 2024-05-03/2024-05-06 | happened",
        "meet: Viktor Orbán > John Mahama @ Accra | 2024-05-03/2024-05-06 | happened",
        "meet: Viktor Orbán > Ministers | 2024-05-03/2024-05-06 | happened",
    ],
    "Viktor Orban had a courtesy call on King Carl Gustaf of Sweden.": [
        f"meet: Viktor Orbán > Carl XVI Gustaf | {NEWS} | happened"
    ],
    "The Malian government and rebel leaders signed a truce.": [f"agree: Mali, Rebel leaders | {NEWS} | happened"],
    "The Colombian government and ELN rebels resumed talks in Quito on Monday.": [
        "meet: Colombia, National Liberation Army of Colombia @ Quito | 2024-06-03 | happened"
    ],
    "Talks between the Ethiopian government and rebel groups ended on March 3 with no result.": [
        "meet: Ethiopia, Rebel groups | 2024-03-03 | happened"
    ],
    "Norway and Kenya signed 6 Memorandums of Understanding.": [f"agree: Norway, Kenya | {NEWS} | happened"],
    "Chad exited the grain deal on Monday.": ["sanction: Chad | 2024-06-03 | happened"],
    "The Yemeni delegation walked out of the talks on Monday.": ["sanction: Yemen | 2024-06-03 | happened"],
    "EU ministers extended Belarus sanctions on Monday.": [
        "sanction: European Union > Belarus | 2024-06-03 | happened"
    ],
    "The EU imposed sanctions on Monday over Syria's use of chemical weapons.": [
        "sanction: European Union > Syria | 2024-06-03 | happened"
    ],
    "Two Chinese warships sailed into the territorial waters of Japan on Sunday.": [
        "mobilize: China > Japan | 2024-06-02 | happened"
    ],
    "Three Russian coastguard vessels entered Norwegian waters on Monday.": [
        "mobilize: Russia > Norway | 2024-06-03 | happened"
    ],
    "Migrants entered Greek waters on Monday.": [],
    "Japan and South Korea exchanged diplomatic protests over the islets.": [
        f"accuse: Japan > South Korea | {NEWS} | happened",
        f"accuse: South Korea > Japan | {NEWS} | happened",
    ],
    "Seoul's Foreign Ministry summoned an official from the Chinese Embassy in Seoul.": [
        f"accuse: Ministry of Foreign Affairs of South Korea > China @ Seoul | {NEWS} | happened"
    ],
    "Hun Sen staged a coup d'etat against Norodom Ranariddh in July.": [
        "coerce: Hun Sen > Norodom Ranariddh | 2023-07 | happened"
    ],
    "King Abdullah carried a message from Bashar al-Assad, with whom he met on Monday.": [
        "meet: Abdullah II > Bashar al-Assad | 2024-06-03 | happened"
    ],
    "William Ruto praised Bashar al-Assad, with whom he held talks on Monday.": [
        f"support: William Ruto > Bashar al-Assad | {NEWS} | happened",
        "meet: William Ruto > Bashar al-Assad | 2024-06-03 | happened",
    ],
    "Prime Minister Jonas Gahr Store has held talks with Indian Prime Minister Narendra Modi.\n"
    "The PM and Prime Minister Modi met on Friday.\n"
    "The PM specifically raised the death of Boris Nemtsov.\nThe two leaders also discussed a range of issues.": [
        f"meet: Jonas Gahr Støre > Narendra Modi | {NEWS} | happened",
        f"meet: Jonas Gahr Støre, Narendra Modi | {NEWS} | happened",
    ],
}

RULERS = {
    "The top Russian diplomat met President Miguel Diaz-Canel.": [
        f"meet: Sergey Lavrov > Miguel Díaz-Canel | {NEWS} | happened"
    ],
    "African leaders put off punishing Mali.": ["coerce: African leaders > Mali | cancelled"],
    "The bloc ECOWAS will convene again on July 3.": [
        "meet: Economic Community of West African States | 2024-07-03 | planned"
    ],
    "Canada filed a complaint with the World Trade Organization on Monday over US tariffs.": [
        "accuse: Canada > United States | 2024-06-03 | happened"
    ],
    "Mexico hits US pork and steel in retaliation.": [f"sanction: Mexico > United States | {NEWS} | happened"],
    "The crisis saw France send troops to Mali.": ["mobilize: France > Mali | happened"],
    "Nine soldiers were killed in a suspected jihadist attack in Niger's southwest on Monday.": [
        "attack: Jihadists > Niger | 2024-06-03 | happened"
    ],
    "Nine rebels were killed in an attack in Idlib.": [f"attack: Rebels @ Idlib | {NEWS} | happened"],
    "President Ruto condemned Monday's jihadist attack on a base in Mali.": [
        f"accuse: William Ruto > Jihadists | {NEWS} | happened",
        "attack: Jihadists > Mali | 2024-06-03 | happened",
    ],
    "The leader of Burkina Faso was ousted in a coup in January 2022.": [],
    "The African Union suspended Niger on Monday. It called for the release of Mohamed Bazoum of Niger. "
    "ECOWAS has been engaged in negotiations with the ruling military junta.": [
        "sanction: African Union > Niger | 2024-06-03 | happened",
        f"request: African Union > Mohamed Bazoum, Niger | {NEWS} | happened",
        f"meet: Economic Community of West African States > Niger | {NEWS} | happened",
    ],
    "Abuja (AFP) - ECOWAS condemned the coup in Mali on Monday and the arrests in Mali. "
    "The coup leaders rejected its demands.": [
        "accuse: Economic Community of West African States > Mali | 2024-06-03 | happened",
        f"reject: Mali | {NEWS} | happened",
    ],
    "France condemned the attack by rebels on Goma.": [
        f"accuse: France > Rebels | {NEWS} | happened",
        "attack: Rebels > Democratic Republic of the Congo @ Goma | happened",
    ],
    "The Arab League will convene an extraordinary summit next week.": [
        "meet: Arab League | 2024-06-10/2024-06-16 | planned"
    ],
}

ENVOYS = {
    "The Security Council will hold a meeting today on Iran's missile launch.": [
        "meet: United Nations Security Council | 2024-06-05 | planned"
    ],
    "The Security Council will meet on Friday over the Israeli attack on Damascus.": [
        "meet: United Nations Security Council | 2024-06-07 | planned",
        "attack: Israel > Syria | happened",
    ],
    "Iran fired a ballistic missile which landed in Omani waters.": [f"mobilize: Iran | {NEWS} | happened"],
    "Kenya summoned Ugandan High Commissioner Dickson Ogwang on Monday.": [
        "accuse: Kenya > Dickson Ogwang | 2024-06-03 | happened"
    ],
    "Peru on Monday summoned the Chilean Charge d'Affaires to the Foreign Office.": [
        "accuse: Peru > Chile | 2024-06-03 | happened"
    ],
    "Kenya's government summoned Uganda's envoy on Monday to condemn a call between Yoweri Museveni and Paul Kagame.": [
        "accuse: Kenya > Uganda | 2024-06-03 | happened",
        "call: Yoweri Museveni, Paul Kagame | happened",
    ],
    "Kenya had on Monday dismissed Uganda's objections to the visit.": [
        "reject: Kenya > Uganda | 2024-06-03 | happened"
    ],
    "Nicaragua expelled staff of the Peruvian embassy on Monday.": ["coerce: Nicaragua > Peru | 2024-06-03 | happened"],
    "The meeting was initiated by Josep Borrell as a reason for the tensions in the north of Kosovo.": [],
    "Albin Kurti was the first to meet with Josep Borrell.": ["meet: Albin Kurti > Josep Borrell | happened"],
    "The Security Council will meet on Friday at the request of South Korea and Japan.": [
        "meet: United Nations Security Council | 2024-06-07 | planned",
        "request: South Korea, Japan > United Nations Security Council | happened",
    ],
    "Albania sent an envoy to Athens at the request of Greece.": [
        f"visit: Albania > Greece @ Athens | {NEWS} | happened",
        "request: Greece > Albania | happened",
    ],
}

DAYS_WITHIN_VERBS = {
    "President William Ruto, 57, was on Monday sworn in for a second term.": [
        "appoint: William Ruto | 2024-06-03 | happened"
    ],
    "President Tinubu was on Monday elected chairman of ECOWAS.": ["appoint: Bola Tinubu | 2024-06-03 | happened"],
    "Two Ugandans were on Monday arrested by Kenyan police.": [
        "coerce: Police of Kenya > Ugandans | 2024-06-03 | happened"
    ],
    "Kenya had late on Monday dismissed Uganda's objections to the visit.": [
        "reject: Kenya > Uganda | 2024-06-03 | happened"
    ],
    "The court said Israel is on Friday expected to release Palestinians.": [
        "retreat: Israel > Palestinians | 2024-06-07 | planned"
    ],
    "William Hague will meet Mohamed Morsi in Cairo on Friday.\nHague arrived in Cairo late on Monday.": [
        "meet: William Hague > Mohamed Morsi @ Cairo | 2024-06-07 | planned",
        "visit: William Hague > Egypt @ Cairo | 2024-06-07 | planned",
        "visit: William Hague > Egypt @ Cairo | 2024-06-03 | happened",
    ],
    "Nine Palestinians were released from Israeli prisons on Monday.": [
        "retreat: Israel > Palestinians | 2024-06-03 | happened"
    ],
    "The council will discuss ways to stop the ongoing Israeli aggression against Gaza.": [
        "attack: Israel > Palestine @ Gaza | ongoing"
    ],
    "Kenya issued a warning for citizens travelling to Somalia.": [],
    "Ferdinand Marcos addressed the South China Sea issue during the summit.": [],
}

TALKS = {
    "Salva Kiir and Riek Machar signed a deal on Monday in their latest effort to end fighting.": [
        "agree: Salva Kiir, Riek Machar | 2024-06-03 | happened"
    ],
    "Viktor Orban is meeting with Aleksandar Vucic on Friday to review the deal.": [
        "meet: Viktor Orbán > Aleksandar Vučić | 2024-06-07 | planned"
    ],
    "UN Secretary-General Antonio Guterres will meet Volodymyr Zelenskyy on Friday.\n"
    '"The secretary-general will be in Lviv on Friday," Guterres\' spokesman Stephane Dujarric said on Monday.': [
        "meet: António Guterres > Volodymyr Zelenskyy | 2024-06-07 | planned",
        "visit: António Guterres > Ukraine @ Lviv | 2024-06-07 | planned",
    ],
    "Mexico agreed to reinforce its border with 10,000 National Guard members.": [],
    "Japan said negotiations with Russia would resume in August.": ["meet: Japan > Russia | 2024-08 | planned"],
    "Inspectors came back after the Saudi strikes on Yemen's ports in March.": [
        "attack: Saudi Arabia > Yemen | happened"
    ],
    "Thai activists began a hunger strike against the policies of Laos.": [
        f"protest: Thai activists > Laos | {NEWS} | happened"
    ],
}

ON_THE_WAY = {
    "Narendra Modi on Monday called on Emperor Naruhito.": ["meet: Narendra Modi > Naruhito | 2024-06-03 | happened"],
    "The Indian ambassador called on President William Ruto in Nairobi on Monday.": [
        "meet: India > William Ruto @ Nairobi | 2024-06-03 | happened"
    ],
    "Narendra Modi called on Pakistan to end its raids.": [f"request: Narendra Modi > Pakistan | {NEWS} | happened"],
    "Ban Ki-moon called on Bashar al-Assad and Vladimir Putin to halt the raids.": [
        f"request: Ban Ki-moon > Vladimir Putin | {NEWS} | happened"
    ],
    "Peru and Chile quarrelled over fishing. Officials spoke of a US-led mission. "
    "The two countries will hold talks on Friday.": ["meet: Chile, Peru | 2024-06-07 | planned"],
    "William Ruto flew to Accra to meet John Mahama on Monday.": [
        f"visit: William Ruto > Ghana @ Accra | {NEWS} | happened",
        "meet: William Ruto > John Mahama @ Accra | 2024-06-03 | planned",
    ],
    "William Ruto agreed to meet John Mahama on Monday.": ["meet: William Ruto > John Mahama | 2024-06-10 | planned"],
    "William Ruto arrived in Accra to attend the summit on Tuesday.": [
        f"visit: William Ruto > Ghana @ Accra | {NEWS} | happened"
    ],
    "William Ruto arrived in Accra on Tuesday to meet John Mahama on Friday.": [
        "visit: William Ruto > Ghana @ Accra | 2024-06-04 | happened",
        "meet: William Ruto > John Mahama @ Accra | 2024-06-07 | planned",
    ],
    "EU leaders met in Riga on Monday. The leaders agreed to extend sanctions on Mali. The leaders condemned Peru.": [
        "meet: European Union @ Riga | 2024-06-03 | happened",
        f"agree: European Union | {NEWS} | happened",
        "sanction: European Union > Mali | planned",
        f"accuse: European Union > Peru | {NEWS} | happened",
    ],
    "European Union foreign ministers met on Monday. The foreign ministers imposed sanctions on Belarus.": [
        "meet: European Union | 2024-06-03 | happened",
        f"sanction: European Union > Belarus | {NEWS} | happened",
    ],
    "En route to Damascus, Colin Powell stopped in Albania to meet with President Alfred Moisiu.": [
        f"visit: Colin Powell > Albania | {NEWS} | happened",
        f"meet: Colin Powell > Alfred Moisiu @ Albania | {NEWS} | planned",
    ],
    "William Ruto met Emile Lahoud briefly before leaving for Nairobi.": [
        f"meet: William Ruto > Émile Lahoud | {NEWS} | happened"
    ],
    "William Ruto made the request in a telephone call to Syrian Foreign Minister Faisal Mekdad on Monday.": [
        "call: William Ruto > Faisal Mekdad | 2024-06-03 | happened"
    ],
    "Kenya joined Uganda in condemning Rwanda.": [f"accuse: Kenya, Uganda > Rwanda | {NEWS} | happened"],
    "Russia vetoed a UN resolution deploring its invasion of Ukraine.": [
        f"reject: Russia > United Nations | {NEWS} | happened",
        "attack: Russia > Ukraine | happened",
    ],
    "A quake struck Nepal on Monday, killing hundreds in Nepal. The army of Nepal was deployed. "
    "Norway pledged $3.9 million. Nepal's police used dogs.": [f"aid: Norway > Nepal | {NEWS} | happened"],
}


@pytest.mark.parametrize(
    ("text", "expected"), (PACTS | RULERS | ENVOYS | DAYS_WITHIN_VERBS | TALKS | ON_THE_WAY).items()
)
def test_pacts(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
