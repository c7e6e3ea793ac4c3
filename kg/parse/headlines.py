"""Mends headlines without an auxiliary: "Lima summit postponed" is of a summit that was postponed, not that did so.

The parser takes the participle for a past tense and what is acted on for its subject. Works on tags and labels of
spaCy's tokens, before lemmas are looked up.
"""

from functools import cache

from spacy.tokens import Doc, Token

from kg.resources import ontology
from kg.tables import wordclass

Changes = dict[int, tuple[int, str, str]]
"""New (head, label, tag) of tokens, by index."""

_NOT_NOUNS = {"VBZ": "NNS", "VBG": "NN", "VB": "NN", "VBP": "NN"}
"""Tags that the parser gives an event noun which opens a headline, and the right ones."""
_VERBS = frozenset({"VBD", "VBN", "VB", "VBP"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "ccomp", "xcomp", "acomp", "agent", "aux", "auxpass", "neg"})


def passives(doc: Doc) -> Changes:
    """The main verb of a headline as a passive participle, where it is one, and its subject."""
    if len(doc) == 0 or any(t.text in (".", "?", "!") for t in doc[-2:]):
        return {}
    for verb in doc:
        if verb.dep_ == "ROOT" and verb.tag_ in _VERBS and (noun := _acted_on(verb)) is not None:
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
    parted = any(f"{verb.lower_} {c.lower_}" in _class("headline parted") for c in verb.rights)
    done = parted or verb.lower_ in _class("headline done")
    return noun if done or (verb.lower_ in _class("headline event") and _is_event(noun)) else None


def _is_event(noun: Token) -> bool:
    return noun.lower_ in _class("event noun") or noun.lower_.removesuffix("s") in _class("event noun")


@cache
def _class(group: str) -> frozenset[str]:
    return wordclass(ontology("lexicon", "control.csv"), group)
