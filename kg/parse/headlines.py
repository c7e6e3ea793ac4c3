"""Mends headlines without an auxiliary: "Lima summit postponed" is of a summit that was postponed, not that did so.

The parser takes the participle for a past tense and what is acted on for its subject. Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_NOT_NOUNS = {"VBZ": "NNS", "VBG": "NN", "VB": "NN", "VBP": "NN"}
"""Tags that the parser gives an event noun which opens a headline, and the right ones."""
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
