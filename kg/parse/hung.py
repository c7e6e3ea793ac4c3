"""Mends words that the parser hangs in the wrong place: a verb in the clause of what was said, a name beside its title.

Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import SUBJECTS, Changes, Shaped, shapes
from kg.parse.tree import Token

_GERUNDS = shapes({"nsubj", "nsubjpass", "dobj", "prep"}, {"VBG"})
_FIRST_GERUNDS = shapes({"pobj"}, {"VBG"})
_NEXT = shapes({"conj"}, {"VB", "VBD"})
_AFTER_TO = shapes({"xcomp", "pobj"}, {"NN"})
_GOES_ON = shapes({"conj"}, {"VBD"})
_SINGULAR = shapes({"conj"}, {"VBN", "VBZ"})
_NEARBY = shapes({"xcomp", "ccomp", "amod", "pcomp", "advcl"}, {"VBG"})
_GATHERED = shapes({"nsubj"}, {"NN", "VBG"})
_MAIN = shapes({"ROOT"}, {"VBZ", "VBD", "VBP"})
_BY = shapes({"prep"}, {"IN"})
_MARKS = shapes({"mark"}, {"IN"})
_LOOSE = shapes({"npadvmod"}, {"NNP"})
_ALONGSIDE = shapes({"conj"}, {"VBG"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_FOREIGN = shapes(_BEFORE_NOUN, {"AFX", "NNP", "JJ", "FW", "NN", "DT"})
_DECLARING = frozenset({"declare", "declares", "declared", "declaring"})
_NEIGHBOURS = frozenset({"neighboring", "neighbouring"})
_RELATIVE = shapes({"relcl"}, {"VBD", "VBN", "VBZ"})
_PAIRING = frozenset({"between", "among"})
_WHICH = frozenset({"which", "that"})
_NOUNS = frozenset({"NN", "NNS"})
_WHOLE = frozenset({"dobj", "pobj"})
_PLURAL = shapes({"nsubj", "nsubjpass"}, {"VBZ"})
_PRESENT = frozenset({"VBZ", "VBP"})
_OPEN = frozenset({"will", "can", "may", "must"})


def rehung(parse: Shaped) -> Changes:
    """What hangs such words where they belong."""
    mends = (
        _told,
        _neighbours,
        _named,
        _charged,
        _unwelcome,
        _aside,
        _rivals,
        _gerunds,
        _both_charged,
        _planned_too,
        _infinitives,
        _agreeing,
        _between,
        _greeted,
        _meeting,
        _untrue,
    )
    return {word: change for mend in mends for word, change in mend(parse).items()}


def _greeted(parse: Shaped) -> Changes:
    """ "Was greeted on arrival by Rao": who greets him, where the parser hangs "by" on the arrival."""
    for by in (t for t in parse.at(_BY) if t.lower_ == "by"):
        noun, verb = by.head, by.head.head.head
        arriving = noun.lemma_ == "arrival" and noun.head.lower_ in ("on", "upon")
        if arriving and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.lefts):
            return {by.i: (verb.i, "agent", "IN")}
    return {}


def _meeting(parse: Shaped) -> Changes:
    """ "NATO ambassadors meeting in Brussels condemned it": they did, and not their meeting."""
    for meeting in (t for t in parse.at(_GATHERED) if t.i and t.lower_ == "meeting"):
        doers = meeting.nbor(-1)
        several = doers.dep_ == "compound" and doers.head == meeting and doers.tag_ in ("NNS", "NNPS")
        if several and meeting.head.tag_ in ("VBD", "VBZ", "VBP"):
            before = {c.i: (doers.i, c.dep_, c.tag_) for c in meeting.lefts if c != doers}
            return {**before, doers.i: (meeting.head.i, "nsubj", doers.tag_), meeting.i: (doers.i, "acl", "VBG")}
    return {}


def _untrue(parse: Shaped) -> Changes:
    """ "Accuses Chad of backing them, a charge Chad denies": what is denied is named behind the main clause."""
    for verb in (t for t in parse.at(_MAIN) if t.lemma_ in words_of("denying")):
        name = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
        charge = next((c for c in name.lefts if c.dep_ == "compound" and c.lemma_ in words_of("charge")), None)
        told = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < name.left_edge.i), None)
        opened = charge is not None and parse.doc[name.left_edge.i].lower_ in ("a", "an")
        if charge is not None and told is not None and opened:
            moved = {c.i: (charge.i, c.dep_, c.tag_) for c in name.lefts if c.i < charge.i}
            ends = {c.i: (told.i, c.dep_, c.tag_) for c in (*verb.lefts, *verb.rights) if c.dep_ == "punct"}
            return {
                **moved,
                **ends,
                told.i: (told.i, "ROOT", told.tag_),
                charge.i: (told.i, "npadvmod", "NN"),
                verb.i: (charge.i, "relcl", verb.tag_),
            }
    return {}


def _between(parse: Shaped) -> Changes:
    """ "The deal between Chad and Mali, which was signed in May", "a visit to Chad, which began in May": what was
    signed, or began, is the deal or the visit, and no country."""
    changes: Changes = {}
    for verb in parse.at(_RELATIVE):
        name, subject = verb.head, next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        if subject is None or subject.lower_ not in _WHICH or name.dep_ != "pobj" or name.tag_ != "NNP":
            continue
        pair = name.head.lower_ in _PAIRING and any(c.dep_ == "conj" for c in name.rights)
        told = (pair and subject.dep_ == "nsubjpass") or _takes_place(verb)
        if told and name.head.head.tag_ in _NOUNS:
            changes[verb.i] = (name.head.head.i, "relcl", verb.tag_)
    return changes


def _takes_place(verb: Token) -> bool:
    objects = [c.lower_ for c in verb.rights if c.dep_ == "dobj"]
    return verb.lemma_ in words_of("taking place") and objects == (["place"] if verb.lemma_ == "take" else [])


def _rivals(parse: Shaped) -> Changes:
    """ "Rivals Rao and Khan met": a subject that the parser takes for a verb is a noun before the names it has."""
    for noun in parse.at(_PLURAL):
        name = next((c for c in noun.rights if c.dep_ == "dobj" and c.tag_ == "NNP"), None)
        if name is not None and noun.lower_.endswith("s"):
            before = {c.i: (name.i, c.dep_, c.tag_) for c in noun.lefts}
            return {**before, noun.i: (name.i, "nmod", "NNS"), name.i: (noun.head.i, noun.dep_, name.tag_)}
    return {}


def _gerunds(parse: Shaped) -> Changes:
    """ "Fighting between them broke out": what is done to it or by it is a noun; "left following talks": "after"."""
    changes: Changes = {}
    for gerund in parse.at(_GERUNDS):
        objects = [c for c in gerund.rights if c.dep_ == "dobj"]
        if gerund.dep_ != "prep" and not objects:
            changes[gerund.i] = (gerund.head.i, gerund.dep_, "NN")
        elif gerund.dep_ == "prep" and gerund.lower_ == "following":
            changes |= {c.i: (gerund.i, "pobj", c.tag_) for c in objects}
            changes[gerund.i] = (gerund.head.i, "prep", "IN")
    return changes


def _both_charged(parse: Shaped) -> Changes:
    """ "Accused her of financing and arming rebels": the second gerund goes on from the first, not from "accused"."""
    for first in parse.at(_FIRST_GERUNDS):
        of, verb = first.head, first.head.head
        joint = next((c for c in verb.rights if c.dep_ == "cc" and c.i == first.i + 1), None)
        second = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBG" and c.i > first.i), None)
        if joint is not None and second is not None:
            gerund = (of.i, "pcomp", "VBG")
            return {first.i: gerund, joint.i: (first.i, "cc", "CC"), second.i: (first.i, "conj", "VBG")}
    return {}


def _planned_too(parse: Shaped) -> Changes:
    """ "Is to meet Rao, condemn the raid and leave": one more infinitive, and no past tense, which it has not."""
    for verb in parse.at(_NEXT):
        plans = verb.head
        first = next((c for c in plans.rights if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < verb.i), None)
        base = verb.tag_ == "VB" or (verb.lower_ == verb.lemma_ and verb.lower_ not in words_of("same in the past"))
        if base and first is not None:
            return {verb.i: (first.i, "conj", "VB")}
    return {}


def _infinitives(parse: Shaped) -> Changes:
    """ "Agreed on Monday to sanction Mali", "is set to sanction Mali": a verb that the parser takes for a noun."""
    for verb in (t for t in parse.at(_AFTER_TO) if t.lower_ in words_of("infinitive")):
        to = verb.i - 1
        if to < 1 or parse.doc[to].lower_ != "to":
            continue
        above = verb.head if verb.dep_ == "xcomp" else parse.doc[to].head
        mended = {to: (verb.i, "aux", "TO"), verb.i: (above.i, "xcomp", "VB")}
        behind = next((c for c in above.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
        return mended if behind is None else {**mended, behind.i: (verb.i, "dobj", behind.tag_)}
    return {}


def _told(parse: Shaped) -> Changes:
    """ "Rao said Mali is ready to talk and thanked Chad": a past after a present goes on from "said"."""
    changes: Changes = {}
    for verb in parse.at(_GOES_ON):
        inner = verb.head
        said = inner.head
        apart = inner.dep_ == "ccomp" and said.tag_ == "VBD" and said.i < inner.i < verb.i
        if apart and _is_present(inner) and not any(c.dep_ in SUBJECTS for c in verb.lefts):
            changes[verb.i] = (said.i, "conj", "VBD")
    return changes


def _agreeing(parse: Shaped) -> Changes:
    """ "Chad denied that rebels are there and has closed the border": "has" goes on from who is one."""
    for verb in parse.at(_SINGULAR):
        one = verb.tag_ == "VBZ" or any(c.lower_ == "has" and c.dep_ == "aux" for c in verb.lefts)
        several = _subject(verb.head)
        if not one or _subject(verb) is not None or several is None or several.tag_ != "NNS":
            continue
        above = next((t for t in verb.head.ancestors if _subject(t) is not None), None)
        subject = _subject(above) if above is not None else None
        if above is not None and subject is not None and subject.tag_ != "NNS" and above.tag_.startswith("VB"):
            joint = {c.i: (above.i, "cc", "CC") for c in verb.head.rights if c.dep_ == "cc" and c.i < verb.i}
            return {**joint, verb.i: (above.i, "conj", verb.tag_)}
    return {}


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)


def _is_present(verb: Token) -> bool:
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ in _PRESENT or any(c.tag_ in _PRESENT or c.lower_ in _OPEN for c in helpers)


def _neighbours(parse: Shaped) -> Changes:
    """ "Visited neighbouring Chad and Mali": no verb, and what stands behind it is the object of the verb above."""
    for word in (t for t in parse.at(_NEARBY) if t.lower_ in _NEIGHBOURS):
        name = next((c for c in word.rights if c.dep_ in _WHOLE), None)
        if name is not None and name.tag_ in ("NNP", "NNS", "NNPS") and word.dep_ != "amod":
            label = "pobj" if word.dep_ == "pcomp" else "dobj"
            return {word.i: (name.i, "amod", "JJ"), name.i: (word.head.i, label, name.tag_)}
    return {}


def _named(parse: Shaped) -> Changes:
    """ "Met Mali's emir, Rao, and Khan": a name after a comma and a title is who holds it, and no time."""
    doc = parse.doc
    for name in parse.at(_LOOSE):
        before = name.left_edge.i - 1
        title = doc[before - 1] if before > 0 and doc[before].text == "," else None
        while title is not None and title.dep_ not in _WHOLE and title.head.i < title.i and title.dep_ != "ROOT":
            title = title.head
        if title is not None and title.dep_ in _WHOLE and title.tag_ == "NN" and name.head in (title.head, title):
            return {name.i: (title.i, "appos", "NNP")}
    return {}


def _charged(parse: Shaped) -> Changes:
    """ "Rao accused Chad of training and arming rebels": both are what Chad is accused of, and no deed of Rao's."""
    doc = parse.doc
    for verb in parse.at(_ALONGSIDE):
        above, noun, joint = verb.head, doc[verb.i - 2], doc[verb.i - 1]
        prep = noun.head
        gerund = noun.tag_ == "NN" and noun.lower_.endswith("ing") and noun.dep_ == "pobj" and joint.lower_ == "and"
        charged = any(c.dep_ == "dobj" and c.i < prep.i for c in above.rights)
        if gerund and charged and above.tag_ in ("VBD", "VBZ", "VBN") and prep.lower_ in ("of", "for"):
            moved = {prep.i: (above.i, "prep", "IN"), joint.i: (noun.i, "cc", "CC")}
            return {**moved, noun.i: (prep.i, "pcomp", "VBG"), verb.i: (noun.i, "conj", "VBG")}
    return {}


