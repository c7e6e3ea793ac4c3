"""Where an event is: the place named by "in", "at" or "near" beside its trigger or the verb that carries it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.actors.lexicon import place_kind
from kg.extract import clause
from kg.extract.scene import Scene
from kg.extract.verbal import Finding
from kg.model import ActorMention, Place, Span

_LOCATIVE = frozenset({"in", "at", "near", "outside"})


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
    for head in dict.fromkeys((finding.trigger, *clause.participles(finding.trigger), finding.carrier)):
        for word, token in clause.prepositions(head):
            if word in _LOCATIVE:
                yield from _places(scene, token)


def _places(scene: Scene, token: Token) -> Iterator[ActorMention]:
    return (m for m in scene.actors.get(token.i, ()) if m.kind in ("place", "country"))


def _place(mention: ActorMention) -> Place:
    span = Span(start=mention.start, end=mention.end)
    kind = "country" if mention.kind == "country" else place_kind(mention.id)
    return Place(id=mention.id, label=mention.label, country=mention.country, kind=kind, span=span)
