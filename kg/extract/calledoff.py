"""What was to happen on a journey that was called off falls with it: "he was due to meet the president there"."""

from collections.abc import Iterator, Sequence

from kg.extract.finding import Finding
from kg.extract.scene import Scene
from kg.model import ActorMention, Status
from kg.parse.tree import Token

_ON_THE_WAY = frozenset({"meet", "host", "attend", "visit"})
_PAST = frozenset({"was", "were", "had"})

Told = tuple[Finding, Status]


def fallen(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """The findings of a sentence with their statuses; planned ones that a cancelled journey held are cancelled."""
    return [(f, "cancelled" if status == "planned" and _falls(scene, f, told) else status) for f, status in told]


def _falls(scene: Scene, finding: Finding, told: Sequence[Told]) -> bool:
    if finding.entry.type not in _ON_THE_WAY or not _was_due(finding.carrier):
        return False
    own = {m.id for m in finding.actors}
    return any(own & {m.id for m in guests} for guests in _guests(scene, told))


def _guests(scene: Scene, told: Sequence[Told]) -> Iterator[tuple[ActorMention, ...]]:
    """Whose last visits, in this sentence and before, were called off."""
    yield from (f.actors for f, status in told if f.entry.type == "visit" and status == "cancelled")
    last = next((d for d in reversed(scene.deeds) if d.type == "visit"), None)
    if last is not None and last.off:
        yield last.actors


def _was_due(verb: Token) -> bool:
    """ "Was to meet", "had been scheduled to hold talks": what was still ahead then."""
    helpers = (c for step in (verb, *verb.ancestors) for c in (step, *step.children))
    return any(t.lower_ in _PAST and (t.pos_ in ("AUX", "VERB")) for t in helpers)
