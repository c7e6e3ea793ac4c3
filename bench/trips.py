"""Dated trips of leaders, told in several ways: do reports of one trip meet, do trips of one leader stay apart?

Each fact (who, which country, first and last day) is told by up to six reports as journalists would: a plan a week
before with the month only, a plan with all days, the arrival, a report without a date, one that looks back, and one
that names the country for its leader.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import structs

from kg.actors import Gazetteer, tables
from kg.actors.fold import slug
from kg.dates import from_edtf
from kg.merge import merge
from kg.model import ActorKind, ActorMention, DateRange, Document, Event, EventMention, Phrase, Span, Status


class Result(NamedTuple):
    """How many trips and reports there were, and precision and recall of the pairs of reports that are joined."""

    trips: int
    reports: int
    precision: float
    recall: float


class Report(NamedTuple):
    """What one article says of a trip: the day of publication, leader or his country, the date and the status."""

    published: date
    by: ActorMention
    when: DateRange | None
    status: Status


def result(path: Path) -> Result:
    """The figures for a file of facts."""
    facts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gazetteer = Gazetteer(tables.load())
    documents: list[Document] = []
    mentions: list[EventMention] = []
    trips = _distinct(facts)
    for number, fact in enumerate(trips):
        for which, report in enumerate(_reports(fact, gazetteer)):
            name = f"{number:05}-{which}"
            text = f"{fact['a'][0]} {fact['country']} {fact.get('locale') or ''}"
            documents.append(Document(id=name, text=text, published=report.published, outlet=f"outlet {which}"))
            mentions.append(_mention(name, len(text), report, _named(fact["country"], "country", gazetteer)))
    return Result(len(trips), len(mentions), *_pairs(merge(mentions, documents)))


def _distinct(facts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Trips with all that reports need; of two sources on one trip the first one."""
    seen: dict[tuple[str, str], list[tuple[str, str]]] = {}
    found = []
    for fact in sorted(facts, key=lambda f: (f["date"], f["id"])):
        if len(fact["date"]) < 10 or not fact.get("country") or not fact.get("a"):
            continue
        first, last = fact["date"], fact.get("end") or fact["date"]
        others = seen.setdefault((slug(fact["a"][0]), fact["country"]), [])
        if not any(first <= end and start <= last for start, end in others):
            found.append(fact)
        others.append((first, last))
    return found


def _reports(fact: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Report]:
    first, last = date.fromisoformat(fact["date"]), date.fromisoformat((fact.get("end") or fact["date"])[:10])
    leader = _leader(fact, gazetteer)
    days = from_edtf(f"{first}/{last}" if last > first else f"{first}", "days")
    month = from_edtf(f"{first:%Y-%m}", "month")
    yield Report(first - timedelta(7), leader, month, "planned")
    yield Report(first - timedelta(1), leader, days, "planned")
    yield Report(first, leader, from_edtf(f"{first}", "day"), "happened")
    yield Report(last, leader, None, "happened")
    yield Report(last + timedelta(1), leader, days, "happened")
    if leader.country:
        land = gazetteer.directory.country_of(leader.country) or leader.country
        state = structs.replace(leader, id=land, label=land, kind="country")
        yield Report(first, state, from_edtf(f"{first}", "day"), "happened")


def _mention(name: str, length: int, report: Report, target: ActorMention) -> EventMention:
    return EventMention(
        document=name,
        sentence=Span(start=0, end=length),
        trigger=Phrase(start=0, end=1, text="x"),
        type="visit",
        plover="",
        cameo="",
        action="visit",
        actors=(report.by,),
        targets=(target,),
        place=None,
        date=report.when,
        status=report.status,
        polarity="positive",
        attributed_to=None,
        confidence=0.8,
        extractor="facts",
        rule="facts",
    )


def _leader(fact: dict[str, Any], gazetteer: Gazetteer) -> ActorMention:
    home = {"us_president_trip": "United States", "us_secretary_trip": "United States", "india_pm_trip": "India"}
    land = _named(fact.get("from") or home[fact["kind"]], "country", gazetteer)
    leader = _named(fact["a"][0], "person", gazetteer)
    return leader if leader.country else structs.replace(leader, country=land.country)


def _named(name: str, kind: ActorKind, gazetteer: Gazetteer) -> ActorMention:
    """What the tables know by a name, else the name itself."""
    key = next((e.key for e in gazetteer.lookup(name) if e.kind == kind), None)
    known = gazetteer.directory.any(key) if key else None
    country = gazetteer.directory.code(known) if known else None
    identity = known.id if known else slug(name)
    return ActorMention(start=0, end=1, text=name, id=identity, label=name, kind=kind, country=country)


def _pairs(events: Sequence[Event]) -> tuple[float, float]:
    cells = [Counter(m.document.partition("-")[0] for m in e.mentions) for e in events]
    trips: Counter[str] = sum(cells, Counter())
    right = sum(n * (n - 1) for cell in cells for n in cell.values())
    joined = sum(cell.total() * (cell.total() - 1) for cell in cells)
    return right / max(joined, 1), right / max(sum(n * (n - 1) for n in trips.values()), 1)
