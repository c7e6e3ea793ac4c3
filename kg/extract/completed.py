"""Parties of a verb's event that the slots of its pattern leave open, by what the sentence says around them."""

from collections.abc import Collection, Iterable
from itertools import takewhile

from kg.extract import blamed, clause, reach, takenup
from kg.extract.finding import CONCERNING, SPEECH, Reading
from kg.extract.pattern import Argument, Entry
from kg.extract.scene import Scene
from kg.extract.slots import given_office
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_DIRECTED = frozenset({"on", "against", "to", "toward", "towards", "with", "into"})
_REACHING = SPEECH | {"sanction", "coerce", "attack", "aid", "mobilize", "retreat"}
"""Types whose prepositional targets may be told by what they own."""
_AIMED = frozenset({"sanction", "attack", "accuse"})
"""Types whose target may stand in a clause of the noun that the pattern names."""
_PAIR = 2
_JUDGING = frozenset({"accuse", "support", "reject"})
"""Types whose target may be told by what is done under its rule."""
_DEFINITE = frozenset({"the", "this", "these", "those"})
_MEASURES = frozenset(
    {"aid", "ambassador", "assistance", "cooperation", "embargo", "envoy", "relation", "sanction", "tie"}
)
_BARRIERS = frozenset({"embargo", "sanction", "tariff"})
_TIES = frozenset({"ambassador", "envoy", "relation", "tie"})
_BECAUSE = frozenset({"over", "after", "following", "for"})
_DOERLESS = frozenset({"appoint", "attack"})
_ASYLUM = "075"
"""CAMEO's code of granting asylum."""
_BETWEEN = frozenset({"between", "among"})
_SITTING = frozenset({"after", "at", "by", "during", "following"})


def targets(reading: Reading, found: tuple[ActorMention, ...], noun: Token | None) -> tuple[ActorMention, ...]:
    """The targets of a verb's event: those that its slots gave, else, or instead, those that its type asks for."""
    scene, verb, entry, actors = reading.scene, reading.verb, reading.entry, reading.actors
    own = reach.selves(actors)
    if entry.type in _AIMED and not found and noun is not None:
        found = reach.aimed(scene, [noun], own)
    if entry.type in CONCERNING and not found and not (entry.mutual and len(actors) == _PAIR):
        found = _about(scene, verb, own, entry.type) or _ruler(scene, entry, clause.patients(verb))
    if entry.type == "agree" and len(actors) == 1 and not found:
        found = reach.partners(scene, verb, own)
    if entry.type == "accuse":
        found = blamed.instead(scene, _condemned(verb, entry, noun), found, own)
    if entry.type == "reject":
        # "Rejected the raid on Chad", which has been made, says no to who made it; "ruled out a raid on Chad" to Chad.
        made = [t for t in clause.patients(verb) if any(c.lower_ in _DEFINITE for c in t.children)]
        found = blamed.instead(scene, made, found, own)
    held = entry.type == "request" and noun is not None and noun.lemma_.lower() == "release"
    if held and scene.topic is not None and all(m.kind == "person" for m in found):
        # "Demanded the release of Keita": of those who hold him, where a report is about one country.
        found = (scene.topic,) if scene.topic.country not in own else found
    envoys = noun is not None and noun.lemma_.lower() in _TIES
    if entry.type == "sanction" and envoys and own.issuperset(m.country for m in found):
        # "Recalled its envoy over UN sanctions against its own minister".
        about = [t for word, t in clause.prepositions(verb, deep=False) if word in _BECAUSE]
        found = tuple(m for m in reach.owner(scene, about, "") if not {m.id, m.country} & own) if found else ()
    if entry.type == "sanction" and actors and not found and noun is not None:
        barred = noun.lemma_.lower() in _BARRIERS
        found = _barred(scene, verb, noun, own) if barred else _parted(scene, noun, own)
    found = found or _topic(reading, noun)
    if found:
        return found
    if entry.type == "appoint":
        return scene.parties(given_office(verb))
    if entry.mode == "release" and not actors and noun is not None and clause.is_passive(verb):
        return scene.parties([noun])
    return ()


def _barred(scene: Scene, verb: Token, noun: Token, own: Collection[str]) -> tuple[ActorMention, ...]:
    """ "Extended Belarus sanctions", "imposed sanctions over Syria's raids": on whom, no preposition says."""
    beside = [m for t in scene.modifiers(noun) for m in (*scene.actors.get(t.i, ()), *scene.adjectives.get(t.i, ()))]
    about = [t for head in (noun, verb) for word, t in clause.prepositions(head, deep=False) if word in _BECAUSE]
    named = tuple(m for m in beside if m.kind == "country" and m.text == m.label)
    found = named or scene.parties(o for t in about for o in clause.owners(t))
    return tuple(m for m in found if not {m.id, m.country} & set(own))


