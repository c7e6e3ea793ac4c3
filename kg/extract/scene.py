"""What one sentence offers the rules: its parse, the actors its tokens name, its dates, and the lexicon."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct, field

from kg.actors.lexicon import agents
from kg.extract.clause import clause_of, complements, conjuncts, surface_subjects
from kg.extract.described import described
from kg.extract.lexicon import Lexicon
from kg.model import ActorMention, DateRange, Document, Span, Timex
from kg.parse import Sentence
from kg.parse.classes import words_of
from kg.parse.tree import Span as TokenSpan
from kg.parse.tree import Token, once
from kg.resources import ontology
from kg.tables import words

_GATHERING = frozenset({"meet", "agree"})
"""Types of nominal events for which people come together."""
_SHARED = _GATHERING | {"accuse", "attack", "cooperate"}
"""Types of what two do that a hyphen joins: "the Iran-Iraq war"."""
_HOME = frozenset({"in", "of", "from"})
_EACH = frozenset({"both", "each"})
_EACH_OTHER = frozenset({"each", "other", "one", "another"})
_AGAINST = frozenset({"anti", "non"})
_HYPHENS = frozenset({"-", "–", "‑"})
_HYPHENED = 2
"""Tokens of two names that a hyphen joins."""
_BOUND = frozenset({"based", "led", "owned", "run", "born", "flagged"})
"""Participles that a hyphen ties to whose something is ("a Malta-flagged ship"); "backed" is none of them."""
_HEADED = frozenset({"headed", "led"})
_LENT = frozenset({"backed", "brokered", "mediated", "sponsored", "supported"})
"""Participles that a hyphen ties to whose something is not ("a UN-backed court")."""
ADJECTIVE = "gazetteer:adjective"


class Deed(Struct, frozen=True, eq=False):
    """What was told before: a type of event with its actors and targets, for nouns that point back to it.

    `background`: it was over before what the text tells ("had expelled").
    """

    type: str
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    background: bool = False
    off: bool = False
    """Whether it was called off."""
    proposed: bool = False
    """Whether it was only proposed."""
    action: str = ""
    """The words that told it ("adopt resolution")."""


class Voice(Struct, frozen=True, eq=False):
    """A quotation of the document and the label of its speaker."""

    quote: Span
    speaker: str


class Scene(Struct, frozen=True, eq=False):
    """One sentence of one document, ready for the rules."""

    document: Document
    sentence: Sentence
    actors: Mapping[int, tuple[ActorMention, ...]]
    adjectives: Mapping[int, tuple[ActorMention, ...]]
    dates: tuple[tuple[Timex, TokenSpan], ...]
    lexicon: Lexicon
    words: frozenset[str]
    """The words of the sentence in small letters, as written and as lemmas."""
    told: tuple[Deed, ...] = ()
    """What the document told before, oldest first; also what was only proposed."""
    voices: tuple[Voice, ...] = ()
    """Who is quoted in the document, in the order of its text."""
    story: DateRange | None = None
    """The date of what the sentence before told, for one that goes on with "he", "she" or "they"."""
    topic: ActorMention | None = None
    """The country that the report is about, where one is named most by far."""
    outlets: frozenset[str] = frozenset()
    """The ids of newspapers and agencies."""
    known: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    """Whom tokens were found to stand for: the patterns of a verb ask for the same ones."""

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What it told before that was done, or is to be."""
        return tuple(d for d in self.told if not d.proposed)

    def quoted(self, token: Token) -> str | None:
        """The speaker of the quotation that a token stands in."""
        at = self.sentence.phrase(token).start
        found = bisect_right(self.voices, at, key=lambda v: v.quote.start) - 1
        voice = self.voices[found] if found >= 0 else None
        return voice.speaker if voice is not None and at < voice.quote.end else None

    def parties(self, tokens: Iterable[Token]) -> tuple[ActorMention, ...]:
        """The actors that argument tokens stand for, each once, in the order of the sentence."""
        found = {m.id: m for token in tokens for m in self._party(token)}
        several = len(found) > 1
        return tuple(sorted(found.values(), key=lambda m: (m.start, m.end, m.id)) if several else found.values())

    def is_place(self, token: Token) -> bool:
        """Whether a token names a place or a country and nothing else, or says what one is ("the port of Aden")."""
        named = self.actors.get(token.i) or (tuple(self._whole(token)) if token.pos_ == "NOUN" else ())
        return bool(named) and all(m.kind in ("place", "country") for m in named)

    def _party(self, token: Token) -> tuple[ActorMention, ...]:
        if token.i not in self.known:
            self.known[token.i] = tuple(self._found(token))
        return self.known[token.i]

    def _found(self, token: Token) -> Iterator[ActorMention]:
        if _is_reciprocal(token):
            yield from self.parties(surface_subjects(clause_of(token)))
            return
        named, apposed = self.actors.get(token.i, ()), self._apposed(token)
        if token.dep_ == "appos" and all(m.kind != "person" for m in named) and (same := self._renamed(token)):
            yield from same
            return
        if apposed and all(m.kind == "group" for m in named):
            # "The rivals, Kiir and Machar, met": who they are tells more than what.
            yield from apposed
            return
        if named:
            bare = all(m.rule == "group:bare" for m in named)
            nameless = all(m.rule in ("group:bare", "group:nationals") for m in named)
            included = tuple(self._included(token)) if nameless else ()
            told = tuple(self._described(token)) or tuple(self._followed(token)) if bare and not included else ()
            yield from told or named
            yield from (*self._listed(token), *self._titled(token), *included, *self._jointly(token, named))
            return
        found = [*self._whole(token), *(self._represented(token) if represents(token) else ()), *self._body(token)]
        found = found or [*self._included(token)] or [*self._described(token)] or [*self._led(token)]
        yield from found or self._followed(token)

    def _renamed(self, token: Token) -> tuple[ActorMention, ...]:
        """ "Rao, a member of the union who was ousted": what somebody is called is himself."""
        person = tuple(m for m in self.actors.get(token.head.i, ()) if m.kind == "person")
        called = token.lower_ in self.lexicon.people | self.lexicon.parts or token.lower_ in agents()
        return person if token.tag_ == "NN" and called else ()

    def _followed(self, token: Token) -> Iterator[ActorMention]:
        """ "Forces loyal to Rao": him for whom soldiers fight of whom nothing else is told."""
        if token.lemma_.lower() in self.lexicon.troops:
            for word in (c for c in token.children if c.lower_ == "loyal"):
                loyal_to = (t for c in word.children if c.lower_ == "to" for t in complements(c))
                yield from (m for t in loyal_to for m in self.actors.get(t.i, ()))

    def _jointly(self, token: Token, named: tuple[ActorMention, ...]) -> Iterator[ActorMention]:
        """ "Officials from the Malian government and rebel groups": of whom else they are."""
        bodies = [c for c in token.children if c.lower_ in ("of", "from")] if named[0].rule == "group" else []
        for whose in map(complements, bodies):
            if whose and named[0] in self.actors.get(whose[0].i, ()):
                yield from (m for t in whose[1:] for m in self._party(t))

    def _included(self, token: Token) -> Iterator[ActorMention]:
        """ "Eight leaders, including Rao and Khan": who is named of several."""
        for word in (c for c in token.children if c.lower_ == "including" and c.dep_ == "prep"):
            yield from (m for t in complements(word) for m in self.actors.get(t.i, ()) if m.kind != "group")

    def _led(self, token: Token) -> Iterator[ActorMention]:
        """ "A delegation led by Rao": who leads those of whom nothing else is told."""
        for verb in (c for c in token.children if c.dep_ == "acl" and c.lower_ in _HEADED):
            agents_ = (t for c in verb.children if c.dep_ == "agent" for t in complements(c))
            yield from (m for t in agents_ for m in self.actors.get(t.i, ()) if m.kind == "person")

    def _titled(self, token: Token) -> Iterator[ActorMention]:
        """ "Foreign Minister Rao and Energy Minister Khan left", "phoned both Rao and Prime Minister Khan".

        The parser hangs the first on the second, or on his title.
        """
        titles = (c for c in token.children if c.dep_ == "compound" and c.i < token.i)
        for title in (token, *titles):
            first = (c for c in title.children if c.dep_ == "nmod" and any(w.dep_ == "cc" for w in c.children))
            yield from (m for c in first for m in self.actors.get(c.i, ()) if m.kind == "person")

    def _apposed(self, token: Token) -> tuple[ActorMention, ...]:
        """Those whom an apposition of a noun names."""
        beside = (t for c in token.children if c.dep_ == "appos" for t in conjuncts(c))
        return tuple(m for t in beside for m in self.actors.get(t.i, ())) or tuple(self._holder(token))

    def _holder(self, token: Token) -> Iterator[ActorMention]:
        """ "The commander of troops in Chad, Idriss Rao, said": a person is no other name of a place before him."""
        if token.tag_ != "NN" or not any(c.dep_ == "prep" for c in token.children):
            return
        for beside in (t for t in token.subtree if t.dep_ == "appos" and t.head.dep_ == "pobj"):
            if not any(m.kind == "person" for m in self.actors.get(beside.head.i, ())):
                yield from (m for m in self.actors.get(beside.i, ()) if m.kind == "person")

    def _listed(self, token: Token) -> Iterator[ActorMention]:
        """ "Mali, the Gambia and Niger": a country beside another is the next of a list, whatever the parser says."""
        own = {m.id for m in self.actors[token.i]}
        for child in token.children if self._is_country(token) else ():
            if child.dep_ in ("appos", "nmod") and self._is_country(child):
                yield from (m for t in conjuncts(child) for m in self._party(t) if m.id not in own)

    def _is_country(self, token: Token) -> bool:
        named = self.actors.get(token.i, ())
        return bool(named) and all(m.kind == "country" for m in named)

    def _whole(self, token: Token) -> Iterator[ActorMention]:
        """ "Dozens of Kenyan soldiers", "Mali's Kidal region": those of whom, or the country of which, it is a part."""
        if token.lemma_.lower() in words_of("land"):
            owners = (c for c in token.children if c.dep_ == "poss")
            yield from (m for c in owners for m in self.actors.get(c.i, ()) if m.kind == "country")
        if token.lemma_.lower() in self.lexicon.parts:
            for child in token.children:
                for word in (t for c in child.children for t in conjuncts(c)) if child.lower_ == "of" else ():
                    yield from self._party(word)

    def _body(self, token: Token) -> Iterator[ActorMention]:
        """ "The IMF board", "Security Council members": the body that acts through what its name stands before."""
        before = (c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i)
        if token.lemma_.lower() in self.lexicon.organs:
            yield from (m for c in before for m in self.actors.get(c.i, ()) if m.kind == "organisation")

    def _described(self, token: Token) -> Iterator[ActorMention]:
        """ "Opposition groups in Uganda": a group that its country tells from others."""
        if not ({token.lower_, token.lemma_.lower()} & agents().keys() or represents(token)):
            return
        if represents(token) and any(f"{c.lemma_.lower()}s" in self.lexicon.opposed for c in token.children):
            # "Rebel leaders in Accra": where they are does not make them its government's.
            return
        spots = [c for c in token.children if c.lower_ in _HOME]
        # "Ministers and judges in Chile": where the parser hangs what is said of both on the first.
        spots += [c for c in token.head.children if c.lower_ in _HOME and c.i > token.i and token.dep_ == "conj"]
        # "The heads of Spain and Norway in Geneva": whose they are, before where.
        spots = [c for c in spots if c.lower_ == "of"] or spots
        heads = [t for c in spots for t in c.children if t.dep_ == "pobj"]
        for where in (t for head in heads for t in conjuncts(head)):
            homes = [m for m in self.actors.get(where.i, ()) if m.kind in ("country", "place") and m.country]
            if homes and token.lemma_.lower() in words_of("polity") and heads[0].head.lower_ == "of":
                # "The island nation of Kiribati" is Kiribati.
                yield homes[0]
            elif homes:
                yield self._home_group(token, where, heads[0].head.lower_, homes[0])

    def _home_group(self, token: Token, where: Token, preposition: str, home: ActorMention) -> ActorMention:
        kept = [c.text for c in token.children if c.dep_ in ("compound", "amod") and c.i < token.i]
        label = " ".join([*kept, token.text, preposition, home.label])
        words = self.sentence.phrase(token.doc[token.i - len(kept) : where.i + 1])
        return described(words, label, "group:described", home.country)

    def _represented(self, token: Token) -> Iterator[ActorMention]:
        """ "Leaders of Russia and China", "China's side": those whom a word such as leader stands for."""
        for owner in self._principals(token):
            if owner.kind != "person":
                yield owner
            elif token.lemma_.lower() in words_of("serving"):
                # "His spokesman said": it is not he who says it.
                yield self._servant(token, owner)
            elif token.lemma_.lower() != "counterpart":
                yield owner

    def _principals(self, token: Token) -> Iterator[ActorMention]:
        for child in token.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod"):
                for word in (*conjuncts(child), *_leaders(child)):
                    yield from self.actors.get(word.i, ()) or self.adjectives.get(word.i, ())
            elif child.lower_ in ("of", "from", "for"):
                for complement in child.children:
                    for word in conjuncts(complement):
                        yield from self.actors.get(word.i, ())

    def _servant(self, token: Token, owner: ActorMention) -> ActorMention:
        words = self.sentence.phrase(token)
        return described(words, f"{token.text} of {owner.label}", "group:described", owner.country)

    def modifiers(self, noun: Token) -> list[Token]:
        """Tokens before a noun that name an actor as adjective or compound ("the Russian invasion", "US sanctions")."""
        before = [t for c in noun.children if c.dep_ in ("amod", "compound", "nmod") for t in conjuncts(c)]
        # "An Afghan government offer": the adjective may hang on the compound.
        before += [t for c in before if c.dep_ == "compound" and represents(c) for t in c.children]
        before += [t for c in before if c.lower_ in _BOUND for t in c.children if t.i < c.i]
        named = (t for t in before if (t.i in self.actors or t.i in self.adjectives) and prefix(t) not in _AGAINST)
        return [t for t in named if t.lower_.rpartition("-")[2] not in _LENT and not self._is_seat(t)]

    def _is_seat(self, token: Token) -> bool:
        """ "The Geneva-based body": where something has its seat does not say whose it is."""
        cities = self.actors.get(token.i, ())
        # "The Quebec City-based body": the parser may hang the first word of the city on the body.
        beside = (token.head, *(c for c in token.head.children if c.i > token.i))
        return any(t.lower_ == "based" for t in beside) and bool(cities) and all(m.kind == "place" for m in cities)

    def opposed(self, noun: Token) -> tuple[ActorMention, ...]:
        """ "An anti-French rally": against whom a noun is."""
        against = [t for t in noun.children if prefix(t) == "anti"]
        return tuple(m for t in against for m in (*self.actors.get(t.i, ()), *self.adjectives.get(t.i, ())))

    def modifying(self, noun: Token) -> tuple[ActorMention, ...]:
        """The actors that `modifiers` name."""
        named = (m for t in self.modifiers(noun) for m in (*self.actors.get(t.i, ()), *self.adjectives.get(t.i, ())))
        signed = noun.lemma_.lower() in words_of("named after a city")
        # "The Oslo accords" are no party's; "the Chad agreement" may be Chad's.
        return tuple({m.id: m for m in named if not (signed and m.kind == "place")}.values())

    def taking_part(self, noun: Token) -> tuple[ActorMention, ...]:
        """The same without the city of "the Oslo talks", which is where they are."""
        here, two = self.around(noun), self.joined(noun)
        return two or tuple(m for m in self.modifying(noun) if m not in here)

    def joined(self, noun: Token) -> tuple[ActorMention, ...]:
        """ "The Cairo-Khartoum talks", "US-China trade talks": a hyphen joins those who take part."""
        if not any(e.type in _SHARED for e in self.lexicon.nouns.get(noun.lemma_.lower(), ())):
            return ()
        before = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod")]
        for second in (*before, *(t for c in before for t in c.lefts)):
            joined = second.i >= _HYPHENED and noun.doc[second.i - 1].text in _HYPHENS
            first = noun.doc[second.i - _HYPHENED] if joined else second
            sides = [self.actors.get(t.i) or self.adjectives.get(t.i) for t in (first, second)]
            if joined and all(sides):
                third = self._before_hyphen(first)
                return tuple({m.id: m for side in (third, *sides) for m in side or ()}.values())
        return ()

    def _before_hyphen(self, token: Token) -> tuple[ActorMention, ...]:
        """ "The Kenya-Uganda-Rwanda summit": who is joined to the first of two."""
        linked = token.i >= _HYPHENED and token.nbor(-1).text in _HYPHENS
        at = token.i - _HYPHENED
        return (self.actors.get(at) or self.adjectives.get(at) or ()) if linked else ()

    def around(self, noun: Token) -> tuple[ActorMention, ...]:
        """The city before a noun of people who come together ("the Oslo talks")."""
        gathers = any(entry.type in _GATHERING for entry in self.lexicon.nouns.get(noun.lemma_.lower(), ()))
        # "The India-Africa summit": a region that a hyphen joins to a party is one too.
        return tuple(m for m in self.modifying(noun) if m.kind == "place") if gathers and not self.joined(noun) else ()


