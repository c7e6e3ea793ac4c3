"""Meetings that somebody chairs, titles that take up a name, and whose the government is that parleys abroad."""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

TABLE = {
    "Wang Yi will chair the fifth China-Pacific Foreign Ministers' Meeting from July 3 to July 4 in Xiamen.": [
        "meet: Wang Yi > Foreign ministers @ Xiamen | 2024-07-03/2024-07-04 | planned"
    ],
    "Chinese foreign minister to chair talks with Kenyan ministers": ["meet: Wang Yi > Kenya | planned"],
    "Xi to host leaders of Kenya and Uganda": ["host: Xi Jinping > William Ruto, Yoweri Museveni | planned"],
    "Lavrov will attend a foreign ministers' meeting of the African Union on Monday.": [
        "meet: Sergey Lavrov > Foreign ministers | 2024-06-10 | planned"
    ],
    "Narendra Modi chaired the India-Africa summit in Delhi on Monday.": [
        "attend: Narendra Modi > India-Africa summit @ New Delhi | 2024-06-03 | happened"
    ],
    "Narendra Modi will attend the ASEAN-India summit in Jakarta on Friday.": [
        "attend: Narendra Modi > Association of Southeast Asian Nations @ Jakarta | 2024-06-07 | planned"
    ],
    "The second EU-Central Asia summit was held in Samarkand on Monday.": [
        "meet: European Union @ Samarkand | 2024-06-03 | happened"
    ],
    "US Secretary of State Antony Blinken arrived in Astana on Monday. He will hold talks with Kazakh Foreign "
    "Minister Murat Nurtleu. After the tour, the Secretary of State will visit India.": [
        "visit: Antony Blinken > Kazakhstan @ Astana | 2024-06-03 | happened",
        "meet: Antony Blinken > Murat Nurtleu | planned",
        "visit: Antony Blinken > India | planned",
    ],
    "British Foreign Secretary David Cameron arrived in Lima on Monday. The British diplomat then flew to Chile.": [
        "visit: David Cameron > Peru @ Lima | 2024-06-03 | happened",
        "visit: David Cameron > Chile | happened",
    ],
    "Kenya's Minister of Foreign Affairs Anne Waiguru met Uganda's Minister of Foreign Affairs Moses Oryem in "
    "Kampala.": [
        f"meet: Anne Waiguru > Moses Oryem @ Kampala | {NEWS} | happened",
        f"visit: Anne Waiguru > Uganda @ Kampala | {NEWS} | happened",
    ],
    "Kenya's President Daniel Okot, Uganda's Prime Minister Moses Oryem and Rwanda's Foreign Minister Clare "
    "Akamanzi signed the pact on Monday.": ["agree: Daniel Okot, Moses Oryem, Clare Akamanzi | 2024-06-03 | happened"],
    "Kenya's Minister of Foreign Affairs Anne Waiguru, Uganda's Minister of Foreign Affairs Moses Oryem and "
    "Rwanda's Foreign Minister Clare Akamanzi met in Suva on Monday.": [
        "meet: Anne Waiguru, Moses Oryem, Clare Akamanzi @ Suva | 2024-06-03 | happened"
    ],
    "The visit, scheduled for July 3-6, will take Lavrov to Kenya and Burundi.": [
        "visit: Sergey Lavrov > Kenya | 2024-07-03/2024-07-06 | planned",
        "visit: Sergey Lavrov > Burundi | 2024-07-03/2024-07-06 | planned",
    ],
    "Wang Yi will hold talks with Central Asian ministers on Friday.": [
        "meet: Wang Yi > Central Asian ministers | 2024-06-07 | planned"
    ],
    "India and Pakistan each accused the other of shelling first.": [
        f"accuse: India > Pakistan | {NEWS} | happened",
        f"accuse: Pakistan > India | {NEWS} | happened",
    ],
    "Kenya and Somalia began talks in Doha on Monday. Each side accuses the other of targeting civilians.": [
        "meet: Kenya, Somalia @ Doha | 2024-06-03 | happened",
        f"accuse: Kenya > Somalia | {NEWS} | happened",
        f"accuse: Somalia > Kenya | {NEWS} | happened",
    ],
    "The ELN and the government met in Havana on Monday.": [
        "meet: National Liberation Army of Colombia, Colombia @ Havana | 2024-06-03 | happened"
    ],
    "The M23 has taken Goma. Congo's army fled. Congo has asked for help. The government and rebel leaders met "
    "in Doha on Monday.": ["meet: Democratic Republic of the Congo, Rebel leaders @ Doha | 2024-06-03 | happened"],
    "Fighting between India and Pakistan broke out in Kashmir on Monday.": [
        "attack: India > Pakistan @ Kashmir | 2024-06-03 | happened"
    ],
    "Kenya on Tuesday decided to expel 12 Russian diplomats in reaction to the war in Ukraine.": [
        "coerce: Kenya > Russia | planned"
    ],
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_table(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    assert sorted(show(m) for m in get("syntax").extract(document) if m.type != "say") == sorted(expected)
