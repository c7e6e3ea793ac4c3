"""The people of one document: who is named in full, with which titles, and whom a bare surname means."""

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from kg.actors import titles
from kg.actors.fold import distance, fold, slug, without_initials
from kg.actors.gazetteer import Gazetteer
from kg.actors.holders import Holders
from kg.actors.listed import Listed
from kg.actors.members import Billing, Member, fits
from kg.actors.phrases import NounPhrase
from kg.actors.spelling import alike, answers, folded, surname, words
from kg.model import Actor


class Cast:
    """Who is who in a document, built once from all its phrases; `holders` says who holds which office."""

    def __init__(self, gazetteer: Gazetteer, day: date | None, billings: Sequence[Billing]) -> None:
        self._gazetteer = gazetteer
        self._directory = gazetteer.directory
        self._day = day
        self._listed = Listed(gazetteer, day)
        self._members: dict[str, Member] = {}
        self._named: dict[str, str] = {}
        self.holders = Holders(self._members, gazetteer.directory, day)
        for billing in billings:
            self._enter_full(billing)
        for billing in billings:
            self._enter_titled(billing)

    def person(self, phrase: NounPhrase) -> tuple[Member, str] | None:
        """The person whom a name means, in full or not, with the rule."""
        if phrase.kind == "person" or (phrase.kind == "unlisted-person" and " " in phrase.head.text):
            member = self.full(phrase)
            rule = "gazetteer:person" if member and member.listed else "ner:person"
            return (member, rule) if member else None
        return self.bare(phrase)

    def full(self, phrase: NounPhrase) -> Member | None:
        """The person whom a full name means."""
        return self._members.get(self._named.get(phrase.head.text, ""))

    def bare(self, phrase: NounPhrase) -> tuple[Member, str] | None:
        """The person whom a bare surname means, with the rule; None where that is unsure."""
        word = phrase.head.text
        found = [m for m in self._members.values() if answers(m.surname, m.words, word)]
        best = self._choose(found, phrase)
        if best is not None:
            return best, "coref:surname" if best.full else "gazetteer:surname"
        if found:
            return None
        listed = self._listed.surnamed(phrase)
        if listed is not None:
            return self._join(listed), "gazetteer:surname"
        return self._misspelt(word)

    def latest(self, phrase: NounPhrase, sentence: int) -> Member | None:
        """Of several of a bare surname the only one who is named in full in a sentence or the one before it."""
        near, told = {sentence - 1, sentence}, titles.sex(phrase)
        found = [m for m in self._members.values() if answers(m.surname, m.words, phrase.head.text) and near & m.spelt]
        if len(found) != 1 or (told and found[0].sex not in ("", told)):
            return None
        found[0].spelt.add(sentence)
        return found[0]

    def sex(self, actor: Actor) -> str:
        """ "m", "f" or ""."""
        member = self._members.get(actor.id)
        if member is not None:
            return member.sex
        row = self._directory.people.get(actor.id)
        return _sex(row.gender) if row else ""

    def _enter_full(self, billing: Billing) -> None:
        phrase = billing.phrase
        name = phrase.head.text
        if phrase.kind == "person":
            person = self._listed.namesake(self._listed.of_age(phrase.head.keys("person")), billing)
            if person is not None:
                member = self._join(person)
                self._spell(member, billing)
                self._named.setdefault(name, person)
            elif not self._listed.of_age(phrase.head.keys("person")):
                member = self._unlisted(name, None, billing)
                self._spell(member, billing)
                self._named.setdefault(name, member.actor.id)
        elif phrase.kind == "unlisted-person" and len(words(name)) > 1:
            known = self._named.get(name) or self._near(name, billing)
            member = self._members[known] if known in self._members else self._unlisted(name, known, billing)
            self._named[name] = member.actor.id
            self._spell(member, billing)

    def _enter_titled(self, billing: Billing) -> None:
        """Single names: they add titles to a person known; with a title and a country they make a new one."""
        phrase = billing.phrase
        if phrase.kind == "person" or (phrase.kind == "unlisted-person" and len(words(phrase.head.text)) > 1):
            return
        found = self.bare(phrase)
        if found is not None:
            self._named.setdefault(phrase.head.text, found[0].actor.id)
            self._note(found[0], billing)
        elif phrase.kind == "unlisted-person" and titles.offices(phrase) and titles.lands(phrase, self._gazetteer):
            member = self._unlisted(phrase.head.text, None, billing)
            self._named[phrase.head.text] = member.actor.id
            self._note(member, billing)

    def _spell(self, member: Member, billing: Billing) -> None:
        member.full = True
        member.spelt.add(billing.sentence)
        self._note(member, billing)

    def _note(self, member: Member, billing: Billing) -> None:
        member.since = min(member.since, billing.sentence)
        if member.actor.country is None and not member.listed:
            nations = [c for p in billing.phrases for c in titles.lands(p, self._gazetteer)]
            country = self._directory.iso(nations[0]) if nations else None
            member.actor = structs.replace(member.actor, country=country)
        for phrase in billing.phrases:
            posts = {(o, of) for o in titles.offices(phrase) for of in titles.owners(phrase, self._gazetteer)}
            tense = member.former if titles.past(phrase) else member.coming if titles.future(phrase) else member.posts
            tense.update(posts)
            member.sex = member.sex or titles.sex(phrase)

    def _join(self, person: str) -> Member:
        """The member for a listed person."""
        if person not in self._members:
            row = self._directory.people[person]
            actor, name = self._directory.person(person), tuple(words(row.name))
            self._members[person] = Member(actor, row.surname, _sex(row.gender), name, listed=True)
        return self._members[person]

    def _unlisted(self, name: str, listed: str | None, billing: Billing) -> Member:
        if listed is not None:
            return self._join(listed)
        name = name.replace(" - ", "-")
        actor = Actor(id=slug(name), label=name, kind="person")
        member = Member(actor, surname(name), titles.sex(billing.phrase), tuple(words(name)), listed=False)
        return self._members.setdefault(actor.id, member)

    def _near(self, name: str, billing: Billing) -> str | None:
        """A known or listed person under a slightly other spelling of the name."""
        entries = self._gazetteer.lookup(without_initials(name))
        people = self._listed.of_age([e.key for e in entries if e.kind == "person"])
        if people:
            return people[0] if len(people) == 1 else self._directory.nearest(people, self._day or date.max)
        wanted = folded(name)
        for member in self._members.values():
            own = folded(" ".join(member.words))
            longer = len(own) > 1 and wanted[: len(own)] == own
            if longer or sorted(own) == sorted(wanted) or alike(own, wanted):
                return member.actor.id
        return self._listed.respelt(name, billing)

    def _choose(self, found: Sequence[Member], phrase: NounPhrase) -> Member | None:
        """One of several of a surname: by title and sex, then who alone holds office; without any, who came first."""
        if len(found) < 2:
            return found[0] if found else None
        told = titles.sex(phrase)
        likely = [m for m in found if not told or m.sex in ("", told)]
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        if offices or of:
            pool = [(m, m.former if titles.past(phrase) else m.posts | self.holders.held(m)) for m in likely]
            likely = [m for m, posts in pool if fits(posts, offices, of)] or likely
        in_office = [m for m in likely if self.holders.held(m)]
        for only in (in_office, likely):
            if len(only) == 1:
                return only[0]
        if in_office:
            # Two who both make news ("Wang"): nothing in a bare surname says which.
            return None
        first, *others = sorted(likely, key=lambda m: m.since)
        return first if first.since < others[0].since else None

    def _misspelt(self, word: str) -> tuple[Member, str] | None:
        """A surname one or two letters off that of somebody in the document."""
        limit = 2 if len(word) >= 7 else 1
        if len(word) < 6:
            return None
        close = [m for m in self._members.values() if 0 < distance(fold(m.surname), fold(word), limit) <= limit]
        return (close[0], "coref:misspelt") if len(close) == 1 and close[0].surname[:1] == word[:1] else None


def _sex(gender: str | None) -> str:
    return gender[0] if gender else ""
