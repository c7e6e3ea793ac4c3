"""Events that a verb reports: the most telling pattern of the lexicon that fits, with its actors and targets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from kg.extract import blamed, clause, reach
from kg.extract.gatherings import gatherings
from kg.extract.lexicon import Argument, Entry
from kg.extract.scene import Scene
from kg.model import SYMMETRIC, ActorMention, Status
from kg.parse.tree import Token

SPEECH = frozenset(
    {"announce", "request", "propose", "accuse", "reject", "threaten", "protest", "support", "invite", "say"}
)
"""Types that are done by saying so. What they speak of, a visit or an attack, is an event of its own."""

_AUXILIARIES = frozenset({"aux", "auxpass"})
_TEMPORAL = frozenset({"DATE", "TIME"})
_DIRECTED = frozenset({"on", "against", "to", "toward", "towards", "with", "into"})
_REACHING = SPEECH | {"sanction", "coerce", "attack", "aid", "mobilize", "retreat"}
"""Types whose prepositional targets may be told by what they own."""
_AIMED = frozenset({"sanction", "attack", "accuse"})
"""Types whose target may stand in a clause of the noun that the pattern names."""
CONCERNING = frozenset({"request", "reject", "threaten", "accuse", "support", "propose", "aid", "retreat"})
"""Types that may take their target from what they are about."""
HEAPS = frozenset({"package", "series", "round", "wave", "set", "string", "number", "spate", "raft", "batch"}) | {
    *("burst", "flurry", "minute", "hour", "day", "night", "week", "month")
}
"""Nouns that only count what follows their "of" ("is weighing a package of sanctions", "five hours of talks")."""
_PAIR = 2
_JAILS = frozenset({"prison", "jail", "custody", "detention", "captivity", "camp", "arrest"})
_JUDGING = frozenset({"accuse", "support", "reject"})
"""Types whose target may be told by what is done under its rule."""
_CARRYING = frozenset({"fly", "drive", "sail", "ride", "advance", "march"})
"""Verbs of going that with an object tell what is moved."""
_ASIDE = frozenset({"amid", "amidst", "despite", "during", "following"})
_DEFINITE = frozenset({"the", "this", "these", "those"})
_BETWEEN = frozenset({"between", "among"})
_AIMED_AT_PLACES = frozenset({"visit", "attack", "mobilize", "coerce", "retreat", "sanction", "request", "agree"})
"""Types whose patterns name a place where they write "in": a curfew, a withdrawal, an appeal for peace in T."""


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """A pattern that fits: its trigger, the words of the action, and who takes part."""

    entry: Entry
    trigger: Token
    action: str
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    carrier: Token
    """The verb whose clause holds the event: the trigger itself, or the verb around an event noun."""
    covers: frozenset[int] = frozenset()
    """Tokens of nouns that the pattern used, so that they are not read as events of their own."""
    places: tuple[ActorMention, ...] = ()
    """Cities among the targets, before they became their countries."""
    status: Status | None = None
    """Set where the pattern itself, not the grammar around it, gives the status."""
    doerless: bool = False
    """Whether the event is told without saying who did it ("a bomb killed nine in Mosul")."""


def find(scene: Scene, verb: Token) -> Finding | None:
    """The event that a verb reports, None where no pattern fits."""
    entries = scene.lexicon.verbs.get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
    likely = (e for e in entries if not any(map(scene.words.isdisjoint, e.asked)))
    fits = (f for e in likely if (f := _fit(scene, verb, e)) is not None and not _on_itself(f))
    first = next(fits, None)
    if first is None or first.targets or not scene.lexicon.types[first.entry.type].needs & {"target", "pair"}:
        return first
    # "Met Rao on the sidelines of the summit": a shorter pattern of the type may name whom a longer one leaves out.
    return next((f for f in fits if f.targets and f.entry.type == first.entry.type), first)


def _on_itself(finding: Finding) -> bool:
    """ "Closed its embassy in Benin": a pattern that makes the actor his own target is the wrong one."""
    sent_home = finding.entry.mode == "expel"
    doers, suffered = ({m.country if sent_home else m.id for m in side} for side in (finding.actors, finding.targets))
    return len(finding.actors) == 1 and doers == suffered


def _fit(scene: Scene, verb: Token, entry: Entry) -> Finding | None:
    around = clause.particles(verb)
    if entry.particle not in around if entry.particle else entry.type == "say" and "off" in around:
        return None
    if (entry.type == "call" and _names(verb)) or (entry.type in ("visit", "attack") and _carries(verb, entry)):
        return None
    targets: list[ActorMention] = []
    words = [verb.lemma_.lower(), entry.particle]
    noun: Token | None = None
    covers: set[int] = set()
    actors = scene.parties(clause.agents(verb)) or _behind_paper(scene, verb)
    for argument in entry.arguments:
        tokens = _fillers(scene, verb, entry, argument)
        if argument.slot == "T":
            # "Withdrew its ambassador to Peru": one's own thing tells no target where a complement does.
            owners = [m for m in _of_object(scene, argument, noun) if not tokens or m.id not in {a.id for a in actors}]
            found = _aimed_at(scene, verb, argument) or tuple(owners) or scene.parties(tokens)
            if not found and entry.type == "attend":
                found = gatherings(scene, tokens)
            targets.extend(found or _indirectly(scene, verb, entry, argument, tokens))
            fits = bool(targets)
        elif argument.noun:
            measured = (m for t in tokens for m in _measured(scene, t))
            noun = next((t for t in (*tokens, *measured) if is_noun(t, argument.noun)), None)
            if noun is not None and entry.type == "attack" and _is_harmless(scene, noun):
                return None
            fits = noun is not None
            covers |= {noun.i} if noun is not None else set()
            words += [*sorted(argument.prepositions)[:1], noun.text.lower() if noun else ""]
        else:
            fits = _has_content(verb, argument)
        if not fits and not argument.optional:
            return None
    if entry.type in _AIMED and not targets and noun is not None:
        targets = list(reach.aimed(scene, [noun], reach.selves(actors)))
    if entry.type in CONCERNING and not targets and not (entry.mutual and len(actors) == _PAIR):
        targets = list(_about(scene, verb, reach.selves(actors), entry.type))
        targets = targets or list(_ruler(scene, entry, clause.patients(verb)))
    if entry.type == "agree" and len(actors) == 1 and not targets:
        targets = list(reach.partners(scene, verb, reach.selves(actors)))
    if entry.type == "accuse":
        targets = list(blamed.instead(scene, _condemned(verb, entry, noun), targets, reach.selves(actors)))
    if entry.type == "reject":
        # "Rejected the raid on Chad", which has been made, says no to who made it; "ruled out a raid on Chad" to Chad.
        made = [t for t in clause.patients(verb) if any(c.lower_ in _DEFINITE for c in t.children)]
        targets = list(blamed.instead(scene, made, targets, reach.selves(actors)))
    if entry.type == "appoint" and not targets:
        targets = list(scene.parties(_given_office(verb)))
    if entry.type == "protest" and not actors:
        actors = reach.crowd(scene, clause.agents(verb))
    if not actors and clause.is_passive(verb) and entry.mode == "release":
        actors, targets = _captors(scene, verb), targets or list(scene.parties([noun] if noun else []))
    elif not actors and clause.is_passive(verb) and noun is not None:
        # "UN sanctions on Mali were lifted": whose they were.
        actors = tuple(m for m in _of(scene, noun) if m.id not in {t.id for t in targets})
        if not actors and (entry.type in SYMMETRIC or (entry.mutual and not _are_talks(scene, noun))):
            heads = (noun,) if verb.dep_ == "acl" else (noun, verb)
            sides = (p for head in heads for p in clause.prepositions(head, deep=False))
            actors = scene.parties(t for word, t in sides if word in _BETWEEN)
        if not actors and "actor" in scene.lexicon.types[entry.type].needs:
            # "The talks were suspended": who did it is not told, but the talks are.
            return None
    if entry.type == "reject" and not targets:
        targets = list(reach.answered(scene, actors))
    both = actors, tuple(targets)
    return Finding(
        entry=entry,
        trigger=verb,
        action=" ".join(w for w in words if w),
        actors=both[entry.suffered],
        targets=both[not entry.suffered],
        carrier=verb,
        covers=frozenset(i for i in covers if entry.type not in SPEECH or _is_same(scene, entry, verb.doc[i])),
    )


def _condemned(verb: Token, entry: Entry, noun: Token | None) -> list[Token]:
    """What an accusation is about: neither the suit of "filed a suit against T" nor the C of "blamed C on T"."""
    if any(a.slot == "C" and not a.prepositions for a in entry.arguments):
        return []
    spoken = noun if not any(a.slot == "T" and "by" in a.prepositions for a in entry.arguments) else None
    about = [*clause.patients(verb), *(t for _, t in clause.prepositions(verb, deep=False))]
    return [t for t in about if t != spoken]


def _carries(verb: Token, entry: Entry) -> bool:
    """ "Flew tents to Haiti", "advanced a plan for Chad": what goes there is the load."""
    asked = any(not a.prepositions for a in entry.arguments)
    return verb.lemma_ in _CARRYING and not asked and any(c.dep_ == "dobj" for c in verb.children)


def _names(verb: Token) -> bool:
    """ "Called the plan absurd", "calls it a mission": the verb gives a name, nobody is rung up."""
    return verb.lemma_.lower() == "call" and any(
        c.dep_ in ("oprd", "ccomp", "xcomp") and not clause.is_infinitive(c) for c in verb.children
    )


def _is_harmless(scene: Scene, noun: Token) -> bool:
    """ "A hunger strike", "a verbal attack": no armed act."""
    return any(c.lemma_.lower() in scene.lexicon.harmless for c in noun.children if c.dep_ in ("compound", "amod"))


def _measured(scene: Scene, token: Token) -> list[Token]:
    """ "Ten million dollars of aid", "a wave of sanctions": what a number or a part is of."""
    lemma = token.lemma_.lower()
    counts = (
        lemma in HEAPS or lemma in scene.lexicon.parts or any(c.dep_ in ("nummod", "quantmod") for c in token.children)
    )
    return [t for word, t in clause.prepositions(token, deep=False) if counts and word in ("of", "in")]


def _is_same(scene: Scene, entry: Entry, noun: Token) -> bool:
    """Whether a noun only names the act that its verb performs ("lodged a protest", "repeated its proposal")."""
    return any(e.type == entry.type for e in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _indirectly(
    scene: Scene, verb: Token, entry: Entry, argument: Argument, tokens: list[Token]
) -> tuple[ActorMention, ...]:
    """Targets of a slot that no name fills: owners and doers of what stands there."""
    if entry.type in ("call", "appoint", "host") or (argument.prepositions and entry.type not in _REACHING):
        return ()
    if entry.type == "attack" and any(t.lemma_.lower() in scene.lexicon.scourges for t in tokens):
        return ()
    found = reach.owner(scene, tokens, entry.type) or reach.as_before(scene, tokens, entry.type)
    if not found and tokens and (entry.type == "aid" or not argument.prepositions):
        found = _befallen(scene, verb, entry, tokens)
    taken = reach.selves(scene.parties(clause.agents(verb)))
    if not found and argument.prepositions and entry.type in _AIMED:
        found = reach.aimed(scene, tokens, taken)
    if found or entry.type not in SPEECH:
        return found
    return next((d for t in tokens if (d := reach.doer_of(scene, t, taken))), ()) or _ruler(scene, entry, tokens)


def _ruler(scene: Scene, entry: Entry, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    return reach.ruler(scene, tokens) if entry.type in _JUDGING else ()


def _befallen(scene: Scene, verb: Token, entry: Entry, tokens: list[Token]) -> tuple[ActorMention, ...]:
    """The place of a deed that no name tells whom it befell; the people themselves where it is the doer's own."""
    doers = scene.parties(clause.agents(verb))
    found = reach.where(scene, verb, entry.type)
    abroad = {m.country for m in found} - {m.country for m in doers}
    if abroad or all(m.kind == "group" and not m.country for m in doers):
        return found
    return reach.nameless(scene, tokens, entry.type) or found


