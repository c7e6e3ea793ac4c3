"""Which temporal expression dates an event: the one its own clause holds, then those of the clauses that carry it.

The day of a report never dates what is reported ("said on Monday that she would visit in May").
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from kg.dates import anniversary_origin, from_edtf
from kg.extract import carriers, clause, mood, putoff, reckoned, sides
from kg.extract.dated import Dated
from kg.extract.finding import SPEECH, Finding
from kg.extract.governed import governor
from kg.extract.scene import Scene
from kg.model import REAL, DateRange, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_PAST = frozenset({"last", "previous", "earlier", "then", "recent", "past"})
"""Adjectives of what is not of today; the adverbs are in ontology/lexicon/bygone.txt."""
_ENCOUNTERS = frozenset({"meet", "call", "visit", "host", "attend", "attack", "coerce"})
"""Types whose clause hardly ever has the day of something else, such as what was agreed or asked for."""
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_ADVERBS = frozenset({"advmod", "npadvmod"})
_SAYING = _ADVERBS | {"det", "amod"}
_PRESENT = frozenset({"VBZ", "VBP"})
_OCCASIONS = frozenset({"after", "at", "during", "following", "in", "on", "since"})
_TIMES = frozenset({"times", "occasions"})
_UNTIL = frozenset({"until", "till"})
_THEN = frozenset({"time", "day", "week", "month", "year", "point", "moment"})


def date_of(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """The date of an event as its sentence gives it, None where it gives none."""
    published = scene.document.published
    origin = _anniversary(scene, finding, dated) or _open(scene, finding, status, dated) or _then(finding, dated)
    if origin is not None:
        return origin
    moved = putoff.new_day(scene, finding.carrier) if finding.carrier != finding.trigger else None
    if moved is not None:
        return sides.on_its_side(moved, "planned", published)
    found = _told(scene, finding, status, dated)
    if found is not None:
        return reckoned.stretched(scene, _journey(finding), finding.carrier, found)
    anchors = [(d.owner, d.timex.date) for d in dated if d.timex.date is not None]
    words = (*_goes_on(finding.trigger), *carriers.nouns_above(finding.trigger))
    near = (d for w in words if (d := reckoned.from_neighbour(scene, w, anchors)) is not None)
    return next((d for d in near if status in REAL or not sides.is_over(d, published)), None)


def _journey(finding: Finding) -> Token:
    """ "Arrived on Monday for a three-day visit": the noun that tells how long somebody stays, else the trigger."""
    verb = finding.trigger
    if finding.entry.type != "visit" or verb.pos_ not in clause.VERBS:
        return verb
    stays = (t for word, t in clause.prepositions(verb) if word in ("for", "on") and t.lemma_ in words_of("journey"))
    return next(stays, verb)


def _then(finding: Finding, dated: Sequence[Dated]) -> DateRange | None:
    """ "The worst since 2005, when he withdrew his envoy": the time of which a clause says more."""
    verb = finding.carrier
    told = verb.dep_ == "relcl" and any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children)
    return next((d.timex.date for d in dated if d.head == verb.head), None) if told else None


def _goes_on(trigger: Token) -> list[Token]:
    """ "Days after she flew to Oslo and met him": a verb with the one whose clause it goes on."""
    joined = trigger.dep_ == "conj" and trigger.pos_ in clause.VERBS and not clause.has_own_subject(trigger)
    return [trigger, trigger.head] if joined else [trigger]


def _told(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """The date that the clause of an event gives, else those of the clauses that carry it."""
    published = scene.document.published
    going_on = _goes_on_for_long(scene, finding.trigger)
    for owner in carriers.chain(scene, finding):
        if going_on and owner != finding.trigger:
            return None
        if not _is_of_something_else(scene, finding, status, owner):
            days = (_placed(scene, finding, status, owner, d) for d in _days(finding, dated, owner, published))
            if found := next((d for d in days if _fits(finding, status, owner, d, published)), None):
                return found
    return None


def _goes_on_for_long(scene: Scene, noun: Token) -> bool:
    """ "Discussed the war on Monday": it has no day of those who do not begin or end it."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in words_of("warfare"):
        return False
    row = governor(scene, noun)[1]
    return row is None or (row.takes == "object" and not row.subject)


