"""Places of one name: which is meant, and when none is."""

from collections.abc import Callable

import pytest

from kg.actors import Gazetteer
from kg.model import ActorMention

Linker = Callable[..., list[ActorMention]]


def spots(mentions: list[ActorMention], text: str) -> set[tuple[str, str | None]]:
    return {(m.id, m.country) for m in mentions if m.text == text}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Shots were heard in Tripoli. Libya's government blamed militias.", "Tripoli", ("tripoli", "LY")),
        ("Shots were heard in Tripoli. Lebanon's government sent soldiers.", "Tripoli", ("tripoli-lb", "LB")),
        ("Shots were heard in Tripoli, Lebanon, as Libya watched.", "Tripoli", ("tripoli-lb", "LB")),
        ("A train left Hyderabad. It crossed Sindh at night.", "Hyderabad", ("hyderabad-pk", "PK")),
        ("A train left Hyderabad for the coast.", "Hyderabad", ("hyderabad", "IN")),
        ("The council of Valencia met. Caracas said Venezuela was calm.", "Valencia", ("valencia-ve", "VE")),
        ("Pilgrims reached Santiago. The Dominican Republic welcomed them.", "Santiago", ("santiago-do", "DO")),
        ("Farmers protested in Cordoba. Argentina raised export taxes.", "Cordoba", ("cordoba-ar", "AR")),
        ("Farmers protested in Córdoba. Spain cut subsidies.", "Córdoba", ("cordoba-es", "ES")),
        ("The ministers met in Birmingham, England, in 1998.", "Birmingham", ("birmingham-gb", "GB")),
        ("The ministers dined in Cambridge, Massachusetts.", "Cambridge", ("cambridge-us", "US")),
        ("The envoys met in San Jose.", "San Jose", ("san-jose", "CR")),
        ("The envoys met in San Jose, California.", "San Jose", ("san-jose-us", "US")),
        ("Ships lay off Alexandria. Egypt closed the port.", "Alexandria", ("alexandria", "EG")),
        ("The court in Alexandria, Virginia, heard the case.", "Alexandria", ("alexandria-us", "US")),
        ("The queen flew to Victoria. Canada honoured her.", "Victoria", ("victoria-ca", "CA")),
        ("A storm hit Odessa, Texas.", "Odessa", ("odessa-us", "US")),
        ("A storm hit Odessa. Ukraine closed the port.", "Odessa", ("odesa", "UA")),
        ("The fair opened in Paris, Texas.", "Paris", ("paris-us", "US")),
        ("The talks were held in Tabarka, Tunisia.", "Tabarka", ("tabarka", "TN")),
    ],
)
def test_the_text_says_which_place(linked: Linker, text: str, name: str, expected: tuple[str, str]) -> None:
    assert spots(linked(text, "2016-03-01"), name) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Birmingham.",
        "The ministers met in Cambridge.",
        "The ministers met in Victoria.",
        "Farmers protested in Cordoba. Spain and Argentina sent observers.",
    ],
)
def test_a_name_of_equals_is_left_open(linked: Linker, text: str) -> None:
    assert not [m for m in linked(text, "2016-03-01") if m.kind == "place"]


def test_what_a_comma_adds_holds_for_the_whole_text(linked: Linker) -> None:
    text = "Troops entered Tripoli, Lebanon, on Monday. By Tuesday Tripoli was calm, and Libya and Syria took note."
    assert spots(linked(text, "2008-05-12"), "Tripoli") == {("tripoli-lb", "LB")}


@pytest.mark.parametrize(
    "text", ["In Moscow, China's envoy met reporters.", "The ministers met in Paris, France and Spain announced."]
)
def test_a_comma_of_another_clause_ties_nothing(linked: Linker, text: str) -> None:
    assert next(m.country for m in linked(text, "2016-03-01") if m.kind == "place") in ("RU", "FR")


def test_the_capital_of_one_country_does_not_speak_for_a_namesake(linked: Linker) -> None:
    ruled = linked("San Jose said it would not sign.", "2016-03-01")
    assert ("costa-rica", "metonym:capital") in {(m.id, m.rule) for m in ruled}
    city = linked("San Jose, California, said it would not sign.", "2016-03-01")
    assert ("san-jose-us", "gazetteer:place") in {(m.id, m.rule) for m in city}


def test_each_place_of_a_name_has_its_own_position(gazetteer: Gazetteer) -> None:
    rows = gazetteer.spots("Tripoli")
    assert [row.id for row in rows] == ["tripoli", "tripoli-lb"]
    assert [gazetteer.seat("Tripoli", row.country) for row in rows] == ["libya", None]
