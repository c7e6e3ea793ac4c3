"""The names of the days of the week, as ontology/dates/words.csv has them."""

from functools import lru_cache

from kg.resources import ontology
from kg.tables import rows


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Their full names in small letters.

    Raises:
        TableError: the table is missing or its header differs.
    """
    table = rows(ontology("dates", "words.csv"), ("word", "class", "value", "case"))
    return frozenset(row.cells["word"] for row in table if row.cells["class"] == "weekday")
