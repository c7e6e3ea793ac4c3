"""PLOVER and CAMEO codes of an event: those of its pattern, or others while it only may or will not happen."""

from kg.extract.lexicon import Lexicon
from kg.extract.pattern import Entry
from kg.extract.telling import Telling
from kg.model import Status

_AHEAD = frozenset({"planned", "proposed"})


def codes(entry: Entry, status: Status, told: Telling, lexicon: Lexicon) -> tuple[str, str]:
    """(PLOVER type, CAMEO code); a meeting that is promised is an intent (AGREE, 036), not a consultation.

    ontology/lexicon/unreal.csv has the codes of what has not happened, and the reasons.
    """
    row = lexicon.types[entry.type]
    plover, cameo = entry.plover or row.plover, entry.cameo or row.cameo
    how = told if status in _AHEAD else status
    becomes, code = lexicon.unreal.get((plover, how), ("", ""))
    return becomes or plover, code or cameo
