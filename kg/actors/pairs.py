"""Two actors taken up at once: "the two leaders", "both sides", and one of two: "the former", "the latter"."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.actors.cast import Cast
from kg.actors.directory import LEADERS, Directory
from kg.actors.discourse import Discourse, modifier
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.model import Actor
from kg.parse.tree import Doc, Token

_LED = ("state", "government", "delegation")
"""What "the two heads of" may lead and still be two named before."""
_AGAINST = frozenset({"with", "against", "from", "toward", "towards"})
MEANT = {
    **dict.fromkeys(("leader", "president", "minister", "premier"), ("person",)),
    **dict.fromkeys(("side", "party"), ("country", "side")),
}
"""Nouns that with a bare "the" may mean two named just before, and as what."""
_NEAR = 3
_POSTS = {
    "foreign": "foreign-minister",
    "defence": "defence-minister",
    "defense": "defence-minister",
    "prime": "prime-minister",
}
"""Offices by the word before "ministers"."""
_SAYING_WHICH = frozenset({"of", "from", "in", "at", "who", "that", "which", "and", "'", "’", ","})
_SIDES = ("armed-group", "union", "alliance", "party", "organisation", "company")


class Pairs:
    """Settles words for two by the marks before them."""

    def __init__(self, discourse: Discourse, directory: Directory, cast: Cast) -> None:
        self._discourse = discourse
        self._directory = directory
        self._cast = cast

    def both(self, index: int, token: Token) -> Mark | None:
        """ "the two leaders", "both sides": the two last named, if it is clear which two."""
        start, lemma = two_start(token), token.lemma_.lower()
        if start is None:
            return self._definite(index, token, lemma) or self._same_group(index, token)
        others = self._doers(index, token) | self._opposite(index, token)
        if lemma in usage("leaders"):
            actors = self._of_two(index, self._pair(index, start, ("person",), others | self._lesser(index, token)))
            rule = "two-leaders"
        elif lemma in usage("countries") or lemma in usage("sides"):
            actors = self._pair(index, start, ("country", "side") if lemma in usage("sides") else ("country",), others)
            rule = "two-sides"
        else:
            return None
        return self._discourse.settled(index, start, token.i + 1, actors, rule, lemma) if actors else None

    def _definite(self, index: int, token: Token, lemma: str) -> Mark | None:
        """ "The leaders agreed", "the sides signed it": the two whom the text has just named, if no more."""
        start = _definite_start(token)
        kinds = MEANT.get(lemma) if start is not None else None
        if start is None or kinds is None:
            return None
        actors = self._just_named(index, start, kinds, self._doers(index, token) | self._lesser(index, token))
        if self._others_called(index, token, actors):
            return None
        return self._discourse.settled(index, start, token.i + 1, actors, "the-leaders", lemma) if actors else None

    def _same_group(self, index: int, token: Token) -> Mark | None:
        """ "The leaders agreed" after "EU leaders met": the last group called so, of whom the text told whose it is."""
        start = _definite_start(token)
        if start is None:
            return None
        for i in range(index, max(-1, index - _NEAR - 1), -1):
            words = reversed(self._discourse.sentences[i].doc[: token.i if i == index else None])
            same = next((t for t in words if t.tag_ == "NNS" and t.lemma_ == token.lemma_), None)
            found = self._discourse.of(i, same) if same is not None else None
            if found is not None:
                told = found.rule != "group:bare" and [a.kind for a in found.actors] == ["group"]
                lemma = token.lemma_.lower()
                mark = self._discourse.settled(index, start, token.i + 1, found.actors, "the-leaders", lemma)
                return mark if told else None
            if i < index and any(a.kind == "person" for m in self._discourse.marks(i) for a in m.actors):
                # "EU leaders met. Rao and Sow spoke. The leaders agreed": these two, or those.
                return None
        return None

    def _others_called(self, index: int, token: Token, actors: tuple[Actor, ...]) -> bool:
        """Whether the same noun has just been said of others: "EU leaders"."""
        wanted = {a.id for a in actors}
        for i in range(max(0, index - _NEAR), index + 1):
            doc = self._discourse.sentences[i].doc
            for same in (
                t for t in doc if t.tag_ == "NNS" and t.lemma_ == token.lemma_ and (i, t.i) < (index, token.i)
            ):
                found = self._discourse.of(i, same)
                if found is None or {a.id for a in found.actors} != wanted:
                    return True
        return False

    def _just_named(self, index: int, start: int, kinds: tuple[str, ...], others: set[str]) -> tuple[Actor, ...]:
        """The two of a kind that one of the last sentences names; nobody where others stand between or beside."""
        between: set[str] = set()
        for distance, group in self._discourse.by_distance(index, start, _NEAR):
            parties = next(self._between(index - distance), ()) if "side" in kinds and distance else ()
            if parties and not others & {a.id for a in parties}:
                return parties
            found = {x.id: x for m in group for a in m.actors for x in self._as(a, kinds, m) if x.id not in others}
            if len(found) > 2:
                joined = self._joined(index - distance, group, kinds) if "country" in kinds else ()
                found = {a.id: a for a in joined}
            if len(found) == 2:
                homes = {self._directory.homeland(a) for a in found.values()}
                return tuple(found.values()) if between <= found.keys() and len(homes) == 2 else ()
            if len(found) != 1:
                between |= {a.id for m in group for a in m.actors if a.kind in ("person", "group")}
            between |= found.keys()
        return ()

    def alone(self, index: int, token: Token) -> Mark | None:
        """ "The two agreed", "both signed it", "talks between the two": two people, else two countries."""
        behind = token.nbor() if token.i + 1 < len(token.doc) else None
        goes_on = behind is not None and behind.tag_[:2] in ("VB", "MD", "RB")
        start = token.i if token.lower_ == "both" else token.i - 1
        led = start == token.i or (start >= 0 and token.doc[start].lower_ == "the")
        between = token.dep_ == "pobj" and token.head.lower_ == "between"
        if not led or not (between or (goes_on and token.dep_ in ("nsubj", "nsubjpass"))):
            return None
        others = self._doers(index, token)
        states = self._states_here(index, start, others)
        people = () if states else self._of_two(index, self._pair(index, start, ("person",), others))
        actors = states or people or self._pair(index, start, ("country",), others)
        return self._discourse.settled(index, start, token.i + 1, actors, "the-two", "two") if actors else None

    def _states_here(self, index: int, start: int, others: set[str]) -> tuple[Actor, ...]:
        """ "Chad broke with Mali, but the two agreed": two countries that the sentence alone names."""
        for _, group in self._discourse.by_distance(index, start, 0):
            found = {a.id: a for m in group if not modifier(m) for a in m.actors if a.id not in others}
            alone = all(a.kind == "country" for a in found.values())
            return tuple(found.values()) if alone and len(found) == 2 else ()
        return ()

    def _doers(self, index: int, token: Token) -> set[str]:
        """Whose deed a word is an object of, and their countries."""
        doers = self._discourse.doers(index, token)
        return {a.id for a in doers} | {c for a in doers if (c := self._directory.homeland(a)) is not None}

    def _opposite(self, index: int, token: Token) -> set[str]:
        """ "Both countries have sent troops to the border with Chad": whom the clause of two names beside them."""
        beside = (t for t in token.head.subtree if t.i > token.i and t.dep_ == "pobj" and t.head.lower_ in _AGAINST)
        marks = (self._discourse.of(index, t) for t in beside if token.dep_ == "nsubj")
        return {a.id for m in marks if m is not None for a in m.actors}

    def _lesser(self, index: int, token: Token) -> set[str]:
        """Of "the two leaders" and "foreign ministers" those who are known to hold no such office: spokesmen."""
        lemma, post = token.lemma_.lower(), _POSTS.get(token.nbor(-1).lower_) if token.i else None
        wanted = set(LEADERS) if lemma == "leader" else {lemma} if lemma in LEADERS else {post} if post else set()
        marks = (m for i in range(index + 1) for m in self._discourse.marks(i)) if wanted else ()
        people = {a.id for m in marks for a in m.actors if a.kind == "person"}
        posts = {p: {office for office, _ in self._cast.holders.posts(p)} for p in people}
        return {p for p, held in posts.items() if held and not held & wanted}

    def _of_two(self, index: int, people: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Two people, unless a text of what is "between Chad and Sudan" named them as others who spoke of it."""
        homes = {self._directory.homeland(a) for a in people}
        told = [found for i in range(index + 1) for found in self._between(i)]
        return people if not told or any(homes & {a.id for a in two} for two in told) else ()

    def _between(self, index: int) -> Iterator[tuple[Actor, ...]]:
        """The two countries of each "between" of a sentence."""
        for word in self._discourse.sentences[index].doc:
            first = next((c for c in word.children if c.dep_ == "pobj"), None) if word.lower_ == "between" else None
            if first is not None:
                marks = [m for t in (first, *first.conjuncts) if (m := self._discourse.of(index, t)) is not None]
                two = tuple(x for m in marks for a in m.actors for x in self._as(a, ("country",), m))
                if len(two) == 2:
                    yield two

    def _pair(self, index: int, start: int, kinds: tuple[str, ...], others: set[str]) -> tuple[Actor, ...]:
        """Exactly two actors of a kind other than `others`: those of one sentence, this or one before, nearest first.

        Two countries that only several sentences name must be those that the text is about.
        """
        seen: dict[str, Actor] = {}
        fresh: dict[str, Actor] = {}
        for distance, group in self._discourse.by_distance(index, start, 4):
            fresh = dict(seen)
            doc = self._discourse.sentences[index - distance].doc
            for found in (m for m in group if not _is_aside(doc[m.head])):
                for actor in found.actors:
                    for one in self._as(actor, kinds, found):
                        if one.id not in others:
                            fresh.setdefault(one.id, one)
            if len(fresh) == 2 and (not seen or "person" in kinds):
                return tuple(fresh.values())
            if len(fresh) > 2:
                joined = self._joined(index - distance, group, kinds)
                # "Chad and Mali left. Niger said that the two countries …": a third who speaks is neither.
                if len(joined) == 2 and len(seen) < 2 and seen.keys().isdisjoint(a.id for a in joined):
                    return joined
                break
            seen = fresh
        return self._topic(index, start, kinds, set(fresh) if "person" in kinds else None, others)

    def _as(self, actor: Actor, kinds: tuple[str, ...], found: Mark) -> Iterator[Actor]:
        row = self._directory.organisations.get(actor.id)
        if actor.kind in kinds or ("side" in kinds and row is not None and row.kind in _SIDES):
            yield actor
        elif "country" in kinds and actor.country and not modifier(found) and actor.kind != "place":
            country = self._directory.country_of(actor.country)
            if country is not None:
                yield self._directory.country(country)

    def _joined(self, index: int, group: Iterable[Mark], kinds: tuple[str, ...]) -> tuple[Actor, ...]:
        """The nearest pair that "and" joins, before those who only report ("…, Oman and Qatar said")."""
        doc = self._discourse.sentences[index].doc
        for found in sorted(group, key=lambda m: _reports(doc[m.head])):
            pair = [found, *(self._discourse.of(index, t) for t in doc[found.head].conjuncts)]
            actors = {a.id: a for m in pair if m is not None for x in m.actors for a in self._as(x, kinds, m)}
            if len(actors) == 2:
                return tuple(actors.values())
        return ()

    def _topic(
        self, index: int, start: int, kinds: tuple[str, ...], among: set[str] | None, others: set[str]
    ) -> tuple[Actor, ...]:
        """The two (`among` these, where given) that the text so far names far more often than any third."""
        counts: Counter[str] = Counter()
        actors: dict[str, Actor] = {}
        before = (m for i in range(index + 1) for m in self._discourse.marks(i) if (i, m.head) < (index, start))
        for found in before:
            for one in (x for a in found.actors for x in self._as(a, kinds, found)):
                if one.id not in others and (among is None or one.id in among):
                    actors[one.id] = one
                    counts[one.id] += 1
        ranked = sorted(counts, key=lambda k: (-counts[k], k))
        third = counts[ranked[2]] if len(ranked) > 2 else 0
        clear = len(ranked) > 1 and counts[ranked[1]] >= 2 * third + 1
        return tuple(actors[k] for k in ranked[:2]) if clear else ()

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


