"""Two actors taken up at once: "the two leaders", "both sides", and one of two: "the former", "the latter"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.actors.directory import Directory
from kg.actors.discourse import Discourse, modifier
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.model import Actor

_SIDES = ("armed-group", "union", "alliance", "party", "organisation", "company")


class Pairs:
    """Settles words for two by the marks before them."""

    def __init__(self, discourse: Discourse, directory: Directory) -> None:
        self._discourse = discourse
        self._directory = directory

    def both(self, index: int, token: Token) -> Mark | None:
        """ "the two leaders", "both sides": the two last named, if it is clear which two."""
        start, lemma = two_start(token), token.lemma_.lower()
        if start is None:
            return None
        if lemma in usage("leaders"):
            actors = self._pair(index, start, ("person",))
            rule = "two-leaders"
        elif lemma in usage("countries") or lemma in usage("sides"):
            actors = self._pair(index, start, ("country", "side") if lemma in usage("sides") else ("country",))
            rule = "two-sides"
        else:
            return None
        return self._discourse.settled(index, start, token.i + 1, actors, rule, lemma) if actors else None

    def _pair(self, index: int, start: int, kinds: tuple[str, ...]) -> tuple[Actor, ...]:
        """Exactly two actors of a kind: of this sentence before the phrase, else of those before, nearest first."""
        seen: dict[str, Actor] = {}
        for distance, group in self._discourse.by_distance(index, start, 4):
            fresh = dict(seen)
            for found in group:
                for actor in found.actors:
                    for one in self._as(actor, kinds, found):
                        fresh.setdefault(one.id, one)
            if len(fresh) == 2:
                return tuple(fresh.values())
            if len(fresh) > 2:
                joined = self._joined(index - distance, group, kinds)
                return joined if len(joined) == 2 and not seen else self._topic(fresh, index)
            seen = fresh
        return ()

    def _as(self, actor: Actor, kinds: tuple[str, ...], found: Mark) -> Iterator[Actor]:
        row = self._directory.organisations.get(actor.id)
        if actor.kind in kinds or ("side" in kinds and row is not None and row.kind in _SIDES):
            yield actor
        elif "country" in kinds and actor.country and not modifier(found) and actor.kind != "place":
            country = self._directory.country_of(actor.country)
            if country is not None:
                yield self._directory.country(country)

    def _joined(self, index: int, group: Iterable[Mark], kinds: tuple[str, ...]) -> tuple[Actor, ...]:
        """The one pair that "and" joins."""
        doc = self._discourse.sentences[index].doc
        for found in group:
            pair = [found, *(self._discourse.of(index, t) for t in doc[found.head].conjuncts)]
            actors = {a.id: a for m in pair if m is not None for x in m.actors for a in self._as(x, kinds, m)}
            if len(actors) == 2:
                return tuple(actors.values())
        return ()

    def _topic(self, some: dict[str, Actor], index: int) -> tuple[Actor, ...]:
        """The two of them that the text so far names far more often than any third."""
        counts = dict.fromkeys(some, 0)
        for i in range(index + 1):
            for found in self._discourse.marks(i):
                for actor in found.actors:
                    country = self._directory.country_of(actor.country) if actor.country else None
                    for key in {actor.id, country or ""} & set(counts):
                        counts[key] += 1
        ranked = sorted(counts, key=lambda k: (-counts[k], k))
        clear = len(ranked) > 2 and counts[ranked[1]] >= 2 * counts[ranked[2]] + 1
        return tuple(some[k] for k in ranked[:2]) if clear else ()

    def former(self, index: int, token: Token) -> Mark | None:
        """ "the former", "the latter": of the two actors before."""
        before = token.nbor(-1) if token.i else None
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        alone = following is None or following.tag_.startswith(("VB", "MD", ",", "."))
        bare = alone or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
        if before is None or before.lower_ != "the" or not bare:
            return None
        for _, group in self._discourse.by_distance(index, token.i - 1, 1):
            group = [m for m in group if m.rule != "coref:former"]
            some = {a.id: a for m in group if len(m.actors) == 1 and not modifier(m) for a in m.actors}
            if len(some) == 2 and len({a.kind for a in some.values()}) == 1:
                first, second = sorted(some.values(), key=lambda a: next(m.start for m in group if a in m.actors))
                actor = first if token.lower_ == "former" else second
                return self._discourse.settled(index, token.i - 1, token.i + 1, [actor], token.lower_)
            if some:
                return None
        return None


def two_start(token: Token) -> int | None:
    """Where "the two leaders", "both leaders", "both the leaders" begins; None for other plurals."""
    index = token.i - 1
    doc: Doc = token.doc
    words: list[str] = []
    while index >= 0 and len(words) < 4 and doc[index].lower_ in ("two", "both", "the", "of", "these"):
        words.append(doc[index].lower_)
        index -= 1
    behind = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if not {"two", "both"} & set(words) or behind == "of":
        return None
    start = index + 1
    while doc[start].lower_ in ("of", "the"):
        start += 1
    return start
