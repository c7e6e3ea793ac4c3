"""PLOVER and CAMEO codes of an event: those of its pattern, or of its type while it is only planned."""

from kg.extract.lexicon import Entry, Lexicon
from kg.model import Status

_AHEAD = frozenset({"planned", "proposed"})


def codes(entry: Entry, status: Status, lexicon: Lexicon) -> tuple[str, str]:
    """(PLOVER type, CAMEO code); a planned meeting is an intent (AGREE, 036), not a consultation."""
    row = lexicon.types[entry.type]
    if status in _AHEAD and row.plover_planned != row.plover:
        return row.plover_planned, row.cameo_planned
    return entry.plover or row.plover, entry.cameo or row.cameo
