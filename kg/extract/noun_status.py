"""Whether the event that a noun tells happened, goes on, is planned, proposed, cancelled or denied.

A noun has no tense: what carries it ("held talks", "called off the visit"), describes it or leads to it says so.
"""

from kg.extract import clause, mood, putoff, sides
from kg.extract.finding import SPEECH
from kg.extract.governed import governor, is_performed
from kg.extract.operators import Operator
from kg.extract.scene import Scene
from kg.extract.status import AHEAD, NOT_DONE, PENDING, is_none, of_verb, through
from kg.model import REAL, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_BEFORE_NOUNS = AHEAD | {"before", "for", "about"}
_GONE_BEFORE = frozenset({"amid", "despite", "over", "since"})
_DONE_TO = frozenset({"sanction", "coerce", "attack"})


def of_noun(scene: Scene, noun: Token, *, speech: bool = False) -> Status:
    """Status of the event that a noun reports; a `speech` act ("the proposal is to …") is made once it is spoken of."""
    if is_none(noun) or (noun.dep_ == "pobj" and noun.head.lower_ == "without"):
        return "denied"
    if _is_to_end(noun) or _is_kept_quiet(noun) or clause.is_answered(noun):
        return "happened"
    holder = _holder(scene, noun)
    if holder is not None:
        return through(scene, *holder)
    verb, row = governor(scene, noun)
    described = _modified(scene, noun, verb)
    if row is not None and row.status in NOT_DONE and described == "ongoing" and of_verb(scene, verb) not in REAL:
        # "Ways to stop the ongoing raids".
        return "ongoing"
    if row is not None and row.status in NOT_DONE:
        return "happened" if _is_suffered(scene, noun, verb, row) else _ended(scene, noun, verb, row.status)
    if putoff.new_day(scene, verb) is not None and noun.dep_ in ("dobj", "nsubjpass"):
        return "planned"
    if described == "planned" and row is not None and row.subject and mood.negated(verb):
        # "Will not attend the planned talks".
        return "cancelled"
    if described is None and _is_recounted(scene, noun):
        return "happened"
    if described is None and _is_talked_over(scene, noun):
        return "proposed"
    if described is not None or verb.pos_ not in clause.VERBS:
        return described or ("planned" if _is_ahead(noun) else "happened")
    if row is not None and row.takes == "subject" and (left := _left_open(verb)) is not None:
        return left
    pending = _to_be_done(noun, verb)
    around = of_verb(scene, pending)
    if row is None and pending != verb:
        return around
    if row is None:
        return "happened" if speech else _beside(noun, verb, around)
    if row.status is None and _is_blamed(scene, verb):
        return "happened"
    if row.status is None or (around not in REAL and row.status in REAL):
        return around
    if mood.negated(verb):
        return "denied"
    return "happened" if is_performed(noun, verb) else row.status


def _left_open(verb: Token) -> Status | None:
    """ "The visit remains uncertain", "talks failed to start": what becomes of them by what the verb goes on with."""
    if any(c.dep_ == "acomp" and c.lower_ in words_of("uncertain") for c in verb.rights):
        return "unknown"
    begins = any(c.dep_ == "xcomp" and clause.is_infinitive(c) for c in verb.rights)
    return "denied" if verb.lemma_ == "fail" and begins else None


def _is_to_end(noun: Token) -> bool:
    """ "Called for an end to the embargo", "the lifting of sanctions": what somebody wants to end there is."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "of") else noun
    return above != noun and above.pos_ == "NOUN" and above.lemma_.lower() in words_of("being ended")


def _is_kept_quiet(noun: Token) -> bool:
    """ "Their talks were not made public", "not announced": they were held."""
    verb = noun.head
    if (
        noun.dep_ != "nsubjpass"
        or verb.tag_ != "VBN"
        or not any(c.lower_ == "was" or c.lower_ == "were" for c in verb.lefts)
    ):
        return False
    public = verb.lemma_ == "make" and any(c.lower_ == "public" for c in verb.rights)
    return mood.negated(verb) and (public or verb.lemma_ in words_of("made known"))


def _is_blamed(scene: Scene, verb: Token) -> bool:
    """ "To condemn a call": what somebody is to be blamed for has been done."""
    accuses = "accuse" in scene.lexicon.acts(verb.lemma_)
    return accuses and verb.lemma_ in words_of("judging")


def _ended(scene: Scene, noun: Token, verb: Token, status: Status) -> Status:
    """What is cancelled, or put off to a named day; what is not, or not yet, cancelled is still planned."""
    around = of_verb(scene, verb)
    entries = scene.lexicon.nouns.get(noun.lemma_.lower(), ())
    if around == "planned" and status == "cancelled" and any(e.type in _DONE_TO for e in entries):
        # "A plan aimed at halting Chad's crackdown": there is one.
        return "happened" if clause.owners(noun) else "cancelled"
    if around in REAL or around == "planned":
        return "planned" if putoff.new_day(scene, verb) is not None else status
    return "planned" if status == "cancelled" else "proposed"


def _is_suffered(scene: Scene, noun: Token, verb: Token, row: Operator) -> bool:
    """ "Rejected the US sanctions", "Chad's raid": who says no to what others have done to him does not undo it."""
    entries = scene.lexicon.nouns.get(noun.lemma_.lower(), ())
    answered = bool(scene.lexicon.acts(verb.lemma_) & SPEECH)
    done = answered and any(e.type in _DONE_TO for e in entries) and row.status == "denied" and not row.subject
    behind = [t for word, t in clause.prepositions(noun, deep=False) if word in ("of", "by")]
    named = any(c.lower_ == "the" for c in noun.children) and (scene.modifying(noun) or scene.parties(behind))
    return done and bool(named or scene.parties(clause.owners(noun)))


def _holder(scene: Scene, noun: Token) -> tuple[Token, Status | None] | None:
    """ "Rumours of a visit", "the cancellation of talks": the noun that an event noun is the content of."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "for", "about"):
        return None
    holder = noun.head.head
    rows = scene.lexicon.operators.get((holder.lemma_.lower(), "noun"), ())
    return (holder, rows[0].status) if rows and holder.pos_ == "NOUN" else None


