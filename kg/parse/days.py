"""Mends what the parser makes of a day or a length of time beside a name or a verb.

Works on tags and labels.
"""

from kg.parse.shapes import SUBJECTS, Changes, Shaped, shapes
from kg.parse.tree import Token
from kg.weekdays import weekdays

_COMPOUND = shapes({"compound"}, {"NNP"})
_DOING = shapes({"nsubj", "conj"}, {"NNP"})
_LOOSE = shapes({"npadvmod"}, {"NNP"})
_LENGTHS = shapes({"npadvmod"}, {"NN", "NNS"})
_PARTS_OF_DAY = frozenset({"afternoon", "evening", "morning", "night"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_WHOLE = frozenset({"dobj", "pobj"})
_FINITE = frozenset({"VBD", "VBG", "VBZ", "VBN", "VB"})


def redated(parse: Shaped) -> Changes:
    """What parts days from the names that they stand beside."""
    mends = (_dated, _behind_day, _titled, _without_on, _daytime, _given_time)
    return {word: change for mend in mends for word, change in mend(parse).items()}


def _dated(parse: Shaped) -> Changes:
    """ "Troops killed on Friday Ali Rao": the day ends the phrase, and the name behind it is the verb's object."""
    for day in (t for t in parse.at(_COMPOUND) if t.lower_ in weekdays()):
        name = day.head
        while name.dep_ in _BEFORE_NOUN:
            name = name.head
        on = name.head
        if name.dep_ == "pobj" and on.lower_ == "on" and day.i == on.i + 1 and on.head.tag_ in ("VBD", "VBN"):
            moved = {day.i: (on.i, "pobj", "NNP"), name.i: (on.head.i, "dobj", name.tag_)}
            return {**moved, **_told_of(on.head)}
    return {}


def _told_of(verb: Token) -> Changes:
    """ "Troops killed Ali Rao": with an object it is no participle of the noun before it, but what that did."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or noun.i > verb.i or noun.tag_ not in ("NNS", "NNP", "NN"):
        return {}
    return {verb.i: (verb.i, "ROOT", "VBD"), noun.i: (verb.i, "nsubj", noun.tag_)}


def _behind_day(parse: Shaped) -> Changes:
    """ "Met on Friday Envoy Rao": a name behind a day is no time, but whom the verb has for an object."""
    for name in (t for t in parse.at(_LOOSE) if t.left_edge.i):
        day = parse.doc[name.left_edge.i - 1]
        beside = day.lower_ in weekdays() and day.head.lower_ == "on" and day.head.head == name.head
        if beside and not any(c.dep_ == "dobj" for c in name.head.rights):
            return {name.i: (name.head.i, "dobj", "NNP")}
    return {}


def _titled(parse: Shaped) -> Changes:
    """ "On Friday president of Chad Rao is leaving": the day ends the phrase, and the title is the verb's subject."""
    doc = parse.doc
    for day in (t for t in parse.at(_COMPOUND) if t.i == 1 and t.lower_ in weekdays()):
        title, on = day.head, doc[0]
        verb = on.head
        held = title.dep_ == "pobj" and title.head == on and title.tag_ in ("NN", "NNP")
        if held and on.lower_ == "on" and verb.tag_ in _FINITE and not any(c.dep_ in SUBJECTS for c in verb.lefts):
            before = {c.i: (title.i, c.dep_, c.tag_) for c in title.lefts if c.i > day.i}
            return {**before, day.i: (on.i, "pobj", "NNP"), title.i: (verb.i, "nsubj", title.tag_)}
    return {}


def _without_on(parse: Shaped) -> Changes:
    """ "Rao and Sow Monday also signed a deal": the day is no part of the name before it."""
    for day in (t for t in parse.at(_DOING) if t.i and t.lower_ in weekdays()):
        name = day.nbor(-1)
        verb = day.head.head if day.dep_ == "conj" else day.head
        if name.dep_ == "compound" and name.head == day and verb.tag_ in _FINITE and day.i < verb.i:
            others = {c.i: (name.i, c.dep_, c.tag_) for c in day.lefts if c != name}
            return {**others, name.i: (day.head.i, day.dep_, "NNP"), day.i: (verb.i, "npadvmod", "NNP")}
    return {}


def _daytime(parse: Shaped) -> Changes:
    """ "Spoke with Chad's president Monday evening": whom, where the parser makes him part of the evening."""
    for day in (t for t in parse.at(_COMPOUND) if t.lower_ in weekdays() and t.i):
        time, name = day.head, parse.doc[day.i - 1]
        taken = time.lower_ in _PARTS_OF_DAY and time.i == day.i + 1 and name.head == time and name.dep_ in _BEFORE_NOUN
        verb = time.head.head if time.dep_ == "pobj" else time.head
        if taken and name.tag_ in ("NN", "NNP") and time.dep_ in _WHOLE and verb.tag_ in ("VBD", "VBN", "VB"):
            before = {c.i: (name.i, c.dep_, c.tag_) for c in time.lefts if c.i < name.i}
            moved = {day.i: (time.i, "compound", "NNP"), time.i: (verb.i, "npadvmod", "NN")}
            return {**before, **moved, name.i: (time.head.i, time.dep_, name.tag_)}
    return {}


def _given_time(parse: Shaped) -> Changes:
    """ "Gave the troops one month to leave": the month is what they are given, and not when."""
    for time in parse.at(_LENGTHS):
        verb = time.head
        given = verb.lemma_ == "give" and any(c.dep_ == "dative" and c.i < time.i for c in verb.rights)
        if given and not any(c.dep_ == "dobj" for c in verb.rights):
            return {time.i: (verb.i, "dobj", time.tag_)}
    return {}
