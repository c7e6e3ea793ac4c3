"""What a pattern needs is in every text that it matches, and few texts have it."""

import re

import pytest

from kg.dates.needed import Step, needed


def _steps(pattern: str) -> list[Step]:
    """A pattern of single letters and signs."""
    return [(sign, sign if sign.isalpha() else "") for sign in re.findall(r"\(\?[:=!]|\(\?<=|[a-z|)?]", pattern)]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("ab", {"a"}),
        ("a?b", {"b"}),
        ("(?:a|b)c?", {"a", "b"}),
        ("(?:ab)?c", {"c"}),
        ("(?:a?|b)", set()),
        ("(?:a?|b)c", {"c"}),
        ("a?b|cd?", {"b", "c"}),
        ("(?<=a)b?c(?=d)", {"c"}),
        ("(?:a(?:b|c)|d)", {"a", "d"}),
        ("a?", set()),
    ],
)
def test_needed(pattern: str, needs: set[str]) -> None:
    assert needed(_steps(pattern)) == needs
