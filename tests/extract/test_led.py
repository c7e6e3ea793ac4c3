"""Text → deeds of who leads others, of counterparts in a row, and of what is near but not done.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

LED = {
    "A delegation led by Vice President Han Zheng arrived in Lima on Monday.": [
        "visit: Han Zheng > Peru @ Lima | 2024-06-03 | happened",
    ],
    "Special forces led by Colonel Assimi Goïta arrested President Ibrahim Boubacar Keïta on Monday.": [
        "coerce: Assimi Goïta > Ibrahim Boubacar Keïta | 2024-06-03 | happened",
    ],
    "A team headed by Antony Blinken met Narendra Modi on Monday.": [
        "meet: Antony Blinken > Narendra Modi | 2024-06-03 | happened",
    ],
    # Several counterparts are people, each of whom one speaks with.
    "Sergey Lavrov met his Indian and Turkish counterparts on Monday.": [
        "meet: Sergey Lavrov > Hakan Fidan, Subrahmanyam Jaishankar | 2024-06-03 | happened",
    ],
    "Sergey Lavrov held phone talks with his Indian and Turkish counterparts respectively on Monday.": [
        "call: Sergey Lavrov > Subrahmanyam Jaishankar | 2024-06-03 | happened",
        "call: Sergey Lavrov > Hakan Fidan | 2024-06-03 | happened",
    ],
    # What is near is not done, and who mediates does not meet for it.
    "Kenya and Somalia are close to signing a treaty.": ["agree: Kenya, Somalia | proposed"],
    "Chad and Sudan were close to finalising a deal.": ["agree: Chad, Sudan | proposed"],
    "The truce was reached with the mediation of Qatar and Egypt.": [],
    # Where a leader is when something happens.
    "Soldiers seized the palace while Prime Minister Robert Fico was in New York.": [
        f"visit: Robert Fico > United States @ New York | {NEWS} | happened",
    ],
    "Narendra Modi invited Emmanuel Macron to a farm in Gujarat.": [
        f"invite: Narendra Modi > Emmanuel Macron @ Gujarat | {NEWS} | happened",
        "visit: Emmanuel Macron > India @ Gujarat | proposed",
    ],
}


@pytest.mark.parametrize(("text", "expected"), LED.items())
def test_led(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)


SEVERAL = {
    # Calls are one by one, a call is with all of them.
    "Mahathir Mohamad held telephone conversations with Joko Widodo and Rodrigo Duterte on Monday.": [
        "call: Mahathir Mohamad > Joko Widodo | 2024-06-03 | happened",
        "call: Mahathir Mohamad > Rodrigo Duterte | 2024-06-03 | happened",
    ],
    "Ghana held separate phone calls with Togo and Benin on Monday.": [
        "call: Ghana > Togo | 2024-06-03 | happened",
        "call: Ghana > Benin | 2024-06-03 | happened",
    ],
    "Joko Widodo held a phone call with Mahathir Mohamad and Rodrigo Duterte on Monday.": [
        "call: Joko Widodo > Mahathir Mohamad, Rodrigo Duterte | 2024-06-03 | happened",
    ],
    # Of several, what "has" done it is the last named.
    "Ministers spoke of friction between Thailand and Cambodia, which has accused Bangkok of shelling a temple.": [
        "accuse: Cambodia > Thailand | happened",
    ],
    "The tour follows rows with Oman and Bahrain, which has condemned Israel.": ["accuse: Bahrain > Israel | happened"],
    "Peru has ties with Laos and Nepal, which has accused China of spying.": ["accuse: Nepal > China | happened"],
    # Whoever leads a delegation to a gathering is there.
    "Ali Bongo led the Gabonese delegation to the African Union summit on Monday.": [
        "attend: Ali Bongo Ondimba > African Union | 2024-06-03 | happened",
    ],
    "Retno Marsudi headed Indonesia's delegation at the ASEAN meeting on Monday.": [
        "attend: Retno Marsudi > Association of Southeast Asian Nations | 2024-06-03 | happened",
    ],
    "The Omani team at the Arab League session on Monday was headed by Badr al-Busaidi.": [
        "attend: Badr al-Busaidi > Arab League | 2024-06-03 | happened",
    ],
    # Not to one's own country is it proposed, where another is named.
    "Narendra Modi proposed on Monday that India and Nepal open a railway.": [
        "propose: Narendra Modi > Nepal | 2024-06-03 | happened",
    ],
    "Lee Hsien Loong proposed that Singapore and Malaysia build a port.": [
        f"propose: Lee Hsien Loong > Malaysia | {NEWS} | happened",
    ],
    "William Ruto proposed that Kenya and Uganda share a dam.": [
        f"propose: William Ruto > Uganda | {NEWS} | happened",
    ],
    "Tehran piled blame on Riyadh for the blast.": [f"accuse: Iran > Saudi Arabia | {NEWS} | happened"],
    # How far back there was nothing like it says nothing of the day itself.
    "Abdel Fattah el-Sisi met African envoys in Cairo, the largest gathering of its kind since the 1990s.": [
        f"meet: Abdel Fattah el-Sisi > African envoys @ Cairo | {NEWS} | happened",
    ],
    "Somalia and Kenya signed a trade deal, the most important accord in the region since 1998.": [
        f"agree: Somalia, Kenya | {NEWS} | happened",
    ],
    "North Korea fired a missile over Japan, the first such launch since 2017.": [
        f"mobilize: North Korea | {NEWS} | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items())
def test_of_several(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)


PAPERS = {
    # Whose paper it is that urges or condemns.
    "A statement issued by the Arab League urged Sudan to hold elections.": [
        "announce: Arab League | happened",
        f"request: Arab League > Sudan | {NEWS} | happened",
    ],
    "A communique released after the ASEAN meeting in Hanoi called on Myanmar to lift the curfew.": [
        f"request: Association of Southeast Asian Nations > Myanmar | {NEWS} | happened",
    ],
    "A statement published by the Ghanaian ministry accused Togo of smuggling.": [
        "announce: Ghana | happened",
        f"accuse: Ghana > Togo | {NEWS} | happened",
    ],
    "A letter sent to Lula da Silva urged Brazil to free the reporter.": [],
    # Both ways.
    "Jordan suspended flights to and from Damascus on Monday.": ["sanction: Jordan > Syria | 2024-06-03 | happened"],
    "Oman halted all air traffic to and from Yemen on Monday.": ["sanction: Oman > Yemen | 2024-06-03 | happened"],
    "Thailand banned trade to and from Laos on Monday.": ["sanction: Thailand > Laos | 2024-06-03 | happened"],
    # What somebody is kept from is not told.
    "The African Union barred Gabon from its summit on Monday.": [
        "reject: African Union > Gabon | 2024-06-03 | happened",
    ],
    "ASEAN disinvited Russia from the meeting on Monday.": [
        "reject: Association of Southeast Asian Nations > Russia | 2024-06-03 | happened",
    ],
    "ECOWAS barred the junta from key meetings.": [],
    "Paul Kagame has chosen not to attend the gathering of the African Union.": [
        "attend: Paul Kagame > African Union | denied",
    ],
}


@pytest.mark.parametrize(("text", "expected"), PAPERS.items())
def test_papers_and_ways(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)


PERFORMED = {
    # What a state does by saying so is done; what begins on a day to come is not.
    "Tuvalu announced the severance of diplomatic relations with Taiwan.": [
        f"sanction: Tuvalu > Taiwan | {NEWS} | happened",
    ],
    "Niger on Monday announced the expulsion of the French ambassador.": [
        "coerce: Niger > France | 2024-06-03 | happened",
    ],
    "Kenya announced the suspension of aid to Somalia on Monday.": [
        "sanction: Kenya > Somalia | 2024-06-03 | happened"
    ],
    # Home again: no visit.
    "Sheikh Hasina left Beijing for Dhaka on Monday.": [],
    "Ferdinand Marcos Jr. departed Hanoi for Manila on Monday.": [],
    "Shehbaz Sharif left Islamabad for Riyadh on Monday.": [
        "visit: Shehbaz Sharif > Saudi Arabia @ Riyadh | 2024-06-03 | happened",
    ],
    # What follows a ruling is not ruled against.
    "Cyril Ramaphosa welcomed the talks, which follow a High Court ruling.": [],
    "William Ruto hosted the talks, which followed criticism from Uganda.": [],
}


@pytest.mark.parametrize(("text", "expected"), PERFORMED.items())
def test_done_by_saying(text: str, expected: list[str]) -> None:
    assert sorted(map(show, told(text))) == sorted(expected)


def test_what_begins_later_is_not_done_by_saying() -> None:
    ahead = told("Kenya announced the suspension of aid to Somalia from July 1.")
    assert [(m.type, m.status) for m in ahead] == [("sanction", "planned")]


def test_whose_troops_are_to_leave() -> None:
    asked = "The African Union demanded the withdrawal of Ethiopian troops from Somalia on Monday."
    assert list(map(show, told(asked))) == ["request: African Union > Ethiopia | 2024-06-03 | happened"]


def test_rivals_before_their_names() -> None:
    met = "South Sudanese rivals President Salva Kiir and rebel leader Riek Machar signed a truce in Juba on Monday."
    assert list(map(show, told(met))) == ["agree: Salva Kiir, Riek Machar @ Juba | 2024-06-03 | happened"]
