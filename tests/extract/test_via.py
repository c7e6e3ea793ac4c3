"""Who says it, and the newspaper or agency that the text names as passing it on."""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document, EventMention

TOLD = [
    (
        "Paraguay has expelled the Bolivian ambassador, an official told AFP on Monday.",
        "official",
        "Agence France-Presse",
    ),
    ("Guinea attacked Mali, Dmitry Peskov said, TASS reported.", "Dmitry Peskov", "TASS"),
    ("President Bola Tinubu told the BBC that Nigeria would send troops to Niger.", "Bola Tinubu", "BBC"),
    ("A general was quoted by Xinhua as saying that Laos had invaded Cambodia.", "general", "Xinhua News Agency"),
    ("Interfax quoted Lavrov as saying that Cuba had invited Putin to Havana.", "Sergey Lavrov", "Interfax"),
    ("Reuters reported that Lavrov said Serbia had attacked Kosovo.", "Sergey Lavrov", "Reuters"),
    ("Serbia attacked Kosovo, according to Reuters.", "Reuters", None),
    ("Serbia attacked Kosovo, Lavrov said.", "Sergey Lavrov", None),
    ("Serbia attacked Kosovo and Lavrov told Reuters that he was sorry.", None, None),
    ("Serbia attacked Kosovo on Monday.", None, None),
]


def mentions(text: str) -> list[EventMention]:
    return list(get("syntax").extract(Document(id="x", text=text, published=date(2024, 6, 5))))


@pytest.mark.parametrize(("text", "speaker", "outlet"), TOLD)
def test_who_says_it_and_who_passes_it_on(text: str, speaker: str | None, outlet: str | None) -> None:
    told = [m for m in mentions(text) if m.type not in ("say", "visit")]
    assert {(m.attributed_to, m.via) for m in told} == {(speaker, outlet)}
