"""What two mentions have in common and what keeps them apart, term by term, with the reason."""

import pytest
from merge_samples import document, mention

from kg.merge.compare import THRESHOLD, Apart, Terms, compare
from kg.merge.stories import Story
from kg.merge.told import describe
from kg.model import EventMention

STORIES = {
    "a": Story("one", {}),
    "b": Story("two", {}),
    "c": Story("three", {}),
    "d": Story("one", {}),
    "e": Story("four", {}),
}
DOCUMENTS = {
    "a": document("a", "2021-09-14"),
    "b": document("b", "2021-09-16"),
    "c": document("c", "2021-12-20"),
    "e": document("e", "2021-10-05"),
    "d": document("d", "2021-09-15"),
}


def likeness(a: EventMention, b: EventMention) -> Terms | Apart:
    return compare(*(describe(m, DOCUMENTS[m.document], STORIES[m.document]) for m in (a, b)))


def joins(a: EventMention, b: EventMention) -> bool:
    found = likeness(a, b)
    return isinstance(found, Terms) and found.score >= THRESHOLD


ONE = {
    "a report without a date, days after": (
        mention("a", 0, "visit", "boric", "peru", "2021-09-13"),
        mention("b", 0, "visit", "boric", "peru"),
    ),
    "a plan without a date, fulfilled within the month": (
        mention("a", 0, "visit", "boric", "peru", status="planned"),
        mention("e", 0, "visit", "boric", "peru", "2021-10-04"),
    ),
    "the day of publication for the day that the text gives, in one story": (
        mention("a", 0, "attack", "chile", "peru", "2021-09-13"),
        mention("d", 0, "attack", "chile", "peru", "2021-09-14/2021-09-15", inferred=True),
    ),
    "no target in one of two reports of one story": (
        mention("a", 0, "threaten", "boric", "peru", "2021-09-13"),
        mention("d", 0, "threaten", "boric", "", "2021-09-13"),
    ),
    "received by the host, or met him": (
        mention("a", 0, "host", "boluarte", "boric", "2021-09-13"),
        mention("b", 0, "meet", "boric boluarte", "", "2021-09-13"),
    ),
    "hosted by a country, or visited it": (
        mention("a", 0, "host", "peru", "boric", "2021-09-13"),
        mention("b", 0, "visit", "boric", "peru", "2021-09-13"),
    ),
    "sanctions, in more words and in fewer": (
        mention("a", 0, "sanction", "chile", "peru", "2021-09-13", action="hit with sanctions"),
        mention("d", 0, "sanction", "chile", "peru", action="sanctions"),
    ),
    "ties cut, or severed": (
        mention("a", 0, "sanction", "chile", "peru", "2021-09-13", action="cut ties"),
        mention("d", 0, "sanction", "chile", "peru", "2021-09-13", action="sever relations"),
    ),
    "a time zone between two reports of one story": (
        mention("a", 0, "call", "boric lula", "", "2021-09-13"),
        mention("d", 0, "call", "boric lula", "", "2021-09-14"),
    ),
}
TWO = {
    "shelling, day after day": (
        mention("a", 0, "attack", "chile", "peru", "2021-09-13"),
        mention("b", 0, "attack", "chile", "peru", "2021-09-15"),
    ),
    "shelling, the next day, in other news": (
        mention("a", 0, "attack", "chile", "peru", "2021-09-14"),
        mention("b", 0, "attack", "chile", "peru", "2021-09-15"),
    ),
    "told before it happened": (
        mention("a", 0, "visit", "boric", "peru"),
        mention("c", 0, "visit", "boric", "peru", "2021-12-18"),
    ),
    "a plan of today for what is long past": (
        mention("c", 0, "visit", "boric", "peru", status="planned"),
        mention("a", 0, "visit", "boric", "peru", "2021-09-13"),
    ),
    "two visits told in one article": (
        mention("a", 0, "visit", "boric", "peru", "2021-06-01"),
        mention("a", 50, "visit", "boric", "peru", "2021-09-13"),
    ),
    "other people of one country": (
        mention("a", 0, "visit", "boluarte", "chile", "2021-09-13"),
        mention("b", 0, "visit", "gallese", "chile", "2021-09-13"),
    ),
    "last spring's call and one told without a date": (
        mention("a", 0, "call", "boric lula", "", "2021-04-02"),
        mention("b", 0, "call", "boric lula"),
    ),
    "an ambassador withdrawn, and ties severed days after": (
        mention("a", 0, "sanction", "chile", "peru", "2021-09-13", action="withdraw ambassador"),
        mention("b", 0, "sanction", "chile", "peru", "2021-09-13/2021-09-16", action="sever ties"),
    ),
    "two things rejected on one day, one of them nobody's": (
        mention("a", 0, "reject", "chile", "peru", "2021-09-13", action="oppose"),
        mention("d", 0, "reject", "chile", "", "2021-09-13", action="reject"),
    ),
    "talks held, and talks to come, in one article": (
        mention("a", 0, "meet", "boric lula", place="lima"),
        mention("a", 90, "meet", "boric lula", "", "2021-09-20", place="lima", status="planned"),
    ),
    "who cooperate in one thing and in another": (
        mention("a", 0, "cooperate", "peru chile", "", "2021-09-13", action="trade"),
        mention("b", 0, "cooperate", "peru chile", "", "2021-09-13", action="fish together"),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE.keys())
def test_likely_one_event(pair: tuple[EventMention, EventMention]) -> None:
    assert joins(*pair)
    assert joins(*reversed(pair))


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO.keys())
def test_likely_two_events(pair: tuple[EventMention, EventMention]) -> None:
    assert not joins(*pair)
    assert not joins(*reversed(pair))