def _parted(scene: Scene, noun: Token, own: Collection[str]) -> tuple[ActorMention, ...]:
    """ "Chad suspended talks between it and Mali": the other of those whom talks or a pact joined."""
    found = scene.parties(t for word, t in clause.prepositions(noun, deep=False) if word in _BETWEEN)
    return tuple(m for m in found if (m.country or m.kind != "group") and not {m.id, m.country} & set(own))


def _topic(reading: Reading, noun: Token | None) -> tuple[ActorMention, ...]:
    """ "Appealed for calm", "suspended aid", "sent tents", where a report is about one country: that country."""
    verb, about = reading.verb, reading.scene.topic
    measure = reading.entry.type == "sanction" and noun is not None and noun.lemma_.lower() in _MEASURES
    if measure and (against := reach.opponent(reading.scene, verb, reading.actors)):
        return against
    if about is None or about.country in reach.selves(reading.actors) or not reading.actors:
        return ()
    if reading.entry.type == "sanction":
        return (about,) if measure else ()
    if reading.entry.type == "aid" and not any(a.slot == "T" for a in reading.entry.arguments):
        # "Norway pledged two million dollars".
        return (about,)
    if reading.entry.type != "request":
        return ()
    asked = (*clause.patients(verb), *(t for _, t in clause.prepositions(verb, deep=False)))
    return (about,) if any(t.lemma_.lower() in words_of("appeasing") for t in asked) else ()


def actors(reading: Reading, found: tuple[ActorMention, ...], noun: Token | None) -> tuple[ActorMention, ...] | None:
    """Who acts where the verb has no subject that names an actor; None where the act needs one that nothing tells.

    `found` are the event's targets.
    """
    scene, verb, entry = reading.scene, reading.verb, reading.entry
    crowd = reach.crowd(scene, clause.agents(verb)) if entry.type == "protest" else ()
    if crowd or not clause.is_passive(verb):
        return crowd
    if entry.mode == "release":
        return _captors(scene, verb)
    if entry.mode == "expel" and (hosts := expellers(scene, verb, found)):
        return hosts
    if verb.lemma_ == "summon":
        return _summoners(scene, verb, found) or None
    if noun is not None and entry.cameo == _ASYLUM:
        # "Was granted asylum in Mali": where one finds it.
        return scene.parties(t for word, t in clause.prepositions(verb) if word == "in" and scene.is_place(t)) or None
    if noun is None:
        return ()
    # "UN sanctions on Mali were lifted": whose they were.
    doers = tuple(m for m in _of(scene, noun) if m.id not in {t.id for t in found})
    if not doers and (entry.type in SYMMETRIC or (entry.mutual and not _are_talks(scene, noun))):
        doers = _between(scene, verb, noun)
    if not doers and not found and entry.type == "agree":
        # "The accord was signed on Friday".
        doers = sum(takenup.parties(scene, noun, entry.type), ())
    # "The talks were suspended": who did it is not told, but the talks are.
    # Nor is it told who declared somebody the winner, or fired rockets at somebody, whose event it is.
    told = bool(doers) or entry.type in _DOERLESS or "actor" not in scene.lexicon.types[entry.type].needs
    return doers if told else None


