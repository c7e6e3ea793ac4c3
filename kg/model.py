"""The frozen values that flow: Document → EventMention → Event.

Every value is a `msgspec.Struct`: typed, immutable, validated on decoding, and written to JSON with its
fields in the order given here. `encode` and `decode` lose nothing. Offsets count Unicode code points of
`Document.text`; `end` is exclusive. Days are `datetime.date`; an open end is None.
"""

from datetime import date
from typing import Literal, TypeVar, get_args

import msgspec

ActorKind = Literal["person", "country", "organisation", "place", "group"]
PlaceKind = Literal["city", "region", "area", "country"]
ActionType = Literal[
    "meet",
    "call",
    "visit",
    "host",
    "invite",
    "attend",
    "announce",
    "agree",
    "support",
    "cooperate",
    "aid",
    "request",
    "propose",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "attack",
    "retreat",
    "appoint",
    "say",
]
Status = Literal["happened", "ongoing", "planned", "proposed", "cancelled", "denied", "unknown"]
Polarity = Literal["positive", "negative"]
Precision = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["actor", "action", "target", "date", "place"]
LinkKind = Literal["proposes", "part_of", "regards", "follows"]

ACTION_TYPES: tuple[str, ...] = get_args(ActionType)
STATUSES: tuple[str, ...] = get_args(Status)
ROLES: tuple[str, ...] = get_args(Role)

REAL: frozenset[str] = frozenset({"happened", "ongoing"})
"""Statuses of what took place; the others are of plans, or of what came to nothing."""

SYMMETRIC: frozenset[str] = frozenset({"meet", "call", "agree", "cooperate"})
"""Types in which both sides do the same thing: actors and targets are one pool of participants."""


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all values: immutable, hashable, keyword arguments only.

    Python's cycle collector need not walk them: a frozen value holds only what was there before it.
    """


class Source(Value, frozen=True):
    """A document without its text: what a build keeps of it; `length` is the text's, in code points."""

    id: str
    length: int
    published: date | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None


class Document(Value, frozen=True):
    """One article; `published` is the day its outlet gives, `language` an ISO 639-1 code."""

    id: str
    text: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a document needs an id")

    @property
    def source(self) -> Source:
        """The document without its text."""
        return Source(
            id=self.id,
            length=len(self.text),
            published=self.published,
            title=self.title,
            url=self.url,
            outlet=self.outlet,
            language=self.language,
        )


class Span(Value, frozen=True):
    """Characters `start` to `end` (exclusive) of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} runs backwards or starts before the text")


class Phrase(Span, frozen=True):
    """A span with its words as written."""

    text: str


class DateRange(Value, frozen=True):
    """When something is, with its uncertainty: EDTF level 1 and the days that bound it.

    `earliest` and `latest` are inclusive; None means open on that side. `text` is the expression as
    written and `timex` its TIMEX3 value, both empty for a date that no expression gave (a date line).
    `span` is where a mention's expression stands; an event, which has it from many documents, has none.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    text: str = ""
    timex: str = ""
    span: Span | None = None

    def __post_init__(self) -> None:
        if not self.edtf:
            raise ValueError("a date needs an EDTF string; use None for no date at all")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.edtf}: earliest {self.earliest} is after latest {self.latest}")


class Timex(Phrase, frozen=True):
    """A temporal expression: TIMEX3 type and value (ISO-TimeML), and the days it covers where it names any."""

    type: TimexType
    value: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None

    @property
    def date(self) -> DateRange | None:
        """The days covered, or None where the expression is unresolved or names a length of time."""
        if self.edtf is None or self.precision is None:
            return None
        return DateRange(
            edtf=self.edtf,
            earliest=self.earliest,
            latest=self.latest,
            precision=self.precision,
            text=self.text,
            timex=self.value,
            span=Span(start=self.start, end=self.end),
        )


class Actor(Value, frozen=True):
    """Who acts: `country` is an ISO 3166-1 alpha-2 code, `wikidata` a Q-number."""

    id: str
    label: str
    kind: ActorKind
    country: str | None = None
    wikidata: str | None = None


class Tenure(Value, frozen=True):
    """A person's term of an office, as the tables have it; both days are inclusive, an unknown or open end is None.

    `holder` is an actor's id, `post` names the office with what it is an office of ("President of Chile",
    "Secretary-general, NATO"), `office` and `of` are their ids, `title` an unusual title of this term, `country`
    an ISO 3166-1 alpha-2 code.
    """

    holder: str
    post: str
    office: str
    of: str
    title: str = ""
    country: str | None = None
    start: date | None = None
    end: date | None = None


class ActorMention(Phrase, frozen=True):
    """An actor as a text names it; `rule` says how the words were tied to the actor.

    `code` starts its code in CAMEO and PLOVER data: the ISO 3166-1 alpha-3 code of the country that it is or acts for.
    """

    id: str
    label: str
    kind: ActorKind
    country: str | None = None
    wikidata: str | None = None
    rule: str = ""
    code: str | None = None

    @property
    def actor(self) -> Actor:
        """The actor without the place where it was named."""
        return Actor(id=self.id, label=self.label, kind=self.kind, country=self.country, wikidata=self.wikidata)


