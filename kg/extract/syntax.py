"""The default extractor: patterns of the lexicon over dependency parses, with the status, date, place and speaker."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from kg.actors.gazetteer import load
from kg.actors.link import link
from kg.dates import interval, tag
from kg.extract import attribution, implied, lexicon, nominal, status, verbal, when, where
from kg.extract.codes import codes
from kg.extract.scene import Scene, stage
from kg.extract.verbal import Finding
from kg.model import SYMMETRIC, ActorMention, DateRange, Document, EventMention, Status
from kg.parse import Parser, split

_LEAD = 3
_PLACES = frozenset({"place"})
_VISITED = frozenset({"place", "person"})
_VAGUE = 0.7


class SyntaxExtractor:
    """Reads English with spaCy; needs no network and no state between documents."""

    name = "syntax"

    def __init__(self) -> None:
        self._parser = Parser()
        self._gazetteer = load()
        self._directory = self._gazetteer.directory
        self._lexicon = lexicon.load()

    def extract(self, document: Document) -> Iterator[EventMention]:
        """The event mentions of a document, in the order of its text."""
        sentences = tuple(self._parser.parse(document.text, split(document.text)))
        linked = link(document, sentences, self._gazetteer)
        timexes = tag(document.text, document.published, document.language)
        for sentence, mentions in zip(sentences, linked, strict=True):
            yield from self._events(stage(document, sentence, mentions, timexes, self._lexicon))

    def _events(self, scene: Scene) -> Iterator[EventMention]:
        findings = [self._as_states(f) for f in _findings(scene)]
        kept = [f for f in findings if self._complete(f)]
        dated = when.owners(scene, frozenset(f.trigger.i for f in kept))
        for finding in kept:
            yield from self._mentions(scene, finding, dated)

    def _mentions(self, scene: Scene, finding: Finding, dated: Sequence[when.Dated]) -> Iterator[EventMention]:
        noun = finding.trigger.pos_ not in ("VERB", "AUX")
        reality = finding.status or _reality(scene, finding)
        earlier = when.since(finding, dated)
        if earlier is not None:
            yield self._mention(scene, finding, "happened", earlier)
        found = when.date_of(scene, finding, reality, dated)
        yield self._mention(
            scene, finding, _in_time(reality, found, scene.document), found or _today(scene, reality, noun)
        )

    def _mention(self, scene: Scene, finding: Finding, reality: Status, when_: DateRange | None) -> EventMention:
        plover, cameo = codes(finding.entry, reality, self._lexicon)
        segment = scene.sentence.segment
        return EventMention(
            document=scene.document.id,
            sentence=segment.span,
            trigger=scene.sentence.phrase(finding.trigger),
            type=finding.entry.type,
            plover=plover,
            cameo=cameo,
            action=finding.action,
            actors=finding.actors,
            targets=finding.targets,
            place=where.place_of(scene, finding),
            date=when_,
            status=reality,
            polarity="negative" if reality == "denied" else "positive",
            attributed_to=attribution.speaker(scene, finding.trigger),
            confidence=_confidence(finding),
            extractor=self.name,
            rule=finding.entry.rule,
        )

    def _as_states(self, finding: Finding) -> Finding:
        """Cities act and suffer as their countries; only where an event is do they stay places."""
        return replace(
            finding,
            actors=self._states(finding.actors, _PLACES),
            targets=self._states(finding.targets, _VISITED if finding.entry.type == "visit" else _PLACES),
            places=tuple(m for m in finding.targets if m.kind == "place"),
        )

    def _states(self, mentions: Sequence[ActorMention], kinds: frozenset[str]) -> tuple[ActorMention, ...]:
        states = [self._state(m) if m.kind in kinds else m for m in mentions]
        return tuple({m.id: m for m in states if m is not None}.values())

    def _state(self, mention: ActorMention) -> ActorMention | None:
        """The country of a place or person, said with the same words; None where it has none."""
        key = self._directory.country_of(mention.country or "")
        if key is None:
            return None
        actor = self._directory.country(key)
        return msgspec.structs.replace(
            mention,
            id=actor.id,
            label=actor.label,
            kind=actor.kind,
            wikidata=actor.wikidata,
            rule=f"{mention.rule}, country",
        )

    def _complete(self, finding: Finding) -> bool:
        needs = self._lexicon.types[finding.entry.type].needs
        actors, targets = {m.id for m in finding.actors}, {m.id for m in finding.targets}
        if "pair" in needs and len(actors | targets) < 2:
            return False
        if finding.entry.type not in SYMMETRIC and actors & targets:
            return False
        return ("actor" not in needs or bool(actors)) and ("target" not in needs or bool(targets))


def _findings(scene: Scene) -> list[Finding]:
    """What the verbs and the event nouns of a sentence report; a noun that a verb's pattern used is not read again."""
    by_verb = [f for v in verbal.verbs(scene) if (f := verbal.find(scene, v)) is not None]
    used = {i for f in by_verb for i in f.covers}
    by_noun = [f for n in nominal.nouns(scene) if n.i not in used and (f := nominal.find(scene, n)) is not None]
    told = [*by_verb, *by_noun]
    return sorted([*told, *implied.visits(scene, told)], key=lambda f: (f.trigger.i, f.entry.rule))


def _reality(scene: Scene, finding: Finding) -> Status:
    of = status.of_verb if finding.trigger.pos_ in ("VERB", "AUX") else status.of_noun
    return of(scene, finding.trigger)


def _in_time(reality: Status, found: DateRange | None, document: Document) -> Status:
    """An event that a sentence tells as done, on a day that is yet to come, is planned."""
    if found and found.earliest and document.published and found.earliest > document.published:
        return "planned" if reality in ("happened", "ongoing") else reality
    return reality


def _today(scene: Scene, reality: Status, noun: bool) -> DateRange | None:
    """News without a day, told at the top of an article, is of the day of publication or the day before."""
    published = scene.document.published
    if published is None or noun or reality not in ("happened", "ongoing") or scene.sentence.index >= _LEAD:
        return None
    return interval(published.fromordinal(published.toordinal() - 1), published)


def _confidence(finding: Finding) -> float:
    """Lower for each participant that only coreference gave."""
    guessed = sum(m.rule.startswith("coref") for m in (*finding.actors, *finding.targets))
    return round(0.9 * _VAGUE ** min(guessed, 3), 3)
