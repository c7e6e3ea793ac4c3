"""Which temporal expression dates an event: the one its own clause holds, then those of the clauses that carry it.

An expression belongs to the nearest verb or event noun above it in the parse. The day of a report never
dates what is reported ("said on Monday that she would visit in May").
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

import msgspec

from kg.dates import anniversary_origin, day, from_edtf
from kg.extract import clause, mood, nominal, putoff, reckoned
from kg.extract.finding import SPEECH, Finding
from kg.extract.scene import Scene
from kg.extract.spans import spans
from kg.model import REAL, DateRange, Status, Timex
from kg.parse.tree import Span as TokenSpan
from kg.parse.tree import Token

_CARRYING = frozenset({"conj", "advcl", "relcl", "acl", "pcomp", "xcomp"})
_PAST = frozenset({"last", "previous", "earlier", "then", "recent", "past"})
"""Adjectives of what is not of today; the adverbs are in ontology/lexicon/bygone.txt."""
_WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
_WEEK = 7
_NEAR = 3
"""Days within which the weekday of something cancelled is one that is over ("Monday's talks were cancelled")."""
_HALF_A_YEAR = 183
"""The same of its month ("a visit planned for July was cancelled", told in August)."""
_YEARLESS = re.compile(r"(?i)(?:[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [a-z]+\.?)")
_ENCOUNTERS = frozenset({"meet", "call", "visit", "host", "attend", "attack", "coerce"})
"""Types whose clause hardly ever has the day of something else, such as what was agreed or asked for."""
_ADVERBS = frozenset({"advmod", "npadvmod"})
_SAYING = _ADVERBS | {"det", "amod"}
_BESIDE = frozenset({"after", "before", "since", "until", "following", "ahead"})
_OCCASIONS = frozenset({"at", "during", "in"})
_BEFORE_VERBS = frozenset({"advmod", "aux"})
_AT_FIRST = frozenset({"originally", "initially", "first", "previously", "earlier", "once", "formerly", "had"})
"""Words of what was planned before it was planned anew."""
_THEN = frozenset({"time", "day", "week", "month", "year", "point", "moment"})
_FIXING = frozenset({"schedule", "plan", "slate", "set", "arrange", "expect", "hold"})


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A temporal expression with the word that it belongs to."""

    timex: Timex
    owner: Token
    head: Token


def owners(scene: Scene, triggers: frozenset[int]) -> tuple[Dated, ...]:
    """Each datable expression of a sentence with its owner; `triggers` are the tokens of event words."""
    return tuple(
        Dated(timex, _owner(scene, tokens.root, triggers), tokens.root)
        for timex, tokens in spans(scene, scene.dates)
        if timex.date is not None and not _counts(tokens)
    )


def _counts(tokens: TokenSpan) -> bool:
    """ "The day after the vote": no day by itself."""
    return tokens[-1].lower_ in _BESIDE and any(c.dep_ in ("pobj", "pcomp") for c in tokens[-1].children)


def _owner(scene: Scene, token: Token, triggers: frozenset[int]) -> Token:
    found = token
    while found.head != found:
        found = found.head
        if found.i in triggers or found.pos_ in clause.VERBS:
            return _reporter(scene, token, found)
    return found


