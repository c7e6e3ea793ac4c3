"""Denials by what is said of a charge: "said the claims were false", "called the allegations baseless"."""

from collections.abc import Iterator

from kg.extract import clause, reach
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.parse.classes import words_of
from kg.parse.tree import Token

_DENIAL = "016"
_NEAR = 4


def find(scene: Scene, verb: Token) -> Finding | None:
    """The denial of a verb of saying or naming; None where the sentence calls no charge untrue."""
    if scene.words.isdisjoint(words_of("untrue")) or scene.words.isdisjoint(words_of("charge")):
        return None
    lemma = verb.lemma_.lower()
    charge = next((t for t in _refuted(scene, verb) if t.lemma_.lower() in words_of("charge")), None)
    actors = scene.parties(clause.agents(verb)) if charge is not None else ()
    if charge is None or not actors:
        return None
    own = reach.selves(actors)
    owners = (m for m in reach.owner(scene, [charge], "reject") if not own & {m.id, m.country})
    targets = tuple(owners) or reach.answered(scene, actors, _DENIAL)
    row = scene.lexicon.row(("reporting", lemma), ("naming", lemma))
    entry = Entry(f"denials:{lemma}", frozenset({lemma}), "", (), False, "reject", "REJECT", "", _DENIAL, row)
    return Finding(entry, verb, f"{lemma} {charge.text.lower()} untrue", actors, targets, verb, frozenset({charge.i}))


def _refuted(scene: Scene, verb: Token) -> Iterator[Token]:
    """What a verb of saying or naming calls untrue."""
    said = verb.lemma_.lower() in scene.lexicon.reporting
    named = verb.lemma_.lower() in scene.lexicon.naming
    for child in verb.children if said or named else ():
        if child.dep_ in ("ccomp", "xcomp") and _is_untrue(child):
            yield from clause.surface_subjects(child)
        elif named and child.dep_ == "dobj" and any(map(_is_word, _behind(child))):
            yield child


def _is_untrue(content: Token) -> bool:
    predicates = (content, *(c for c in content.children if c.dep_ in ("acomp", "attr")))
    return not clause.is_negated(content) and any(map(_is_word, predicates))


def _is_word(token: Token) -> bool:
    return token.lower_ in words_of("untrue")


def _behind(charge: Token) -> Iterator[Token]:
    """The words behind a charge and what belongs to it: "called the claims by Chad totally baseless"."""
    last = max((c.right_edge.i for c in charge.children if c.lower_ in ("of", "by", "from", "that")), default=charge.i)
    return iter(charge.doc[last + 1 : last + 1 + _NEAR])
