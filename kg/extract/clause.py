"""Grammatical relations read off a dependency parse: who does it, to whom, with which complements.

Labels are those of spaCy's English models (ClearNLP style: nsubj, nsubjpass, agent, dobj, prep, pobj, …).
Voice is undone here: `agents` are the logical subjects of a verb and `patients` its logical objects, also of
participles, relative clauses, infinitives and coordinated verbs that leave them unsaid.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.parse.tree import Token, once

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
VERBS = frozenset({"VERB", "AUX"})
# Verbs whose object, not whose subject, does what their infinitive says.
OBJECT_CONTROL = frozenset(
    [
        "ask",
        "urge",
        "tell",
        "invite",
        "order",
        "persuade",
        "convince",
        "force",
        "allow",
        "enable",
        "encourage",
        "press",
        "pressure",
        "warn",
        "advise",
        "instruct",
        "want",
        "expect",
        "require",
        "help",
        "permit",
        "authorize",
        "authorise",
        "call",
        "push",
        "lead",
        "get",
        "let",
        "make",
        "have",
    ]
)
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_CAUSES = frozenset({"force", "prompt", "lead", "push", "drive", "compel", "leave", "raise", "trigger", "spark"})
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "against", "from", "as"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_TENSES = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as"})
_ASKED_AFTER: dict[str, frozenset[str]] = {
    "call": frozenset({"on", "upon", "for"}),
    "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}),
    "prevail": frozenset({"on", "upon"}),
    "rely": frozenset({"on", "upon"}),
    "count": frozenset({"on"}),
    "wait": frozenset({"for"}),
    "push": frozenset({"for"}),
    "press": frozenset({"for"}),
    "lean": frozenset({"on"}),
}
"""Verbs whose infinitive is done by the complement of a preposition ("called on Peru to withdraw")."""
_REQUESTS = frozenset({"appeal", "call", "demand", "order", "plea", "request", "ultimatum"})
_ANSWERS = frozenset({"accept", "answer", "consider", "defy", "deny", "dismiss", "face", "follow", "get", "heed"}) | {
    *("ignore", "obey", "rebuff", "receive", "refuse", "reject", "resist", "spurn", "turn")
}
"""Verbs whose subject is the one asked."""
_LEADING = frozenset({"lead", "run", "head"})
"""Participles that only lengthen a preposition ("the roads leading to Chad")."""
_NAMED = frozenset({"GPE", "PERSON"})
_FOR_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "acl", "relcl"})
_TWOFOLD = frozenset({"give", "grant", "award", "pay", "offer", "deny", "show", "teach", "send", "call", "name"}) | {
    *("tell", "ask", "lend", "owe", "hand", "allow", "charge", "assign", "issue", "declare", "elect", "appoint", "make")
}
"""Verbs whose passive may have an object ("was given a medal", "was elected president")."""
_UNDERGONE_BY_NOBODY = frozenset({"protest", "march", "demonstrate", "riot", "picket", "rally"})
"""Verbs whose bare participle after a noun is a verb that the parser missed ("hundreds of miners protested")."""
_TAKEN_UP = {"oppose": "to", "engage": "in"}
"""Participles that with a preposition tell what somebody does himself ("is opposed to the plan")."""
_ALONG = frozenset({"along", "together"})
_GIVING = frozenset({"give", "grant", "award", "pay", "offer", "deny", "send", "lend", "hand", "promise", "assign"})
"""Verbs whose passive may have the receiver for its subject and keep the object ("was offered a loan")."""
_LETTING = frozenset({"help", "let", "make"})
_DEPTH = 6


@once
def conjuncts(token: Token) -> Sequence[Token]:
    """The token and those coordinated with it, in the order of the sentence."""
    found = [token]
    for child in token.children:
        if (child.dep_ == "conj" and child.pos_ not in VERBS) or _goes_on(token, child):
            found.extend(conjuncts(child))
    return sorted(found, key=lambda t: t.i)


def _goes_on(token: Token, child: Token) -> bool:
    """ "Chad, Mali and Niger left": the parser often takes the second of a list for an apposition."""
    alike = token.ent_type_ == child.ent_type_ and token.ent_type_ in _NAMED
    return alike and child.dep_ == "appos" and any(c.dep_ == "conj" for c in child.children)


@once
def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, with its auxiliary or as a bare participle after a noun."""
    if any(c.lower_ == _TAKEN_UP.get(verb.lemma_) for c in verb.children) and not _has_agent(verb):
        return False
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if any(c.dep_ == "agent" for c in verb.children):
        # "They talked by telephone": a verb with a subject of its own is no passive.
        return not any(c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ == "acl" and verb.lemma_ in _UNDERGONE_BY_NOBODY:
        return False
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lower_ in _HAVE for c in verb.children):
        return False
    if verb.dep_ == "acl":
        return not _has_object(verb)
    return verb.dep_ == "conj" and not _has_own_subject(verb) and is_passive(verb.head)


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def _has_object(verb: Token) -> bool:
    """ "Police arrested on Monday the captain": a participle with an object behind a preposition is no passive."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return verb.lemma_ not in _TWOFOLD and any(o.left_edge.tag_ in ("DT", "PRP$", "CD") for o in objects)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", also a perfect or passive one ("to have met", "to be held")."""
    return verb.tag_ in ("VB", "VBN", "VBG") and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense or a modal, its own or that of an auxiliary."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(t.tag_ in _TENSES for t in (verb, *helpers)) or is_subjunctive(verb)


