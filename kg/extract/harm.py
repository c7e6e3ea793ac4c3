"""Attacks told by the harm they do, whether or not anybody says who did it: "a car bomb killed nine in Mosul"."""

from collections.abc import Iterator, Sequence

from kg.extract import clause, reach, verbal
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_DOERS = frozenset({"by", "from", "with"})
_AIMS = frozenset({"on", "at", "against", "in", "near", "outside", "into", "inside", "across", "around", "through"})


def find(scene: Scene, verb: Token) -> Finding | None:
    """The attack whose weapon or act does harm, None where the verb tells of none or nobody knows whom it hit."""
    if verb.pos_ != "VERB":
        return None
    cause = next((t for t in _causes(verb) if _is_armed(scene, t, verb)), None)
    if cause is None:
        return _in_the_course(scene, verb) if is_suffered(verb) else None
    if _goes_on(verb, cause) or _is_in_water(verb):
        return None
    # "Killed in firing by Chad": the parser may hang who did it on the verb.
    others = [t for t in clause.agents(verb) if t != cause] if clause.is_passive(verb) else []
    # "India-Pakistan clashes killed nine".
    two = scene.joined(cause)
    actors = two[:1] or _doers(scene, cause) or scene.parties(others) or reach.band(scene, cause)
    targets = two[1:] or _hit(scene, verb, cause, actors)
    covers = frozenset({cause.i})
    if not targets:
        return None
    return Finding(
        _entry(scene, cause), verb, f"{cause.text.lower()} {verb.text}", actors, targets, verb, covers, doerless=True
    )


def _is_in_water(verb: Token) -> bool:
    """ "Landed in Omani waters", "fell into the sea": nobody was hit."""
    spots = (t for word, t in clause.prepositions(verb, deep=False) if word in _AIMS)
    return verb.lemma_.lower() in words_of("going off") and any(t.lemma_.lower() in words_of("waters") for t in spots)


def _causes(verb: Token) -> Iterator[Token]:
    """What does the harm: the subject, the `by` or `in` phrase of a passive or of dying, the subject of going off."""
    lemma = verb.lemma_.lower()
    if is_suffered(verb):
        words = ("by", "in", "after", "when", "due")
        yield from (t for word, t in clause.prepositions(verb, deep=False) if word in words)
        yield from _called(verb)
    elif lemma in words_of("harming"):
        yield from clause.surface_subjects(verb)
        # "The strike on Rao, which killed two": no person is "which".
        which = verb.dep_ == "relcl" and verb.head.dep_ == "pobj" and any(c.lower_ == "which" for c in verb.lefts)
        yield from (verb.head.head.head,) if which else ()
    elif lemma in words_of("going off") and not clause.is_passive(verb):
        yield from (t for t in clause.surface_subjects(verb) if t.lemma_.lower() in words_of("weapon"))


def _called(verb: Token) -> Iterator[Token]:
    """ "Was killed in what Lima said was a raid by rebels": the noun that such a clause ends in."""
    inner = (c for p in verb.children if p.lower_ in ("in", "by") for c in p.children if c.dep_ == "pcomp")
    yield from (t for c in inner for t in c.subtree if t.dep_ == "attr" and t.head.lemma_ == "be")


def _in_the_course(scene: Scene, verb: Token) -> Finding | None:
    """ "Died when rebels ambushed their convoy": an attack told by its time, on those who suffer by it.

    None where its own clause names whom it hit.
    """
    for deed in (c for c in verb.children if c.dep_ == "advcl" and c.pos_ == "VERB" and _is_at_the_time(c)):
        entries = scene.lexicon.likely(deed.lemma_.lower(), scene.words)
        entry = next((e for e in entries if e.type == "attack" and not e.particle), None)
        actors = scene.parties(clause.agents(deed))
        if entry is None or not actors or verbal.find(scene, deed) is not None:
            continue
        hurt = _victims(scene, clause.surface_subjects(verb), actors)
        targets = tuple(m for m in hurt if m.id not in {a.id for a in actors})
        if targets:
            return Finding(entry, deed, deed.lemma_.lower(), actors, targets, deed)
    return None


def _is_at_the_time(verb: Token) -> bool:
    return any(c.lower_ in ("when", "as", "after") and c.dep_ in ("advmod", "mark") for c in verb.children)


