"""Whom an act concerns where its object is nobody's name: the owner, the doer or the place of what it acts on."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.extract import clause
from kg.extract.described import described
from kg.extract.scene import Deed, Scene
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_DOER = frozenset({"of", "by", "from"})
_AIM = frozenset({"of", "on", "against", "for", "to", "with", "between", "among", "over", "into", "from", "by"})
_TOPICS = frozenset({"on", "over"})
_AIMED = frozenset({"sanction", "attack", "coerce"})
"""Types of nouns whose "on" leads to a target and no topic ("sanctions on Chad")."""
_KIND = frozenset({"aid", "support", "cooperate", "agree", "meet", "visit", "host"})
_WHERE = frozenset({"in", "at", "near", "into", "inside", "throughout", "across"})
_AT_PLACES = frozenset({"attack", "coerce", "mobilize", "aid", "retreat"})
_AGAINST = frozenset({"on", "against", "upon"})
_ASIDE = frozenset({"after", "during", "before", "following", "amid", "despite", "as", "in", "at", "ahead"})
"""Prepositions of what only surrounds an agreement."""
_PURPOSES = ("xcomp", "advcl")
"""What an infinitive after a verb may be; the second only tells what money is given for."""
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
_BEFALLING = frozenset({"attack", "coerce", "aid", "retreat"})
"""Types of deeds that befall people."""
_ASKED = frozenset({"request", "propose", "threaten"})
"""Types of deeds that somebody may say no to."""
_ANSWERED: Mapping[str, Collection[str]] = {"016": {"accuse"}, "036": {"invite"}, "125": {"invite", *_ASKED}}
"""What CAMEO's codes of denying, of agreeing to meet and of refusing to meet answer."""
_NO_STEPS = frozenset({"say", "announce", "meet", "call", "attend"})
"""Types of deeds that "the measure" or "the move" never points back to."""
_SAID_TO_OTHERS = frozenset({"reject", "threaten"})
"""Types of what nobody says to his own country."""
_SEVERAL = 2
_HOSTILE = frozenset({"sanction", "coerce", "accuse", "reject", "threaten", "attack"})
_BACK = frozenset({"the", "this", "that", "these", "those", "such"})


def owner(scene: Scene, tokens: Iterable[Token], type_: str) -> tuple[ActorMention, ...]:
    """ "Condemned Chile's decision" condemns Chile; "shelled a base in northern Mali" hits Mali."""
    for token in map(_counted_of, tokens):
        # "The Moscow trip", "a Paris visit": the word before a journey is where it goes, if it names nobody.
        going = "visit" in _kinds(scene, token)
        named = tuple(m for m in scene.taking_part(token) if not going or m.kind == "person")
        found = scene.parties(clause.owners(token)) or named or _around(scene, token, _DOER)
        if type_ in _AT_PLACES and token.lemma_.lower() in words_of("follower"):
            # "Fired at supporters of Rao", "shelled Rao loyalists": he was not there.
            found = tuple(m for m in found if m.kind != "person")
        # "An inquiry into crimes committed by Chad", "tariffs on steel made in Chad".
        found = found or scene.parties(t for verb in clause.participles(token) for t in clause.agents(verb))
        found = found or (_made_in(scene, token) if type_ == "sanction" else ())
        if not found and type_ in _AT_PLACES:
            # "Massed tanks on the border with Chad": whose border it is besides.
            found = _around(scene, token, _WHERE | {"with"} if type_ == "mobilize" else _WHERE)
        if found:
            return found
    return ()


def _made_in(scene: Scene, goods: Token) -> tuple[ActorMention, ...]:
    verbs = (c for t in (goods, goods.head.head) for c in t.children if c.dep_ == "acl" and c.i > goods.i)
    made = (v for v in verbs if v.lemma_ in words_of("making"))
    return scene.parties(t for v in made for word, t in clause.prepositions(v, deep=False) if word in ("in", "from"))


def _counted_of(token: Token) -> Token:
    """ "Billions of dollars of Chinese goods", "tons of its steel": what is counted."""
    while (word := token.lemma_.lower()) in words_of("amount") or word in words_of("currency"):
        inner = next((t for link, t in clause.prepositions(token, deep=False) if link in ("in", "of", "worth")), None)
        if inner is None:
            return token
        token = inner
    return token


