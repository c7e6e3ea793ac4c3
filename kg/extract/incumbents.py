"""Who held an office on the day of an event: "in 1972 the US president visited Beijing" tells of no later president.

Titles without a name are resolved for the day of the article; here they are taken again for that of the event.
"""

from datetime import date

from msgspec.structs import replace

from kg.actors.directory import Directory, serves
from kg.model import Actor, ActorMention, DateRange

_UNNAMED = frozenset({"office:table", "coref:counterpart"})
_THEN = "office:then"


class Incumbents:
    """Asks the tables of offices."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def then(
        self, mentions: tuple[ActorMention, ...], when: DateRange | None, published: date | None
    ) -> tuple[ActorMention, ...]:
        """The mentions, those by an office as who held it then; as the country or body where no table says who did."""
        if when is None or when.latest is None or published is None or not any(m.rule in _UNNAMED for m in mentions):
            return mentions
        first, last = when.earliest or when.latest, when.latest
        return tuple(self._then(m, first, last, published) if m.rule in _UNNAMED else m for m in mentions)

    def _then(self, mention: ActorMention, first: date, last: date, published: date) -> ActorMention:
        terms = (t for t in self._directory.terms(mention.id) if serves(t, published))
        later = next((t for t in terms if t.start is not None and t.start > last), None)
        if later is None or self._directory.posts(mention.id, last):
            return mention
        held = {self._directory.holders((later.office,), later.of, day) for day in (first, last)}
        people = held.pop() if len(held) == 1 else ()
        actor = self._directory.person(people[0]) if len(people) == 1 else self._owner(later.of)
        if actor is None:
            return mention
        known = {"label": actor.label, "country": actor.country, "wikidata": actor.wikidata, "kind": actor.kind}
        return replace(mention, id=actor.id, rule=_THEN, code=self._directory.code(actor), **known)

    def _owner(self, of: str) -> Actor | None:
        if of in self._directory.countries:
            return self._directory.country(of)
        return self._directory.organisation(of) if of in self._directory.organisations else None
