"""Accusations by what somebody or something is called: "described the move as childish", "called him a dictator"."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract import blamed, clause, reach
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_NEAR = 6
_OVER = frozenset({"by", "at", "with", "over", "about"})
_ALLEGING = frozenset({"allege"})
"""Words of saying after which whatever somebody has done is held against him."""
_PREDICATES = frozenset({"oprd", "ccomp", "xcomp", "attr", "acomp", "dobj"})


def find(scene: Scene, verb: Token) -> Finding | None:
    """The accusation of a verb of naming whose predicate blames; None where it praises or says nothing of either."""
    lemma = verb.lemma_.lower()
    if lemma not in scene.lexicon.naming:
        return None
    word = next((t for t in _predicates(verb) if _blames(scene, t)), None)
    if word is None:
        return None
    actors = scene.parties(clause.agents(verb))
    taken = reach.selves(actors)
    for token in _named(verb, word):
        targets = blamed.of(scene, token, taken)
        if targets:
            entry = _entry(lemma, scene.lexicon.row(("naming", lemma), *_as_listed(word)))
            return Finding(entry, verb, f"{lemma} {word.text.lower()}", actors, targets, verb)
    return None


def of_clause(scene: Scene, verb: Token) -> Finding | None:
    """The accusation of a verb of saying whose that-clause blames its subject: "said the vote undermined the union"."""
    lemma = verb.lemma_.lower()
    harms = ((c, w) for c in verb.children if c.dep_ == "ccomp" and (w := _harm(scene, c)) is not None)
    content, word = next(harms, (None, None))
    if lemma not in scene.lexicon.reporting or content is None or word is None:
        return None
    actors = scene.parties(clause.agents(verb))
    taken = reach.selves(actors)
    for token in clause.agents(content):
        targets = _addressed(scene, verb, token) or blamed.of(scene, token, taken)
        if targets:
            row = scene.lexicon.row(("reporting", lemma), *_as_listed(word), ("harms", word.lemma_.lower()))
            return Finding(_entry(lemma, row), verb, f"{lemma} {content.text.lower()}", actors, targets, verb)
    return None


def of_feeling(scene: Scene, verb: Token) -> Finding | None:
    """ "Was outraged by the raid", "said it was disappointed at Chad's move": displeasure blames the doer."""
    word = verb if verb.lemma_ != "be" else next((c for c in verb.children if c.dep_ in ("acomp", "oprd")), verb)
    if word.lower_ not in scene.lexicon.feelings or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    actors = scene.parties(clause.surface_subjects(verb)) or _sayer(scene, verb)
    taken = reach.selves(actors)
    for over, token in clause.prepositions(word, deep=False) if actors else ():
        targets = blamed.of(scene, token, taken)
        if over in _OVER and targets:
            row = scene.lexicon.row(("feelings", word.lower_))
            return Finding(_entry(word.lower_, row), verb, f"be {word.lower_} {over}", actors, targets, verb)
    return None


def of_thanks(scene: Scene, verb: Token) -> Finding | None:
    """ "Is grateful to Chad for its help": thanks to whom "to" names."""
    word = next((c for c in verb.children if c.dep_ == "acomp"), None) if verb.lemma_ == "be" else None
    if word is None or word.lower_ not in scene.lexicon.thanks:
        return None
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        # "Would be grateful" asks.
        return None
    actors = scene.parties(clause.surface_subjects(verb)) or _sayer(scene, verb)
    taken = reach.selves(actors)
    thanked = scene.parties(t for to, t in clause.prepositions(word, deep=False) if to == "to")
    targets = tuple(m for m in thanked if m.id not in taken)
    if not actors or not targets:
        return None
    row = scene.lexicon.row(("thanks", word.lower_))
    entry = Entry(f"judged:{word.lower_}", frozenset({"be"}), "", (), False, "support", "SUPPORT", "", "051", row)
    return Finding(entry, verb, f"be {word.lower_}", actors, targets, verb)


def _sayer(scene: Scene, verb: Token) -> tuple[ActorMention, ...]:
    """ "The ministry said it was angry": a pronoun under a word of saying that nothing else explains is the speaker."""
    pronoun = any(t.lower_ in ("it", "he", "she", "they") for t in clause.surface_subjects(verb))
    said = pronoun and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in scene.lexicon.reporting
    return scene.parties(clause.agents(verb.head)) if said else ()


def of_threat(scene: Scene, verb: Token) -> Finding | None:
    """ "Warned that Chad would face consequences", "said Peru will pay a price": harm foretold to its sufferer."""
    lemma = verb.lemma_.lower()
    if lemma not in scene.lexicon.reporting:
        return None
    for content in (c for c in verb.children if c.dep_ in ("ccomp", "xcomp")):
        word = _foretold(scene, content) or _deterred(content)
        if word is None:
            continue
        actors = scene.parties(clause.agents(verb))
        taken = reach.selves(actors)
        warned = clause.surface_subjects(word if word.dep_ == "advcl" else content)
        targets = tuple(m for m in scene.parties(warned) if not taken & {m.id, m.country} and m.rule != "group:bare")
        if targets and (word.dep_ != "advcl" or _is_own(scene, content, taken)):
            entry = Entry(f"judged:{lemma}", frozenset({lemma}), "", (), False, "threaten", "THREATEN", "", "130")
            return Finding(entry, verb, f"{lemma} {content.lemma_} {word.text.lower()}", actors, targets, verb)
    return None


def _deterred(verb: Token) -> Token | None:
    """ "Would retaliate if Chad attacked": the verb of what somebody is warned not to do."""
    if verb.lemma_.lower() not in words_of("answering an attack"):
        return None
    conditions = (c for c in verb.children if c.dep_ == "advcl" and not clause.is_passive(c))
    return next((c for c in conditions if any(m.lower_ == "if" for m in c.children)), None)


def _is_own(scene: Scene, content: Token, taken: set[str]) -> bool:
    """Whether it is the speaker who would pay back."""
    return any(taken & {m.id, m.country} for m in scene.parties(clause.surface_subjects(content)))


def _foretold(scene: Scene, verb: Token) -> Token | None:
    """What a clause says that its subject will suffer."""
    if verb.lemma_ not in words_of("suffering") or not any(c.tag_ == "MD" for c in verb.children):
        return None
    return next((t for t in clause.patients(verb) if t.lemma_.lower() in scene.lexicon.penalties), None)


def _addressed(scene: Scene, verb: Token, blamed: Token) -> tuple[ActorMention, ...]:
    """ "You have lied to us," X told Y: who is spoken to."""
    if blamed.lower_ != "you":
        return ()
    told = [t for c in verb.children if c.dep_ in ("dobj", "dative") for t in clause.conjuncts(c)]
    return scene.parties([*told, *(t for word, t in clause.prepositions(verb, deep=False) if word == "to")])


def _harm(scene: Scene, verb: Token) -> Token | None:
    """The word of a clause that blames its subject: the verb, or what it says the subject is."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    if verb.head.lemma_ in _ALLEGING and not clause.is_passive(verb):
        return verb
    words = [t for c in verb.children if c.dep_ in ("attr", "acomp") for t in _words(c)] if verb.lemma_ == "be" else []
    if verb.lemma_ in words_of("amounting"):
        amount = [t for word, t in clause.prepositions(verb, deep=False) if word == "to"]
        words = [w for t in (*clause.patients(verb), *amount) for w in _words(t)]
    guilty = (t for t in (*words, *(c for c in verb.children if c.dep_ == "prep")) if _is_guilt(t))
    if verb.lemma_ == "be" and (guilt := next(guilty, None)) is not None:
        return guilt
    return verb if verb.lemma_.lower() in scene.lexicon.harms else next((t for t in words if _blames(scene, t)), None)


