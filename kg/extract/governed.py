"""The verb or noun that governs an event noun ("held talks", "called off the visit") and what it makes of the event."""

from kg.extract import clause
from kg.extract.operators import Operator, Takes
from kg.extract.scene import Scene
from kg.parse.classes import words_of
from kg.parse.tree import Token

_ASKED_BY = frozenset({"at", "on", "upon"})
_WILL = frozenset({"will", "'ll", "’ll"})


def governor(scene: Scene, noun: Token) -> tuple[Token, Operator | None]:
    """The verb around an event noun, and the operator it is where it carries or changes the event."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ not in clause.VERBS:
        head = head.head
    head = whole(head)
    outer = _outside(scene, head)
    inner = _inside(scene, head)
    if inner is not None and inner[1].status == "cancelled" and _is_on_again(head, *outer):
        return outer
    if inner is not None and (outer[1] is None or teller(noun) is not None or scene.parties(clause.agents(inner[0]))):
        return inner
    return outer


def _is_on_again(noun: Token, verb: Token, row: Operator | None) -> bool:
    """ "The visit, postponed in March, is now expected in May": its main clause tells of it after it was put off."""
    if noun.dep_ not in clause.SUBJECTS or noun.head != verb or any(c.dep_ == "neg" for c in verb.children):
        return False
    ahead = any(c.lower_ in _WILL and c.dep_ == "aux" for c in verb.children)
    due = verb.lemma_ == "be" and any(c.dep_ == "xcomp" and clause.is_infinitive(c) for c in verb.children)
    return row is not None or ahead or due


def is_basis(noun: Token) -> bool:
    """ "At the invitation of Rao", "at its request": what was said before, on the strength of which all is done."""
    if noun.dep_ != "pobj" or noun.lemma_ not in words_of("invitation"):
        return False
    # "Her visit responds to an invitation from Rao".
    answers = noun.head.lower_ == "to" and noun.head.head.lemma_ in ("respond", "response")
    return answers or noun.head.lower_ in _ASKED_BY


def whole(noun: Token) -> Token:
    """ "A package of sanctions": the noun that counts another, else the noun itself."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in words_of("measure"):
        noun = noun.head.head
    return noun


def _outside(scene: Scene, noun: Token) -> tuple[Token, Operator | None]:
    verb = clause.clause_of(noun)
    if noun.head == verb and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "pobj"):
        takes: Takes = "subject" if noun.dep_ == "nsubj" else "object"
        return verb, operator(scene, verb, takes)
    near = noun.head.head.dep_ in ("acomp", "advmod") and noun.head.head.head == verb
    if noun.dep_ == "pobj" and (noun.head.head == verb or near):
        return verb, operator(scene, verb, "object", noun.head.lower_)
    return verb, None


def teller(noun: Token) -> Token | None:
    """ "A meeting Prime Minister Rutte held": whose clause the parser takes for an apposition."""
    return next((c for c in noun.children if c.dep_ == "appos" and clause.participles(c) and c.pos_ == "PROPN"), None)


def _inside(scene: Scene, noun: Token) -> tuple[Token, Operator] | None:
    """ "The talks that Kenya held", "talks held in Oslo": a light verb in the noun's own clause."""
    host = teller(noun)
    for verb in clause.participles(host) if host is not None else ():
        row = operator(scene, verb, "object")
        if row is not None and row.subject:
            return verb, row
    for verb in noun.children:
        if (
            verb.dep_ in ("relcl", "acl")
            and verb.pos_ in clause.VERBS
            and verb.tag_ != "VBG"
            and noun in clause.patients(verb)
        ):
            row = operator(scene, verb, "object")
            if row is not None:
                return verb, row
    return None


def operator(scene: Scene, verb: Token, takes: Takes, preposition: str = "") -> Operator | None:
    """The operator row of a verb, its particle (or the preposition of its complement) heeded."""
    around = [w for w in clause.particles(verb) if not preposition or not _leads_elsewhere(verb, w, preposition)]
    word = next((c for c in verb.children if c.dep_ in ("acomp", "advmod") and c.i > verb.i), None)
    told = word is not None and (verb.lemma_ == "be" or word.lower_ in words_of("nearer"))
    lemma = word.lemma_.lower() if word is not None and told else verb.lemma_.lower()
    for row in scene.lexicon.operators.get((lemma, takes), ()):
        if row.particle in (*around, preposition) if row.particle else not preposition:
            return row
    return None


def _leads_elsewhere(verb: Token, particle: str, preposition: str) -> bool:
    """ "Called for calm after talks": the complement of one preposition is not that of another."""
    heads = (c for c in verb.children if c.lower_ == particle and c.dep_ == "prep")
    return particle != preposition and any(any(t.dep_ == "pobj" for t in c.children) for c in heads)


def is_performed(noun: Token, verb: Token) -> bool:
    """ "Announced the severance of ties", which is severed by saying so; not "from 1 July"."""
    if verb.lemma_ not in words_of("proclaiming") or noun.lemma_.lower() not in words_of("done by saying"):
        return False
    starts = (c for t in (noun, verb) for c in t.subtree if c.lower_ == "from")
    return not any(t.tag_ == "CD" for c in starts for t in c.subtree)
