"""Which of a sentence's findings are events of their own and which only say something of another."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract import clause
from kg.extract.scene import Scene
from kg.extract.verbal import SPEECH, Finding
from kg.model import Status

_UNREAL = frozenset({"planned", "proposed", "denied", "unknown"})


def is_event(scene: Scene, finding: Finding, status: Status, findings: Sequence[Finding]) -> bool:
    """Whether a finding is kept.

    Left out are speech acts that are only meant ("to counter sanctions", "refused to condemn"), where the word
    that they depend on says more.
    """
    above = _governors(finding.trigger)
    if status == "denied" and any(f.trigger in above and f.entry.type == "reject" for f in findings):
        return False
    if finding.entry.type not in SPEECH or finding.trigger.pos_ not in clause.VERBS or status not in _UNREAL:
        return True
    return not (clause.is_infinitive(finding.trigger) or any(f.trigger in above for f in findings if f is not finding))


def _governors(verb: Token) -> list[Token]:
    """The words whose infinitive, participle or clause a verb is."""
    found: list[Token] = []
    while verb.dep_ in ("xcomp", "advcl", "acl", "pcomp", "ccomp", "conj") and verb.head != verb:
        verb = verb.head
        found.append(verb)
    return found
