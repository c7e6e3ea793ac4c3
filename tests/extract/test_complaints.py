"""Text → events of complaints between states, of fire across borders, of who sets out on a journey, and of deadlines.

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
    "The Security Council repeated its demand that Sudan open the border.": [],
    "The Security Council renewed its call on Sudan to open the border.": [
        f"request: United Nations Security Council > Sudan | {NEWS} | happened"
    ],
    "The African Union on Monday adopted a resolution on Chad until the end of this month.": [
        "announce: African Union | 2024-06-03 | happened"
    ],
    "Kenya on Monday closed the border with Somalia until Friday.": ["coerce: Kenya > Somalia | 2024-06-03 | happened"],
}


@pytest.mark.parametrize(("text", "expected"), COMPLAINTS.items())
def test_complaints(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
