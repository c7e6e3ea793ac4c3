"""Gatherings as targets of attending: the organisation that holds one, else the gathering by its description."""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract import clause
from kg.extract.described import described
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token
from kg.resources import ontology
from kg.tables import words

_LOCATIVE = frozenset({"in", "at"})
_PRESS = frozenset({"press", "news", "media"})


def gatherings(scene: Scene, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    """What attending these nouns means: "the SCO summit" is the SCO's, "an economic forum in Oslo" one of its own."""
    for token in tokens:
        noun = token.lemma_.lower()
        if (noun not in _words() and noun not in words_of("talks")) or _is_for_the_press(token):
            continue
        named = scene.joined(token) or scene.modifying(token) or scene.parties(_of(token))
        named = named or scene.parties(clause.owners(token))
        # "A conference of NATO ministers": the body acts through them.
        hosts = tuple(m for m in named if m.kind == "organisation" or m.rule == "group")
        if hosts or noun not in _words():
            return hosts
        told = _of_sides(scene, token) or _described(scene, token) or _of_somebody(scene, token, named)
        return (told,) if told is not None else _attended_before(scene, token)
    return ()


def _is_for_the_press(noun: Token) -> bool:
    """ "Spoke at a press conference": who answers reporters attends nothing."""
    return any(c.dep_ == "compound" and c.lower_ in _PRESS for c in noun.children)


def _of(noun: Token) -> Iterator[Token]:
    """ "A session of the council of ministers of the union": what a noun is of, and what that is of in its turn."""
    for word, token in clause.prepositions(noun, deep=False):
        if word in ("of", "between"):
            yield token
            yield from _of(token)


def _attended_before(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "The forum": the last one that somebody attended, where nothing else names it."""
    told = (d.targets for d in reversed(scene.deeds) if d.type == "attend")
    word = noun.lemma_.lower()
    return next((targets for targets in told if any(word in t.label.lower().split() for t in targets)), ())


def _described(scene: Scene, noun: Token) -> ActorMention | None:
    """A gathering by its place and the words before it, None where it has neither."""
    place, country = _place(scene, noun)
    # "A two-day session": how long it is tells no gathering from another.
    modifiers = [c.text for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i and not c.ent_type_]
    if not place and not modifiers:
        return None
    label = " ".join([*([place] if place else []), *modifiers, noun.text.lower()]).replace(" - ", "-")
    return described(scene.sentence.phrase(noun), label, "gathering", country, "organisation")


def _of_sides(scene: Scene, noun: Token) -> ActorMention | None:
    """ "The India-Africa summit": a gathering by the two that meet there."""
    sides = "-".join(m.label for m in scene.joined(noun))
    label = f"{sides} {noun.text.lower()}"
    return described(scene.sentence.phrase(noun), label, "gathering", None, "organisation") if sides else None


def _of_somebody(scene: Scene, noun: Token, named: tuple[ActorMention, ...]) -> ActorMention | None:
    """ "Keita's inauguration", "the funeral of Keita": a gathering by whose it is."""
    owner = next(iter(scene.parties(clause.owners(noun)) or named), None)
    if owner is None:
        return None
    label = f"{noun.text.lower()} of {owner.label}"
    return described(scene.sentence.phrase(noun), label, "gathering", owner.country, "organisation")


def _place(scene: Scene, noun: Token) -> tuple[str, str | None]:
    """Where a gathering is: "the forum in Oslo", "the forum held in Oslo"."""
    heads = [noun, *(c for c in noun.children if c.dep_ in ("acl", "relcl"))]
    for head in heads:
        for word, token in clause.prepositions(head, deep=False):
            for mention in scene.actors.get(token.i, ()) if word in _LOCATIVE else ():
                if mention.kind in ("place", "country"):
                    return mention.label, mention.country
    return "", None


@cache
def _words() -> frozenset[str]:
    return words(ontology("lexicon", "gatherings.txt"))
