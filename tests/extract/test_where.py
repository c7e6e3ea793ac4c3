"""Where an event is: its own place by syntax, a city before its country, never what only is spoken of."""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document

PLACES = {
    "Narendra Modi met Rishi Sunak at a summit in Hiroshima, Japan.": ("meet", "Hiroshima"),
    "Kenya bombed a village near Kismayo in Somalia.": ("attack", "Kismayo"),
    "Kenya's ambassador in Kampala met Yoweri Museveni in Entebbe.": ("meet", "Entebbe"),
    "Narendra Modi condemned the attack in Karachi by Afghan rebels.": ("accuse", ""),
    "Narendra Modi criticised Iran over the talks in Muscat.": ("accuse", ""),
    "In Geneva, Iran and Qatar signed a treaty.": ("agree", "Geneva"),
    "Iran and Qatar held talks in Geneva on Monday.": ("meet", "Geneva"),
    "Talks between Iran and Qatar in Geneva ended.": ("meet", "Geneva"),
    "Emmanuel Macron told reporters in Paris that he would meet Olaf Scholz in Berlin.": ("meet", "Berlin"),
    "Emmanuel Macron flew from Paris to Berlin to meet Olaf Scholz.": ("meet", "Berlin"),
    "William Ruto travelled to Kigali to meet Paul Kagame.": ("meet", "Kigali"),
    "Peru expelled the Chilean consul in Cuzco.": ("coerce", "Cusco"),
    "The treaty was signed by Peru and Chile in the Bolivian city of Sucre.": ("agree", "Sucre"),
    "Iran and Qatar met in the Swiss city of Geneva.": ("meet", "Geneva"),
    "Emmanuel Macron, speaking in Lyon, accused Mali of theft.": ("accuse", "Lyon"),
    "Speaking in Nairobi, William Ruto thanked Rwanda.": ("support", "Nairobi"),
    "Olaf Scholz received Emmanuel Macron in Berlin.": ("host", "Berlin"),
    "Emmanuel Macron arrived in Berlin, the German capital, on Monday.": ("visit", "Berlin"),
    "Russia and Ukraine held talks on the war in Syria.": ("meet", ""),
    "Kenya and Uganda signed a treaty.": ("agree", ""),
}


@pytest.mark.parametrize(("sentence", "expected"), PLACES.items())
def test_place(sentence: str, expected: tuple[str, str]) -> None:
    document = Document(id="x", text=sentence, published=date(2024, 6, 5))
    kind, place = expected
    found = [m for m in get("syntax").extract(document) if m.type == kind]
    assert {m.place.label if m.place else "" for m in found} == {place}
