"""Whether what a verb reports happened, goes on, is planned, proposed, cancelled or denied (nouns: noun_status.py).

Read off the verb's own clause (kg.extract.mood) and the operators of the lexicon on the way from the event's
word up to the root of its sentence.
"""

from kg.extract import clause, mood, putoff
from kg.extract.finding import SPEECH
from kg.extract.operators import Operator, Takes
from kg.extract.scene import Scene
from kg.model import REAL, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

AHEAD = frozenset({"ahead", "until", "toward", "towards"})
"""Prepositions of what is still to come."""
PENDING = frozenset({"planned", "proposed"})
NOT_DONE = frozenset({"cancelled", "denied"})
_RANKED = frozenset({"first", "last", "only", "latest", "second", "third"})
_RETURNS = frozenset({"return", "come", "arrive"})
_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVES = frozenset({"WDT", "WP"})
_PRESENT = frozenset({"VBZ", "VBP"})
_UNKEPT = frozenset({"supposed", "meant"})
_DEPTH = 8
_DOUBT: dict[Status, int] = {
    "happened": 0,
    "ongoing": 0,
    "planned": 1,
    "proposed": 2,
    "unknown": 3,
    "cancelled": 4,
    "denied": 5,
}
"""How far a status is from what took place: of two that hold for one event the farther one is said of it."""


def of_verb(scene: Scene, verb: Token, depth: int = _DEPTH) -> Status:
    """Status of the event that a verb reports."""
    own = mood.own(scene, verb)
    if own in REAL and _has_none(verb):
        return "denied"
    if mood.is_asked(scene, verb):
        return "unknown"
    if own == "denied" or depth == 0:
        return own
    above = _from_above(scene, verb, own, depth)
    return own if above is None else _farther(own, above)


def _has_none(verb: Token) -> bool:
    """ "Freed no prisoners", "signed no accord"."""
    return any(is_none(c) for c in verb.children if c.dep_ == "dobj")


def _farther(one: Status, other: Status) -> Status:
    if one in REAL and other in REAL:
        return "ongoing" if "ongoing" in (one, other) else "happened"
    return other if _DOUBT[other] > _DOUBT[one] else one


def _from_above(scene: Scene, verb: Token, own: Status, depth: int) -> Status | None:
    """What the word that governs a verb makes of it; None where the verb stands on its own tense."""
    head = verb.head
    if head == verb:
        return None
    if clause.is_command(verb):
        return "proposed"
    if verb.dep_ == "pcomp":
        return _after_preposition(scene, verb, depth)
    if verb.dep_ in ("ccomp", "acl", "advcl") and clause.is_finite(verb):
        return _that(scene, verb, own, depth)
    if verb.dep_ == "relcl" and clause.is_finite(verb):
        return _claimed(scene, verb, depth)
    nonfinite = verb.tag_ in ("VB", "VBG") or clause.is_infinitive(verb) or mood.is_perfect(verb)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "dep") and nonfinite:
        return _nonfinite(scene, verb, depth)
    if verb.dep_ == "conj" and head.pos_ in clause.VERBS and not _stands_alone(verb):
        return of_verb(scene, head, depth - 1)
    return None


def _stands_alone(verb: Token) -> bool:
    own = any(c.dep_ == "nsubj" or (c.dep_ == "aux" and c.lower_ != "to") for c in verb.children)
    return own or verb.tag_ in ("VBD", "VBZ", "VBP")


def _row(scene: Scene, verb: Token) -> tuple[Token, Operator] | None:
    """The operator that governs a clause: a verb, a noun, or what "be" says of its subject ("it is unclear")."""
    head = verb.head
    if head.lemma_ == "stop" and clause.is_infinitive(verb):
        # "Stopped in Lima to meet Rao", not "stopped meeting him".
        return None
    said = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd")] if head.lemma_ == "be" else []
    for word in (*said, head):
        forms = (
            (word.lower_, word.lemma_.lower()) if word in said or clause.is_passive(word) else (word.lemma_.lower(),)
        )
        if (row := _fitting(scene, word, forms, "clause")) is not None:
            return word, row
    return None


def _fitting(scene: Scene, word: Token, forms: tuple[str, ...], takes: Takes) -> Operator | None:
    rows = (row for form in forms for row in scene.lexicon.operators.get((form, takes), ()))
    return next((r for r in rows if not r.particle or r.particle in clause.particles(word)), None)


