"""Words that stand together: coordination, apposition, possessors, and the verb in whose clause a word stands."""

from collections.abc import Sequence

from kg.parse.classes import words_of
from kg.parse.tree import Token, once

VERBS = frozenset({"VERB", "AUX"})
# Verbs whose object, not whose subject, does what their infinitive says.
_NAMED = frozenset({"GPE", "PERSON"})
_BODIES = frozenset({"GPE", "ORG"})
_APPEARING = frozenset({"appear", "seem"})
_CALLING = frozenset(
    {"brand", "call", "consider", "deem", "describe", "dub", "label", "perceive", "regard", "see", "term"}
)


@once
def conjuncts(token: Token) -> Sequence[Token]:
    """The token and those coordinated with it, in the order of the sentence."""
    found = [token]
    for child in token.children:
        if (child.dep_ == "conj" and child.pos_ not in VERBS) or _goes_on(token, child):
            found.extend(conjuncts(child))
    return sorted(found, key=lambda t: t.i)


def _goes_on(token: Token, child: Token) -> bool:
    """ "Chad, Mali and Niger left": the parser often takes the second of a list for an apposition."""
    if child.dep_ != "appos":
        return False
    next_ = next((c for c in child.children if c.dep_ == "conj"), None)
    if next_ is None:
        return False
    alike = token.ent_type_ == child.ent_type_ and token.ent_type_ in _NAMED
    # "The EU, NATO, Brazil and other countries".
    bodies = {token.ent_type_, child.ent_type_} <= _BODIES and token.tag_ == child.tag_ == next_.tag_ == "NNP"
    if all(t.tag_ == "NNP" and _is_titled(t) for t in (token, child, next_)):
        # "President Rao, President Khan and Prime Minister Sow".
        return True
    return alike or bodies or (token.tag_ == "NN" and child.tag_ == next_.tag_ == "NNP" and _is_parted(child))


def _is_titled(name: Token) -> bool:
    return any(c.dep_ == "compound" and c.lower_ in words_of("guest") for c in name.children)


def _is_parted(name: Token) -> bool:
    """ "Mali's emir, Rao, and Khan": a comma before "and" closes the apposition, so that two people are named."""
    link = next((c for c in name.children if c.dep_ == "cc"), None)
    return link is not None and link.i > 0 and link.doc[link.i - 1].text == ","


def named_as(verb: Token) -> Sequence[Token]:
    """ "What it called Chad's meddling", "what it described as Russian threats": what stands behind such a "what"."""
    free = any(c.lower_ == "what" and c.i < verb.i for c in verb.children)
    if free and verb.lemma_ in _APPEARING:
        # "Launched what appeared to be two missiles".
        return [t for c in verb.children if c.dep_ == "xcomp" for t in c.rights if t.dep_ == "attr"]
    if not free or verb.lemma_ not in _CALLING:
        return []
    behind = [t for c in verb.children if c.lower_ == "as" for t in c.children if t.dep_ == "pobj"]
    return [*(c for c in verb.children if c.dep_ in ("oprd", "dobj", "attr") and c.i > verb.i), *behind]


def clause_of(token: Token) -> Token:
    """The verb whose clause a token stands in (the token itself if it is a verb), or the root."""
    while token.head != token and token.pos_ not in VERBS:
        token = token.head
    return token


def owners(noun: Token) -> Sequence[Token]:
    """Possessors of a noun ("Xi's visit", "his visit", "a ship belonging to Oman")."""
    return [t for c in noun.children for o in _owned_by(c) for t in conjuncts(o)]


def _owned_by(child: Token) -> list[Token]:
    if child.dep_ == "poss":
        return [child]
    belongs = child.dep_ == "acl" and child.lemma_ == "belong"
    return [t for c in child.children if c.lower_ == "to" for t in c.children if t.dep_ == "pobj"] if belongs else []


def participles(noun: Token) -> Sequence[Token]:
    """Past participles after a noun ("talks held in Oslo")."""
    return [c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]


def is_answered(noun: Token) -> bool:
    """ "In response to a raid", "retaliation for it": what somebody reacts to has been done before."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for")
    return behind and noun.head.head.lemma_.lower() in words_of("reacting")
