import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.actors import Gazetteer, load
from kg.actors.match import Entry, Matcher
from kg.model import Actor


def names(gazetteer: Gazetteer, text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.entries[0].kind, m.entries[0].key) for m in gazetteer.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US officials warned us.", [("US", "country", "united-states")]),
        ("They polish Polish boots.", [("Polish", "adjective", "poland")]),
        ("A woman of Oman", [("Oman", "country", "oman")]),
        ("the china shop", []),
        ("Russia’s plan", [("Russia", "country", "russia")]),
        ("a US-led force", [("US", "country", "united-states")]),
        ("Sino-Russian ties", [("Sino", "prefix", "china"), ("Russian", "adjective", "russia")]),
        ("TEHRAN, June 3", [("TEHRAN", "place", "tehran")]),
        ("in the South China Sea", [("South China Sea", "place", "south-china-sea")]),
        ("the New Mexico desert", [("New Mexico", "place", "new-mexico")]),
        (
            "Viktor Orbán met Viktor Orban",
            [("Viktor Orbán", "person", "viktor-orban"), ("Viktor Orban", "person", "viktor-orban")],
        ),
        ("普京访问中国", [("普京", "person", "vladimir-putin")]),
        ("the Prime Minister spoke", [("Prime Minister", "office", "prime-minister")]),
        ("To do so on Friday", []),
    ],
)
def test_find(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = names(gazetteer, text)
    assert [f for f in found if f in expected] == expected
    assert len(found) == len(expected)


def test_longest_name_wins(gazetteer: Gazetteer) -> None:
    assert [m.text for m in gazetteer.find("The UN Security Council met.")] == ["UN Security Council"]


def test_a_shorter_name_survives_a_longer_one_that_runs_into_a_word() -> None:
    matcher = Matcher({"Kim Jong": [Entry("person", "a")], "Kim Jong Un": [Entry("person", "b")]})
    assert [m.text for m in matcher.find("Kim Jong Unlikely")] == ["Kim Jong"]


def test_a_name_survives_a_longer_one_that_ends_inside_it() -> None:
    matcher = Matcher({"The Ni": [Entry("organisation", "a")], "Nigerian Navy": [Entry("organisation", "b")]})
    assert [m.text for m in matcher.find("The Nigerian Navy")] == ["Nigerian Navy"]


@given(st.text())
def test_matches_are_words_in_order(text: str) -> None:
    end = 0
    for match in load().find(text):
        assert match.start >= end
        assert match.text == text[match.start : match.end]
        end = match.end


def test_positions(gazetteer: Gazetteer) -> None:
    assert gazetteer.position(gazetteer.directory.country("norway")) == (59.91, 10.75)
    assert gazetteer.position(Actor(id="geneva", label="Geneva", kind="place", country="CH")) == (46.20, 6.14)
    assert gazetteer.position(gazetteer.directory.person("vladimir-putin")) is None


def test_load_is_built_once() -> None:
    assert load() is load()


def test_lookup_takes_marks_or_leaves_them(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Erdoğan") == gazetteer.lookup("Erdogan") != ()
    assert gazetteer.lookup("Nobody At All") == ()


@pytest.mark.parametrize(
    ("title", "owner"),
    [("Kremlin spokesman", ("russia",)), ("NATO chief", ("nato",)), ("president", ())],
)
def test_titles_that_carry_their_owner(gazetteer: Gazetteer, title: str, owner: tuple[str, ...]) -> None:
    assert gazetteer.implied(title) == owner