def _that(scene: Scene, verb: Token, own: Status, depth: int) -> Status | None:
    """What the word above makes of a that-clause: sayings leave it its tense, unless they are not made."""
    head = verb.head
    unsaid = verb.dep_ == "ccomp" and verb.tag_ in _TENSES and verb.i < head.i and not _reports(scene, head)
    if unsaid or clause.is_beside(verb):
        # "Kenya left the room, Uganda promised to stay": sentences that only a comma joins.
        return None
    claimed = _claimed(scene, verb, depth)
    if claimed is not None:
        return claimed
    if clause.is_subjunctive(verb) and any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children):
        # "Repeated its demand today that Peru leave": only what is asked for is told so.
        return "proposed"
    found = _row(scene, verb) if verb.dep_ != "advcl" else None
    status = found[1].status if found is not None else None
    if found is None and not _reports(scene, head):
        return None
    word = found[0] if found is not None else head
    if status in PENDING:
        return _wished(scene, verb, own, status)
    around = _standing(scene, word, depth)
    if around == "denied":
        refuted = word.pos_ == "ADJ" if word.pos_ != "NOUN" else not is_none(word)
        return "denied" if refuted else "unknown"
    return status


def _claimed(scene: Scene, verb: Token, depth: int) -> Status | None:
    """ "Cut ties over claims Chad armed them", "rejected claims it did": what only the noun straight before it says."""
    before = verb.left_edge.i - 1
    noun = verb.doc[before] if verb.dep_ in ("acl", "ccomp", "relcl") and before >= 0 else verb
    if noun.lemma_.lower() not in words_of("alleged") or noun.pos_ != "NOUN":
        return None
    own = not any(c.dep_ in clause.SUBJECTS and c.tag_ in _RELATIVES for c in verb.children)
    return through(scene, noun, "unknown", depth) if own else None


def _reports(scene: Scene, head: Token) -> bool:
    return head.lemma_.lower() in scene.lexicon.reporting


def _wished(scene: Scene, verb: Token, own: Status, status: Status) -> Status | None:
    """ "Demanded that Peru leave", "hopes that Peru will leave"; "insists that Peru left" is a claim."""
    if clause.is_subjunctive(verb):
        return "proposed"
    if _reports(scene, verb.head):
        return None
    return "unknown" if own in REAL and status == "proposed" else status if own == "planned" else None


def _nonfinite(scene: Scene, verb: Token, depth: int) -> Status | None:
    head, infinitive = verb.head, clause.is_infinitive(verb)
    noun = _called(verb) if infinitive else None
    ranked = noun is not None and any(c.lower_ in _RANKED for c in (noun, *noun.children))
    if noun is not None and ranked and noun.lemma_ not in words_of("calling noun"):
        # "The first leader to set foot there", "was also the third state to sign": who has done it.
        holder = clause.clause_of(noun)
        return of_verb(scene, holder, depth - 1) if holder.pos_ in clause.VERBS else None
    if verb.dep_ == "advcl" and mood.is_perfect(verb) and not infinitive:
        # "Having met Xi, he flew to see Kim": done before what the main verb tells.
        return None
    beside = verb.i < head.i or verb.doc[verb.left_edge.i - 1].text == ","
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and beside:
        # "Pushed for peace, urging restraint", "speaking in Oslo, he called on them": done at the same time.
        return of_verb(scene, head, depth - 1) if head.pos_ in clause.VERBS else None
    if infinitive and head.lemma_ in ("have", "go") and verb.dep_ == "xcomp" and (held := _bound(scene, head, depth)):
        return held
    if _is_voted_down(scene, verb):
        return "denied"
    if _is_enacted(scene, verb):
        return of_verb(scene, head.head, depth - 1)
    if infinitive and head.lemma_ == "vote" and verb.lemma_ in words_of("voted"):
        # "Voted to condemn the raid": the vote is what says so.
        return of_verb(scene, head, depth - 1)
    found = _row(scene, verb)
    if found is not None:
        word, row = found
        if mood.is_perfect(verb) and word.lemma_ == "ought":
            return "denied"
        return through(scene, word, None if _is_step(word) else row.status, depth)
    return _ungoverned(scene, verb, infinitive, depth)


