"""Histories: months and days belong to the year that the story has reached, not to the day of publication."""

from datetime import date

import pytest

from kg.dates import tag

PUBLISHED = date(2023, 2, 1)

STORY = (
    "The league was founded in 1911. In May 1912 it chose a leader, and in June it moved to the coast. "
    "On 3 August 1913 the leader fell ill; on 5 September he died. The next day the council met. "
    "By early December it had failed. In January the league split. "
    "Its rivals, founded in 1899 and 1903, joined in 1915. In the spring of 1916 all was over. "
    "Three years later nobody remembered it, and that summer its house was sold."
)

VALUES = [
    *("1911", "1912-05", "1912-06", "1913-08-03", "1913-09-05", "1913-09-06", "1913-12", "1914-01"),
    *("1899", "1903", "1915", "1916-SP", "1919"),
]


def test_the_story_carries_its_year_forward() -> None:
    found = tag(STORY, PUBLISHED, "en")
    assert [t.value for t in found][: len(VALUES)] == VALUES


def test_a_story_resolves_without_a_publication_date_too() -> None:
    found = tag(STORY, None, "en")
    assert [t.value for t in found][: len(VALUES)] == VALUES


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in June.",
        "The party of 1911, 1912, 1913, 1914, 1915 and 1916 met on Friday. Yesterday it voted. Today it sleeps. "
        "It will meet in June.",
    ],
)
def test_news_counts_from_the_day_of_publication(text: str) -> None:
    june = [t.value for t in tag(text, PUBLISHED, "en") if "June" in t.text]
    assert june in (["2022-06"], ["2023-06"])
