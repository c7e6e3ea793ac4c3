"""Dates reckoned from lengths of time: "three days after the talks", "began a three-day visit on Monday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from kg.dates import from_edtf, interval
from kg.extract import carriers, clause
from kg.extract.scene import Scene
from kg.model import DateRange
from kg.parse.classes import words_of
from kg.parse.tree import Token

_LENGTH = re.compile(r"P(\d+|X)([DWMY])")
_SIGNS = {"after": 1, "before": -1}
_SLACK = 3
"""Days by which "two weeks after" may be off."""
_SPENT = frozenset({"for", "on"})
_AMID = frozenset({"during", "in", "on"})
_POINTING = frozenset({"that", "this"})
_WEEK = 7
_SOME_WEEKS = 60
_MONTHS = 12

Anchor = tuple[Token, DateRange]
"""A date with the event word that it belongs to."""


def is_apart(scene: Scene, trigger: Token) -> bool:
    """Whether some time, told or not, lies between an event and the one beside it ("days after visiting Chad").

    So it is of "flew to India weeks after taking office" for both.
    """
    links = (_link(trigger), *(link for link, gerund in _complements(trigger) if gerund.dep_ == "pcomp"))
    return any(link is not None and _length(scene, link) is not None for link in links)


def from_neighbour(scene: Scene, trigger: Token, anchors: Sequence[Anchor]) -> DateRange | None:
    """The date of an event that is told as so long before or after another, whose date is among the anchors."""
    link = _link(trigger)
    if link is not None:
        main = clause.clause_of(link.head.head if link.dep_ == "mark" else link.head)
        only = [d for t, d in anchors if t != trigger]
        anchor = next((d for t, d in anchors if t == main), only[0] if len(only) == 1 else _today(scene, main, only))
        return _shifted(scene, link, anchor, -1)
    for link, complement in _complements(trigger):
        found = _shifted(scene, link, next((d for t, d in anchors if t == complement), None), 1)
        if found is not None:
            return found
    return None


def _today(scene: Scene, main: Token, dates: Sequence[DateRange]) -> DateRange | None:
    """The day of publication or the day before, if a main clause in the past tells news without a date."""
    published = scene.document.published
    past = any(t.tag_ == "VBD" or (t.dep_ == "aux" and t.lower_ in ("has", "have")) for t in (main, *main.children))
    return interval(published - timedelta(1), published) if published is not None and past and not dates else None


def _link(trigger: Token) -> Token | None:
    """The "after" or "before" whose complement an event word, or the gerund that has it for object, is."""
    held = trigger.dep_ == "dobj" and trigger.head.dep_ in ("pcomp", "advcl")
    word = trigger.head if held else trigger
    if word.dep_ in ("pobj", "pcomp"):
        return word.head if word.head.lower_ in _SIGNS else None
    marks = [c for c in word.children if c.dep_ == "mark" and c.lower_ in _SIGNS] if word.dep_ == "advcl" else []
    # "A week after that Chad left": what Chad did came after, not before.
    marks = [m for m in marks if m.nbor().lower_ not in _POINTING]
    return marks[0] if marks else None


def _complements(verb: Token) -> list[tuple[Token, Token]]:
    heads = [verb, *(c for c in verb.children if c.dep_ == "npadvmod")]
    links = [c for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ in _SIGNS]
    found = [(link, c) for link in links for c in link.children if c.dep_ in ("pobj", "pcomp")]
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return [*found, *((m, c) for c in clauses for m in c.children if m.dep_ == "mark" and m.lower_ in _SIGNS)]


def _length(scene: Scene, link: Token) -> str | None:
    """The TIMEX3 value of the length of time right before "after" or "before"."""
    return next((t.value for t, tokens in scene.dates if t.type == "DURATION" and tokens.end == link.i), None)


def _shifted(scene: Scene, link: Token, anchor: DateRange | None, direction: int) -> DateRange | None:
    length = _LENGTH.fullmatch(_length(scene, link) or "")
    if length is None or anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if length[2] in "DW" and anchor.latest - anchor.earliest > timedelta(_WEEK):
        return None
    if length[1] == "X":
        return _some(anchor.earliest, anchor.latest, length[2], _SIGNS[link.lower_] * direction)
    count, unit = int(length[1]) * _SIGNS[link.lower_] * direction, length[2]
    if unit in "DW":
        days, slack = timedelta(count * (_WEEK if unit == "W" else 1)), timedelta(_SLACK * (unit == "W"))
        return interval(anchor.earliest + days - slack, anchor.latest + days + slack)
    if unit == "Y":
        return from_edtf(f"{anchor.earliest.year + count:04d}")
    years, month = divmod(anchor.earliest.year * _MONTHS + anchor.earliest.month - 1 + count, _MONTHS)
    return from_edtf(f"{years:04d}-{month + 1:02d}")


def _some(earliest: date, latest: date, unit: str, sign: int) -> DateRange | None:
    """ "Days after", "weeks before": up to a week, up to two months."""
    bounds = {"D": (1, _WEEK), "W": (_WEEK, _SOME_WEEKS)}.get(unit)
    if bounds is None:
        return None
    near, far = (timedelta(sign * days) for days in bounds)
    return interval(earliest + near, latest + far) if sign > 0 else interval(earliest + far, latest + near)


def is_amid(scene: Scene, noun: Token) -> bool:
    """Whether something is told to be done in the course of an event that takes days ("during a two-day visit")."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _AMID and _days(scene, noun) is not None


