"""Who "he", "the two leaders", "the ministry" and "we" are: settled by what stands before, or left alone.

Rules in the line of Lappin and Leass (1994) and Kennedy and Boguraev (1996): salience from recency, grammatical
role and topic, filtered by number, sex, binding and quotation; where two readings are near each other, none.
"""

from collections.abc import Sequence

from kg.actors.anaphora import Anaphora
from kg.actors.cast import Cast
from kg.actors.discourse import Discourse
from kg.actors.groups import of_two
from kg.actors.home import Home
from kg.actors.lexicon import usage
from kg.actors.marks import Mark, mark
from kg.actors.naming import Namer
from kg.actors.nouns import Nouns
from kg.actors.pairs import MEANT, Pairs, two_start
from kg.actors.phrases import NounPhrase
from kg.actors.pronouns import THIRD, Pronouns
from kg.actors.quotes import quotations
from kg.actors.speech import Speakers
from kg.model import Actor, Document
from kg.parse import Sentence
from kg.parse.tree import Token

_I = frozenset({"i", "me", "my", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_SETS = frozenset({"two", "both", "pair"})
_OF_TWO = frozenset({"former", "latter"})
_OPEN = frozenset({"PRON", "NOUN", "PROPN"})
_TAKING_UP = THIRD | _SETS | _OF_TWO
"""Words that may take up what was named, whatever the tagger makes of them."""


def _may_be_two(found: Mark, token: Token) -> bool:
    """ "The leaders", "the two Nordic states": a group of no country that may be two named before."""
    if found.rule != "group:bare" or token.tag_ != "NNS":
        return False
    lemma = token.lemma_.lower()
    return lemma in MEANT or (lemma in usage("countries") and two_start(token) is not None)


class Coreference:
    """Adds to the named marks of a document those of the words that take them up."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        namer: Namer,
        cast: Cast,
        marks: Sequence[Sequence[Mark]],
        phrases: Sequence[Sequence[NounPhrase]],
        here: str | None,
    ) -> None:
        self._directory = namer.gazetteer.directory
        self._outlets = namer.gazetteer.media
        self._cast = cast
        self._groups = namer.groups
        self._phrases = phrases
        self._discourse = Discourse(sentences, marks, quotations(document.text))
        self._pairs = Pairs(self._discourse, self._directory, cast)
        home = Home(self._discourse, self._directory, here)
        self._nouns = Nouns(self._discourse, self._directory, cast, home, here)
        self._anaphora = Anaphora(self._discourse, namer, cast, self._nouns, home, here)

    def settle(self) -> tuple[tuple[Mark, ...], ...]:
        """The marks of each sentence: the reporter's words first, then those in quotation marks."""
        outside = Pronouns(self._discourse)
        for index in range(len(self._discourse.sentences)):
            self._walk(index, outside, quoted=False)
        self._speakers = Speakers(self._discourse, self._outlets)
        inside = Pronouns(self._discourse, self._speakers)
        for index in range(len(self._discourse.sentences)):
            if self._discourse.is_quoting(index):
                self._walk(index, inside, quoted=True)
        return tuple(tuple(self._discourse.marks(i)) for i in range(len(self._discourse.sentences)))

    def _walk(self, index: int, pronouns: Pronouns, quoted: bool) -> None:
        sentence = self._discourse.sentences[index]
        quoting = self._discourse.is_quoting(index)
        open_phrases = {p.head.start: p for p in self._phrases[index]}
        for token in (t for t in sentence.doc if t.i in open_phrases or t.pos_ in _OPEN or t.lower_ in _TAKING_UP):
            inside = quoting and self._discourse.quote(index, token) is not None
            if inside != quoted or self._taken(index, token):
                continue
            found = self._one(index, token, open_phrases.get(token.i), pronouns, quoted)
            if found is not None and found.actors:
                self._discourse.add(index, found)

    def _taken(self, index: int, token: Token) -> bool:
        return any(m.start <= token.i < m.end and not _may_be_two(m, token) for m in self._discourse.marks(index))

    def _one(
        self, index: int, token: Token, phrase: NounPhrase | None, pronouns: Pronouns, quoted: bool
    ) -> Mark | None:
        found = self._settled(index, token, phrase, pronouns, quoted)
        return self._anaphora.nameless(index, phrase) if found is None and phrase is not None else found

    def _settled(
        self, index: int, token: Token, phrase: NounPhrase | None, pronouns: Pronouns, quoted: bool
    ) -> Mark | None:
        word = token.lower_
        if phrase is not None:
            found = self._anaphora.phrase(index, phrase) or self._of_two(index, token, phrase)
            if found is not None:
                return found
        if token.pos_ == "PRON" or word in THIRD:
            if quoted and word in _I | _WE:
                return self._first(index, token)
            return pronouns.settle(index, token) if word in THIRD else None
        if word in _OF_TWO:
            return self._pairs.former(index, token)
        if word in _SETS:
            return self._pairs.alone(index, token)
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        if token.tag_ == "NNS" or (token.i and token.nbor(-1).lower_ == "each"):
            return self._pairs.both(index, token) or self._usurpers(index, token)
        return self._nouns.settle(index, token)

    def _usurpers(self, index: int, token: Token) -> Mark | None:
        """ "The coup leaders"."""
        return self._nouns.rulers(index, token) if token.lower_ in usage("putschists") else None

    def _of_two(self, index: int, token: Token, phrase: NounPhrase) -> Mark | None:
        """ "The presidents of both countries": who holds the office in each."""
        title = token.doc[phrase.head.end - 1]
        noun = of_two(title) if phrase.kind == "office" and phrase.plural else None
        two = self._pairs.both(index, noun) if noun is not None else None
        if two is None or noun is None or not all(actor.kind == "country" for actor in two.actors):
            return None
        actors = self._groups.held(phrase, [actor.id for actor in two.actors]).actors
        return self._discourse.settled(index, phrase.start, noun.i + 1, actors, "offices-of-two", title.lower_)

    def _first(self, index: int, token: Token) -> Mark | None:
        """The speaker of a quotation; of "we" the country or body for which he speaks."""
        quote = self._discourse.quote(index, token)
        speaker = self._speakers.of(quote) if quote is not None else None
        if speaker is None:
            return None
        actor = speaker.actors[0]
        actors = self._stands_for(actor) if token.lower_ in _WE else [actor]
        return mark(self._discourse.sentences[index], token.i, token.i + 1, actors, f"coref:{token.lower_}")

    def _stands_for(self, actor: Actor) -> list[Actor]:
        if actor.kind == "person":
            return self._employer(actor)
        if actor.kind == "organisation" and actor.country:
            country = self._directory.country_of(actor.country)
            return (
                [self._directory.country(country)]
                if country and actor.id not in self._directory.organisations
                else [actor]
            )
        return [actor] if actor.kind in ("country", "organisation") else []

    def _employer(self, actor: Actor) -> list[Actor]:
        """The country or organisation of which a person holds an office; nothing for private people."""
        bodies = sorted({of for _, of in self._cast.holders.posts(actor.id)})
        countries = [b for b in bodies if b in self._directory.countries]
        if countries or not bodies:
            return [self._directory.country(countries[0])] if len(countries) == 1 else []
        return [self._directory.organisation(bodies[0])] if len(bodies) == 1 else []
