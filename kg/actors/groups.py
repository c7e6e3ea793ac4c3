"""Titles without a name and agent nouns: the holder of an office, a group of a country, its government."""

from collections.abc import Iterator, Sequence

from kg.actors import titles
from kg.actors.cast import Cast
from kg.actors.fold import slug
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import Agent, agents, usage
from kg.actors.phrases import NAMES, NounPhrase
from kg.actors.piece import Piece
from kg.actors.reading import Reading, agent_of, capitalised
from kg.model import Actor, ActorKind
from kg.parse.tree import Token

_STATES = frozenset({"country", "nation", "state", "government"})
_POSSESSIVE = ("his", "her", "its", "their", "our", "my", "your")

_WITHIN = 7
"""Words behind a title that may hold "of the two former Soviet republics"."""


class Groups:
    """Reads phrases whose head is a title or an agent noun."""

    def __init__(self, gazetteer: Gazetteer, cast: Cast) -> None:
        self._gazetteer = gazetteer
        self._directory = gazetteer.directory
        self._cast = cast

    def office(self, phrase: NounPhrase, token: Token) -> Reading | None:
        """ "the Russian president", "the presidents of A and B": who holds the office; a group where nobody is sure."""
        nations = self._owners(phrase)
        if not nations:
            return self.bare(phrase) if phrase.plural and of_two(token) is None else None
        return self.held(phrase, nations)

    def held(self, phrase: NounPhrase, nations: Sequence[str]) -> Reading:
        """Who holds an office of each of some countries or bodies; a group where nobody is sure ("a president")."""
        if phrase.article in ("a", "an"):
            return self.group(phrase, nations)
        asked = tuple(o for o in titles.offices(phrase) if o not in usage("shared-office"))
        if asked:
            found = [h for n in nations if (h := self._holder(phrase, asked, n)) is not None]
            if len(found) == len(nations) and not (phrase.plural and len(nations) < 2):
                sex = self._cast.sex(found[0][0]) if len(found) == 1 else ""
                return Reading(tuple(a for a, _ in found), found[0][1], sex)
        return self._one_of_several(phrase, nations[0]) or self.group(phrase, nations)

    def _one_of_several(self, phrase: NounPhrase, of: str) -> Reading | None:
        """ "The Armenian minister", "the Malian diplomat": the only one of that title whom the document names."""
        if phrase.plural or phrase.article not in ("", "the") or titles.past(phrase) or titles.future(phrase):
            return None
        alone = {"diplomat": usage("diplomats-office")} if not phrase.words else {}
        shared = usage("shared-office").intersection(titles.offices(phrase))
        found = self._cast.holders.only_one(alone.get(phrase.head.text.lower(), shared), of)
        return Reading((found,), "office:document", self._cast.sex(found)) if found is not None else None

    def _holder(self, phrase: NounPhrase, asked: Sequence[str], of: str) -> tuple[Actor, str] | None:
        if titles.past(phrase):
            return self._cast.holders.previous(asked, of)
        if titles.future(phrase):
            return self._cast.holders.coming(asked, of) if titles.elected(phrase) else None
        if phrase.head.text.lower().rstrip("s") == "leader" and "president" in asked:
            return self._cast.holders.leader(of)
        return self._cast.holders.holder(asked, of, titles.acting(phrase))

    def agent(self, phrase: NounPhrase) -> Reading | None:
        """ "Chinese diplomats", "the Chinese side", "the Obama administration", "gunmen"."""
        agent = agent_of(phrase)
        if agent.singular in ("leader", "counterpart"):
            return None
        body = phrase.before[-1] if phrase.before else None
        one = body is not None and not phrase.plural and agent.singular.split()[-1] in usage("body")
        if one and body is not None and body.kind == "organisation":
            actor = self._directory.organisation(body.keys("organisation")[0])
            return Reading((actor,), "gazetteer:organisation")
        nations = self._owners(phrase)
        if agent.role == "government" and not nations:
            nations = tuple(self._countries_of_people(phrase))
        if nations:
            return self._one_of_several(phrase, nations[0]) or self.group(phrase, nations)
        alone = agent.singular in usage("collective") and phrase.article == "the"
        return self.bare(phrase) if phrase.plural or alone else None

    def _owners(self, phrase: NounPhrase) -> tuple[str, ...]:
        """Whose an office or a group is; one alone for a single title: the first named."""
        found = titles.owners(phrase, self._gazetteer)
        return found if phrase.plural or phrase.kind == "agent" else found[:1]

    def _countries_of_people(self, phrase: NounPhrase) -> Iterator[str]:
        """ "The Sow government", "the government of President Sow": the countries of whose government it is."""
        before = (
            NounPhrase(piece.start, piece.end, piece, phrase.before[:index])
            for index, piece in enumerate(phrase.before)
            if piece.kind in NAMES
        )
        for person in (*before, *(follower for follower in phrase.after if follower.kind in NAMES)):
            found = self._cast.person(person)
            country = self._directory.country_of(found[0].actor.country or "") if found else None
            if country:
                yield country

    def group(self, phrase: NounPhrase, of: Sequence[str]) -> Reading:
        """ "Russian diplomats": a group or a body of a country; "the Russian side": the country itself."""
        agent = agent_of(phrase)
        local = titles.locality(phrase, self._gazetteer)
        if local is not None:
            return self._local(phrase, agent, local, of)
        actors = tuple(self._of(phrase, agent, owner) for owner in of)
        whole = actors[0].kind == "country"
        body = self._directory.organisation(of[0]) if of[0] in self._directory.organisations else None
        return Reading(actors, "government" if whole else "group", plural=phrase.plural and not whole, body=body)

    def _local(self, phrase: NounPhrase, agent: Agent, place: str, of: Sequence[str]) -> Reading:
        """ "Shanghai officials": a group of the place, in its country."""
        noun = phrase.head.text.lower() if agent.role == "body" else agent.plural
        label = f"{place} {noun}"
        group = Actor(id=slug(label), label=label, kind="group", country=self._directory.iso(of[0]))
        return Reading((group,), "group", plural=phrase.plural)

    def _of(self, phrase: NounPhrase, agent: Agent, owner: str) -> Actor:
        if self._governs(phrase, agent) and owner in self._directory.countries:
            return self._directory.country(owner)
        adjective, country = self._adjective(owner)
        several = phrase.plural or (phrase.kind == "agent" and agent.role != "body")
        noun = agent.plural if several else agent.singular
        if self._gazetteer.implied(noun):
            noun = noun.split(" ", 1)[1]
        kind: ActorKind = "organisation" if agent.role == "body" and noun not in ("troops", "forces") else "group"
        past = "former " if titles.past(phrase) else "future " if titles.future(phrase) else ""
        label = capitalised(f"{past}{adjective} {noun}")
        return Actor(id=slug(f"{past}{noun} of {owner}"), label=label, kind=kind, country=country)

    def _governs(self, phrase: NounPhrase, agent: Agent) -> bool:
        return agent.role == "government" and (not phrase.plural or agent.singular == "authority")

    def _adjective(self, owner: str) -> tuple[str, str | None]:
        """The adjective of a country or the short name of a body, and the country's code."""
        row = self._directory.countries.get(owner)
        if row is not None:
            own = [a.removesuffix("?") for a in row.adjectives if not a.endswith("-")]
            return (own[0] if own else row.name), self._directory.iso(owner)
        body = self._directory.organisations.get(owner)
        if body is None:
            return owner, None
        short = [a for a in body.acronyms if not a.endswith("?")]
        return (short[0] if short else body.name), self._directory.iso(body.country)

    def bare(self, phrase: NounPhrase) -> Reading | None:
        """Agents of no country: "opposition leaders", "gunmen"; not "the two leaders", "its allies"."""
        agent = agent_of(phrase)
        crew = _crew(phrase) if agent.role == "craft" else None
        if crew is not None:
            label = capitalised(crew.singular if crew.role == "body" else crew.plural)
            return Reading((Actor(id=slug(label), label=label, kind="group"),), "group:bare", plural=True)
        if agent.singular in _STATES and phrase.plural:
            return self._states(phrase, agent)
        vague = agent.role not in ("person", "body") or agent.singular in usage("relational")
        vague = vague and agent.singular != "authority"
        pair = {"two", "both"} & {*phrase.words, *([] if _counts_people(phrase, agent) else [phrase.article])}
        if vague or phrase.article in _POSSESSIVE or pair:
            return None
        noun = agent.plural if phrase.plural or agent.role != "body" else agent.singular
        label = capitalised(" ".join([*_qualities(phrase), noun]))
        return Reading((Actor(id=slug(label), label=label, kind="group"),), "group:bare", plural=phrase.plural)

    def _states(self, phrase: NounPhrase, agent: Agent) -> Reading | None:
        """ "Western countries", "18 nations": states that act together; not "other countries", "both governments"."""
        number = [phrase.article] if phrase.article.isdigit() and phrase.article != "2" else []
        told = [w for w in phrase.words if w in usage("region")] or number
        if not told:
            return None
        label = capitalised(" ".join([*told, agent.plural]))
        return Reading((Actor(id=slug(label), label=label, kind="group"),), "group:bare", plural=True)


