"""What is wrong with a query that the engine does not parse: the token that cannot stand where it does, and a caret.

The engine's own position may lie a dozen characters too far, as its parser reads keywords ahead. So the beginnings of
the query are tried: one that can go on to a query fails at its very end, however many blanks follow.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pyoxigraph import Store

from kg.query.tokens import Token, pointed, tokens

_PLACE = re.compile(r"error at (\d+):(\d+): expected ")
_AHEAD = 200
"""Blanks after a beginning: more than the engine ever reads ahead."""


def explained(query: str, message: str, known: Mapping[str, str]) -> str:
    """One message for a query that the engine refused with another; `known` are the prefixes that it had."""
    if not _PLACE.match(message):
        return message
    found = tuple(tokens(query))
    for token in _undeclared(found, known):
        prefix = token.text.partition(":")[0]
        problem = f"prefix {prefix}: is not known; write PREFIX {prefix}: <…> above the query"
        return pointed(query, token.start, problem)
    wrong = _first_wrong(query, found, known)
    if wrong is not None:
        return pointed(query, wrong.start, f"{wrong.text} cannot stand here")
    if "variable that is unbound" in message:
        select = next((t for t in found if t.text.lower() == "select"), found[0])
        return pointed(query, select.start, "a variable after SELECT is neither bound nor grouped")
    return pointed(query, found[-1].end if found else 0, "the query ends too early")


def _undeclared(found: Sequence[Token], known: Mapping[str, str]) -> list[Token]:
    declared = {b.text for a, b in pairwise(found) if a.text.lower() == "prefix"}
    prefixes = declared | {f"{prefix}:" for prefix in known}
    return [t for t in found if t.kind == "name" and f"{t.text.partition(':')[0]}:" not in prefixes]


def _first_wrong(query: str, found: Sequence[Token], known: Mapping[str, str]) -> Token | None:
    """The token up to which no query begins; None where the query as a whole could go on."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if _begins(query[: found[middle].end], known):
            low = middle + 1
        else:
            high = middle
    return found[low] if low < len(found) else None


def _begins(text: str, known: Mapping[str, str]) -> bool:
    """Whether some query begins so. The safety of the text has been checked; an empty store answers at once."""
    try:
        Store().query(text + " " * _AHEAD, prefixes=dict(known))
    except (SyntaxError, ValueError) as error:
        place = _PLACE.match(str(error))
        column = len(text) - (text.rfind("\n") + 1)
        return place is None or (int(place[1]) > text.count("\n") and int(place[2]) > column + _AHEAD // 2)
    return True
