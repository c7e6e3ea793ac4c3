"""Events that another event's words imply: "invited her to Lima" proposes a visit, though no word says visit."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import clause
from kg.extract.lexicon import Lexicon
from kg.extract.scene import Scene
from kg.extract.verbal import Finding
from kg.model import ActorMention

_RULE = "implied:invitation to a place"


def visits(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The visits that invitations to a place propose, where no finding of the sentence has them already."""
    told = {m.id for f in findings if f.entry.type == "visit" for m in f.actors}
    invitations = [f for f in findings if f.entry.type == "invite" and not told & {m.id for m in f.targets}]
    return [
        _visit(invitation, places, scene.lexicon) for invitation in invitations if (places := _to(scene, invitation))
    ]


def _to(scene: Scene, invitation: Finding) -> tuple[ActorMention, ...]:
    complements = [t for word, t in clause.prepositions(invitation.carrier) if word == "to"]
    return tuple(m for m in scene.parties(complements) if m.kind in ("place", "country"))


def _visit(invitation: Finding, places: tuple[ActorMention, ...], lexicon: Lexicon) -> Finding:
    codes = lexicon.types["visit"]
    entry = replace(invitation.entry, rule=_RULE, type="visit", plover=codes.plover, mode="visit", cameo=codes.cameo)
    return replace(invitation, entry=entry, actors=invitation.targets, targets=places, status="proposed")
