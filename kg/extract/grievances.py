"""Against whom a protest is that names nobody itself: whom its purpose names, or what it is in protest of.

People protest in the street; a state that protests complains to another.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.extract import clause, reach
from kg.extract.finding import Finding
from kg.extract.implied import retyped
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_COMPLAINED = "grievances:state protests"
_COMPLAINING = "114"
"""CAMEO's code of official complaints."""
_PURPOSES = frozenset({"advcl", "xcomp", "acl", "ccomp", "conj"})
_DEMANDING = frozenset({"request", "accuse", "reject", "protest"})
_CAUSE = frozenset({"of", "against", "at", "over", "to"})


def complaints(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, what states protest against as their complaints ("Chad's foreign ministry protested the raid")."""
    return [_complaint(scene, f, findings) if _is_of_state(f) else f for f in findings]


def _is_of_state(finding: Finding) -> bool:
    verb = finding.trigger
    spoken = finding.entry.type == "protest" and verb.lemma_ == "protest" and verb.pos_ == "VERB"
    return spoken and all(m.kind == "country" or m.rule.startswith("gazetteer:ministry") for m in finding.actors)


def _complaint(scene: Scene, protest: Finding, findings: Sequence[Finding]) -> Finding:
    """A complaint to those whom it blames, else to whose envoy is called in for it; a protest where nobody is named."""
    own, home = {m.id for m in protest.actors}, {m.country for m in protest.actors}
    named = protest.targets or reach.concerned(scene, protest.trigger, own, "accuse")
    # "Protested the arrest of its citizens": for whom it is done is not who is blamed.
    blamed = tuple(m for m in named if m.country not in home)
    called = (f.targets for f in findings if f.entry.type == "accuse" and {m.id for m in f.actors} & own)
    targets = blamed or next(called, ())
    if not targets:
        return protest
    complaint = retyped(protest, "accuse", _COMPLAINED, scene.lexicon)
    return replace(complaint, entry=replace(complaint.entry, mode="disapprove", cameo=_COMPLAINING), targets=targets)


def aims(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, protests with those whom their purpose names: "marched to demand that Chad withdraw"."""
    return [_with_aim(scene, f, findings) if f.entry.type == "protest" and not f.targets else f for f in findings]


def _with_aim(scene: Scene, protest: Finding, findings: Sequence[Finding]) -> Finding:
    for other in findings:
        verb = other.trigger
        purpose = verb.dep_ in _PURPOSES and verb.head in (protest.trigger, protest.carrier)
        if purpose and other.entry.type in _DEMANDING and other.targets:
            return replace(protest, targets=other.targets)
    return replace(protest, targets=_grieved_at(scene, protest))


def _grieved_at(scene: Scene, protest: Finding) -> tuple[ActorMention, ...]:
    """ "Blocked roads to show their anger at Chad", "began a hunger strike in protest of Malta's refusal"."""
    own = {m.id for m in protest.actors}
    verbs = protest.trigger.pos_ in clause.VERBS
    around = (protest.trigger, *(clause.patients(protest.trigger) if verbs else ()))
    for deed in _purposes(scene, around):
        found = scene.parties(clause.patients(deed)) or reach.concerned(scene, deed, own, "")
        if others := tuple(m for m in found if m.id not in own and m.kind != "place" and m.rule != "group:bare"):
            return others
    for noun in (t for head in around for word, t in clause.prepositions(head) if word == "in"):
        if noun.lemma_.lower() in words_of("protest"):
            objects = [t for word, t in clause.prepositions(noun, deep=False) if word in _CAUSE]
            found = scene.parties(objects) or reach.owner(scene, objects, protest.entry.type)
            return tuple(m for m in found if m.id not in own)
    return ()


def _purposes(scene: Scene, heads: Sequence[Token]) -> Iterator[Token]:
    for deed in (c for head in heads for c in head.children if c.dep_ in _PURPOSES and c.pos_ in clause.VERBS):
        types = scene.lexicon.acts(deed.lemma_)
        meant = deed.lemma_.lower() in words_of("showing") or types & _DEMANDING
        if meant and (clause.is_infinitive(deed) or deed.tag_ == "VBG"):
            yield deed