def is_beside(verb: Token) -> bool:
    """Whether a clause before another stands beside it, not in it ("Mali accuses Chad; Chad denies it")."""
    head = verb.head
    if verb.dep_ != "ccomp" or verb.i > head.i:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : head.i]) or any(
        c.dep_ == "dobj" and c.pos_ == "PRON" for c in head.children
    )


def is_subjunctive(verb: Token) -> bool:
    """ "(Demanded) that Peru leave": a that-clause whose verb does not agree with its subject and has no modal."""
    if verb.dep_ != "ccomp" or any(c.dep_ in ("aux", "neg") and c.lower_ not in ("not", "be") for c in verb.children):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    bare = verb.tag_ == "VB" or any(c.lower_ == "be" and c.dep_ == "auxpass" for c in verb.children)
    singular = subject is not None and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("it", "he", "she"))
    alone = singular and not any(c.dep_ == "conj" for c in subject.children) if subject is not None else False
    return subject is not None and (bare or (verb.tag_ == "VBP" and alone))


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


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
            surface_subjects(_clause_of(head), depth - 1)
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
    if verb.dep_ == "conj" or (verb.dep_ in ("advcl", "dep") and verb.tag_ in ("VBG", "VBN", "VB")):
        return surface_subjects(head, depth - 1)
    return []


def _taken_subject(verb: Token) -> Token | None:
    """ "Hit ten Swedes and Norway hit two Danes": a subject that the parser joins to the object before it."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or verb.i == 0:
        return None
    before = verb.doc[verb.i - 1]
    joined = before.dep_ == "conj" and before.tag_ == "NNP" and before.head.dep_ in ("dobj", "pobj")
    return before if joined and verb.head.i < before.head.i else None


def _is_taken(token: Token) -> bool:
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
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
    told = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and not _has_own_subject(verb)
    return told and not _coordinated(verb) and _stranding(verb) is not None


def _listed(subject: Token, verb: Token) -> Sequence[Token]:
    """In headlines a comma joins subjects ("Putin, Xi hold talks"); the parser leaves the first one loose."""
    before = [c for c in verb.children if c.left_edge.i == 0 < subject.left_edge.i and c.dep_ in ("dep", "npadvmod")]
    return [c for c in before if c.pos_ == "PROPN" and c.right_edge.nbor().text == ","]


def _antecedents(subject: Token, verb: Token) -> Sequence[Token]:
    if subject.lower_ in _RELATIVES and not subject.text.isupper() and subject.tag_ in ("WP", "WDT", "IN", "WP$"):
        clause = verb
        while clause.dep_ == "conj" and clause.head.pos_ in VERBS:
            clause = clause.head
        if clause.dep_ == "ccomp" and clause.head.lemma_ == "be":
            # "It was Turkey that shot down the jet".
            return [t for c in clause.head.children if c.dep_ == "attr" for t in conjuncts(c)]
        return conjuncts(_antecedent(subject, clause.head)) if clause.dep_ == "relcl" else []
    return conjuncts(subject)


def _companions(subject: Token, verb: Token) -> list[Token]:
    """ "Chile, along with Peru, condemned the vote": who does it with the subject."""
    own = (subject, verb)
    beside = [w for w in verb.doc[: verb.i] if w.lower_ == "with" and w.i and w.nbor(-1).lower_ in _ALONG]
    near = [w for w in beside if w.head in own or (w.head == w.nbor(-1) and w.head.head in own)]
    return [t for w in near for t in _complements(w)]


def _antecedent(relative: Token, noun: Token) -> Token:
    """ "A man tied to Hamas who shot at guards": a clause without a comma is not a name's, but of the noun above it."""
    if relative.lower_ != "who" or noun.tag_ != "NNP" or relative.nbor(-1).text == ",":
        return noun
    path = list(takewhile(lambda t: t.tag_ not in ("NN", "NNS"), noun.ancestors))
    described = any(t.dep_ == "acl" for t in path) and all(t.dep_ in ("prep", "agent", "acl", "xcomp") for t in path)
    return path[-1].head if described else noun


