"""Events that a noun reports ("talks between A and B", "A paid a visit to B"), with arguments spread around it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extract import blamed, clause, completed, reach
from kg.extract.finding import CONCERNING, SPEECH, Finding
from kg.extract.governed import governor, is_basis, teller, whole
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.extract.slots import is_noun
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_DEFENCE = frozenset({"defence", "defense"})
_WILL = frozenset({"will", "'ll", "’ll", "would"})
_NEXT = frozenset({"another", "further", "new", "next", "second", "third"})
_OF_PLACES = frozenset({"retreat", "sanction"})
_AIMED = frozenset({"sanction", "attack", "coerce", "threaten"})
_OWN = frozenset({"sanction", "aid", "mobilize", "coerce", "retreat"})
_SENT = frozenset({"invite", "call"})
"""Types of nominal events that somebody may pass on for somebody else ("conveyed an invitation from the king")."""
_ATTENDED = frozenset({"meet", "call", "visit", "agree", "attend"})
"""Types of nominal events whose actor may be the subject of a clause that only mentions them ("said during talks")."""


def nouns(scene: Scene) -> Iterator[Token]:
    """Tokens of a sentence that may head a noun pattern."""
    return (t for t in scene.sentence.doc if _heads(t) and t.lemma_.lower() in scene.lexicon.nouns)


def _heads(token: Token) -> bool:
    """Nouns, and adjectives that stand for one ("their bilateral lasted an hour")."""
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and token.dep_ in ("nsubj", "dobj", "pobj"))


def find(scene: Scene, noun: Token) -> Finding | None:
    """The event that a noun reports, None where no pattern fits or nobody takes part."""
    if noun.i in scene.actors or _is_paper(noun) or _is_pretext(noun) or _is_limited(noun) or _is_barred(noun):
        return None
    entries = scene.lexicon.nouns[noun.lemma_.lower()]
    return next((f for e in entries if (f := _fit(scene, noun, e)) is not None), None)


def _is_paper(noun: Token) -> bool:
    """ "A press release", "a media tour": what is written or staged for reporters, and no deed."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if noun.lemma_.lower() == "war" and before & words_of("bloodless"):
        return True
    # "Air defence" is a weapon, and defends nobody yet.
    return bool(before & words_of("for reporters")) or (noun.lower_ in _DEFENCE and bool(before & words_of("defence")))


def _is_limited(noun: Token) -> bool:
    """ "Lifted a ban on strikes", "limits on raids": of what sort, not that there was one."""
    held = noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.tag_ == "NNS"
    return held and noun.head.head.lemma_.lower() in words_of("limiting")


def _is_pretext(noun: Token) -> bool:
    """ "Recalled its envoy for consultations": how an envoy is called home, and no meeting."""
    pretext = noun.lower_ == "consultations" and noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return pretext and clause.clause_of(noun).lemma_ in words_of("calling home")


def _is_barred(noun: Token) -> bool:
    """ "Excluded the junta from its summit": what somebody is kept from is not told."""
    left = noun.dep_ == "pobj" and noun.head.lower_ == "from"
    return left and noun.head.head.lemma_ in words_of("keeping out")