def _fillers(scene: Scene, verb: Token, entry: Entry, argument: Argument) -> list[Token]:
    """Tokens that could fill an argument: objects, or complements of its prepositions.

    A place after "in" or "at" only says where: "protested in Dhaka" has no target; "lashed out at Nepal" has.
    """
    if not argument.prepositions:
        named = _given_office(verb) if entry.type == "appoint" else []
        # "Cordoned off the roads": where the parser takes the particle for a preposition.
        behind = [t for word, t in clause.prepositions(verb, deep=False) if entry.particle and word == entry.particle]
        return [*clause.patients(verb), *_gapped(scene, verb), *named, *behind]
    heads = (verb, *clause.patients(verb)) if clause.is_passive(verb) else (verb,)
    after = [(word, t) for head in heads for word, t in clause.prepositions(head) if word in argument.prepositions]
    found = [(word, token) for word, token in after if token.head.dep_ != "agent"]
    if argument.noun and "to" in argument.prepositions:
        found += [("to", c) for c in verb.children if c.dep_ in ("xcomp", "ccomp") and clause.is_infinitive(c)]
    # "Invest in T", "close embassy in T": rows that know no other word mean the place.
    aimed = entry.type in _AIMED_AT_PLACES or (argument.prepositions == {"in"} and entry.type != "attend")
    kept = [token for word, token in found if aimed or not _says_where(scene, word, token)]
    return [t for t in kept if not (aimed and _is_aside(t, verb))]