def _subjects_of_reduced(verb: Token, depth: int) -> Sequence[Token]:
    """Subject of a participle or infinitive that modifies a noun."""
    noun = verb.head
    if verb.tag_ == "VBG" and verb.lemma_ in _CAUSES and noun.dep_ == "dobj":
        # "Invaded the country, forcing others to arm": what forces is the invasion, so whoever invades.
        return surface_subjects(noun.head, depth - 1)
    if verb.tag_ in ("VBG", "VBN", "VBD"):
        return conjuncts(noun)
    if noun.lemma_.lower() in _REQUESTS and is_infinitive(verb):
        return _asked(noun, depth)
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for c in noun.children if c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]
    if owners:
        return [t for o in owners for t in conjuncts(o)]
    governor = _clause_of(noun)
    return surface_subjects(governor, depth - 1) if governor.pos_ in VERBS else []


def _asked(noun: Token, depth: int) -> Sequence[Token]:
    """ "A call on Mali to leave", "rejected a call to leave": who is asked does it, not who asks; else nobody known."""
    told = [t for word, t in prepositions(noun, deep=False) if word in ("on", "to", "for", "from")]
    governor = _clause_of(noun)
    answered = noun.head in (governor, *governor.children) and governor.lemma_ in _ANSWERS
    return told or (agents(governor) if answered and depth else [])


