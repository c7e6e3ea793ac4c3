"""Mends "visiting" before a guest's title: "met with visiting Foreign Minister Rao" tells whom he met, not where to.

Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_VISITING = shapes({"xcomp", "ccomp", "pcomp", "advcl", "csubj", "acl", "conj", "amod", "dobj", "dep"}, {"VBG"})
_WITH = frozenset({"with", "between", "among"})
_INSIDE = frozenset({"compound", "nmod", "amod"})


def guests(parse: Shaped) -> Changes:
    """What makes "visiting" an adjective of the guest, and the guest what the words around say."""
    for word in (t for t in parse.at(_VISITING) if t.lower_ == "visiting"):
        if (subject := _subject(word)) is not None:
            return {word.i: (subject.i, "amod", "VBG")}
        guest = next((c for c in word.rights if c.dep_ == "dobj" and _is_guest(word, c)), None)
        place = _place(word) if guest is not None else None
        if guest is not None and place is not None:
            head, label = place
            moved = [c for c in word.children if c != guest]
            clause = next((t for t in (head, *head.ancestors) if t.pos_ in ("VERB", "AUX")), head)
            return {
                **{c.i: (clause.i, c.dep_, c.tag_) for c in moved if c.dep_ != "cc"},
                **{c.i: (head.i, c.dep_, c.tag_) for c in moved if c.dep_ == "cc"},
                word.i: (guest.i, "amod", "VBG"),
                guest.i: (head.i, label, guest.tag_),
            }
    return {}


def _subject(word: Token) -> Token | None:
    """ "Visiting President Rao met Khan": the subject straight behind, where the parser hangs both on the verb."""
    beside = [c for c in word.head.lefts if c.dep_ in ("nsubj", "nsubjpass")] if word.dep_ == "csubj" else []
    return next((c for c in beside if _is_guest(word, c)), None)


def _is_guest(word: Token, noun: Token) -> bool:
    """Whether a person's title stands in what is straight behind "visiting"."""
    title = words_of("guest")
    return noun.left_edge.i == word.i + 1 and any(t.lower_ in title for t in noun.doc[word.i + 1 : noun.i + 1])


def _place(word: Token) -> tuple[Token, str] | None:
    """What the guest hangs on, and how: a preposition, a verb that has him for an object or subject, another guest."""
    head = word.head
    if word.dep_ == "csubj":
        return head, "nsubj"
    if word.dep_ == "pcomp":
        return (head, "pobj") if head.lower_ in _WITH else None
    before = word.nbor(-1) if word.i else None
    if before is None:
        return None
    if before.lower_ == "and" and before.i:
        host = before.nbor(-1)
        while host.dep_ in _INSIDE:
            host = host.head
        return (host, "conj") if host.tag_ in ("NNP", "NN") and host.i < before.i else None
    return (head, "dobj") if before == head and head.lower_ in words_of("receiving") else None
