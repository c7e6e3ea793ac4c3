"""Whether what a sentence reports happened, goes on, is planned, proposed, cancelled or denied.

Read off tense, modals, negation and the operators of the lexicon on the way from the event's word up to
the root of its sentence.
"""

from spacy.tokens import Token

from kg.extract import clause
from kg.extract.nominal import governor
from kg.extract.scene import Scene
from kg.model import REAL, Status

_MODALS: dict[str, Status] = {
    "will": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "wo": "planned",
    "shall": "planned",
    "would": "planned",
    "'d": "planned",
    "may": "proposed",
    "might": "proposed",
    "could": "proposed",
    "can": "proposed",
    "ca": "proposed",
    "should": "proposed",
    "must": "proposed",
    "ought": "proposed",
}
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_AHEAD = frozenset({"before", "ahead", "until", "for", "toward", "towards", "about"})
_TO_COME = frozenset({"before", "until", "till", "when", "once"})
_AHEAD_STATUSES = frozenset({"planned", "proposed"})
_RANKED = frozenset({"first", "last", "only", "latest", "second", "third"})
_DEPTH = 8


def of_verb(scene: Scene, verb: Token, depth: int = _DEPTH) -> Status:
    """Status of the event that a verb reports."""
    own = _own(scene, verb)
    if scene.sentence.doc[-1].text.startswith("?") and _is_asked(verb):
        return "unknown"
    if own == "denied" or depth == 0:
        return own
    above = _from_above(scene, verb, depth)
    if above is None or (own not in REAL and above in REAL):
        return own
    return above


def _is_asked(verb: Token) -> bool:
    """Whether a question is about a verb: its root, or what the parser hangs on "was" ("Was Chile visited by Xi?")."""
    if verb.dep_ == "ROOT":
        return True
    parts = [verb.head] if verb.dep_ == "ccomp" else [verb.head.head] if verb.dep_ == "acl" else []
    return any(head.dep_ == "ROOT" and head.pos_ == "AUX" for head in parts)


def of_noun(scene: Scene, noun: Token, *, speech: bool = False) -> Status:
    """Status of the event that a noun reports; a `speech` act ("the proposal is to …") is made once it is spoken of."""
    described = _modified(scene, noun)
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        return "denied"
    verb, row = governor(scene, noun)
    if row is not None and row.status in ("cancelled", "denied"):
        return row.status
    if described is not None or verb.pos_ not in clause.VERBS:
        return described or "happened"
    around = of_verb(scene, verb)
    if row is None:
        return "happened" if speech else _beside(noun, verb, around)
    if row.status is None or (around not in REAL and row.status in REAL):
        return around
    return "denied" if _negated(verb) else row.status


def _modified(scene: Scene, noun: Token) -> Status | None:
    """What a word before the noun says: "planned talks", "the cancelled visit"."""
    operators = scene.lexicon.operators
    for child in noun.children:
        rows = operators.get((child.lower_, "modifier"), ()) or operators.get((child.lemma_.lower(), "modifier"), ())
        for row in rows:
            if row.status is not None:
                return row.status
    return None


def _beside(noun: Token, verb: Token, around: Status) -> Status:
    """A noun that no operator carries: a future clause makes it future, "before the talks" too."""
    if any(t.lemma_.lower() == "anniversary" for t in noun.ancestors):
        return "happened"
    if noun.dep_ in ("nsubj", "nsubjpass", "attr"):
        return around if around in ("planned", "proposed") else "happened"
    if noun.dep_ == "pobj":
        if noun.head.lower_ in _AHEAD or any(c.lower_ in _AHEAD for c in noun.head.ancestors if c.dep_ == "prep"):
            return "proposed" if verb.lemma_ == "invite" else "planned"
        return around if around in ("planned", "proposed") else "happened"
    return "happened"


def _negated(verb: Token) -> bool:
    if any(c.lower_ == "longer" and any(t.lower_ == "no" for t in c.children) for c in verb.children):
        return True
    if any(c.lower_ == "neither" for c in verb.children):
        return True
    if verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.children):
        return True
    return any(c.dep_ == "neg" or (c.lower_ in ("never", "no") and c.dep_ in ("advmod", "neg")) for c in verb.children)


def _own(scene: Scene, verb: Token) -> Status:
    if _negated(verb):
        return "denied"
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    bare = verb.tag_ in ("VB", "VBN") or any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    if not auxiliaries and verb.dep_ == "conj" and verb.head.pos_ in clause.VERBS and bare:
        # "Has not armed or helped", "will visit and meet": the auxiliaries and their negation are shared.
        auxiliaries = [c for c in verb.head.children if c.dep_ == "aux"]
        if auxiliaries and _negated(verb.head) and not any(c.lower_ == "but" for c in verb.head.children):
            return "denied"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in _MODALS:
            past = any(a.lemma_ == "have" for a in auxiliaries)
            return (
                "cancelled" if past and auxiliary.lower_ in ("would", "should", "could") else _MODALS[auxiliary.lower_]
            )
    if _is_wished(verb, auxiliaries) or any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children):
        return "proposed"
    if _is_to_come(verb, auxiliaries):
        return "planned"
    if verb.tag_ == "VBG" and any(a.lower_ in ("is", "are", "am", "'s", "’s") for a in auxiliaries):
        return "ongoing"
    if scene.sentence.segment.headline and verb.tag_ == "VB" and any(a.lower_ == "to" for a in auxiliaries):
        return "planned"
    return "happened"