def _are_talks(scene: Scene, noun: Token) -> bool:
    """ "Talks between Chad and Niger were suspended": by whom, nobody says; ties are cut by those whose they are."""
    return any(entry.type in SYMMETRIC for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _captors(scene: Scene, verb: Token) -> tuple[ActorMention, ...]:
    """ "Was freed from Mali", "released from a prison in Mali": who held somebody lets him go."""
    complements = [(word, t) for word, t in clause.prepositions(verb)]
    jailed = any(word == "from" and t.lemma_.lower() in _JAILS for word, t in complements)
    words = ("from", "in") if jailed else ("from",)
    return scene.parties(t for word, t in complements if word in words and scene.is_place(t))


def _given_office(verb: Token) -> list[Token]:
    """ "Elected George Weah president": a name that the parser takes for a part of the office."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NN"]
    return [c for o in objects for c in o.children if c.dep_ == "compound" and c.tag_ == "NNP"]


def _gapped(scene: Scene, verb: Token) -> list[Token]:
    """ "Met Rao in Delhi and Khan in Lahore": who is met next, whom the parser coordinates with the place."""
    beside = [t for word, t in clause.prepositions(verb, deep=False) if word in ("in", "at")]
    spots = [t for t in beside if scene.is_place(t)]
    return [t for t in beside if spots and any(m.kind == "person" for m in scene.actors.get(t.i, ()))]


def _is_aside(token: Token, verb: Token) -> bool:
    """ "Moved tanks into Chad amid a dispute with Niger": what only tells the circumstances."""
    between = takewhile(lambda t: t != verb, token.ancestors)
    return any(t.dep_ == "prep" and t.lower_ in _ASIDE for t in between)


def _says_where(scene: Scene, word: str, token: Token) -> bool:
    named = scene.actors.get(token.i, ())
    return scene.is_place(token) and (word == "in" or (word == "at" and any(m.kind == "place" for m in named)))


def _has_content(verb: Token, argument: Argument) -> bool:
    """Whether a content slot is filled; without a preposition anything, or nothing, may fill it."""
    if not argument.prepositions or ("to" in argument.prepositions and clause.has_clause(verb)):
        return True
    complements = [t for word, t in clause.prepositions(verb) if word in argument.prepositions]
    if complements:
        return any(t.ent_type_ not in _TEMPORAL for t in complements)
    return bool(argument.prepositions & clause.particles(verb))


def _about(scene: Scene, verb: Token, taken: set[str], type_: str) -> tuple[ActorMention, ...]:
    """Whom an act without a named target is about: those its content names, else the doer of its object."""
    objects = () if verb.dep_ == "acl" else clause.patients(verb)
    doers = (reach.doer_of(scene, t, taken) for t in objects)
    return reach.concerned(scene, verb, taken, type_) or next((d for d in doers if d), ())


def _aimed_at(scene: Scene, verb: Token, argument: Argument) -> tuple[ActorMention, ...]:
    """ "Lifted its embargo on Chad": what stands after "on" is meant before the owner of the embargo."""
    if "of" not in argument.prepositions:
        return ()
    words = argument.prepositions & _DIRECTED
    hung = clause.patients(verb) if clause.is_passive(verb) else []
    return scene.parties(t for head in (verb, *hung) for word, t in clause.prepositions(head) if word in words)


def _behind_paper(scene: Scene, verb: Token) -> tuple[ActorMention, ...]:
    """ "A UN report accused Chad", "passed a motion condemning Mali": who acts through a paper or a speech."""
    papers = [t for t in clause.agents(verb) if t.lemma_.lower() in scene.lexicon.documents]
    named = next((found for t in papers if (found := _of(scene, t))), ())
    above = [clause.clause_of(t.head) for t in papers if t.dep_ == "dobj" and verb.dep_ in ("acl", "relcl")]
    return named or scene.parties(a for v in above for a in clause.agents(v))


def _of(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    by = [t for word, t in clause.prepositions(noun, deep=False) if word in ("by", "from")]
    return scene.parties(clause.owners(noun)) or scene.taking_part(noun) or scene.parties(by)


def _of_object(scene: Scene, argument: Argument, noun: Token | None) -> tuple[ActorMention, ...]:
    """ "Rejected Iran's proposal" says whose proposal as "rejected a proposal of Iran" does."""
    if noun is None or "of" not in argument.prepositions:
        return ()
    groups = tuple(m for m in scene.actors.get(noun.i, ()) if m.kind == "group" and m.country)
    return groups or _of(scene, noun)


def is_noun(token: Token, noun: tuple[frozenset[str], ...]) -> bool:
    """Whether a token is the noun of an argument, with the modifiers that the argument asks for."""
    *modifiers, head = noun
    if token.lemma_.lower() not in head:
        return False
    before = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
    return all(before & words for words in modifiers)


def verbs(scene: Scene) -> Iterator[Token]:
    """Tokens of a sentence that may tell an event: its verbs, and "be" where it is no auxiliary."""
    return (t for t in scene.sentence.doc if t.pos_ == "VERB" or (t.lemma_ == "be" and t.dep_ not in _AUXILIARIES))
