"""Whose word a claim is: the speaker of the clause around it, the source after "according to", whoever is quoted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract import clause, mood, status
from kg.extract.scene import Scene
from kg.parse.tree import Token

_CLAUSES = frozenset({"ccomp", "parataxis", "advcl", "dep"})
_ASIDE = frozenset({"after", "before", "since", "until", "because", "although", "though", "when", "while"})
_CHARGES = frozenset({"accuse", "suspect", "blame"})


class Attribution(NamedTuple):
    """Labels of the actors, else the words, of who says it and of the outlet that passes it on; None for nobody."""

    speaker: str | None = None
    via: str | None = None


def attribution(scene: Scene, trigger: Token) -> Attribution:
    """To whom an event is attributed.

    Of several the innermost; an outlet passes on what others say ("Lavrov said, Interfax reported", "told Reuters"),
    and is the speaker only where nobody else is named.
    """
    told = [tokens for token in (trigger, *trigger.ancestors) for tokens in _sources(scene, token) if tokens]
    sources = [(label(scene, tokens), _is_outlet(scene, tokens)) for tokens in told]
    first = next((source for source, outlet in sources if source and not outlet), None) or scene.quoted(trigger)
    outlet = next((source for source, outlet in sources if source and outlet), None)
    return Attribution(first, outlet) if first else Attribution(outlet)


def _sources(scene: Scene, token: Token) -> Iterator[Sequence[Token]]:
    """Who is named for what a word heads, innermost first, with the outlets that they spoke to."""
    yield _according(token)
    for verb in _sayings(scene, token):
        yield clause.agents(verb)
        listeners = [*clause.patients(verb), *(t for _, t in clause.prepositions(verb))]
        yield from ([t] for t in listeners if _is_outlet(scene, [t]))


def _is_outlet(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether newspapers and agencies, which report what others say, are named."""
    return any(m.id in scene.outlets for m in scene.parties(tokens[:1]))


def _sayings(scene: Scene, token: Token) -> list[Token]:
    """The verbs that say what a word heads; of "Iran lied, Lavrov said, Interfax reported" both, in their order."""
    verb = _saying(scene, token) or _trailing(scene, token)
    if verb is None or status.of_verb(scene, verb) == "denied":
        return []
    between = [c for c in verb.children if c.dep_ == "parataxis" and token.i < c.i < verb.i and _speaks(scene, c)]
    return [*between[:1], verb]


def _trailing(scene: Scene, token: Token) -> Token | None:
    """ "Peru left, an official told AFP": a verb of saying that the parser coordinates with what is said."""
    after = [c for c in token.children if c.dep_ == "conj" and c.i > token.i and _speaks(scene, c)]
    bare = (c for c in after if not clause.has_clause(c) and any(s.dep_ == "nsubj" for s in c.children))
    joined = any(c.dep_ == "cc" or c.text == ";" for c in token.children)
    return None if joined else next(bare, None)


def _saying(scene: Scene, token: Token) -> Token | None:
    """The verb of saying whose content a word heads: a clause, a gerund ("denied bombing"), "reports that it fled"."""
    head = token.head
    if token.dep_ == "pcomp":
        charged = head.lower_ == "of" and head.head.lemma_.lower() in _CHARGES
        # "Interfax quoted Lavrov as saying": who quotes passes it on.
        return head.head if charged or (head.lower_ == "as" and _speaks(scene, head.head)) else None
    if token.dep_ == "acl" and head.dep_ in ("dobj", "nsubjpass"):
        belied = _rejects(scene, head.head) and not clause.is_infinitive(token)
        return head.head if _speaks(scene, head.head) or belied else None
    if clause.is_beside(token) or _is_aside(token):
        return None
    claimed = token.dep_ == "xcomp" and (token.tag_ == "VBG" or mood.is_perfect(token))
    return head if (claimed or token.dep_ in _CLAUSES) and _speaks(scene, head) else None


def _is_aside(token: Token) -> bool:
    """ "Recalled its envoy a day after Chad signed the deal": a clause of time or cause is nothing that is said."""
    return token.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _ASIDE for c in token.children)


def _speaks(scene: Scene, verb: Token) -> bool:
    return verb.lemma_.lower() in scene.lexicon.reporting


def _rejects(scene: Scene, verb: Token) -> bool:
    """ "Dismissed reports", "rejected claims": whoever does says that they are false."""
    return any(row.status == "denied" for row in scene.lexicon.operators.get((verb.lemma_.lower(), "object"), ()))


def _according(token: Token) -> Sequence[Token]:
    heads = [c for c in token.children if c.lower_ == "according"]
    return [t for head in heads for p in head.children for t in p.children if t.dep_ == "pobj"]


def label(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """Label of the first actor that tokens stand for, else the words of the first noun."""
    parties = scene.parties(tokens)
    if parties:
        return parties[0].label
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    return _words(nouns[0]) if nouns else None


def _words(noun: Token) -> str:
    kept = [t for t in noun.children if t.i < noun.i and t.dep_ in ("amod", "compound", "nmod", "poss", "nummod")]
    return " ".join(t.text for t in [*sorted(kept, key=lambda t: t.i), noun])