def expellers(scene: Scene, word: Token, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """ "Nine envoys of Chad were expelled from Mali", "was suspended from the union": the state or body to be left."""
    homes = {m.country for m in found}
    beside = [t for preposition, t in clause.prepositions(word, deep=True) if preposition == "from"]
    bodies = tuple(m for m in scene.parties(beside) if m.kind == "organisation" and not m.country)
    left = scene.parties(t for t in beside if scene.is_place(t))
    return bodies or tuple(m for m in left if m.country and m.country not in homes)


def _summoners(scene: Scene, verb: Token, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """ "The envoy was summoned to the Malian foreign ministry", "in Bamako": to whom or where he had to go."""
    beside = clause.prepositions(verb, deep=False)
    # "Peru's ambassador to Chile was summoned": by those to whom he is sent.
    posted = [p for envoy in clause.patients(verb) for p in clause.prepositions(envoy, deep=False)]
    ways = (
        [t for word, t in beside if word in ("to", "at")],
        [t for word, t in beside if word == "in" and scene.is_place(t)],
        [t for word, t in posted if word in ("to", "in") and scene.is_place(t)],
    )
    homes = {m.country for m in found}
    asking = (tuple(m for m in scene.parties(way) if m.country not in homes) for way in ways)
    return next((those for those in asking if those), ())


def _between(scene: Scene, verb: Token, noun: Token) -> tuple[ActorMention, ...]:
    """ "Ties between Chad and Niger were cut": both sides."""
    heads = (noun,) if verb.dep_ == "acl" else (noun, verb)
    sides = (p for head in heads for p in clause.prepositions(head, deep=False))
    return scene.parties(t for word, t in sides if word in _BETWEEN)


def _condemned(verb: Token, entry: Entry, noun: Token | None) -> list[Token]:
    """What an accusation is about: neither the suit of "filed a suit against T" nor the C of "blamed C on T"."""
    if any(a.slot == "C" and not a.prepositions for a in entry.arguments):
        return []
    spoken = noun if not any(a.slot == "T" and "by" in a.prepositions for a in entry.arguments) else None
    about = [*clause.patients(verb), *(t for _, t in clause.prepositions(verb, deep=False))]
    return [t for t in about if t != spoken]


def indirectly(reading: Reading, argument: Argument, tokens: list[Token]) -> tuple[ActorMention, ...]:
    """Targets of a slot that no name fills: owners and doers of what stands there."""
    scene, entry = reading.scene, reading.entry
    if entry.type == "host" and not argument.prepositions:
        # "Welcomed Rao's wife to Oslo".
        return scene.parties(o for t in tokens if t.lemma_.lower() in words_of("kin") for o in clause.owners(t))
    if entry.type in ("call", "appoint", "host") or (argument.prepositions and entry.type not in _REACHING):
        return ()
    if entry.type == "attack" and any(t.lemma_.lower() in scene.lexicon.scourges for t in tokens):
        return ()
    own = {m.id for m in reading.actors}
    # "A step denounced by Qatar" is not Qatar's.
    owners = tuple(m for m in reach.owner(scene, tokens, entry.type) if reading.verb.dep_ != "acl" or m.id not in own)
    found = owners or reach.as_before(scene, tokens, entry.type)
    if not found and tokens and (entry.type == "aid" or not argument.prepositions):
        found = _befallen(reading, tokens)
    taken = reach.selves(reading.actors)
    if not found and argument.prepositions and entry.type in _AIMED:
        # "Spoke out against a plan to seize Chad's ships": no reproach to Chad.
        found = reach.aimed(scene, [t for t in tokens if entry.type != "accuse" or not _is_plan(t)], taken)
    if found or entry.type not in SPEECH:
        return found
    doers = (d for t in tokens if (d := reach.doer_of(scene, t, taken) or reach.band(scene, t)))
    return next(doers, ()) or _ruler(scene, entry, tokens)


def _is_plan(noun: Token) -> bool:
    return any(c.dep_ == "acl" and clause.is_infinitive(c) for c in noun.children)


def _ruler(scene: Scene, entry: Entry, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    return reach.ruler(scene, tokens) if entry.type in _JUDGING else ()


def _befallen(reading: Reading, tokens: list[Token]) -> tuple[ActorMention, ...]:
    """The place of a deed that no name tells whom it befell; the people themselves where it is the doer's own."""
    found = reach.where(reading.scene, reading.verb, reading.entry.type)
    if reading.entry.mode == "arrest" and not reading.actors:
        # "Ten people were held in Lima": there by whom it is done.
        return reach.nameless(reading.scene, tokens, reading.entry.type) or found
    abroad = {m.country for m in found} - {m.country for m in reading.actors}
    if abroad or all(m.kind == "group" and not m.country for m in reading.actors):
        return found
    return reach.nameless(reading.scene, tokens, reading.entry.type) or found


def _are_talks(scene: Scene, noun: Token) -> bool:
    """ "Talks between Chad and Niger were suspended": by whom, nobody says; ties are cut by those whose they are."""
    return any(entry.type in SYMMETRIC for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _captors(scene: Scene, verb: Token) -> tuple[ActorMention, ...]:
    """ "Was freed from Mali", "released from a prison in Mali": who held somebody lets him go."""
    complements = [(word, t) for word, t in clause.prepositions(verb)]
    jailed = any(word == "from" and t.lemma_.lower() in words_of("jail") for word, t in complements)
    words = ("from", "in") if jailed else ("from",)
    # "Released from Israeli prisons".
    prisons = [t for word, t in complements if word == "from" and t.lemma_.lower() in words_of("jail")]
    found = scene.parties(t for word, t in complements if word in words and scene.is_place(t))
    return found or reach.owner(scene, prisons, "")


def _about(scene: Scene, verb: Token, taken: set[str], type_: str) -> tuple[ActorMention, ...]:
    """Whom an act without a named target is about: those its content names, else the doer of its object."""
    moved = verb.dep_ == "acl" and reach.is_aside(verb.head) and verb.head.lemma_.lower() in scene.lexicon.deeds
    objects = clause.patients(verb) if verb.dep_ != "acl" or moved else ()
    doers = (reach.doer_of(scene, t, taken) for t in objects)
    gerunds = [c for c in verb.rights if c.tag_ == "VBG"] if verb.lemma_ == "deny" else []
    if any(scene.lexicon.acts(c.lemma_) & {"support", "aid"} for c in gerunds):
        # "Denied backing the rebels": it is not they who say so.
        return ()
    return reach.concerned(scene, verb, taken, type_) or next((d for d in doers if d), ())


def aimed_at(reading: Reading, argument: Argument) -> tuple[ActorMention, ...]:
    """ "Lifted its embargo on Chad": what stands after "on" is meant before the owner of the embargo."""
    if "of" not in argument.prepositions:
        return ()
    words = argument.prepositions & _DIRECTED
    hung = clause.patients(reading.verb) if clause.is_passive(reading.verb) else []
    found = [t for head in (reading.verb, *hung) for word, t in clause.prepositions(head) if word in words]
    # "Raided Syria in reply to raids on Iraq".
    found = [t for t in found if not any(map(clause.is_answered, takewhile(lambda a: a.pos_ != "VERB", t.ancestors)))]
    named = reading.scene.parties(found)
    # "Lifted UN sanctions on Mali's banks": whose banks, not whose sanctions.
    return named or (reach.owner(reading.scene, found, "") if reading.entry.type in ("retreat", "sanction") else ())


def behind_paper(scene: Scene, verb: Token) -> tuple[ActorMention, ...]:
    """ "A UN report accused Chad", "passed a motion condemning Mali": who acts through a paper or a speech."""
    papers = [t for t in clause.agents(verb) if t.lemma_.lower() in scene.lexicon.documents]
    named = next((found for t in papers if (found := _of(scene, t) or _put_out(scene, t))), ())
    above = [clause.clause_of(t.head) for t in papers if t.dep_ == "dobj" and verb.dep_ in ("acl", "relcl")]
    named = named or scene.parties(a for v in above for a in clause.agents(v))
    return named or next((found for t in papers if (found := _told_before(scene, t))), ())


def _told_before(scene: Scene, paper: Token) -> tuple[ActorMention, ...]:
    """ "The union adopted a resolution. The resolution condemned Chad": whose paper the text has told of."""
    if not any(c.lower_ in _DEFINITE for c in paper.children):
        return ()
    deeds = (d for d in reversed(scene.deeds) if d.action.endswith(f" {paper.lemma_.lower()}") and not d.off)
    made = next((d for d in deeds if d.type not in _JUDGING), None)
    return (*made.actors, *(made.targets if made.type in SYMMETRIC else ())) if made is not None else ()


def _put_out(scene: Scene, paper: Token) -> tuple[ActorMention, ...]:
    """ "A statement issued by Mali", "a communique released after an ASEAN summit": whose paper it is."""
    for word in (c for c in paper.children if c.dep_ == "acl" and c.lemma_ in words_of("putting out")):
        at = (t for p, t in clause.prepositions(word, deep=False) if p in _SITTING)
        bodies = (tuple(m for m in _of(scene, t) if m.kind == "organisation") for t in at)
        if found := scene.parties(clause.agents(word)) or next((b for b in bodies if b), ()):
            return found
    return ()


def _of(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    by = [t for word, t in clause.prepositions(noun, deep=False) if word in ("by", "from")]
    return scene.parties(clause.owners(noun)) or scene.taking_part(noun) or scene.parties(by)


def of_object(scene: Scene, argument: Argument, noun: Token | None) -> tuple[ActorMention, ...]:
    """ "Rejected Iran's proposal" says whose proposal as "rejected a proposal of Iran" does."""
    if noun is None or "of" not in argument.prepositions:
        return ()
    groups = tuple(m for m in scene.actors.get(noun.i, ()) if m.kind == "group" and m.country)
    behind = [t for word, t in clause.prepositions(noun, deep=False) if word == "of"]
    if not groups and scene.parties(behind) and not clause.owners(noun):
        # "The withdrawal of Chad's troops from Mali": whose it is stands behind "of".
        return ()
    return groups or _of(scene, noun)
