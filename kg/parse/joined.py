"""Mends what the parser joins to the wrong neighbour: names of a list, and subjects that it gives to another verb.

Works on tags and labels of spaCy's tokens, before lemmas are looked up.
"""

from spacy.tokens import Token

from kg.parse.shapes import Changes, Shaped, shapes

_NAMES = frozenset({"NNP", "NNPS"})
_BESIDE = shapes({"appos"}, _NAMES)
_OBJECTS = shapes({"dobj"}, _NAMES)
_SUBJECTS = shapes({"nsubj"}, {*_NAMES, "NN", "NNS"})
_HEARD = shapes({"dobj"}, {*_NAMES, "NNS"})
_SAYING = frozenset({"said", "says", "confirmed", "announced"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until"})


def rejoined(parse: Shaped) -> Changes:
    """What joins such words to those that they belong to."""
    return {**_coordinated(parse), **_listed(parse), **_subjects(parse)}


def _coordinated(parse: Shaped) -> Changes:
    """ "President Rao of Chad and President Sow of Mali met": no other name of Rao, but one beside his."""
    for name in parse.at(_BESIDE):
        joint = parse.doc[name.left_edge.i - 1] if name.left_edge.i else name
        first = name.head
        below = joint.head.dep_ == "pobj" and joint.head.head.head == first
        if joint.lower_ == "and" and below and not any(c.dep_ == "conj" for c in joint.head.rights):
            return {joint.i: (first.i, "cc", "CC"), name.i: (first.i, "conj", name.tag_)}
    return {}


def _listed(parse: Shaped) -> Changes:
    """ "Held talks with Rao, Sow and Khan": a second object behind a comma goes on with the names before it."""
    for name in parse.at(_OBJECTS):
        comma = name.left_edge.i - 1
        verb = name.head
        led = any(c.dep_ == "dobj" and c.i < name.i for c in verb.rights)
        last = parse.doc[comma - 1] if comma > verb.i and parse.doc[comma].text == "," else None
        if led and last is not None and last.tag_ in _NAMES and (first := _complement(last, verb)) is not None:
            return {name.i: (first.i, "conj", name.tag_)}
    return {}


def _complement(token: Token, verb: Token) -> Token | None:
    """The name, a complement of the preposition of one of a verb's objects or its own, that a token ends."""
    while token.dep_ in ("compound", "conj", "appos") and token.i > verb.i:
        token = token.head
    above = token.head
    fits = token.dep_ == "pobj" and token.tag_ in _NAMES and verb in (above.head, above.head.head)
    return token if fits else None


def _subjects(parse: Shaped) -> Changes:
    """Of two subjects of a verb the one that is another's: see `_of_content` and `_after`."""
    for said in parse.at(_HEARD):
        if said.head.lower_ in _SAYING and said.head.dep_ == "ROOT" and (changes := _of_content(said)):
            return changes
    for subject in parse.at(_SUBJECTS):
        first = next((c for c in subject.head.lefts if c.dep_ == "nsubj" and c != subject), None)
        if first is not None and first.i < subject.i:
            changes = _of_content(subject) if subject.i > subject.head.i else _after(first, subject)
            if changes:
                return changes
    return {}


def _of_content(subject: Token) -> Changes:
    """ "Rao said the ministers, Sow and Khan, agreed a deal": who stands behind "said" does what follows."""
    verb = subject.head
    said = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VBD" and c.i > subject.i), None)
    led = said is None or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark", "csubj") for c in said.lefts)
    return {} if led or said is None else {subject.i: (said.i, "nsubj", subject.tag_)}


def _after(first: Token, second: Token) -> Changes:
    """ "Plans for a visit after a call between Rao and Sow fell through": not the call did, which "after" governs."""
    mark = next((c for c in second.head.lefts if c.dep_ == "mark" and c.lower_ in _CONJUNCTIONS), None)
    if mark is None or not first.i < mark.i < second.left_edge.i:
        return {}
    if any(t.text == "," for t in second.doc[first.i : second.i]):
        return {}
    return {mark.i: (first.i, "prep", "IN"), second.i: (mark.i, "pobj", second.tag_)}
