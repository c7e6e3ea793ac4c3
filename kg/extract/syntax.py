"""The default extractor: patterns of the lexicon over dependency parses, with the status, date, place and speaker."""

from collections import deque
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.actors.gazetteer import Gazetteer, load
from kg.actors.link import link
from kg.actors.sighting import needs
from kg.dates import tag
from kg.extract import (
    apart,
    asked,
    attended,
    attribution,
    calledoff,
    denials,
    grievances,
    harm,
    implied,
    judged,
    lexicon,
    marches,
    newsday,
    nominal,
    noun_status,
    presence,
    status,
    telling,
    verbal,
    when,
    where,
)
from kg.extract.codes import codes
from kg.extract.dated import Dated, owners
from kg.extract.finding import SPEECH, Finding
from kg.extract.incumbents import Incumbents
from kg.extract.participants import Participants
from kg.extract.quoted import voices
from kg.extract.retold import with_days
from kg.extract.scene import Deed, Scene, stage
from kg.extract.sift import is_event
from kg.extract.topic import topic
from kg.model import REAL, DateRange, Document, EventMention, Status
from kg.parse import Need, Parser, split
from kg.wrapped import unwrapped

_VAGUE = 0.7
_REMEMBERED = 60
"""Deeds that a reader keeps in mind, for nouns that point back to one ("condemned the move")."""
_RULES = (
    denials.find,
    judged.find,
    judged.of_clause,
    judged.of_feeling,
    judged.of_thanks,
    judged.of_threat,
    harm.find,
    marches.find,
    verbal.find,
)
"""What a verb is asked for, in this order."""


class SyntaxExtractor:
    """Reads English with spaCy; needs no network and no state between documents."""

    name = "syntax"

    def __init__(self, gazetteer: Gazetteer | None = None, *, sift: bool = True) -> None:
        """Without `sift` every sentence is read in full, which costs more and finds the same."""
        self._parser = Parser()
        self._sift = sift
        self._gazetteer = gazetteer or load()
        self._lexicon = lexicon.load()
        self._participants = Participants(self._gazetteer.directory, self._lexicon)
        self._incumbents = Incumbents(self._gazetteer.directory)

    def extract(self, document: Document) -> Iterator[EventMention]:
        """The event mentions of a document, in the order of its text."""
        yield from with_days(list(self._read(document)), document.published)

    def _read(self, document: Document) -> Iterator[EventMention]:
        document = replace(document, text=unwrapped(document.text))
        timexes = tag(document.text, document.published, document.language)
        sentences = tuple(self._parser.parse(document.text, split(document.text), self._needs, timexes))
        linked = link(document, sentences, self._gazetteer)
        deeds: deque[Deed] = deque(maxlen=_REMEMBERED)
        told = zip(sentences, linked, strict=True)
        staged = [stage(document, sentence, mentions, timexes, self._lexicon) for sentence, mentions in told]
        spoken = voices(document.text, staged)
        story: DateRange | None = None
        about = topic(linked)
        for bare in staged:
            scene = replace(
                bare, told=tuple(deeds), voices=spoken, story=story, topic=about, outlets=self._gazetteer.media
            )
            settled = [self._participants.settle(scene, finding) for finding in _findings(scene)]
            findings = [finding for finding in settled if finding is not None]
            real = calledoff.fallen(scene, [self._told(scene, finding) for finding in findings])
            deeds += [_deed(finding, reality) for finding, reality in real if reality != "denied"]
            told_here = list(self._events(scene, real))
            story = newsday.story(scene, told_here)
            yield from told_here
        for sentence in sentences:
            sentence.doc.let_go()

    def _needs(self, sentences: Sequence[str]) -> tuple[Need, ...]:
        return needs(sentences, self._gazetteer) if self._sift else tuple(map(Need.everything, sentences))

    def _told(self, scene: Scene, found: Finding) -> tuple[Finding, Status]:
        reality = found.status or _reality(scene, found)
        finding = implied.paid_call(implied.refusal(found, reality, self._lexicon), self._lexicon)
        return finding, finding.status or reality

    def _events(self, scene: Scene, told: Sequence[tuple[Finding, Status]]) -> Iterator[EventMention]:
        findings = [finding for finding, _ in told]
        dated = owners(scene, frozenset(f.trigger.i for f in findings))
        for finding, reality in told:
            if is_event(finding, reality, findings):
                yield from self._mentions(scene, finding, reality, dated)

    def _mentions(
        self, scene: Scene, finding: Finding, reality: Status, dated: Sequence[Dated]
    ) -> Iterator[EventMention]:
        earlier = when.since(finding, dated)
        if earlier is not None:
            yield self._mention(scene, finding, "happened", earlier)
        found = when.date_of(scene, finding, reality, dated)
        status_then = _in_time(finding, reality, found, scene)
        yield self._mention(scene, finding, status_then, found or newsday.of_news(scene, finding, reality, dated))

    def _mention(self, scene: Scene, finding: Finding, reality: Status, when_: DateRange | None) -> EventMention:
        plover, cameo = codes(finding.entry, reality, telling.told(scene, finding), self._lexicon)
        said = attribution.attribution(scene, finding.trigger)
        segment, published = scene.sentence.segment, scene.document.published
        actors, targets = (self._incumbents.then(side, when_, published) for side in (finding.actors, finding.targets))
        return EventMention(
            document=scene.document.id,
            sentence=segment.span,
            trigger=scene.sentence.phrase(finding.trigger),
            type=finding.entry.type,
            plover=plover,
            cameo=cameo,
            action=finding.action,
            actors=actors,
            targets=targets,
            place=where.place_of(scene, finding),
            date=when_,
            status=reality,
            polarity="negative" if reality == "denied" else "positive",
            attributed_to=said.speaker,
            via=said.via,
            confidence=_confidence(finding),
            extractor=self.name,
            rule=finding.entry.rule,
            row=finding.entry.row,
        )


