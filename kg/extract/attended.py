"""Gatherings that somebody comes for, and meetings of others in which he sits."""

from collections.abc import Sequence

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.gatherings import gatherings
from kg.extract.implied import retyped
from kg.extract.scene import Scene
from kg.parse.classes import words_of
from kg.parse.tree import Token

_CAME = "implied:comes for a gathering"
_SAT_IN = "implied:takes part in a meeting of"


def attendances(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those of gatherings and meetings in which somebody takes part."""
    kinds = {f.entry.type for f in findings}
    if "attend" in kinds:
        findings = _once(_sat_in(scene, findings))
    return _come_for(scene, findings) if "visit" in kinds else list(findings)


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """ "Attended the summit between Africa and the union": told by who attends it where its noun names nobody else."""
    joined = [f for f in findings if f.entry.type == "attend" and f.trigger.pos_ == "VERB"]
    nouns = {t: {m.id for m in f.targets} for f in joined for t in clause.patients(f.trigger)}
    return [f for f in findings if f.entry.type != "meet" or not _parties(f) <= nouns.get(f.trigger, set())]


def _parties(finding: Finding) -> set[str]:
    return {m.id for m in (*finding.actors, *finding.targets) if m.kind != "place"}


def _come_for(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """ "Flew to Lima for the OAS summit": who comes for a gathering attends it, and is not its other party."""
    coming = [f for f in findings if f.entry.type == "visit" and f.trigger.pos_ in clause.VERBS]
    made = [(f, t) for f in coming for word, t in clause.prepositions(f.trigger) if word == "for"]
    kept = list(findings)
    for visit, noun in made:
        bodies = tuple(m for m in gatherings(scene, [noun]) if m.kind == "organisation")
        if bodies:
            kept = [f for f in kept if f.trigger != noun]
            # "Visited Lima for the summit" is told when it is over, "flew to Lima for it" before.
            over = visit.trigger.lemma_ == "visit" and visit.trigger.tag_ == "VBD"
            came = replace(retyped(visit, "attend", _CAME, scene.lexicon), trigger=noun, targets=bodies)
            kept.append(replace(came, status="happened") if over else came)
    return kept


def _sat_in(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """ "Chaired a meeting of African ministers": who takes part in it meets them; a body is attended."""
    met = [(f, noun) for f in findings if (noun := _meeting_of(f)) is not None]
    left = [f for f in findings if all(f is not attending and f.trigger != noun for attending, noun in met)]
    return [*left, *(retyped(f, "meet", _SAT_IN, scene.lexicon) for f, _ in met)]


def _meeting_of(finding: Finding) -> Token | None:
    """The meeting of people that a finding tells somebody to attend."""
    verb = finding.trigger
    people = bool(finding.targets) and all(m.kind in ("group", "person") for m in finding.targets)
    if finding.entry.type != "attend" or verb.pos_ != "VERB" or not people:
        return None
    nouns = (*clause.patients(verb), *(t for _, t in clause.prepositions(verb)))
    return next((t for t in nouns if t.lemma_.lower() in words_of("talks")), None)