def _is_of_something_else(scene: Scene, finding: Finding, status: Status, owner: Token) -> bool:
    """Whether the date of a word is that of a plan given up, or of the deed that tells of one."""
    if owner in (finding.trigger, finding.carrier):
        return status not in REAL and owner != finding.trigger and _is_done(owner)
    return owner in carriers.fixed(finding.trigger) and carriers.is_overtaken(scene, owner, status)


def _days(finding: Finding, dated: Sequence[Dated], owner: Token, published: date | None) -> list[DateRange]:
    """The dates of a word that may be the event's, nearest first."""
    found = [d for d in dated if d.owner == owner and not (_is_since(d) or _is_first_in(d, finding.trigger))]
    if finding.entry.type in SPEECH:
        found = [d for d in found if not _is_until(d)]
    if finding.status == "proposed":
        # "On Monday invited him to Lima next month": of two dates, that to come is the visit's.
        aims = [c.i for c in owner.children if c.lower_ == "to" and c.dep_ == "prep"]
        ahead = [d for d in found if d.timex.date is not None and sides.is_ahead(d.timex.date, published)]
        found = ahead or [d for d in found if not aims or d.head.i > aims[0]]
    days = [d.timex.date for d in _nearest(found, finding.trigger) if d.timex.date is not None]
    return [d for d in days if finding.entry.type != "invite" or not sides.is_ahead(d, published)]


def _is_of_journey(scene: Scene, verb: Token) -> bool:
    """ "Flew to Accra to meet Rao on Monday": for which somebody has gone there."""
    types = scene.lexicon.acts(verb.head.lemma_)
    purpose = verb.dep_ in ("advcl", "xcomp") and clause.is_infinitive(verb)
    if not purpose or "visit" not in types or verb.head.tag_ != "VBD":
        return False
    # "Arrived on Tuesday to meet Rao on Friday".
    return not any(t.ent_type_ == "DATE" for c in verb.head.children if c != verb for t in c.subtree)


def _placed(scene: Scene, finding: Finding, status: Status, owner: Token, when: DateRange) -> DateRange:
    """A date on the side of publication on which an event of this status can be."""
    published = scene.document.published
    if _is_timetabled(finding, owner):
        # The words near a date have told already on which side it lies.
        return when
    told = owner == finding.trigger.head and owner.lemma_ == "be"
    if told or owner in (finding.trigger, finding.carrier) or owner.lemma_ in words_of("fixing"):
        # "Is meeting her on Friday": what goes on on a day that is not today is to come.
        side: Status = "planned" if status == "ongoing" else status
        when = sides.on_its_side(when, "happened" if _is_of_journey(scene, owner) else side, published)
    if owner == finding.trigger and owner.tag_ == "VBD" and finding.entry.type in _ENCOUNTERS:
        when = sides.a_year_back(when, published)
    return when


def _is_timetabled(finding: Finding, verb: Token) -> bool:
    """ "Arrives in Riyadh on Wednesday", "talks begin on Friday": a present tense may be of any day."""
    own = verb in (finding.trigger, finding.carrier)
    return own and verb.tag_ in _PRESENT and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _fits(finding: Finding, status: Status, owner: Token, when: DateRange, published: date | None) -> bool:
    """Whether an event of this status can be of a date, which its own word may always give."""
    above = owner != finding.trigger
    if not above and not finding.status and not (status in REAL and _is_told_as_done(finding)):
        return True
    if above and finding.entry.type not in SPEECH and _is_timetabled(finding, owner):
        return True
    # "The visit, planned for March, was called off": the day of a plan that came to nothing may be over.
    missed = status == "cancelled" and owner.lemma_ in words_of("fixing")
    return missed or sides.agrees(when, status, published, ahead=above and _is_done(owner))