def _to_be_done(noun: Token, verb: Token) -> Token:
    """ "Talks are to be held": the infinitive that "be" has for a subject, else the verb itself."""
    if verb.lemma_ != "be" or noun.dep_ not in clause.SUBJECTS:
        return verb
    return next((c for c in verb.children if c.dep_ == "xcomp" and clause.is_infinitive(c)), verb)


def _modified(scene: Scene, noun: Token, verb: Token) -> Status | None:
    """What a word beside the noun says: "planned talks", "the visit cancelled", unless its clause outranks it."""
    operators = scene.lexicon.operators
    for child in (c for c in noun.children if c.dep_ not in ("acl", "relcl") or c == verb):
        rows = operators.get((child.lower_, "modifier"), ()) or operators.get((child.lemma_.lower(), "modifier"), ())
        for row in rows:
            if row.status is not None:
                return row.status
    return None


def _is_ahead(noun: Token) -> bool:
    above = [t for t in (noun.head, *noun.head.ancestors) if t.dep_ in ("prep", "advmod")]
    # "Used drones for its war in Mali": one's own war is there.
    gone = noun.head.lower_ in _GONE_BEFORE or (noun.lemma_ in words_of("warfare") and bool(clause.owners(noun)))
    return noun.dep_ == "pobj" and not gone and any(t.lower_ in _BEFORE_NOUNS for t in above)


def _is_recounted(scene: Scene, noun: Token) -> bool:
    """ "Briefed him about her talks", "no details about their visit": of what is over, unless its day is to come."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "about" or noun.head.head.lemma_ not in words_of("recounting"):
        return False
    published = scene.document.published
    inside = {t.i for t in noun.subtree}
    days = [timex.date for timex, tokens in scene.dates if timex.date is not None and tokens.root.i in inside]
    ahead = any(sides.is_ahead(sides.on_its_side(day, "happened", published), published) for day in days)
    return bool(clause.owners(noun)) and not ahead


def _is_talked_over(scene: Scene, noun: Token) -> bool:
    """ "Talks on the withdrawal of troops": they have not left."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "on" or noun.head.head.lemma_ not in words_of("deliberation"):
        return False
    return any(entry.mode == "withdraw" for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _beside(noun: Token, verb: Token, around: Status) -> Status:
    """A noun that no operator carries: a future clause makes it future, "before the talks" too."""
    if any(t.lemma_.lower() == "anniversary" for t in noun.ancestors):
        return "happened"
    if noun.dep_ in ("nsubj", "nsubjpass", "attr"):
        return around if around in PENDING else "happened"
    if noun.dep_ == "pobj":
        if verb.lemma_ == "be" and verb.tag_ == "VBD" and noun.head.lower_ == "for":
            # "Was in Accra for talks": those for which somebody was there were held.
            return around
        if noun.lemma_ in words_of("journey") and verb.lemma_ in words_of("setting out"):
            # "Left on Monday for a visit to Chad": who sets out is on it.
            return around
        if _is_ahead(noun):
            return "proposed" if verb.lemma_ == "invite" else "planned"
        if noun.head.lower_ in _GONE_BEFORE:
            # "Pledged to stay despite the war", "will meet for the first time since the war": what there is already.
            return "happened"
        # "Were to meet at a summit in May, but": with what was given up falls where it was to be.
        fallen = around == "cancelled" and noun.head.lower_ in ("at", "during")
        return around if around in PENDING or fallen else "happened"
    return "happened"
