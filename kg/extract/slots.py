"""What fills the slots of a verb's pattern: its objects, complements of its prepositions, its noun, its content."""

from collections.abc import Collection
from itertools import takewhile

from kg.extract import clause
from kg.extract.finding import Reading
from kg.extract.pattern import Argument
from kg.extract.scene import Scene
from kg.parse.classes import words_of
from kg.parse.tree import Token

_TO_ENVOYS = frozenset({"accuse", "coerce"})
"""Types of what is done to envoys, by name or not."""
_TEMPORAL = frozenset({"DATE", "TIME"})
_ASIDE = frozenset({"amid", "amidst", "despite", "during", "following"})
_EARLIER = _ASIDE | {"after", "before"}
_RANKED = frozenset({"only", "latest", "second", "third"})
_TOPIC = frozenset({"about", "on", "over"})
_INSIDE = frozenset({"in", "near"})
_AIMED_AT_PLACES = frozenset({"visit", "attack", "mobilize", "coerce", "retreat", "sanction", "request", "agree"})
"""Types whose patterns name a place where they write "in": a curfew, a withdrawal, an appeal for peace in T."""


def fillers(reading: Reading, argument: Argument) -> list[Token]:
    """Tokens that could fill an argument: objects, or complements of its prepositions.

    A place after "in" or "at" only says where: "protested in Dhaka" has no target; "lashed out at Nepal" has.
    """
    scene, verb, entry = reading.scene, reading.verb, reading.entry
    if not argument.prepositions:
        named = given_office(verb) if entry.type == "appoint" else []
        # "Cordoned off the roads": where the parser takes the particle for a preposition.
        behind = [t for word, t in clause.prepositions(verb, deep=False) if entry.particle and word == entry.particle]
        called = _called(reading) if argument.noun else []
        return [*clause.patients(verb), *_gapped(scene, verb), *named, *behind, *called]
    heads = (verb, *clause.patients(verb)) if clause.is_passive(verb) else (verb,)
    after = [(word, t) for head in heads for word, t in clause.prepositions(head) if word in argument.prepositions]
    # "Troops from the Republic of Congo": a preposition in a name has no complement of its own.
    after = [(word, t) for word, t in after if t.dep_ != "pobj" or not _is_in_name(scene, t.head)]
    if entry.type == "host":
        # "Hosted talks on the war in the east of Chad": of what is spoken of.
        after = [(word, t) for word, t in after if word != "of" or not any(a.lower_ in _TOPIC for a in t.ancestors)]
    doers = clause.agents(verb) if "by" in argument.prepositions and clause.is_passive(verb) else ()
    found = [(word, token) for word, token in after if argument.noun or token not in doers]
    if argument.noun and "to" in argument.prepositions:
        found += [("to", c) for c in verb.children if c.dep_ in ("xcomp", "ccomp") and clause.is_infinitive(c)]
    # "Invest in T", "close embassy in T": rows that know no other word mean the place.
    aimed = entry.type in _AIMED_AT_PLACES or (argument.prepositions == {"in"} and entry.type != "attend")
    # "Attacked the embassy of Oman in Mali": what is of somebody is only there.
    owner = next((t.i for word, t in found if aimed and word == "of" and scene.parties([t])), len(verb.doc))
    found = [(word, t) for word, t in found if not (t.i > owner and word in _INSIDE and scene.is_place(t))]
    if not found and "to" in argument.prepositions and verb.lemma_ in words_of("giving"):
        return [c for o in clause.patients(verb) for c in o.children if _is_receiver(c, verb)]
    kept = [token for word, token in found if aimed or not _says_where(scene, word, token)]
    # "Severed ties after a row with Niger".
    around = _EARLIER if entry.type == "sanction" else _ASIDE if aimed else ()
    return [t for t in kept if not _is_aside(t, verb, around)]


def _is_in_name(scene: Scene, preposition: Token) -> bool:
    named = scene.actors.get(preposition.i, ())
    return bool(named) and all(m.rule.startswith("gazetteer:") or m.rule == "coref:ministry" for m in named)


def _is_receiver(word: Token, verb: Token) -> bool:
    """ "Gave Chad medical support": a name straight behind the verb that the parser hangs on the gift."""
    return word.dep_ in ("nmod", "compound", "npadvmod") and word.tag_ == "NNP" and word.left_edge.i == verb.i + 1


def _gapped(scene: Scene, verb: Token) -> list[Token]:
    """ "Met Rao in Delhi and Khan in Lahore": who is met next, whom the parser coordinates with the place."""
    beside = [t for word, t in clause.prepositions(verb, deep=False) if word in ("in", "at")]
    spots = [t for t in beside if scene.is_place(t)]
    return [t for t in beside if spots and any(m.kind == "person" for m in scene.actors.get(t.i, ()))]


