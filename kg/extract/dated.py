"""To which word of its sentence a date belongs: the nearest verb or event noun above it in the parse."""

from msgspec import Struct

from kg.extract import carriers, clause, sides
from kg.extract.finding import SPEECH
from kg.extract.scene import Scene
from kg.extract.spans import spans
from kg.model import Timex
from kg.parse.classes import words_of
from kg.parse.tree import Span as TokenSpan
from kg.parse.tree import Token

_PRIOR = frozenset({"after", "following", "since", "despite", "for", "over"})
_BEHIND = _PRIOR - {"for"} | {"of"}
_MEANWHILE = frozenset({"at", "in", "during", "on"})
"""Prepositions of what is of the day of the deed that they are beside."""
_BEFORE = frozenset({"compound", "nmod", "nummod"})
_VIOLENT = frozenset({"attack", "coerce"})
_START = 4
"""Words at most from "starting" to the date behind it."""


class Dated(Struct, frozen=True, eq=False):
    """A temporal expression with the word that it belongs to."""

    timex: Timex
    owner: Token
    head: Token


def owners(scene: Scene, triggers: frozenset[int]) -> tuple[Dated, ...]:
    """Each datable expression of a sentence with its owner; `triggers` are the tokens of event words."""
    return tuple(
        Dated(timex, _owner_of(scene, timex, tokens, triggers), tokens.root)
        for timex, tokens in spans(scene, scene.dates)
        if timex.date is not None and not _counts(tokens)
    )


def _owner_of(scene: Scene, timex: Timex, tokens: TokenSpan, triggers: frozenset[int]) -> Token:
    near = _joined(tokens) or _ahead(scene, timex, tokens, triggers) or _of_occasion(timex, tokens)
    return near or _dated(scene, timex, tokens.root, triggers)


def _of_occasion(timex: Timex, tokens: TokenSpan) -> Token | None:
    """ "Congratulated him after the vote earlier this year": a long time straight behind what came before."""
    noun = tokens.doc[max(0, tokens[0].i - 1)]
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following"):
        return None
    first, last = timex.earliest, timex.latest
    return noun if first is not None and last is not None and (last - first).days > sides.WEEK else None


def _joined(tokens: TokenSpan) -> Token | None:
    """ "Buys gas from Peru, and on Friday signed a deal": a day behind the "and" is of the verb that it joins."""
    doc, first = tokens.doc, tokens[0].i
    before = first - 1 if first and doc[first - 1].dep_ == "prep" else first
    link = doc[before - 1] if before else None
    if link is None or link.dep_ != "cc" or link.head.pos_ not in clause.VERBS:
        return None
    verb = link.head
    joined = [c for c in verb.children if c.dep_ == "conj" and c.i > first and c.pos_ in clause.VERBS]
    joined += [verb.head] if verb.dep_ == "ccomp" and verb.head.i > first else []
    behind = doc[tokens[-1].i + 1].text if tokens[-1].i + 1 < len(doc) else ""
    # "And on Friday, in keeping with it, …": of whatever follows, where the parser finds no verb there.
    return joined[0] if joined else tokens.root if behind == "," else None


def _counts(tokens: TokenSpan) -> bool:
    """ "The day after the vote": no day by itself."""
    return tokens[-1].lower_ in carriers.BESIDE and any(c.dep_ in ("pobj", "pcomp") for c in tokens[-1].children)


def _ahead(scene: Scene, timex: Timex, tokens: TokenSpan, triggers: frozenset[int]) -> Token | None:
    """ "Met ahead of a summit in July": a day to come is of the noun before it, not of a verb in the past."""
    published, first = scene.document.published, timex.earliest
    ahead = published is not None and first is not None and first > published
    word = tokens[0].i - 1
    doc = tokens.doc
    noun = doc[word - 1] if ahead and word > 0 and doc[word].dep_ == "prep" else None
    told = noun is not None and noun.i in triggers and noun.pos_ == "NOUN" and doc[word].head.tag_ == "VBD"
    return noun if told else None


