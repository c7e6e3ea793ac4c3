"""Who held an office on the day of what is told of it: published on 10 May 2023, of other years."""

from datetime import date

import pytest

from kg.extract import get
from kg.model import Document

THEN = {
    "In 1972 the US president visited Beijing.": ["Richard Nixon"],
    "In 1974 the US president visited Tokyo.": ["United States"],  # two held the office that year
    "In 1999 the Chinese president visited Paris and met his French counterpart.": ["Jacques Chirac", "Jiang Zemin"],
    "The British prime minister met the US president in March 2003.": ["George W. Bush", "Tony Blair"],
    "The Kenyan president visited London in 1962.": ["Kenya"],  # nobody did
    "The Russian president visited Berlin in 2003.": ["Vladimir Putin"],
    "The French president visited Rwanda in May 2021.": ["Emmanuel Macron"],
    "The president of Kenya met the Ugandan president on Monday.": ["William Ruto", "Yoweri Museveni"],
    "The US president will visit Beijing next week.": ["Joe Biden"],
    "In 1972 US President Joe Biden visited Beijing.": ["Joe Biden"],  # a name is a name
}


@pytest.mark.parametrize(("text", "people"), THEN.items())
def test_who_held_the_office_then(text: str, people: list[str]) -> None:
    document = Document(id="a", text=text, published=date(2023, 5, 10))
    found = {m.label for e in get("syntax").extract(document) for m in (*e.actors, *e.targets)}
    assert sorted(found - {"China", "Japan", "France", "United Kingdom", "Germany", "Rwanda"}) == people
