"""Who answers an invitation, who is met beside whom, whose ceremony it is, and what stands near an event."""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

TABLE = {
    "The delegation did not meet with coup leader Abdourahamane Tiani or deposed President Mohamed Bazoum.": [],
    "The envoys of ECOWAS will meet Tiani and ousted President Mohamed Bazoum on Friday.": [
        "meet: Economic Community of West African States > Abdourahamane Tchiani, Mohamed Bazoum | 2024-06-07 | planned"
    ],
    "Chad denounced the attack as a violation of its airspace and said it killed two soldiers.": [],
    "Kenyan President William Ruto's office said he would travel to Uganda on Friday.": [
        "visit: William Ruto > Uganda | 2024-06-07 | planned"
    ],
    "Ruto met Museveni on Monday on the sidelines of the African Union summit in Addis Ababa.": [
        "meet: William Ruto > Yoweri Museveni @ Addis Ababa | 2024-06-03 | happened"
    ],
    "The group was formed following a meeting between Ruto and Museveni on the sidelines of the African Union summit "
    "in Addis Ababa last month.": ["meet: William Ruto, Yoweri Museveni @ Addis Ababa | 2024-05 | happened"],
    "Ruto met mediators from the African Union on Monday.": [
        "meet: William Ruto > African Union | 2024-06-03 | happened"
    ],
    "Kenya's negotiating team met Ugandan officials in Kampala on Monday.": [
        "meet: Kenya > Uganda @ Kampala | 2024-06-03 | happened"
    ],
    "Aid workers met Ruto and Museveni on Monday.": [],
    "Kenya had backed Ugandan opposition leader Bobi Wine and his efforts to unseat Yoweri Museveni.": [
        "support: Kenya > Bobi Wine | happened"
    ],
    "Museveni was not able to attend Ruto's inauguration on Sunday.": [
        "attend: Yoweri Museveni > Inauguration of William Ruto | 2024-06-02 | denied"
    ],
    "Peru and Bolivia on Monday announced the restoration of full diplomatic relations after a two-year break.": [
        "support: Peru, Bolivia > Peru, Bolivia | 2024-06-03 | happened"
    ],
    "In 2019 Kenya acknowledged opposition chief Juan Guaido as Venezuela's interim president.": [
        "support: Kenya > Juan Guaidó | 2019 | happened"
    ],
    "Ghanaian President John Mahama on Thursday visited Kenyan troops in Somalia.": [
        "visit: John Mahama > Somalia | 2024-05-30 | happened"
    ],
    "Ruto was in Rwanda in January, when he met Paul Kagame.": [
        "visit: William Ruto > Rwanda | 2024-01 | happened",
        "meet: William Ruto > Paul Kagame | 2024-01 | happened",
    ],
    "Museveni was in Kenya in 2019.": [],
    "Ethiopia will send a team to Nairobi on Friday for talks with Kenya.": [
        "visit: Ethiopia > Kenya @ Nairobi | 2024-06-07 | planned"
    ],
    "Ethiopia will send a medical team to Haiti on Friday.": ["aid: Ethiopia > Haiti | 2024-06-07 | planned"],
    "Egypt invited Ruto on Monday to talks in Cairo. Kenya has since accepted the invitation.": [
        "invite: Egypt > William Ruto | 2024-06-03 | happened",
        "visit: William Ruto > Egypt @ Cairo | proposed",
        f"agree: Kenya > Egypt | {NEWS} | happened",
    ],
    "Egypt invited Ruto on Monday to talks in Cairo. The Kenyan leader has declined the invitation.": [
        "invite: Egypt > William Ruto | 2024-06-03 | happened",
        "visit: William Ruto > Egypt @ Cairo | proposed",
        f"reject: William Ruto > Egypt | {NEWS} | happened",
    ],
    "Kenya accused the Rural Support Front (RSF) on Monday of an attack. The RSF denied it.": [
        "accuse: Kenya > Rural Support Front | 2024-06-03 | happened",
        f"reject: Rural Support Front > Kenya | {NEWS} | happened",
    ],
    "The presidents of Ghana and Togo held separate meetings on Monday with the heads of Spain and Norway in Geneva.": [
        "meet: Faure Gnassingbé, Nana Akufo-Addo > Spain, Norway @ Geneva | 2024-06-03 | happened"
    ],
    'Vietnam on Monday condemned the "dangerous maneuvers" of Chinese ships against its boats.': [
        "accuse: Vietnam > China | 2024-06-03 | happened"
    ],
    "Bahrain, Egypt and Saudi Arabia cut diplomatic ties to Qatar on Monday.": [
        "sanction: Bahrain, Egypt, Saudi Arabia > Qatar | 2024-06-03 | happened"
    ],
    "Bahrain recalled its ambassador from Qatar on Monday after the country supported Egyptian President "
    "Mohammed Morsi.": [
        "sanction: Bahrain > Qatar | 2024-06-03 | happened",
        "support: Qatar > Mohamed Morsi | happened",
    ],
    "Qatar supported Mohammed Morsi, a member of the Muslim Brotherhood who was overthrown by the Egyptian "
    "military in 2013.": [
        f"support: Qatar > Mohamed Morsi | {NEWS} | happened",
        "coerce: Armed Forces of Egypt > Mohamed Morsi | 2013 | happened",
    ],
    "Egypt said on Monday it would suspend air links with Qatar.": ["sanction: Egypt > Qatar | planned"],
    "The news agency reported President William Ruto spoke with Uganda's president Monday evening and urged him "
    "to show restraint.": [
        "meet: William Ruto > Yoweri Museveni | 2024-06-03 | happened",
        "request: William Ruto > Yoweri Museveni | 2024-06-03 | happened",
    ],
    "The decision of Egypt and Bahrain to cut ties with Qatar was followed by protests.": [
        "sanction: Egypt, Bahrain > Qatar | planned"
    ],
    "Ruto arrived in Kampala on Monday ahead of planned talks with Museveni.": [
        "visit: William Ruto > Uganda @ Kampala | 2024-06-03 | happened",
        "meet: William Ruto > Yoweri Museveni @ Kampala | planned",
    ],
    "Indonesia wants to hold a meeting between ASEAN leaders and the head of Myanmar's military junta. President "
    "Joko Widodo is in Kenya. ASEAN on Monday excluded the junta's leader from its meetings.": [
        "meet: Association of Southeast Asian Nations, Myanmar | proposed",
        "reject: Association of Southeast Asian Nations > Myanmar | 2024-06-03 | happened",
    ],
    "The head of the military government of Myanmar, Senior General Min Aung Hlaing, will visit Indonesia on "
    "Saturday.": ["visit: Min Aung Hlaing > Indonesia | 2024-06-08 | planned"],
    "Ruto will visit Chad on Monday and then he will go to Niger.": [
        "visit: William Ruto > Chad | 2024-06-10 | planned",
        "visit: William Ruto > Niger | planned",
    ],
    "Wang Yi will visit Eritrea and Kenya from July 4 to 7 and from there he will travel to the Maldives.": [
        "visit: Wang Yi > Eritrea | 2024-07-04/2024-07-07 | planned",
        "visit: Wang Yi > Kenya | 2024-07-04/2024-07-07 | planned",
        "visit: Wang Yi > Maldives | planned",
    ],
    "Ruto was greeted on arrival on Monday by Ugandan Prime Minister Robinah Nabbanja.": [
        "host: Robinah Nabbanja > William Ruto | 2024-06-03 | happened"
    ],
    "Ruto will visit Uganda on Friday for talks with Museveni on security cooperation between the two nations.": [
        "visit: William Ruto > Uganda | 2024-06-07 | planned",
        "meet: William Ruto > Yoweri Museveni | 2024-06-07 | planned",
        "meet: William Ruto > Yoweri Museveni | 2024-06-07 | planned",
    ],
    "Ruto arrived in Uganda on Monday to strengthen the cooperation between Kenya and Uganda.": [
        "visit: William Ruto > Uganda | 2024-06-03 | happened"
    ],
    "Medvedev ordered a halt to military operations in Georgia on Tuesday.": [
        "retreat: Dmitry Medvedev > Georgia | 2024-06-04 | happened"
    ],
    "Leaders including Lech Kaczynski attended a rally in support of Georgia in Tbilisi on Tuesday.": [],
    "Ruto addressed a rally in Kampala on Monday.": [],
    "NATO ambassadors meeting in Brussels condemned Russia on Monday.": [
        "meet: NATO @ Brussels | 2024-06-03 | happened",
        "accuse: NATO > Russia | 2024-06-03 | happened",
    ],
    "Ruto arrived in Kampala on Monday from Kigali, where he held talks with Paul Kagame.": [
        "visit: William Ruto > Uganda @ Kampala | 2024-06-03 | happened",
        "meet: William Ruto > Paul Kagame @ Kigali | happened",
        "visit: William Ruto > Rwanda @ Kigali | happened",
    ],
    "Ruto flew to India for an official visit a few weeks after becoming president.": [
        "visit: William Ruto > India | happened",
        "appoint: William Ruto | 2024-04-05/2024-05-29 | happened",
    ],
    "Museveni condemned the attack on the Kenyan embassy by Somali police on Friday to arrest the opposition "
    "leader Martha Karua.": [
        "accuse: Yoweri Museveni > Police of Somalia | 2024-05-31 | happened",
        "attack: Police of Somalia > Kenya | happened",
        "coerce: Police of Somalia > Martha Karua | planned",
    ],
    "Lourenco called on Wednesday for the immediate withdrawal of Rwandan troops from the Democratic Republic of "
    "Congo.": ["request: João Lourenço > Rwanda | 2024-06-05 | happened"],
    "Lourenco on Friday hosted a summit on the security situation in the eastern region of the Democratic "
    "Republic of Congo.": [],
    "The mini-summit was attended by Paul Kagame on Friday.": [
        "attend: Paul Kagame > Mini-summit | 2024-05-31 | happened"
    ],
    "Kinshasa, along with the United Nations and Western countries, accuses DR Congo's much smaller neighbour "
    "Rwanda of backing the rebels, a charge Kigali denies.": [
        f"accuse: Democratic Republic of the Congo, United Nations, Western countries > Rwanda | {NEWS} | happened",
        "reject: Rwanda > Democratic Republic of the Congo, United Nations, Western countries | happened",
    ],
    "EU leaders on Monday agreed sanctions on Belarus.": ["sanction: European Union > Belarus | 2024-06-03 | happened"],
    "The EU on Monday agreed a set of sanctions against Belarus.": [
        "sanction: European Union > Belarus | 2024-06-03 | happened"
    ],
    "Shinzo Abe last visited the Philippines in November 2015 for the Asia-Pacific Economic Cooperation summit.": [
        "visit: Shinzo Abe > Philippines | 2015-11 | happened",
        "attend: Shinzo Abe > Asia-Pacific Economic Cooperation | 2015-11 | happened",
    ],
    "The Philippines will receive trainer aircraft from Japan's Maritime Self-Defense Force.": [
        "aid: Japan > Philippines | planned"
    ],
    "Prime Minister Shinzo Abe on Monday pledged aid to the Philippines. Abe is the first foreign leader to "
    "visit the Philippines since Duterte took power last June. Abe and Duterte said they agreed to enhance "
    "maritime cooperation.": [
        "aid: Shinzo Abe > Philippines | 2024-06-03 | happened",
        "visit: Shinzo Abe > Philippines | happened",
    ],
    "The UN General Assembly voted on Monday to suspend Russia from the Human Rights Council.": [
        "sanction: United Nations General Assembly > Russia | 2024-06-03 | happened"
    ],
    "Rwanda has denied supporting the M23 rebels in eastern Congo.": [f"reject: Rwanda | {NEWS} | happened"],
    "Hungary on Monday blocked an EU loan to Ukraine.": ["sanction: Hungary > Ukraine | 2024-06-03 | happened"],
    "Poland on Monday sent 2,000 additional troops to its border with Belarus.": [
        "mobilize: Poland > Belarus | 2024-06-03 | happened"
    ],
    "Hundreds protested outside the Swedish embassy in Baghdad on Monday over the burning of a Koran.": [
        "protest: Hundreds > Sweden @ Baghdad | 2024-06-03 | happened"
    ],
    "Trump and Zelenskiy clashed in a heated exchange in the Oval Office on Monday.": [
        "accuse: Donald Trump > Volodymyr Zelenskyy | 2024-06-03 | happened",
        "accuse: Volodymyr Zelenskyy > Donald Trump | 2024-06-03 | happened",
    ],
    "Armenia froze its participation in the CSTO on Monday.": [
        "sanction: Armenia > Collective Security Treaty Organization | 2024-06-03 | happened"
    ],
    "Burkina Faso's government on Monday gave French troops one month to leave.": [
        "coerce: Burkina Faso > France | 2024-06-03 | happened"
    ],
    "Kazakhstan evacuated its citizens from Iran on Sunday.": [],
    "Britain imposed travel bans on four Georgian officials on Monday over a crackdown on protesters.": [
        "sanction: United Kingdom > Georgia | 2024-06-03 | happened"
    ],
    "Honduras switched diplomatic ties from Taiwan to China on Monday.": [
        "support: Honduras > China | 2024-06-03 | happened"
    ],
    "The EU fined Hungary 200 million euros on Monday.": ["coerce: European Union > Hungary | 2024-06-03 | happened"],
    "Boric called Venezuela's election a fraud on Monday.": [
        "accuse: Gabriel Boric > Venezuela | 2024-06-03 | happened"
    ],
    "Narendra Modi arrived in Oslo on Tuesday from Chad, where he met Mahamat Deby.": [
        "visit: Narendra Modi > Norway @ Oslo | 2024-06-04 | happened",
        "meet: Narendra Modi > Mahamat Déby @ Chad | happened",
        "visit: Narendra Modi > Chad | happened",
    ],
    "Ruto flew to India for an official visit two weeks after taking office.": [
        f"visit: William Ruto > India | {NEWS} | happened"
    ],
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_table(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    assert sorted(show(m) for m in get("syntax").extract(document) if m.type != "say") == sorted(expected)