def _fit(scene: Scene, noun: Token, entry: Entry) -> Finding | None:
    carrier, operator = governor(scene, noun)
    places = _around(scene, noun)
    if operator is not None and operator.takes == "object":
        beside = (p for p in clause.prepositions(carrier) if p not in places and p[0] != "of")
        places += [p for p in beside if not _is_of_another(scene, noun, p[1])]
    elif operator is not None and operator.takes == "subject":
        places += [p for p in clause.prepositions(carrier, deep=False) if p not in places]
    elif carrier.lemma_ == "be" and noun.dep_ == "nsubj":
        # "Talks are under way between Chad and Niger".
        places += [p for p in clause.prepositions(carrier, deep=False) if p[0] == "between"]
    for participle in clause.participles(noun):
        places += [p for p in clause.prepositions(participle, deep=False) if p not in places]
    places = [(word, token) for word, token in places if not _is_near(token, noun)]
    found = _targets(scene, noun, entry, places)
    if found is None:
        return None
    if not found and entry.mode == "third-party":
        # "Reached with the mediation of Oman": between whom is not told.
        return None
    if not found and entry.type == "attack":
        found = reach.where(scene, noun, entry.type)
    taken = {word for argument in entry.arguments for word in argument.prepositions}
    actors = _actors(scene, noun, entry, taken, {m.id for m in found})
    if not actors and entry.type == "attack":
        actors = reach.band(scene, noun)
    if not found and entry.type == "attack" and actors:
        found = reach.nameless(scene, [t for word, t in places if word == "of"], entry.type)
    if entry.type == "protest":
        actors = actors or _crowd(scene, noun)
        found = found or scene.opposed(noun)
    if entry.type in CONCERNING and not entry.arguments:
        # "Cuba's refusal to talk to Peru": whom the noun's infinitive names.
        found = reach.concerned(scene, noun, reach.selves(actors), entry.type)
    if entry.type == "accuse":
        # "Its condemnation of the raid on Chad" blames who made it.
        found = blamed.instead(scene, [t for _, t in places], found, reach.selves(actors))
    if entry.mode == "expel" and not actors and len(found) > 1:
        # "The expulsion of Chadian envoys from Mali".
        actors = completed.expellers(scene, noun, found[:1])
        found = tuple(m for m in found if m.id not in {a.id for a in actors})
    if entry.type == "call" and not actors and noun.lemma_.lower() in words_of("letter"):
        # "In a letter sent to both of them, Rao said": two who get a letter do not call each other.
        actors = scene.parties(clause.surface_subjects(clause.clause_of(noun.head))) if noun.dep_ == "pobj" else ()
        if not actors:
            return None
    if entry.type == "meet" and not actors and not found:
        actors = _met_before(scene, noun, carrier)
    if not actors and entry.type not in SYMMETRIC:
        actors, found = _sides(places, found)
    return Finding(
        entry=entry,
        trigger=noun,
        action=noun.text.lower(),
        actors=tuple(m for m in actors if m.id not in {t.id for t in found}),
        targets=found,
        carrier=noun if is_basis(noun) else carrier,
        status="happened" if actors and _is_blamed(noun, carrier) else None,
    )


