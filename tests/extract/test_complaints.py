"""Text → events of complaints between states, of fire across borders, of who sets out, of deadlines and of both sides.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

COMPLAINTS = {
    "Chad summons Sudanese envoy, lodges protest over shelling": [f"accuse: Chad > Sudan | {NEWS} | happened"],
    "Chad foreign ministry summons Sudan ambassador, files protest over raid": [
        f"accuse: Ministry of Foreign Affairs of Chad > Sudan | {NEWS} | happened"
    ],
    "Chad summons Sudan ambassador": [f"accuse: Chad > Sudan | {NEWS} | happened"],
    "Kenya lodged a strong protest with Uganda over the raid.": [f"accuse: Kenya > Uganda | {NEWS} | happened"],
    "Kenya on Monday summoned the Ugandan ambassador and lodged a strong protest over the killing of a fisherman.": [
        "accuse: Kenya > Uganda | 2024-06-03 | happened"
    ],
    "Kenya protests Ugandan raid": [f"accuse: Kenya > Uganda | {NEWS} | happened"],
    "Kenya's foreign ministry protested against Uganda's raid.": [
        f"accuse: Ministry of Foreign Affairs of Kenya > Uganda | {NEWS} | happened"
    ],
    "Students protested against the raid in Nairobi.": [f"protest: Students | {NEWS} | happened"],
    "A Kenyan army post near the border came under fire from Uganda on Monday, injuring one of the Kenyan soldiers.": [
        "attack: Uganda > Kenya | 2024-06-03 | happened"
    ],
    "A skirmish among Kenyan and Ugandan soldiers took place on Sunday.": [
        "attack: Kenya > Uganda | 2024-06-02 | happened"
    ],
    "Two Kenyan soldiers were injured in firing by Ugandan forces on Sunday.": [
        "attack: Uganda > Kenya | 2024-06-02 | happened"
    ],
    "Otieno, a Kenyan sergeant, was injured on 2 June due to shelling by Ugandan forces.": [
        "attack: Uganda > Kenyan sergeants | 2024-06-02 | happened"
    ],
    "A Kenyan was killed by gunfire from Uganda two nights ago.": ["attack: Uganda > Kenyan | 2024-06-03 | happened"],
    "The commander of US forces in Iraq, General Peter Wells, arrived in Kuwait on Monday.": [
        "visit: Peter Wells > Kuwait | 2024-06-03 | happened"
    ],
    "The head of UN troops in Mali, General Jean Bosco, met Prime Minister Choguel Maiga.": [
        f"meet: Jean Bosco > Choguel Maïga | {NEWS} | happened"
    ],
    "Forces loyal to Khalifa Haftar launched an offensive on Tripoli in April.": [
        "attack: Khalifa Haftar > Libya | 2024-04 | happened"
    ],
    "Soldiers loyal to Riek Machar attacked Uganda's embassy in Juba on Friday.": [
        "attack: Riek Machar > Uganda @ Juba | 2024-05-31 | happened"
    ],
    "On Monday William Ruto left for a three-day visit to Uganda.": [
        "visit: William Ruto > Uganda | 2024-06-03/2024-06-05 | happened"
    ],
    "William Ruto will leave for a visit to Uganda on Sunday.": ["visit: William Ruto > Uganda | 2024-06-09 | planned"],
    "Welcoming the guest on Kenyan soil, President William Ruto thanked Yoweri Museveni for the gift.": [
        f"support: William Ruto > Yoweri Museveni | {NEWS} | happened"
    ],
    "The Security Council renewed its call on Sudan to open the border.": [
        f"request: United Nations Security Council > Sudan | {NEWS} | happened"
    ],
    "The African Union on Monday adopted a resolution on Chad until the end of this month.": [
        "announce: African Union | 2024-06-03 | happened"
    ],
    "Kenya on Monday closed the border with Somalia until Friday.": ["coerce: Kenya > Somalia | 2024-06-03 | happened"],
}
SIDES = {
    "EU leaders met in Brussels on Monday. They agreed to extend sanctions on Russia.": [
        "meet: European Union @ Brussels | 2024-06-03 | happened",
        "agree: European Union | 2024-06-03 | happened",
        "sanction: European Union > Russia | planned",
    ],
    "NATO leaders met in Vilnius on Monday. They accused Russia of spying.": [
        "meet: NATO @ Vilnius | 2024-06-03 | happened",
        "accuse: NATO > Russia | 2024-06-03 | happened",
    ],
    "Kenya and Uganda were to hold talks in Arusha on Friday. The talks were called off on Wednesday, Uganda said.": [
        "meet: Kenya, Uganda @ Arusha | 2024-06-07 | planned",
        "meet: Kenya, Uganda | cancelled",
    ],
    "Chad killed a Kenyan border guard on Monday.": ["attack: Chad > Border Guard of Kenya | 2024-06-03 | happened"],
    "S. Sudan government and rebels sign truce": [f"agree: South Sudan, Rebels | {NEWS} | happened"],
    "The Ethiopian government and Oromo rebels signed a pact on a deal both sides reached in Tanzania this month.": [
        f"agree: Ethiopia, Oromo rebels | {NEWS} | happened"
    ],
    "Tigrayan forces and the Ethiopian government met in Nairobi on Monday.": [
        "meet: Tigray People's Liberation Front, Ethiopia @ Nairobi | 2024-06-03 | happened"
    ],
    "Officials from the Chadian government and rebel groups met in Nairobi on Monday.": [
        "meet: Chad, Rebel groups @ Nairobi | 2024-06-03 | happened"
    ],
    "Norway hailed the cessation of hostilities between Chad and Niger.": ["retreat: Chad > Niger | happened"],
    "A cessation of hostilities between Chad and Niger took effect on Monday.": [
        "retreat: Chad > Niger | 2024-06-03 | happened"
    ],
    "The surprise deal between Chad and Niger was unveiled on Monday.": ["agree: Chad, Niger | 2024-06-03 | happened"],
    "Mali announced a deal with Chad on Monday.": ["agree: Mali > Chad | 2024-06-03 | happened"],
    "Kenya announced a peace deal between Mali and Chad on Monday.": ["agree: Mali, Chad | 2024-06-03 | happened"],
    "Kenya votes against United Nations resolution condemning Chad": [
        f"reject: Kenya > United Nations | {NEWS} | happened",
        "accuse: United Nations > Chad | happened",
    ],
    "The council adopted a resolution calling for an end to the French embargo on Chad.": [],
    "China imposed five years of duties on Australian barley.": [f"sanction: China > Australia | {NEWS} | happened"],
    "Australia had little choice after China in May imposed duties on Australian barley.": [
        "sanction: China > Australia | 2024-05 | happened"
    ],
    "Last year saw China impose tariffs on Australian wine.": ["sanction: China > Australia | happened"],
    "Relations cooled after Kenya on Monday recalled its ambassador to Chad.": [
        "sanction: Kenya > Chad | 2024-06-03 | happened"
    ],
    "Rebels questioned Uganda's role in the war in connection with last year's outbreak of violence.": [
        "accuse: Rebels > Uganda | happened"
    ],
}
HYPHENS = {
    "US-China trade talks were held in Geneva on Monday.": [
        "meet: United States, China @ Geneva | 2024-06-03 | happened"
    ],
    "Sino-Indian border talks were held on Monday.": ["meet: China, India | 2024-06-03 | happened"],
    "Franco-German talks were held in Berlin on Monday.": ["meet: France, Germany @ Berlin | 2024-06-03 | happened"],
    "The US-Taliban deal was signed in Doha on Monday.": [
        "agree: United States, Taliban @ Doha | 2024-06-03 | happened"
    ],
    "The Israel-Hamas ceasefire talks resumed in Cairo on Monday.": [
        "meet: Israel, Hamas @ Cairo | 2024-06-03 | happened"
    ],
    "The Iran-Iraq war ended in 1988.": ["attack: Iran > Iraq | 1988 | happened"],
    "India-Pakistan clashes killed nine people on Monday.": ["attack: India > Pakistan | 2024-06-03 | happened"],
    "Indo-Russian naval exercises began in the Bay of Bengal on Monday.": [
        "mobilize: India, Russia @ Bay of Bengal | 2024-06-03 | happened"
    ],
    "US-backed rebels attacked Damascus on Monday.": [
        "attack: US-backed rebels > Syria @ Damascus | 2024-06-03 | happened"
    ],
    "Kenya asked Chad to hold him in the event that he arrives in Kenya.": [
        f"request: Kenya > Chad | {NEWS} | happened"
    ],
}
FORMS = {
    "Speaking after talks with William Ruto, Yoweri Museveni praised the deal.": [
        f"meet: Yoweri Museveni > William Ruto | {NEWS} | happened",
        f"meet: Yoweri Museveni > William Ruto | {NEWS} | happened",
    ],
    "Yoweri Museveni told William Ruto in a meeting on Monday that trade would grow.": [
        "meet: Yoweri Museveni > William Ruto | 2024-06-03 | happened"
    ],
    "Al-Shabaab claimed responsibility for an attack on a hotel in Nairobi.": [
        "attack: Al-Shabaab > Kenya @ Nairobi | happened"
    ],
    "The Taliban claimed responsibility for Monday's bombing in Kabul.": [
        "attack: Taliban > Afghanistan @ Kabul | 2024-06-03 | happened"
    ],
    "No group claimed responsibility for the attack in Kabul.": [],
    "Police foiled a plot to attack the Ugandan embassy in Nairobi.": [],
    "The talks between Lula and Gustavo Petro were not made public.": [
        f"meet: Luiz Inácio Lula da Silva, Gustavo Petro | {NEWS} | happened"
    ],
    "Ecuadorian police broke into the Mexican embassy in Quito on Monday.": [
        "attack: Police of Ecuador > Mexico @ Quito | 2024-06-03 | happened"
    ],
    "The Security Council repeated its demand that Sudan open the border on 1 July.": [
        f"request: United Nations Security Council > Sudan | {NEWS} | happened"
    ],
    "Kenya held Uganda responsible for the attack on Monday.": [f"accuse: Kenya > Uganda | {NEWS} | happened"],
    "A UN report accused Uganda of abuses.": [f"accuse: United Nations > Uganda | {NEWS} | happened"],
    "Kenya threatened to close its border with Uganda.": [f"threaten: Kenya > Uganda | {NEWS} | happened"],
    "At the invitation of William Ruto, Yoweri Museveni arrived in Nairobi on Monday.": [
        "invite: William Ruto > Yoweri Museveni | happened",
        "visit: Yoweri Museveni > Kenya @ Nairobi | 2024-06-03 | happened",
    ],
    "Kenya warned of sanctions on Uganda.": [f"threaten: Kenya > Uganda | {NEWS} | happened"],
    "William Ruto postpones Uganda visit": ["visit: William Ruto > Uganda | cancelled"],
    "William Ruto heads to Kampala for summit": [f"visit: William Ruto > Uganda @ Kampala | {NEWS} | happened"],
    "Kenya blocked Ugandan trucks at the border on Monday.": ["coerce: Kenya > Uganda | 2024-06-03 | happened"],
    "On Monday, William Ruto called Yoweri Museveni.": ["call: William Ruto > Yoweri Museveni | 2024-06-03 | happened"],
    "Chad speeded up the withdrawal of some forces from Niger on Monday.": [
        "retreat: Chad > Niger | 2024-06-03 | happened"
    ],
}


@pytest.mark.parametrize(("text", "expected"), (COMPLAINTS | SIDES | HYPHENS | FORMS).items())
def test_complaints(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