def _subjects_after_preposition(preposition: Token, depth: int) -> Sequence[Token]:
    """Subject of a gerund: of "accused her of spying" the object, of "left without speaking" the subject."""
    governor = _clause_of(preposition.head)
    if preposition.lower_ in _OBJECT_PREPOSITIONS and not is_passive(governor):
        objects = [t for c in governor.children if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
        if objects and preposition.head not in objects:
            return objects
    if preposition.head.pos_ == "NOUN" and preposition.head.dep_ == "pobj":
        # "Called for a wider role in rebuilding": whose role, nobody says.
        return owners(preposition.head)
    return surface_subjects(governor, depth - 1) if governor.pos_ in VERBS else []


def _controller(verb: Token, head: Token, depth: int) -> Sequence[Token]:
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG"):
        return []
    if not is_passive(head) and head.lemma_ in OBJECT_CONTROL:
        objects = [t for c in head.children if c.dep_ in ("dobj", "dative") for t in conjuncts(c)]
        if objects:
            return objects
    if not is_passive(head) and is_infinitive(verb):
        asked = _ASKED_AFTER.get(head.lemma_, frozenset())
        objects = [t for word, t in prepositions(head, deep=False) if word in asked and t.i < verb.i]
        if objects:
            return objects
    return surface_subjects(head, depth - 1)


def _clause_of(token: Token) -> Token:
    """The nearest verb above a token, or the root."""
    while token.head != token and token.pos_ not in VERBS:
        token = token.head
    return token


def clause_of(token: Token) -> Token:
    """The verb whose clause a token stands in (the token itself if it is a verb), or the root."""
    return _clause_of(token)


@once
def agents(verb: Token) -> Sequence[Token]:
    """Who does what a verb says: its subject, or the `by` phrase of a passive."""
    if not is_passive(verb):
        return surface_subjects(verb)
    return [t for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for t in _complements(c)]


@once
def patients(verb: Token) -> Sequence[Token]:
    """Whom or what a verb acts on: its object, or the subject of a passive."""
    if is_passive(verb):
        return _kept(verb) or surface_subjects(verb)
    objects = [t for c in verb.children if c.dep_ in ("dobj", "obj") for t in _objects(c, verb)] or _at_most(verb)
    objects = [t for t in objects if not _is_taken(t)]
    objects = objects or [t for c in verb.children if _is_misread_object(c, verb) for t in conjuncts(c)]
    objects = objects or _helped(verb)
    if not objects and verb.dep_ == "relcl" and _has_own_subject(verb) and not _is_subject_relative(verb):
        return conjuncts(verb.head)
    return objects


def _kept(verb: Token) -> list[Token]:
    """ "Togo was offered a loan": the object of a passive whose subject is the receiver."""
    return [t for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in _GIVING for t in conjuncts(c)]


def _helped(verb: Token) -> Sequence[Token]:
    """ "Helped Nepal cope": who is the subject of a bare infinitive."""
    deeds = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB" and not is_infinitive(c)]
    if verb.lemma_ not in _LETTING or any(c.dep_ in ("mark", "aux") for d in deeds for c in d.children):
        return []
    return [t for d in deeds for c in d.children if c.dep_ == "nsubj" for t in conjuncts(c)]


def _is_misread_object(child: Token, verb: Token) -> bool:
    """ "Shelled Haifa": a name straight behind its verb that the parser takes for a time or a measure."""
    return child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.left_edge.i == verb.i + 1


def _at_most(verb: Token) -> Sequence[Token]:
    """ "Kidnapped up to 16 advisers": an object that the parser takes for the complement of "to"."""
    heads = [t for c in verb.children if c.lower_ == "up" and c.i == verb.i + 1 for t in c.children if t.lower_ == "to"]
    counted = [t for h in heads for t in _complements(h) if any(c.dep_ == "nummod" for c in t.children)]
    return [t for c in counted for t in conjuncts(c)]


def _objects(child: Token, verb: Token) -> Sequence[Token]:
    if child.lower_ in _RELATIVES and child.tag_ in ("WP", "WDT", "IN"):
        return conjuncts(verb.head) if verb.dep_ == "relcl" else []
    return conjuncts(child)


def _is_subject_relative(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c.lower_ in _RELATIVES for c in verb.children)


def _complements(preposition: Token) -> Sequence[Token]:
    return [t for c in preposition.children if c.dep_ in ("pobj", "pcomp", "obj") for t in conjuncts(c)]


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
        if child.dep_ == "dobj" and token.lemma_ in _GIVING and is_passive(token):
            yield from (("to", t) for t in surface_subjects(token))
        if child.dep_ == "prt":
            yield from _after_particle(child, token)
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_ in _LEADING:
            yield from prepositions(child, deep=deep)
        if child.dep_ in _FOR_CLAUSES and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            # "Called for Mali to hold elections": whose subject the preposition seems to be.
            yield from (("for", t) for c in child.children if c.dep_ == "nsubj" for t in conjuncts(c))


def _after_particle(particle: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    """ "Called on the minister to resign": what the parser takes for a particle and an object or a subject."""
    for child in verb.children:
        if child.i > particle.i and child.dep_ in ("dobj", "ccomp"):
            heads = [child] if child.dep_ == "dobj" else [c for c in child.children if c.dep_ == "nsubj"]
            yield from ((particle.lower_, t) for h in heads if h.left_edge.i == particle.i + 1 for t in conjuncts(h))


def _prepositional(preposition: Token, deep: bool) -> Iterator[tuple[str, Token]]:
    for complement in _complements(preposition):
        yield preposition.lower_, complement
        if deep and complement.pos_ not in VERBS:
            yield from prepositions(complement, deep=deep)
    for child in preposition.children:
        # Whose word it is ("according to the ministry") is no party to it.
        if child.dep_ == "prep" and preposition.lower_ != "according":
            yield from _prepositional(child, deep)


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


def has_clause(verb: Token) -> bool:
    """Whether a verb has an infinitive, participle or that-clause."""
    return any(c.dep_ in ("xcomp", "ccomp", "advcl", "pcomp") for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb has a "not" of its own."""
    return any(c.dep_ == "neg" for c in verb.children)


def participles(noun: Token) -> Sequence[Token]:
    """Past participles after a noun ("talks held in Oslo")."""
    return [c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]


def owners(noun: Token) -> Sequence[Token]:
    """Possessors of a noun ("Xi's visit", "his visit")."""
    return [t for c in noun.children if c.dep_ == "poss" for t in conjuncts(c)]
