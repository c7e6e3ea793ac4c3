"""Sentences: where they end, where they do not, and that no character is lost or invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse import split


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left. He stayed.", ["She left.", "He stayed."]),
        ("Mr. Rutte met Gen. Cavoli on Tues. at noon.", ["Mr. Rutte met Gen. Cavoli on Tues. at noon."]),
        ("Envoys of the U.S. Senate flew to Quito.", ["Envoys of the U.S. Senate flew to Quito."]),
        ("They flew to the U.S. The talks went on.", ["They flew to the U.S.", "The talks went on."]),
        ("J. K. Park spoke first.", ["J. K. Park spoke first."]),
        ("Exports rose by 3.5 percent.", ["Exports rose by 3.5 percent."]),
        (
            "“We agree,” he said. “It is done.” Then he left.",
            ["“We agree,” he said.", "“It is done.”", "Then he left."],
        ),
        ("Will she go? Nobody knows! Wait…", ["Will she go?", "Nobody knows!", "Wait…"]),
        ("Talks resume\nOSLO — The talks resumed.", ["Talks resume", "The talks resumed."]),
        ("HANOI, Vietnam (AP) — Envoys left.", ["Envoys left."]),
        ("Quito, Oct 3, EFE -- Envoys left.", ["Envoys left."]),
        ("Quito, 24 March: Envoys left.", ["Envoys left."]),
        ("BERLIN, 5.7.2023 - Envoys left.", ["Envoys left."]),
        ("MANILA | Envoys left.", ["Envoys left."]),
        ("LIMA, PERU (JUNE 2, 2009) TELAM - Envoys left.", ["Envoys left."]),
        ("OSLO (May 4) - Envoys left.", ["Envoys left."]),
        ("NATO: no comment", ["NATO: no comment"]),
        ("ADDIS ABABA: Envoys left.", ["Envoys left."]),
        ("NORTH KOREA: Envoys to leave", ["NORTH KOREA: Envoys to leave"]),
        ("The Maldives — as ever — agreed.", ["The Maldives — as ever — agreed."]),
        ("中国外长访问莫斯科。双方举行会谈。", ["中国外长访问莫斯科。", "双方举行会谈。"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_without_full_stop_is_a_headline() -> None:
    found = split("Leaders to meet in Doha\nThe leaders will meet.")
    assert [s.headline for s in found] == [True, False]


@given(st.text(alphabet='aA .!?\n\r"“”\u2028中。1', max_size=80))
def test_nothing_is_lost(text: str) -> None:
    found = split(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    inside = "".join(text[s.start : s.end] for s in found)
    assert "".join(inside.split()) == "".join(text.split())
