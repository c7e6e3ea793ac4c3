"""Whether those who take part are all that an event of its type needs."""

from collections.abc import Sequence

from kg.actors.directory import Directory
from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.lexicon import Lexicon
from kg.model import SYMMETRIC, ActorMention
from kg.parse.classes import words_of
from kg.parse.tree import Token

COUPS = frozenset({"seize power", "grab power"})
"""Actions that befall the state of those who act."""
_UNIONS = frozenset({"union", "forum", "alliance", "summit"})
_COUNCILS = (" Council", " Assembly")
_SITTINGS = frozenset({"meeting", "conference", "call", "hold", "convene", "reconvene", "open"})
_AGREEING = frozenset({"agree", "adopt", "endorse"})
_LEAVING = frozenset({"160", "164"})
"""CAMEO's codes of ending agreements and talks."""
_DOMESTIC = frozenset({"curfew", "martial-law"})


class Enough:
    """Judges by what the lexicon asks of each type and the gazetteer knows of the parties."""

    def __init__(self, directory: Directory, lexicon: Lexicon) -> None:
        self._directory = directory
        self._lexicon = lexicon

    def is_there(self, finding: Finding) -> bool:
        """Whether nobody is missing, and nobody does to himself what is done to others."""
        needs = self._needs(finding)
        actors, targets = {m.id for m in finding.actors}, {m.id for m in finding.targets}
        if "pair" in needs and not (self._are_many(finding) or self.are_two((*finding.actors, *finding.targets))):
            return False
        if (finding.entry.type == "aid" and _is_for_own(finding)) or _is_of_bodies(finding):
            return False
        if finding.entry.type == "attack" and self._is_on_own_troops(finding):
            # "A Kenyan post came under fire, wounding Kenyan soldiers": nobody's army fires at itself.
            return False
        if finding.entry.type == "visit" and all(m.rule == "group:bare" and not m.country for m in finding.actors):
            # "Advised citizens travelling to Chad": nobody's visit.
            return False
        if finding.entry.type == "visit" and finding.trigger.lemma_ in words_of("going away") and _is_at_home(finding):
            # "Left Oslo for home": the end of a visit.
            return False
        at_home = finding.entry.type == "mobilize" or finding.entry.mode in _DOMESTIC
        if finding.entry.type not in SYMMETRIC and actors & targets and not at_home:
            return False
        if (
            finding.entry.type == "appoint"
            and finding.trigger.lemma_ != "resign"
            and not any(m.kind == "person" for m in (*finding.actors, *finding.targets) if not _is_lost(finding, m))
        ):
            # "Kenya holds the chair", "two envoys were removed": nobody is named who takes or loses an office.
            return False
        return ("actor" not in needs or bool(actors) or (finding.doerless or _is_named_victim(finding))) and (
            "target" not in needs or bool(targets)
        )

    def are_two(self, mentions: Sequence[ActorMention]) -> bool:
        """Whether there are two parties; a leader, a ministry and their own country are one, its rebels another."""
        people = {m.id for m in mentions if m.kind == "person"}
        return len(people) > 1 or len(set(map(self._camp, mentions))) > 1

    def _camp(self, mention: ActorMention) -> str:
        row = self._directory.organisations.get(mention.id)
        own = row is not None and row.kind in ("armed-group", "party")
        rebels = mention.kind == "group" and mention.label.rsplit(" ", 1)[-1].lower() in self._lexicon.opposed
        return mention.id if own or rebels else mention.country or mention.id

    def _are_many(self, finding: Finding) -> bool:
        """ "EU ministers met in Riga", "a NATO summit", "African leaders agreed": several who do it with each other."""
        if any(map(self._is_several, finding.actors)):
            return True
        rows, word = self._directory.organisations, finding.trigger.lemma_.lower()
        mentions = (*finding.actors, *finding.targets)
        bodies = [m for m in mentions if m.id in rows and rows[m.id].kind in _UNIONS]
        gather = word == "summit" or any(m.rule.endswith(", body") for m in bodies)
        if finding.trigger.pos_ == "NOUN" and any(c.lower_ == "with" for c in finding.trigger.rights):
            # "The union's talks with the rebels": not of its members with each other.
            return False
        sits = word == "meet" or (word in _SITTINGS and not _is_named(finding.trigger))
        if finding.action in ("convene", "reconvene"):
            # "The league will convene a summit" is told by the noun.
            sits = not clause.patients(finding.trigger)
        if sits and not finding.targets:
            # "The Security Council will meet", "the union will hold a session": a body that is the meeting of its
            # members; an "EU meeting" is named in passing.
            gather = gather or len(mentions) == 1
            bodies += [m for m in mentions if m.label.endswith(_COUNCILS)]
        agreed = finding.entry.type == "agree" and word in _AGREEING
        if agreed and finding.actors and not any(c.dep_ in ("xcomp", "ccomp") for c in finding.trigger.children):
            gather = True
        return (agreed or finding.entry.type == "meet") and bool(bodies) and gather

    def _is_several(self, mention: ActorMention) -> bool:
        """ "African leaders", "Yemen's warring parties", not "Kenyan leaders", who may be one side."""
        *qualities, noun = f"{mention.text} {mention.label}".lower().split()
        opposed = mention.country is None or not words_of("rival").isdisjoint(qualities)
        told = len(mention.label.split()) > 1
        return mention.kind == "group" and told and opposed and noun in self._lexicon.several

    def _is_on_own_troops(self, finding: Finding) -> bool:
        hit = {m.label.rsplit(" ", 1)[-1].lower().removesuffix("s") for m in finding.targets if m.kind == "group"}
        armies = all(m.kind == "country" for m in finding.actors) and bool(hit) and hit <= self._lexicon.troops
        return armies and {m.country for m in finding.targets} == {m.country for m in finding.actors}

    def _needs(self, finding: Finding) -> frozenset[str]:
        """What a type needs; a curfew falls on a government's own country, and talks or a pact may be left by name."""
        needs = self._lexicon.types[finding.entry.type].needs
        left = finding.entry.mode == "withdraw" and finding.entry.cameo in _LEAVING
        alone = left or finding.entry.mode in _DOMESTIC or finding.action in COUPS
        return needs - {"target"} if alone else needs