def _is_aside(token: Token) -> bool:
    """Whether somebody is named in passing: to compare others with him, as whose fate it is, in "US-led"."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    bound = behind is not None and behind.text in ("-", "‑", "–") and not token.whitespace_
    return bound or _is_compared(token) or _is_fate_of(token)


def _is_compared(token: Token) -> bool:
    """ "The first to do so since Rao", "more than Rao": who is named only to compare others with him."""
    return token.dep_ in ("pobj", "nsubj") and token.head.lower_ in ("since", "than", "like", "unlike")


def _is_fate_of(token: Token) -> bool:
    """ "Raised the death of Rao", "his jailing": who is only spoken of, and led no talks."""
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    return token.dep_ in ("pobj", "poss") and noun.lemma_.lower() in usage("fate")


def _reports(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or joined to it."""
    doers = [token, *token.conjuncts]
    return any(t.dep_ == "nsubj" and t.head.lemma_.lower() in usage("say") for t in doers)


def _definite_start(token: Token) -> int | None:
    """Where "leaders" of "the leaders", "foreign ministers" of "the foreign ministers" begins; None elsewhere."""
    first = token.i - 1 if token.i and token.nbor(-1).lower_ in _POSTS else token.i
    led = first > 0 and token.doc[first - 1].lower_ == "the"
    behind = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return first if led and behind not in _SAYING_WHICH else None


