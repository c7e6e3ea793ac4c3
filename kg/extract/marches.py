"""Soldiers who come or go: their arrival in a country is a deployment, their departure a withdrawal, not a visit."""

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActionType
from kg.parse.tree import Token

_ENTERING = frozenset({"enter", "cross"})
_LEAVING = frozenset({"leave", "quit", "exit", "depart"})
_ACROSS = {"depart": "from", "cross": "into"}
"""Words after which such verbs name the country."""
_ENTERED = "marches:soldiers come"
_LEFT = "marches:soldiers go"


def mustered(scene: Scene, finding: Finding) -> Finding:
    """The finding, a deployment where it took soldiers for guests ("British troops arrived in Mali")."""
    if finding.entry.type != "visit" or finding.trigger.pos_ != "VERB" or not _are_troops(scene, finding.trigger):
        return finding
    return replace(finding, entry=_deployment(scene, finding.trigger))


def find(scene: Scene, verb: Token) -> Finding | None:
    """ "Ugandan troops entered Congo", "French troops left Mali": what soldiers do to a country by moving."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in _ENTERING | _LEAVING or not _are_troops(scene, verb):
        return None
    actors = scene.parties(clause.agents(verb))
    places = [t for t in clause.patients(verb) if scene.is_place(t)]
    if lemma in _ACROSS:
        places = [t for word, t in clause.prepositions(verb) if word == _ACROSS[lemma] and scene.is_place(t)]
    targets = tuple(m for m in scene.parties(places) if m.country not in {a.country for a in actors})
    if not actors or not targets:
        return None
    entry = _withdrawal(scene, verb) if lemma in _LEAVING else _deployment(scene, verb)
    return Finding(entry, verb, lemma, actors, targets, verb)


def _are_troops(scene: Scene, verb: Token) -> bool:
    agents = clause.agents(verb)
    heads = [t for a in agents for t in (a, *(x for word, x in clause.prepositions(a, deep=False) if word == "of"))]
    words = (t.lower_.removesuffix("s") if t.tag_ == "NNPS" else t.lemma_.lower() for t in heads)
    return any(word in scene.lexicon.troops for word in words)


def _deployment(scene: Scene, verb: Token) -> Entry:
    return _entry(scene, verb, _ENTERED, "mobilize", mode="troops", cameo="154")


def _withdrawal(scene: Scene, verb: Token) -> Entry:
    return _entry(scene, verb, _LEFT, "retreat", mode="withdraw", cameo="0874")


def _entry(scene: Scene, verb: Token, rule: str, kind: ActionType, *, mode: str, cameo: str) -> Entry:
    plover = scene.lexicon.types[kind].plover
    row = scene.lexicon.row(*(("troops", t.lemma_.lower()) for t in clause.agents(verb)))
    return Entry(rule, frozenset({verb.lemma_.lower()}), "", (), False, kind, plover, mode, cameo, row)