def is_of_another_time(scene: Scene, finding: Finding, dated: Sequence[Dated]) -> bool:
    """Whether words that give no date still say that an event is not of the day of the report."""
    dated = [d for d in dated if not (_is_compared(d) and d.head.head.head != finding.trigger)]
    if any(_is_bygone(d, scene.document.published) and not _is_in_passing(d, finding) for d in dated):
        return True
    chain = list(carriers.chain(scene, finding))
    if any(d.owner in chain and not _lies_ahead(d, scene.document.published) for d in dated):
        return True
    if any(map(_is_before, (finding.trigger, *(_next_legs(finding))))):
        return True
    if any(reckoned.is_apart(scene, t) for t in _goes_on(finding.trigger)) or _is_repeated(scene, chain[:2]):
        return True
    words = [t for head in chain[:2] for t in head.subtree if t.head in chain]
    if any(t.lower_ in (scene.lexicon.bygone if t.dep_ in _ADVERBS else _PAST) for t in words if t.dep_ in _SAYING):
        return True
    around = [t for head in chain[:2] for c in head.children if c.dep_ == "prep" for t in c.subtree]
    return any(t.lower_ == "that" and t.head.lower_ in _THEN for t in around)


def _is_before(word: Token) -> bool:
    """ "Had met before", "met before the vote"; not "met him before leaving", which goes on with the day's news."""
    before = [c for c in word.children if c.lower_ == "before" and c.dep_ in ("prep", "mark", "advmod")]
    return any(not any(t.dep_ == "pcomp" for t in c.children) for c in before)


def _next_legs(finding: Finding) -> list[Token]:
    """ "Visited Ghana before he came to Togo": where a journey went on, of the days that are news."""
    legs = [c for c in finding.trigger.children if c.dep_ == "advcl"] if finding.entry.type == "visit" else []
    return [c for c in legs if c.tag_ in ("VBD", "VBG")]


def _is_repeated(scene: Scene, heads: Sequence[Token]) -> bool:
    """ "Every Friday", "three times": no single day."""
    sets = [tokens.root for timex, tokens in scene.dates if timex.type == "SET"]
    often = not scene.words.isdisjoint(_TIMES)
    times = [t for head in heads for t in head.subtree if t.lower_ in _TIMES] if often else []
    return any(clause.clause_of(t) in heads for t in (*sets, *times))


def _is_bygone(dated: Dated, published: date | None) -> bool:
    """Whether a date lies more than a week back: a sentence that looks back is no news of the day."""
    last = dated.timex.latest
    return published is not None and last is not None and (published - last).days > sides.WEEK


def _is_in_passing(dated: Dated, finding: Finding) -> bool:
    """ "Urged him to keep the accord signed in 1999", "the 1999 accord": a date that only says who or what is meant."""
    carrier = finding.carrier
    held = {finding.trigger, carrier, *carrier.ancestors}
    path = (dated.owner, *dated.owner.ancestors) if dated.owner != carrier else ()
    told = next((t for t in path if t.dep_ in ("relcl", "acl") and not clause.is_infinitive(t)), None)
    if told is None and dated.head.dep_ in ("compound", "nummod", "nmod"):
        told = dated.head
    if told is None or not held.isdisjoint((told, told.head)):
        return False
    if finding.trigger.pos_ == "NOUN" and finding.trigger in told.ancestors:
        # "The war between Chad and Libya, which ended in 1987": the parser hangs the clause on the nearest name.
        return False
    occasion = told.head.dep_ == "pobj" and told.head.pos_ == "NOUN" and told.head.head.head == carrier
    return not (occasion and told.head.head.lower_ in _OCCASIONS)


def _lies_ahead(dated: Dated, published: date | None) -> bool:
    first = dated.timex.earliest
    return published is not None and first is not None and first > published


