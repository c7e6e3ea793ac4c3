"""News that names no day: it is of the day of publication or the day before, of its report's, or the story's so far."""

from collections.abc import Sequence
from datetime import timedelta

from kg.dates import interval
from kg.extract import clause, harm, mood, reckoned, when
from kg.extract.dated import Dated
from kg.extract.finding import SPEECH, Finding
from kg.extract.governed import governor, is_performed
from kg.extract.scene import Scene
from kg.model import REAL, DateRange, EventMention, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_LEAD = 6
"""Sentences at the top of an article in which any finite clause is news."""
_OPENING = 3
"""Sentences at the top in which a perfect ("has met") tells news and does not look back."""
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_FINITE = _MAIN | {"pcomp"}
_ANY_TENSE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_PERSONS = frozenset({"he", "she", "they", "both"})
_ENCOUNTERS = frozenset({"meet", "call", "visit"})
_OCCASIONS = frozenset({"during", "at", "in", "on"})
_THEREAFTER = frozenset({"after", "following"})
"""Said after talks, it is said on their day; who arrives after a visit was elsewhere on other days."""
_THE = (["the"], ["this"], ["his"], ["her"], ["their"])
_WEEK = timedelta(7)
_DAY = timedelta(1)


def of_news(scene: Scene, finding: Finding, reality: Status, dated: Sequence[Dated]) -> DateRange | None:
    """The day of an event that its sentence gives no date; None where it is no news of the day.

    At the top of an article any finite clause is news; further down only a main clause in the simple past is.
    """
    published = scene.document.published
    if published is None or reality not in REAL:
        return None
    amid = reckoned.is_amid(scene, finding.trigger)
    beside = _is_occasion(scene, finding)
    back = finding.carrier != finding.trigger and finding.carrier.lemma_ in words_of("looking back")
    if back or not (amid or beside or _is_carried(scene, finding)):
        return None
    if when.is_of_another_time(scene, finding, dated):
        return None
    verb = _with_its_harm(_finite(finding.carrier))
    if not _is_told(scene, verb):
        return None
    if amid:
        return reckoned.stretched(scene, finding.trigger, finding.carrier, interval(published - _DAY, published))
    if scene.story is not None and _goes_on(verb) and (finding.entry.type not in SPEECH or _is_recent(scene)):
        return scene.story
    saying = verb if beside and _is_dated(verb, dated) else _saying(scene, verb)
    if saying is not None:
        return _reported(scene, saying, dated) or (None if _is_dated(saying, dated) else _news(scene))
    return None if _is_past_perfect(verb) else _news(scene)


def story(scene: Scene, told: Sequence[EventMention]) -> DateRange | None:
    """The date at which the story stands after a sentence: of its last deed that has one; kept where people go on."""
    dated = (m for m in told if m.status in REAL and m.date is not None and m.date.text)
    days = [m.date for m in dated if not _is_since(scene, m)]
    if days:
        return days[-1]
    root = next((t for t in scene.sentence.doc if t.dep_ == "ROOT"), None) if scene.story is not None else None
    return scene.story if root is not None and _goes_on(root) else None


def _is_since(scene: Scene, told: EventMention) -> bool:
    """ "The first to come since Rao took power last June": how long ago, and not what the text tells of."""
    tokens = scene.sentence.tokens(told.trigger)
    verb = tokens.root if tokens is not None else None
    marks = (c for t in (verb, *verb.ancestors) for c in t.children) if verb is not None else ()
    return any(c.lower_ == "since" and c.dep_ == "mark" for c in marks)


def _news(scene: Scene) -> DateRange | None:
    published = scene.document.published
    return interval(published - _DAY, published) if published is not None else None


def _finite(verb: Token) -> Token:
    """ "Left at noon, expelling two envoys", "speaking in Oslo, he": the verb in whose time a participle stands."""
    while verb.dep_ == "advcl" and verb.tag_ == "VBG" and _is_set_off(verb.left_edge):
        verb = verb.head
    return verb


def _is_set_off(first: Token) -> bool:
    return first.i == 0 or first.doc[first.i - 1].text == ","


def _is_told(scene: Scene, verb: Token) -> bool:
    if clause.is_stranded(verb):
        return False
    if scene.sentence.index < _LEAD:
        looks_back = mood.is_perfect(verb) and scene.sentence.index >= _OPENING and not _saying(scene, verb)
        tensed = verb.tag_ in _ANY_TENSE or _is_plain(verb) or _is_simple_past(verb)
        fits = verb.dep_ in _FINITE and tensed and not looks_back
    else:
        fits = verb.dep_ in _MAIN and _is_simple_past(verb)
    return fits or (verb.tag_ in _ANY_TENSE and _at_the_time(verb))


