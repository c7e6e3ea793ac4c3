"""Whose word a claim is: the speaker of the clause that holds it, or the source that "according to" names."""

from spacy.tokens import Token

from kg.extract import clause
from kg.extract.scene import Scene


def speaker(scene: Scene, trigger: Token) -> str | None:
    """Label of the actor, else the words, to whom the sentence attributes an event; None where to nobody."""
    for token in (trigger, *trigger.ancestors):
        source = _according(scene, token) or _sayer(scene, token)
        if source:
            return source
    return None


def _sayer(scene: Scene, token: Token) -> str | None:
    head = token.head
    if token.dep_ not in ("ccomp", "parataxis", "advcl", "dep") or head.lemma_.lower() not in scene.lexicon.reporting:
        return None
    return _label(scene, clause.agents(head))


def _according(scene: Scene, token: Token) -> str | None:
    for child in token.children:
        if child.lower_ == "according":
            return _label(scene, [t for p in child.children for t in p.children if t.dep_ == "pobj"])
    return None


def _label(scene: Scene, tokens: list[Token]) -> str | None:
    parties = scene.parties(tokens)
    if parties:
        return parties[0].label
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    return _words(nouns[0]) if nouns else None


def _words(noun: Token) -> str:
    kept = [t for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound", "nmod", "poss", "nummod")]
    return " ".join(t.text for t in [*sorted(kept, key=lambda t: t.i), noun])
