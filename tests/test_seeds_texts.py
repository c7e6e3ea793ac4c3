"""The sample articles and the timeline expected of them hold together: dates, ids, types, words."""

from collections import Counter
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path

import msgspec
import pytest

from kg.dates.edtf import from_edtf
from kg.model import STATUSES, SYMMETRIC, ActionType, ActorKind, Document, Problem, Status
from kg.read import read

SEEDS = Path(__file__).parents[1] / "seeds"
PUBLISHED = {
    "01-bali-wire": date(2022, 11, 14),
    "02-visit-dates-daily": date(2023, 1, 26),
    "03-balloon-broadcaster": date(2023, 2, 3),
    "04-shootdown-tabloid": date(2023, 2, 5),
    "05-munich-courier": date(2023, 2, 19),
    "06-singapore-monitor": date(2023, 6, 4),
    "07-announcement-state-agency": date(2023, 6, 14),
    "08-xi-blinken-evening-paper": date(2023, 6, 19),
    "09-thaw-newsletter": date(2023, 10, 30),
    "10-woodside-radio": date(2023, 11, 16),
}


class Participant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kind: ActorKind
    country: str | None


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    type: ActionType
    also_ok: tuple[ActionType, ...]
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    place: str | None
    date: str
    status: Status
    required: bool
    documents: tuple[str, ...]
    evidence: dict[str, str]

    @property
    def participants(self) -> tuple[Participant, ...]:
        return self.actors + self.targets


EVENTS = tuple(
    msgspec.json.decode(line, type=Expected)
    for line in (SEEDS / "expected.jsonl").read_text(encoding="utf-8").splitlines()
)
EACH = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)


@lru_cache(maxsize=1)
def articles() -> tuple[dict[str, Document], tuple[Problem, ...]]:
    """The articles by id, and what reading them complained of."""
    problems: list[Problem] = []
    found = {article.id: article for article in read([str(SEEDS / "[0-9]*")], report=problems.append)}
    return found, tuple(problems)


def test_articles_are_read_with_their_days() -> None:
    found, problems = articles()
    assert {id: article.published for id, article in found.items()} == PUBLISHED
    assert not problems


@pytest.mark.parametrize(
    ("id", "outlet"),
    [
        ("02-visit-dates-daily", "The Harbour Ledger"),
        ("05-munich-courier", "The Isar Courier"),
        ("06-singapore-monitor", "Lion City Monitor"),
        ("09-thaw-newsletter", "Transpacific Letter"),
    ],
)
def test_metadata_names_the_outlet(id: str, outlet: str) -> None:
    assert articles()[0][id].outlet == outlet


@pytest.mark.parametrize("id", PUBLISHED)
def test_articles_are_short(id: str) -> None:
    assert 120 <= len(articles()[0][id].text.split()) <= 280


@EACH
def test_evidence_stands_once_in_each_document(event: Expected) -> None:
    assert event.documents == tuple(sorted(event.evidence))
    for id, words in event.evidence.items():
        assert articles()[0][id].text.count(words) == 1, f"{id}: {words}"


@EACH
def test_dates_are_edtf(event: Expected) -> None:
    if event.date != "..":
        bounds = from_edtf(event.date)
        assert bounds.earliest
        assert bounds.latest


@EACH
def test_status_fits_the_day_of_the_latest_article(event: Expected) -> None:
    if event.date != "..":
        last_told = max(PUBLISHED[id] for id in event.documents)
        days = from_edtf(event.date)
        assert days.earliest
        assert days.latest
        if event.status == "happened":
            assert days.earliest <= last_told
        if event.status in ("planned", "proposed"):
            assert days.latest >= last_told


@EACH
def test_types_and_participants(event: Expected) -> None:
    assert event.type not in event.also_ok
    assert "say" not in (event.type, *event.also_ok)
    assert event.actors
    assert not (event.type in SYMMETRIC and event.targets)
    names = [one.name for one in event.participants]
    assert len(names) == len(set(names))


def test_each_name_has_one_kind_and_country() -> None:
    everybody = set(chain.from_iterable(event.participants for event in EVENTS))
    twice = [name for name, count in Counter(one.name for one in everybody).items() if count > 1]
    assert not twice


def test_ids_are_unique_and_dated_events_come_first_in_order() -> None:
    assert len({event.id for event in EVENTS}) == len(EVENTS)
    starts = ["9999" if event.date == ".." else event.date.split("/")[0] for event in EVENTS]
    assert starts == sorted(starts)


def test_the_story_has_what_it_was_written_for() -> None:
    statuses = {event.status for event in EVENTS}
    assert statuses == set(STATUSES) - {"unknown"}
    assert {id for event in EVENTS for id in event.documents} == set(PUBLISHED)
    assert sum(len(event.documents) > 1 for event in EVENTS) >= 15
    assert sum(event.required for event in EVENTS) > len(EVENTS) / 2
