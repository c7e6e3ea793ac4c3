"""Mends headlines without an auxiliary: "Lima summit postponed" is of a summit that was postponed, not that did so.

The parser takes the participle for a past tense and what is acted on for its subject. Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_NOT_NOUNS = {"VBZ": "NNS", "VBG": "NN", "VB": "NN", "VBP": "NN"}
"""Tags that the parser gives an event noun which opens a headline, and the right ones."""
_ROOTS = shapes({"ROOT"}, {"NN", "NNP", "NNS", "NNPS"})
_VERBS = shapes({"ROOT"}, {"VBD", "VBN", "VB", "VBP"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "ccomp", "xcomp", "acomp", "agent", "aux", "auxpass", "neg"})


def passives(parse: Shaped) -> Changes:
    """The main verb of a headline as a passive participle, where it is one, and its subject."""
    doc = parse.doc
    if any(doc[i].text in (".", "?", "!") for i in range(max(0, len(doc) - 2), len(doc))):
        return {}
    for verb in parse.at(_VERBS):
        if (noun := _acted_on(verb)) is not None:
            tag = _NOT_NOUNS.get(noun.tag_, noun.tag_)
            return {verb.i: (verb.i, "ROOT", "VBN"), noun.i: (verb.i, "nsubjpass", tag)}
    return {}


def plans(parse: Shaped) -> Changes:
    """ "Xi to chair talks": the verb of a headline that the parser takes for a noun."""
    for root in parse.at(_ROOTS):
        verb = root if root.lower_ in words_of("headline infinitive") else _behind_to(root)
        to = verb.nbor(-1) if verb is not None and verb.i > 1 else None
        if verb is None or to is None or to.lower_ != "to":
            continue
        subject = next((c for c in root.lefts if c.dep_ in ("dep", "nsubj")), None) if verb == root else root
        if subject is None or subject.i > to.i:
            continue
        changes = {
            to.i: (verb.i, "aux", "TO"),
            verb.i: (verb.i, "ROOT", "VB"),
            subject.i: (verb.i, "nsubj", subject.tag_),
        }
        if verb.dep_ == "compound":
            changes[verb.head.i] = (verb.i, "dobj", verb.head.tag_)
        return changes | {c.i: (verb.i, c.dep_, c.tag_) for c in root.rights if verb != root and c.i > verb.i}
    return {}


def _behind_to(noun: Token) -> Token | None:
    """The word behind the "to" that hangs on a noun, where it can be the verb of a headline."""
    to = next((c for c in noun.rights if c.lower_ == "to"), None)
    word = to.nbor() if to is not None and to.i + 1 < len(to.doc) else None
    return word if word is not None and word.lower_ in words_of("headline infinitive") else None


def _acted_on(verb: Token) -> Token | None:
    """What a verb without auxiliary and object acts on: the noun that seems to be its subject."""
    if any(c.dep_ in _OBJECTS for c in verb.children):
        return None
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if noun is None or noun.tag_ in ("PRP", "WP", "WDT", "EX"):
        return None
    parted = any(f"{verb.lower_} {c.lower_}" in words_of("headline parted") for c in verb.rights)
    done = parted or verb.lower_ in words_of("headline done")
    return noun if done or (verb.lower_ in words_of("headline event") and _is_event(noun)) else None


def _is_event(noun: Token) -> bool:
    return noun.lower_ in words_of("event noun") or noun.lower_.removesuffix("s") in words_of("event noun")
