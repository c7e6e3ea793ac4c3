"""Which of a sentence's findings are events of their own and which only say something of another."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import clause
from kg.extract.finding import SPEECH, Finding
from kg.model import ActorMention, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token
from kg.resources import ontology
from kg.tables import words

_REPORTS = frozenset({"say", "announce"})
_BARE = frozenset({"retreat", "protest", "mobilize", "reject"})
"""Acts that are no news while they are only thought of and nobody is named whom they concern."""
_CALLED = frozenset({"boycott", "strike", "hunger"})
"""Modes of protests that are news as soon as they are called: "will boycott the election"."""
_UNSAID = frozenset({"accuse", "support", "threaten", "announce", "request", "propose"})
"""Acts of speech that are no news where they were not made."""
_CONTESTS = frozenset({"meet", "attack", "appoint", "retreat", "host"})
"""Types that a match may be taken for."""
_UNREAL = frozenset({"planned", "proposed", "denied", "unknown"})
_TELLING = frozenset({"accuse", "request", "threaten", "reject", "propose"})
"""Acts of speech that say enough of a deed that is only charged, asked for or threatened."""
_ABDUCTION = "181"
"""CAMEO's code of taking people away, which an assault does not bring by itself."""
_ENCOUNTERS = frozenset({"meet", "call", "visit", "host"})
_DIPLOMACY = frozenset({"visit", "meet", "call", "host", "attend", "invite", "agree"})
"""Deeds that are news of their own as soon as they are asked for or refused."""


def is_event(finding: Finding, status: Status, findings: Sequence[Finding]) -> bool:
    """Whether a finding is kept.

    Left out are speech acts that are only meant ("to counter sanctions", "refused to condemn"), where the word
    that they depend on says more.
    """
    if _is_game(finding):
        return False
    above = _governors(finding.trigger)
    if status == "denied" and any(f.trigger in above and f.entry.type == "agree" for f in findings):
        # "Agreed not to use force": what is agreed is told.
        return False
    refused = status == "denied" and any(f.trigger in above and f.entry.type == "reject" for f in findings)
    if refused and (finding.entry.type in SPEECH or not _is_claimed(finding.trigger)):
        return False
    if status == "denied" and any(_is_missed(finding, f) for f in findings):
        return False
    if _is_content(finding, status, findings) or _is_outcome(finding, findings) or _is_occupied(finding, findings):
        return False
    called = status == "planned" and finding.entry.mode in _CALLED
    if status in _UNREAL and finding.entry.type in _BARE and not finding.targets and not called:
        return False
    if status == "proposed" and finding.entry.type == "reject" and finding.trigger.pos_ not in clause.VERBS:
        # "Opposes violations of the treaty": of what sort, not that one is to come.
        return False
    if status == "unknown" and finding.trigger.dep_ == "acl" and _is_unsaid(finding.trigger):
        return False
    if finding.entry.type == "coerce" and finding.trigger.tag_ == "VBG" and _is_effect(finding.trigger):
        return False
    if finding.entry.type == "attend" and finding.trigger.dep_ == "acl":
        # "The bloc, chaired by Mali": who holds the chair, not who came.
        return False
    if finding.entry.type == "support" and status in _UNREAL and _is_longed_for(finding.trigger):
        return False
    if finding.action.startswith("retaliate") and any(c.lower_ == "by" for c in finding.trigger.children):
        # "Retaliated against Chad by expelling two envoys": how is told by itself.
        return False
    if finding.entry.type == "retreat" and _is_hoped(finding):
        return False
    if finding.entry.type == "announce" and _is_told(finding, findings):
        return False
    if status == "denied" and finding.entry.type in _UNSAID:
        return False
    if finding.entry.type not in SPEECH or finding.trigger.pos_ not in clause.VERBS or status not in _UNREAL:
        return True
    others = [f for f in findings if f is not finding and f.entry.type not in _REPORTS]
    meant = finding.entry.type == "support" and finding.trigger.dep_ == "xcomp"
    purpose = clause.is_infinitive(finding.trigger) and not meant
    return not (purpose or any(f.trigger in above for f in others))


def _is_content(finding: Finding, status: Status, findings: Sequence[Finding]) -> bool:
    """ "Accused Chad of arming rebels", "urged Mali to withdraw", "to halt its attack": told by what is said of it."""
    meant = status in ("unknown", "proposed") or (status == "planned" and finding.trigger.pos_ == "NOUN")
    if finding.entry.type in _DIPLOMACY or not meant:
        return False
    if any(f.entry.type == "threaten" and _is_condition(finding.trigger, f.trigger) for f in findings):
        return True
    above = {t.i for t in _above(finding.trigger)}
    return any(f.trigger.i in above and f.entry.type in _TELLING for f in findings if f is not finding)


