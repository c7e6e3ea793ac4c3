"""Titles that are held for a while, no longer, or not yet, and two titles of one person."""

from collections.abc import Callable

import pytest

from kg.model import ActorMention

Linker = Callable[..., list[ActorMention]]


@pytest.mark.parametrize(
    ("published", "text", "phrase", "person"),
    [
        ("2016-11-20", "The US president-elect flew to New York.", "US president-elect", "donald-trump"),
        ("2017-05-10", "The French president-elect thanked voters.", "French president-elect", "emmanuel-macron"),
        (
            "2018-07-20",
            "Mexico's president-elect wrote a letter.",
            "Mexico's president-elect",
            "andres-manuel-lopez-obrador",
        ),
        (
            "2008-12-01",
            "The incoming US secretary of state met senators.",
            "incoming US secretary of state",
            "hillary-clinton",
        ),
        (
            "2024-12-20",
            "The South Korean acting president spoke.",
            "South Korean acting president",
            "han-duck-soo",
        ),
        (
            "2024-12-28",
            "The acting South Korean president spoke.",
            "acting South Korean president",
            "choi-sang-mok",
        ),
        ("2024-12-20", "The South Korean president was silent.", "South Korean president", "yoon-suk-yeol"),
        (
            "2019-01-28",
            "The acting US defense secretary visited Kabul.",
            "acting US defense secretary",
            "patrick-shanahan",
        ),
        ("2006-10-01", "The visiting Chinese premier smiled.", "visiting Chinese premier", "wen-jiabao"),
        ("2017-01-10", "The outgoing US president spoke.", "outgoing US president", "barack-obama"),
        (
            "2010-06-20",
            "The Dutch caretaker prime minister agreed.",
            "Dutch caretaker prime minister",
            "jan-peter-balkenende",
        ),
        ("2001-03-10", "The US Secretary of State left.", "US Secretary of State", "colin-powell"),
        ("2023-03-10", "The US Secretary of State left.", "US Secretary of State", "antony-blinken"),
    ],
)
def test_a_title_has_its_holder(linked: Linker, published: str, text: str, phrase: str, person: str) -> None:
    assert {(m.id, m.rule) for m in linked(text, published) if m.text == phrase} == {(person, "office:table")}


@pytest.mark.parametrize(
    ("published", "text", "phrase", "person"),
    [
        (
            "2016-11-20",
            "US President-elect Donald Trump rang Jakarta. The US president was in Lima.",
            "US president",
            "barack-obama",
        ),
        (
            "2016-11-20",
            "Barack Obama received US President-elect Donald Trump. The president-elect smiled.",
            "president-elect",
            "donald-trump",
        ),
        (
            "2014-03-10",
            "Viktor Yanukovych fled to Russia. The ousted Ukrainian president spoke in Rostov.",
            "ousted Ukrainian president",
            "viktor-yanukovych",
        ),
        (
            "2013-08-01",
            "Mohammed Morsi was charged. Soldiers guard Egypt's former president.",
            "Egypt's former president",
            "mohamed-morsi",
        ),
        (
            "2010-03-01",
            "Tony Blair gave evidence about Iraq. The former prime minister defended himself.",
            "former prime minister",
            "tony-blair",
        ),
    ],
)
def test_the_text_says_who_held_or_will_hold_it(
    linked: Linker, published: str, text: str, phrase: str, person: str
) -> None:
    assert {m.id for m in linked(text, published) if m.text == phrase} == {person}


