"""Firms that no table has, named behind what they are, are whom sanctions hit; each has its country where it is told.

Sentences of our own, published on Wednesday 5 June 2024.
"""

import pytest
from extract_samples import PUBLISHED

from kg.extract import get
from kg.model import Document

FIRMS = {
    "Canada imposed sanctions on the Russian state bank VTB on Monday.": ("VTB", "RU"),
    "Britain imposed sanctions on the Belarusian potash firm Belaruskali on Monday.": ("Belaruskali", "BY"),
    "The United States imposed sanctions on the Bolivian state energy company YPFB on Monday.": ("YPFB", "BO"),
    "Norway blacklisted the state oil company Sonangol on Monday.": ("Sonangol", None),
}


@pytest.mark.parametrize(("text", "expected"), FIRMS.items())
def test_a_firm_is_sanctioned(text: str, expected: tuple[str, str | None]) -> None:
    (found,) = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    assert (found.type, [(t.label, t.country, t.kind) for t in found.targets]) == (
        "sanction",
        [(*expected, "organisation")],
    )
