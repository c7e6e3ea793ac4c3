"""Whose word a claim is: the speaker of the clause around it, the source after "according to", whoever is quoted."""

from kg.extract import clause, mood, status
from kg.extract.scene import Scene
from kg.parse.tree import Token

_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "dep"})
_CHARGES = frozenset({"accuse", "suspect", "blame"})


def speaker(scene: Scene, trigger: Token) -> str | None:
    """Label of the actor, else the words, to whom an event is attributed, the innermost of several; None for nobody."""
    for token in (trigger, *trigger.ancestors):
        source = _according(scene, token) or _sayer(scene, token)
        if source:
            return source
    return scene.quoted(trigger)


def _sayer(scene: Scene, token: Token) -> str | None:
    verb = _saying(scene, token)
    return label(scene, clause.agents(verb)) if verb is not None and status.of_verb(scene, verb) != "denied" else None


def _saying(scene: Scene, token: Token) -> Token | None:
    """The verb of saying whose content a word heads: a clause, a gerund ("denied bombing"), "reports that it fled"."""
    head = token.head
    if token.dep_ == "pcomp":
        return head.head if head.lower_ == "of" and head.head.lemma_.lower() in _CHARGES else None
    if token.dep_ == "acl" and head.dep_ in ("dobj", "nsubjpass"):
        belied = _rejects(scene, head.head) and not clause.is_infinitive(token)
        return head.head if _speaks(scene, head.head) or belied else None
    if clause.is_beside(token):
        return None
    claimed = token.dep_ == "xcomp" and (token.tag_ == "VBG" or mood.is_perfect(token))
    return head if (claimed or token.dep_ in _CLAUSES) and _speaks(scene, head) else None


def _speaks(scene: Scene, verb: Token) -> bool:
    return verb.lemma_.lower() in scene.lexicon.reporting


def _rejects(scene: Scene, verb: Token) -> bool:
    """ "Dismissed reports", "rejected claims": whoever does says that they are false."""
    return any(row.status == "denied" for row in scene.lexicon.operators.get((verb.lemma_.lower(), "object"), ()))


def _according(scene: Scene, token: Token) -> str | None:
    for child in token.children:
        if child.lower_ == "according":
            return label(scene, [t for p in child.children for t in p.children if t.dep_ == "pobj"])
    return None


def label(scene: Scene, tokens: list[Token]) -> str | None:
    """Label of the first actor that tokens stand for, else the words of the first noun."""
    parties = scene.parties(tokens)
    if parties:
        return parties[0].label
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    return _words(nouns[0]) if nouns else None


def _words(noun: Token) -> str:
    kept = [t for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound", "nmod", "poss", "nummod")]
    return " ".join(t.text for t in [*sorted(kept, key=lambda t: t.i), noun])
