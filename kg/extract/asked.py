"""Requests that other words imply: that somebody must, is wanted to do something, or will be refused until he does."""

from collections.abc import Sequence

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.implied import retyped, says_no
from kg.extract.lexicon import Lexicon
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_BOUND = "implied:says that somebody must"
_DUTIES = frozenset({"must", "should", "ought"})
_CONDITION = "implied:condition of a refusal"
_UNLESS = frozenset({"if", "unless", "until"})
_WISHED = "implied:wants somebody to"
_INSISTING = frozenset({"insist"})


def demands(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """What somebody says that another must do is asked of the other: "Chile said that Peru must return the ship"."""
    told = [f for f in findings if f.entry.type in ("say", "announce") and f.trigger.pos_ == "VERB"]
    asked = [(f, verb, _bound(scene, f, verb)) for f in told for verb in f.trigger.children]
    return [_demand(f, verb, others, scene.lexicon) for f, verb, others in asked if others]


def _bound(scene: Scene, said: Finding, content: Token) -> tuple[ActorMention, ...]:
    """Who must do something, other than the speaker: in a that-clause, as the one told to, as the condition set."""
    own = {m.id for m in said.actors}
    return tuple(m for m in scene.parties(_asked(content)) if m.id not in own and m.kind != "place")


def _asked(content: Token) -> Sequence[Token]:
    """The subject of what is said to be a duty ("must", "should"), of "told Iran to stop", of "only if Iran stops"."""
    told = content.dep_ in ("xcomp", "ccomp") and content.head.lemma_ == "tell" and clause.is_infinitive(content)
    if told or (content.dep_ == "ccomp" and _is_due(content)):
        objects = [c for c in content.head.children if c.dep_ in ("dobj", "dative")]
        return clause.surface_subjects(content) if not told else [*objects, *_own_subject(content)]
    if content.head.lemma_ in _INSISTING and clause.is_subjunctive(content):
        return clause.surface_subjects(content)
    conditions = [c for c in content.children if c.dep_ == "advcl"] if content.dep_ == "ccomp" else []
    return [t for c in conditions if _is_demand(c) for t in clause.surface_subjects(c)]


def _is_due(content: Token) -> bool:
    """ "Said Peru should be expelled" asks nothing of Peru."""
    due = any(c.dep_ == "aux" and c.lower_ in _DUTIES for c in content.children)
    return due and not (clause.is_passive(content) or content.lemma_ == "be")


def _demand(said: Finding, verb: Token, others: tuple[ActorMention, ...], lexicon: Lexicon) -> Finding:
    """A demand (CAMEO 10) where another must, an appeal (02) where he should."""
    made = retyped(said, "request", _BOUND, lexicon)
    must = any(c.lower_ == "must" for c in verb.children)
    return replace(made, entry=replace(made.entry, cameo="100" if must else made.entry.cameo), targets=others)


def wishes(scene: Scene) -> list[Finding]:
    """ "Wants Chad to withdraw": who wants somebody to do something asks it of him."""
    verbs = (t for t in scene.sentence.doc if t.pos_ == "VERB" and t.lemma_ in words_of("wishing"))
    pairs = ((v, c) for v in verbs for c in v.children if c.dep_ in ("ccomp", "xcomp") and clause.is_infinitive(c))
    made = (_wish(scene, verb, deed) for verb, deed in pairs)
    return [finding for finding in made if finding is not None]


def _wish(scene: Scene, verb: Token, deed: Token) -> Finding | None:
    actors = scene.parties(clause.agents(verb))
    own = {m.id for m in actors} | {m.country for m in actors}
    targets = tuple(m for m in scene.parties(_own_subject(deed)) if not {m.id, m.country} & own and m.kind != "place")
    if not actors or not targets or any(c.dep_ == "neg" for c in verb.children):
        return None
    codes = scene.lexicon.types["request"]
    row = scene.lexicon.row(("operators", verb.lemma_))
    entry = Entry(_WISHED, frozenset({verb.lemma_}), "", (), False, "request", codes.plover, "", codes.cameo, row)
    return Finding(entry, verb, f"{verb.lemma_} to {deed.lemma_}", actors, targets, verb)


def conditions(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """ "Will not lift the ban until Peru frees the crew": the condition of a refusal is asked of whom it names."""
    if scene.words.isdisjoint(_UNLESS):
        return []
    asked = {f.trigger.i for f in findings if f.entry.type == "request"}
    refusing = (t for t in scene.sentence.doc if t.pos_ == "VERB" and says_no(t) and clause.is_negated(t))
    pairs = [(verb, c) for verb in refusing for c in verb.children if c.dep_ == "advcl" and _is_demand(c)]
    made = (_condition(scene, verb, c) for verb, c in pairs if not asked & {verb.i, verb.head.i})
    return [finding for finding in made if finding is not None]


def _condition(scene: Scene, verb: Token, condition: Token) -> Finding | None:
    actors = scene.parties(clause.agents(verb))
    own = {m.id for m in actors} | {m.country for m in actors}
    asked = scene.parties(clause.surface_subjects(condition))
    targets = tuple(m for m in asked if not {m.id, m.country} & own and m.kind != "place")
    if not actors or not targets:
        return None
    codes = scene.lexicon.types["request"]
    heads = frozenset({condition.lemma_.lower()})
    entry = Entry(_CONDITION, heads, "", (), False, "request", codes.plover, "", "100")
    return Finding(entry, condition, "demand", actors, targets, verb, status="happened")


def _own_subject(verb: Token) -> list[Token]:
    return [t for c in verb.children if c.dep_ == "nsubj" for t in clause.conjuncts(c)]


def _is_demand(condition: Token) -> bool:
    """ "Only if Mali agrees", "unless Mali agrees", "not … until Mali agrees"."""
    marks = [c for c in condition.children if c.dep_ in ("mark", "advmod") and c.i < condition.i]
    words = {c.lower_ for c in marks} | {c.lower_ for m in marks for c in m.children}
    before = condition.left_edge
    only = before.i > 0 and before.nbor(-1).lower_ == "only"
    until = "until" in words and clause.is_negated(condition.head)
    return until or "unless" in words or ("if" in words and ("only" in words or only))
