"""A small set of events by hand: one of each kind of trouble that exporters must bear."""

from datetime import date

from kg.model import (
    Actor,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Link,
    NearMiss,
    Phrase,
    Place,
    Reason,
    Report,
    Span,
)

HOSTILE = (
    'Ann <b>&amp;"O\'Neil"</b> \x00\x07\x0b\x1f\ufffe\r\n\t\\ \u202eمرحبا שלום\u202c \U0001f600 ]]> {{x}} e\u0301.'
)

PERSON = Actor(id="maria-lindqvist", label="Maria Lindqvist", kind="person", country="SE", wikidata="Q1")
OTHER = Actor(id="jo-okafor", label="Jo Okafor", kind="person", country="NG", wikidata="Q2")
COUNTRY = Actor(id="sweden", label="Sweden", kind="country", country="SE", wikidata="Q34")
ORGANISATION = Actor(id="nordic-council", label="Nordic Council", kind="organisation", wikidata="Q3")
MINISTRY = Actor(id="swedish-ministry", label="Swedish Ministry", kind="organisation", country="SE")
GROUP = Actor(id="hostile group. %/?#é", label=HOSTILE, kind="group", country="SE", wikidata="Q4")
TOWN = Actor(id="uppsala", label="Uppsala", kind="place", country="SE", wikidata="Q25286")
PLACE = Place(id="stockholm", label="Stockholm", country="SE")
ABROAD = Place(id="nowhere.", label="Nowhere & <Elsewhere>")

POSITIONS = {"sweden": (59.33, 18.07), "stockholm": (59.33, 18.07), "uppsala": (59.86, 17.64)}


def position(actor: Actor) -> tuple[float, float] | None:
    return POSITIONS.get(actor.id)


def day(text: str) -> DateRange:
    value = date.fromisoformat(text)
    return DateRange(edtf=text, earliest=value, latest=value, precision="day", text="that day", timex=text)


def between(edtf: str, earliest: str | None, latest: str | None, precision: str = "interval") -> DateRange:
    ends = [date.fromisoformat(end) if end else None for end in (earliest, latest)]
    return DateRange(edtf=edtf, earliest=ends[0], latest=ends[1], precision=precision)


def report(document: str, start: int, quote: str, **changes: object) -> Report:
    values = {
        "document": document,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "type": "visit",
        "published": date(2021, 5, 3),
        "outlet": "The Daily Sample",
        "status": "happened",
        "polarity": "positive",
        "attributed_to": None,
        "date_text": None,
        "extractor": "syntax",
        "rule": "visit-1",
        "row": "verbs.csv:3",
    }
    return Report(**{**values, **changes})


def event(identifier: str, kind: str, actors: list[Actor], targets: list[Actor], **changes: object) -> Event:
    values = {
        "id": identifier,
        "type": kind,
        "plover": "CONSULT",
        "cameo": "042",
        "action": kind,
        "actors": tuple(actors),
        "targets": tuple(targets),
        "place": None,
        "date": None,
        "status": "happened",
        "confidence": 0.8,
        "mentions": (report("plain", 0, f"They {kind}."),),
    }
    return Event(**{**values, **changes})


DOCUMENTS = (
    Document(
        id="plain",
        text="They met.",
        published=date(2021, 5, 3),
        title="Two leaders met",
        url="https://news.example/a?b=1&c=2",
        outlet="The Daily Sample",
        language="en",
    ),
    Document(id="hostile/../doc.", text=HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1) <x>"),
    Document(id="bare", text="Nothing happens here."),
)

EVENTS = (
    event(
        "visit1",
        "visit",
        [PERSON],
        [COUNTRY, OTHER],
        place=PLACE,
        date=day("2021-05-02"),
        action="pay a visit",
        confidence=0.87654,
        mentions=(
            report("plain", 10, "Lindqvist came.", date_text="on Sunday", attributed_to="Jo Okafor"),
            report(
                "plain", 40, "She was due to come.", status="planned", attributed_to="a spokesman", via="Baltic Wire"
            ),
            report("hostile/../doc.", 3, HOSTILE, outlet=HOSTILE, published=None, attributed_to=HOSTILE, via=HOSTILE),
            report("plain", 70, "No visit, they said.", status="denied", attributed_to="them"),
            report("unseen", 0, "Okafor denied it.", polarity="negative", published=date(2021, 6, 1)),
        ),
        reasons=(Reason(reports=(0, 1), score=0.9, terms={"action": 0.5, "date": 0.4}),),
    ),
    event("visit2", "visit", [PERSON], [COUNTRY], date=between("2021-05-03/2021-05-04", "2021-05-03", "2021-05-04")),
    event("visit3", "visit", [PERSON], [COUNTRY], date=between("2021-09/..", "2021-09-01", None)),
    event("visit4", "visit", [PERSON], [COUNTRY], date=between("2022-01", "2022-01-01", "2022-01-31", "month")),
    event("visit5", "visit", [PERSON], [TOWN], date=between("../2020", None, "2020-12-31")),
    event("old", "meet", [COUNTRY, ORGANISATION], [], date=between("0476", "0476-01-01", "0476-12-31", "year")),
    event("talks", "meet", [PERSON], [OTHER, PERSON], links=(Link(kind="part_of", event="visit1"),)),
    event("call", "call", [OTHER, MINISTRY], [], status="ongoing", date=day("9999-12-31")),
    event(
        "invite",
        "invite",
        [OTHER],
        [PERSON],
        status="planned",
        plover="AGREE",
        links=(Link(kind="proposes", event="visit1"), Link(kind="regards", event="not-in-the-graph")),
        mentions=(),
    ),
    event("denial", "reject", [GROUP], [], status="unknown", links=(Link(kind="regards", event="cancelled"),)),
    event("cancelled", "visit", [OTHER], [ORGANISATION], status="cancelled", date=day("2021-07-01"), place=ABROAD),
    event("denied", "attack", [GROUP], [COUNTRY], status="denied", links=(Link(kind="follows", event="old"),)),
    event("proposed", "agree", [ORGANISATION], [COUNTRY], status="proposed", confidence=1.0),
    event("self", "support", [GROUP, ORGANISATION], [GROUP], plover="", cameo="", action=""),
    event("place-acts", "announce", [TOWN], [], place=Place(id="uppsala", label="Uppsala", country="SE")),
)


def mention(document: str, start: int, kind: str) -> EventMention:
    who = ActorMention(start=0, end=4, text="They", id="jo-okafor", label="Jo Okafor", kind="person", rule="name")
    return EventMention(
        document=document,
        sentence=Span(start=0, end=60),
        trigger=Phrase(start=start, end=start + 3, text="met"),
        type=kind,
        plover="CONSULT",
        cameo="040",
        action="meet",
        actors=(who,),
        targets=(),
        place=None,
        date=day("2021-05-02"),
        status="happened",
        polarity="positive",
        attributed_to=None,
        confidence=0.7,
        extractor="syntax",
        rule="meet-1",
    )


MENTIONS = (
    mention("plain", 5, "meet"),
    mention("plain", 5, "call"),
    mention("plain", 40, "meet"),
    mention("bare", 7, "say"),
)

NEAR_MISSES = tuple(
    NearMiss(events=("visit1", "call1"), anchors=(a.anchor, b.anchor), score=2.5, terms={"action": 0.5, "date": 2.0})
    for a, b in (MENTIONS[:2], MENTIONS[1:3])
)