def _is_step(word: Token) -> bool:
    """ "Chad's move to shut the border drew anger": what somebody is known to have done, not "in a move to shut it"."""
    return word.lemma_ == "move" and word.pos_ == "NOUN" and any(c.dep_ == "poss" for c in word.children)


def _called(verb: Token) -> Token | None:
    """The noun of which an infinitive says what it does, also where the parser hangs it on the "be" before."""
    head = verb.head
    if head.lemma_ == "be":
        return next((c for c in head.children if c.dep_ == "attr" and c.i < verb.left_edge.i), None)
    return head if head.pos_ == "NOUN" or head.dep_ == "attr" else None


def _is_voted_down(scene: Scene, verb: Token) -> bool:
    """ "Vetoed a resolution deploring the raid": what no paper has come to say."""
    paper = verb.head
    said = verb.tag_ == "VBG" and verb.dep_ == "acl" and paper.lemma_.lower() in scene.lexicon.documents
    fallen = paper.head.lemma_ in words_of("voting down") and paper.dep_ in ("dobj", "nsubjpass")
    return said and fallen and not clause.is_negated(paper.head)


def _is_enacted(scene: Scene, verb: Token) -> bool:
    """ "Signed an order lifting the ban", "passed a bill barring trade": done by the paper that says so."""
    paper = verb.head
    said = verb.tag_ == "VBG" and verb.dep_ == "acl" and paper.lemma_.lower() in scene.lexicon.documents
    return said and paper.dep_ == "dobj" and paper.head.lemma_.lower() in words_of("enacting")


def _is_speech(scene: Scene, verb: Token) -> bool:
    return bool(scene.lexicon.acts(verb.lemma_) & SPEECH)


def _bound(scene: Scene, head: Token, depth: int) -> Status | None:
    """ "Has to", "has yet to" and "is going to" before an infinitive; "had to" and "went to" tell what was done."""
    if head.lemma_ == "go":
        return "planned" if head.tag_ == "VBG" else None
    if any(c.lower_ == "yet" for c in head.children):
        return "denied"
    if any(c.dep_ == "dobj" for c in head.children):
        return None
    return of_verb(scene, head, depth - 1) if head.tag_ == "VBD" else "proposed"


def _ungoverned(scene: Scene, verb: Token, infinitive: bool, depth: int) -> Status | None:
    """An infinitive or participle under a word that is no operator."""
    head = verb.head
    if head.pos_ not in clause.VERBS:
        return "planned" if infinitive else None
    if infinitive and head.lemma_ in words_of("contacting") and _is_speech(scene, verb):
        # "Wrote to her to urge restraint": the letter is what urges.
        return of_verb(scene, head, depth - 1)
    if head.lemma_ == "be" and infinitive:
        if head.lower_ == "were" and head.dep_ == "advcl":
            return "proposed"
        return "cancelled" if mood.is_perfect(verb) or _fellthrough(head) else "planned"
    if infinitive and verb.dep_ in ("advcl", "xcomp"):
        around = of_verb(scene, head, depth - 1)
        # "Sent it a request to lift the ban".
        asked = any(c.dep_ == "dobj" and c.lemma_.lower() in words_of("request") for c in head.children)
        return "denied" if around == "denied" else _farther("proposed" if asked else "planned", around)
    return of_verb(scene, head, depth - 1)


def _standing(scene: Scene, word: Token, depth: int) -> Status:
    """Status of an operator itself: of a verb or adjective its clause's, of a noun ("a plan") what is done with it."""
    if word.pos_ in clause.VERBS:
        return of_verb(scene, word, depth - 1)
    if is_none(word):
        return "denied"
    verb = clause.clause_of(word)
    if verb.pos_ not in clause.VERBS:
        return "happened"
    if word.pos_ != "NOUN":
        return of_verb(scene, verb, depth - 1)
    untrue = verb.lemma_ == "be" and any(c.lower_ in words_of("untrue") for c in verb.rights)
    if word.dep_ == "nsubj" and untrue and not mood.negated(verb):
        # "Reports that Peru had left are false".
        return "denied"
    if word.head == verb and word.dep_ in ("dobj", "nsubjpass"):
        row = _fitting(scene, verb, (verb.lemma_.lower(),), "object")
        if row is not None and row.status in NOT_DONE and not mood.negated(verb):
            return row.status
        return of_verb(scene, verb, depth - 1)
    return "happened"