def _is_plain(verb: Token) -> bool:
    """ "EU ministers impose sanctions": a present tense that the tagger takes for an infinitive."""
    told = any(c.dep_ in clause.SUBJECTS for c in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and told and not any(c.dep_ == "aux" for c in verb.children)


def _is_simple_past(verb: Token) -> bool:
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ in ("was", "were") for c in verb.children)
    # "Ban called on both sides": the parser may take the past tense of a main verb for a participle.
    passive = passive or (verb.tag_ == "VBN" and verb.dep_ == "ROOT" and _is_bare(verb))
    refused = verb.tag_ == "VB" and any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)
    return (verb.tag_ == "VBD" or passive or refused) and not mood.is_perfect(verb)


def _is_bare(verb: Token) -> bool:
    return not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_past_perfect(verb: Token) -> bool:
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _at_the_time(verb: Token) -> bool:
    """ "Said it was expelling them", "left as she called it a farce": at the time of a main clause that tells news."""
    if verb.head.dep_ != "ROOT" or verb.head.tag_ not in ("VBD", "VBZ"):
        return False
    if verb.dep_ == "ccomp":
        return any(c.dep_ == "aux" and c.lower_ in ("was", "were", "is", "are") for c in verb.children)
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in verb.children)


def _with_its_harm(verb: Token) -> Token:
    """ "Four died when jets struck the house": the verb that tells the harm, as whose news the deed is told."""
    timed = any(c.lower_ in ("when", "after") and c.dep_ in ("advmod", "mark") for c in verb.children)
    return verb.head if verb.dep_ == "advcl" and timed and harm.is_suffered(verb.head) else verb


def _saying(scene: Scene, verb: Token) -> Token | None:
    while verb.dep_ == "conj" and verb.head.pos_ in clause.VERBS:
        verb = verb.head
    said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in scene.lexicon.reporting
    return verb.head if said and not clause.is_beside(verb) else None


def _is_dated(verb: Token, dated: Sequence[Dated]) -> bool:
    return any(d.owner == verb for d in dated)


def _reported(scene: Scene, saying: Token, dated: Sequence[Dated]) -> DateRange | None:
    """ "Said on Monday that it had expelled them": on that day or the day before."""
    published = scene.document.published
    for each in dated:
        last = each.timex.latest
        recent = published is not None and last is not None and published - _WEEK <= last <= published
        if each.owner == saying and each.timex.precision == "day" and recent and last is not None:
            return interval(last - _DAY, last)
    return None


def _goes_on(verb: Token) -> bool:
    """ "He met", "the two agreed", "during the visit, Rao met": who or what was spoken of goes on."""
    subject = next((c for c in verb.children if c.dep_ in clause.SUBJECTS), None)
    taken_up = (subject is not None and subject.lower_ in _PERSONS) or any(map(_is_taken_up, verb.children))
    return _is_simple_past(verb) and taken_up


def _is_taken_up(during: Token) -> bool:
    """ "During the visit", "during her talks": of which nothing more is told here."""
    nouns = [t for t in during.children if t.dep_ == "pobj"] if during.lower_ == "during" else []
    return any([c.lower_ for c in t.children if c.dep_ != "prep"] in _THE for t in nouns)


def _is_recent(scene: Scene) -> bool:
    published, last = scene.document.published, scene.story.latest if scene.story is not None else None
    return published is not None and last is not None and published - last <= _WEEK


def _is_occasion(scene: Scene, finding: Finding) -> bool:
    """ "Urged calm after talks with Rao", "during a call with her": told on the day of the encounter."""
    noun, verb = finding.trigger, finding.carrier
    words = _OCCASIONS if noun.lemma_.lower() in words_of("journey") else _OCCASIONS | _THEREAFTER
    beside = noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in words
    if finding.entry.type not in _ENCOUNTERS or not beside or verb.pos_ != "VERB":
        return False
    if any(c.lower_ == "the" for c in noun.children):
        # "During the Lima talks": of which was told before, and perhaps when.
        return False
    own = {m.id for m in finding.actors}
    return any(m.id in own for m in scene.parties(clause.agents(verb)))


def _is_carried(scene: Scene, finding: Finding) -> bool:
    """Whether a verb tells the event: its own, or one that an event noun stands under as its light verb."""
    if finding.carrier.pos_ not in ("VERB", "AUX"):
        return False
    if finding.carrier == finding.trigger:
        return True
    light = governor(scene, finding.trigger)[1]
    told = is_performed(finding.trigger, finding.carrier)
    return told or (light is not None and (light.subject or light.takes == "subject"))
