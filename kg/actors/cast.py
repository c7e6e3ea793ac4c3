"""The people of one document: who is named in full, with which titles, and whom a bare surname means."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from msgspec import structs

from kg.actors import titles
from kg.actors.directory import LEADERS
from kg.actors.fold import distance, fold, slug, without_initials
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.phrases import NounPhrase
from kg.model import Actor


@dataclass(slots=True)
class Member:
    """A person of the document; `posts` are offices with the ids of what they are offices of, as are those no longer
    (`former`) or not yet held (`coming`); `full`: named in full.

    `since` is the index of the sentence that names the person first, `spelt` of those that name it in full.
    """

    actor: Actor
    surname: str
    sex: str
    words: tuple[str, ...]
    listed: bool
    full: bool = False
    since: int = 10**9
    spelt: set[int] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    former: set[tuple[str, str]] = field(default_factory=set)
    coming: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Billing:
    """A name in a sentence (by index), with the phrase that stands beside it as an apposition."""

    sentence: int
    phrase: NounPhrase
    beside: NounPhrase | None


_GENERATION = 25 * 365
"""Days before their first office from which people are not yet news; an older namesake is meant then."""


class Cast:
    """Who is who in a document, built once from all its phrases."""

    def __init__(self, gazetteer: Gazetteer, day: date | None, billings: Sequence[Billing]) -> None:
        self._gazetteer = gazetteer
        self._directory = gazetteer.directory
        self._day = day
        self._members: dict[str, Member] = {}
        self._named: dict[str, str] = {}
        for billing in billings:
            self._enter_full(billing)
        for billing in billings:
            self._enter_titled(billing)

    def full(self, phrase: NounPhrase) -> Member | None:
        """The person whom a full name means."""
        return self._members.get(self._named.get(phrase.head.text, ""))

    def person(self, phrase: NounPhrase) -> tuple[Member, str] | None:
        """The person whom a name means, in full or not, with the rule."""
        if phrase.kind == "person" or (phrase.kind == "unlisted-person" and " " in phrase.head.text):
            member = self.full(phrase)
            rule = "gazetteer:person" if member and member.listed else "ner:person"
            return (member, rule) if member else None
        return self.bare(phrase)

    def by_id(self, person: str) -> Member | None:
        """A person of the document by id."""
        return self._members.get(person)

    def bare(self, phrase: NounPhrase) -> tuple[Member, str] | None:
        """The person whom a bare surname means, with the rule; None where that is unsure."""
        word = phrase.head.text
        found = [m for m in self._members.values() if _answers(m, word)]
        best = self._choose(found, phrase)
        if best is not None:
            return best, "coref:surname" if best.full else "gazetteer:surname"
        if found:
            return None
        listed = self._famous(phrase)
        if listed is not None:
            return self._join(listed), "gazetteer:surname"
        return self._misspelt(word)

    def latest(self, phrase: NounPhrase, sentence: int) -> Member | None:
        """Of several of a bare surname the only one who is named in full in a sentence or the one before it."""
        near, told = {sentence - 1, sentence}, titles.sex(phrase)
        found = [m for m in self._members.values() if _answers(m, phrase.head.text) and near & m.spelt]
        if len(found) != 1 or (told and found[0].sex not in ("", told)):
            return None
        found[0].spelt.add(sentence)
        return found[0]

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

    def only_one(self, offices: Iterable[str], of: str) -> Actor | None:
        """Who alone among those named here holds one of offices that several hold; any department makes a minister."""
        asked = set(offices) & usage("shared-office")
        named = [m for m in self._members.values() if any(of == o and _is_kind(p, asked) for p, o in self._offices(m))]
        return named[0].actor if len(named) == 1 else None

    def _offices(self, member: Member) -> set[tuple[str, str]]:
        return member.posts | self._held(member)

    def leader(self, of: str) -> tuple[Actor, str] | None:
        """Who is "the leader" of a country: the one of its heads named here, or the weightier office's holder."""
        named = [m for m in self._members.values() if any((o, of) in m.posts | self._held(m) for o in LEADERS)]
        if len(named) == 1:
            return named[0].actor, "office:document"
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

    def told(self, person: str, phrase: NounPhrase) -> set[tuple[str, str]]:
        """The offices of a person in the tense of a title: held, formerly held, to be held."""
        member = self._members.get(person)
        if titles.past(phrase):
            return (member.former if member else set()) | self._left(person)
        if titles.future(phrase):
            return set(member.coming) if member else set()
        return self.posts(person)

    def _left(self, person: str) -> set[tuple[str, str]]:
        """The offices of the table that a person has held and does not hold on the day."""
        days = [t for t in self._directory.terms(person) if self._day and t.end and t.end < self._day]
        return {(t.office, t.of) for t in days} - set(self._directory.posts(person, self._day))

    def posts(self, person: str) -> set[tuple[str, str]]:
        """The offices of a person: those the document gives and those of the table on its day."""
        member = self._members.get(person)
        return (member.posts if member else set()) | set(self._directory.posts(person, self._day))

    def sex(self, actor: Actor) -> str:
        """ "m", "f" or ""."""
        member = self._members.get(actor.id)
        if member is not None:
            return member.sex
        row = self._directory.people.get(actor.id)
        return _sex(row.gender) if row else ""

    def _held(self, member: Member) -> set[tuple[str, str]]:
        return set(self._directory.posts(member.actor.id, self._day)) if self._day else set()

    def _enter_full(self, billing: Billing) -> None:
        phrase = billing.phrase
        name = phrase.head.text
        if phrase.kind == "person":
            person = self._same_name(self._of_age(phrase.head.keys("person")), billing)
            if person is not None:
                member = self._join(person)
                self._spell(member, billing)
                self._named.setdefault(name, person)
            elif not self._of_age(phrase.head.keys("person")):
                member = self._unlisted(name, None, billing)
                self._spell(member, billing)
                self._named.setdefault(name, member.actor.id)
        elif phrase.kind == "unlisted-person" and len(_words(name)) > 1:
            known = self._named.get(name) or self._near(name, billing)
            member = self._members[known] if known in self._members else self._unlisted(name, known, billing)
            self._named[name] = member.actor.id
            self._spell(member, billing)

    def _enter_titled(self, billing: Billing) -> None:
        """Single names: they add titles to a person known; with a title and a country they make a new one."""
        phrase = billing.phrase
        if phrase.kind == "person" or (phrase.kind == "unlisted-person" and len(_words(phrase.head.text)) > 1):
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
            nations = [c for p in (billing.phrase, billing.beside) if p for c in titles.lands(p, self._gazetteer)]
            country = self._directory.iso(nations[0]) if nations else None
            member.actor = structs.replace(member.actor, country=country)
        for phrase in (billing.phrase, billing.beside):
            if phrase is None:
                continue
            posts = {(o, of) for o in titles.offices(phrase) for of in titles.owners(phrase, self._gazetteer)}
            tense = member.former if titles.past(phrase) else member.coming if titles.future(phrase) else member.posts
            tense.update(posts)
            member.sex = member.sex or titles.sex(phrase)

    def _join(self, person: str) -> Member:
        """The member for a listed person."""
        if person not in self._members:
            row = self._directory.people[person]
            words = tuple(_words(row.name))
            self._members[person] = Member(self._directory.person(person), row.surname, _sex(row.gender), words, True)
        return self._members[person]

    def _unlisted(self, name: str, listed: str | None, billing: Billing) -> Member:
        if listed is not None:
            return self._join(listed)
        name = name.replace(" - ", "-")
        actor = Actor(id=slug(name), label=name, kind="person")
        member = Member(actor, surname(name), titles.sex(billing.phrase), tuple(_words(name)), False)
        return self._members.setdefault(actor.id, member)

    def _of_age(self, people: Sequence[str]) -> list[str]:
        """Those who may have been in the news on the day: no first office of theirs is a generation away."""
        if self._day is None:
            return list(people)
        starts = {p: [t.start for t in self._directory.terms(p) if t.start is not None] for p in people}
        return [p for p, days in starts.items() if not days or (min(days) - self._day).days < _GENERATION]

    def _same_name(self, people: Sequence[str], billing: Billing) -> str | None:
        """Which of the people of one name: by title and country, then by date of office."""
        if len(people) < 2:
            return people[0] if people else None
        best = self._by_title(people, billing.phrase)
        if best is None and billing.beside is not None:
            best = self._by_title(people, billing.beside)
        if best is None and self._day is not None:
            best = self._directory.nearest(people, self._day)
        return best

    def _by_title(self, people: Sequence[str], phrase: NounPhrase) -> str | None:
        """The one of several listed people who holds, or once held, the office that is named."""
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        ever = titles.past(phrase) or self._day is None
        day = None if ever else self._day
        fits = [p for p in people if _fits(self._directory.posts(p, day), offices, of)]
        if not offices and not of:
            return None
        if len(fits) > 1 and titles.past(phrase) and self._day is not None:
            return self._directory.nearest(fits, self._day)
        return fits[0] if len(fits) == 1 else None

    def _near(self, name: str, billing: Billing) -> str | None:
        """A known or listed person under a slightly other spelling of the name."""
        entries = self._gazetteer.lookup(without_initials(name))
        people = self._of_age([e.key for e in entries if e.kind == "person"])
        if people:
            return people[0] if len(people) == 1 else self._directory.nearest(people, self._day or date.max)
        words = [fold(w).lower() for w in _words(name)]
        for member in self._members.values():
            own = [fold(w).lower() for w in member.words]
            longer = len(own) > 1 and words[: len(own)] == own
            if longer or sorted(own) == sorted(words) or _alike(own, words):
                return member.actor.id
        return self._respelt(words, billing)

    def _respelt(self, words: list[str], billing: Billing) -> str | None:
        """A listed person with the same first name and a surname one letter off, or the other way round.

        Whoever is billed with an office or a country is nobody who never had it.
        """
        first, last = words[0], words[-1]
        people = self._directory.people
        close = {
            k for k in self._directory.called(first) if len(last) > 4 and distance(_last(people[k].name), last, 1) < 2
        }
        for key in self._directory.surnamed(last) if last not in usage("common") else ():
            if len(first) > 4 and distance(_first(people[key].name), first, 1) <= 1:
                close.add(key)
        grown = self._of_age(sorted(close))
        return grown[0] if len(grown) == 1 and self._may_be(grown[0], billing) else None

    def _may_be(self, person: str, billing: Billing) -> bool:
        phrases = [p for p in (billing.phrase, billing.beside) if p is not None]
        offices = {o for p in phrases for o in titles.offices(p)}
        nations = {c for p in phrases for c in titles.lands(p, self._gazetteer)}
        posts = self._directory.posts(person, None)
        held, of = {o for o, _ in posts}, {w for _, w in posts} | {self._directory.people[person].country}
        return (not offices or bool(offices & held)) and (not nations or bool(nations & of))

    def _choose(self, found: Sequence[Member], phrase: NounPhrase) -> Member | None:
        """One of several of a surname: by title and sex, then who alone holds office; without any, who came first."""
        if len(found) < 2:
            return found[0] if found else None
        told = titles.sex(phrase)
        fits = [m for m in found if not told or m.sex in ("", told)]
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        if offices or of:
            pool = [(m, m.former if titles.past(phrase) else m.posts | self._held(m)) for m in fits]
            fits = [m for m, posts in pool if _fits(posts, offices, of)] or fits
        in_office = [m for m in fits if self._held(m)]
        if len(in_office) == 1 or len(fits) == 1:
            return (in_office or fits)[0] if len(in_office) == 1 else fits[0]
        if in_office:
            # Two who both make news ("Wang"): nothing in a bare surname says which.
            return None
        first, *others = sorted(fits, key=lambda m: m.since)
        return first if first.since < others[0].since else None

    def _famous(self, phrase: NounPhrase) -> str | None:
        """The only listed person of a surname in or near office on the day, if a title or the name itself is sure."""
        word = phrase.head.text
        people = phrase.head.keys("surname") or self._directory.surnamed(word)
        if not people:
            return None
        titled = self._by_title(people, phrase)
        if titled is not None:
            return titled
        if word.lower() in usage("common") and not titles.offices(phrase) and not titles.sex(phrase):
            return None
        near = [p for p in people if self._day is None or self._directory.current(p, self._day)]
        offices, of = titles.offices(phrase), titles.owners(phrase, self._gazetteer)
        general = {"minister", "deputy-minister"} & set(offices)
        near = [p for p in near if _fits(self._directory.posts(p, None), () if general else offices, of)]
        return near[0] if len(set(near)) == 1 else None

    def _misspelt(self, word: str) -> tuple[Member, str] | None:
        """A surname one or two letters off that of somebody in the document."""
        limit = 2 if len(word) >= 7 else 1
        if len(word) < 6:
            return None
        close = [m for m in self._members.values() if 0 < distance(fold(m.surname), fold(word), limit) <= limit]
        return (close[0], "coref:misspelt") if len(close) == 1 and close[0].surname[:1] == word[:1] else None