def aimed(scene: Scene, tokens: Iterable[Token], taken: Collection[str]) -> tuple[ActorMention, ...]:
    """ "Sanctions intended to force out Rao", "a probe into claims made against him": whom a noun's clauses aim at."""
    for token in tokens:
        clauses = [c for c in token.subtree if c.dep_ in ("acl", "relcl") and c.pos_ in clause.VERBS and c.i > token.i]
        beside = (t for head in (token, *clauses) for word, t in clause.prepositions(head) if word in _AGAINST)
        hit = [t for verb in clauses if _is_content(verb) for t in _hit(verb)]
        for aim in (*beside, *hit, *tied([token, *hit])):
            named = scene.parties([aim]) or owner(scene, [aim], "")
            found = tuple(m for m in named if not _is_doer(m, taken))
            if found:
                return found
    return ()


def tied(nouns: Iterable[Token]) -> Iterator[Token]:
    """ "Firms linked to Mali's army", "officials close to Rao": whom those that nouns name belong to."""
    group = [n for noun in nouns for n in (noun, *(c for c in noun.children if c.dep_ == "conj"))]
    for word in (c for n in group for c in n.children if c.i > n.i and c.lemma_.lower() in words_of("tied")):
        yield from (t for _, t in clause.prepositions(word, deep=False))


def partners(scene: Scene, verb: Token, taken: Collection[str]) -> tuple[ActorMention, ...]:
    """ "Agreed to join a cabinet with Rao", "signed a deal to trade with Chad": with whom it will be done."""
    aside = {c for c in verb.subtree if c.lower_ in _ASIDE or c.dep_ in ("relcl", "ccomp")}
    for word in (t for t in verb.subtree if t.lower_ == "with" and t.i > verb.i and not aside & set(t.ancestors)):
        named = () if clause.looks_on(word) else (c for c in word.children if c.dep_ == "pobj")
        # "Agreed to guard the border with 900 soldiers": what it is done with.
        joined = (t for c in named for t in clause.conjuncts(c) if not any(n.dep_ == "nummod" for n in t.children))
        found = scene.parties(joined)
        if others := tuple(m for m in found if not _is_doer(m, taken) and m.kind != "place"):
            return others
    return ()


def _is_doer(mention: ActorMention, taken: Collection[str]) -> bool:
    """Whether somebody is among those who act, or their country; their countrymen may be meant."""
    return mention.id in taken or (mention.kind != "person" and mention.country in taken)


def _hit(verb: Token) -> Iterator[Token]:
    """Whom an infinitive or participle acts on, and those under it."""
    yield from (t for c in verb.children if c.dep_ == "dobj" for t in clause.conjuncts(c))
    yield from (t for c in verb.children if c.dep_ == "xcomp" and c.pos_ in clause.VERBS for t in _hit(c))


def _around(scene: Scene, noun: Token, words: Collection[str]) -> tuple[ActorMention, ...]:
    return scene.parties(t for word, t in clause.prepositions(noun, deep=False) if word in words)


def _owned_around(scene: Scene, noun: Token, words: Collection[str]) -> tuple[ActorMention, ...]:
    """ "A request from the Chinese courts", "hostile to Chad's plan": whose the complements of a noun are."""
    inner = [t for word, t in clause.prepositions(noun, deep=False) if word in words and t.pos_ == "NOUN"]
    return next((found for t in inner if (found := scene.parties(clause.owners(t)) or scene.modifying(t))), ())


def where(scene: Scene, verb: Token, type_: str) -> tuple[ActorMention, ...]:
    """ "Stormed a hotel in Mogadishu" hits Somalia: the place of an act that is done to places."""
    if type_ not in _AT_PLACES:
        return ()
    spots = [t for word, t in clause.prepositions(verb) if word in _WHERE and scene.is_place(t)]
    return scene.parties(spots[:1])


def concerned(scene: Scene, verb: Token, taken: Collection[str], type_: str) -> tuple[ActorMention, ...]:
    """ "Threatened to cut off gas to Moldova", "demanded that Mali withdraw": whom what is said is about.

    Who says no to something "on" a country says no to somebody else about it ("ruled out a compromise on Cyprus").
    """
    unnamed: tuple[ActorMention, ...] = ()
    aims = _AIM - _TOPICS if type_ == "reject" else _AIM
    for token in _content(scene, verb, type_):
        around = _AIM if _kinds(scene, token) & _AIMED else aims
        named = (_of_others(found, verb, type_, taken) for found in _named(scene, token, around))
        others = next((found for found in named if found), ())
        # "Xi proposed that China and Kenya trade": to Kenya.
        home = type_ == "propose" and all(m.country in taken for m in others)
        if others and not home and any(m.rule != "group:bare" for m in others):
            return others
        unnamed = unnamed or others
    return _there(scene, verb, taken, type_) or unnamed


