"""What a verb's own clause says of its reality: tense, modals, negation, adverbs, conditions and questions."""

from kg.extract import clause
from kg.extract.scene import Scene
from kg.model import REAL, Status
from kg.parse.tree import Token

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
}
_MODALS_PERFECT: dict[str, Status] = {
    "would": "cancelled",
    "'d": "cancelled",
    "should": "denied",
    "may": "unknown",
    "might": "unknown",
    "could": "unknown",
    "can": "unknown",
    "ca": "unknown",
    "must": "unknown",
}
"""The same before "have": "would have met" did not come about, "may have met" nobody knows."""
_CONDITIONS = frozenset({"if", "unless", "whether"})
_CASES = frozenset({"case", "event"})
_INVERTED: dict[str, Status] = {"should": "proposed", "had": "denied"}
_ASKING = frozenset({"know", "ask", "wonder"})
_UNTIL = frozenset({"until", "till"})
_TO_COME = _UNTIL | {"before", "when", "once"}
_NOBODY = frozenset({"nobody", "none", "neither"})
_NOWHERE = frozenset({"time", "point", "circumstance", "way", "account"})
_HAVE = frozenset({"have", "having"})
_WONDERS = frozenset({"WRB", "WP", "WDT", "WP$"})


def own(scene: Scene, verb: Token) -> Status:
    """Status of what a verb reports as far as its own clause says it."""
    if negated(verb):
        return "happened" if _came_late(verb) else "denied"
    plain = _plain(scene, verb)
    for status in _adverbs(scene, verb):
        if plain in REAL and status is not None:
            return status
        if plain == "planned" and status == "unknown":
            return "proposed"
    return plain


def is_asked(scene: Scene, verb: Token) -> bool:
    """Whether a verb heads a question of yes or no; "when will she visit" takes the visit for granted."""
    if "?" not in verb.doc.text:
        return False
    top = _asking(verb)
    quoted = top.dep_ == "ccomp" and top.head.lemma_.lower() in scene.lexicon.reporting
    if top.dep_ != "ROOT" and not quoted:
        return False
    inside = [top, *(t for t in top.subtree if t.i < verb.i)]
    if any(t.tag_ in _WONDERS and t.dep_ != "relcl" and t.i <= verb.i for t in inside):
        return False
    return any(c.text.startswith("?") for t in (top, verb) for c in t.children) or (
        not quoted and verb.doc[-1].text.startswith("?") and verb.doc[-1].head == top
    )


def _asking(verb: Token) -> Token:
    """ "Was Peru visited by X?": the parser makes the participle one of the subject of "was"."""
    above = (verb.head, verb.head.head) if verb.dep_ in ("acl", "ccomp") else ()
    return next((t for t in above if t.pos_ == "AUX" and t.dep_ == "ROOT"), verb)


def negated(verb: Token) -> bool:
    """Whether a clause says no: "not", "never", "no longer", "neither", "at no time", "nobody"."""
    if verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.children):
        return True
    return any(_says_no(c, verb) for c in verb.children)


def _says_no(child: Token, verb: Token) -> bool:
    if child.dep_ == "neg":
        return child.i + 1 == len(child.doc) or child.nbor().lower_ != "only"
    if child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in ("never", "neither"):
        return child.dep_ != "cc" or child.i < verb.i
    if child.lower_ == "longer":
        return any(t.lower_ == "no" for t in child.children)
    if child.dep_ in clause.SUBJECTS:
        own_words = {t.lower_ for t in child.children if t.dep_ in ("det", "preconj", "cc")}
        return child.lower_ in _NOBODY or bool(own_words & {"no", "neither"})
    if child.dep_ == "prep" and child.i < verb.i:
        return any(t.lemma_.lower() in _NOWHERE and any(d.lower_ == "no" for d in t.children) for t in child.children)
    return child.lower_ == "no" and child.dep_ == "advmod"


def _came_late(verb: Token) -> bool:
    """ "Did not sign until 1998": it did in the end."""
    past = any(c.lower_ == "did" for c in verb.children)
    return past and any(c.lower_ in ("until", "till") and c.dep_ in ("prep", "mark") for c in verb.children)


