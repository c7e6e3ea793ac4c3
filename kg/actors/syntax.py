"""Small questions to a dependency parse: roles, clauses, governors."""

from typing import Literal

from kg.actors.lexicon import usage
from kg.parse.tree import Span, Token

Case = Literal["subject", "object", "oblique", "possessive", "modifier", "other"]

_CASES: dict[str, Case] = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "dobj": "object",
    "dative": "object",
    "iobj": "object",
    "attr": "object",
    "pobj": "oblique",
    "poss": "possessive",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "npadvmod": "modifier",
    "quantmod": "modifier",
}


def root(tokens: Span) -> Token:
    """The token of the span on which the others hang; the last such one where the parse splits it."""
    inside = range(tokens.start, tokens.end)
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    solid = [t for t in tops if not t.is_punct and t.dep_ != "det"]
    return (solid or tops)[-1]


def top(token: Token) -> Token:
    """The first of the coordination or apposition that the token belongs to: "B" in "A and B" gives A."""
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    return token


def case(token: Token) -> Case:
    """The grammatical role, that of the first conjunct for the others."""
    return _CASES.get(top(token).dep_, "other")


def verb(token: Token) -> Token | None:
    """The verb whose clause the token stands in, the token itself where it is one."""
    for step in (token, *token.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step.head if step.dep_ in ("aux", "auxpass") else step
    return None


def subject(clause: Token) -> Token | None:
    """The subject of a verb; of an infinitive, a participle or a conjoined verb that of the verb it hangs on."""
    step = clause
    for _ in range(6):
        for child in step.lefts:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        inverted = next((t for t in step.rights if t.dep_ in ("nsubj", "nsubjpass")), None)
        if inverted is not None:
            return inverted
        if step.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "acl"):
            return None
        step = step.head
    return None


def agent(clause: Token) -> Token | None:
    """Who does what a passive says: "proposed by X"."""
    by = next((c for c in clause.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def preposition(token: Token) -> Token | None:
    """The preposition that governs the token, None where there is none."""
    first = top(token)
    return first.head if first.dep_ == "pobj" else None


def left_edge(token: Token, stop: int) -> int:
    """How far left the words before a noun belong to its phrase by their tags alone; not past token `stop`."""
    doc, index = token.doc, token.i
    while index > stop and _premodifies(doc[index - 1]):
        index -= 1
    return index


def _premodifies(token: Token) -> bool:
    if token.tag_ in ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "POS", "HYPH", "AFX"):
        return token.lower_ not in ("mr", "mr.", "mrs", "ms")
    if token.tag_ == "NNS" or token.tag_ == "VBN":
        return token.dep_ in ("compound", "amod")
    return _in_compound(token) or (token.lower_ in usage("tenure") and token.dep_ not in ("ROOT", "aux", "xcomp"))


def _in_compound(token: Token) -> bool:
    """A hyphen, or a word bound to the next by one: "far-right"."""
    hyphens = ("-", "–", "‑")
    bound = token.i + 1 < len(token.doc) and token.nbor().text in hyphens and not token.whitespace_
    return bound or (token.text in hyphens and not token.whitespace_)
