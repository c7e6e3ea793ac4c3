"""Whom a pronoun cannot mean: binding, quotation, and journeys that lead to somebody's own country."""

from kg.actors.discourse import Discourse, Earlier
from kg.actors.marks import Mark
from kg.actors.speech import Speakers
from kg.actors.syntax import case, verb
from kg.parse.tree import Token

_JOURNEYS = frozenset({"visit", "trip", "journey", "arrival", "arrive", "travel", "fly"})


class Binding:
    """Says of each earlier mark whether a pronoun may mean it."""

    def __init__(self, discourse: Discourse, speakers: Speakers | None) -> None:
        self._discourse = discourse
        self._speakers = speakers

    def barred(self, index: int, token: Token, earlier: Earlier) -> bool:
        """Binding, quotation, and "his visit to" a candidate's own country."""
        actors = {a.id for a in earlier.mark.actors}
        if actors & self._speaking(index, token) or actors & self._cited(index, token, earlier):
            return True
        return self._own_object(index, token, actors) or bool(self._homebound(index, token) & _countries(earlier.mark))

    def _speaking(self, index: int, token: Token) -> set[str]:
        quote = self._discourse.quote(index, token)
        speaker = self._speakers.of(quote) if quote is not None and self._speakers else None
        return {a.id for a in speaker.actors} if speaker else set()

    def _cited(self, index: int, token: Token, earlier: Earlier) -> set[str]:
        """Those who are only named within somebody's words while the pronoun is the reporter's."""
        if self._discourse.quote(index, token) is not None or earlier.distance == 0:
            return set()
        named = self._discourse.token(earlier)
        quoted = self._discourse.quote(earlier.sentence, named) is not None
        return {a.id for a in earlier.mark.actors} if quoted else set()

    def _own_object(self, index: int, token: Token, actors: set[str]) -> bool:
        """Whether the pronoun is an argument of a verb whose subject the candidate is: "Xi told him"."""
        if case(token) in ("possessive", "subject"):
            return False
        found = self._discourse.subject(index, verb(token))
        return found is not None and bool(actors & {a.id for a in found.actors})

    def _homebound(self, index: int, token: Token) -> set[str]:
        """The country that "his visit to X" or "he visited X" leads to: it is not his own."""
        going = token.head if token.dep_ == "poss" or token.dep_.startswith("nsubj") else None
        if going is None or going.lemma_.lower() not in _JOURNEYS:
            return set()
        spots = [c for c in going.children if c.dep_ in ("dobj", "pobj")]
        spots += [o for c in going.children if c.lower_ in ("to", "in") for o in c.children if o.dep_ == "pobj"]
        return {c for s in spots if (m := self._discourse.of(index, s)) is not None for c in _countries(m)}


def _countries(found: Mark) -> set[str]:
    return {a.country for a in found.actors if a.country}
