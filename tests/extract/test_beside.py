"""Who is named beside a title, by a given name alone, or behind a visit's rank; text that is broken at a width."""

import textwrap

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

BESIDE = {
    "Turkish Foreign Minister Hakan Fidan and US Secretary of State Antony Blinken discussed in a phone call on Monday "
    "the efforts for a ceasefire in Gaza.": ["call: Hakan Fidan, Antony Blinken | 2024-06-03 | happened"],
    "Chinese President Xi Jinping arrived in Moscow on Monday. Later in the day, Jinping will meet Prime Minister "
    "Dmitry Medvedev.": [
        "visit: Xi Jinping > Russia @ Moscow | 2024-06-03 | happened",
        "meet: Xi Jinping > Dmitry Medvedev | 2024-06-03 | planned",
    ],
    "Kenyan President William Ruto arrived here on Monday on a two-day visit, his first to India.": [
        "visit: William Ruto > India | 2024-06-03/2024-06-04 | happened"
    ],
    "The United States imposed sanctions on Russia on Monday over its invasion of Ukraine.": [
        "sanction: United States > Russia | 2024-06-03 | happened",
        "attack: Russia > Ukraine | happened",
    ],
    "Kenya cut ties with Chad on Monday over its raid on Somalia.": [
        "sanction: Kenya > Chad | 2024-06-03 | happened",
        "attack: Chad > Somalia | happened",
    ],
    "The United States expelled 12 Russian diplomats at the United Nations on Monday.": [
        "coerce: United States > Russia | 2024-06-03 | happened"
    ],
    "China's envoy at the United Nations accused Japan of lying on Monday.": [
        f"accuse: China > Japan | {NEWS} | happened"
    ],
    "Five people were killed in an armed clash on the Tajik-Afghan border on Monday.": [],
    "Kenya welcomed a UN plan to send troops to Somalia.": [
        f"support: Kenya > United Nations | {NEWS} | happened",
        "mobilize: United Nations > Somalia | planned",
    ],
    "Russia protested on Monday over a U.S. move to expel Russian staff.": [
        "accuse: Russia > United States | 2024-06-03 | happened"
    ],
}
BROKEN = (
    "Kenya and Uganda agree on border\n\nKenyan Foreign Minister Musalia Mudavadi met on Monday with his "
    "Ugandan counterpart Jeje Odongo in Arusha to discuss the border. He will fly to Kampala next week to meet "
    "President Yoweri Museveni, officials of both countries said, and Kenya recalled its ambassador to Sudan on Sunday."
)


def _found(text: str) -> list[str]:
    document = Document(id="a", text=text, published=PUBLISHED)
    return sorted(show(m) for m in get("syntax").extract(document) if m.type != "say")


@pytest.mark.parametrize(("text", "expected"), BESIDE.items())
def test_beside(text: str, expected: list[str]) -> None:
    assert _found(text) == sorted(expected)


def test_a_text_broken_at_a_width_tells_the_same() -> None:
    title, body = BROKEN.split("\n\n")
    assert len(_found(BROKEN)) > 3
    assert _found(f"{title}\n\n{textwrap.fill(body, 60)}") == _found(BROKEN)