@pytest.mark.parametrize(
    ("a", "b", "by"),
    [
        (mention("a", 0, "visit", "boric", "peru"), mention("b", 0, "aid", "boric", "peru"), "action"),
        (
            mention("a", 0, "meet", "boric lula", "", "2020-09-13"),
            mention("b", 0, "meet", "boric lula", "", "2021-09-13"),
            "date",
        ),
        (mention("a", 0, "visit", "boric", "peru"), mention("b", 0, "visit", "boric", "brazil"), "participants"),
        (mention("a", 0, "meet", "boric lula"), mention("b", 0, "meet", "boric gallese"), "participants"),
        (
            mention("a", 0, "meet", "boric lula", place="lima"),
            mention("b", 0, "meet", "boric lula", place="santiago"),
            "place",
        ),
        (
            mention("a", 0, "host", "boric", "lula", place="lima"),
            mention("a", 9, "meet", "boric lula", place="cusco", status="denied", said_by="Peru"),
            "place",
        ),
    ],
)
def test_what_keeps_two_mentions_apart_is_named(a: EventMention, b: EventMention, by: str) -> None:
    assert likeness(a, b) == Apart(by)


def test_who_is_on_the_telephone_may_be_in_two_cities() -> None:
    found = likeness(
        mention("a", 0, "call", "boric lula", place="santiago"), mention("b", 0, "call", "boric lula", place="brasilia")
    )
    assert isinstance(found, Terms)


def test_terms_add_up_to_the_score_and_zeros_have_no_name() -> None:
    found = likeness(*ONE["received by the host, or met him"])
    assert isinstance(found, Terms)
    assert found.score == pytest.approx(sum(found.named().values()))
    assert "place" not in found.named()


def test_synonyms_are_one_deed_of_a_broad_type() -> None:
    def told(action: str) -> EventMention:
        return mention("a", 0, "agree", "peru chile", "", "2021-09-13", action=action)

    likely = [likeness(told("sign agreement"), told(other)) for other in ("ink accord", "hold referendum")]
    assert [t.action if isinstance(t, Terms) else None for t in likely] == [0.8, -1.0]


def test_the_closer_the_dates_are_bounded_the_more_they_count() -> None:
    day = mention("a", 0, "visit", "boric", "peru", "2021-09-13")
    found = [
        likeness(day, mention("b", 0, "visit", "boric", "peru", when)) for when in ("2021-09-13", "2021-09", "2021")
    ]
    points = [t.date for t in found if isinstance(t, Terms)]
    assert points == sorted(set(points), reverse=True)
    assert len(points) == 3
