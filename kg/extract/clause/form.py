"""The form of a verb: voice, finiteness, negation, and what it has of its own."""

from kg.parse.classes import words_of
from kg.parse.tree import Token, once

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_TENSES = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset({"``", "''"})
_OWN = SUBJECTS | {"aux", "auxpass", "mark"}
_TAKEN_UP = {"oppose": "to", "engage": "in"}
"""Participles that with a preposition tell what somebody does himself ("is opposed to the plan")."""


@once
def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, with its auxiliary or as a bare participle after a noun."""
    if any(c.lower_ == _TAKEN_UP.get(verb.lemma_) for c in verb.children) and not _has_agent(verb):
        return False
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if any(c.dep_ == "agent" for c in verb.children):
        # "They talked by telephone": a verb with a subject of its own is no passive.
        return not any(c.dep_ == "nsubj" and not _is_agreed(c) for c in verb.children)
    if verb.dep_ == "acl" and verb.lemma_ in words_of("self-done"):
        return False
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lower_ in _HAVE for c in verb.children):
        return False
    if verb.dep_ == "acl":
        return not _has_object(verb)
    return verb.dep_ == "conj" and not has_own_subject(verb) and is_passive(verb.head)


def _is_agreed(subject: Token) -> bool:
    """ "The truce agreed last week by Chad and Mali holds": the parser takes the participle for a past tense."""
    verb = subject.head
    return verb.tag_ == "VBD" and verb.lemma_ in words_of("consenting") and subject.lemma_ in words_of("event noun")


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def _has_object(verb: Token) -> bool:
    """ "Police arrested on Monday the captain": a participle with an object behind a preposition is no passive."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return verb.lemma_ not in words_of("twofold") and any(o.left_edge.tag_ in ("DT", "PRP$", "CD") for o in objects)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", also a perfect or passive one ("to have met", "to be held")."""
    return verb.tag_ in ("VB", "VBN", "VBG") and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


@once
def is_command(verb: Token) -> bool:
    """ "Free the envoys," Rao said: whether a bare verb that opens a quotation tells somebody to do it."""
    if verb.tag_ != "VB" or verb.i == 0 or any(c.dep_ in _OWN for c in verb.children):
        return False
    return any(t.tag_ in _QUOTES for t in verb.doc[max(0, verb.left_edge.i - 1) : verb.i])


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense or a modal, its own or that of an auxiliary."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(t.tag_ in _TENSES for t in (verb, *helpers)) or is_subjunctive(verb)


def is_beside(verb: Token) -> bool:
    """Whether a clause before another stands beside it, not in it ("Mali accuses Chad; Chad denies it")."""
    head = verb.head
    if verb.dep_ != "ccomp" or verb.i > head.i:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : head.i]) or any(
        c.dep_ == "dobj" and c.pos_ == "PRON" for c in head.children
    )


def is_subjunctive(verb: Token) -> bool:
    """ "(Demanded) that Peru leave": a that-clause whose verb does not agree with its subject and has no modal."""
    if verb.dep_ not in ("ccomp", "acl") or any(
        c.dep_ in ("aux", "neg") and c.lower_ not in ("not", "be") for c in verb.children
    ):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    bare = verb.tag_ == "VB" or any(c.lower_ == "be" and c.dep_ == "auxpass" for c in verb.children)
    singular = subject is not None and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("it", "he", "she"))
    alone = singular and not any(c.dep_ == "conj" for c in subject.children) if subject is not None else False
    return subject is not None and (bare or (verb.tag_ == "VBP" and alone))


def has_own_subject(verb: Token) -> bool:
    """Whether a verb has a subject that stands in its clause."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def has_clause(verb: Token) -> bool:
    """Whether a verb has an infinitive, participle or that-clause."""
    return any(c.dep_ in ("xcomp", "ccomp", "advcl", "pcomp") for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb has a "not" of its own."""
    return any(c.dep_ == "neg" for c in verb.children)