@pytest.mark.parametrize(
    ("published", "text", "name", "person"),
    [
        ("2010-03-01", "Then-Prime Minister Tony Blair agreed.", "Then-Prime Minister Tony Blair", "tony-blair"),
        (
            "2016-11-20",
            "US President-elect Donald Trump agreed.",
            "US President-elect Donald Trump",
            "donald-trump",
        ),
        (
            "2014-03-10",
            "Ukraine's interim president Oleksandr Turchynov agreed.",
            "Ukraine's interim president Oleksandr Turchynov",
            "oleksandr-turchynov",
        ),
        (
            "2010-06-20",
            "French ex-president Jacques Chirac agreed.",
            "French ex-president Jacques Chirac",
            "jacques-chirac",
        ),
        (
            "2021-12-01",
            "Germany's incoming chancellor Olaf Scholz agreed.",
            "Germany's incoming chancellor Olaf Scholz",
            "olaf-scholz",
        ),
        (
            "2014-06-01",
            "The late Venezuelan president Hugo Chavez had agreed.",
            "late Venezuelan president Hugo Chavez",
            "hugo-chavez",
        ),
        (
            "2019-02-10",
            "Venezuela's self-proclaimed interim president Juan Guaido agreed.",
            "Venezuela's self-proclaimed interim president Juan Guaido",
            "juan-guaido",
        ),
    ],
)
def test_a_name_with_such_a_title_is_one_phrase(
    linked: Linker, published: str, text: str, name: str, person: str
) -> None:
    assert {m.id for m in linked(text, published) if m.text == name} == {person}


@pytest.mark.parametrize(
    ("published", "text", "person"),
    [
        ("2021-03-10", "China's state councilor and foreign minister Wang Yi left.", "wang-yi"),
        ("2023-03-10", "Ireland's Tánaiste and foreign minister Micheál Martin left.", "micheal-martin"),
        ("2021-03-10", "Deputy Prime Minister and Foreign Minister Luigi Di Maio left.", "luigi-di-maio"),
        (
            "2021-03-10",
            "Thailand's deputy prime minister and foreign minister Don Pramudwinai left.",
            "don-pramudwinai",
        ),
    ],
)
def test_two_titles_of_one_person(linked: Linker, published: str, text: str, person: str) -> None:
    assert {m.id for m in linked(text, published)} == {person}


def test_two_titles_of_two_people(linked: Linker) -> None:
    text = "Italy's prime minister and Foreign Minister Federica Mogherini left."
    assert {m.id for m in linked(text, "2014-03-10")} == {"matteo-renzi", "federica-mogherini"}


def test_a_candidate_is_not_the_next_holder(linked: Linker) -> None:
    found = linked("The French presidential candidate and the next French president spoke.", "2017-04-20")
    assert not [m for m in found if m.kind == "person"]


def test_a_coalition_of_that_name_before_the_listed_one(linked: Linker) -> None:
    told = {day: linked("The US-led coalition bombed a bridge.", day)[0].id for day in ("2003-04-10", "2016-04-10")}
    assert told == {"2003-04-10": "us-led-coalition", "2016-04-10": "global-coalition-to-defeat-isis"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Sino-Russian relations improved.", {"china", "russia"}),
        ("The Franco-German proposal failed.", {"france", "germany"}),
        ("The Anglo-Irish treaty was debated.", {"united-kingdom", "ireland"}),
        ("Israeli-Palestinian talks resumed.", {"israel", "palestine"}),
        ("Troops gathered at the Syrian-Turkish border.", {"syria", "turkey"}),
        ("The Indo-Pacific strategy changed.", set()),
        ("The Indo-Pakistani war ended.", {"india", "pakistan"}),
    ],
)
def test_hyphenated_adjectives(linked: Linker, text: str, countries: set[str]) -> None:
    assert {m.id for m in linked(text, "2015-03-01") if m.rule == "gazetteer:adjective"} == countries


def test_who_is_backed_or_led_is_not_the_backer(linked: Linker) -> None:
    text = "Russian-backed separatists shelled a town. US-backed rebels took a base."
    found = linked(text, "2015-03-01")
    assert [(m.id, m.country) for m in found if m.kind == "group"] == [
        ("russian-backed-separatists", None),
        ("us-backed-rebels", None),
    ]
    assert not [m for m in found if m.kind == "country"]
