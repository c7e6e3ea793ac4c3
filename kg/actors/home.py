"""Whose "the army", "police" or "the government" is where nothing says it: the country that a report is about."""

from collections import Counter
from collections.abc import Iterator

from kg.actors.directory import Directory
from kg.actors.discourse import Discourse, modifier
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.actors.syntax import preposition, subject, top, verb
from kg.parse.tree import Token

_LOCATIVE = frozenset({"in", "at", "near", "outside", "across"})
_CLEAR = 2
"""How many times as often as any other a country is named that a report is about."""


class Home:
    """Finds the country by the place of a deed, the dateline, and how often each country is named."""

    def __init__(self, discourse: Discourse, directory: Directory, here: str | None) -> None:
        self._discourse = discourse
        self._directory = directory
        self._here = here
        named = (m for index in range(len(discourse.sentences)) for m in discourse.marks(index))
        self._counts = Counter(land for m in named for land in self._lands(m))

    def of(self, index: int, token: Token) -> str | None:
        """The id of the country whose body a word of a sentence means, None where that is unsure."""
        if any(c.lower_ in _LOCATIVE for c in token.children):
            # "Police in Lyon": the phrase says by itself where.
            return None
        around = [m for m in self._discourse.marks(index) if not modifier(m)]
        own = verb(token)
        doc = self._discourse.sentences[index].doc
        rebels = {land for m in around if self._is_beside(token, doc[m.head], m) for land in self._lands(m)}
        if len(rebels) == 1:
            return rebels.pop()
        near = (m for m in around if (own is None or verb(doc[m.head]) == own) and not _is_parley(own))
        spots = dict.fromkeys(land for m in near if self._is_spot(index, m) for land in self._lands(m))
        if spots:
            return next(iter(spots)) if len(spots) == 1 else None
        others = self._acted_upon(index, token)
        topic = self._topic()
        if topic is not None:
            return topic if topic not in others else None
        return self._ruled(index, token)

    def _is_beside(self, token: Token, other: Token, found: Mark) -> bool:
        """ "The government and the ELN met in Oslo": whether a mark is of rebels who are named together with a word."""
        rows = self._directory.organisations
        armed = all(a.id in rows and rows[a.id].kind == "armed-group" for a in found.actors)
        return armed and other != token and top(other) == top(token)

    def told_of(self, index: int, token: Token) -> str | None:
        """The country that is named most by far and not the one acted upon, wherever the report was written."""
        (first, most), (_, second) = [*self._counts.most_common(2), ("", 0), ("", 0)][:2]
        clear = most >= _CLEAR * max(second, 1)
        return first if clear and first not in self._acted_upon(index, token) else None

    def _topic(self) -> str | None:
        """The country of the dateline where no other is named twice as often, else the one named most by far."""
        ranked = [*self._counts.most_common(2), ("", 0), ("", 0)][:2]
        (first, most), (_, second) = sorted(ranked, key=lambda r: (-r[1], r[0]))
        if self._here is not None and _CLEAR * self._counts[self._here] >= most:
            return self._here
        return first if most >= _CLEAR * max(second, 1) else None

    def _lands(self, found: Mark) -> Iterator[str]:
        for actor in found.actors:
            land = self._directory.homeland(actor)
            if land is not None:
                yield land

    def _is_spot(self, index: int, found: Mark) -> bool:
        """ "Police detained him in Lyon": whether a mark says where."""
        word = preposition(self._discourse.sentences[index].doc[found.head])
        return (
            word is not None and word.lower_ in _LOCATIVE and all(a.kind in ("place", "country") for a in found.actors)
        )

    def _acted_upon(self, index: int, token: Token) -> set[str]:
        """ "The government accused France": the countries that the clause's verb has beside the word."""
        clause = verb(token)
        own = clause is not None and subject(clause) == top(token)
        doc = self._discourse.sentences[index].doc
        beside = (m for m in self._discourse.marks(index) if own and any(a.kind == "country" for a in m.actors))
        return {land for m in beside if verb(doc[m.head]) == clause for land in self._lands(m)}

    def _ruled(self, index: int, token: Token) -> str | None:
        """ "The army deposed Compaoré": the country of the one politician whom the clause's deed befalls."""
        clause, doc = verb(token), self._discourse.sentences[index].doc
        people = {
            land
            for m in self._discourse.marks(index)
            if verb(doc[m.head]) == clause and doc[m.head].dep_ in ("dobj", "nsubjpass")
            for a in m.actors
            if a.id in self._directory.people
            for land in self._lands(m)
        }
        return people.pop() if len(people) == 1 else None


def _is_parley(clause: Token | None) -> bool:
    """ "The government met rebels in Oslo": for talks both sides go abroad."""
    words = (clause, *(c for c in clause.children if c.dep_ == "dobj")) if clause is not None else ()
    return any(t.lemma_.lower() in usage("parley") for t in words)
