"""Whom the event of a noun concerns: what its pattern names, else whose that is, whom it is aimed at, who comes."""

from kg.extract import clause, noun_actors, reach
from kg.extract.finding import SPEECH
from kg.extract.governed import governor, is_basis, whole
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.extract.slots import is_noun
from kg.model import ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_AIMED = frozenset({"sanction", "attack", "coerce", "threaten"})
_UPON = frozenset({"on", "against", "upon"})
_THEREAFTER = frozenset({"after", "following"})
_OF_PLACES = frozenset({"retreat", "sanction"})


def targets(
    scene: Scene, noun: Token, entry: Entry, places: list[tuple[str, Token]]
) -> tuple[ActorMention, ...] | None:
    """Whom the arguments of an entry name, None where one that must be there is not."""
    targets = noun_actors.possessors(scene, noun) if entry.suffered and not noun_actors.is_done_by_owner(noun) else ()
    within: Token | None = None
    for argument in entry.arguments:
        tokens = [t for word, t in places if word in argument.prepositions]
        if argument.slot == "T":
            found = scene.parties(tokens)
            if entry.type == "visit":
                found = found or _toured(scene, tokens) or _destined(scene, noun, places) or _hosts(scene, noun)
                found = found or _left(scene, noun)
            if not found and within is not None and "of" in argument.prepositions:
                found = noun_actors.possessors(scene, within)
            found = found or _aimed_at(scene, noun, entry) or _owners(scene, tokens, entry)
            found = found or _cause(scene, noun, entry) or _guests(scene, noun)
            if not found and entry.suffered and noun_actors.is_done_by_owner(noun):
                # "Chad's execution of nine men".
                found = reach.nameless(scene, tokens, entry.type)
            fits = bool(found or targets)
            targets = (*targets, *(m for m in found if m.id not in {t.id for t in targets}))
        elif argument.noun:
            # "The missile test" is the test of missiles.
            named = (
                [c for c in noun.children if c.dep_ in ("compound", "amod")] if "of" in argument.prepositions else []
            )
            within = next((t for t in (*tokens, *named) if is_noun(t, argument.noun)), None)
            fits = within is not None
            places = [*places, *(clause.prepositions(within, deep=False) if within is not None else ())]
        else:
            fits = bool(tokens)
        if not fits and not argument.optional:
            return None
    return targets


def _aimed_at(scene: Scene, noun: Token, entry: Entry) -> tuple[ActorMention, ...]:
    """ "Sanctions targeting Iran", "a package that would hit Iran's banks": whom the noun's own clause aims it at."""
    if entry.type not in _AIMED:
        return ()
    heads = {noun, whole(noun)}
    verbs = [
        c for h in heads for c in h.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in words_of("aiming")
    ]
    aimed = [t for v in verbs for t in (*clause.patients(v), *(t for _, t in clause.prepositions(v, deep=False)))]
    others = [t for t in aimed if t not in heads]
    behind = list(reach.tied(others))
    named = scene.parties(others) or reach.owner(scene, others, entry.type)
    return named or scene.parties(behind) or reach.owner(scene, behind, entry.type)


def _owners(scene: Scene, tokens: list[Token], entry: Entry) -> tuple[ActorMention, ...]:
    """ "Protests against Chad's policy", "strikes on Yemen's ports": whose it is."""
    if entry.type == "attack":
        aimed = [t for t in tokens if t.head.lower_ in _UPON and not _is_harmless(scene, t.head.head)]
        return reach.owner(scene, aimed, entry.type)
    return reach.owner(scene, tokens, "") if entry.type in SPEECH | _OF_PLACES else ()


def _is_harmless(scene: Scene, noun: Token) -> bool:
    """ "A hunger strike against the policies of Chad"."""
    return any(c.lemma_.lower() in scene.lexicon.harmless for c in noun.children if c.dep_ in ("compound", "amod"))


