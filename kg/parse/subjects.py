"""Mends names that the parser makes a part of the words before them, where they are subject or object of the verb.

"At the invitation of Rao, Khan arrived" is parsed as if Khan were another name of Rao's. Works on tags and labels.
"""

from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_FINITE = frozenset({"VBD", "VBZ"})
_APPOSED = shapes({"appos"}, {"NNP"})
_MAIN = shapes({"ROOT"}, {"VBZ"})
_CALLED = shapes({"oprd"}, {"NNP"})
_QUALITY = shapes({"advcl"}, {"JJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OPENING = frozenset({"prep", "advcl"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})


def restored(parse: Shaped) -> Changes:
    """What makes such names subjects and objects again."""
    return _fronted(parse) | _compounded(parse) | _objects(parse) | _qualities(parse)


def _fronted(parse: Shaped) -> Changes:
    """ "After talks with Rao, Khan left": after what opens the sentence, straight before a verb without a subject."""
    for name in parse.at(_APPOSED):
        end, first = name.right_edge.i + 1, name.left_edge.i
        verb = parse.doc[end] if end < len(parse.doc) else name
        if verb.tag_ not in _FINITE or verb.dep_ != "ROOT" or first == 0 or parse.doc[first - 1].text != ",":
            continue
        opening = parse.doc[0]
        if opening.dep_ in _OPENING and opening.head == verb and opening.is_ancestor(name) and not _has_subject(verb):
            return {name.i: (verb.i, "nsubj", "NNP")}
    return {}


def _compounded(parse: Shaped) -> Changes:
    """ "Anna Rao heads to Accra": the verb of a headline that the parser takes for the last word of a name."""
    for verb in parse.at(_MAIN):
        name = parse.doc[verb.i - 1] if verb.i else verb
        if name.dep_ == "compound" and name.tag_ == "NNP" and name.head == verb and not _has_subject(verb):
            inner = {c.i: (name.i, c.dep_, c.tag_) for c in verb.lefts if c.i < name.i}
            return {**inner, name.i: (verb.i, "nsubj", "NNP")}
    return {}


def _objects(parse: Shaped) -> Changes:
    """ "Rao called Anna Khan": a name that is all the object that a verb has is not what somebody is called."""
    return {
        name.i: (name.head.i, "dobj", "NNP")
        for name in parse.at(_CALLED)
        if name.left_edge.i == name.head.i + 1
        and not any(c.dep_ == "dobj" or c.dep_ in _PASSIVE for c in name.head.children)
    }


def _qualities(parse: Shaped) -> Changes:
    """ "Held Chad responsible for it": what the object is said to be."""
    changes: Changes = {}
    for quality in parse.at(_QUALITY):
        before = next((c for c in quality.head.rights if c.dep_ == "dobj"), None)
        if before is not None and quality.left_edge.i == before.right_edge.i + 1 == quality.i:
            changes[quality.i] = (quality.head.i, "oprd", "JJ")
    return changes


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)
