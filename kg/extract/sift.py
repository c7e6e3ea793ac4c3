"""Which of a sentence's findings are events of their own and which only say something of another."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract import clause
from kg.extract.scene import Scene
from kg.extract.verbal import Finding
from kg.model import Status

SPEECH = frozenset(
    {"announce", "request", "propose", "accuse", "reject", "threaten", "protest", "support", "invite", "say"}
)
"""Types that are done by saying so: a plan or a refusal to do them is no event of theirs."""

_UNREAL = frozenset({"planned", "proposed", "denied", "unknown"})


def is_event(scene: Scene, finding: Finding, status: Status, findings: Sequence[Finding]) -> bool:
    """Whether a finding is kept.

    Left out are speech acts that are only meant ("to counter sanctions", "refused to condemn"), where the word
    that they depend on says more.
    """
    if finding.entry.type not in SPEECH or finding.trigger.pos_ not in clause.VERBS or status not in _UNREAL:
        return True
    if status == "denied" and finding.entry.type in ("announce", "say"):
        return True
    above = _governors(finding.trigger)
    return not (clause.is_infinitive(finding.trigger) or any(f.trigger in above for f in findings if f is not finding))


def _governors(verb: Token) -> list[Token]:
    """The words whose infinitive, participle or clause a verb is."""
    found: list[Token] = []
    while verb.dep_ in ("xcomp", "advcl", "acl", "pcomp", "ccomp", "conj") and verb.head != verb:
        verb = verb.head
        found.append(verb)
    return found