def _guests(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Flew to Accra at the invitation of Rao", "is on a visit to Chad at its invitation": who is asked to come."""
    if not is_basis(noun):
        return ()
    came = noun.head.head
    own = scene.parties([came]) if came.i in scene.actors else _possessors(scene, came)
    if own and came.pos_ not in clause.VERBS:
        return own
    verb = clause.clause_of(came)
    return scene.parties(clause.patients(verb) if clause.is_passive(verb) else clause.agents(verb))


def _is_near(token: Token, noun: Token) -> bool:
    """ "Voiced its condemnation on the margins of a summit": who meets there is only near."""
    return any(t.lemma_ in words_of("margins") for t in takewhile(lambda t: t != noun, (token, *token.ancestors)))


def _met_before(scene: Scene, noun: Token, carrier: Token) -> tuple[ActorMention, ...]:
    """ "The next round of talks will be held in May": between those who met last."""
    ahead = any(c.dep_ == "aux" and c.lower_ in _WILL for c in carrier.children) or clause.is_passive(carrier)
    if not ahead or carrier.lemma_ not in words_of("going on") or carrier.tag_ == "VBD":
        return ()
    if not any(c.lower_ in _NEXT for n in (noun, whole(noun)) for c in n.children):
        return ()
    met = (d for d in reversed(scene.deeds) if d.type == "meet")
    both = ({m.id: m for m in (*d.actors, *d.targets)} for d in met)
    return next((tuple(two.values()) for two in both if len(two) > 1), ())


def _sides(
    places: list[tuple[str, Token]], found: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """ "Clashes between Mali and the rebels": who is named first acts on the others."""
    apart = any(word == "between" for word, _ in places) and not any(m.kind == "person" for m in found)
    return (found[:1], found[1:]) if apart and len(found) > 1 else ((), found)


def _is_of_another(scene: Scene, noun: Token, token: Token) -> bool:
    """ "Began raids in response to an attack on Haifa": whether another event's noun stands above a complement."""
    above = takewhile(lambda t: t.pos_ not in clause.VERBS, token.ancestors)
    return any(t != noun and t.lemma_.lower() in scene.lexicon.nouns and not t.is_ancestor(noun) for t in above)


def _around(scene: Scene, noun: Token) -> list[tuple[str, Token]]:
    """The complements of a noun, with those that hang on whose it is ("the visit of Xi to Mali", "by Xi to Mali")."""
    found = list(clause.prepositions(noun, deep=False))
    # "The abduction on Sunday of nine nuns by rebels": the parser hangs "of" on the day, and "by" on the nuns.
    found += [p for word, t in found if word == "on" and t.ent_type_ == "DATE" for p in clause.prepositions(t)]
    named = [t for word, t in found if word in ("of", "by") and t.i in scene.actors]
    people = [t for word, t in found if word == "of" and t.lemma_.lower() in scene.lexicon.people]
    inner = [p for t in named for p in clause.prepositions(t, deep=False) if p[0] != "of"]
    return [*found, *inner, *(p for t in people for p in clause.prepositions(t, deep=False) if p[0] == "by")]


def _targets(
    scene: Scene, noun: Token, entry: Entry, places: list[tuple[str, Token]]
) -> tuple[ActorMention, ...] | None:
    """Whom the arguments of an entry name, None where one that must be there is not."""
    targets = _possessors(scene, noun) if entry.suffered and not _is_done_by_owner(noun) else ()
    within: Token | None = None
    for argument in entry.arguments:
        tokens = [t for word, t in places if word in argument.prepositions]
        if argument.slot == "T":
            found = scene.parties(tokens)
            if entry.type == "visit":
                found = found or _toured(scene, tokens) or _destined(scene, noun, places) or _hosts(scene, noun)
            if not found and within is not None and "of" in argument.prepositions:
                found = _possessors(scene, within)
            found = found or _aimed_at(scene, noun, entry) or _owners(scene, tokens, entry)
            found = found or _cause(scene, noun, entry) or _guests(scene, noun)
            if not found and entry.suffered and _is_done_by_owner(noun):
                # "Chad's execution of nine men".
                found = reach.nameless(scene, tokens, entry.type)
            fits = bool(found or targets)
            targets = (*targets, *(m for m in found if m.id not in {t.id for t in targets}))
        elif argument.noun:
            # "The missile test" is the test of missiles.
            named = (
                [c for c in noun.children if c.dep_ in ("compound", "amod")] if "of" in argument.prepositions else []
            )
            within = next((t for t in (*tokens, *named) if is_noun(t, argument.noun)), None)
            fits = within is not None
            places = [*places, *(clause.prepositions(within, deep=False) if within is not None else ())]
        else:
            fits = bool(tokens)
        if not fits and not argument.optional:
            return None
    return targets


def _is_done_by_owner(noun: Token) -> bool:
    """ "Chad's arrest of two envoys": who owns such a noun does it where "of" tells whom it befell."""
    return bool(clause.owners(noun)) and any(word == "of" for word, _ in clause.prepositions(noun, deep=False))


def _aimed_at(scene: Scene, noun: Token, entry: Entry) -> tuple[ActorMention, ...]:
    """ "Sanctions targeting Iran", "a package that would hit Iran's banks": whom the noun's own clause aims it at."""
    if entry.type not in _AIMED:
        return ()
    heads = {noun, whole(noun)}
    verbs = [
        c for h in heads for c in h.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in words_of("aiming")
    ]
    aimed = [t for v in verbs for t in (*clause.patients(v), *(t for _, t in clause.prepositions(v, deep=False)))]
    others = [t for t in aimed if t not in heads]
    behind = list(reach.tied(others))
    named = scene.parties(others) or reach.owner(scene, others, entry.type)
    return named or scene.parties(behind) or reach.owner(scene, behind, entry.type)


def _owners(scene: Scene, tokens: list[Token], entry: Entry) -> tuple[ActorMention, ...]:
    """ "Protests against Chad's policy", "support for the Malian plan": whose it is."""
    return reach.owner(scene, tokens, "") if entry.type in SPEECH | _OF_PLACES else ()


def _evoked(scene: Scene, noun: Token) -> bool:
    """Whether somebody else's deed calls forth what the noun tells ("drew criticism from Chad")."""
    verb, row = governor(scene, noun)
    # "Deplored the union's support": who judges a deed did not call it forth, nor what follows it.
    other = verb.lemma_ == "follow" or verb.lemma_ in words_of("judging")
    return row is not None and row.takes == "object" and not row.subject and not other


def _cause(scene: Scene, noun: Token, entry: Entry) -> tuple[ActorMention, ...]:
    """ "The Kenyan move drew criticism from Chad": what is criticised is the subject, or its owner's or doer's."""
    if entry.type not in SPEECH or not _evoked(scene, noun):
        return ()
    causes = clause.agents(governor(scene, noun)[0])
    named = scene.parties(causes) or reach.owner(scene, causes, entry.type)
    return named or next((d for t in causes if (d := reach.doer_of(scene, t, ()))), ())


def _possessors(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.lower_ in ("his", "her", "their")), None)
    if owner is not None and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "for", "over"):
        # "Congratulated him on his election": whom one congratulates, thanks or blames.
        praised = [t for t in noun.head.head.children if t.dep_ == "dobj"] if noun.head.head.pos_ == "VERB" else []
        people = tuple(m for m in scene.parties(praised) if m.kind == "person")
        if people:
            return people
    return scene.parties(clause.owners(noun)) or scene.taking_part(noun)