@once
def _is_reciprocal(token: Token) -> bool:
    """A word of "each other" or "one another", or "the other" of which each of two does something."""
    if token.lower_ not in _EACH_OTHER:
        return False
    if token.lower_ == "other" and token.i and token.nbor(-1).lower_ == "the":
        verb = clause_of(token)
        around = {t.lower_ for s in surface_subjects(verb) for t in s.subtree} | {c.lower_ for c in verb.children}
        return not around.isdisjoint(_EACH)
    words = token.doc[max(0, token.i - 1) : token.i + 2]
    pairs = [(a.lower_, b.lower_) for a, b in pairwise(words)]
    return ("each", "other") in pairs or ("one", "another") in pairs


def prefix(token: Token) -> str:
    """ "Anti" of "an anti-French rally": the word that a hyphen puts before a token, empty where none does."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return before[0].lower_ if len(before) == _HYPHENED and before[1].text in _HYPHENS else ""


def _leaders(modifier: Token) -> list[Token]:
    """The word before "-led": who leads "the US-led bloc" acts in it."""
    return [c for c in modifier.children if c.i < modifier.i] if modifier.lower_ == "led" else []


def represents(noun: Token) -> bool:
    """Whether a noun stands for the state or body that it belongs to (leader, officials, high commissioner)."""
    if noun.lemma_.lower() == "commissioner":
        return any(c.lower_ == "high" for c in noun.children)
    if noun.lower_ == "team":
        return any(c.lower_ in words_of("negotiating") for c in noun.children)
    return noun.lemma_.lower() in representatives()


@cache
def representatives() -> frozenset[str]:
    """The nouns, as lemmas, that stand for the state or body that they belong to."""
    return words(ontology("lexicon", "representatives.txt"))


def stage(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[ActorMention],
    timexes: Sequence[Timex],
    lexicon: Lexicon,
) -> Scene:
    """A scene from what linking found in a sentence and the dates of its document; wrong lemmas of verbs are mended."""
    for token in sentence.doc:
        if token.pos_ in ("VERB", "NOUN"):
            token.lemma_ = _mended(token, lexicon)
    named: dict[int, list[ActorMention]] = defaultdict(list)
    adjectives: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        tokens = sentence.tokens(mention)
        for token in tokens or ():
            (adjectives if mention.rule == ADJECTIVE else named)[token.i].append(mention)
    ends = (sentence.segment.start, sentence.segment.end)
    first, last = (bisect_left(timexes, at, key=lambda t: t.start) for at in ends)
    inside = [(t, sentence.tokens(t)) for t in timexes[first:last]]
    return Scene(
        document=document,
        sentence=sentence,
        actors={i: tuple(found) for i, found in named.items()},
        adjectives={i: tuple(found) for i, found in adjectives.items()},
        dates=tuple((timex, tokens) for timex, tokens in inside if tokens is not None),
        lexicon=lexicon,
        words=_words(sentence),
    )


def _words(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence; "here" stands for a place and its preposition."""
    words = {t.lower_ for t in sentence.doc} | {t.lemma_.lower() for t in sentence.doc}
    return frozenset(words | {"in", "to"} if "here" in words else words)


def _mended(token: Token, lexicon: Lexicon) -> str:
    """The lemma of the lexicon for what the parser says: "reelect" for "re-electe", "ceasefire" for "cease-fire"."""
    lemma = token.lemma_
    if "-" in lemma and lemma[:1].isalpha():
        whole = lemma.replace("-", "").lower()
        bare = whole.removesuffix("e")
        lemma = bare if whole not in lexicon.verbs and bare in lexicon.verbs else whole
    return lexicon.lemmas.get(lemma.lower(), lemma) if token.pos_ == "VERB" else lemma
