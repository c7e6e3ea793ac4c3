"""Headlines in title case get the small letters of their text; names keep theirs."""

import pytest

from kg.parse.split import split
from kg.parse.titlecase import lowered

WRITTEN = {
    "Peru Orders Expulsion of Ten Chadian Envoys\n\nThe expulsion of the ten envoys came on Monday.": (
        "Peru orders expulsion of ten Chadian envoys"
    ),
    # Surnames that are words as well, if the text writes them with capitals.
    "Rice Meets Ruto as Burns Warns Sudan\n\nIn Nairobi, Rice met Ruto. A day before, Burns warned Sudan of burns.": (
        "Rice meets Ruto as Burns warns Sudan"
    ),
    "Arab League Council Meets in Cairo\n\nThe Arab League Council is a council.": "Arab League Council meets in Cairo",
    "Lula and Petro Meet\n\nThe two spoke.": "Lula and Petro meet",
    # Not in title case, or of too few words.
    "Peru orders expulsion of Chadian envoys\n\nThe envoys left.": "Peru orders expulsion of Chadian envoys",
    "PERU EXPELS CHADIAN ENVOYS\n\nThe envoys left.": "PERU EXPELS CHADIAN ENVOYS",
    "Peru Expels\n\nPeru expels.": "Peru Expels",
}


@pytest.mark.parametrize(("text", "headline"), WRITTEN.items())
def test_lowered(text: str, headline: str) -> None:
    first = split(text)[0]
    assert lowered(text[first.start : first.end], first, text) == headline