def is_none(word: Token) -> bool:
    """ "No talks", "no plan"."""
    return any(c.dep_ == "det" and c.lower_ == "no" for c in word.children)


def through(scene: Scene, word: Token, status: Status | None, depth: int = _DEPTH) -> Status:
    """An operator's effect under its own status: "may agree to visit" is no more than proposed."""
    around = _standing(scene, word, depth)
    if status == "proposed" and around in REAL and word.dep_ == "dobj" and word.head.lemma_ == "accept":
        # "Accepted an invitation to visit Mali".
        return "planned"
    if around == "denied" or (around == "cancelled" and word.pos_ == "NOUN"):
        return around if status not in NOT_DONE else "planned" if status == "cancelled" else "unknown"
    if status in NOT_DONE and around in ("proposed", "unknown"):
        return "planned" if status == "cancelled" else "proposed"
    if status == "cancelled" and putoff.new_day(scene, word) is not None:
        return "planned"
    if status == "planned" and _fellthrough(word):
        return "cancelled"
    if word.lower_ == "able" and around in REAL and clause.clause_of(word).tag_ in _PRESENT:
        # "Is able to attack": that it can be done.
        return "unknown"
    return around if status is None or _was_let(word) else _farther(status, around)


def _was_let(word: Token) -> bool:
    """ "Was allowed to visit her": who was let do it did it."""
    helpers = {c.lower_ for c in word.children if c.dep_ == "auxpass"}
    return word.lemma_ in words_of("granting") and bool(helpers & {"was", "were", "been"})


def _fellthrough(word: Token) -> bool:
    """ "Had been due to leave", "was to leave, but": what was planned then did not come."""
    if word.pos_ in ("NOUN", "PROPN"):
        return False
    verb = word if word.pos_ in clause.VERBS and word.dep_ != "acomp" else word.head
    if verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and word.lemma_ in words_of("consenting"):
        # "Said that Peru had agreed to leave": the past of what is reported, not a plan that fell through.
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} | {verb.lower_}
    if helpers & {"had", "'d", "’d"}:
        # "Had agreed to leave" tells no more than what was agreed.
        return verb.lower_ != "had" and verb.lemma_ not in words_of("binding")
    past = bool(helpers & {"was", "were"})
    return past and (word.lower_ in _UNKEPT or any(c.lower_ == "but" and c.dep_ == "cc" for c in verb.children))


def _after_preposition(scene: Scene, verb: Token, depth: int) -> Status | None:
    """What the preposition of a gerund, and the word that asks for it, make of it."""
    word = verb.head.lower_
    holder = verb.head.head
    before = verb.head.i - 1
    if word == "without" or (before >= 0 and verb.doc[before].lower_ in ("instead", "rather")):
        return "denied"
    governing = holder if holder.pos_ == "NOUN" else clause.clause_of(holder)
    if word == "with" and any(c.dep_ in clause.SUBJECTS for c in verb.children) and governing.pos_ in clause.VERBS:
        # "Met Rao, with both sides agreeing to trade": done when the main clause was.
        return of_verb(scene, governing, depth - 1)
    if word == "since":
        return "happened"
    if word == "to" and holder.lower_ in words_of("nearer") and governing.lemma_ == "be":
        # "Are close to signing a deal".
        return "proposed"
    for takes in ("clause", "noun"):
        row = _fitting(scene, governing, (governing.lemma_.lower(),), takes)
        if row is not None and (word not in ("after", "before", "by") or row.status in NOT_DONE):
            return through(scene, governing, row.status, depth)
    return _after(scene, word, governing, depth)


def _after(scene: Scene, word: str, governing: Token, depth: int) -> Status | None:
    if word in ("of", "against"):
        return "unknown"
    if word == "about" or (word == "over" and governing.pos_ == "NOUN"):
        # "Talks over freeing the hostages".
        return "proposed"
    if word in AHEAD or (word == "for" and governing.pos_ == "NOUN"):
        return "planned"
    if word == "from" and governing.lemma_.lower() not in _RETURNS:
        return "denied"
    return of_verb(scene, governing, depth - 1) if governing.pos_ in clause.VERBS else None