def _destined(scene: Scene, noun: Token, places: list[tuple[str, Token]]) -> tuple[ActorMention, ...]:
    """ "Put off a Cuba visit", "his Malian trip": a country before a journey of somebody of another country.

    An adjective tells it only where somebody is named whose journey it is: "a Chinese visit" is one by China.
    """
    names = [t for t in scene.modifiers(noun) if t.head == noun]
    beside = [(t, m) for t in names for m in (*scene.actors.get(t.i, ()), *scene.adjectives.get(t.i, ()))]
    lands = [(t, m) for t, m in beside if m.kind in ("country", "place")]
    # The tagger takes some names of countries for adjectives.
    found = tuple(m for t, m in lands if t.tag_ == "NNP" or m.text == m.label)
    carrier, row = governor(scene, noun)
    doers = scene.parties([*clause.owners(noun), *(t for word, t in places if word == "by" and not found)])
    if row is not None and row.takes == "object" and row.subject:
        doers = doers or scene.parties(clause.agents(carrier))
    homes = {m.country for m in doers}
    adjectival = not found and bool(doers) and all(m.kind == "person" and m.country for m in doers)
    if adjectival:
        found = tuple(m for _, m in lands)
    led = any(word in ("of", "to") or (word == "by" and not adjectival) for word, _ in places)
    return found if doers and not led and not homes & {m.country for m in found} else ()


def _actors(scene: Scene, noun: Token, entry: Entry, taken: set[str], targets: set[str]) -> tuple[ActorMention, ...]:
    """Whose event it is: possessor, adjective, `by`, free `of`, else the subject that carries the noun."""
    written = {"by", "of", "between", "among", *(("from",) if entry.type in _SENT else ())} - taken
    complements = [t for word, t in _around(scene, noun) if word in written]
    if _evoked(scene, noun):
        complements += [t for word, t in clause.prepositions(governor(scene, noun)[0]) if word == "from"]
    owners = () if entry.suffered and not _is_done_by_owner(noun) else _possessors(scene, noun)
    if entry.type == "visit":
        owners = tuple(m for m in owners if m.id not in targets)
    found = owners or scene.parties(complements)
    both = any(word in ("between", "among", "of") for word, _ in clause.prepositions(noun, deep=False))
    if found or (entry.type in SYMMETRIC and len(targets) > 1 and both):
        return found
    return scene.parties(_carriers(scene, noun, entry))


