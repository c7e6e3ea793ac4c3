"""Whom of the tables a name means on the day of a document: by age, title, country and date of office."""

from collections.abc import Sequence
from datetime import date

from kg.actors import titles
from kg.actors.fold import fold
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.members import Billing, fits
from kg.actors.phrases import NounPhrase
from kg.actors.spelling import folded, respells

_GENERATION = 25 * 365
"""Days before their first office from which people are not yet news; an older namesake is meant then."""


class Listed:
    """People of the tables as one document may mean them; ids of people in and out."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self._gazetteer = gazetteer
        self._directory = gazetteer.directory
        self._day = day

    def of_age(self, people: Sequence[str]) -> list[str]:
        """Those who may have been in the news on the day: no first office of theirs is a generation away."""
        if self._day is None:
            return list(people)
        starts = {p: [t.start for t in self._directory.terms(p) if t.start is not None] for p in people}
        return [p for p, days in starts.items() if not days or (min(days) - self._day).days < _GENERATION]

    def namesake(self, people: Sequence[str], billing: Billing) -> str | None:
        """Which of the people of one name: by title and country, then by date of office."""
        if len(people) < 2:
            return people[0] if people else None
        for phrase in billing.phrases:
            best = self.titled(people, phrase)
            if best is not None:
                return best
        return self._directory.nearest(people, self._day) if self._day is not None else None

    def titled(self, people: Sequence[str], phrase: NounPhrase) -> str | None:
        """The one of several people who holds, or once held, the office that is named."""
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        if not offices and not of:
            return None
        day = None if titles.past(phrase) else self._day
        found = [p for p in people if fits(self._directory.posts(p, day), offices, of)]
        if len(found) > 1 and titles.past(phrase) and self._day is not None:
            return self._directory.nearest(found, self._day)
        return found[0] if len(found) == 1 else None

    def surnamed(self, phrase: NounPhrase) -> str | None:
        """The only person of a surname in or near office on the day, if a title or the name itself is sure."""
        word = phrase.head.text
        people = phrase.head.keys("surname") or self._directory.surnamed(word)
        if not people:
            return None
        titled = self.titled(people, phrase)
        if titled is not None:
            return titled
        if word.lower() in usage("common") and not titles.offices(phrase) and not titles.sex(phrase):
            return None
        near = [p for p in people if self._day is None or self._directory.current(p, self._day)]
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        general = {"minister", "deputy-minister"} & set(offices)
        near = [p for p in near if fits(self._directory.posts(p, None), () if general else offices, of)]
        return near[0] if len(set(near)) == 1 else None

    def respelt(self, name: str, billing: Billing) -> str | None:
        """The person with the same first name and a surname one letter off, or the other way round.

        Whoever is billed with an office or a country is nobody who never had it.
        """
        first, *_, last = folded(name)
        close = {k for k in self._directory.called(first) if len(last) > 4 and respells(self._last(k), last)}
        for key in self._directory.surnamed(last) if last not in usage("common") else ():
            if len(first) > 4 and respells(self._first(key), first):
                close.add(key)
        grown = self.of_age(sorted(close))
        return grown[0] if len(grown) == 1 and self._may_be(grown[0], billing) else None

    def _first(self, person: str) -> str:
        return fold(self._directory.people[person].name.split()[0]).lower()

    def _last(self, person: str) -> str:
        return fold(self._directory.people[person].name.split()[-1]).lower()

    def _may_be(self, person: str, billing: Billing) -> bool:
        offices = {o for p in billing.phrases for o in titles.offices(p)}
        nations = {c for p in billing.phrases for c in titles.lands(p, self._gazetteer)}
        posts = self._directory.posts(person, None)
        held, of = {o for o, _ in posts}, {w for _, w in posts} | {self._directory.people[person].country}
        return (not offices or bool(offices & held)) and (not nations or bool(nations & of))
