"""The words whose date is also an event's, nearest first: its trigger, what fixes or carries it, the clauses above."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract import clause
from kg.extract.finding import SPEECH, Finding
from kg.extract.governed import is_performed, operator
from kg.extract.scene import Scene
from kg.model import Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_CARRYING = frozenset({"conj", "advcl", "relcl", "acl", "pcomp", "xcomp"})
BESIDE = frozenset({"after", "before", "since", "until", "following", "ahead"})
_OCCASIONS = frozenset({"at", "during", "in"})
_ABOUT = frozenset({"on", "over", "about"})
_PAST = frozenset({"VBD", "VBN"})
_NEXT = frozenset({"afterwards", "from", "later", "next", "subsequently", "then", "thereafter"})
_TALKS = frozenset({"meet", "call"})
_BEFORE_VERBS = frozenset({"advmod", "aux"})


def chain(scene: Scene, finding: Finding) -> Iterator[Token]:
    """The trigger, then the words whose date is also the event's, nearest first."""
    yield finding.trigger
    token = finding.trigger
    if of_anniversary(token) is not None:
        return
    yield from _occasions(token)
    yield from beside(token)
    yield from _taking_place(token)
    yield from fixed(token)
    if is_of_its_noun(token):
        yield token.head
    if finding.carrier != token:
        said = finding.carrier.lemma_.lower() in scene.lexicon.reporting
        said = said and not (_is_occasion(token, finding.carrier) or is_performed(token, finding.carrier))
        if said or _of_another_moment(token) or _is_topic(token):
            return
        if _is_judged(scene, finding):
            return
        yield finding.carrier
        token = finding.carrier
    if finding.entry.type not in SPEECH:
        yield from _goes_on(token)
    if finding.entry.type in _TALKS and _is_thereafter(token):
        yield clause.clause_of(token.head)
    while token.head != token and token.dep_ in _CARRYING and not _of_another_moment(token):
        if any(_of_another_moment(t) for t in nouns_above(token)):
            return
        token = clause.clause_of(token.head)
        if token.lemma_.lower() in scene.lexicon.reporting or token.pos_ not in clause.VERBS:
            return
        yield token


def _taking_place(noun: Token) -> Iterator[Token]:
    """ "The talks, which took place in May": the verb of a relative clause that only says when."""
    for verb in noun.children if noun.pos_ == "NOUN" else ():
        told = verb.dep_ == "relcl" and verb.lemma_ in words_of("taking place")
        if told and any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in verb.children):
            yield verb


def _goes_on(verb: Token) -> Iterator[Token]:
    """ "Flew to Rabat and met the king on Monday": what goes on with a deed, in the past; its day is of both."""
    for other in (c for c in verb.children if c.dep_ == "conj" and c.pos_ in clause.VERBS and c.i > verb.i):
        past = verb.tag_ in _PAST and other.tag_ in _PAST and not any(c.dep_ == "aux" for c in other.children)
        if past and not clause.has_own_subject(other) and not _of_another_moment(other):
            yield other
            yield from _goes_on(other)


def _is_thereafter(verb: Token) -> bool:
    """ "Left on Monday after meeting him", "signed a deal after she held talks": what follows talks is of their day."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "after" and verb.tag_ == "VBG"
    opened = verb.dep_ == "advcl" and verb.tag_ == "VBD" and any(c.lower_ == "after" for c in verb.children)
    # "A month after she met him".
    return opened and not any(c.dep_ == "npadvmod" and c.i < verb.i for c in verb.children)


def is_of_its_noun(verb: Token) -> bool:
    """ "The raid that killed nine": whether a relative clause tells what its noun, no name and no person, did."""
    if verb.dep_ != "relcl" or verb.head.tag_ != "NN":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in verb.children)


def nouns_above(verb: Token) -> list[Token]:
    """ "A visit to Oslo where she met him": the nouns that a relative clause of place says more of."""
    if verb.dep_ != "relcl" or _of_another_moment(verb):
        return []
    return list(takewhile(lambda t: t.pos_ not in clause.VERBS, verb.ancestors))


def _is_occasion(noun: Token, verb: Token) -> bool:
    """ "Urged restraint in a call with her on Monday": what is said on an occasion is said on the day of that."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _OCCASIONS and clause.clause_of(noun.head.head) == verb


