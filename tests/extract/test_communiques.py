"""Text → events in the style of foreign ministries and of war reports: long titles, envoys, exchanges of fire.

Texts of our own, published on Wednesday 5 June 2024.
"""

import pytest
from extract_samples import PUBLISHED, sides, told

from kg.extract import get
from kg.model import Document

TOLD = {
    # A minister of affairs is one person, whose name stands behind a comma.
    "The Minister of Foreign Affairs of the Republic of Chile, Heraldo Muñoz, met with the Minister of Foreign Affairs "
    "of Norway, Børge Brende.": ["meet: Heraldo Muñoz > Børge Brende | happened"],
    "The Minister of Internal Affairs of Kenya, Peter Okello Odhiambo, received the Minister of Foreign Affairs of "
    "Malawi, Grace Tembo.": ["host: Peter Okello Odhiambo > Grace Tembo | happened"],
    "The Deputy Minister of Foreign Affairs of Ukraine, Olha Bondar, met with Slovak diplomats.": [
        "meet: Olha Bondar > Slovakia | happened"
    ],
    # A date without a comma takes no subject with it.
    "On 4 May 2015 the Minister of Foreign Affairs of the Republic of Latvia, Edgars Rinkēvičs, met with the Minister "
    "of Foreign Affairs of the Republic of Moldova, Natalia Gherman.": [
        "meet: Edgars Rinkēvičs > Natalia Gherman | happened"
    ],
    "On 9 June 2016 the Minister of Foreign Affairs of the Republic of Kazakhstan, Erlan Idrissov, held talks with the "
    "Minister of Foreign Affairs of the Kingdom of Sweden, Margot Wallström.": [
        "meet: Erlan Idrissov > Margot Wallström | happened"
    ],
    "On 14 May 2024 the foreign minister of Latvia visited Kyiv.": ["visit: Baiba Braže > Ukraine | happened"],
    # Names that the tagger cuts.
    "Peru's foreign minister José Antonio García Belaúnde has spoken by phone with his Ecuadorean counterpart Fander "
    "Falconí.": ["call: José Antonio García Belaúnde > Fander Falconí | happened"],
    # Whose a craft is.
    "Coalition jets bombed Islamic State positions in Raqqa on Monday.": [
        "attack: Coalition > Islamic State | happened"
    ],
    "Rebel boats attacked a Sri Lankan navy vessel off Jaffna on Monday.": ["attack: Rebels > Sri Lanka | happened"],
    "The coalition bombed Islamic State positions in Mosul on Monday.": [
        "attack: Coalition > Islamic State | happened"
    ],
    # A high commissioner is an ambassador.
    "Ghana recalled its high commissioner from Abuja.": ["sanction: Ghana > Nigeria | happened"],
    "Malaysia expelled the North Korean high commissioner on Monday.": ["coerce: Malaysia > North Korea | happened"],
    # Harm in an exchange of fire.
    "Two Armenian soldiers were killed in an exchange of fire with Azerbaijani troops on Monday.": [
        "attack: Azerbaijan > Armenia | happened"
    ],
    "A Malian soldier was wounded in an exchange of gunfire with insurgents near Gao.": [
        "attack: Insurgents > Mali | happened"
    ],
    "Three Thai soldiers were wounded in a clash with a Cambodian patrol on Monday.": [
        "attack: Cambodian patrol > Thailand | happened"
    ],
    # What an attack does to those whom it hits is one with it; others are hit besides.
    "Saudi jets struck the port of Hodeidah on Tuesday, killing six people.": [
        "attack: Saudi Arabia > Yemen | happened"
    ],
    "Israeli aircraft bombed two towers in Gaza City, wounding 25 people.": ["attack: Israel > Palestine | happened"],
    "Russia launched a missile attack on Odesa, killing four civilians.": ["attack: Russia > Ukraine | happened"],
    "Al-Shabab stormed a hotel in Mogadishu, killing two Ugandan officers.": [
        "attack: Al-Shabaab > Somalia | happened",
        "attack: Al-Shabaab > Ugandan officers | happened",
    ],
    # Who denies answers who accused, who refuses answers who asked.
    "Sudan urged Kenya to leave. Chad accused Kenya of arming rebels. Kenya denied that it had sent any weapons.": [
        "accuse: Chad > Kenya | happened",
        "reject: Kenya > Chad | happened",
        "request: Sudan > Kenya | happened",
    ],
    "Chad accused Kenya of arming rebels. Sudan urged Kenya to leave. Kenya refused to go.": [
        "accuse: Chad > Kenya | happened",
        "reject: Kenya > Sudan | happened",
        "request: Sudan > Kenya | happened",
    ],
    "France urged Togo to hold elections. Togo denied that it had carried out the raid.": [
        "reject: Togo | happened",
        "request: France > Togo | happened",
    ],
    # Of two things that somebody is accused of neither is the accuser's.
    "Chad accused Sudan of training and arming rebels.": ["accuse: Chad > Sudan | happened"],
    "Togo accused Benin on Monday of financing and arming a group of gunmen.": ["accuse: Togo > Benin | happened"],
    "Iran accused Israel of planning and carrying out the attack.": ["accuse: Iran > Israel | happened"],
    # Personae non gratae.
    "Niger declared the French ambassador persona non grata on Friday.": ["coerce: Niger > France | happened"],
    "Burundi declared the UN envoy Michel Kafando persona non grata.": ["coerce: Burundi > Michel Kafando | happened"],
    "The Peruvian ambassador was declared persona non grata by Bolivia.": ["coerce: Bolivia > Peru | happened"],
    "Sudan on Tuesday declared UN envoy Volker Perthes persona non grata.": [
        "coerce: Sudan > Volker Perthes | happened"
    ],
    # What is only asked to be halted is neither a plan nor the asker's.
    "Ghana urged Togo to halt its assault on Lomé.": ["request: Ghana > Togo | happened"],
    "Ghana urged Togo to halt the assault on Cotonou.": ["request: Ghana > Togo | happened"],
    "Chad appealed to Sudan to stop its offensive against the rebels.": ["request: Chad > Sudan | happened"],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_communiques(text: str, expected: list[str]) -> None:
    found = told(text)
    assert sorted(f"{sides(m)} | {m.status}" for m in found) == sorted(expected)


def test_a_headline_that_names_a_meeting_in_passing_tells_of_none() -> None:
    text = "Hungary protests over EU meeting on farm aid"
    found = get("syntax").extract(Document(id="x", title=text, text=f"{text}\n", published=PUBLISHED))
    assert not [m for m in found if m.type == "meet"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Yves Leterme did not meet Islam Karimov, his spokesman said.", "Spokesman of Yves Leterme"),
        ("William Ruto did not meet Yoweri Museveni, his spokesman said.", "Spokesman of William Ruto"),
        ("Angela Merkel did not meet Boris Johnson, her office said.", "her office"),
    ],
)
def test_whose_spokesman_speaks(text: str, speaker: str) -> None:
    found = told(text)
    assert {m.attributed_to for m in found if m.type == "meet"} == {speaker}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents of both countries spoke by telephone.", "call: Salva Kiir, William Ruto | happened"),
        (
            "The leaders of the two neighbours will meet in Kampala.",
            "meet: Salva Kiir, William Ruto | planned",
        ),
        ("Rwanda mediated between the two in March.", "meet: Rwanda > Kenya, South Sudan | happened"),
        ("Talks between the two will begin on Friday.", "meet: Kenya, South Sudan | planned"),
    ],
)
def test_those_of_both_countries(text: str, expected: str) -> None:
    found = told(f"Kenya and South Sudan agreed on Monday to open the border. {text}")
    assert expected in [f"{sides(m)} | {m.status}" for m in found]