def _is_guilt(word: Token) -> bool:
    """ "Is responsible for", "was behind the attack", "is to blame for"."""
    blamed = word.lower_ in words_of("blaming") and any(c.lower_ in ("for", "of", "in") for c in word.children)
    return blamed or (word.lower_ == "behind" and any(c.dep_ == "pobj" for c in word.children))


def _entry(lemma: str, row: str) -> Entry:
    return Entry(f"judged:{lemma}", frozenset({lemma}), "", (), False, "accuse", "ACCUSE", "disapprove", "111", row)


def _as_listed(word: Token) -> list[tuple[str, str]]:
    """A reproach as its list may have it: by its lemma or as written."""
    return [("reproaches", form) for form in dict.fromkeys((word.lemma_.lower(), word.lower_))]


def _predicates(verb: Token) -> Iterator[Token]:
    """The words that a verb of naming gives its object, with the adjectives of a noun."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    for child in (*verb.children, *(c for t in objects for c in t.children)):
        if child.head == verb and child.dep_ in _PREDICATES and child.i > verb.i:
            yield from _words(child)
        elif child.lower_ == "as":
            yield from takewhile(_goes_on, verb.doc[child.i + 1 : child.i + 1 + _NEAR])


def _goes_on(token: Token) -> bool:
    return token.is_quote or token.pos_ in ("ADJ", "ADV", "NOUN", "DET", "CCONJ", "PROPN", "VERB")


def _words(head: Token) -> Iterator[Token]:
    for token in (head, *(c for c in head.children if c.dep_ == "conj")):
        yield token
        yield from (c for c in token.children if c.dep_ in ("amod", "compound", "acomp", "attr"))


def _blames(scene: Scene, token: Token) -> bool:
    return token.lemma_.lower() in scene.lexicon.reproaches or token.lower_ in scene.lexicon.reproaches


def _named(verb: Token, predicate: Token) -> Iterator[Token]:
    """What is given a name: the object, the subject of a small clause or of a passive."""
    if clause.is_passive(verb):
        yield from clause.surface_subjects(verb)
        return
    if verb.dep_ == "relcl" and any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.children):
        yield from clause.patients(verb)
    heads = [verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp"))]
    for head in heads:
        for child in head.children:
            named = child.dep_ in _OBJECTS or (child.dep_ == "compound" and child.pos_ == "PROPN")
            if named and child != predicate and child.i > verb.i and child.i < predicate.i:
                yield from clause.conjuncts(child)
