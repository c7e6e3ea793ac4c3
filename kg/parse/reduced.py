"""Mends garden paths: "the talks planned for May were called off" parsed as if "planned" were the main verb.

And infinitives that the parser hangs too high: "rejected a call to leave" says what was called for; and subjects that
it takes for another name of the date before them.
"""

from collections.abc import Callable

from kg.parse.classes import words_of
from kg.parse.days import redated
from kg.parse.guests import guests
from kg.parse.headlines import passives, plans
from kg.parse.hidden import acts, listed, uncovered
from kg.parse.hung import rehung
from kg.parse.joined import rejoined
from kg.parse.parted import parted
from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.subjects import restored
from kg.parse.tree import Doc, Token

_PAST = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPERS = frozenset({"aux", "auxpass"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "ccomp", "xcomp", "acomp"})
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_HELPING = _BE | {"has", "have", "had", "will", "would", "may", "might", "could", "can", "should", "must"}
_BESIDE = shapes({"advcl", "xcomp"}, {"VB"})
_YEARS = shapes({"nummod"}, {"CD"})
_MODAL = shapes({"aux"}, {"MD"})
_AFTER_NOUN = shapes({"acl"}, {"VBD"})
_NAMED = shapes({"dobj", "nsubj", "nsubjpass", "pobj"}, {"NNP", "NNPS"})
_MAIN = shapes({"ROOT"}, _PAST)
_BEFORE = 2
"""Adverbs that may stand before a participle ("talks first planned")."""


def mended(doc: Doc, regrown: Callable[[Changes], Doc]) -> Doc:
    """The parse of a sentence without such faults; `regrown` makes it anew with changes, after those made before."""
    parse = Shaped(doc)
    for find in _MENDS:
        if changes := find(parse):
            doc.let_go()
            doc = regrown(changes)
            parse = Shaped(doc)
    return doc


def _garden_paths(parse: Shaped) -> Changes:
    """The first of two verbs becomes a participle of their subject where nothing joins them and it can be one.

    "The raid planned for May was put off": a verb without an object between its noun and an auxiliary with neither a
    subject nor a conjunction before it (Bever 1970).
    """
    for first in parse.at(_MAIN):
        if (noun := _noun(first)) is not None:
            second = next((c for c in first.rights if _goes_on(first, c)), None)
            if second is not None:
                return _changes(noun, first, second)
    return {}


def _infinitives(parse: Shaped) -> Changes:
    return {t.i: (noun.i, "acl", "VB") for t in parse.at(_BESIDE) if (noun := _called_for(t)) is not None}


def _people(parse: Shaped) -> Changes:
    return {t.i: (t.head.i, "nsubj", "NNP") for t in parse.at(_MODAL) if _is_may(t)}


def _counted(parse: Shaped) -> Changes:
    """ "Signed 6 Memorandums": what is counted in figures is no name."""
    return {
        t.i: (t.head.i, t.dep_, "NNS")
        for t in parse.at(_NAMED)
        if t.i and t.text.endswith("s") and t.nbor(-1).text.isdigit() and t.nbor(-1).dep_ == "nummod"
    }


def _subjects(parse: Shaped) -> Changes:
    return {i: new for year in parse.at(_YEARS) for i, new in _opened(year).items()}


def _participles(parse: Shaped) -> Changes:
    return {t.i: (t.head.i, t.dep_, "VBN") for t in parse.at(_AFTER_NOUN) if not _is_clause(t)}


def _is_may(modal: Token) -> bool:
    """ "May spoke to Merkel": before a verb in a tense no modal stands, but somebody's name."""
    return modal.text == "May" and modal.head.tag_ in ("VBD", "VBZ") and modal.i < modal.head.i