def _reporter(scene: Scene, token: Token, verb: Token) -> Token:
    """ "Said on Monday it would close the port": what stands before the subject of a that-clause dates the report."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i > token.i or above.lemma_.lower() not in scene.lexicon.reporting:
        return verb
    subject = next((c for c in verb.children if c.dep_ in clause.SUBJECTS), None)
    between = verb.doc[above.i + 1 : subject.left_edge.i] if subject is not None else ()
    opened = any(t.lower_ == "that" or t.is_quote or t.text == "," for t in between if t.i < token.i)
    return above if subject is not None and token.i < subject.left_edge.i and not opened else verb


def date_of(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """The date of an event as its sentence gives it, None where it gives none."""
    published = scene.document.published
    origin = _anniversary(scene, finding, dated) or _open(scene, finding, status, dated)
    if origin is not None:
        return origin
    moved = putoff.new_day(scene, finding.carrier) if finding.carrier != finding.trigger else None
    if moved is not None:
        return _on_its_side(moved, "planned", published)
    found = _told(scene, finding, status, dated)
    if found is not None:
        return reckoned.stretched(scene, finding.trigger, finding.carrier, found)
    anchors = [(d.owner, d.timex.date) for d in dated if d.timex.date is not None]
    words = (finding.trigger, *_nouns_above(finding.trigger))
    near = (d for w in words if (d := reckoned.from_neighbour(scene, w, anchors)) is not None)
    return next((d for d in near if status in REAL or not _is_over(d, published)), None)


def _is_over(when: DateRange, published: date | None) -> bool:
    return published is not None and when.latest is not None and when.latest < published


def _nouns_above(verb: Token) -> list[Token]:
    """ "A visit to Oslo where she met him": the nouns that a relative clause of place says more of."""
    if verb.dep_ != "relcl" or _of_another_moment(verb):
        return []
    return list(takewhile(lambda t: t.pos_ not in clause.VERBS, verb.ancestors))


def _told(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """The date that the clause of an event gives, else those of the clauses that carry it."""
    fixed, published = _fixed(finding.trigger), scene.document.published
    for place, owner in enumerate(_chain(scene, finding)):
        if owner in fixed and owner != finding.carrier and _is_overtaken(scene, owner, status):
            continue
        if status not in REAL and owner != finding.trigger and owner == finding.carrier and _is_done(owner):
            continue
        found = [d for d in dated if d.owner == owner and not _is_since(d)]
        days = [d.timex.date for d in _nearest(found, finding.trigger) if d.timex.date is not None]
        if finding.status == "proposed":
            # "On Monday invited him to Lima next month": of two dates, that to come is the visit's.
            days = [d for d in days if _is_ahead(d, published)] or days
        told = finding.trigger.head
        own = owner in (finding.trigger, finding.carrier) or (owner == told and told.lemma_ == "be")
        own = own or owner.lemma_ in _FIXING
        fitting = [_on_its_side(d, status, published) if own else d for d in days]
        if owner == finding.trigger and owner.tag_ == "VBD" and finding.entry.type in _ENCOUNTERS:
            fitting = [_a_year_back(d, published) for d in fitting]
        if finding.entry.type == "invite":
            fitting = [d for d, told in zip(fitting, days, strict=True) if not _is_ahead(told, published)]
        if place or finding.status or (status in REAL and _is_told_as_done(finding)):
            ahead = place > 0 and _is_done(owner)
            # "The visit, planned for March, was called off": the day of a plan that came to nothing may be over.
            missed = status == "cancelled" and owner.lemma_ in _FIXING
            fitting = [d for d in fitting if missed or _agrees(d, status, published, ahead=ahead)]
        if fitting:
            return fitting[0]
    return None


def is_of_another_time(scene: Scene, finding: Finding, dated: Sequence[Dated]) -> bool:
    """Whether words that give no date still say that an event is not of the day of the report."""
    if any(_is_bygone(d, scene.document.published) for d in dated):
        return True
    chain = list(_chain(scene, finding))
    if any(d.owner in chain and not _lies_ahead(d, scene.document.published) for d in dated):
        return True
    if any(c.lower_ == "before" and c.dep_ in ("prep", "mark", "advmod") for c in finding.trigger.children):
        return True
    if reckoned.is_apart(scene, finding.trigger) or _is_repeated(scene, chain[:2]):
        return True
    words = [t for head in chain[:2] for t in head.subtree if t.head in chain]
    if any(t.lower_ in (scene.lexicon.bygone if t.dep_ in _ADVERBS else _PAST) for t in words if t.dep_ in _SAYING):
        return True
    around = [t for head in chain[:2] for c in head.children if c.dep_ == "prep" for t in c.subtree]
    return any(t.lower_ == "that" and t.head.lower_ in _THEN for t in around)


def _is_repeated(scene: Scene, heads: Sequence[Token]) -> bool:
    """ "Every Friday", "three times": no single day."""
    sets = [tokens.root for timex, tokens in scene.dates if timex.type == "SET"]
    times = [t for head in heads for t in head.subtree if t.lower_ in ("times", "occasions")]
    return any(clause.clause_of(t) in heads for t in (*sets, *times))


def _is_bygone(dated: Dated, published: date | None) -> bool:
    """Whether a date lies more than a week back: a sentence that looks back is no news of the day."""
    last = dated.timex.latest
    return published is not None and last is not None and (published - last).days > _WEEK


def _lies_ahead(dated: Dated, published: date | None) -> bool:
    first = dated.timex.earliest
    return published is not None and first is not None and first > published


def since(finding: Finding, dated: Sequence[Dated]) -> DateRange | None:
    """ "His first visit since June 2019": the date of the visit before this one."""
    trigger = finding.trigger
    if not any(c.lower_ in ("first", "last") for c in trigger.children):
        return None
    return next((d.timex.date for d in dated if _is_since(d) and d.owner in (trigger, finding.carrier)), None)


def _open(scene: Scene, finding: Finding, status: Status, dated: Sequence[Dated]) -> DateRange | None:
    """ "Has shelled the town since March", "shelled it until Friday": a stretch of time with one end."""
    if status not in REAL:
        return None
    for each in dated:
        word = each.head.head.lower_ if each.head.dep_ == "pobj" else ""
        when = each.timex.date
        if each.owner != finding.trigger or when is None:
            continue
        bound = _on_its_side(when, status, scene.document.published)
        if word == "since" and mood.is_perfect(finding.trigger):
            return msgspec.structs.replace(from_edtf(f"{_end(bound, 0)}/.."), text=when.text, span=when.span)
        if word in ("until", "till"):
            return msgspec.structs.replace(from_edtf(f"../{_end(bound, 1)}"), text=when.text, span=when.span)
    return None


def _end(when: DateRange, side: int) -> str:
    """A date as one end of an interval: itself, or its first or last day if it is an interval."""
    return when.edtf if "/" not in when.edtf else str((when.earliest, when.latest)[side])


def _is_done(verb: Token) -> bool:
    """Whether a verb is of the past and fixes no day ("agreed on Monday to meet", not "was set for Monday")."""
    if verb.lemma_ in _FIXING or verb.lemma_ == "be":
        return False
    return verb.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ") for c in verb.children)


def _is_since(dated: Dated) -> bool:
    token = dated.head
    return token.dep_ == "pobj" and token.head.lower_ == "since"


def _chain(scene: Scene, finding: Finding) -> Iterator[Token]:
    """The trigger, then the words whose date is also the event's, nearest first."""
    yield finding.trigger
    token = finding.trigger
    if _of_anniversary(token) is not None:
        return
    yield from _occasions(token)
    yield from _fixed(token)
    if finding.carrier != token:
        said = finding.carrier.lemma_.lower() in scene.lexicon.reporting and not _is_occasion(token, finding.carrier)
        if said or _of_another_moment(token):
            return
        if _is_judged(scene, finding):
            return
        yield finding.carrier
        token = finding.carrier
    while token.head != token and token.dep_ in _CARRYING and not _of_another_moment(token):
        if any(_of_another_moment(t) for t in _nouns_above(token)):
            return
        token = clause.clause_of(token.head)
        if token.lemma_.lower() in scene.lexicon.reporting or token.pos_ not in clause.VERBS:
            return
        yield token