def _owner(scene: Scene, token: Token, triggers: frozenset[int]) -> Token:
    found = token
    while found.head != found:
        found = found.head
        if _is_described(found, token):
            return found
        if _is_start(found, token) or found.dep_ in ("aux", "auxpass"):
            # "Had on Monday dismissed it".
            continue
        if _is_prior(scene, found, token):
            return found
        if found.i in triggers or found.pos_ in clause.VERBS or _is_told_on(found, triggers):
            return _reporter(scene, token, found)
    return found


def _is_start(verb: Token, date: Token) -> bool:
    """ "Will close the port beginning on Monday": a participle that only says from when."""
    only = verb.tag_ == "VBG" and verb.lemma_ in ("begin", "start") and verb.dep_ in ("advcl", "prep", "acl")
    return only and 0 < date.i - verb.i <= _START


def _is_described(noun: Token, date: Token) -> bool:
    """ "Freed Rao, a witness in the bombing of a hotel in 2014": the day of what only tells who he is."""
    if noun.dep_ != "appos" or noun.pos_ != "NOUN":
        return False
    return date.dep_ == "pobj" and date.head.head != noun and date.head.head.pos_ == "NOUN"


def _is_prior(scene: Scene, noun: Token, date: Token) -> bool:
    """ "Met in Lima following the abduction on Sunday of two nuns", "condemned Sunday's abductions": a deed that gave
    the occasion, told or not."""
    if date.head == noun and date.dep_ == "poss" and noun.dep_ == "dobj" and _is_speech(scene, noun.head):
        # "Criticised last month's vote".
        return True
    if date.head == noun and date.dep_ in _BEFORE and noun.dep_ == "pobj" and noun.head.lower_ in _BEHIND:
        # "To protect monitors of the January truce", "will be punished over a May 3 vote".
        return True
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    # The parser hangs the second of "following the kidnapping of …, and the murder of …" on the verb.
    behind = first.head.lower_ in _PRIOR if first.dep_ == "pobj" else first.dep_ == "conj"
    owned = date.dep_ == "poss" and date.head == noun
    if owned and noun.dep_ == "pobj" and noun.head.lower_ not in _MEANWHILE:
        # "In connection with last year's unrest", not "at Friday's summit".
        return True
    return (
        noun.pos_ == "NOUN"
        and (behind or owned)
        and any(e.type in _VIOLENT for e in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))
    )


def _is_told_on(noun: Token, triggers: frozenset[int]) -> bool:
    """ "The raid on Friday that killed nine": what a relative clause tells is of the day of its noun."""
    return any(c.i in triggers and carriers.is_of_its_noun(c) for c in noun.children)


def _dated(scene: Scene, timex: Timex, token: Token, triggers: frozenset[int]) -> Token:
    """The owner of a date.

    "Recalled her visit to Chad in May 2009": words are of a day; a month or year long over is of what they praise.
    """
    verb = _owner(scene, token, triggers)
    published, last = scene.document.published, timex.latest
    if timex.precision == "day" or published is None or last is None or (published - last).days <= sides.WEEK:
        return verb
    if verb.pos_ not in clause.VERBS or not (_is_speech(scene, verb) or verb.lemma_ in words_of("looking back")):
        return verb
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i in triggers]
    return next((c for c in objects if c.pos_ == "NOUN" and c.i < token.i), verb)


def _is_speech(scene: Scene, verb: Token) -> bool:
    types = scene.lexicon.acts(verb.lemma_)
    return bool(types) and types <= SPEECH


def _reporter(scene: Scene, token: Token, verb: Token) -> Token:
    """ "Said on Monday it would close the port": what stands before the subject of a that-clause dates the report."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.i > token.i or above.lemma_.lower() not in scene.lexicon.reporting:
        return verb
    subject = next((c for c in verb.children if c.dep_ in clause.SUBJECTS), None)
    between = verb.doc[above.i + 1 : subject.left_edge.i] if subject is not None else ()
    opened = any(t.lower_ == "that" or t.is_quote or t.text == "," for t in between if t.i < token.i)
    return above if subject is not None and token.i < subject.left_edge.i and not opened else verb