def stretched(scene: Scene, noun: Token, carrier: Token, found: DateRange) -> DateRange:
    """ "Began a three-day visit on Monday", "ended one on Friday": all its days, where a date is of one end."""
    days = _days(scene, noun)
    over = next(iter(carriers.ends(noun)), None)
    carrier = over or carrier
    spent = (
        over is not None
        or noun.dep_ in ("dobj", "nsubj", "nsubjpass")
        or (noun.dep_ == "pobj" and noun.head.lower_ in _SPENT)
    )
    if days is None and spent and _is_to_end(scene, carrier, found):
        # "Her tour is due to end on Friday": it is under way or about to begin.
        return msgspec.structs.replace(from_edtf(f"../{found.edtf}"), text=found.text, span=found.span)
    if days is None or found.earliest is None or found.latest is None or carrier.lemma_ in words_of("cutting short"):
        return found
    if is_amid(scene, noun) and carrier.lemma_ not in words_of("setting out"):
        around = timedelta(days - 1)
        return _told_by(found, interval(found.earliest - around, found.latest + around))
    if not spent or found.precision != "day":
        return found
    others = timedelta(days - 1)
    if carrier.lemma_ in words_of("ending"):
        return _told_by(found, interval(found.earliest - others, found.earliest))
    return _told_by(found, interval(found.earliest, found.earliest + others))


def _told_by(date_: DateRange, days: DateRange) -> DateRange:
    return msgspec.structs.replace(days, text=date_.text, span=date_.span)


def _is_to_end(scene: Scene, carrier: Token, found: DateRange) -> bool:
    published = scene.document.published
    ahead = published is not None and found.earliest is not None and found.earliest > published
    due = [t for c in carrier.children if c.dep_ in ("acomp", "xcomp") for t in (c, *c.children)]
    ends = any(t.lemma_ in words_of("ending") for t in (carrier, *(t for t in due if t.dep_ == "xcomp")))
    return ahead and ends and found.precision == "day"


def _days(scene: Scene, noun: Token) -> int | None:
    for timex, tokens in scene.dates:
        length = _LENGTH.fullmatch(timex.value) if timex.type == "DURATION" else None
        if length is not None and length[2] in "DW" and tokens.root.head == noun and tokens.root.dep_ != "npadvmod":
            return int(length[1]) * (_WEEK if length[2] == "W" else 1)
    return None