def _called(reading: Reading) -> list[Token]:
    """ "Declared Rao the winner", "became president": what somebody is called or becomes.

    Not so "became the first president to visit": that is no office he got.
    """
    verb, named = reading.verb, any(a.slot == "T" and not a.prepositions for a in reading.entry.arguments)
    beside_name = ("oprd", "dobj") if clause.is_passive(verb) else ("oprd",)
    kinds = ("attr", *(beside_name if named else ()))
    found = [c for c in verb.children if c.dep_ in kinds and verb.lemma_ != "be"]
    # The parser may take it for an apposition, which only a comma would make it.
    beside = (a for c in verb.children if c.dep_ == "dobj" and named for a in c.children if a.dep_ == "appos")
    found += [a for a in beside if a.left_edge.i == a.head.i + 1]
    return [t for t in found if not any(c.dep_ in ("acl", "relcl") or c.lower_ in _RANKED for c in t.children)]


def given_office(verb: Token) -> list[Token]:
    """ "Elected George Weah president": a name that the parser takes for a part of the office."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NN"]
    return [c for o in objects for c in o.children if c.dep_ == "compound" and c.tag_ == "NNP"]


def _is_aside(token: Token, verb: Token, around: Collection[str]) -> bool:
    """ "Moved tanks into Chad amid a dispute with Niger", "spoke on a trip to Niger": what only surrounds it."""
    between = list(takewhile(lambda t: t != verb, token.ancestors))
    going = token.head.lower_ == "to" and any(t.lemma_.lower() in words_of("journey") for t in between[1:])
    # "Imposed bans on Chad over a raid on rebels".
    far = {"over"} if around and token.head.lower_ != "over" else set()
    answered = bool(around) and any(map(clause.is_answered, between))
    return going or answered or any(t.dep_ == "prep" and t.lower_ in {*around, *far} for t in between)


def _says_where(scene: Scene, word: str, token: Token) -> bool:
    named = scene.actors.get(token.i, ())
    return scene.is_place(token) and (word == "in" or (word == "at" and any(m.kind == "place" for m in named)))


def has_content(verb: Token, argument: Argument) -> bool:
    """Whether a content slot is filled; without a preposition anything, or nothing, may fill it."""
    if not argument.prepositions or ("to" in argument.prepositions and clause.has_clause(verb)):
        return True
    complements = [t for word, t in clause.prepositions(verb) if word in argument.prepositions]
    if complements:
        return any(t.ent_type_ not in _TEMPORAL for t in complements)
    return bool(argument.prepositions & clause.particles(verb))


def noun_of(reading: Reading, tokens: list[Token], argument: Argument) -> Token | None:
    """The noun that an argument asks for, among what fills it or what that is a measure of."""
    scene = reading.scene
    measured = (n for t in tokens for m in _measured(scene, t) for n in (m, *_measured(scene, m)))
    titles = _titles(tokens) if reading.entry.type in _TO_ENVOYS else ()
    return next((t for t in (*tokens, *measured, *_spent(tokens), *titles) if is_noun(t, argument.noun)), None)


def _titles(tokens: list[Token]) -> list[Token]:
    """ "Summoned Ambassador Rao": what somebody named is."""
    return [c for t in tokens if t.tag_ == "NNP" for c in t.children if c.dep_ == "compound" and c.tag_ == "NNP"]


def _spent(tokens: list[Token]) -> list[Token]:
    """ "Suspended millions of dollars in aid": in what form money is given, hung on the verb by the parser."""
    money = [t for t in tokens if any(m.lemma_.lower() in words_of("currency") for m in t.subtree)]
    verbs = (t.head for t in money if t.dep_ in ("dobj", "nsubjpass"))
    return [t for verb in verbs for word, t in clause.prepositions(verb, deep=False) if word == "in"]


def _measured(scene: Scene, token: Token) -> list[Token]:
    """ "Ten million dollars of aid", "a wave of sanctions": what a number or a part is of."""
    lemma, numbered = token.lemma_.lower(), any(c.dep_ in ("nummod", "quantmod") for c in token.children)
    counts = numbered or lemma in words_of("measure") or lemma in scene.lexicon.parts
    return [t for word, t in clause.prepositions(token, deep=False) if counts and word in ("of", "in")]


def is_noun(token: Token, noun: tuple[frozenset[str], ...]) -> bool:
    """Whether a token is the noun of an argument, with the modifiers that the argument asks for."""
    *modifiers, head = noun
    if token.lemma_.lower() not in head:
        return False
    before = {c.lemma_.lower() for c in token.children} | {c.lower_ for c in token.children}
    return all(before & words for words in modifiers)
