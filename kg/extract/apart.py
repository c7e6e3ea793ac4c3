"""One clause, several events: what each does to the other, a trip to each country, a meeting with each of the hosts."""

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.scene import Scene
from kg.model import SYMMETRIC, ActorMention
from kg.parse.tree import Token

_PAIR = 2
_MUTUAL = frozenset({"exchange", "trade", "swap"})
_TIES = frozenset({"support", "sanction", "attack"})
"""Types in which what two do to each other is one event: a clash, the opening or the end of relations."""
_HARM = frozenset({"attack", "coerce"})
_HOSTILE = frozenset({"accuse", "request", "reject", "sanction", "attack", "coerce"})
_NEAR = 4
_MARGINS = frozenset({"sideline", "sidelines", "margins", "separately"})
"""Words by which several met at a gathering are met one by one."""
_LOCATIVE = frozenset({"in", "at"})
_ONE_BY_ONE = frozenset({"respectively", "separate", "separately"})
_CALLS = frozenset({"call", "conversation"})


def events(scene: Scene, finding: Finding) -> list[Finding]:
    """The events that a finding tells, one where it tells no more."""
    if finding.entry.type == "visit":
        return _trips(finding)
    if finding.entry.type in ("meet", "call") and (found := _separately(finding)):
        return found
    if finding.entry.type == "meet":
        return _meetings(scene, finding)
    return _each_way(finding)


def once(findings: list[Finding]) -> list[Finding]:
    """ "Shot and killed two envoys": coordinated verbs that tell one deed are one, the first of them."""
    told = {(f.trigger.i, f.entry.type, _ids(f.actors), _ids(f.targets)) for f in findings if f.targets}

    def again(f: Finding) -> bool:
        above = f.trigger.head.i if f.trigger.dep_ == "conj" and f.entry.type in _HARM else None
        return (above, f.entry.type, _ids(f.actors), _ids(f.targets)) in told

    return [f for f in findings if not again(f)]


def shared(findings: list[Finding]) -> list[Finding]:
    """ "Accused Mali of theft and threatened to respond": a threat goes on from what it is coordinated with."""
    told = {f.trigger.i: f for f in findings if f.targets and f.entry.type in _HOSTILE}
    return [
        replace(f, targets=told[f.trigger.head.i].targets)
        if f.entry.type == "threaten"
        and not f.targets
        and f.trigger.dep_ == "conj"
        and f.trigger.head.i in told
        and _ids(told[f.trigger.head.i].actors) == _ids(f.actors)
        else f
        for f in findings
    ]


def _ids(mentions: tuple[ActorMention, ...]) -> frozenset[str]:
    return frozenset(m.id for m in mentions)


def _each_way(finding: Finding) -> list[Finding]:
    """ "Chad and Sudan accused each other", "severed relations", "traded insults": each does it to the other.

    Not so "warned their citizens": each warns its own. But what several do to their ties they do to each other.
    """
    both = finding.actors
    own = any(m.rule.startswith("coref") and m not in both for m in finding.targets)
    if own and finding.entry.type not in _TIES:
        return [finding]
    others = {m.id for m in finding.targets} or ({m.id for m in both} if _is_mutual(finding) else set())
    if finding.entry.type in SYMMETRIC or len(both) != _PAIR or {m.id for m in both} != others:
        return [finding]
    if finding.entry.type in _TIES and not (finding.targets and finding.entry.type == "sanction"):
        # "Imposed tariffs on one another" are two deeds, "severed relations" is one.
        return [replace(finding, targets=both)]
    return [replace(finding, actors=(one,), targets=(other,)) for one, other in (both, both[::-1])]


def is_mutual(finding: Finding) -> bool:
    """Whether two do it to each other in one event, told with both as actors and as targets."""
    pair = {m.id for m in finding.actors}
    return finding.entry.type in _TIES and len(pair) == _PAIR and pair == {m.id for m in finding.targets}


def _is_mutual(finding: Finding) -> bool:
    """Whether several do it with each other where nobody else is named: an exchange, or a pattern of ties."""
    ties = finding.entry.mutual and finding.entry.type in _TIES | {"accuse"}
    return finding.trigger.lemma_.lower() in _MUTUAL or ties


def _trips(finding: Finding) -> list[Finding]:
    """ "Will visit Kenya, Ghana and Togo": a visit to each; none to one's own country among them."""
    own = {m.country for m in finding.actors}
    lands = dict.fromkeys(m.country for m in finding.targets if m.country not in own)
    if len(lands) < _PAIR or None in lands or any(m.kind in ("person", "group") for m in finding.targets):
        return [finding]
    return [replace(finding, targets=tuple(m for m in finding.targets if m.country == land)) for land in lands]


def _separately(finding: Finding) -> list[Finding]:
    """ "Met separately with Rao and Khan", "telephoned both", "had calls with Chad and Mali": with each of them."""
    one, many = sorted((finding.actors, finding.targets), key=len)
    if len(one) != 1 or len(many) < _PAIR or any(m.kind not in ("person", "country") for m in many):
        return []
    nouns = [t for t in (finding.trigger, *clause.patients(finding.trigger)) if t.lemma_.lower() in _CALLS]
    words = {c.lower_ for t in (finding.trigger, finding.carrier, *nouns) for c in t.children}
    around = {c.lower_ for t in clause.patients(finding.trigger) for c in t.children}
    rung = finding.entry.type == "call" and many == finding.targets
    calls = "both" in around or any(t.tag_ == "NNS" for t in nouns)
    if not (rung and calls) and words.isdisjoint(_ONE_BY_ONE):
        return []
    if many == finding.targets:
        return [replace(finding, targets=(m,)) for m in many]
    return [replace(finding, actors=(m,)) for m in many]


def _meetings(scene: Scene, finding: Finding) -> list[Finding]:
    """ "Met Rao in Delhi and Khan in Lahore", "is to meet the president and the speaker": a meeting with each."""
    people = [m for m in finding.targets if m.kind == "person"]
    if len(people) != len(finding.targets) or len(people) < _PAIR or len(finding.actors) != 1:
        return [finding]
    spots = [_spot(scene, m) for m in people]
    if len({s.id for s in spots if s is not None}) > 1:
        return [
            replace(finding, targets=(m,), places=(s,) if s is not None else ())
            for m, s in zip(people, spots, strict=True)
        ]
    if not scene.words.isdisjoint(_MARGINS):
        return [replace(finding, targets=(m,)) for m in people]
    hosts = {m.country for m in people if m.country}
    if len(hosts) == 1 and hosts != {finding.actors[0].country} and _is_series(finding.trigger):
        return [replace(finding, targets=(m,)) for m in people]
    return [finding]


def _is_series(trigger: Token) -> bool:
    """Whether several encounters are told: "meetings", "separately", a programme of what is to come."""
    if trigger.tag_ == "NNS" and trigger.lemma_ == "meeting":
        return True
    words = {t.lower_ for t in (*trigger.children, *clause.clause_of(trigger).children)}
    return bool(words & {"separate", "separately"}) or (trigger.pos_ in clause.VERBS and clause.is_infinitive(trigger))


def _spot(scene: Scene, mention: ActorMention) -> ActorMention | None:
    """The place straight behind one of those met: "Khan in Lahore"."""
    tokens = scene.sentence.tokens(mention)
    behind = list(tokens.doc[tokens.end : tokens.end + _NEAR]) if tokens is not None else []
    near = behind[1:] if behind and behind[0].lower_ in _LOCATIVE else []
    return next((m for t in near for m in scene.actors.get(t.i, ()) if m.kind in ("place", "country")), None)