def _is_topic(noun: Token) -> bool:
    """ "Will hold a meeting today on the launch", "will meet on Friday over the raid": what is only spoken of."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _ABOUT:
        return False
    return noun.head.head.pos_ == "NOUN" or noun.head.lower_ == "over"


def _is_judged(scene: Scene, finding: Finding) -> bool:
    """ "Condemned the embargo on Monday": the day of the words is not that of what they are about."""
    row = operator(scene, finding.carrier, "object") if finding.trigger.dep_ == "dobj" else None
    if row is None or row.status is not None or row.subject or finding.trigger.head != finding.carrier:
        return False
    return bool(scene.lexicon.acts(finding.carrier.lemma_) & {"accuse", "support"})


def _occasions(verb: Token) -> list[Token]:
    """ "Agreed at their meeting last May": the nouns of the occasions on which something is done."""
    heads = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _OCCASIONS]
    nouns = [t for head in heads for t in head.children if t.dep_ == "pobj" and t.pos_ == "NOUN"]
    return [t for noun in nouns for t in (noun, *fixed(noun))]


def beside(word: Token) -> Iterator[Token]:
    """ "Met on the margins of a summit in Oslo last month": what has the day of all that is near it."""
    margins = (t for w, t in clause.prepositions(word, deep=False) if w == "on" and t.lemma_ in words_of("margins"))
    yield from (t for m in margins for w, t in clause.prepositions(m, deep=False) if w == "of" and t.pos_ == "NOUN")


def is_overtaken(scene: Scene, participle: Token, status: Status) -> bool:
    """ "Postponed in March", "originally planned for April" and now to be held: no day of what is still to come."""
    row = operator(scene, participle, "object")
    called_off = row is not None and row.status == "cancelled"
    words = {c.lower_ for c in participle.children if c.dep_ in _BEFORE_VERBS}
    return called_off or (status == "planned" and bool(words & words_of("at first")))


def fixed(noun: Token) -> list[Token]:
    """ "The talks scheduled for May", "a letter published last week": participles that say when something is."""
    if noun.pos_ in clause.VERBS:
        return []
    own = [*clause.participles(noun), *(c for c in noun.children if c.dep_ == "relcl" and _fixes(c)), *ends(noun)]
    # "Talks with the envoy planned for May": the parser hangs the participle on whoever stands nearest.
    below = [t for t in noun.subtree if _is_added(t) and _fixes(t) and t.head != noun]
    beside = [c for c in noun.head.children if c.dep_ == "advcl" and _fixes(c)] if noun.dep_ == "dobj" else []
    return [*own, *below, *(c for c in beside if not any(s.dep_ in clause.SUBJECTS for s in c.children)), *held(noun)]


def ends(noun: Token) -> list[Token]:
    """ "A visit that ended on Monday", "a trip to Chad, which ended on Monday": what tells when a journey was over."""
    if noun.lemma_ not in words_of("journey"):
        return []
    clauses = (t for t in noun.subtree if t.dep_ == "relcl" and t.lemma_ in words_of("ending"))
    return [t for t in clauses if any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in t.children)]


def _fixes(verb: Token) -> bool:
    return verb.lemma_ in words_of("fixing")


def _is_added(verb: Token) -> bool:
    return verb.dep_ == "acl" or (verb.dep_ == "relcl" and any(c.lower_ == "which" for c in verb.children))


def held(noun: Token) -> list[Token]:
    """ "The talks are due to take place in May": the infinitive under the verb whose subject a noun is."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return []
    heads = [noun.head, *(c for c in noun.head.children if c.dep_ == "acomp")]
    return [c for h in heads for c in h.children if c.dep_ == "xcomp" and c.pos_ in clause.VERBS]


def _of_another_moment(token: Token) -> bool:
    """Whether a word stands in a clause or phrase that its conjunction or pronoun sets in another time."""
    if token.dep_ == "relcl" and clause.is_infinitive(token) and token.head.dep_ == "attr":
        # "Was the first state to recognise it, on Monday": what was done, and that it was, is of one day.
        return False
    if token.dep_ == "relcl":
        # "Flew in from Lima, where he met her": what was done in a place that has been left.
        left = token.head.dep_ == "pobj" and token.head.head.lower_ == "from"
        return left or not any(t.lower_ in ("where", "when") for t in token.children)
    if token.dep_ in ("pobj", "pcomp"):
        return token.head.lower_ in BESIDE or token.head.head.lower_ == "ahead"
    if clause.is_stranded(token):
        return True
    if token.dep_ == "conj" and any(t.text == ";" and t.i < token.i for t in token.head.children):
        return True
    if token.dep_ == "conj" and token.tag_ == "VB" and any(c.lower_ in _NEXT and c.i < token.i for c in token.children):
        # "Will visit Chad on Monday and then go to Mali".
        return True
    return any(c.dep_ == "mark" and c.lower_ in BESIDE for c in token.children)


def of_anniversary(trigger: Token) -> Token | None:
    """The anniversary that a word stands under: "the first anniversary of the invasion"."""
    return next((t for t in trigger.ancestors if t.lemma_.lower() == "anniversary"), None)
