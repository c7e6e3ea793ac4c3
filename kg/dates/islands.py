"""Keep only the stretches of a text where a time expression can be, so that the grammar reads a tenth of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.dates.lexicon import OTHER, Lexicon
from kg.dates.tokens import Tokens

CORE = (
    *("month", "lower_month", "weekday", "weekday_short", "weekdays", "unit", "units", "season", "daypart", "dayparts"),
    *(
        "deictic",
        "year",
        "decade",
        "decade_name",
        "iso",
        "slashed",
        "clock",
        "nth",
        "short_year",
        "holiday",
        "repeated",
    ),
    *("before_christ", "meridiem", "hour_name", "quarter_code", "zone", "core"),
)
"""Classes of which every time expression has a member; `core` is for words of fixed phrases."""

_RUN = re.compile(f"[^{OTHER}]+")


class Island(NamedTuple):
    """The symbols of a stretch of known tokens, and the index of its first one in the text."""

    symbols: str
    first: int


def core(lexicon: Lexicon) -> re.Pattern[str]:
    """A member of any class of `CORE`."""
    return re.compile(f"[{re.escape(''.join(lexicon.classes[group] for group in CORE))}]")


def islands(tokens: Tokens, members: re.Pattern[str]) -> Iterator[Island]:
    """The stretches of known tokens that have a member of `CORE`, in order."""
    for run in _RUN.finditer(tokens.symbols):
        if members.search(run[0]):
            yield Island(run[0], run.start())
