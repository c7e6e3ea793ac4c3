"""Who of those that a pattern found can take part in an event of its type, and as what."""

from collections.abc import Collection, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from kg.actors.directory import Directory
from kg.actors.lexicon import agents
from kg.extract import clause, where
from kg.extract.apart import is_mutual
from kg.extract.enough import COUPS, Enough
from kg.extract.finding import SPEECH, Finding
from kg.extract.lexicon import Lexicon
from kg.extract.scene import Scene, representatives, represents
from kg.model import SYMMETRIC, Actor, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

_VISITED = frozenset({"place", "person", "group"})
_CHAMBERS = frozenset({"congress", "parliament", "senate", "assembly", "court", "cabinet"})
_OWNERS = frozenset({"coref:his", "coref:her"})
_POST = ("Embassy of ", "Consulate of ")
_EXPELLING = frozenset({"expel", "deport"})
_TERRITORIAL = frozenset({"attack", "coerce", "mobilize", "retreat"})
_DEPOSING = frozenset({"coerce", "appoint"})
_SPOKEN = frozenset({"announce", "say", "accuse"})
"""The only types in which a news agency acts rather than reports."""
_SUFFERED = frozenset({"accuse", "attack", "coerce", "retreat", "sanction"})
"""The only types in which a news agency is whom something is done to, and does not only hear of it."""


