"""Whom or what a verb acts on."""

from collections.abc import Sequence

from kg.extract.clause.arguments import complements, is_taken, surface_subjects
from kg.extract.clause.form import SUBJECTS, has_own_subject, is_infinitive, is_passive
from kg.extract.clause.words import conjuncts, named_as
from kg.parse.classes import words_of
from kg.parse.tree import Token, once

_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_TIMES = frozenset({"when", "where", "why"})


@once
def patients(verb: Token) -> Sequence[Token]:
    """Whom or what a verb acts on: its object, or the subject of a passive."""
    if is_passive(verb):
        return _kept(verb) or surface_subjects(verb)
    objects = [t for c in verb.children if c.dep_ in ("dobj", "obj") for t in _objects(c, verb)] or _at_most(verb)
    objects = [t for t in objects if not is_taken(t)]
    objects = objects or [t for c in verb.children if _is_misread_object(c, verb) for t in conjuncts(c)]
    objects = objects or _helped(verb) or _shared(verb)
    objects = objects or [t for c in verb.children if c.dep_ == "ccomp" for t in named_as(c)]
    gapped = verb.dep_ == "relcl" and not any(c.lower_ in _TIMES for c in verb.children)
    if not objects and gapped and has_own_subject(verb) and not _is_subject_relative(verb):
        return conjuncts(verb.head)
    return objects


def _kept(verb: Token) -> list[Token]:
    """ "Togo was offered a loan": the object of a passive whose subject is the receiver."""
    return [t for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in words_of("giving") for t in conjuncts(c)]


def _shared(verb: Token) -> Sequence[Token]:
    """ "Rejects and condemns the raid": the object that a verb has with the next one, straight behind it."""
    after = next((c for c in verb.rights if c.dep_ not in ("cc", "punct", "advmod")), None)
    if after is None or after.dep_ != "conj" or after.tag_ != verb.tag_ or has_own_subject(after) or is_passive(after):
        return []
    between = verb.doc[verb.i + 1 : after.i]
    joined = any(t.dep_ == "cc" for t in between) and all(t.dep_ in ("cc", "advmod", "punct") for t in between)
    return [t for c in after.children if joined and c.dep_ == "dobj" for t in _objects(c, after)]


def _helped(verb: Token) -> Sequence[Token]:
    """ "Helped Nepal cope": who is the subject of a bare infinitive."""
    deeds = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB" and not is_infinitive(c)]
    if verb.lemma_ not in words_of("letting") or any(c.dep_ in ("mark", "aux") for d in deeds for c in d.children):
        return []
    return [t for d in deeds for c in d.children if c.dep_ == "nsubj" for t in conjuncts(c)]


def _is_misread_object(child: Token, verb: Token) -> bool:
    """ "Shelled Haifa": a name straight behind its verb that the parser takes for a time or a measure."""
    return child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.left_edge.i == verb.i + 1


def _at_most(verb: Token) -> Sequence[Token]:
    """ "Kidnapped up to 16 advisers": an object that the parser takes for the complement of "to"."""
    heads = [t for c in verb.children if c.lower_ == "up" and c.i == verb.i + 1 for t in c.children if t.lower_ == "to"]
    counted = [t for h in heads for t in complements(h) if any(c.dep_ == "nummod" for c in t.children)]
    return [t for c in counted for t in conjuncts(c)]


def _objects(child: Token, verb: Token) -> Sequence[Token]:
    if child.lower_ in _RELATIVES and child.tag_ in ("WP", "WDT", "IN"):
        return conjuncts(verb.head) if verb.dep_ == "relcl" else []
    return conjuncts(child)


def _is_subject_relative(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c.lower_ in _RELATIVES for c in verb.children)