def _named(scene: Scene, token: Token, around: Collection[str]) -> Iterator[tuple[ActorMention, ...]]:
    """Whom a word of what is said names, nearest first: itself, whose it is, what stands around it."""
    yield scene.parties([token])
    yield owner(scene, [token], "")
    yield _around(scene, token, around)
    yield _within(scene, token)
    yield _owned_around(scene, token, around)


def _of_others(
    found: tuple[ActorMention, ...], verb: Token, type_: str, taken: Collection[str]
) -> tuple[ActorMention, ...]:
    return tuple(m for m in found if m.id not in taken and not _is_own(m, verb, type_, taken))


def _is_own(mention: ActorMention, verb: Token, type_: str, taken: Collection[str]) -> bool:
    """ "Denied that its president had met him", "threatened war if his envoy was harmed": who speaks is of one side."""
    own = mention.kind in ("country", "group") and type_ in _SAID_TO_OTHERS
    return mention.country in taken and (own or (type_ == "reject" and verb.lemma_ == "deny"))


def _there(scene: Scene, verb: Token, taken: Collection[str], type_: str) -> tuple[ActorMention, ...]:
    """ "Threatened to resume attacks in Chad", "refused to send troops to a base in Mali": where it would be done."""
    purposes = _PURPOSES if type_ == "aid" else _PURPOSES[:1]
    deeds = (c for c in verb.children if c.dep_ in purposes and clause.is_infinitive(c))
    spots = (t for d in deeds for word, t in clause.prepositions(d) if word in _WHERE and scene.is_place(t))
    found = next((scene.parties([t]) for t in spots), ())
    return tuple(m for m in found if not {m.id, m.country} & set(taken))


def _within(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "Welcomed the resumption of ties with Chad": whom the complements of an object name in their turn."""
    inner = [t for word, t in clause.prepositions(noun, deep=False) if word == "of" and t.i not in scene.actors]
    return next((m for t in inner if (m := _around(scene, t, _AIM))), ())


def _content(scene: Scene, verb: Token, type_: str) -> Iterator[Token]:
    """The nouns of a verb's objects and of the infinitives and that-clauses under it, nearest first."""
    for child in verb.children:
        condition = child.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in child.children)
        if (child.dep_ in _CLAUSES or condition) and child.pos_ in clause.VERBS:
            yield from (t for c in child.children if c.dep_ in ("nsubj", "nsubjpass") for t in clause.conjuncts(c))
    # "The vote in Chad was welcomed by Mali".
    by = any(c.dep_ == "agent" for c in verb.children)
    aimed = ("dobj", "dative", "nsubjpass") if by else ("dobj", "dative")
    objects = [t for c in verb.children if c.dep_ in aimed for t in clause.conjuncts(c)]
    yield from objects
    # "Voted with Chad against the bill": who says no with somebody does not say no to him.
    aims = _AIM - _TOPICS - {"with"} if type_ == "reject" else _AIM
    yield from (t for word, t in clause.prepositions(verb, deep=False) if word in aims and t.pos_ not in clause.VERBS)
    into = [t for o in objects for word, t in clause.prepositions(o, deep=False) if word == "into"]
    yield from (
        t for v in into if v.pos_ in clause.VERBS for c in v.children if c.dep_ == "nsubj" for t in clause.conjuncts(c)
    )
    for child in (c for head in (verb, *objects) for c in head.children):
        if child.dep_ == "acl" and clause.is_subjunctive(child):
            # "Repeated its demand that Chad open the border".
            yield from (c for c in child.children if c.dep_ == "nsubj")
        if _is_content(child) and not (type_ == "reject" and _is_harmless(scene, child)):
            yield from _content(scene, child, "")


def _is_content(verb: Token) -> bool:
    """Whether a clause says what a verb or its object is about; what a claim claims ("the claim that") is not it."""
    bare = verb.tag_ in ("VB", "VBG", "VBN") and not (verb.dep_ == "acl" and clause.is_finite(verb))
    return verb.dep_ in _CLAUSES and verb.pos_ in clause.VERBS and bare


def _is_harmless(scene: Scene, verb: Token) -> bool:
    """ "Denied that it was arming Chad": who denies it, denies it to somebody else than Chad."""
    verbs = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    types = {act for v in verbs for act in scene.lexicon.acts(v.lemma_)}
    return clause.is_finite(verb) and bool(types & _KIND)


