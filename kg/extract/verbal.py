"""Events that a verb reports: the most telling pattern of the lexicon that fits, with its actors and targets."""

from collections.abc import Iterator

from msgspec import Struct, field

from kg.extract import clause, completed, reach, slots
from kg.extract.finding import SPEECH, Finding, Reading
from kg.extract.gatherings import gatherings
from kg.extract.pattern import Argument, Entry
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_EASING = "085"
"""CAMEO's code of easing sanctions."""
_INVITED = "036"
"""CAMEO's code of agreeing to meet."""
_AUXILIARIES = frozenset({"aux", "auxpass"})


def find(scene: Scene, verb: Token) -> Finding | None:
    """The event that a verb reports, None where no pattern fits."""
    likely = scene.lexicon.likely(verb.lemma_.lower(), scene.words) if verb.pos_ == "VERB" else ()
    fits = (f for e in likely if (f := _fit(scene, verb, e)) is not None and not _on_itself(f))
    first = next(fits, None)
    if first is None or first.targets or not scene.lexicon.types[first.entry.type].needs & {"target", "pair"}:
        return first
    # "Met Rao on the sidelines of the summit": a shorter pattern of the type may name whom a longer one leaves out.
    return next((f for f in fits if f.targets and f.entry.type == first.entry.type), first)


def _on_itself(finding: Finding) -> bool:
    """ "Closed its embassy in Benin": a pattern that makes the actor his own target is the wrong one.

    Nobody expels people of his own country or lifts the sanctions that others have put on it.
    """
    abroad = finding.entry.mode == "expel" or finding.entry.cameo == _EASING
    doers, suffered = ({m.country if abroad else m.id for m in side} for side in (finding.actors, finding.targets))
    return len(finding.actors) == 1 and doers == suffered


class _Filled(Struct):
    """The slots of a pattern as they are filled, one after the other: targets, the words of the action, its noun."""

    words: list[str]
    targets: list[ActorMention] = field(default_factory=list)
    noun: Token | None = None
    covers: set[int] = field(default_factory=set)


def _fit(scene: Scene, verb: Token, entry: Entry) -> Finding | None:
    if not _is_meant(verb, entry):
        return None
    actors = scene.parties(clause.agents(verb)) or completed.behind_paper(scene, verb)
    reading = Reading(scene, verb, entry, actors)
    filled = _filled(reading)
    if filled is None or (entry.type == "attack" and _is_no_attack(scene, verb, filled.noun)):
        return None
    targets = completed.targets(reading, tuple(filled.targets), filled.noun)
    doers = actors or completed.actors(reading, targets, filled.noun)
    if doers is None or (not doers and entry.type == "meet" and _is_by_another(verb)):
        return None
    replies = entry.type == "reject" or (entry.type == "agree" and entry.cameo == _INVITED)
    if replies and not targets and clause.is_finite(verb):
        targets = reach.answered(scene, doers, entry.cameo)
    both = doers, targets
    return Finding(
        entry=entry,
        trigger=verb,
        action=" ".join(w for w in filled.words if w),
        actors=both[entry.suffered],
        targets=both[not entry.suffered],
        carrier=verb,
        covers=frozenset(i for i in filled.covers if entry.type not in SPEECH or _is_same(scene, entry, verb.doc[i])),
        # "Rockets were fired at Chad": told though nobody says by whom.
        doerless=clause.is_passive(verb) and _is_weapon(scene, filled.noun) and entry.type == "attack",
    )


def _is_by_another(verb: Token) -> bool:
    """ "A visitor met Rao and Sow": who has met them is nobody known, and they did not meet each other."""
    return verb.lemma_ in words_of("encountering") and not clause.is_passive(verb) and bool(clause.agents(verb))


def _is_meant(verb: Token, entry: Entry) -> bool:
    """Whether a verb is used as the pattern has it: with its particle, and not in another sense."""
    around = clause.particles(verb)
    if entry.particle not in around if entry.particle else entry.type == "say" and "off" in around:
        return False
    if verb.lemma_ == "call" and entry.particle != "off" and "off" in around:
        return False
    if verb.lemma_ == "see" and entry.type == "meet" and not clause.is_infinitive(verb):
        return False
    if entry.type == "call" or verb.lemma_ == "call":
        return not _names(verb)
    return entry.type not in ("visit", "attack") or not _carries(verb, entry)


