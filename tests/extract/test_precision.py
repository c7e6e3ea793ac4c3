"""Sentence → events, third table: what must not be read into a text, and who does and suffers what else would go wrong.

Sentences of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

ASKED = {
    "Kenya called on the president of Somalia to resign.": [
        f"request: Kenya > Hassan Sheikh Mohamud | {NEWS} | happened",
    ],
    "Gustavo Petro called on the president to resign.": [],
    "Denmark appealed to Sudan to release the pilots.": [
        f"request: Denmark > Sudan | {NEWS} | happened",
    ],
    "Jordan called on Israel to withdraw its troops from Gaza.": [
        f"request: Jordan > Israel | {NEWS} | happened",
    ],
    "Qatar called for talks between Chad and Sudan.": [
        f"request: Qatar > Chad, Sudan | {NEWS} | happened",
        "meet: Chad, Sudan | proposed",
    ],
    "Panama demanded that Cuba withdraw its ambassador.": [f"request: Panama > Cuba | {NEWS} | happened"],
}
CONTENT = {
    # What is charged, asked for or threatened is told by the charge; a visit or a meeting is news of its own.
    "Malawi accused Mozambique of seizing its boats.": [f"accuse: Malawi > Mozambique | {NEWS} | happened"],
    "Oman alleged that Yemen had bombed the port.": [f"accuse: Oman > Yemen | {NEWS} | happened"],
    "Georgia urged Armenia to release the driver.": [f"request: Georgia > Armenia | {NEWS} | happened"],
    "Zambia threatened to expel the Angolan envoy.": [f"threaten: Zambia > Angola | {NEWS} | happened"],
    "Fiji urged Samoa to meet Tonga.": [
        f"request: Fiji > Samoa | {NEWS} | happened",
        "meet: Samoa > Tonga | proposed",
    ],
}
SILENCE = {
    "A spokesman for the Spanish government declined to comment.": [],
    "Norway declined to elaborate on the report.": [],
    "Norway declined to sell the ships to Chile.": [f"reject: Norway > Chile | {NEWS} | happened"],
    "Finland announced new rules.": [],
}
PARTICLES = {
    "Pedro Sanchez gave a speech to the Moroccan parliament in May.": [
        "attend: Pedro Sánchez > Parliament of Morocco | 2024-05 | happened"
    ],
    "Peru gave in to Chile on Monday.": ["retreat: Peru > Chile | 2024-06-03 | happened"],
}
LISTS = {
    "Chile, Peru and Ecuador severed ties with Taiwan on Monday.": [
        "sanction: Chile, Peru, Ecuador > Taiwan | 2024-06-03 | happened"
    ],
    "Macron, Scholz and Tusk met in Lisbon on Sunday.": [
        "meet: Emmanuel Macron, Olaf Scholz, Donald Tusk @ Lisbon | 2024-06-02 | happened"
    ],
    "Kenya accuses Uganda of smuggling; Uganda denies it.": [
        f"accuse: Kenya > Uganda | {NEWS} | happened",
        f"reject: Uganda > Kenya | {NEWS} | happened",
    ],
}
STATUS = {
    "Prabowo Subianto is expected to be sworn in on 20 October.": ["appoint: Prabowo Subianto | 2024-10-20 | planned"],
    "Bhutan is due to be admitted to the union in July.": [],
    "Was Kenya invaded by Somalia?": ["attack: Somalia > Kenya | unknown"],
    "Was Fiji visited by Narendra Modi?": ["visit: Narendra Modi > Fiji | unknown"],
    "Iraq has not sent Yemen any aid or helped it with money.": [
        "aid: Iraq > Yemen | denied",
        "aid: Iraq > Yemen | denied",
    ],
}
DOERS = {
    "Peru ruled out any concession on fishing, according to the Bolivian account.": [
        f"reject: Peru | {NEWS} | happened"
    ],
    "Ghana turned to Mali for help, according to a Togolese ministry.": [f"request: Ghana > Mali | {NEWS} | happened"],
    "Spain and Italy pleaded for a bigger role in rebuilding Libya.": [],
    "Malawi had praised the decision by Zambia in May to recognise Kosovo.": [
        "support: Malawi > Zambia | 2024-05 | happened"
    ],
    "Eritrea invaded the north, forcing Djibouti to flee.": [],
    "The Philippine plane was shot down by Malaysia on Monday.": [
        "attack: Malaysia > Philippines | 2024-06-03 | happened"
    ],
    "Turkey shot down a Syrian drone on Sunday.": ["attack: Turkey > Syria | 2024-06-02 | happened"],
    "Cuba imposed a naval quarantine on Haiti on Monday.": ["attack: Cuba > Haiti | 2024-06-03 | happened"],
    "European Union countries expelled 30 Belarusian diplomats on Monday.": [
        "coerce: European Union > Belarus | 2024-06-03 | happened"
    ],
    "Chile withdrew its ambassador to Nicaragua on Sunday.": ["sanction: Chile > Nicaragua | 2024-06-02 | happened"],
    "The island nation of Tuvalu recognised Kosovo on Monday.": ["support: Tuvalu > Kosovo | 2024-06-03 | happened"],
    "The UN envoy to Libya, former Senegalese minister Abdoulaye Bathily, met Khalifa Haftar on Sunday.": [
        "meet: Abdoulaye Bathily > Khalifa Haftar | 2024-06-02 | happened"
    ],
    "Cook Islands Prime Minister Mark Brown met Li Qiang in Beijing on Monday.": [
        "meet: Mark Brown > Li Qiang @ Beijing | 2024-06-03 | happened",
        "visit: Mark Brown > China @ Beijing | 2024-06-03 | happened",
    ],
}
NAMED = {
    "South Sudan's rival leaders, Salva Kiir and Riek Machar, met in Kampala on Monday.": [
        "meet: Salva Kiir, Riek Machar @ Kampala | 2024-06-03 | happened",
    ],
    "The two Baltic presidents, Gitanas Nauseda and Alar Karis, visited Kyiv on Monday.": [
        "visit: Gitanas Nausėda, Alar Karis > Ukraine @ Kyiv | 2024-06-03 | happened"
    ],
    "Emmanuel Macron told Xi Jinping by telephone on Sunday that France was ready.": [
        "call: Emmanuel Macron > Xi Jinping | 2024-06-02 | happened"
    ],
}
HOSTS = {
    "China cancelled a visit by Brazilian Foreign Minister Mauro Vieira.": ["visit: Mauro Vieira > China | cancelled"],
    "Peru put off a trip by Chilean President Gabriel Boric to July.": [
        "visit: Gabriel Boric > Peru | 2024-07 | planned"
    ],
    "Kenya confirmed a visit by Antony Blinken next week.": [
        "visit: Antony Blinken > Kenya | 2024-06-10/2024-06-16 | planned"
    ],
    "Lula da Silva cancelled Mauro Vieira's visit on Monday.": [],
}
WORDS = {
    "Kenya and Uganda agreed to co-operate on security.": [
        f"agree: Kenya, Uganda | {NEWS} | happened",
        "cooperate: Kenya, Uganda | planned",
    ],
    "Armenia and Azerbaijan signed a cease-fire on Monday.": ["agree: Armenia, Azerbaijan | 2024-06-03 | happened"],
    "Gitanas Nauseda was re-elected on Sunday.": ["appoint: Gitanas Nausėda | 2024-06-02 | happened"],
    "Croatia will meet Morocco in the final on Sunday.": [],
    "Argentina beat France in the World Cup final in Doha.": [],
}
QUOTED = {
    '"You have lied to us," Viktor Orban told Ulf Kristersson.': [
        f"accuse: Viktor Orbán > Ulf Kristersson | {NEWS} | happened"
    ],
    '"You betrayed Poland," Donald Tusk said to Viktor Orban.': [
        f"accuse: Donald Tusk > Viktor Orbán | {NEWS} | happened"
    ],
    '"Oman has deceived everybody," Bashar al-Assad told Xi Jinping.': [
        f"accuse: Bashar al-Assad > Oman | {NEWS} | happened"
    ],
}
BACKGROUND = {
    "Norway expelled a Cuban envoy. Peru had expelled three Cubans in 2008. Chile called the expulsion unjustified.": [
        f"coerce: Norway > Cuba | {NEWS} | happened",
        "coerce: Peru > Cuba | 2008 | happened",
        f"accuse: Chile > Norway | {NEWS} | happened",
    ],
    "Jamaica condemned the U.S. embargo against Cuba on Tuesday.": [
        "accuse: Jamaica > United States | 2024-06-04 | happened",
        "sanction: United States > Cuba | happened",
    ],
}
VAGUE = {
    "Lloyd Austin met with several top officials in Manila on Monday.": [
        "meet: Lloyd Austin > Philippines @ Manila | 2024-06-03 | happened",
        "visit: Lloyd Austin > Philippines @ Manila | 2024-06-03 | happened",
    ],
    "Lloyd Austin met senior officials.": [],
    "Joko Widodo ordered the army to help.": [f"request: Joko Widodo > Army of Indonesia | {NEWS} | happened"],
    "Addressing the forum, Anthony Albanese criticised China.": [
        f"accuse: Anthony Albanese > China | {NEWS} | happened"
    ],
    "Kenya's envoy visited Lakeside Technical College on Monday.": [],
    "Ecuador closed Venezuela's consulate on Monday.": ["coerce: Ecuador > Venezuela | 2024-06-03 | happened"],
    "The Chilean army flew blankets to Haiti on Monday.": [],
    "Kim Jong Un flew to Vladivostok on Monday.": ["visit: Kim Jong Un > Russia @ Vladivostok | 2024-06-03 | happened"],
    "Kenya thanked the Korea Herald for its report.": [],
    "Mali banned the BBC.": [f"coerce: Mali > BBC | {NEWS} | happened"],
}
PAIRS = {
    "Chad shelled Sudan. Sudan blamed Chad. Chad is ready. So is Sudan. Qatar waits. Kenya urged both sides to stop.": [
        f"attack: Chad > Sudan | {NEWS} | happened",
        f"accuse: Sudan > Chad | {NEWS} | happened",
        f"request: Kenya > Chad, Sudan | {NEWS} | happened",
    ],
    "Jonas Gahr Store and Mette Frederiksen met in Oslo on Monday. The two Nordic leaders will visit Riga on Friday.": [
        "meet: Jonas Gahr Støre, Mette Frederiksen @ Oslo | 2024-06-03 | happened",
        "visit: Mette Frederiksen > Norway @ Oslo | 2024-06-03 | happened",
        "visit: Jonas Gahr Støre, Mette Frederiksen > Latvia @ Riga | 2024-06-07 | planned",
    ],
    "Sweden and Norway signed a pact on Monday. The two Nordic states will sign a treaty in July.": [
        "agree: Sweden, Norway | 2024-06-03 | happened",
        "agree: Norway, Sweden | 2024-07 | planned",
    ],
    "Estonia and Latvia signed a pact on Monday. Russia condemned the two former Soviet republics.": [
        "agree: Estonia, Latvia | 2024-06-03 | happened",
        f"accuse: Russia > Estonia, Latvia | {NEWS} | happened",
    ],
    "Chile and Peru signed a pact on Monday. The presidents of the two South American countries spoke by phone.": [
        "agree: Chile, Peru | 2024-06-03 | happened",
        f"call: Dina Boluarte, Gabriel Boric | {NEWS} | happened",
    ],
    "Mark Rutte and Alexander De Croo met on Monday. The two prime ministers signed a pact.": [
        "meet: Mark Rutte, Alexander De Croo | 2024-06-03 | happened",
        f"agree: Alexander De Croo, Mark Rutte | {NEWS} | happened",
    ],
    # Two presidents are no foreign ministers.
    "Emmanuel Macron and Vladimir Putin met on Monday. The two foreign ministers will meet on Friday.": [
        "meet: Emmanuel Macron, Vladimir Putin | 2024-06-03 | happened",
        "meet: Foreign ministers | 2024-06-07 | planned",
    ],
    "The presidents of Chile and Peru held more than five hours of talks in Lima on Monday.": [
        "meet: Dina Boluarte, Gabriel Boric @ Lima | 2024-06-03 | happened",
        "visit: Gabriel Boric > Peru @ Lima | 2024-06-03 | happened",
    ],
}


TABLES = (
    ASKED,
    CONTENT,
    SILENCE,
    PARTICLES,
    LISTS,
    STATUS,
    DOERS,
    NAMED,
    HOSTS,
    WORDS,
    QUOTED,
    BACKGROUND,
    VAGUE,
    PAIRS,
)


@pytest.mark.parametrize(("text", "expected"), [pair for table in TABLES for pair in table.items()])
def test_precision(text: str, expected: list[str]) -> None:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    assert [show(m) for m in found if m.type != "say"] == expected