def _toured(scene: Scene, tokens: list[Token]) -> tuple[ActorMention, ...]:
    """ "A tour of ports in Oman and Yemen": where what is visited lies."""
    return scene.parties(t for noun in tokens for word, t in clause.prepositions(noun, deep=False) if word == "in")


def _hosts(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Invited her for a visit", "called off a visit by the envoy": it is to those who do so, if not their own."""
    carrier, row = governor(scene, noun)
    agents = scene.parties(clause.agents(carrier)) if carrier.pos_ in clause.VERBS else ()
    if carrier.lemma_.lower() == "invite" and noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to", "on"):
        return agents
    told = carrier.lemma_.lower() in scene.lexicon.reporting and noun.dep_ == "dobj"
    if not told and (row is None or row.takes != "object"):
        return ()
    guests = _possessors(scene, noun) or scene.parties(t for word, t in _around(scene, noun) if word in ("by", "of"))
    homes = {m.country for m in guests}
    return tuple(m for m in agents if guests and m.country and m.country not in homes)


def _carriers(scene: Scene, noun: Token, entry: Entry) -> Sequence[Token]:
    """Subject of a light verb, of "arrived for talks", or the object of "invited X for a visit"."""
    carrier, operator = governor(scene, noun)
    host = teller(noun)
    if carrier.pos_ not in clause.VERBS:
        return []
    if _is_blamed(noun, carrier):
        return clause.surface_subjects(carrier)
    if operator is not None and host is not None and carrier.head == host:
        return [host]
    if operator is not None:
        if operator.status == "cancelled" and entry.type == "attack" and clause.is_infinitive(carrier):
            # "Sent troops to halt the killing": it is not the sender's.
            return []
        return _hosts_of(scene, carrier) if operator.subject or _is_own(carrier, entry) else []
    if noun.dep_ == "pobj" and noun.head.lower_ == "including":
        # "After hours of talks, including a meeting with Rao, Sow left".
        noun = noun.head.head
    if entry.type in _ATTENDED and noun.dep_ == "pobj" and noun.head.head == carrier:
        if carrier.lemma_.lower() in words_of("object-control") and noun.head.lower_ in ("for", "to", "on"):
            return clause.patients(carrier)
        if carrier.lemma_.lower() not in scene.lexicon.reporting or noun.head.lower_ in ("at", "in", "during", "after"):
            return clause.surface_subjects(carrier)
    return []


def _crowd(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Thousands joined a rally": who protests where no name tells."""
    carrier, row = governor(scene, noun)
    return reach.crowd(scene, clause.agents(carrier)) if row is not None and row.subject else ()


def _is_blamed(noun: Token, carrier: Token) -> bool:
    """ "Was responsible for killings", "is guilty of the murder", told by the text itself."""
    head = noun
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ != "pobj" or head.head.lower_ not in ("for", "of") or carrier.lemma_ != "be":
        return False
    quality = head.head.head
    told = carrier.dep_ in ("ROOT", "conj") and not clause.is_negated(carrier)
    return told and quality.dep_ == "acomp" and quality.lower_ in words_of("held responsible")


def _is_own(carrier: Token, entry: Entry) -> bool:
    """ "Japan announced sanctions": who tells of such acts and names nobody else does them himself."""
    return entry.type in _OWN and carrier.lemma_.lower() in words_of("telling")


def _hosts_of(scene: Scene, carrier: Token) -> Sequence[Token]:
    """The agents of a light verb, or the owners of what stands there ("the programme of her stay includes talks")."""
    found = clause.agents(carrier)
    if scene.parties(found):
        return found
    return [o for t in found if t.pos_ == "NOUN" for n in t.subtree if n.i < carrier.i for o in clause.owners(n)]
