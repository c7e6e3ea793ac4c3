"""Accusations by what somebody or something is called: "described the move as childish", "called him a dictator"."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from kg.extract import clause, reach
from kg.extract.lexicon import Entry
from kg.extract.scene import Scene
from kg.extract.verbal import Finding

_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_NEAR = 6
_PREDICATES = frozenset({"oprd", "ccomp", "xcomp", "attr", "acomp", "dobj"})


def find(scene: Scene, verb: Token) -> Finding | None:
    """The accusation of a verb of naming whose predicate blames; None where it praises or says nothing of either."""
    lemma = verb.lemma_.lower()
    if lemma not in scene.lexicon.naming:
        return None
    word = next((t for t in _predicates(verb) if _blames(scene, t)), None)
    if word is None:
        return None
    actors = scene.parties(clause.agents(verb))
    taken = {m.id for m in actors}
    for token in _named(verb, word):
        targets = scene.parties([token]) or reach.owner(scene, [token], "accuse") or reach.doer_of(scene, token, taken)
        if targets:
            entry = _entry(lemma, scene.lexicon.row(("naming", lemma), *_as_listed(word)))
            return Finding(entry, verb, f"{lemma} {word.text.lower()}", actors, targets, verb)
    return None


def of_clause(scene: Scene, verb: Token) -> Finding | None:
    """The accusation of a verb of saying whose that-clause blames its subject: "said the vote undermined the union"."""
    lemma = verb.lemma_.lower()
    harms = ((c, w) for c in verb.children if c.dep_ == "ccomp" and (w := _harm(scene, c)) is not None)
    content, word = next(harms, (None, None))
    if lemma not in scene.lexicon.reporting or content is None or word is None:
        return None
    actors = scene.parties(clause.agents(verb))
    taken = {m.id for m in actors}
    for token in clause.agents(content):
        targets = scene.parties([token]) or reach.owner(scene, [token], "accuse") or reach.doer_of(scene, token, taken)
        if targets:
            row = scene.lexicon.row(("reporting", lemma), *_as_listed(word), ("harms", word.lemma_.lower()))
            return Finding(_entry(lemma, row), verb, f"{lemma} {content.text.lower()}", actors, targets, verb)
    return None


def _harm(scene: Scene, verb: Token) -> Token | None:
    """The word of a clause that blames its subject: the verb, or what it says the subject is."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    words = [t for c in verb.children if c.dep_ in ("attr", "acomp") for t in _words(c)] if verb.lemma_ == "be" else []
    return verb if verb.lemma_.lower() in scene.lexicon.harms else next((t for t in words if _blames(scene, t)), None)


def _entry(lemma: str, row: str) -> Entry:
    return Entry(f"judged:{lemma}", frozenset({lemma}), "", (), False, "accuse", "ACCUSE", "disapprove", "111", row)


def _as_listed(word: Token) -> list[tuple[str, str]]:
    """A reproach as its list may have it: by its lemma or as written."""
    return [("reproaches", form) for form in dict.fromkeys((word.lemma_.lower(), word.lower_))]


def _predicates(verb: Token) -> Iterator[Token]:
    """The words that a verb of naming gives its object, with the adjectives of a noun."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    for child in (*verb.children, *(c for t in objects for c in t.children)):
        if child.head == verb and child.dep_ in _PREDICATES and child.i > verb.i:
            yield from _words(child)
        elif child.lower_ == "as":
            yield from takewhile(_goes_on, verb.doc[child.i + 1 : child.i + 1 + _NEAR])


def _goes_on(token: Token) -> bool:
    return token.is_quote or token.pos_ in ("ADJ", "ADV", "NOUN", "DET", "CCONJ", "PROPN", "VERB")


def _words(head: Token) -> Iterator[Token]:
    for token in (head, *(c for c in head.children if c.dep_ == "conj")):
        yield token
        yield from (c for c in token.children if c.dep_ in ("amod", "compound", "acomp", "attr"))


def _blames(scene: Scene, token: Token) -> bool:
    return token.lemma_.lower() in scene.lexicon.reproaches or token.lower_ in scene.lexicon.reproaches


def _named(verb: Token, predicate: Token) -> Iterator[Token]:
    """What is given a name: the object, the subject of a small clause or of a passive."""
    if clause.is_passive(verb):
        yield from clause.surface_subjects(verb)
        return
    heads = [verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp"))]
    for head in heads:
        for child in head.children:
            if child.dep_ in _OBJECTS and child != predicate and child.i > verb.i and child.i < predicate.i:
                yield from clause.conjuncts(child)
