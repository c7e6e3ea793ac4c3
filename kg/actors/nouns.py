"""Common nouns that take up one actor: "the country", "the government", "the ministry", "the bloc"."""

from collections.abc import Iterator, Sequence

from kg.actors.cast import Cast
from kg.actors.directory import Directory
from kg.actors.discourse import Discourse, modifier
from kg.actors.home import Home
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.model import Actor
from kg.parse.tree import Token

_BEFORE = frozenset({"after", "because", "since"})
_SORTS = {
    "bloc": ("union",),
    "grouping": ("union", "forum", "alliance"),
    "alliance": ("alliance",),
    "group": ("armed-group", "forum"),
    "forum": ("forum", "summit"),
    "movement": ("armed-group", "party"),
    "militia": ("armed-group",),
    "court": ("court",),
    "bank": ("bank",),
    "party": ("party",),
    "company": ("company",),
}
"""The kinds of organisations.csv that a noun may take up."""


class Nouns:
    """Settles common nouns by the marks before them; `here` is the id of the country of the report's dateline."""

    def __init__(self, discourse: Discourse, directory: Directory, cast: Cast, home: Home, here: str | None) -> None:
        self._home = home
        self._discourse = discourse
        self._directory = directory
        self._cast = cast
        self._here = here

    def settle(self, index: int, token: Token) -> Mark | None:
        """The mark of "the" and a noun, None where what it takes up is unsure."""
        lemma = token.lemma_.lower()
        if lemma in usage("usurper"):
            return self.rulers(index, token)
        if not _alone(token):
            return None
        if lemma in usage("ministry"):
            return self._ministry(index, token)
        if lemma in usage("country"):
            return self._the_country(index, token)
        if lemma == "island":
            return self._the_island(index, token)
        if lemma in ("government", "administration"):
            return self._government(index, token)
        if token.text in ("North", "South"):
            return self._half(index, token)
        return self._body(index, token, lemma) if lemma in usage("body") else None

    def rulers(self, index: int, token: Token) -> Mark | None:
        """ "The military junta", "the coup leaders": who rules the country that a report is about, wherever it was
        written."""
        start = _led(token)
        if start is None or _is_followed(token):
            return None
        earlier = (e.mark for e in self._discourse.before(index, start, 3) if e.mark.noun == token.lower_)
        known = next((m.actors for m in earlier if all(a.kind == "country" for a in m.actors)), ())
        if not known and (land := self._home.told_of(index, token)) is not None:
            known = (self._directory.country(land),)
        return self._discourse.settled(index, start, token.i + 1, known, "government", token.lower_) if known else None

    def _half(self, index: int, token: Token) -> Mark | None:
        """ "The North" where a text has told of both halves of a country that fell apart."""
        told = {a.id for i in range(index + 1) for m in self._discourse.marks(i) for a in m.actors}
        for north, south in zip(sorted(usage("northern half")), sorted(usage("southern half")), strict=True):
            if north in told and south in told:
                actor = self._directory.country(north if token.text == "North" else south)
                return self._discourse.settled(index, token.i - 1, token.i + 1, [actor], "half", token.lower_)
        return None

    def _ministry(self, index: int, token: Token) -> Mark | None:
        """ "the ministry": the last one named, or spoken for."""
        for earlier in self._discourse.before(index, token.i, 6):
            actors = (earlier.mark.body,) if earlier.mark.body else earlier.mark.actors
            if (self.kind_of(actors) or "").endswith("ministry"):
                return self._discourse.settled(index, token.i - 1, token.i + 1, actors, "ministry", "ministry")
        return None

    def kind_of(self, actors: Sequence[Actor]) -> str | None:
        """The row of ministries.csv of which an actor is a case."""
        if len(actors) != 1 or actors[0].kind != "organisation" or not actors[0].country:
            return None
        country = self._directory.country_of(actors[0].country)
        return self._directory.ministries_of(country).get(actors[0].id) if country else None

    def _the_country(self, index: int, token: Token) -> Mark | None:
        """ "the country": the one spoken of, not that of a guest; the place of the report where it has one."""
        if self._own_speech(index, token):
            return None
        guests = self._guests(index, token)
        ranked: list[str] = []
        for _, group in self._discourse.by_distance(index, token.i, 2):
            ranked = [c for m in group if not modifier(m) for c in self._named_country(m) if c not in guests]
            if ranked:
                break
        unique = list(dict.fromkeys(ranked))
        if not unique and self._here and self._here not in guests:
            unique = [self._here]
        if len(unique) > 1 and token.dep_ == "poss":
            # "Chad armed Mali for the country's war": whose war, nobody can tell.
            return None
        if len(unique) > 1:
            main = self._main(index, unique)
            others = [c for c in unique if c not in main]
            # "Left after the country backed him": the subject of the clause above would be "it".
            unique = others if len(others) == 1 and _opens_clause(token) else main
        if len(unique) != 1:
            return None
        actor = self._directory.country(unique[0])
        return self._discourse.settled(index, token.i - 1, token.i + 1, [actor], "the-country", token.lower_)

    def _own_speech(self, index: int, token: Token) -> bool:
        """Whether somebody of another country than those named here says it: it may be his own."""
        clause = next((a for a in token.ancestors if a.lemma_.lower() in usage("say")), None)
        speaker = self._discourse.subject(index, clause)
        near = {c for e in self._discourse.before(index, token.i, 0) for c in self._named_country(e.mark)}
        return speaker is not None and not near and any(a.kind == "person" for a in speaker.actors)

    def _the_island(self, index: int, token: Token) -> Mark | None:
        """ "The island": the last country named that is one, of those that are told of near by."""
        for _, group in self._discourse.by_distance(index, token.i, 4):
            lands = {c for m in group for a in m.actors if (c := self._directory.homeland(a)) in usage("island")}
            if lands:
                key = lands.pop() if len(lands) == 1 else None
                actors = [self._directory.country(key)] if key is not None else []
                return self._discourse.settled(index, token.i - 1, token.i + 1, actors, "the-country", "island")
        return None

    def _named_country(self, found: Mark) -> Iterator[str]:
        for actor in found.actors:
            if actor.kind == "country":
                yield actor.id

    def _main(self, index: int, some: list[str]) -> list[str]:
        """Of several countries that whose mark is the subject of the sentence's main clause."""
        roots = [t for t in self._discourse.sentences[index].doc if t.dep_ == "ROOT"]
        found = self._discourse.subject(index, roots[0]) if roots else None
        return [a.id for a in found.actors if a.id in some] if found and len(found.actors) == 1 else []

    def _guests(self, index: int, token: Token) -> set[str]:
        """The countries of those who come: "arrived on a visit to the country"."""
        led = token.dep_ == "pobj" and token.head.lower_ in ("to", "in", "for")
        going = led and any(t.lemma_.lower() in usage("motion") for t in token.ancestors)
        found = [e.mark for e in self._discourse.before(index, token.i, 0)]
        people = [a for m in found for a in m.actors if a.kind == "person"]
        return {c for a in people if (c := self._directory.homeland(a)) is not None} if going else set()

    def _government(self, index: int, token: Token) -> Mark | None:
        """ "the administration": the last government or its head, within three sentences."""
        for earlier in self._discourse.before(index, token.i, 3):
            if earlier.mark.noun == token.lower_ or earlier.mark.rule in ("metonym:seat", "metonym:capital"):
                return self._discourse.settled(
                    index, token.i - 1, token.i + 1, earlier.mark.actors, "government", token.lower_
                )
            rulers = (a for a in earlier.mark.actors if a.kind == "person")
            country = next((land for a in rulers if (land := self._ruled(a)) is not None), None)
            if country is not None:
                actor = self._directory.country(country)
                return self._discourse.settled(index, token.i - 1, token.i + 1, [actor], "government", token.lower_)
        home = self._home.of(index, token)
        if home is None:
            return None
        state = self._directory.country(home)
        return self._discourse.settled(index, token.i - 1, token.i + 1, [state], "government", token.lower_)

    def _ruled(self, person: Actor) -> str | None:
        """The country in which somebody holds an office, not that of an official of the United Nations."""
        land = self._directory.homeland(person)
        return land if any(of == land for _, of in self._cast.holders.posts(person.id)) else None

    def _body(self, index: int, token: Token, lemma: str) -> Mark | None:
        """ "the bloc", "the agency": the last organisation of that sort."""
        for earlier in self._discourse.before(index, token.i, 5):
            actors = (earlier.mark.body,) if earlier.mark.body else earlier.mark.actors
            if len(actors) != 1 or actors[0].kind != "organisation" or modifier(earlier.mark):
                continue
            if self._is(actors[0], lemma):
                return self._discourse.settled(index, token.i - 1, token.i + 1, actors, "the-body", token.lower_)
        return None

    def _is(self, actor: Actor, noun: str) -> bool:
        row = self._directory.organisations.get(actor.id)
        if row is None:
            return noun in actor.label.lower().split()
        kinds = _SORTS
        names = " ".join((row.name, *row.aliases)).lower().split()
        return row.kind in kinds.get(noun, ()) or noun in names or (noun == "watchdog" and row.kind == "organisation")


def _opens_clause(token: Token) -> bool:
    """Whether a noun is the subject of what a clause says was before, or why."""
    verb = token.head
    return token.dep_ == "nsubj" and any(c.dep_ == "mark" and c.lower_ in _BEFORE for c in verb.lefts)


def _alone(token: Token) -> bool:
    """ "the country" with nothing between, and no "of …" behind that says which."""
    if token.i == 0 or token.nbor(-1).lower_ != "the" or token.dep_ == "compound":
        return False
    return not _is_followed(token)


def _is_followed(token: Token) -> bool:
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    return behind is not None and behind.lower_ in ("of", "that", "which", "where")


def _led(token: Token) -> int | None:
    """Where "the junta", "the ruling military junta", "the coup leaders" begins; None of other leaders."""
    start = token.i
    while start and token.doc[start - 1].lower_ in usage("usurping"):
        start -= 1
    if token.lemma_.lower() not in usage("usurper") and start == token.i:
        return None
    if token.dep_ == "compound" or not start:
        return None
    return start - 1 if token.doc[start - 1].lower_ == "the" else start if token.tag_ == "NNS" else None
