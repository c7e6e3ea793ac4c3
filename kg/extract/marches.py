"""Soldiers and ships that come or go: a deployment or a withdrawal, not a visit."""

from msgspec.structs import replace

from kg.extract import clause, reach
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene, represents
from kg.model import ActionType
from kg.parse.classes import words_of
from kg.parse.tree import Token

_ENTERING = frozenset({"enter", "cross"})
_STRAYING = frozenset({"sail", "fly", "stray", "intrude", "patrol"})
_INTO = frozenset({"into", "in", "near", "around", "through", "past", "off"})
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
    if verb.pos_ == "VERB" and lemma in _ENTERING | _STRAYING and (found := _at_sea(scene, verb)) is not None:
        return found
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


def _at_sea(scene: Scene, verb: Token) -> Finding | None:
    """ "Chinese ships entered Japan's waters", "jets flew into its airspace": where they show themselves."""
    if not words_of("craft") & _movers(verb):
        return None
    actors = scene.parties(clause.agents(verb))
    spots = [*clause.patients(verb), *(t for word, t in clause.prepositions(verb) if word in _INTO)]
    waters = [t for t in spots if t.lemma_.lower() in words_of("waters")]
    targets = tuple(m for m in reach.owner(scene, waters, "") if m.country not in {a.country for a in actors})
    return Finding(_deployment(scene, verb), verb, verb.lemma_, actors, targets, verb) if actors and targets else None


def _are_troops(scene: Scene, verb: Token) -> bool:
    return not scene.lexicon.troops.isdisjoint(_movers(verb))


def _movers(verb: Token) -> frozenset[str]:
    """The lemmas of what moves, and of what its "of" names ("a fleet of ships")."""
    agents = clause.agents(verb)
    # "A fleet of ships", not "the commander of troops".
    many = [a for a in agents if not represents(a)]
    heads = [*agents, *(t for a in many for word, t in clause.prepositions(a, deep=False) if word == "of")]
    return frozenset(t.lower_.removesuffix("s") if t.tag_ == "NNPS" else t.lemma_.lower() for t in heads)


def _deployment(scene: Scene, verb: Token) -> Entry:
    return _entry(scene, verb, _ENTERED, "mobilize", mode="troops", cameo="154")


def _withdrawal(scene: Scene, verb: Token) -> Entry:
    return _entry(scene, verb, _LEFT, "retreat", mode="withdraw", cameo="0874")


def _entry(scene: Scene, verb: Token, rule: str, kind: ActionType, *, mode: str, cameo: str) -> Entry:
    plover = scene.lexicon.types[kind].plover
    row = scene.lexicon.row(*(("troops", t.lemma_.lower()) for t in clause.agents(verb)))
    return Entry(rule, frozenset({verb.lemma_.lower()}), "", (), False, kind, plover, mode, cameo, row)
