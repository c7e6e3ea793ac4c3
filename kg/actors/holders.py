"""Who holds, held or is to hold an office, as a document's own titles say and, where they say nothing, the tables."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kg.actors import titles
from kg.actors.directory import LEADERS, Directory
from kg.actors.lexicon import usage
from kg.actors.members import Member, Post
from kg.actors.phrases import NounPhrase
from kg.model import Actor


class Holders:
    """Offices and their holders on the day of one document; `members` may grow while it is asked."""

    def __init__(self, members: Mapping[str, Member], directory: Directory, day: date | None) -> None:
        self._members = members
        self._directory = directory
        self._day = day

    def holder(self, offices: Iterable[str], of: str, acting: bool = False) -> tuple[Actor, str] | None:
        """Who holds an office in this document: by a title here, by the table among those named here, by the table.

        `acting`: who acts for the holder.
        """
        asked = tuple(offices)
        if "foreign-minister" in asked and of in self._directory.organisations:
            asked = (*asked, "high-representative")
        titled = [m for m in self._members.values() if any((o, of) in m.posts for o in asked)]
        if len(titled) == 1:
            return titled[0].actor, "office:document"
        pool = titled or list(self._members.values())
        if self._day is None:
            return None
        holders = self._directory.holders(asked, of, self._day, acting)
        here = [m for m in pool if m.actor.id in holders]
        if len(here) == 1:
            return here[0].actor, "office:document"
        if titled:
            return titled[-1].actor, "office:document"
        if len(holders) != 1:
            return None
        return self._directory.person(holders[0]), "office:table"

    def only_one(self, asked: Collection[str], of: str) -> Actor | None:
        """Who alone among those named here holds one of these offices; any department makes a minister."""
        named = [m for m in self._members.values() if any(of == o and _is_kind(p, asked) for p, o in self._offices(m))]
        return named[0].actor if len(named) == 1 else None

    def leader(self, of: str) -> tuple[Actor, str] | None:
        """Who is "the leader" of a country: the first of its heads named here, else the weightier office's holder."""
        named = [m for m in self._members.values() if any((o, of) in m.posts | self.held(m) for o in LEADERS)]
        if named:
            return min(named, key=lambda m: m.since).actor, "office:document"
        offices = ["prime-minister"] if of in usage("premier-led") else ["supreme-leader", "president"]
        for office in [*offices, "crown-prince", "prime-minister", "military-ruler", "chief-executive", "monarch"]:
            found = self.holder((office,), of)
            if found is not None:
                return found
        return None

    def previous(self, offices: Iterable[str], of: str) -> tuple[Actor, str] | None:
        """The only one named here who once held an office: "the former president" alone."""
        wanted = {(office, of) for office in offices}
        known = [m for m in self._members.values() if m.former & wanted] or [
            m for m in self._members.values() if self._left(m.actor.id) & wanted
        ]
        return (known[0].actor, "office:document") if len(known) == 1 else None

    def coming(self, offices: Iterable[str], of: str) -> tuple[Actor, str] | None:
        """Who is to hold an office next: whom the document says so, else the table: "the French president-elect"."""
        asked = tuple(offices)
        known = [m for m in self._members.values() if any((o, of) in m.coming for o in asked)]
        if known or self._day is None:
            return (known[0].actor, "office:document") if len(known) == 1 else None
        person = self._directory.successor(asked, of, self._day)
        return (self._directory.person(person), "office:table") if person is not None else None

    def told(self, person: str, phrase: NounPhrase) -> set[Post]:
        """The offices of a person in the tense of a title: held, formerly held, to be held."""
        member = self._members.get(person)
        if titles.past(phrase):
            return (member.former if member else set()) | self._left(person)
        if titles.future(phrase):
            return set(member.coming) if member else set()
        return self.posts(person)

    def posts(self, person: str) -> set[Post]:
        """The offices of a person: those the document gives and those of the table on its day."""
        member = self._members.get(person)
        return (member.posts if member else set()) | set(self._directory.posts(person, self._day))

    def held(self, member: Member) -> set[Post]:
        """The offices of the table that a person holds on the day."""
        return set(self._directory.posts(member.actor.id, self._day)) if self._day else set()

    def _offices(self, member: Member) -> set[Post]:
        return member.posts | self.held(member)

    def _left(self, person: str) -> set[Post]:
        """The offices of the table that a person has held and does not hold on the day."""
        days = [t for t in self._directory.terms(person) if self._day and t.end and t.end < self._day]
        return {(t.office, t.of) for t in days} - set(self._directory.posts(person, self._day))


def _is_kind(office: str, asked: Collection[str]) -> bool:
    """Whether an office is one of those asked for; "minister" stands for all departments, not for the premier."""
    department = office.endswith("-minister") and office != "prime-minister" and not office.startswith("deputy-")
    return office in asked or ("minister" in asked and department)
