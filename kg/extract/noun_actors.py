"""Whose event a noun tells: its possessor, adjective or `by` phrase, else the subject of the verb that carries it."""

from collections.abc import Sequence

from kg.extract import clause, reach
from kg.extract.governed import governor, teller
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_OWN = frozenset({"sanction", "aid", "mobilize", "coerce", "retreat"})
_SENT = frozenset({"invite", "call"})
"""Types of nominal events that somebody may pass on for somebody else ("conveyed an invitation from the king")."""
_ATTENDED = frozenset({"meet", "call", "visit", "agree", "attend"})
"""Types of nominal events whose actor may be the subject of a clause that only mentions them ("said during talks")."""


def actors(scene: Scene, noun: Token, entry: Entry, taken: set[str], targets: set[str]) -> tuple[ActorMention, ...]:
    """Whose event it is: possessor, adjective, `by`, free `of`, else the subject that carries the noun."""
    written = {"by", "of", "between", "among", *(("from",) if entry.type in _SENT else ())} - taken
    complements = [t for word, t in around(scene, noun) if word in written]
    if is_evoked(scene, noun):
        complements += [t for word, t in clause.prepositions(governor(scene, noun)[0]) if word == "from"]
    owners = () if entry.suffered and not is_done_by_owner(noun) else possessors(scene, noun)
    if entry.type == "visit":
        owners = tuple(m for m in owners if m.id not in targets)
    found = owners or scene.parties(complements)
    both = any(word in ("between", "among", "of") for word, _ in clause.prepositions(noun, deep=False))
    if found or (entry.type in SYMMETRIC and len(targets) > 1 and both):
        return found
    if entry.mode == "withdraw":
        # "The withdrawal of Russian troops from Chad".
        withdrawn = [t for word, t in clause.prepositions(noun, deep=False) if word == "of"]
        whose = scene.parties(o for t in withdrawn for o in clause.owners(t))
        # "Of some forces from Chad": there they leave from.
        soldiers = whose or tuple(m for m in scene.parties(withdrawn) if " from " not in m.text)
        if soldiers := tuple(m for m in soldiers if m.country or m.kind == "organisation"):
            return soldiers
    return scene.parties(_carriers(scene, noun, entry))


def around(scene: Scene, noun: Token) -> list[tuple[str, Token]]:
    """The complements of a noun, with those that hang on whose it is ("the visit of Xi to Mali", "by Xi to Mali")."""
    found = list(clause.prepositions(noun, deep=False))
    # "The abduction on Sunday of nine nuns by rebels": the parser hangs "of" on the day, and "by" on the nuns.
    found += [p for word, t in found if word == "on" and t.ent_type_ == "DATE" for p in clause.prepositions(t)]
    named = [t for word, t in found if word in ("of", "by") and t.i in scene.actors]
    people = [t for word, t in found if word == "of" and t.lemma_.lower() in scene.lexicon.people]
    # "A cessation of hostilities between Chad and Niger".
    acts = [t for word, t in found if word == "of" and t.lemma_.lower() in scene.lexicon.nouns]
    found += [p for t in acts for p in clause.prepositions(t, deep=False) if p[0] in ("between", "among")]
    # "A visit, his first to Chad".
    ranked = (c for c in noun.rights if c.dep_ == "appos" and c.lower_ in words_of("ranked"))
    found += [p for c in ranked for p in clause.prepositions(c, deep=False)]
    inner = [p for t in named for p in clause.prepositions(t, deep=False) if p[0] != "of"]
    return [*found, *inner, *(p for t in people for p in clause.prepositions(t, deep=False) if p[0] == "by")]


