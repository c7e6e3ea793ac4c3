"""Events that a noun takes up again, with what is told of them then; timetables; bodies that shut somebody out."""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

TAKEN_UP = {
    "President Ruto will visit Kampala on Friday, his office said. The visit was later cancelled.": [
        "visit: William Ruto > Uganda @ Kampala | 2024-06-07 | planned",
        "visit: William Ruto > Uganda | cancelled",
    ],
    "Kenya and Uganda were to hold talks in Arusha on Friday. The meeting has been postponed indefinitely.": [
        "meet: Kenya, Uganda @ Arusha | 2024-06-07 | planned",
        "meet: Kenya, Uganda | cancelled",
    ],
    "Kenya and Uganda were to hold talks in Arusha on Friday. The talks were postponed to Monday.": [
        "meet: Kenya, Uganda @ Arusha | 2024-06-07 | planned",
        "meet: Kenya, Uganda | 2024-06-10 | planned",
    ],
    "Kenya and Uganda have agreed to hold talks. The talks will take place in Arusha on Friday.": [
        f"agree: Kenya, Uganda | {NEWS} | happened",
        "meet: Kenya, Uganda | planned",
        "meet: Kenya, Uganda @ Arusha | 2024-06-07 | planned",
    ],
    "President Ruto will visit Uganda next week, his office said. The visit will begin on 12 June.": [
        "visit: William Ruto > Uganda | 2024-06-10/2024-06-16 | planned",
        "visit: William Ruto > Uganda | 2024-06-12 | planned",
    ],
    "Museveni invited President Ruto to Uganda. The visit is expected to take place in July.": [
        f"invite: Yoweri Museveni > William Ruto | {NEWS} | happened",
        "visit: William Ruto > Uganda | proposed",
        "visit: William Ruto > Uganda | 2024-07 | planned",
    ],
    "President Ruto met Museveni in Kampala. The meeting took place on Sunday evening.": [
        "meet: William Ruto > Yoweri Museveni @ Kampala | 2024-06-02 | happened",
        "visit: William Ruto > Uganda @ Kampala | 2024-06-02 | happened",
        "meet: William Ruto > Yoweri Museveni | 2024-06-02 | happened",
    ],
    "President Ruto visited Chad on Monday. The visit was his first abroad.": [
        "visit: William Ruto > Chad | 2024-06-03 | happened"
    ],
    "President Ruto visited Chad on Monday. The visit took longer than planned.": [
        "visit: William Ruto > Chad | 2024-06-03 | happened"
    ],
    "Russia launched a missile attack on Kyiv. The attack, which took place on Monday night, killed six people.": [
        "attack: Russia > Ukraine | 2024-06-03 | happened",
        "attack: Russia > Ukraine | 2024-06-03 | happened",
    ],
    "Kenya and Uganda signed a trade deal. The agreement was signed on Friday in Nairobi.": [
        "agree: Kenya, Uganda | 2024-05-31 | happened",
        "agree: Kenya, Uganda @ Nairobi | 2024-05-31 | happened",
    ],
    "The NATO summit opens in Vilnius on Tuesday.": ["meet: NATO @ Vilnius | 2024-06-11 | planned"],
    "President Ruto begins a three-day visit to Uganda on Sunday.": [
        "visit: William Ruto > Uganda | 2024-06-09/2024-06-11 | planned"
    ],
    "Talks between Kenya and Uganda start on Tuesday in Arusha.": [
        "meet: Kenya, Uganda @ Arusha | 2024-06-11 | planned"
    ],
    "Mali was suspended from the African Union after the coup.": [
        f"sanction: African Union > Mali | {NEWS} | happened"
    ],
    "Russia was excluded from the G8 in 2014.": ["sanction: Group of Eight > Russia | 2014 | happened"],
    "Gabon was suspended by the African Union on Thursday. Sudan had been suspended from the bloc in 2021.": [
        "sanction: African Union > Gabon | 2024-05-30 | happened",
        "sanction: African Union > Sudan | 2021 | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP.items())
def test_taken_up(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