def _cause(scene: Scene, noun: Token, entry: Entry) -> tuple[ActorMention, ...]:
    """ "The Kenyan move drew criticism from Chad": what is criticised is the subject, or its owner's or doer's."""
    if entry.type not in SPEECH or not noun_actors.is_evoked(scene, noun):
        return ()
    causes = clause.agents(governor(scene, noun)[0])
    named = scene.parties(causes) or reach.owner(scene, causes, entry.type)
    return named or next((d for t in causes if (d := reach.doer_of(scene, t, ()))), ())


def _toured(scene: Scene, tokens: list[Token]) -> tuple[ActorMention, ...]:
    """ "A tour of ports in Oman and Yemen": where what is visited lies."""
    return scene.parties(t for noun in tokens for word, t in clause.prepositions(noun, deep=False) if word == "in")


def _left(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Returned from Togo after a two-day visit": where somebody comes from who has been on it."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _THEREAFTER or verb.lemma_ not in words_of("coming away"):
        return ()
    spots = [t for word, t in clause.prepositions(verb, deep=False) if word == "from"]
    spots += clause.patients(verb) if verb.lemma_ in words_of("going away") else []
    return scene.parties(t for t in spots if scene.is_place(t))


def _destined(scene: Scene, noun: Token, places: list[tuple[str, Token]]) -> tuple[ActorMention, ...]:
    """ "Put off a Cuba visit", "his Malian trip": a country before a journey of somebody of another country.

    An adjective tells it only where somebody is named whose journey it is: "a Chinese visit" is one by China.
    """
    names = [t for t in scene.modifiers(noun) if t.head == noun]
    beside = [(t, m) for t in names for m in (*scene.actors.get(t.i, ()), *scene.adjectives.get(t.i, ()))]
    lands = [(t, m) for t, m in beside if m.kind in ("country", "place")]
    # The tagger takes some names of countries for adjectives.
    found = tuple(m for t, m in lands if t.tag_ == "NNP" or m.text == m.label)
    carrier, row = governor(scene, noun)
    doers = scene.parties([*clause.owners(noun), *(t for word, t in places if word == "by" and not found)])
    if row is not None and row.takes == "object" and row.subject:
        doers = doers or scene.parties(clause.agents(carrier))
    homes = {m.country for m in doers}
    adjectival = not found and bool(doers) and all(m.kind == "person" and m.country for m in doers)
    if adjectival:
        found = tuple(m for _, m in lands)
    led = any(word in ("of", "to") or (word == "by" and not adjectival) for word, _ in places)
    return found if doers and not led and not homes & {m.country for m in found} else ()


def _hosts(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Invited her for a visit", "called off a visit by the envoy": it is to those who do so, if not their own."""
    carrier, row = governor(scene, noun)
    agents = scene.parties(clause.agents(carrier)) if carrier.pos_ in clause.VERBS else ()
    if carrier.lemma_.lower() == "invite" and noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to", "on"):
        return agents
    told = carrier.lemma_.lower() in scene.lexicon.reporting and noun.dep_ == "dobj"
    if not told and (row is None or row.takes != "object"):
        return ()
    guests = noun_actors.possessors(scene, noun) or scene.parties(
        t for word, t in noun_actors.around(scene, noun) if word in ("by", "of")
    )
    homes = {m.country for m in guests}
    return tuple(m for m in agents if guests and m.country and m.country not in homes)


def _guests(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Flew to Accra at the invitation of Rao", "is on a visit to Chad at its invitation": who is asked to come."""
    if not is_basis(noun):
        return ()
    came = noun.head.head
    stays = [t for t in clause.surface_subjects(clause.clause_of(came)) if t.lemma_.lower() in words_of("journey")]
    if stays:
        # "His visit comes at the invitation of Rao".
        return noun_actors.possessors(scene, stays[0])
    own = scene.parties([came]) if came.i in scene.actors else noun_actors.possessors(scene, came)
    if own and came.pos_ not in clause.VERBS:
        return own
    verb = clause.clause_of(came)
    return scene.parties(clause.patients(verb) if clause.is_passive(verb) else clause.agents(verb))
