"""Events that another event's words imply.

"Invited her to Lima" proposes a visit though no word says visit; "visited the Pope" tells of a meeting as well.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import clause
from kg.extract.lexicon import Lexicon
from kg.extract.scene import Scene
from kg.extract.verbal import Finding
from kg.model import ActionType, ActorMention

_INVITED = "implied:invitation to a place"
_VISITED = "implied:visit to a person"


def meetings(findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """The meetings with those whom somebody visits."""
    visiting = [f for f in findings if f.entry.type == "visit" and f.trigger.pos_ == "VERB"]
    return [
        replace(_as(f, "meet", _VISITED, lexicon), targets=people)
        for f in visiting
        if (people := tuple(m for m in f.targets if m.kind == "person"))
    ]


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
    made = _as(invitation, "visit", _INVITED, lexicon)
    return replace(made, actors=invitation.targets, targets=places, status="proposed")


def _as(finding: Finding, kind: ActionType, rule: str, lexicon: Lexicon) -> Finding:
    codes = lexicon.types[kind]
    entry = replace(finding.entry, rule=rule, type=kind, plover=codes.plover, mode="", cameo=codes.cameo)
    return replace(finding, entry=entry)
