"""Mends verbs that a day parts from their auxiliary: "was on Monday sworn in", "had late on Friday dismissed it".

And from their subject: "after Chad in May closed it".

English of Africa and South Asia sets the day there; the parser then gives the auxiliary the subject, or makes it
the main verb. Works on tags and labels.
"""

from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_PAST = frozenset({"VBD", "VBZ", "VBP"})
_HELPING = shapes({"aux", "auxpass"}, _PAST)
_PARTICIPLE = shapes({"advcl"}, {"VBN"})
_CLAUSE = shapes({"advcl"}, {"VBD"})
_OPENING = frozenset({"after", "before", "since", "as"})
_BE = frozenset({"is", "are", "was", "were"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DAY = frozenset({"on", "late", "early", "earlier", "today", "yesterday"})
"""Words with which the day begins."""
_LONG = 5
"""Words at most between an auxiliary and its verb."""


def parted(parse: Shaped) -> Changes:
    """What brings such a verb together with its auxiliary and its subject."""
    changes: Changes = {}
    for helping in parse.at(_HELPING):
        verb = helping.head
        subject = next((c for c in helping.lefts if c.dep_ in _SUBJECTS), None)
        if subject is not None and verb.i > helping.i and not any(c.dep_ in _SUBJECTS for c in verb.children):
            told = "nsubjpass" if helping.dep_ == "auxpass" else "nsubj"
            changes[subject.i] = (verb.i, told, subject.tag_)
            changes |= {c.i: (verb.i, c.dep_, c.tag_) for c in helping.rights}
            if helping.dep_ == "aux" and verb.tag_ == "VBD":
                changes[verb.i] = (verb.i if verb.dep_ == "ROOT" else verb.head.i, verb.dep_, "VBN")
    for verb in parse.at(_CLAUSE):
        changes |= _with_subject(verb)
    for verb in parse.at(_PARTICIPLE):
        if _is_parted(verb):
            changes |= _passive(verb.head, verb)
    return changes


def _with_subject(verb: Token) -> Changes:
    """ "After Chad in May closed it": what the parser takes for all that stands behind "after" is the subject."""
    first = verb.left_edge
    if first == verb or first.dep_ != "prep" or any(c.dep_ in (*_SUBJECTS, "mark") for c in verb.lefts):
        return {}
    opening = next((c for c in verb.head.rights if c.dep_ == "prep" and c.right_edge.i + 1 == first.i), None)
    noun = next((c for c in opening.rights if c.dep_ == "pobj"), None) if opening is not None else None
    if opening is None or noun is None or opening.lower_ not in _OPENING:
        return {}
    return {opening.i: (verb.i, "mark", "IN"), noun.i: (verb.i, "nsubj", noun.tag_)}


def _is_parted(verb: Token) -> bool:
    """Whether only a day stands between a form of "be" and a participle that the parser takes for an aside."""
    helping = verb.head
    between = verb.doc[helping.i + 1 : verb.i]
    if helping.lower_ not in _BE or not 0 < len(between) <= _LONG or between[0].lower_ not in _DAY:
        return False
    beside = any(t.text == "," or t.dep_ in (*_SUBJECTS, "mark", "attr", "acomp") for t in between)
    return not beside and any(c.dep_ in _SUBJECTS for c in helping.lefts)


def _passive(helping: Token, verb: Token) -> Changes:
    root = helping.dep_ == "ROOT"
    above = (verb.i, "ROOT", "VBN") if root else (helping.head.i, helping.dep_, "VBN")
    moved = {c.i: (verb.i, c.dep_, c.tag_) for c in helping.children if c != verb}
    subject = {c.i: (verb.i, "nsubjpass", c.tag_) for c in helping.lefts if c.dep_ in _SUBJECTS}
    return {**moved, **subject, helping.i: (verb.i, "auxpass", helping.tag_), verb.i: above}
