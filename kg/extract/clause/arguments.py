"""Who does what a verb says, also where control, coordination or a relative hides it, and what else it takes."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extract.clause.form import SUBJECTS, has_own_subject, is_command, is_infinitive, is_negated, is_passive
from kg.extract.clause.words import VERBS, clause_of, conjuncts, named_as, owners
from kg.parse.classes import asked_after, words_of
from kg.parse.tree import Token, once

_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "against", "from", "as"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})
_FOR_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "acl", "relcl"})
_ALONG = frozenset({"along", "together"})
_UPON = frozenset({"on", "upon", "against"})
_AROUND = frozenset({"amid", "amidst", "despite"})
_LOOKING_ON = frozenset({"attendance", "hand"})
_EXCHANGES = frozenset({"exchange", "return"})
"""Nouns behind which stands what is another's: "freed a man in exchange for a Swede"."""
_LINKS = frozenset({"IN", "TO"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_DEPTH = 6


@once
def agents(verb: Token) -> Sequence[Token]:
    """Who does what a verb says: its subject, or the `by` phrase of a passive."""
    if not is_passive(verb):
        return surface_subjects(verb)
    by = [c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by"] or _beyond_gerund(verb)
    return [t for c in by for t in complements(c)]


def _beyond_gerund(verb: Token) -> list[Token]:
    """ "Was accused of hiding arms by Mali": a gerund with an object of its own has no agent."""
    charges = [t for c in verb.children if c.lower_ in ("of", "for") for t in c.children if t.dep_ == "pcomp"]
    active = [t for t in charges if any(c.dep_ == "dobj" for c in t.children) and not is_passive(t)]
    return [c for t in active for c in t.children if c.lower_ == "by" and c.dep_ in ("prep", "agent")]


def surface_subjects(verb: Token, depth: int = _DEPTH) -> Sequence[Token]:
    """The grammatical subject of a verb, found through control and coordination where it has none of its own."""
    own = _behind_clause([c for c in verb.children if c.dep_ in SUBJECTS], verb)
    if own:
        return [*_listed(own[0], verb), *(t for s in own for t in _antecedents(s, verb)), *_companions(own[0], verb)]
    if depth == 0 or verb.head == verb:
        return []
    head = verb.head
    taken = _taken_subject(verb)
    if taken is not None:
        return [taken]
    if is_command(verb):
        return [t for c in head.children if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
    if _is_predicate(verb) or _goes_on_after(verb):
        return surface_subjects(head, depth - 1)
    if is_infinitive(verb) and head.dep_ == "ROOT" and head.i == 0 and head.nbor().lower_ == "to":
        # "Blinken to visit Beijing": in a headline the parser may take a name for a participle.
        return [head]
    if is_infinitive(verb) and head.dep_ == "ROOT" and head.pos_ == "PROPN":
        return conjuncts(head)
    if verb.dep_ in ("acl", "relcl"):
        return _subjects_of_reduced(verb, depth)
    if verb.dep_ == "pcomp":
        return _subjects_after_preposition(head, depth)
    if head.pos_ not in VERBS:
        return (
            surface_subjects(clause_of(head), depth - 1)
            if verb.dep_ in ("advcl", "xcomp") and verb.tag_ != "VBD"
            else []
        )
    if verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and is_infinitive(verb)):
        return _controller(verb, head, depth)
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and head.tag_ == "VB":
        # "Ordered them to leave and closed the consulate": what is told as done goes on from what is told as done.
        told = next((a for a in head.ancestors if a.tag_ == "VBD" and a.pos_ in VERBS), head)
        return surface_subjects(told, depth - 1)
    if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and not _coordinated(verb):
        return _stranded(verb)
    doers = [c for c in head.children if c.dep_ == "agent"] if verb.tag_ == "VBG" and verb.dep_ == "advcl" else []
    if doers and verb.lemma_ in words_of("harming"):
        # "Were killed by shells, targeting a village": the shells did.
        return [t for word in doers for t in complements(word)]
    if sender := _sender(verb):
        return sender
    if verb.dep_ == "conj" or (verb.dep_ in ("advcl", "dep") and verb.tag_ in ("VBG", "VBN", "VB")):
        return surface_subjects(head, depth - 1)
    return []


def _sender(verb: Token) -> Sequence[Token]:
    """ "Received a call from Rao asking him to come": what is asked, he asks who calls."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return []
    written = words_of("letter") | words_of("calling")
    calls = (c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i and c.lemma_ in written)
    behind = (c for n in calls for c in n.rights if c.lower_ == "from" and c.right_edge.i == verb.i - 1)
    return [t for c in behind for t in complements(c)]


def _taken_subject(verb: Token) -> Token | None:
    """ "Hit ten Swedes and Norway hit two Danes": a subject that the parser joins to the object before it."""
    if verb.dep_ not in ("conj", "advcl", "ccomp") or verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i == 0:
        return None
    before = _behind_which(verb)
    joined = before.dep_ == "conj" and before.tag_ == "NNP" and before.head.dep_ in ("dobj", "pobj")
    return before if joined and verb.head.i < before.head.i else None


def _behind_which(verb: Token) -> Token:
    """The word before a verb, the adverbs and auxiliaries before it left out."""
    before = verb.i - 1
    while before and verb.doc[before].dep_ in ("advmod", "aux") and verb.doc[before].head == verb:
        before -= 1
    return verb.doc[before]


def is_taken(token: Token) -> bool:
    """Whether a word that the parser joins to an object is the subject of the verb behind it."""
    if token.dep_ != "conj":
        return False
    behind = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.dep_ not in ("advmod", "aux")), None)
    return behind is not None and _taken_subject(behind) == token


def _is_predicate(verb: Token) -> bool:
    """ "Is mediating between A and B", "is opposed to it": a participle that the parser takes for what somebody is."""
    what = (verb.dep_, verb.tag_) in (("attr", "VBG"), ("acomp", "VBN"))
    return what and verb.head.lemma_ == "be"


def _goes_on_after(verb: Token) -> bool:
    """ "Hackers linked to Mali attacked banks": the parser takes the participle for the verb, the verb for a clause."""
    head = verb.head
    if verb.dep_ not in ("advcl", "ccomp") or verb.tag_ not in ("VBD", "VBZ") or head.tag_ not in ("VBN", "VBD"):
        return False
    between = verb.doc[head.i + 1 : verb.i]
    marked = any(c.dep_ in ("mark", "advmod") or c.tag_ in ("WRB", "WP", "WDT") for c in verb.children if c.i < verb.i)
    return head.i < verb.i and not marked and not any(t.is_punct and t.text != "-" for t in between)


def _behind_clause(subjects: list[Token], verb: Token) -> Sequence[Token]:
    """ "If Chile invades Peru, Cuba will act": where the parser reads no clause before the comma, the last is meant."""
    if verb.dep_ != "ROOT" or not subjects or not any(c.dep_ == "mark" and c.i < subjects[0].i for c in verb.children):
        return subjects
    nouns = [*subjects, *(c for s in subjects for c in s.children if c.dep_ == "appos" and c.i < verb.i)]
    last = max(nouns, key=lambda t: t.i)
    return [last] if last.left_edge.i > 0 and verb.doc[last.left_edge.i - 1].text == "," else subjects


def _coordinated(verb: Token) -> bool:
    """Whether a conjunction or a semicolon stands between a verb and the one that it is said to continue."""
    before = [t for t in verb.head.children if t.i < verb.i]
    return any(t.dep_ == "cc" for t in (*before, *verb.children)) or any(t.text == ";" for t in before)


def _listed(subject: Token, verb: Token) -> Sequence[Token]:
    """In headlines a comma joins subjects ("Putin, Xi hold talks"); the parser leaves the first one loose."""
    loose = (c for c in verb.children if c.dep_ in ("dep", "npadvmod", "advcl"))
    before = [c for c in loose if c.left_edge.i == 0 < subject.left_edge.i]
    # The tagger takes some surnames for adjectives ("Trump, Xi speak").
    return [c for c in before if (c.pos_ == "PROPN" or c.text.istitle()) and c.right_edge.nbor().text == ","]


def _antecedents(subject: Token, verb: Token) -> Sequence[Token]:
    if subject.lower_ in _RELATIVES and not subject.text.isupper() and subject.tag_ in ("WP", "WDT", "IN", "WP$"):
        clause = verb
        while clause.dep_ == "conj" and clause.head.pos_ in VERBS:
            clause = clause.head
        if clause.dep_ == "ccomp" and clause.head.lemma_ == "be":
            # "It was Turkey that shot down the jet".
            return [t for c in clause.head.children if c.dep_ == "attr" for t in conjuncts(c)]
        near = _nearest(subject, clause.head)
        found = [near] if near is not None else _counted(_antecedent(subject, clause.head))
        return found if clause.dep_ == "relcl" else []
    return conjuncts(subject)


def _companions(subject: Token, verb: Token) -> list[Token]:
    """ "Chile, along with Peru, condemned the vote": who does it with the subject."""
    own = (subject, verb)
    beside = [w for w in verb.doc[: verb.i] if w.lower_ == "with" and w.i and w.nbor(-1).lower_ in _ALONG]
    near = [w for w in beside if w.head in own or (w.head == w.nbor(-1) and w.head.head in own)]
    return [t for w in near for t in complements(w)]


def _counted(noun: Token) -> Sequence[Token]:
    """ "Chad was among those who left", "Chad is one of the states that signed": who is counted among them."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("among", "of"):
        return conjuncts(noun)
    counted = link.head if link.lower_ == "of" and link.head.lower_ == "one" else link
    be = counted.head
    if be.lemma_ != "be" or be.tag_ not in _TOLD or (counted == link and link.lower_ == "of") or is_negated(be):
        return conjuncts(noun)
    # "Among those who came were Rao and Khan".
    behind = [t for c in be.children if c != counted and c.dep_ == "attr" for t in conjuncts(c)]
    return surface_subjects(be) or behind or conjuncts(noun)


def _nearest(relative: Token, noun: Token) -> Token | None:
    """ "Ties between Chad and Mali, which has accused Chad": what "has" done it is one, the name before the comma."""
    comma = relative.lower_ == "which" and relative.i > 1 and relative.nbor(-1).text == ","
    if not comma or relative.nbor().tag_ != "VBZ":
        return None
    name = relative.nbor(-2)
    several = noun.tag_ == "NNS" or any(c.dep_ == "conj" for c in noun.children)
    return name if several and name.tag_ == "NNP" and name.dep_ in ("pobj", "conj") else None


def _antecedent(relative: Token, noun: Token) -> Token:
    """ "A man tied to Hamas who shot at guards": a clause without a comma is not a name's, but of the noun above it."""
    if relative.lower_ != "who" or noun.tag_ != "NNP" or relative.nbor(-1).text == ",":
        return noun
    path = list(takewhile(lambda t: t.tag_ not in ("NN", "NNS"), noun.ancestors))
    described = any(t.dep_ == "acl" for t in path) and all(t.dep_ in ("prep", "agent", "acl", "xcomp") for t in path)
    return path[-1].head if described else noun


def _subjects_after_preposition(preposition: Token, depth: int) -> Sequence[Token]:
    """Subject of a gerund: of "accused her of spying" the object, of "left without speaking" the subject."""
    governor = clause_of(preposition.head)
    if governor.lemma_ == "join" and preposition.lower_ == "in" and not is_passive(governor):
        # "Chad joined Mali in opposing it": both do.
        joined = [t for c in governor.children if c.dep_ == "dobj" for t in conjuncts(c)]
        return [*surface_subjects(governor, depth - 1), *joined]
    if preposition.lower_ in _OBJECT_PREPOSITIONS and not is_passive(governor):
        objects = [t for c in governor.children if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
        if objects and preposition.head not in objects:
            return objects
    if preposition.head.pos_ == "NOUN" and preposition.head.dep_ == "pobj":
        # "Called for a wider role in rebuilding": whose role, nobody says.
        return owners(preposition.head)
    if preposition.lower_ == "for" and preposition.head.dep_ == "dobj" and _is_suspect(preposition.head):
        # "Targeted a network for evading sanctions".
        return [preposition.head]
    return journeyers(governor, surface_subjects(governor, depth - 1)) if governor.pos_ in VERBS else []


def _is_suspect(noun: Token) -> bool:
    """Whether a noun is of people, not of what somebody wants to do ("a plan for leaving", "a way of talking")."""
    return noun.lemma_ not in words_of("calling noun") and noun.head.lemma_ in words_of("prosecuting")


def journeyers(verb: Token, subjects: Sequence[Token]) -> Sequence[Token]:
    """ "Rao's trip came after meeting Khan", "his remarks came after talks": whose it is that came."""
    if verb.lemma_ != "come" or len(subjects) != 1 or subjects[0].pos_ != "NOUN":
        return subjects
    return owners(subjects[0]) or subjects


def _stranded(verb: Token) -> Sequence[Token]:
    """ "After Pelosi, who led the House, went there": a subject that the parser took for the complement of "after"."""
    complement = _stranding(verb)
    return conjuncts(complement) if complement is not None else surface_subjects(verb.head, _DEPTH - 1)


def _stranding(verb: Token) -> Token | None:
    for preposition in verb.head.subtree:
        if preposition.lower_ in _CONJUNCTIONS and preposition.dep_ == "prep" and preposition.i < verb.i:
            for complement in preposition.children:
                gap = verb.i - complement.right_edge.i
                if complement.dep_ == "pobj" and gap in (1, 2):
                    return complement
    return None


def is_stranded(verb: Token) -> bool:
    """Whether a verb that the parser coordinates with the main one is that of a clause with "after" or the like."""
    told = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and not has_own_subject(verb)
    return told and not _coordinated(verb) and _stranding(verb) is not None


def _subjects_of_reduced(verb: Token, depth: int) -> Sequence[Token]:
    """Subject of a participle or infinitive that modifies a noun."""
    noun = verb.head
    if verb.tag_ == "VBG" and verb.lemma_ in words_of("causing") and noun.dep_ == "dobj":
        # "Invaded the country, forcing others to arm": what forces is the invasion, so whoever invades.
        return surface_subjects(noun.head, depth - 1)
    if verb.tag_ in ("VBG", "VBN", "VBD"):
        return _counted(noun)
    if noun.lemma_.lower() in words_of("request") and is_infinitive(verb):
        return _asked(noun, depth)
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for c in noun.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]
    if not owners and is_infinitive(verb) and noun.lemma_.lower() in words_of("resolve"):
        # "A NATO move to send troops": whose name stands before it.
        owners = [c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.tag_ == "NNP"]
        # "The decision of Chad and Mali to cut ties".
        owners += [t for c in noun.rights if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    if owners:
        return [t for o in owners for t in conjuncts(o)]
    governor = clause_of(noun)
    against = noun.dep_ == "pobj" and noun.head.lower_ == "against"
    if is_infinitive(verb) and (against or (governor.lemma_ in words_of("opposing") and noun.head == governor)):
        # "Condemned attempts to seize power", "spoke against a plan to seize it": they are somebody else's.
        return []
    if any(t.lower_ in _AROUND for t in takewhile(lambda t: t != governor, noun.ancestors)):
        # "Arrived amid concerns over plans to shut the border": nobody says whose.
        return []
    return surface_subjects(governor, depth - 1) if governor.pos_ in VERBS else []


def _asked(noun: Token, depth: int) -> Sequence[Token]:
    """ "A call on Mali to leave", "rejected a call to leave": who is asked does it, not who asks; else nobody known."""
    words = ("on", "to", "for") if noun.lemma_ == "invitation" else ("on", "to", "for", "from")
    told = [t for word, t in prepositions(noun, deep=False) if word in words]
    governor = clause_of(noun)
    answered = noun.head in (governor, *governor.children) and governor.lemma_ in words_of("answering")
    return told or (agents(governor) if answered and depth else [])


def _controller(verb: Token, head: Token, depth: int) -> Sequence[Token]:
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
        return []
    if verb.dep_ == "advcl" and (doers := _of_deed(verb, head)):
        return doers
    if not is_passive(head) and head.lemma_ in words_of("object-control"):
        objects = [t for c in head.children if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
        if objects:
            return objects
    if not is_passive(head) and is_infinitive(verb):
        behind = [p for p in prepositions(head, deep=False) if p[1].i < verb.i]
        # "Sent an invitation to Rao to attend", "asked of Rao to attend".
        invited = any(c.dep_ == "dobj" and c.lemma_.lower() in words_of("request") for c in head.children)
        objects = [t for word, t in behind if head.lemma_ in asked_after(word) or (invited and word == "to")]
        if objects:
            return objects
    return surface_subjects(head, depth - 1)


def _of_deed(verb: Token, head: Token) -> Sequence[Token]:
    """ "Condemned the raid by police to arrest Rao": they raid it for that, who are named before the infinitive."""
    between = [t for t in verb.doc[head.i + 1 : verb.i] if t.lower_ == "by" and t.dep_ == "prep"]
    return complements(between[-1]) if between and between[-1].head.tag_ == "NN" and is_infinitive(verb) else []


def complements(preposition: Token) -> Sequence[Token]:
    """What a preposition governs; of "with whom she met" whoever the relative clause is about."""
    heads = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "obj")]
    if heads and heads[0].lower_ == "whom" and preposition.head.dep_ == "relcl":
        comma = preposition.i > 1 and preposition.nbor(-1).text == ","
        name = preposition.nbor(-2) if comma else preposition
        return [name] if name.tag_ == "NNP" else _antecedents(heads[0], preposition.head)
    return [t for c in heads for t in (named_as(c) or conjuncts(c))]


def prepositions(token: Token, *, deep: bool = True) -> Sequence[tuple[str, Token]]:
    """(preposition, complement) pairs of a verb or noun.

    With `deep`, those that the parser hung on its object or on another complement count too: "held talks in
    Oslo with Xi" has `with Xi` under `Oslo` as often as under `held`.
    """
    return _deep(token) if deep else _shallow(token)


@once
def _deep(token: Token) -> Sequence[tuple[str, Token]]:
    return tuple(_pairs(token, deep=True))


@once
def _shallow(token: Token) -> Sequence[tuple[str, Token]]:
    return tuple(_pairs(token, deep=False))


def _pairs(token: Token, *, deep: bool) -> Iterator[tuple[str, Token]]:
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") or child.tag_ == "IN":
            yield from _prepositional(child, deep)
        elif deep and child.dep_ in ("dobj", "attr", "npadvmod") and token.pos_ in VERBS:
            for one in conjuncts(child):
                yield from prepositions(one, deep=deep)
        if child.dep_ == "dative" and child.tag_ != "IN" and child.tag_ != "TO":
            for complement in conjuncts(child):
                yield "to", complement
        if child.dep_ == "dobj" and token.lemma_ in words_of("giving") and is_passive(token):
            yield from (("to", t) for t in surface_subjects(token))
        if child.dep_ == "prt":
            yield from _after_particle(child, token)
        if child.lower_ == "here" and child.dep_ == "advmod":
            # "Held talks here", "came here": as if the place stood behind a preposition.
            yield "to" if token.lemma_ in words_of("coming here") else "in", child
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_ in words_of("leading"):
            yield from prepositions(child, deep=deep)
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in words_of("imposing"):
            yield from (p for p in prepositions(child, deep=deep) if p[0] in _UPON)
        if child.dep_ in _FOR_CLAUSES and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            # "Called for Mali to hold elections": whose subject the preposition seems to be.
            yield from (("for", t) for c in child.children if c.dep_ == "nsubj" for t in conjuncts(c))


def _after_particle(particle: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Called on the minister to resign": what the parser takes for a particle and an object or a subject."""
    for child in verb.children:
        if child.i > particle.i and child.dep_ in ("dobj", "ccomp"):
            heads = [child] if child.dep_ == "dobj" else [c for c in child.children if c.dep_ == "nsubj"]
            yield from ((particle.lower_, t) for h in heads if h.left_edge.i == particle.i + 1 for t in conjuncts(h))


def looks_on(preposition: Token) -> bool:
    """ "Signed it, with Rao in attendance": who only looks on."""
    doc = preposition.doc
    behind = doc[preposition.i + 1 :] if preposition.lower_ == "with" and doc[preposition.i - 1].text == "," else ()
    return any(t.lower_ in _LOOKING_ON and doc[t.i - 1].lower_ in ("in", "on") for t in behind)


def _prepositional(preposition: Token, deep: bool) -> Iterator[tuple[str, Token]]:
    if looks_on(preposition):
        return
    for complement in complements(preposition):
        yield preposition.lower_, complement
        if deep and complement.pos_ not in VERBS and complement.lemma_ not in _EXCHANGES:
            yield from prepositions(complement, deep=deep)
    for child in preposition.children:
        # Whose word it is ("according to the ministry") is no party to it.
        if child.dep_ == "prep" and preposition.lower_ != "according":
            yield from _prepositional(child, deep)
        if (child.dep_ == "conj" and child.tag_ == "IN") or (child.dep_ == "pcomp" and child.tag_ in _LINKS):
            # "Flights to and from Chad", "due to shelling".
            yield from ((preposition.lower_, t) for t in complements(child))


@once
def particles(verb: Token) -> frozenset[str]:
    """Particles and adverbs that follow a verb, and prepositions that may be some ("call off", "pull out of")."""
    after = [c for c in verb.children if c.i > verb.i]
    return frozenset(
        c.lower_ for c in after if c.dep_ in ("prt", "advmod") or (c.dep_ == "prep" and _may_be_particle(c))
    )


def _may_be_particle(preposition: Token) -> bool:
    """Whether a preposition stands alone, or straight behind its verb and before no time: not "gave a talk in May"."""
    complements = [c for c in preposition.children if c.dep_ in ("pobj", "pcomp")]
    beside = preposition.i == preposition.head.i + 1
    return not complements or (beside and all(c.ent_type_ not in ("DATE", "TIME") for c in complements))