def since(finding: Finding, dated: Sequence[Dated]) -> DateRange | None:
    """ "His first visit since June 2019": the date of the visit before this one."""
    trigger = finding.trigger
    if not any(c.lower_ in ("first", "last") for c in trigger.children):
        return None
    back = (d for d in dated if _is_since(d) and not _is_record(d))
    return next((d.timex.date for d in back if d.owner in (trigger, finding.carrier)), None)


def _open(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """ "Has shelled the town since March", "shelled it until Friday": a stretch of time with one end."""
    own = [d for d in dated if d.owner == finding.trigger and d.timex.date is not None] if status in REAL else []
    on_a_day = any(d.timex.precision == "day" and not (_is_until(d) or _is_since(d)) for d in own)
    for each in own:
        word = each.head.head.lower_ if each.head.dep_ == "pobj" else ""
        when = each.timex.date
        if when is None or (_is_until(each) and (on_a_day or finding.entry.type in SPEECH)):
            # "On Monday closed the port until May", "adopted a ban until May": the day is that of the deed.
            continue
        bound = sides.on_its_side(when, status, scene.document.published)
        if word == "since" and mood.is_perfect(finding.trigger):
            return msgspec.structs.replace(from_edtf(f"{_end(bound, 0)}/.."), text=when.text, span=when.span)
        if _is_until(each):
            return msgspec.structs.replace(from_edtf(f"../{_end(bound, 1)}"), text=when.text, span=when.span)
    return None


def _end(when: DateRange, side: int) -> str:
    """A date as one end of an interval: itself, or its first or last day if it is an interval."""
    return when.edtf if "/" not in when.edtf else str((when.earliest, when.latest)[side])


def _is_done(verb: Token) -> bool:
    """Whether a verb is of the past and fixes no day ("agreed on Monday to meet", not "was set for Monday")."""
    if verb.lemma_ in words_of("fixing") or verb.lemma_ == "be":
        return False
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ") for c in verb.children)


def _is_since(dated: Dated) -> bool:
    token = dated.head
    return token.dep_ == "pobj" and token.head.lower_ == "since"


def _is_until(dated: Dated) -> bool:
    token = dated.head
    return token.dep_ == "pobj" and token.head.lower_ in _UNTIL


def _is_record(dated: Dated) -> bool:
    """ "The largest summit since 1955": a record goes back to then, not an event."""
    return _is_since(dated) and any(t.tag_ in _SUPERLATIVE for t in dated.head.head.head.subtree)


def _is_compared(dated: Dated) -> bool:
    """ "Met Rao, their first talks since 1955": how far back nothing like it has been says nothing of its own day."""
    return _is_record(dated) or (_is_since(dated) and any(c.lower_ == "first" for c in dated.head.head.head.children))


def _is_told_as_done(finding: Finding) -> bool:
    """A past tense, and a speech act in any tense, can't be of a day yet to come."""
    return finding.trigger.tag_ in ("VBD", "VBN") or finding.entry.type in SPEECH


def _is_first_in(dated: Dated, noun: Token) -> bool:
    """ "His first visit in five years": how long it has been, and not when it will be."""
    ranked = any(c.lower_ in ("first", "last", "only") for c in noun.children)
    return ranked and dated.timex.type == "DURATION" and dated.head.head.lower_ == "in"


def _nearest(found: Sequence[Dated], trigger: Token) -> list[Dated]:
    return sorted(found, key=lambda d: (d.timex.type not in ("DATE", "TIME"), _is_until(d), abs(d.head.i - trigger.i)))


def _anniversary(scene: Scene, finding: Finding, dated: Sequence[Dated]) -> DateRange | None:
    """ "24 February marks the first anniversary of the invasion" dates the invasion a year earlier."""
    if carriers.of_anniversary(finding.trigger) is None:
        return None
    origins = (anniversary_origin(scene.document.text, d.timex) for d in dated)
    return next((origin for origin in origins if origin is not None), None)