class Place(Value, frozen=True):
    """Where something is: `country` is an ISO 3166-1 alpha-2 code, `span` where a mention names it.

    `kind` is None where no table has the place.
    """

    id: str
    label: str
    country: str | None = None
    kind: PlaceKind | None = None
    span: Span | None = None


class Mark(Span, frozen=True):
    """Words that tell one part of an event; `label` is what they stand for."""

    role: Role
    label: str


class Anchor(Value, frozen=True, order=True):
    """Which mention is meant, the same as long as its document's text is: where its sentence and its trigger start."""

    document: str
    sentence: int
    trigger: int
    type: ActionType


class EventMention(Value, frozen=True):
    """What one sentence says of one event.

    `action` is the lemma or phrase as written, `plover` and `cameo` its codes, `status` what the sentence
    says of its reality as of the day of publication, `attributed_to` who is quoted for it, `via` the outlet that the
    text names as passing it on ("Lavrov said, Interfax reported"), `rule` the pattern that fired and `row` its line
    in ontology/lexicon ("verbs.csv:412"), empty where none of it was used.
    """

    document: str
    sentence: Span
    trigger: Phrase
    type: ActionType
    plover: str
    cameo: str
    action: str
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    place: Place | None
    date: DateRange | None
    status: Status
    polarity: Polarity
    attributed_to: str | None
    confidence: float
    extractor: str
    rule: str
    row: str = ""
    via: str | None = None

    @property
    def anchor(self) -> Anchor:
        """Which mention this is."""
        start = self.sentence.start
        return Anchor(document=self.document, sentence=start, trigger=self.trigger.start, type=self.type)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words that tell who did what to whom, when and where, in the order of the text."""
        said: list[tuple[Role, Span | None, str]] = [
            *(("actor", m, m.label) for m in self.actors),
            ("action", self.trigger, self.type),
            *(("target", m, m.label) for m in self.targets),
        ]
        said += [("date", self.date.span, self.date.edtf)] if self.date else []
        said += [("place", self.place.span, self.place.label)] if self.place else []
        marks = (Mark(start=s.start, end=s.end, role=role, label=label) for role, s, label in said if s is not None)
        return tuple(sorted(marks, key=lambda m: (m.start, -m.end, ROLES.index(m.role), m.label)))


class Report(Value, frozen=True):
    """One document's word for an event: the sentence that says it, what it says of status and date, and in which words.

    `edtf` is the date that it gives the event, by its words (`date_text`) or by its day of publication. `marks` may lie
    outside the sentence where it takes up an earlier one ("the move"). `type` may be another than the event's ("host"
    for a visit).
    """

    document: str
    start: int
    end: int
    quote: str
    type: ActionType
    published: date | None
    outlet: str | None
    status: Status
    polarity: Polarity
    attributed_to: str | None
    date_text: str | None
    extractor: str
    rule: str
    row: str = ""
    via: str | None = None
    url: str | None = None
    edtf: str | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """The mention that this reports."""
        trigger = next((mark.start for mark in self.marks if mark.role == "action"), self.start)
        return Anchor(document=self.document, sentence=self.start, trigger=trigger, type=self.type)


class Link(Value, frozen=True):
    """A tie to another event, by its id."""

    kind: LinkKind
    event: str


class Reason(Value, frozen=True):
    """Why two reports are held to be of one event: the score and the terms it adds up from.

    `reports` are two positions in `Event.mentions`.
    """

    reports: tuple[int, int]
    score: float
    terms: dict[str, float]


class Event(Value, frozen=True):
    """One event with all its reports; `id` is a stable hash of what identifies it.

    `date_conflicts` are the dates that texts give and that `date` cannot be, those that most reports give first.
    """

    id: str
    type: ActionType
    plover: str
    cameo: str
    action: str
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    place: Place | None
    date: DateRange | None
    status: Status
    confidence: float
    mentions: tuple[Report, ...]
    links: tuple[Link, ...] = ()
    reasons: tuple[Reason, ...] = ()
    date_conflicts: tuple[DateRange, ...] = ()


class NearMiss(Value, frozen=True):
    """Two mentions alike enough that they might have been of one event, and are of two: why they came near.

    `events` are the ids of the two events; `score` and `terms` are as in Reason.
    """

    events: tuple[str, str]
    anchors: tuple[Anchor, Anchor]
    score: float
    terms: dict[str, float]


class Problem(Value, frozen=True):
    """Something a run could not use, or had to guess: what, in which file and line, and what to do."""

    level: Literal["error", "warning", "notice"]
    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{self.level}: {where}: {self.message}"


V = TypeVar("V", bound=Value)


def encode(value: Value) -> bytes:
    """One line of JSON (UTF-8, no line end), fields in the order of the class."""
    return msgspec.json.encode(value)


def decode(line: bytes | str, kind: type[V]) -> V:
    """The value that `encode` wrote.

    Raises:
        msgspec.ValidationError: the JSON does not fit the class (the message names the field).
        msgspec.DecodeError: it is not JSON.
    """
    return msgspec.json.decode(line, type=kind)