def _filled(reading: Reading) -> _Filled | None:
    """What fills the slots of a pattern, None where one that must be filled is not."""
    filled = _Filled([reading.verb.lemma_.lower(), reading.entry.particle])
    for argument in reading.entry.arguments:
        tokens = slots.fillers(reading, argument)
        if argument.slot == "T":
            filled.targets.extend(_target(reading, argument, tokens, filled.noun))
            fits = bool(filled.targets)
        elif argument.noun:
            filled.noun = slots.noun_of(reading, tokens, argument)
            fits = filled.noun is not None
            filled.covers |= {filled.noun.i} if filled.noun is not None else set()
            filled.words += [*sorted(argument.prepositions)[:1], filled.noun.text.lower() if filled.noun else ""]
        else:
            fits = slots.has_content(reading.verb, argument)
        if not fits and not argument.optional:
            return None
    return filled


def _target(reading: Reading, argument: Argument, tokens: list[Token], noun: Token | None) -> tuple[ActorMention, ...]:
    """Whom a target's slot names, itself or by what fills it."""
    # "Withdrew its ambassador to Peru": one's own thing tells no target where a complement does.
    # "President Rao withdrew Mali's ambassador from Peru": nor does his country's thing, where he cuts ties.
    own = {a.id for a in reading.actors} if tokens else set()
    home = reach.selves(reading.actors) if tokens and reading.entry.type == "sanction" else set()
    # "Expelled the ambassador of France and the German ambassador": each who is coordinated has a country.
    others = [t for t in clause.conjuncts(noun) if t != noun and t.lemma_ == noun.lemma_] if noun is not None else []
    beside = tuple(m for t in others for m in completed.of_object(reading.scene, argument, t))
    named = completed.of_object(reading.scene, argument, noun)
    owners = tuple(m for m in named if m.id not in own and m.country not in home)
    found = completed.aimed_at(reading, argument) or owners
    if not found and reading.entry.type == "attack" and len(tokens) > 1 and not reading.scene.parties(tokens[:1]):
        # "Strikes on Hamas targets in Gaza": whose they are, before where they lie.
        found = reach.owner(reading.scene, tokens[:1], "attack")
    found = found or reading.scene.parties(tokens)
    if reading.entry.type in ("attend", "host"):
        # "Attended the India-Africa summit": no event of India's.
        two = [t for t in (noun, *tokens) if t is not None and reading.scene.joined(t)]
        found = gatherings(reading.scene, two or tokens) if two or not found else found
    whose = reading.entry.type == "sanction" or reading.entry.mode in ("expel", "deport")
    if whose and all(m.rule == "group:bare" for m in found):
        # "Banned officials close to Rao", "expelled staff of Mali's embassy": whose they are tells more than what.
        found = reach.aimed(reading.scene, tokens, reach.selves(reading.actors)) or found
    found = found or completed.indirectly(reading, argument, tokens)
    known = own | {m.id for m in found}
    return (*found, *(m for m in beside if m.id not in known)) if found else found


def _carries(verb: Token, entry: Entry) -> bool:
    """ "Flew tents to Haiti", "stop the war in Chad": what goes there, or ends, is the load."""
    asked = any(not a.prepositions for a in entry.arguments)
    moves = verb.lemma_ in words_of("carrying") or (entry.type == "visit" and verb.lemma_ == "stop")
    return moves and not asked and any(c.dep_ == "dobj" for c in verb.children)


def _names(verb: Token) -> bool:
    """ "Called the plan absurd", "called them "thugs"": the verb gives a name, nobody is rung up."""
    given = (c for c in verb.rights if c.dep_ in ("oprd", "ccomp", "xcomp", "dobj"))
    return verb.lemma_.lower() == "call" and any(
        c.nbor(-1).is_quote if c.dep_ == "dobj" else not clause.is_infinitive(c) for c in given
    )


def _is_no_attack(scene: Scene, verb: Token, noun: Token | None) -> bool:
    """ "A hunger strike", "a verbal attack"; "work together in fighting terrorism", which is not against each other."""
    if noun is None:
        return any(t.lemma_.lower() in scene.lexicon.scourges for t in clause.patients(verb))
    before = (c for c in noun.children if c.dep_ in ("compound", "amod"))
    return any(c.lemma_.lower() in scene.lexicon.harmless for c in before)


def _is_weapon(scene: Scene, noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in scene.lexicon.weapons


def _is_same(scene: Scene, entry: Entry, noun: Token) -> bool:
    """Whether a noun only names the act that its verb performs ("lodged a protest", "repeated its proposal")."""
    return any(e.type == entry.type for e in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def verbs(scene: Scene) -> Iterator[Token]:
    """Tokens of a sentence that may tell an event: its verbs, and "be" where it is no auxiliary."""
    return (t for t in scene.sentence.doc if t.pos_ == "VERB" or (t.lemma_ == "be" and t.dep_ not in _AUXILIARIES))
