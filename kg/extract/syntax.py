"""The default extractor: patterns of the lexicon over dependency parses, with the status, date, place and speaker."""

from collections.abc import Iterator, Sequence

from kg.actors.gazetteer import load
from kg.actors.link import link
from kg.dates import interval, tag
from kg.extract import attribution, implied, lexicon, nominal, status, verbal, when, where
from kg.extract.codes import codes
from kg.extract.participants import Participants
from kg.extract.scene import Scene, stage
from kg.extract.sift import is_event
from kg.extract.verbal import SPEECH, Finding
from kg.model import DateRange, Document, EventMention, Status
from kg.parse import Parser, split

_LEAD = 6
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_FINITE = _MAIN | {"relcl", "pcomp"}
_SIMPLE_PAST = frozenset({"VBD"})
_ANY_TENSE = _SIMPLE_PAST | {"VBZ", "VBP", "VBN", "VBG"}
_VAGUE = 0.7


class SyntaxExtractor:
    """Reads English with spaCy; needs no network and no state between documents."""

    name = "syntax"

    def __init__(self) -> None:
        self._parser = Parser()
        self._gazetteer = load()
        self._lexicon = lexicon.load()
        self._participants = Participants(self._gazetteer.directory, self._lexicon)

    def extract(self, document: Document) -> Iterator[EventMention]:
        """The event mentions of a document, in the order of its text."""
        sentences = tuple(self._parser.parse(document.text, split(document.text)))
        linked = link(document, sentences, self._gazetteer)
        timexes = tag(document.text, document.published, document.language)
        for sentence, mentions in zip(sentences, linked, strict=True):
            yield from self._events(stage(document, sentence, mentions, timexes, self._lexicon))

    def _events(self, scene: Scene) -> Iterator[EventMention]:
        settled = [self._participants.settle(scene, finding) for finding in _findings(scene)]
        findings = [finding for finding in settled if finding is not None]
        dated = when.owners(scene, frozenset(f.trigger.i for f in findings))
        for finding in findings:
            reality = finding.status or _reality(scene, finding)
            if is_event(scene, finding, reality, findings):
                yield from self._mentions(scene, finding, reality, dated)

    def _mentions(
        self, scene: Scene, finding: Finding, reality: Status, dated: Sequence[when.Dated]
    ) -> Iterator[EventMention]:
        earlier = when.since(finding, dated)
        if earlier is not None:
            yield self._mention(scene, finding, "happened", earlier)
        found = when.date_of(scene, finding, reality, dated)
        status_then = _in_time(finding, reality, found, scene)
        yield self._mention(scene, finding, status_then, found or _today(scene, finding, reality, dated))

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


def _findings(scene: Scene) -> list[Finding]:
    """What the verbs and the event nouns of a sentence report; a noun that a verb's pattern used is not read again."""
    by_verb = [f for v in verbal.verbs(scene) if (f := verbal.find(scene, v)) is not None]
    used = {i for f in by_verb for i in f.covers}
    by_noun = [f for n in nominal.nouns(scene) if n.i not in used and (f := nominal.find(scene, n)) is not None]
    told = [*by_verb, *by_noun]
    more = [*implied.visits(scene, told), *implied.meetings(told, scene.lexicon)]
    return sorted([*told, *more], key=lambda f: f.trigger.i)


def _reality(scene: Scene, finding: Finding) -> Status:
    if finding.trigger.pos_ in ("VERB", "AUX"):
        return status.of_verb(scene, finding.trigger)
    return status.of_noun(scene, finding.trigger, speech=finding.entry.type in SPEECH)


def _in_time(finding: Finding, reality: Status, found: DateRange | None, scene: Scene) -> Status:
    """An event that a sentence tells as done, on a day that is yet to come, is planned; but what is said is said."""
    published = scene.document.published
    if finding.entry.type not in SPEECH and found and found.earliest and published and found.earliest > published:
        return "planned" if reality in ("happened", "ongoing") else reality
    return reality


def _today(scene: Scene, finding: Finding, reality: Status, dated: Sequence[when.Dated]) -> DateRange | None:
    """News without a day is of the day of publication or the day before.

    At the top of an article any finite clause is news; further down only a main clause in the simple past is.
    """
    published = scene.document.published
    verb = finding.carrier
    if published is None or reality not in ("happened", "ongoing") or not _is_carried(scene, finding):
        return None
    if when.is_of_another_time(scene, finding, dated):
        return None
    deps, tags = (_FINITE, _ANY_TENSE) if scene.sentence.index < _LEAD else (_MAIN, _SIMPLE_PAST)
    if verb.dep_ not in deps or verb.tag_ not in tags:
        return None
    return interval(published.fromordinal(published.toordinal() - 1), published)


def _is_carried(scene: Scene, finding: Finding) -> bool:
    """Whether a verb tells the event: its own, or one that an event noun stands under as its light verb."""
    if finding.carrier.pos_ not in ("VERB", "AUX"):
        return False
    if finding.carrier == finding.trigger:
        return True
    light = nominal.governor(scene, finding.trigger)[1]
    return light is not None and (light.subject or light.takes == "subject")


def _confidence(finding: Finding) -> float:
    """Lower for each participant that only coreference gave."""
    guessed = sum(m.rule.startswith("coref") for m in (*finding.actors, *finding.targets))
    return round(0.9 * _VAGUE ** min(guessed, 3), 3)