def doer_of(
    scene: Scene, noun: Token, taken: Collection[str], befell: Collection[str] = ()
) -> tuple[ActorMention, ...]:
    """ "Condemned the visit", "called the move absurd": who did what the noun points back to, told before.

    `taken` are ids and countries of those who speak; what their own country did is meant where nobody else's deed fits.
    `befell`: ids of whom the deed befell, where the noun's own phrase names them.
    """
    beside = _beside(scene, noun, taken)
    if beside or not any(map(_points_back, noun.children)) or _is_on_others(scene, noun):
        return beside
    kinds = _kinds(scene, noun)
    # A trip is often told by the meeting that it was made for.
    kinds |= {"meet"} if "visit" in kinds else frozenset()
    where = {m.country for m in scene.modifying(noun)} if "visit" in kinds else set()
    latest = scene.deeds[::-1]
    news_first = [*(d for d in latest if not d.background), *(d for d in latest if d.background)]
    deeds = [d for d in news_first if not where or where & {m.country for m in d.targets}]
    deeds = [d for d in deeds if not befell or set(befell) & {i for m in d.targets for i in (m.id, m.country)}]
    # An agreement is between several, where one is told, and not what one assures another of.
    some = sorted(deeds, key=_is_lesser) if "agree" in kinds else deeds
    fitting = [_others(deed, taken) for deed in some if _is_meant(scene, noun, deed, kinds)]
    if "visit" in kinds:
        fitting = [tuple(m for m in actors if m.kind == "person") for actors in fitting]
    told = sorted((actors for actors in fitting if actors), key=lambda a: all(m.country in taken for m in a))
    if noun.tag_ == "NNS":
        return tuple({m.id: m for actors in told for m in actors}.values())
    return told[0] if told else ()


def _is_on_others(scene: Scene, noun: Token) -> bool:
    """ "The attacks on civilians", of whom nothing has been told: no deed told before."""
    hit = [t for word, t in clause.prepositions(noun, deep=False) if word in _AGAINST]
    people = {t.lemma_.lower() for t in hit if t.lemma_.lower() in scene.lexicon.people}
    told = {m.text.lower().split()[-1].removesuffix("s") for d in scene.deeds for m in d.targets} if people else set()
    return bool(people) and people.isdisjoint(told)


def _points_back(word: Token) -> bool:
    """ "The attack", "such attacks", "Sunday's attack"."""
    dated = word.dep_ == "poss" and word.ent_type_ == "DATE"
    return dated or (word.lower_ in _BACK and word.dep_ in ("det", "predet", "amod"))


def _is_lesser(agreed: Deed) -> tuple[bool, bool]:
    """States that agree come before those who sign for them, several before one."""
    return len(agreed.actors) < _SEVERAL, not all(m.kind in ("country", "organisation") for m in agreed.actors)


def is_aside(noun: Token) -> bool:
    """ "Sent a ship, a move that …": a noun behind a comma that sums up the clause before it."""
    parted = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
    return noun.dep_ in ("appos", "npadvmod", "dep") or (noun.dep_ == "dobj" and parted)


def _beside(scene: Scene, noun: Token, taken: Collection[str]) -> tuple[ActorMention, ...]:
    """ "Shelled the port, a move that Mali condemned", "held drills, which Mali denounced": who does it."""
    told = next((c for c in noun.children if c.dep_ == "relcl" and _is_amid(c)), None)
    if told is not None:
        return tuple(m for m in scene.parties(clause.agents(told)) if not {m.id, m.country} & set(taken))
    judged = next((c for c in noun.children if c.dep_ == "relcl" or (c.dep_ == "acl" and c.tag_ == "VBN")), None)
    parted = noun.left_edge.i if is_aside(noun) else judged.left_edge.i if judged else 0
    deed = clause.clause_of(noun.head)
    if judged is None or parted == 0 or noun.doc[parted - 1].text != "," or deed.pos_ not in clause.VERBS:
        return ()
    return tuple(m for m in scene.parties(clause.agents(deed)) if not {m.id, m.country} & set(taken))


def _is_amid(verb: Token) -> bool:
    """ "Condemned the raid in which rebels stormed a base": what was done in it."""
    return any(c.lower_ == "in" and any(t.lower_ == "which" for t in c.children) for c in verb.children)


def selves(actors: Iterable[ActorMention]) -> set[str]:
    """The ids and countries of those who act."""
    return {i for m in actors for i in (m.id, m.country) if i}