def _is_condition(verb: Token, threat: Token) -> bool:
    """ "Said it would retaliate if Chad crossed the river": what is threatened with an answer."""
    return verb.dep_ == "advcl" and any(c.lower_ == "if" for c in verb.children) and threat in verb.ancestors


def _is_outcome(harm: Finding, findings: Sequence[Finding]) -> bool:
    """ "Struck the port, killing six": what an attack does to those who live where it hits is one with it."""
    verb = harm.trigger
    done = harm.entry.type == "attack" and harm.entry.cameo != _ABDUCTION
    if not done or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return False
    attacks = (f for f in findings if f.entry.type == "attack" and verb.head in (f.trigger, f.carrier))
    return any(f.actors == harm.actors and _are_of(harm.targets, f.targets) for f in attacks)


def _is_missed(gathering: Finding, finding: Finding) -> bool:
    """ "Skipped the OAS summit": it took place without who stayed away, which is what is told."""
    away = finding.entry.type == "reject" and finding.trigger == gathering.carrier != gathering.trigger
    body = gathering.entry.type == "meet" and [m.kind for m in gathering.actors] == ["organisation"]
    return away and body and not gathering.targets and gathering.actors[0].id not in {m.id for m in finding.actors}


def _is_occupied(talk: Finding, findings: Sequence[Finding]) -> bool:
    """ "Met to discuss trade", "discussed it by phone": what those who met or called spoke of is no second meeting."""
    if talk.action != "discuss" or talk.targets:
        return False
    own = {m.id for m in talk.actors}
    # The visit that a talk abroad implies has the talk's own verb.
    others = (f for f in findings if f.trigger != talk.trigger and f.entry.type in _ENCOUNTERS)
    return clause.is_infinitive(talk.trigger) or any(own & {m.id for m in (*f.actors, *f.targets)} for f in others)


def _are_of(some: Sequence[ActorMention], others: Sequence[ActorMention]) -> bool:
    """Whether each is of one of the others' countries, or of none that the text names."""
    countries = {m.country for m in others}
    return all(m.country is None or m.country in countries for m in some)


def _above(token: Token) -> Iterator[Token]:
    """The words above an infinitive, gerund or that-clause, up to the verb that the speech act is."""
    while token.dep_ not in ("ROOT", "relcl") and token.head != token:
        token = token.head
        yield token
        if clause.is_finite(token) and token.pos_ in clause.VERBS:
            return


def _is_game(finding: Finding) -> bool:
    """Whether countries face each other as teams: "Chile will meet Peru in the final"."""
    if finding.entry.type not in _CONTESTS or any(
        m.kind not in ("country", "place") for m in (*finding.actors, *finding.targets)
    ):
        return False
    sentence = finding.trigger.doc.text.lower()
    return any(word in sentence for word in _games())


@cache
def _games() -> tuple[str, ...]:
    return tuple(sorted(words(ontology("lexicon", "games.txt"))))


def _is_told(announcement: Finding, findings: Sequence[Finding]) -> bool:
    """Whether what is announced is an event of its own: "confirmed that it was expelling two envoys"."""
    verb = announcement.trigger
    content = [c for c in verb.children if c.dep_ in ("ccomp", "dobj", "xcomp")]
    inside = {t.i for c in content for t in c.subtree}
    return any(f.trigger.i in inside and f.entry.type not in SPEECH for f in findings)


def _is_longed_for(noun: Token) -> bool:
    """ "Expects support from Chad", "needs Mali's backing": what has not been given, nor promised."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in words_of("longing")


def _is_hoped(finding: Finding) -> bool:
    """ "To ease tensions", "a deal to defuse tension": what something is for, and no deed yet."""
    verb = finding.trigger
    moods = any(word.startswith("tension") for word in finding.action.split())
    return moods and verb.dep_ in ("advcl", "acl", "relcl") and clause.is_infinitive(verb)


def _is_effect(verb: Token) -> bool:
    """ "Invaded the south, forcing others to arm": what a deed brings about is no deed of its own."""
    return verb.lemma_ in ("force", "compel") and verb.dep_ in ("acl", "advcl") and not clause.particles(verb)


def _is_unsaid(verb: Token) -> bool:
    """ "The right to host", "no evidence that it bombed": nobody says that it is done or will be."""
    return clause.is_infinitive(verb) or any(c.lower_ == "no" for c in verb.head.children)


def _is_claimed(verb: Token) -> bool:
    """Whether what is denied is a deed ("denied that it bombed", "denied bombing"), not one that is refused."""
    return clause.is_finite(verb) or verb.head.lemma_ == "deny"


def _governors(verb: Token) -> list[Token]:
    """The words whose infinitive, participle or clause a verb is."""
    found: list[Token] = []
    while verb.dep_ in ("xcomp", "advcl", "acl", "pcomp", "ccomp", "conj") and verb.head != verb:
        verb = verb.head
        found.append(verb)
    return found
