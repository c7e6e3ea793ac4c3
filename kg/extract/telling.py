"""How an event that has not happened is told: as its doer's intent, as a forecast of others, or as a decision.

Event coding turns on it. An intent is an act of its own (CAMEO 03 and 13, PLOVER AGREE and THREATEN), whether
promised, offered, threatened or told with "will". What others expect, an order given and the purpose of a deed
are coded by what would be done.
"""

from typing import Literal

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.governed import operator
from kg.extract.operators import Operator
from kg.extract.scene import Scene
from kg.parse.tree import Token

Telling = Literal["intent", "forecast", "decision"]

_AHEAD = frozenset({"planned", "proposed"})
_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "may", "might", "could"})
_BELOW = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "conj", "dep"})
_DEPTH = 6


def told(scene: Scene, finding: Finding) -> Telling:
    """How a planned or proposed event is told."""
    token = finding.carrier
    if finding.trigger != finding.carrier:
        described = _around(scene, finding.trigger, token)
        if described is not None:
            return described
    for _ in range(_DEPTH):
        if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children):
            return "intent"
        if token.head == token or token.dep_ not in _BELOW:
            break
        above = token.head
        found = _from(scene, token, above)
        if found is not None:
            return found
        token = above
    return "intent"


def _around(scene: Scene, noun: Token, verb: Token) -> Telling | None:
    """ "Ordered airstrikes", "promised aid", "planned talks"."""
    if verb.pos_ not in clause.VERBS:
        return None
    row = operator(scene, verb, "object")
    if row is None or row.status not in _AHEAD:
        return None
    return _kind(scene, verb.lemma_.lower(), row)


def _from(scene: Scene, verb: Token, head: Token) -> Telling | None:
    """What the word over an infinitive or a clause makes of it; None where that word says nothing of its own."""
    lemma = head.lemma_.lower()
    rows = scene.lexicon.operators.get((lemma, "clause"), ())
    row = next((r for r in rows if not r.particle or r.particle in clause.particles(head)), None)
    if row is not None and row.status in _AHEAD:
        return _kind(scene, lemma, row)
    purpose = verb.dep_ in ("advcl", "xcomp") and clause.is_infinitive(verb) and head.lemma_ != "be"
    return "decision" if row is None and purpose else None


def _kind(scene: Scene, lemma: str, row: Operator) -> Telling:
    if lemma in scene.lexicon.decisions:
        return "decision"
    return "intent" if row.subject and lemma not in scene.lexicon.forecasts else "forecast"
