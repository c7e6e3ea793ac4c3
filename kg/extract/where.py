"""Where an event is: the place named by "in", "at" or "near" beside its trigger or the verb that carries it."""

from collections.abc import Iterator
from itertools import takewhile

from kg.actors.lexicon import place_kind
from kg.extract import clause
from kg.extract.carriers import beside
from kg.extract.finding import SPEECH, Finding
from kg.extract.governed import is_basis
from kg.extract.scene import Scene
from kg.model import ActorMention, Place, Span
from kg.parse.classes import words_of
from kg.parse.tree import Token

_LOCATIVE = frozenset({"in", "at", "near", "outside"})
_ON = frozenset({"on", "about", "over", "despite", "amid"})
_ABOUT = _ON | {"for", "after", "following", "since", "to"}
_ARRIVING = _LOCATIVE | {"to"}


def place_of(scene: Scene, finding: Finding) -> Place | None:
    """The narrowest place of an event: a city before a country; None where the clause names none."""
    found = spots(scene, finding)
    return _place(found[0]) if found else None


def spots(scene: Scene, finding: Finding) -> list[ActorMention]:
    """The places and countries that say where an event is, places first."""
    taken = {m.id for m in (*finding.actors, *finding.targets)}
    found = [m for m in _candidates(scene, finding) if m.id not in taken and _can_be(finding, m)]
    return sorted(found, key=lambda m: m.kind != "place")


def _can_be(finding: Finding, place: ActorMention) -> bool:
    """Whether a place can be where it was: a visit is within the country that is visited."""
    lands = {m.country for m in finding.targets if m.country}
    return finding.entry.type != "visit" or not lands or place.country is None or place.country in lands


def _candidates(scene: Scene, finding: Finding) -> Iterator[ActorMention]:
    yield from finding.places
    trigger = finding.trigger
    yield from scene.around(trigger)
    heads = (trigger, *clause.participles(trigger), finding.carrier, *_speaking(trigger), *beside(trigger))
    for head in dict.fromkeys(heads):
        for word, token in clause.prepositions(head):
            if word in _LOCATIVE and not (_is_elsewhere(scene, finding, token) or is_basis(token)):
                yield from _places(scene, token)
    for verb in dict.fromkeys((trigger, finding.carrier)) if finding.entry.type != "visit" else ():
        # "Kigali, where he met her"; of several places nobody knows which.
        there = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.lefts)
        if there and not any(c.dep_ == "conj" for c in verb.head.rights):
            yield from _places(scene, verb.head)
    for word, token in _journey(scene, trigger):
        if word in _ARRIVING:
            yield from _places(scene, token)


def _is_elsewhere(scene: Scene, finding: Finding, token: Token) -> bool:
    """ "Condemned the attack in Aden", "discussed the war in Yemen": a place of what is spoken of, not of the words."""
    own = (finding.trigger, finding.carrier)
    between = takewhile(lambda t: t not in own and t.i not in finding.covers, token.ancestors)
    return any(_is_topic(scene, finding, t) for t in between if t.pos_ == "NOUN")


def _is_topic(scene: Scene, finding: Finding, noun: Token) -> bool:
    event = noun.lemma_.lower() in scene.lexicon.nouns
    if noun.lemma_ in words_of("margins"):
        return False
    about = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if about in _ON or clause.is_answered(noun) or (noun.dep_ == "dobj" and noun.head.lemma_ == "discuss"):
        return True
    return event and (about in _ABOUT or finding.entry.type in SPEECH)


def _speaking(verb: Token) -> list[Token]:
    """ "Macron, speaking in Lyon, accused": where who speaks does so."""
    around = (verb, *(c for c in verb.children if c.dep_ in clause.SUBJECTS))
    return [c for head in around for c in head.children if c.dep_ in ("advcl", "acl") and c.lemma_ == "speak"]


def _journey(scene: Scene, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Flew to Oslo to meet her": where the journey goes that is made for an event."""
    types = scene.lexicon.acts(verb.head.lemma_)
    if verb.dep_ in ("advcl", "xcomp") and clause.is_infinitive(verb) and "visit" in types:
        yield from clause.prepositions(verb.head, deep=False)


def _places(scene: Scene, token: Token) -> Iterator[ActorMention]:
    """The places that a word names, or that it says what they are ("the port city of Aden")."""
    if token.lemma_.lower() in words_of("no place"):
        return
    named = [t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    home = [c for c in token.children if c.dep_ == "poss"] if token.lemma_.lower() in words_of("land") else []
    beside = [*named, *(c for c in token.children if c.dep_ == "appos"), *home]
    yield from scene.around(token)
    for word in (token,) if token.i in scene.actors else beside if token.pos_ == "NOUN" else ():
        yield from (m for m in scene.actors.get(word.i, ()) if m.kind in ("place", "country"))


def _place(mention: ActorMention) -> Place:
    span = Span(start=mention.start, end=mention.end)
    kind = "country" if mention.kind == "country" else place_kind(mention.id)
    return Place(id=mention.id, label=mention.label, country=mention.country, kind=kind, span=span)