def possessors(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """Whose a noun is: its possessor, else the adjective or name before it."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.lower_ in ("his", "her", "their")), None)
    if owner is not None and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "for", "over"):
        # "Congratulated him on his election": whom one congratulates, thanks or blames.
        praised = [t for t in noun.head.head.children if t.dep_ == "dobj"] if noun.head.head.pos_ == "VERB" else []
        people = tuple(m for m in scene.parties(praised) if m.kind == "person")
        if people:
            return people
    return scene.parties(clause.owners(noun)) or scene.taking_part(noun)


def is_done_by_owner(noun: Token) -> bool:
    """ "Chad's arrest of two envoys": who owns such a noun does it where "of" tells whom it befell."""
    return bool(clause.owners(noun)) and any(word == "of" for word, _ in clause.prepositions(noun, deep=False))


def is_evoked(scene: Scene, noun: Token) -> bool:
    """Whether somebody else's deed calls forth what the noun tells ("drew criticism from Chad")."""
    verb, row = governor(scene, noun)
    # "Deplored the union's support": who judges a deed did not call it forth, nor what follows it.
    other = verb.lemma_ == "follow" or verb.lemma_ in words_of("judging")
    return row is not None and row.takes == "object" and not row.subject and not other


def _carriers(scene: Scene, noun: Token, entry: Entry) -> Sequence[Token]:
    """Subject of a light verb, of "arrived for talks", or the object of "invited X for a visit"."""
    carrier, operator = governor(scene, noun)
    host = teller(noun)
    if carrier.pos_ not in clause.VERBS:
        return []
    if is_blamed(noun, carrier):
        return clause.surface_subjects(carrier)
    if operator is not None and host is not None and carrier.head == host:
        return [host]
    if operator is not None:
        if operator.status == "cancelled" and entry.type == "attack" and clause.is_infinitive(carrier):
            # "Sent troops to halt the killing": it is not the sender's.
            return []
        return _hosts_of(scene, carrier) if operator.subject or _is_own(carrier, entry) else []
    if noun.dep_ == "pobj" and noun.head.lower_ == "including":
        # "After hours of talks, including a meeting with Rao, Sow left".
        noun = noun.head.head
    if noun.dep_ == "pobj" and noun.head.head.lower_ == "ahead" and noun.head.head.head == carrier:
        # "Arrived ahead of talks with Rao": a journey made for them.
        going = entry.type == "meet" and "visit" in scene.lexicon.acts(carrier.lemma_)
        return clause.journeyers(carrier, clause.surface_subjects(carrier)) if going else []
    if entry.type in _ATTENDED and noun.dep_ == "pobj" and noun.head.head == carrier:
        if carrier.lemma_.lower() in words_of("object-control") and noun.head.lower_ in ("for", "to", "on"):
            return clause.patients(carrier)
        if carrier.lemma_.lower() not in scene.lexicon.reporting or noun.head.lower_ in ("at", "in", "during", "after"):
            return clause.journeyers(carrier, clause.surface_subjects(carrier))
    return []


def crowd(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Thousands joined a rally": who protests where no name tells."""
    carrier, row = governor(scene, noun)
    return reach.crowd(scene, clause.agents(carrier)) if row is not None and row.subject else ()


def is_blamed(noun: Token, carrier: Token) -> bool:
    """ "Was responsible for killings", "is guilty of the murder", told by the text itself."""
    head = noun
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ != "pobj" or head.head.lower_ not in ("for", "of"):
        return False
    quality = head.head.head
    if quality.lower_ == "responsibility" and quality.dep_ == "dobj" and quality.head == carrier:
        # "Claimed responsibility for the bombing".
        return carrier.lemma_ in words_of("owning up") and not clause.is_negated(carrier)
    if carrier.lemma_ != "be":
        return False
    told = carrier.dep_ in ("ROOT", "conj") and not clause.is_negated(carrier)
    return told and quality.dep_ == "acomp" and quality.lower_ in words_of("held responsible")


def _is_own(carrier: Token, entry: Entry) -> bool:
    """ "Japan announced sanctions": who tells of such acts and names nobody else does them himself."""
    return entry.type in _OWN and carrier.lemma_.lower() in words_of("telling")


def _hosts_of(scene: Scene, carrier: Token) -> Sequence[Token]:
    """The agents of a light verb, or the owners of what stands there ("the programme of her stay includes talks")."""
    found = clause.agents(carrier)
    if scene.parties(found):
        return found
    return [o for t in found if t.pos_ == "NOUN" for n in t.subtree if n.i < carrier.i for o in clause.owners(n)]
