import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.actors.fold import distance, fold, plain, slug, spellings, without_initials


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Orbán", "Orban"),
        ("Gitanas Nausėda", "Gitanas Nauseda"),
        ("Łódź", "Lodz"),
        ("Søren", "Soren"),
        ("普京", "普京"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_clans_are_written_with_a_hyphen_as_well() -> None:
    assert {"Hamad bin Saad Al-Nuri", "Hamad bin Saad al-Nuri"} <= set(spellings("Hamad bin Saad Al Nuri"))


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Ministry of Foreign Affairs of Russia", "ministry-of-foreign-affairs-of-russia"),
        ("José Piñera", "jose-pinera"),
        ("People's Liberation Army", "peoples-liberation-army"),
        (" U.S. officials ", "u-s-officials"),
    ],
)
def test_slug(label: str, key: str) -> None:
    assert slug(label) == key


@pytest.mark.parametrize(
    ("name", "other"),
    [("José", "JOSE"), ("Jose\u0301", "josé"), (" Łódź", "lodz "), ("ＮＡＴＯ", "nato"), ("Путин", "ПУТИН")],
)
def test_names_are_compared_without_marks_case_and_encoding(name: str, other: str) -> None:
    assert plain(name) == plain(other)


def test_initials_fall_away() -> None:
    assert without_initials("Robert M. Gates") == "Robert Gates"
    assert without_initials("George H.W. Bush") == "George Bush"


def test_spellings_vary_marks_hyphens_and_capitals() -> None:
    assert {"Kim Jong-un", "Kim Jong Un", "Kim Jong-Un", "KIM JONG-UN"} <= set(spellings("Kim Jong-un"))
    assert {"Viktor Orbán", "Viktor Orban", "VIKTOR ORBAN"} <= set(spellings("Viktor Orbán"))
    assert "XI" not in set(spellings("Xi"))


@pytest.mark.parametrize(
    ("left", "right", "limit", "expected"),
    [("medvedev", "medevev", 2, 2), ("borrell", "borell", 1, 1), ("smith", "smtih", 2, 1), ("abc", "xyz", 2, 3)],
)
def test_distance(left: str, right: str, limit: int, expected: int) -> None:
    assert distance(left, right, limit) == expected


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_nought_only_for_equals(left: str, right: str) -> None:
    assert distance(left, right, 9) == distance(right, left, 9)
    assert (distance(left, right, 9) == 0) == (left == right)