def _is_named_victim(finding: Finding) -> bool:
    """ "Hariri was assassinated", "Peru's embassy was stormed": what befalls a named person or an embassy is told
    though nobody says who did it."""
    fallen = finding.trigger.lemma_ in words_of("deposing")
    hurt = (finding.entry.type == "attack" or fallen) and clause.is_passive(finding.trigger)
    missions = (t.lemma_ in words_of("mission") for t in clause.patients(finding.trigger)) if hurt else ()
    return hurt and (any(m.kind == "person" for m in finding.targets) or any(missions))


def _is_lost(finding: Finding, mention: ActorMention) -> bool:
    """ "Chad's leader was ousted": he who is its leader now is not who lost that office."""
    unnamed = mention.rule.startswith("office:") and finding.trigger.lemma_ in words_of("unseating")
    return unnamed and clause.is_passive(finding.trigger)


def _is_at_home(finding: Finding) -> bool:
    """ "Sent soldiers to protect the embassy", the sender's own, "left Oslo for Accra": all of it is the doer's own."""
    homes = {m.country for m in finding.actors}
    return all(m.kind == "country" and m.country in homes for m in finding.targets) and bool(finding.targets)


def _is_for_own(finding: Finding) -> bool:
    """ "Sent soldiers to protect the embassy", "evacuated its citizens": what a state does for its own."""
    homes = {m.country for m in finding.actors if m.kind == "country"}
    own = all(m.kind in ("country", "group") and m.country in homes for m in finding.targets)
    return _is_at_home(finding) or (own and bool(finding.targets))


def _is_of_bodies(finding: Finding) -> bool:
    """ "Ministers discussed the war", "Kenya and Uganda discuss trade", "to see Kenya": only people meet."""
    people = sum(m.kind == "person" for m in finding.actors)
    seen = finding.action == "see" and not any(m.kind == "person" for m in finding.targets)
    return seen or (finding.action == "discuss" and not finding.targets and people < 2)


def _is_named(noun: Token) -> bool:
    """Whether a name stands before a noun: "EU meeting"."""
    return any(c.dep_ == "compound" and c.tag_ == "NNP" for c in noun.children)