def _unwelcome(parse: Shaped) -> Changes:
    """ "Declared the envoy of Mali persona non grata": the envoy is the verb's object, the Latin what he becomes."""
    doc = parse.doc
    persona = next((t.nbor(-1) for t in parse.at(_FOREIGN) if t.lower_ == "non" and t.i and _is_latin(t)), None)
    verb = next((t for t in reversed(doc[: persona.i]) if t.lower_ in _DECLARING), None) if persona else None
    if persona is None or verb is None or verb.i + 1 == persona.i:
        return {}
    who = doc[verb.i + 1]
    while verb.i < who.head.i < persona.i and who.head != who:
        who = who.head
    inside = [t for t in persona.lefts if t.i > verb.i]
    if who in inside[:-1] and who.dep_ in _BEFORE_NOUN:
        who = inside[-1]
    changes = {who.i: (verb.i, "dobj", who.tag_), persona.i: (verb.i, "oprd", "NN")}
    words = [t for t in inside if t != who]
    if words and words[-1].i > who.i:
        last = words.pop()
        place = (persona.head.i, "pobj") if persona.dep_ == "pobj" else (who.i, "appos")
        return {**changes, **{t.i: (last.i, t.dep_, t.tag_) for t in words}, last.i: (*place, last.tag_)}
    return {**changes, **{t.i: (who.i, t.dep_, t.tag_) for t in words}}


def _is_latin(non: Token) -> bool:
    return [t.lower_ for t in non.doc[non.i - 1 : non.i + 2]] == ["persona", "non", "grata"]


def _aside(parse: Shaped) -> Changes:
    """ "Rao said after talks with Chad that he would go": what has a complement opens no clause."""
    for word in parse.at(_MARKS):
        verb = word.head
        above = verb.head
        if above.i < word.i < verb.i and any(c.dep_ == "pobj" for c in word.rights):
            said = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)
            moved = {verb.i: (above.i, "ccomp", verb.tag_)} if said else {}
            return {word.i: (above.i, "prep", "IN"), **moved}
    return {}