def _adverbs(scene: Scene, verb: Token) -> list[Status | None]:
    words = [c for c in verb.children if c.dep_ in ("advmod", "npadvmod") and c.pos_ == "ADV"]
    return [row.status for c in words for row in scene.lexicon.operators.get((c.lower_, "adverb"), ())]


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, those that it shares with the verb that it is coordinated with included."""
    own_ones = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    joined = verb.tag_ in ("VB", "VBN") or any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    if own_ones or verb.dep_ != "conj" or verb.head.pos_ not in clause.VERBS or not joined:
        return own_ones
    return [c for c in verb.head.children if c.dep_ == "aux"]


def is_perfect(verb: Token) -> bool:
    """Whether a verb stands after "have"."""
    return any(a.lemma_ in _HAVE for a in verb.children if a.dep_ == "aux")


def _plain(scene: Scene, verb: Token) -> Status:
    helpers = auxiliaries(verb)
    if helpers and helpers[0].head != verb and _is_shared_no(verb):
        return "denied"
    condition = _condition(verb)
    if condition is not None:
        return condition
    for helper in helpers:
        if helper.lower_ in _MODALS:
            return _modal(verb, helper, helpers)
    if opener := _to_come(verb, helpers):
        # "Suspended until he resigns": what is waited for is no plan of those who wait.
        return "proposed" if opener in _UNTIL else "planned"
    if verb.tag_ == "VBG" and any(a.lower_ in ("is", "are", "am", "'s", "’s") for a in helpers):
        rows = scene.lexicon.operators.get((verb.lemma_.lower(), "progressive"), ())
        return next((row.status for row in rows if row.status is not None), "ongoing")
    if verb.tag_ == "VBG" and any(a.lower_ == "been" for a in helpers):
        return "ongoing"
    words = {a.lower_ for a in helpers} if scene.sentence.segment.headline else set()
    if "to" in words and (verb.tag_ == "VB" or "be" in words):
        # "Talks to begin", "troops to be sent".
        return "planned"
    return "happened"


def _is_shared_no(verb: Token) -> bool:
    """ "Has not armed or helped": the negation of the first verb is the second's, too."""
    return negated(verb.head) and not any(c.lower_ == "but" for c in verb.head.children)


def _modal(verb: Token, modal: Token, helpers: list[Token]) -> Status:
    perfect = any(a.lemma_ in _HAVE for a in helpers)
    status = _MODALS_PERFECT.get(modal.lower_, "planned") if perfect else _MODALS[modal.lower_]
    if modal.lower_ in ("would", "'d") and any(c.dep_ in ("advcl", "ccomp") and _condition(c) for c in verb.children):
        return "denied" if perfect else "proposed"
    return status


def _condition(verb: Token) -> Status | None:
    """What "if", "whether" or an inversion ("had she visited") before a verb makes of it; None without one."""
    word = _conjunction(verb)
    if word is None:
        return _inverted(verb)
    if verb.head.lemma_.lower() in _ASKING or (word.lower_ == "whether" and not clause.is_infinitive(verb)):
        return "unknown"
    if any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children) and is_perfect(verb.head):
        return "denied"
    return "proposed"


def _conjunction(verb: Token) -> Token | None:
    """The conjunction of a condition, also where the parser hung it on the main verb ("if A came, B would go")."""
    for word in verb.children:
        if word.lower_ in _CONDITIONS and word.dep_ in ("mark", "advmod"):
            fronted = any(c.dep_ == "advcl" and word.i < c.i < verb.i and c.tag_ != "VBG" for c in verb.children)
            # "If Peru attacks Chile, Cuba will act": a main verb has no conjunction; its clause was not understood.
            unread = verb.dep_ == "ROOT" and any(t.text == "," for t in verb.doc[word.i : verb.i])
            return None if fronted or unread else word
    if verb.dep_ in ("acl", "relcl") and verb.head.lower_ in _CASES and verb.head.head.lower_ == "in":
        # "To hold him in the event that he comes".
        return verb.head
    if verb.dep_ == "advcl" and verb.i < verb.head.i:
        before = [w for w in verb.head.children if w.lower_ in _CONDITIONS and w.dep_ == "mark"]
        return next((w for w in before if w.i < verb.left_edge.i), None)
    return None


def _inverted(verb: Token) -> Status | None:
    if verb.dep_ not in ("advcl", "ccomp") or verb.i > verb.head.i:
        return None
    subject = next((c for c in verb.children if c.dep_ in clause.SUBJECTS), None)
    helper = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in _INVERTED), None)
    fronted = subject is not None and helper is not None and helper.i < subject.left_edge.i
    return _INVERTED[helper.lower_] if fronted and helper is not None else None


def _to_come(verb: Token, helpers: list[Token]) -> str:
    """ "Before she visits", "when Peru hosts the summit": what opens a time clause of what is to come, in the present
    tense; empty without it."""
    if verb.dep_ not in ("advcl", "pcomp", "relcl", "ROOT") or verb.tag_ not in ("VBZ", "VBP") or helpers:
        return ""
    before = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i]
    words = (*before, *((verb.head,) if verb.dep_ == "pcomp" else ()))
    return next((c.lower_ for c in words if c.lower_ in _TO_COME), "")