def _findings(scene: Scene) -> list[Finding]:
    """What the verbs and the event nouns of a sentence report; a noun that a verb's pattern used is not read again."""
    if not scene.words:
        return []
    by_verb = _verbal(scene)
    used = {i for f in by_verb for i in f.covers}
    by_noun = [f for n in nominal.nouns(scene) if n.i not in used and (f := nominal.find(scene, n)) is not None]
    told = implied.written(implied.phoned(scene, [*by_verb, *by_noun]))
    told += implied.arrivals(scene)
    told = implied.tours(scene, told)
    told = [f for finding in told for f in apart.events(scene, marches.mustered(scene, finding))]
    told = grievances.complaints(scene, apart.shared(apart.once(implied.partners(told))))
    more = [*implied.visits(scene, told), *implied.meetings(told, scene.lexicon), *asked.demands(scene, told)]
    more += [*asked.wishes(scene), *implied.promises(scene, told), *implied.calls(told, scene.lexicon)]
    more += asked.conditions(scene, [*told, *more])
    more += presence.visits(scene, [*told, *more])
    return sorted(attended.attendances(scene, [*grievances.aims(scene, told), *more]), key=lambda f: f.trigger.i)


def _verbal(scene: Scene) -> list[Finding]:
    """What the verbs report, in their order: each may point back to what those before it tell."""
    found: list[Finding] = []
    for verb in verbal.verbs(scene):
        finding = next((f for rule in _RULES if (f := rule(scene, verb)) is not None), None)
        if finding is not None and not _lacks_partner(finding):
            found.append(finding)
            scene = replace(scene, told=(*scene.told, _deed(finding, "happened")))
    return found


def _lacks_partner(finding: Finding) -> bool:
    """ "NATO held joint drills": with nobody named beside them they are told by their noun."""
    alone = finding.entry.type == "cooperate" and len(finding.actors) == 1 and not finding.targets
    return alone and bool(finding.covers) and finding.actors[0].kind != "group"


def _deed(finding: Finding, reality: Status) -> Deed:
    clauses = (finding.carrier, *finding.carrier.ancestors)
    before = any(c.lower_ == "had" and c.dep_ == "aux" for verb in clauses for c in verb.children)
    off, proposed = reality == "cancelled", reality == "proposed"
    return Deed(finding.entry.type, finding.actors, finding.targets, before, off, proposed, finding.action)


def _reality(scene: Scene, finding: Finding) -> Status:
    if finding.trigger.pos_ in ("VERB", "AUX"):
        return status.of_verb(scene, finding.trigger)
    return noun_status.of_noun(scene, finding.trigger, speech=finding.entry.type in SPEECH)


def _in_time(finding: Finding, reality: Status, found: DateRange | None, scene: Scene) -> Status:
    """An event that a sentence tells as done, on a day that is yet to come, is planned; but what is said is said."""
    published = scene.document.published
    if finding.entry.type not in SPEECH and found and found.earliest and published and found.earliest > published:
        return "planned" if reality in REAL else reality
    return reality


def _confidence(finding: Finding) -> float:
    """Lower for each participant that only coreference gave."""
    guessed = sum(m.rule.startswith("coref") for m in (*finding.actors, *finding.targets))
    return round(0.9 * _VAGUE ** min(guessed, 3), 3)