def _is_wished(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "Demanded that Chad withdraw", "that he be released": the subjunctive is of what somebody wants."""
    if verb.dep_ != "ccomp" or not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        return False
    bare = verb.tag_ == "VB" and not auxiliaries
    return bare or (verb.tag_ == "VBN" and bool(auxiliaries) and auxiliaries[0].lower_ == "be")


def _is_to_come(verb: Token, auxiliaries: list[Token]) -> bool:
    """ "Before she visits", "when Peru hosts the summit": the present tense of a time clause is of what is to come."""
    opened = any(c.dep_ in ("mark", "advmod") and c.lower_ in _TO_COME and c.i < verb.i for c in verb.children)
    return opened and verb.dep_ in ("advcl", "pcomp", "relcl") and verb.tag_ in ("VBZ", "VBP") and not auxiliaries


def _from_above(scene: Scene, verb: Token, depth: int) -> Status | None:
    """What the word that governs a verb makes of it; None where the verb stands on its own tense."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl", "dep") and (
        verb.tag_ in ("VB", "VBG") or verb.dep_ in ("ccomp", "acl") or clause.is_infinitive(verb)
    ):
        return _governed(scene, verb, head, depth)
    if verb.dep_ == "conj" and head.pos_ in clause.VERBS and not _stands_alone(verb):
        return of_verb(scene, head, depth - 1)
    return None


def _stands_alone(verb: Token) -> bool:
    own = any(c.dep_ == "nsubj" or (c.dep_ == "aux" and c.lower_ != "to") for c in verb.children)
    return own or verb.tag_ in ("VBD", "VBZ", "VBP")


def _governed(scene: Scene, verb: Token, head: Token, depth: int) -> Status | None:
    if verb.dep_ == "pcomp":
        return _after_preposition(scene, verb, depth)
    infinitive = clause.is_infinitive(verb)
    if verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.i < head.i:
        # "Kenya left the room, Uganda promised to stay": sentences that only a comma joins.
        return None
    if infinitive and head.pos_ == "NOUN" and any(c.lower_ in _RANKED for c in head.children):
        # "The first leader to set foot there", "the only envoy to call": who has done it.
        return of_verb(scene, clause.clause_of(head), depth - 1)
    for row in scene.lexicon.operators.get((head.lemma_.lower(), "clause"), ()):
        if row.particle and row.particle not in clause.particles(head):
            continue
        if verb.dep_ == "ccomp" and not infinitive and row.status in _AHEAD_STATUSES:
            return None
        return _through(scene, head, row.status, depth)
    if head.pos_ not in clause.VERBS:
        return "planned" if infinitive else None
    if verb.dep_ == "ccomp" and not infinitive:
        return None
    if head.lemma_ == "be" and infinitive:
        perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        return "cancelled" if perfect else "planned"
    if infinitive and verb.dep_ in ("advcl", "xcomp"):
        return _through(scene, head, "planned", depth)
    return of_verb(scene, head, depth - 1)


def _through(scene: Scene, head: Token, status: Status | None, depth: int) -> Status:
    """An operator's effect under its own status: "may agree to visit" is no more than proposed."""
    own = of_verb(scene, head, depth - 1) if head.pos_ in clause.VERBS else "happened"
    if any(c.dep_ == "det" and c.lower_ == "no" for c in head.children):
        return "denied"
    if own == "denied":
        return "denied"
    if status == "planned" and _had_been(head):
        return "cancelled"
    if status is None or (own not in REAL and status in REAL):
        return own
    return status


def _had_been(head: Token) -> bool:
    """ "Had been due to leave", "had planned to visit": what was planned then did not come."""
    if head.pos_ in ("NOUN", "PROPN"):
        return False
    verb = head if head.pos_ in clause.VERBS and head.dep_ != "acomp" else head.head
    return any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children)


def _after_preposition(scene: Scene, verb: Token, depth: int) -> Status | None:
    preposition = verb.head
    if preposition.lower_ == "without":
        return "denied"
    if preposition.lower_ == "from":
        return "denied"
    if preposition.lower_ in ("of", "against"):
        return "unknown"
    governing = clause.clause_of(preposition.head)
    if preposition.lower_ in _AHEAD:
        return "planned"
    return of_verb(scene, governing, depth - 1) if governing.pos_ in clause.VERBS else None