def of_two(title: Token) -> Token | None:
    """The noun of "the presidents of both countries", "of the two neighbours", given the title."""
    behind = title.doc[title.i + 1 : title.i + _WITHIN]
    noun = next((t for t in behind if t.tag_ == "NNS"), None)
    words = [t.lower_ for t in behind if noun is not None and t.i < noun.i]
    return noun if words[:1] == ["of"] and {"two", "both"} & set(words) else None


def _counts_people(phrase: NounPhrase, agent: Agent) -> bool:
    """ "Two civilians" are any two; "two leaders", "two countries" may be those named before."""
    return phrase.article == "two" and agent.singular.split()[-1] not in usage("leaders") | usage("countries")


def _crew(phrase: NounPhrase) -> Agent | None:
    """Whose a craft is: "rebel boats", "coalition warplanes"."""
    owner = phrase.before[-1].text.lower() if phrase.before and phrase.before[-1].kind == "agent" else ""
    crew = agents().get(owner)
    return crew if crew is not None and crew.role in ("person", "body") else None


def _qualities(phrase: NounPhrase) -> list[str]:
    """The words that tell a group from others: "Iran-backed", the name of a body, up to two more."""
    words = [w for w in _joined(phrase.words) if w not in usage("past") and w not in usage("quantity")]
    around = [p.text for p in phrase.before if p.kind == "unlisted-organisation" or _is_people(p, words)]
    for piece in phrase.before:
        if piece.bound and words:
            around.append(f"{piece.text}-{words.pop(0)}")
    return [*around, *(w.capitalize() if w in usage("regional adjective") else w for w in words[-2:])]


def _is_people(piece: Piece, words: Sequence[str]) -> bool:
    """ "Tuareg rebels": a people before a group."""
    return piece.kind == "agent" and piece.text[:1].isupper() and piece.text.lower() not in words and piece.start > 0


def _joined(words: Sequence[str]) -> Iterator[str]:
    """The words with those that a hyphen joins as one: "right-wing"; no punctuation."""
    text = " ".join(words).replace(" - ", "-").replace(" – ", "-")
    return (word for word in text.split() if word.replace("-", "").isalpha() and word.strip("-") == word)