def _regional(doc: Doc, index: int) -> int:
    """How many words that end at `index` name a part of the world: "Nordic", "Central Asian", "former Soviet"."""
    if index > 2 and doc[index].lower_ in usage("of a part") and doc[index - 1].lower_ in usage("direction"):
        return 2
    return 1 if index > 1 and doc[index].lower_ in usage("regional") else 0


def two_start(token: Token) -> int | None:
    """Where "the two leaders", "both the leaders", "each leader" begins; None for other plurals."""
    doc: Doc = token.doc
    index = token.i - (2 if token.i > 1 and doc[token.i - 1].lower_ in _POSTS else 1)
    words: list[str] = []
    before = index - _regional(doc, index)
    if before < index and before > 0 and (doc[before].lower_ == "both" or doc[before - 1].lower_ == "the"):
        index = before
    while index >= 0 and len(words) < 4 and doc[index].lower_ in ("two", "both", "each", "the", "of", "these"):
        words.append(doc[index].lower_)
        index -= 1
    behind = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    led = doc[token.i + 2].lower_ if token.i + 2 < len(doc) else ""
    # "Accused the two countries of arming them".
    charged = behind == "of" and token.i + 2 < len(doc) and doc[token.i + 2].tag_ == "VBG"
    if not {"two", "both", "each"} & set(words) or (behind == "of" and not charged and led not in _LED):
        return None
    start = index + 1
    while doc[start].lower_ in ("of", "the"):
        start += 1
    return start
