"""The new day of what is put off: "postponed the visit to May", "rescheduled for Friday", "moved the talks to July"."""

from kg.extract.scene import Scene
from kg.model import DateRange
from kg.parse.tree import Token

_UNTIL = frozenset({"to", "until", "till", "for"})


def new_day(scene: Scene, verb: Token) -> DateRange | None:
    """The date to which a verb of putting off moves what it acts on; None for other verbs and where it names none."""
    if not _puts_off(scene, verb):
        return None
    heads = (verb, *(c for c in verb.children if c.dep_ in ("dobj", "prt", "advmod", "prep")))
    complements = {
        t.i for h in heads for p in (h, *h.children) if p.lower_ in _UNTIL for t in p.children if t.dep_ == "pobj"
    }
    return next((timex.date for timex, tokens in scene.dates if tokens.root.i in complements), None)


def _puts_off(scene: Scene, verb: Token) -> bool:
    rows = scene.lexicon.operators.get((verb.lemma_.lower(), "date"), ())
    after = {t.lower_ for t in verb.children if t.i > verb.i}
    return any(not row.particle or row.particle in after for row in rows)