def _sex(gender: str | None) -> str:
    return gender[0] if gender else ""


def surname(name: str) -> str:
    """The surname of a full name: the last word with its particles, or the first where that is the order."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in usage("eastern") and words[-1].lower() not in usage("eastern"):
        return words[0]
    index = len(words) - 1
    while index > 1 and words[index - 1].lower() in usage("particle"):
        index -= 1
    return " ".join(words[index:])


def _words(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _first(name: str) -> str:
    return fold(name.split()[0]).lower()


def _last(name: str) -> str:
    return fold(name.split()[-1]).lower()


def _answers(member: Member, word: str) -> bool:
    """Whether a person goes by a single name here."""
    wanted = fold(word).lower()
    own = fold(member.surname).lower()
    last = fold(member.words[-1]).lower() if member.words else ""
    return wanted in (own, own.split()[-1] if own else "", last)


def _alike(own: list[str], words: list[str]) -> bool:
    """Whether two names differ by a letter or two, or one is the other without middle names."""
    if len(words) == len(own) > 1 and len("".join(words)) >= 8:
        return sum(distance(a, b, 2) for a, b in zip(own, words, strict=True)) <= 2 and own[0][0] == words[0][0]
    short, long = sorted((own, words), key=len)
    return len(short) > 1 and short[-1] == long[-1] and all(word in long for word in short)


def _fits(posts: Iterable[tuple[str, str]], offices: Sequence[str], of: Sequence[str]) -> bool:
    return any((not offices or o in offices) and (not of or where in of) for o, where in posts)


def _is_kind(office: str, asked: Collection[str]) -> bool:
    """Whether an office is one of those asked for; "minister" stands for all departments, not for the premier."""
    department = office.endswith("-minister") and office != "prime-minister" and not office.startswith("deputy-")
    return office in asked or ("minister" in asked and department)