def _opened(year: Token) -> Changes:
    """ "On 9 June 2016 the minister met Kerry": who stands behind a date without a comma is the verb's subject."""
    month, doc = year.head, year.doc
    if len(year.text) != 4 or year.i + 1 >= len(doc) or doc[year.i + 1].lower_ != "the":
        return {}
    noun = doc[year.i + 1].head
    prep = noun.head.head if noun.dep_ == "appos" else noun.head
    verb = prep.head
    if prep.dep_ != "prep" or not prep.i < year.i < noun.i < verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return {}
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return {}
    day = {c.i: (month.i, c.dep_, c.tag_) for c in noun.lefts if c.i < year.i}
    return {**day, month.i: (prep.i, "pobj", month.tag_), noun.i: (verb.i, "nsubj", noun.tag_)}


def _called_for(verb: Token) -> Token | None:
    """The object, a noun that asks for an infinitive, straight before an infinitive that hangs beside it."""
    to = next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ == "to"), None)
    objects = [c for c in verb.head.rights if c.dep_ == "dobj"] if to is not None and to == verb.left_edge else []
    near = (o for o in objects if o.right_edge.i + 1 == verb.left_edge.i)
    return next((o for o in near if o.lower_.removesuffix("s") in words_of("calling noun")), None)


def _is_clause(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS or c.dep_ in ("mark", *_HELPERS) for c in verb.children)


def _noun(verb: Token) -> Token | None:
    """The noun that a verb would say more of, were it a participle: its subject, with no more than a comma between."""
    if any(c.dep_ in _HELPERS or c.dep_ in _OBJECTS for c in verb.children):
        return None
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_ in ("PRP", "WP", "WDT", "EX"):
        return None
    between = [t for t in verb.doc[subject.right_edge.i + 1 : verb.i] if t.text != ","]
    near = len(between) <= _BEFORE and all(t.dep_ == "advmod" for t in between)
    return subject if near else None


def _goes_on(first: Token, second: Token) -> bool:
    """Whether a verb is the real main verb: an auxiliary opens it, and no conjunction, subject or lone comma does."""
    if second.dep_ not in ("conj", "advcl") or any(c.dep_ in (*_SUBJECTS, "cc", "mark") for c in second.lefts):
        return False
    opening = _opening(second)
    if opening.lower_ not in _HELPING or any(c.dep_ == "cc" and c.i < opening.i for c in first.rights):
        return False
    return _after_comma(first) == _after_comma(opening)


def _opening(verb: Token) -> Token:
    return min([verb, *(c for c in verb.lefts if c.dep_ in _HELPERS)], key=lambda t: t.i)


def _after_comma(token: Token) -> bool:
    """Whether a comma stands before a word, adverbs aside."""
    index = token.i - 1
    while index > 0 and token.doc[index].dep_ == "advmod":
        index -= 1
    return token.doc[index].text == ","


def _changes(noun: Token, first: Token, second: Token) -> Changes:
    """New (head, label, tag) of each token, by its index."""
    main = _participle(first, second) or second
    passive = main != second or any(c.dep_ == "auxpass" for c in second.children)
    changes = {
        main.i: (main.i, "ROOT", main.tag_),
        first.i: (noun.i, "acl", "VBN"),
        noun.i: (main.i, "nsubjpass" if passive else "nsubj", noun.tag_),
    }
    if main != second:
        changes[second.i] = (main.i, "auxpass", second.tag_)
        changes |= {c.i: (main.i, c.dep_, c.tag_) for c in second.children if c != main}
    opening = _opening(second).i
    moved = [c for c in first.children if c.i not in changes and (c.i < noun.left_edge.i or c.i >= opening - 1)]
    return changes | {c.i: (main.i, c.dep_, c.tag_) for c in moved}


def _participle(first: Token, second: Token) -> Token | None:
    """ "Were on Friday called off": the participle of a passive that an adverb parts from its auxiliary."""
    if second.lower_ not in _BE or second.dep_ != "conj":
        return None
    later = (*first.rights, *second.rights)
    return next((c for c in later if c.i > second.i and c.tag_ in _PAST and c.dep_ in ("advcl", "acomp", "conj")), None)


_MENDS = (
    parted,
    _infinitives,
    _people,
    _counted,
    _subjects,
    acts,
    listed,
    uncovered,
    restored,
    passives,
    plans,
    _participles,
    rehung,
    redated,
    rejoined,
    guests,
    _garden_paths,
)
"""What finds faults, in this order."""
