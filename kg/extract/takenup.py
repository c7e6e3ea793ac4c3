"""Events that a noun takes up ("the talks will be held in May"): of whom the text told them before."""

from kg.actors.lexicon import usage
from kg.extract import clause
from kg.extract.carriers import held
from kg.extract.governed import whole
from kg.extract.operators import Operator
from kg.extract.scene import Scene
from kg.model import ActionType, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_WILL = frozenset({"will", "'ll", "’ll", "would"})
_THE = frozenset({"the", "that", "this"})
_NEXT = frozenset({"another", "further", "new", "next", "second", "third"})

Side = tuple[ActorMention, ...]


def met_last(scene: Scene, noun: Token, carrier: Token) -> tuple[ActorMention, ...]:
    """ "The next round of talks will be held in May": between those who met last."""
    ahead = any(c.dep_ == "aux" and c.lower_ in _WILL for c in carrier.children) or clause.is_passive(carrier)
    if not ahead or carrier.lemma_ not in words_of("going on") or carrier.tag_ == "VBD":
        return ()
    if not any(c.lower_ in _NEXT for n in (noun, whole(noun)) for c in n.children):
        return ()
    met = (d for d in reversed(scene.deeds) if d.type == "meet")
    both = ({m.id: m for m in (*d.actors, *d.targets)} for d in met)
    return next((tuple(two.values()) for two in both if len(two) > 1), ())


def says_when(noun: Token, verb: Token, row: Operator | None) -> bool:
    """ "The talks will take place on Friday", "was called off", "was signed in May": what befalls an event."""
    if row is not None and (row.status == "cancelled" or (row.subject and clause.is_passive(verb))):
        return True
    befallen = (verb, *held(noun)) if noun.dep_ in clause.SUBJECTS and noun.head == verb else ()
    clauses = (*befallen, *(c for c in noun.children if c.dep_ == "relcl"))
    return any(_goes_on(v) for v in clauses)


def _goes_on(verb: Token) -> bool:
    """ "Took place", not "took longer"."""
    placed = verb.lemma_ != "take" or any(c.lower_ == "place" for c in verb.children)
    return placed and verb.lemma_ in words_of("going on") | words_of("taking place")


def parties(scene: Scene, noun: Token, type_: ActionType) -> tuple[Side, Side]:
    """ "She will fly to Chad on Monday. The visit was later called off": who, to whom, the text said."""
    if noun.lower_ not in usage("occasion"):
        return (), ()
    taken_up = any(c.lower_ in _THE for c in noun.lefts) and not any(c.dep_ in ("acl", "prep") for c in noun.rights)
    deed = next((d for d in reversed(scene.told) if d.type == type_), None) if taken_up else None
    return (deed.actors, deed.targets) if deed is not None and not deed.background else ((), ())
