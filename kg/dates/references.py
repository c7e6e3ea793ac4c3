"""References to the present, the past and the future that name no calendar date."""

import re
from functools import lru_cache

from kg.dates.grammar import Hit, Rule
from kg.dates.scene import Reading, Scene
from kg.dates.tense import tense
from kg.resources import ontology
from kg.tables import rows

_WORD = re.compile(r"\w+|-")


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """Each phrase, in lower case with single blanks, and its TIMEX3 value.

    Raises:
        OntologyError: the table is missing or a row is wrong.
    """
    path = ontology("dates", "references.csv")
    return {" ".join(_WORD.findall(row.cells["phrase"])): row.cells["value"] for row in rows(path, ("phrase", "value"))}


def reference(hit: Hit, scene: Scene) -> Reading | None:
    """A phrase of the table; not "as soon as", nor "the past" with a length after it."""
    phrase = " ".join(hit.words())
    if hit.before in ("as", "how", "so", "too") or (phrase == "the past" and hit.precedes("count")):
        return None
    if phrase == "soon" and (
        hit.after in ("as", "after", "enough") or tense(hit.tokens, hit.first, hit.last) == "past"
    ):
        return None
    return Reading("DATE", table()[phrase])


def rules() -> tuple[Rule, ...]:
    """One rule for all phrases, longest first."""
    phrases = sorted(table(), key=lambda phrase: (-len(phrase.split()), phrase))
    return (Rule(f"({' | '.join(phrases)})", reference),)