def ruler(scene: Scene, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    """ "Criticised the closure of schools in Chad", "hailed the vote in Ghana": under whose rule it is done."""
    for noun in tokens:
        if noun.lemma_.lower() in scene.lexicon.rule:
            spots = [t for word, t in clause.prepositions(noun) if word == "in" and scene.is_place(t)]
            spots += [t for word, t in clause.prepositions(noun.head, deep=False) if word == "in" and scene.is_place(t)]
            found = scene.parties(spots[:1])
            if found:
                return found
    return ()


def answered(scene: Scene, actors: Collection[ActorMention], cameo: str) -> tuple[ActorMention, ...]:
    """ "Denied it", "accepted the invitation": who last accused, invited, or asked or threatened, those who answer."""
    own = selves(actors)
    said = (d for d in reversed(scene.deeds) if d.type in _ANSWERED.get(cameo, _ASKED))
    told = (_others(d, own) for d in said if any(own & {m.id, m.country} for m in d.targets))
    return next((others for others in told if others), ())


def _kinds(scene: Scene, noun: Token) -> frozenset[str]:
    return frozenset(entry.type for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _is_meant(scene: Scene, noun: Token, deed: Deed, kinds: Collection[str]) -> bool:
    return deed.type in kinds or (noun.lemma_.lower() in scene.lexicon.deeds and deed.type not in _NO_STEPS)


def _others(deed: Deed, taken: Collection[str]) -> tuple[ActorMention, ...]:
    doers = (*deed.actors, *deed.targets) if deed.type in SYMMETRIC else deed.actors
    return tuple(m for m in doers if m.id not in taken)


def opponent(scene: Scene, verb: Token, actors: Collection[ActorMention]) -> tuple[ActorMention, ...]:
    """ "Peru expelled Chile's envoy, Bolivia cut ties": whom the last hostile deed set against these, or befell."""
    own = {m.country for m in actors if m.country}
    hostile = [d for d in scene.deeds if d.type in _HOSTILE and d.actors and d.targets] if own else []
    for deed in reversed(hostile):
        sides = [{m.country for m in side} for side in (deed.actors, deed.targets)]
        if verb.dep_ == "ROOT" and not own & (sides[0] | sides[1]):
            # Between others: of no account but where one sentence tells of both.
            continue
        other = deed.actors if own & sides[1] else deed.targets
        abroad = {m.country for m in other if m.kind in ("country", "group")} - own - {None}
        if len(other) == 1 and abroad:
            return tuple(other)
    return ()


def as_before(scene: Scene, tokens: Iterable[Token], type_: str) -> tuple[ActorMention, ...]:
    """ "Expelled seven", "arrested twelve people": a bare number is of those who suffered the like just before."""
    for token in tokens:
        counted = token.pos_ == "NUM" or any(c.dep_ == "nummod" for c in token.children)
        if counted and (token.pos_ == "NUM" or token.lemma_.lower() in words_of("people")):
            return next((d.targets for d in reversed(scene.deeds) if d.type == type_ and d.targets), ())
    return ()


def nameless(scene: Scene, tokens: Iterable[Token], type_: str) -> tuple[ActorMention, ...]:
    """ "Detained nine people", "freed an ailing man": whom a deed befell, though nobody and no place is named."""
    heads = [t for token in tokens for t in (token, *_counted(scene, token))] if type_ in _BEFALLING else []
    return next(((_nobody(scene, t),) for t in heads if t.lemma_.lower() in scene.lexicon.people), ())


def band(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "A suspected jihadist attack", "rebel shelling": those of whose kind it was."""
    before = (c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod", "nmod"))
    kind = next((c for c in before if f"{c.lemma_.lower()}s" in scene.lexicon.opposed), None)
    if kind is None:
        return ()
    return (described(scene.sentence.phrase(kind), f"{kind.lemma_.lower()}s", "group:bare"),)


def crowd(scene: Scene, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
    """ "Thousands marched", "tens of thousands of people rallied": who protests where no name tells."""
    return tuple(_nobody(scene, t) for t in tokens if t.lemma_.lower() in words_of("crowd") and t.tag_ == "NNS")[:1]


def _counted(scene: Scene, token: Token) -> Iterator[Token]:
    """ "Dozens of people": those of whom a noun is a part."""
    if token.lemma_.lower() in scene.lexicon.parts:
        yield from (t for word, t in clause.prepositions(token, deep=False) if word == "of")


def _nobody(scene: Scene, noun: Token) -> ActorMention:
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("nummod", "amod", "compound")]
    start = min((c.left_edge.i for c in before), default=noun.i)
    words = scene.sentence.phrase(noun.doc[start : noun.i + 1])
    label = " ".join([*(c.text for c in before if c.dep_ != "nummod"), noun.text])
    return described(words, label, "group:bare")
