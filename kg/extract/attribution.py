"""Whose word a claim is: the speaker of the clause around it, the source after "according to", whoever is quoted."""

from collections.abc import Sequence

from kg.extract import clause, mood, status
from kg.extract.scene import Scene
from kg.parse.tree import Token

_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "dep"})
_CHARGES = frozenset({"accuse", "suspect", "blame"})


def speaker(scene: Scene, trigger: Token) -> str | None:
    """Label of the actor, else the words, to whom an event is attributed; None for nobody.

    Of several the innermost, and an outlet only where nobody else is named ("Lavrov said, Interfax reported").
    """
    told = [t for token in (trigger, *trigger.ancestors) for t in (_according(token), _sayers(scene, token)) if t]
    sources = [(label(scene, tokens), _is_outlet(scene, tokens)) for tokens in told]
    known = [(source, outlet) for source, outlet in sources if source]
    first = next((source for source, outlet in known if not outlet), None) or scene.quoted(trigger)
    return first or next((source for source, _ in known), None)


def _is_outlet(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether newspapers and agencies, which report what others say, are named."""
    return any(m.id in scene.outlets for m in scene.parties(tokens[:1]))


def _sayers(scene: Scene, token: Token) -> Sequence[Token]:
    """Who says what a word heads; of "Iran lied, Lavrov said, Interfax reported" he who is named first."""
    verb = _saying(scene, token)
    if verb is None or status.of_verb(scene, verb) == "denied":
        return []
    between = [c for c in verb.children if c.dep_ == "parataxis" and token.i < c.i < verb.i and _speaks(scene, c)]
    return clause.agents(between[0] if between else verb)


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


def _according(token: Token) -> Sequence[Token]:
    heads = [c for c in token.children if c.lower_ == "according"]
    return [t for head in heads for p in head.children for t in p.children if t.dep_ == "pobj"]


def label(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """Label of the first actor that tokens stand for, else the words of the first noun."""
    parties = scene.parties(tokens)
    if parties:
        return parties[0].label
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    return _words(nouns[0]) if nouns else None


def _words(noun: Token) -> str:
    kept = [t for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound", "nmod", "poss", "nummod")]
    return " ".join(t.text for t in [*sorted(kept, key=lambda t: t.i), noun])