class Participants:
    """Settles participants with the rows of the gazetteer and the needs of each type."""

    def __init__(self, directory: Directory, lexicon: Lexicon) -> None:
        self._directory = directory
        self._lexicon = lexicon
        self._enough = Enough(directory, lexicon)

    def settle(self, scene: Scene, finding: Finding) -> Finding | None:
        """The finding with actors and targets that fit its type; None where too few are left."""
        if not is_mutual(finding):
            return self._settle(scene, finding)
        first, second = finding.actors
        settled = self._settle(scene, replace(finding, actors=(first,), targets=(second,)))
        both = (*settled.actors, *settled.targets) if settled is not None else ()
        return replace(settled, actors=both, targets=both) if settled is not None else None

    def _settle(self, scene: Scene, finding: Finding) -> Finding | None:
        if any(m.rule in _OWNERS for m in finding.targets):
            # Before a name takes the place of its pronoun, and "his country" becomes himself.
            finding = replace(finding, targets=tuple(self._ruled(scene, m) or m for m in finding.targets))
        finding = _by_name(scene, finding)
        if finding.entry.type == "visit":
            finding = self._where_stationed(scene, finding)
        visited = _VISITED if finding.entry.type == "visit" else ()
        actors = self._as_states(scene, self._reporters_out(finding, finding.actors, _SPOKEN), ())
        own = {m.id for m in actors} if finding.entry.type in _TERRITORIAL else set()
        if finding.entry.type == "attack":
            own |= self._ruling(actors)
        hit = self._reporters_out(finding, finding.targets, _SUFFERED)
        others = self._as_states(scene, hit, visited, own)
        if not others and finding.entry.type not in SPEECH:
            others = tuple(m for m in hit if _belongs_to_no_state(m))
        measure = finding.entry.type == "sanction"
        settled = replace(
            finding,
            actors=actors,
            targets=self._nationals(finding, others),
            places=tuple(m for m in finding.targets if m.kind == "place" and not (measure and _is_left(scene, m)))
            or finding.places,
        )
        if settled.entry.type == "appoint" and not settled.actors and _is_undergone(settled):
            # Who is elected or sworn in, with nobody named who did it, is the one whose event it is.
            settled = replace(settled, actors=settled.targets, targets=())
        told = settled.trigger.pos_ == "VERB" and (settled.entry.suffered or clause.is_passive(settled.trigger))
        if settled.entry.mode == "arrest" and not settled.actors and told:
            settled = replace(settled, actors=self._custodian(scene, settled))
        if settled.entry.type in _DEPOSING and settled.targets:
            settled = replace(settled, actors=self._mutineers(settled.actors, settled.targets))
        if settled.action in COUPS and not settled.targets:
            settled = replace(settled, targets=self._own_state(settled.actors))
        if settled.entry.type in SYMMETRIC:
            settled = self._without_titles(self._with_hosts(scene, settled))
            if finding.actors and not settled.actors and settled.trigger.lemma_ in words_of("encountering"):
                # "Aid workers met Rao and Sow": with somebody else, not with each other.
                return None
        if settled.entry.mode == "resign":
            # "Resigned as president of Cuba": nobody, not even who is president now, has it done to him.
            settled = replace(settled, targets=tuple(m for m in settled.targets if m.kind != "person"))
        if settled.entry.type == "host" and len(settled.actors) > 1:
            # "Was welcomed by Rao and officials of his own embassy".
            homes = {m.country for m in settled.targets if m.kind == "person"}
            hosts = tuple(m for m in settled.actors if m.kind != "country" or m.country not in homes)
            settled = replace(settled, actors=hosts or settled.actors)
        if settled.entry.type == "attend":
            # "Addressed the nation" at home attends nothing.
            homes = {m.country for m in settled.actors}
            bodies = (m for m in settled.targets if m.kind not in ("group", "person"))
            settled = replace(
                settled, targets=tuple(m for m in bodies if m.kind != "country" or m.country not in homes)
            )
        if settled.entry.type == "visit":
            settled = _by_a_foreigner(scene, replace(settled, targets=tuple(filter(self._is_seat, settled.targets))))
        if not self._enough.is_there(settled):
            return None
        doers = {m.id for m in settled.actors} if settled.entry.type not in SYMMETRIC else set()
        return self._coded(_alike(replace(settled, targets=tuple(m for m in settled.targets if m.id not in doers))))

    def _ruling(self, actors: Sequence[ActorMention]) -> set[str]:
        """The states whose ministries these are: whose army fights in his own country does not fight that."""
        ministries = [m for m in actors if m.kind == "organisation" and m.id not in self._directory.organisations]
        return {s.id for m in ministries if (s := self._state(m)) is not None}

    def _coded(self, finding: Finding) -> Finding:
        actors, targets = (
            tuple(msgspec.structs.replace(m, code=self._directory.code(m)) for m in side)
            for side in (finding.actors, finding.targets)
        )
        return replace(finding, actors=actors, targets=targets)

    def _reporters_out(
        self, finding: Finding, mentions: Sequence[ActorMention], kinds: Collection[str]
    ) -> list[ActorMention]:
        """Without news agencies in events of other types, and without groups that only hear ("asked by reporters")."""
        rows = self._directory.organisations
        spoken = finding.entry.type in kinds
        speech = finding.entry.type in SPEECH
        named = [m for m in mentions if not (speech and m.rule == "group:bare" and self._is_hearer(m))]
        return [m for m in named if spoken or m.id not in rows or rows[m.id].kind != "outlet"]

    def _is_hearer(self, mention: ActorMention) -> bool:
        return mention.label.rsplit(" ", 1)[-1].lower() in self._lexicon.hearers

    def _as_states(
        self, scene: Scene, mentions: Sequence[ActorMention], kinds: Collection[str], own: Collection[str] = ()
    ) -> tuple[ActorMention, ...]:
        """Cities and officials without a name act and suffer for their countries, but not under those themselves.

        `own` are the ids of actors: "Peru imposed a curfew in Lima" targets Lima.
        """
        bodies = [self._body(scene, m) or self._ruled(scene, m) or self._local(scene, m) or m for m in mentions]
        states = [
            self._state(m) if m.kind in kinds or _stands_for_state(scene, m) or self._is_embassy(m) else m
            for m in bodies
        ]
        kept = [
            s is not None and s.id in own and not m.rule.startswith("coref")
            for m, s in zip(bodies, states, strict=True)
        ]
        found = [m if k or _is_of_the_past(m, s) else s for m, s, k in zip(bodies, states, kept, strict=True)]
        return tuple({m.id: m for m in found if m is not None}.values())

    def _is_seat(self, mention: ActorMention) -> bool:
        """Whether going there is a visit: not to a school or a firm of no known country."""
        return mention.kind != "organisation" or bool(mention.country) or mention.id in self._directory.organisations

    def _is_embassy(self, mention: ActorMention) -> bool:
        """Whether an embassy acts or suffers, which is its country's act or loss."""
        key = self._directory.country_of(mention.country or "") if mention.kind == "organisation" else None
        return key is not None and self._directory.ministry("embassy", key).id == mention.id

    def _body(self, scene: Scene, mention: ActorMention) -> ActorMention | None:
        """ "EU foreign ministers", "Hezbollah fighters": the body that acts through them."""
        actor = self._directory.body_of(mention.id) if mention.kind == "group" else None
        if actor is not None and mention.rule.startswith("coref"):
            # "EU leaders met. They agreed": the word that "they" stands for.
            noun = mention.label.rsplit(" ", 1)[-1].lower().removesuffix("s")
            return _become(mention, actor, "body") if noun in representatives() | self._lexicon.members else None
        tokens = scene.sentence.tokens(mention) if actor is not None else None
        if (
            actor is None
            or tokens is None
            or not (represents(tokens.root) or tokens.root.lemma_ in self._lexicon.members)
        ):
            return None
        return _become(mention, actor, "body")

    def _local(self, scene: Scene, mention: ActorMention) -> ActorMention | None:
        """ "Congress in Honduras", "the Senate in Manila": no namesake's of another country."""
        alone = mention.kind == "organisation" and mention.country and " " not in mention.text.removeprefix("the ")
        tokens = scene.sentence.tokens(mention) if alone else None
        if tokens is None or tokens.root.lower_ not in _CHAMBERS:
            return None
        spots = [t for word, t in clause.prepositions(tokens.root, deep=False) if word == "in" and scene.is_place(t)]
        there = next((m for m in scene.parties(spots) if m.country and m.country != mention.country), None)
        return self._state(there) if there is not None else None

    def _ruled(self, scene: Scene, mention: ActorMention) -> ActorMention | None:
        """ "His government", "her troops": the state of who rules it."""
        tokens = scene.sentence.tokens(mention) if mention.rule in _OWNERS and mention.kind == "person" else None
        ruled = tokens is not None and tokens.root.head.lemma_.lower() in words_of("ruled")
        return self._state(mention) if ruled else None

    def _where_stationed(self, scene: Scene, finding: Finding) -> Finding:
        """ "Visited Kenyan troops in Chad": soldiers are visited where they are, not in their own country."""
        words = {m.text.rsplit(" ", 1)[-1].lower().removesuffix("s") for m in finding.targets}
        if not words or not words <= self._lexicon.troops:
            return finding
        # "Troops fighting rebels in the north of Chad".
        behind = (m for t in clause.patients(finding.trigger) for w in t.rights for m in scene.parties(w.subtree))
        near = chain(where.spots(scene, replace(finding, targets=())), behind)
        there = next((m for m in near if m.country and m.kind in ("country", "place")), None)
        return replace(finding, targets=(there,)) if there is not None else finding

    def _nationals(self, finding: Finding, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Who expels people of a country, or closes its embassy, acts on that country."""
        if finding.entry.type not in ("coerce", "sanction"):
            return mentions
        expelled = finding.entry.mode in _EXPELLING
        whole = expelled or finding.entry.type == "sanction"
        states = [
            (self._state(m) or m) if (whole and self._is_nameless(m)) or m.label.startswith(_POST) else m
            for m in mentions
        ]
        return tuple({m.id: m for m in states}.values())

    def _is_nameless(self, mention: ActorMention) -> bool:
        """ "Two Russian banks", "Chadian officials": known by their country alone."""
        body = mention.kind == "organisation" and mention.rule.startswith("group")
        return (mention.kind == "group" or body) and mention.id not in self._directory.organisations

    def _state(self, mention: ActorMention) -> ActorMention | None:
        key = self._directory.country_of(mention.country or "")
        if key is None:
            return None
        return _become(mention, self._directory.country(key), "country")

    def _with_hosts(self, scene: Scene, finding: Finding) -> Finding:
        """ "Met officials in Hanoi": nameless officials act for the country where they are met, else for nobody."""
        if not any(map(_is_anybody, (*finding.actors, *finding.targets))):
            return finding
        place = where.place_of(scene, finding)
        guests = {m.country for m in (*finding.actors, *finding.targets)}
        here = place.country if place is not None and place.country not in guests else None
        actors, targets = (
            tuple(x for m in side if (x := self._host(m, here) if _is_anybody(m) else m) is not None)
            for side in (finding.actors, finding.targets)
        )
        return replace(finding, actors=actors, targets=targets)

    def _own_state(self, actors: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        """ "Gabonese soldiers seized power": theirs is the state that they took."""
        states = (self._state(m) for m in actors if m.kind in ("group", "organisation", "person"))
        return tuple(s for s in states if s is not None)[:1]

    def _mutineers(self, actors: tuple[ActorMention, ...], targets: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        """ "Soldiers overthrew Keita": soldiers of no named country are of that of the politician whom they depose."""
        rulers = [m for m in targets if m.id in self._directory.people]
        nameless = actors and all(m.rule == "group:bare" for m in actors)
        soldiers = nameless and all(_noun(m) in words_of("mutineer") for m in actors)
        state = self._state(rulers[0]) if soldiers and rulers else None
        first = actors[0] if state is not None else None
        if state is None or first is None:
            return actors
        return (msgspec.structs.replace(state, start=first.start, end=first.end, text=first.text),)

    def _custodian(self, scene: Scene, finding: Finding) -> tuple[ActorMention, ...]:
        """ "Odinga was arrested", "two Danes were jailed in Dubai": the state where it was, or the politician's own."""
        spots = where.spots(scene, finding)[:1]
        owners = spots or [m for m in finding.targets if m.id in self._directory.people]
        if not owners and scene.topic is not None and all(m.rule == "group:bare" for m in finding.targets):
            # "Ten people were detained", where a report is about one country.
            owners = [scene.topic]
        return tuple(s for m in owners if (s := self._state(m)) is not None)[:1]

    def _host(self, mention: ActorMention, country: str | None) -> ActorMention | None:
        key = self._directory.country_of(country) if country else None
        return _become(mention, self._directory.country(key), "place") if key is not None else None

    def _without_titles(self, finding: Finding) -> Finding:
        """Where two parties have names, an office without one ("and minister of foreign affairs") is no third."""
        named = [m for m in (*finding.actors, *finding.targets) if m.rule != "group:bare"]
        if not self._enough.are_two(named):
            return finding
        actors, targets = (tuple(m for m in side if m in named) for side in (finding.actors, finding.targets))
        return replace(finding, actors=actors, targets=targets)


def _alike(finding: Finding) -> Finding:
    """ "A treaty between Chad and Mali": several who do something with each other, and nobody else, all do it."""
    same = {m.id for m in finding.actors} <= {m.id for m in finding.targets}
    mutual = finding.entry.type in SYMMETRIC and same and len(finding.targets) > 1
    return replace(finding, actors=finding.targets, targets=()) if mutual else finding


def _by_name(scene: Scene, finding: Finding) -> Finding:
    """ "The agency said it had suspended aid": who a pronoun stands for is shown where the sentence names it."""
    if not any(m.rule.startswith("coref") for m in (*finding.actors, *finding.targets)):
        return finding
    actors, targets = (tuple(_named(scene, m) for m in side) for side in (finding.actors, finding.targets))
    return replace(finding, actors=actors, targets=targets)


def _named(scene: Scene, mention: ActorMention) -> ActorMention:
    if not mention.rule.startswith("coref"):
        return mention
    names = [m for found in scene.actors.values() for m in found if m.id == mention.id and m.rule != mention.rule]
    nearest = min(names, key=lambda m: (abs(m.start - mention.start), m.start), default=None)
    if nearest is None or nearest.rule.startswith("coref"):
        return mention
    return msgspec.structs.replace(mention, start=nearest.start, end=nearest.end, text=nearest.text)


def _become(mention: ActorMention, actor: Actor, how: str) -> ActorMention:
    return msgspec.structs.replace(
        mention,
        id=actor.id,
        label=actor.label,
        kind=actor.kind,
        country=actor.country,
        wikidata=actor.wikidata,
        rule=f"{mention.rule}, {how}",
    )


def _noun(mention: ActorMention) -> str:
    return mention.label.rsplit(" ", 1)[-1].lower().removesuffix("s")


def _belongs_to_no_state(mention: ActorMention) -> bool:
    """ "Toured the Middle East", "shelled Kashmir"."""
    return mention.kind == "place" and mention.country is None


def _is_of_the_past(mention: ActorMention, state: ActorMention | None) -> bool:
    """ "Soviet aircraft": a group of a state that is no more acts itself."""
    return state is None and mention.kind == "group" and mention.country is not None


def _is_left(scene: Scene, place: ActorMention) -> bool:
    """ "Recalled its envoy from Lima": what is done from there is not done there."""
    tokens = scene.sentence.tokens(place)
    return tokens is not None and tokens.root.head.lower_ == "from"


def _is_anybody(mention: ActorMention) -> bool:
    """ "Several top officials": no country, and nothing that tells them from others."""
    *qualities, noun = mention.label.lower().split()
    return mention.rule == "group:bare" and noun == "officials" and set(qualities) <= words_of("any official")


def _stands_for_state(scene: Scene, mention: ActorMention) -> bool:
    """ "Russian diplomats", "US officials": whose noun is one of those that represent a state."""
    if mention.kind == "place":
        return True
    if mention.label.startswith("Former "):
        # "The ousted Chadian leader" acts for nobody but himself.
        return False
    tokens = scene.sentence.tokens(mention) if mention.kind == "group" and mention.country else None
    if tokens is not None and mention.rule == "group:nationals":
        # "The British expelled him": all of them, for whom their state acts.
        return len(tokens) == 1 and [c.lower_ for c in tokens.root.children if c.i < tokens.root.i] == ["the"]
    return tokens is not None and (represents(tokens.root) or _is_craft(tokens.root))


def _is_craft(noun: Token) -> bool:
    """ "An Egyptian plane": who shoots at a country's ships and planes shoots at the country."""
    agent = agents().get(noun.lower_)
    return agent is not None and agent.role == "craft"


def _is_undergone(finding: Finding) -> bool:
    return finding.trigger.pos_ not in clause.VERBS or clause.is_passive(finding.trigger)


def _by_a_foreigner(scene: Scene, finding: Finding) -> Finding:
    """ "Xi spoke with him during his visit to Beijing": who visits a country is not its own leader.

    A pronoun that was tied to the host is given to the one other person of its clause, where there is one.
    """
    hosts = {m.country for m in finding.targets}
    guests = tuple(m for m in finding.actors if m.country is None or m.country not in hosts)
    if guests or not finding.actors:
        return replace(finding, actors=guests)
    if not all(m.rule.startswith("coref") for m in finding.actors):
        return finding if finding.places else replace(finding, actors=())
    head = finding.carrier
    beside = scene.parties([*clause.agents(head), *clause.patients(head), *(t for _, t in clause.prepositions(head))])
    others = tuple(m for m in beside if m.kind == "person" and m.country not in hosts)
    return replace(finding, actors=others if len(others) == 1 else ())