def _victims(scene: Scene, hurt: Sequence[Token], doers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Those who suffer; where it is known who did it, also nameless people."""
    return scene.parties(hurt) or (reach.nameless(scene, hurt, "attack") if doers else ())


def is_suffered(verb: Token) -> bool:
    """ "Was killed in the raid", "died in it"."""
    lemma = verb.lemma_.lower()
    return lemma in words_of("dying") or (lemma in words_of("harming") and clause.is_passive(verb))


def _goes_on(verb: Token, cause: Token) -> bool:
    """ "Blew himself up, killing four": the harm of an attack that the clause above tells already."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and cause in _causes(verb.head)


def _is_armed(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a noun is a weapon or an armed act, and not a heart attack, a gas explosion or a walkout."""
    if noun.i in scene.actors and not any(m.kind == "group" for m in scene.actors[noun.i]):
        return False
    words = {c.lemma_.lower() for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    lemma = noun.lemma_.lower()
    # "A car bomb explosion", "a mine blast": what went off stands before it.
    armed = _name(noun) in scene.lexicon.weapons or (lemma in words_of("explosion") and words & scene.lexicon.weapons)
    idle = lemma == "strike" and not words and verb.lemma_.lower() not in words_of("deadly")
    # "Died in a fire"; "in fighting between Mali and the rebels", whose noun names both.
    burnt = lemma == "fire" and not words and noun.head.lower_ in ("in", "after")
    idle = idle or burnt or any(word == "between" for word, _ in clause.prepositions(noun, deep=False))
    return bool(armed) and not words & scene.lexicon.harmless and not idle


def _name(noun: Token) -> str:
    """ "Grenade", "exchange of fire"."""
    of = next((t for word, t in clause.prepositions(noun, deep=False) if word == "of"), None)
    return (
        f"{noun.lemma_} of {of.lemma_}".lower() if of is not None and noun.lemma_ == "exchange" else noun.lemma_.lower()
    )


def _doers(scene: Scene, cause: Token) -> tuple[ActorMention, ...]:
    heads = (cause, cause.head) if cause.dep_ == "attr" else (cause,)
    by = [t for head in heads for word, t in clause.prepositions(head, deep=False) if word in _DOERS]
    # "A raid mounted by Chad".
    by += [t for verb in clause.participles(cause) for t in clause.agents(verb)]
    return scene.parties(clause.owners(cause)) or scene.modifying(cause) or scene.parties(by) or _craft(scene, cause)


def _craft(scene: Scene, cause: Token) -> tuple[ActorMention, ...]:
    """ "Saudi jets hit": a group whose weapons these are."""
    return tuple(m for m in scene.actors.get(cause.i, ()) if m.country)


def _hit(scene: Scene, verb: Token, cause: Token, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Whom it hit: those named, their owners, else the place it was in; nameless soldiers only where no place tells."""
    hurt = clause.surface_subjects(verb) if is_suffered(verb) else clause.patients(verb)
    victims = [t for t in hurt if t != cause]
    aims = [t for head in (cause, verb) for word, t in clause.prepositions(head) if word in _AIMS and t != cause]
    # "A clash on the border with Chad" is where two meet.
    aims = [t for t in aims if t.lemma_.lower() not in words_of("bounds")]
    nameless: tuple[ActorMention, ...] = ()
    for tokens in (victims, aims):
        found = scene.parties(tokens) or reach.owner(scene, tokens, "attack")
        others = tuple(m for m in found if m.id not in {a.id for a in actors})
        if any(m.kind != "group" or m.country or _is_band(scene, m) for m in others):
            return others
        nameless = nameless or others
    return nameless or _victims(scene, victims, actors)


def _is_band(scene: Scene, mention: ActorMention) -> bool:
    """Whether those hit are rebels and the like, not soldiers or people of the place where it was."""
    return mention.label.lower().split()[-1] in scene.lexicon.opposed


def _entry(scene: Scene, cause: Token) -> Entry:
    name = _name(cause)
    row = scene.lexicon.row(("weapons", name))
    return Entry(f"harm:{name}", frozenset({name}), "", (), False, "attack", "ASSAULT", "", "190", row)
