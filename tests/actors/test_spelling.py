"""Which two words may be one name in two spellings."""

import pytest

from kg.actors.spelling import respells


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yusofov", "yusufov"),
        ("merkal", "merkel"),
        ("enhbayar", "enkhbayar"),
        ("zelenksy", "zelensky"),
        ("assad", "asad"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert respells(one, other)
    assert respells(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("mcfaul", "mccaul"), ("johnson", "johnston"), ("mattis", "mattix"), ("putin", "pushkin")]
)
def test_two_names(one: str, other: str) -> None:
    assert not respells(one, other)
    assert not respells(other, one)
