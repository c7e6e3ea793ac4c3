"""Events that a noun reports ("talks between A and B", "A paid a visit to B"), with arguments spread around it."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract import blamed, clause, completed, noun_actors, noun_targets, reach, takenup
from kg.extract.finding import CONCERNING, Finding
from kg.extract.governed import governor, is_basis
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_ABOUT = frozenset({"about", "on"})
_DEFENCE = frozenset({"defence", "defense"})


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
    if _is_over(scene, noun) or _is_attended(scene, noun) or _is_nearby(noun) or _is_furthered(noun):
        return None
    entries = scene.lexicon.nouns[noun.lemma_.lower()]
    return next((f for e in entries if (f := _fit(scene, noun, e)) is not None), None)


def _is_paper(noun: Token) -> bool:
    """ "A press release", "a strong message", "dangerous manoeuvres": staged for reporters or only felt, no deed."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")}
    if noun.lower_ == "message" and before & words_of("outspoken"):
        return True
    if noun.tag_ == "NNS" and noun.lemma_ in words_of("manoeuvre") and before & words_of("reckless"):
        return True
    if noun.lemma_.lower() == "war" and before & words_of("bloodless"):
        return True
    # "Air defence" is a weapon, and defends nobody yet.
    return bool(before & words_of("for reporters")) or (noun.lower_ in _DEFENCE and bool(before & words_of("defence")))


def _is_over(scene: Scene, noun: Token) -> bool:
    """ "A cessation of hostilities": what ends is told by its end."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.head.lemma_.lower() not in scene.lexicon.nouns:
        return False
    ends = (e for e in scene.lexicon.nouns[preposition.head.lemma_.lower()] if e.type == "retreat")
    slots = (a for e in ends for a in e.arguments if a.noun and preposition.lower_ in a.prepositions)
    return any(noun.lemma_.lower() in a.noun[-1] for a in slots)


def _is_attended(scene: Scene, noun: Token) -> bool:
    """ "Could not attend his inauguration": the ceremony, which is told by who attends it."""
    attended = noun.dep_ == "dobj" and noun.head.lemma_ in words_of("attending")
    return attended and any(e.type == "appoint" for e in scene.lexicon.nouns[noun.lemma_.lower()])


def _is_nearby(noun: Token) -> bool:
    """ "Met on the margins of the summit": named for where somebody else met."""
    held = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return held and noun.head.head.lemma_ in words_of("margins")


def _is_furthered(noun: Token) -> bool:
    """ "Came to strengthen the cooperation between them", "talks on trade with Chad": what they have, or speak of."""
    if noun.lemma_ not in words_of("cooperation"):
        return False
    first = noun
    while first.dep_ == "conj":
        first = first.head
    spoken_of = first.dep_ == "pobj" and first.head.lower_ in _ABOUT and first.head.head.lemma_ in words_of("talks")
    return spoken_of or (first.dep_ == "dobj" and first.head.lemma_ in words_of("furthering"))


def _is_speech(noun: Token, carrier: Token) -> bool:
    """ "Addressed a rally", "attended a rally in support of Chad": nobody protests there."""
    if noun.lemma_ != "rally":
        return False
    backing = any(w == "in" and t.lower_ == "support" for w, t in clause.prepositions(noun, deep=False))
    return carrier.lemma_ == "address" or (carrier.lemma_ in words_of("attending") and backing)


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
    if entry.type == "protest" and _is_speech(noun, carrier):
        return None
    places = noun_actors.around(scene, noun)
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
    # "The Iran-Iraq war": who is named first acts on the other.
    joined = scene.joined(noun) if entry.type in ("accuse", "attack") else ()
    found = joined[1:] or noun_targets.targets(scene, noun, entry, places)
    if found is None:
        return None
    if not found and entry.mode == "third-party":
        # "Reached with the mediation of Oman": between whom is not told.
        return None
    if not found and entry.type == "attack":
        found = reach.where(scene, noun, entry.type)
    taken = {word for argument in entry.arguments for word in argument.prepositions}
    actors = joined[:1] or noun_actors.actors(scene, noun, entry, taken, {m.id for m in found})
    if not actors and entry.type == "attack":
        actors = reach.band(scene, noun)
    if not found and entry.type == "attack" and actors:
        found = reach.nameless(scene, [t for word, t in places if word == "of"], entry.type)
    if entry.type == "protest":
        actors = actors or noun_actors.crowd(scene, noun)
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
        actors = takenup.met_last(scene, noun, carrier)
    if not actors and not found and takenup.says_when(noun, carrier, operator):
        actors, found = takenup.parties(scene, noun, entry.type)
    if entry.type in ("meet", "call") and not found:
        found = _listener(scene, noun, carrier)
    if entry.type in ("meet", "agree") and not actors and len(found) == 1:
        actors = _teller(scene, noun)
    if entry.type in ("meet", "call") and not actors and len(found) > 1 and _is_with(places):
        # "The general came for talks with Rao and Sow": they talk to somebody nobody knows, not to each other.
        return None
    if not actors and entry.type not in SYMMETRIC:
        actors, found = _sides(places, found)
    return Finding(
        entry=entry,
        trigger=noun,
        action=noun.text.lower(),
        actors=tuple(m for m in actors if m.id not in {t.id for t in found}),
        targets=found,
        carrier=noun if is_basis(noun) or clause.is_answered(noun) else carrier,
        status="happened" if actors and noun_actors.is_blamed(noun, carrier) else None,
    )


def _is_with(places: list[tuple[str, Token]]) -> bool:
    words = {word for word, _ in places}
    return "with" in words and words.isdisjoint(("between", "among", "of"))


def _is_near(token: Token, noun: Token) -> bool:
    """ "Voiced its condemnation on the margins of a summit": who meets there is only near."""
    return any(t.lemma_ in words_of("margins") for t in takewhile(lambda t: t != noun, (token, *token.ancestors)))


def _listener(scene: Scene, noun: Token, carrier: Token) -> tuple[ActorMention, ...]:
    """ "Told Rao in a meeting that": who was told it there was in it."""
    within = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at") and noun.head.head == carrier
    if not within or carrier.lemma_ != "tell" or clause.is_passive(carrier):
        return ()
    return tuple(m for m in scene.parties(clause.patients(carrier)) if m.kind == "person")


def _teller(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Rao reported that talks with Mali had ended", "announced a deal with Mali": whoever tells of it was in it."""
    verb = noun.head
    told = noun.dep_ == "dobj" and verb.lemma_.lower() in words_of("proclaiming")
    if noun.dep_ in clause.SUBJECTS and verb.dep_ == "ccomp":
        verb = verb.head
        told = verb.lemma_.lower() in scene.lexicon.reporting
    behind = told and any(word == "with" for word, _ in clause.prepositions(noun, deep=False))
    return scene.parties(clause.agents(verb)) if behind else ()


def _sides(
    places: list[tuple[str, Token]], found: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """ "Clashes between Mali and the rebels": who is named first acts on the others."""
    apart = any(word in ("between", "among") for word, _ in places) and not any(m.kind == "person" for m in found)
    return (found[:1], found[1:]) if apart and len(found) > 1 else ((), found)


def _is_of_another(scene: Scene, noun: Token, token: Token) -> bool:
    """ "Began raids in response to an attack on Haifa": whether another event's noun stands above a complement."""
    above = takewhile(lambda t: t.pos_ not in clause.VERBS, token.ancestors)
    return any(t != noun and t.lemma_.lower() in scene.lexicon.nouns and not t.is_ancestor(noun) for t in above)
