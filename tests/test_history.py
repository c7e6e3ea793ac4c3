"""Two clocks: what was known of an event when, and how it changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.commands import main
from kg.export import write_all
from kg.history import as_of, history

ARTICLES = {
    "invited": "OSLO, 2 May 2022 — Norway invited President Alberto Fernandez of Argentina to visit Oslo on 14 June.\n",
    "planned": "OSLO, 20 May 2022 — Argentine President Alberto Fernandez will visit Oslo on 14 June.\n",
    "cancelled": "OSLO, 10 June 2022 — Argentine President Alberto Fernandez cancelled his visit to Oslo on 14 June.\n",
    "after_all": "OSLO, 15 June 2022 — Argentine President Alberto Fernandez visited Oslo on 14 June after all.\n",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return kg.build(folder)


def visit(graph: kg.Graph) -> kg.Event:
    return max((e for e in graph.events if e.type == "visit"), key=lambda e: len(e.mentions))


def test_what_was_known_changes_report_by_report(told: kg.Graph) -> None:
    own = [s for s in history(visit(told), told.events) if not s.tie and s.document != "invited"]
    assert [(str(s.published), s.said, s.known, s.known_date) for s in own] == [
        ("2022-05-20", "planned", "planned", "2022-06-14"),
        ("2022-06-10", "cancelled", "cancelled", "2022-06-14"),
        ("2022-06-15", "happened", "happened", "2022-06-14"),
    ]


def test_events_tied_to_it_are_part_of_its_history(told: kg.Graph) -> None:
    first = history(visit(told), told.events)[0]
    assert (first.document, str(first.published)) == ("invited", "2022-05-02")
    assert ("invite", "proposes it") in {(s.type, s.tie) for s in history(visit(told), told.events)}


def test_before_its_first_report_an_event_was_not_known(told: kg.Graph) -> None:
    first = min(m.published for m in visit(told).mentions if m.published)
    assert as_of(visit(told), first - timedelta(days=1)) is None
    assert as_of(visit(told), first) is not None


def test_as_of_the_last_day_is_what_the_build_says(seeds: kg.Graph) -> None:
    for event in seeds.events:
        if all(m.published for m in event.mentions):
            last = as_of(event, date.max)
            assert last is not None
            assert (last.status, last.date and last.date.edtf) == (event.status, event.date and event.date.edtf)


def test_the_command_prints_each_report(told: kg.Graph, tmp_path: Path) -> None:
    write_all(told, tmp_path)
    run = CliRunner().invoke(main, ["history", visit(told).id[:6], "-o", str(tmp_path)])
    assert run.exit_code == 0
    assert [line.split()[0] for line in run.stdout.splitlines() if line.startswith("2022")][-1] == "2022-06-15"
    assert "cancelled 2022-06-14" in run.stdout
    lines = CliRunner().invoke(main, ["history", visit(told).id, "-o", str(tmp_path), "--json"]).stdout.splitlines()
    assert len(lines) == len(history(visit(told), told.events))


def test_the_timeline_as_of_a_day_has_the_status_of_that_day(told: kg.Graph, tmp_path: Path) -> None:
    write_all(told, tmp_path)
    run = CliRunner().invoke(main, ["timeline", "-o", str(tmp_path), "--type", "visit", "--as-of", "2022-06-12"])
    assert "cancelled" in run.stdout
    assert "happened" not in run.stdout