def _is_occasion(noun: Token, verb: Token) -> bool:
    """ "Urged restraint in a call with her on Monday": what is said on an occasion is said on the day of that."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _OCCASIONS and clause.clause_of(noun.head.head) == verb


def _is_judged(scene: Scene, finding: Finding) -> bool:
    """ "Condemned the embargo on Monday": the day of the words is not that of what they are about."""
    row = nominal.operator(scene, finding.carrier, "object") if finding.trigger.dep_ == "dobj" else None
    if row is None or row.status is not None or row.subject or finding.trigger.head != finding.carrier:
        return False
    patterns = scene.lexicon.verbs.get(finding.carrier.lemma_.lower(), ())
    return any(p.type in ("accuse", "support") for p in patterns)


def _occasions(verb: Token) -> list[Token]:
    """ "Agreed at their meeting last May": the nouns of the occasions on which something is done."""
    heads = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _OCCASIONS]
    nouns = [t for head in heads for t in head.children if t.dep_ == "pobj" and t.pos_ == "NOUN"]
    return [t for noun in nouns for t in (noun, *_fixed(noun))]


def _is_overtaken(scene: Scene, participle: Token, status: Status) -> bool:
    """ "Postponed in March", "originally planned for April" and now to be held: no day of what is still to come."""
    row = nominal.operator(scene, participle, "object")
    called_off = row is not None and row.status == "cancelled"
    words = {c.lower_ for c in participle.children if c.dep_ in _BEFORE_VERBS}
    return called_off or (status == "planned" and bool(words & _AT_FIRST))


def _fixed(noun: Token) -> list[Token]:
    """ "The talks scheduled for May", "a letter published last week": participles that say when something is."""
    if noun.pos_ in clause.VERBS:
        return []
    own = [*clause.participles(noun), *(c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in _FIXING)]
    # "Talks with the envoy planned for May": the parser hangs the participle on whoever stands nearest.
    below = [t for t in noun.subtree if _is_added(t) and t.lemma_ in _FIXING and t.head != noun]
    beside = [c for c in noun.head.children if c.dep_ == "advcl" and c.lemma_ in _FIXING] if noun.dep_ == "dobj" else []
    return [*own, *below, *(c for c in beside if not any(s.dep_ in clause.SUBJECTS for s in c.children)), *_held(noun)]


def _is_added(verb: Token) -> bool:
    return verb.dep_ == "acl" or (verb.dep_ == "relcl" and any(c.lower_ == "which" for c in verb.children))


def _held(noun: Token) -> list[Token]:
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
        return token.head.lower_ in _BESIDE
    if clause.is_stranded(token):
        return True
    if token.dep_ == "conj" and any(t.text == ";" and t.i < token.i for t in token.head.children):
        return True
    return any(c.dep_ == "mark" and c.lower_ in _BESIDE for c in token.children)


def _on_its_side(when: DateRange, status: Status, published: date | None) -> DateRange:
    """A bare weekday or month of a plan is the next one, of a deed the last one, whatever words near it suggested."""
    name = when.text.lower()
    if when.earliest is None or when.latest is None or published is None or name not in _WEEKDAYS | _MONTHS:
        return when
    planned = status in ("planned", "proposed", "cancelled")
    over = planned and when.latest < published
    near = _NEAR if name in _WEEKDAYS else _HALF_A_YEAR
    if status == "cancelled" and (published - when.latest).days <= near:
        over = False
    early = status in REAL and when.earliest > published
    if status == "cancelled" and name in _MONTHS and (when.earliest - published).days > _HALF_A_YEAR:
        early = True
    step = 1 if over else -1 if early else 0
    if not step:
        return when
    if name in _MONTHS:
        moved = from_edtf(f"{when.earliest.year + step:04d}-{when.earliest.month:02d}")
    else:
        moved = day(when.earliest + timedelta(days=step * _WEEK))
    return msgspec.structs.replace(moved, text=when.text, timex=moved.edtf, span=when.span)


def _a_year_back(when: DateRange, published: date | None) -> DateRange:
    """ "They met on April 30", told in March: a day without a year that is yet to come is that of the year before."""
    first = when.earliest
    if published is None or first is None or not _YEARLESS.fullmatch(when.text) or (first - published).days <= _NEAR:
        return when
    leap_day = (first.month, first.day) == (2, 29)
    moved = day(first.replace(year=first.year - 1, day=28 if leap_day else first.day))
    return msgspec.structs.replace(moved, text=when.text, timex=moved.edtf, span=when.span)


def _is_ahead(when: DateRange, published: date | None) -> bool:
    """ "Invited him to Lima in May": a month to come, or named alone, is that of the visit."""
    ahead = published is not None and when.earliest is not None and when.earliest > published
    return ahead or when.text.lower() in _MONTHS


def _is_told_as_done(finding: Finding) -> bool:
    """A past tense, and a speech act in any tense, can't be of a day yet to come."""
    return finding.trigger.tag_ in ("VBD", "VBN") or finding.entry.type in SPEECH


def _nearest(found: Sequence[Dated], trigger: Token) -> list[Dated]:
    return sorted(found, key=lambda d: (d.timex.type not in ("DATE", "TIME"), abs(d.head.i - trigger.i)))


def _agrees(when: DateRange, status: Status, published: date | None, *, ahead: bool) -> bool:
    """Whether a carrying clause's date can be the event's: the past for what happened, the future for a plan.

    `ahead`: a clause in the past tense dates a plan only with a day after that of publication.
    """
    if published is None:
        return True
    if status in REAL:
        return when.earliest is None or when.earliest <= published
    if ahead:
        return when.earliest is not None and when.earliest > published
    return when.latest is None or when.latest >= published


def _of_anniversary(trigger: Token) -> Token | None:
    return next((t for t in trigger.ancestors if t.lemma_.lower() == "anniversary"), None)


def _anniversary(scene: Scene, finding: Finding, dated: Sequence[Dated]) -> DateRange | None:
    """ "24 February marks the first anniversary of the invasion" dates the invasion a year earlier."""
    if _of_anniversary(finding.trigger) is None:
        return None
    origins = (anniversary_origin(scene.document.text, d.timex) for d in dated)
    return next((origin for origin in origins if origin is not None), None)
