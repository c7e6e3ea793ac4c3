"""Judging what is one event, and asking why two are two: on a build of the sample articles."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import built
from kg.commands import main
from kg.merge.judgements import FILE
from kg.model import Event

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build") / "out"
    assert CliRunner().invoke(main, ["build", str(SEEDS), "-o", str(out), "--quiet"]).exit_code == 0
    return out


@pytest.fixture
def out(fresh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(fresh, tmp_path / "out"))


def run(out: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments, "-o", str(out)], input=answers)


def rebuild(out: Path) -> tuple[Event, ...]:
    assert run(out, "build", str(SEEDS), "--quiet").exit_code == 0
    return built.events(out)


def files(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and p.name not in ("report.json", FILE)}


def two_visits(out: Path) -> tuple[Event, Event]:
    """Two of one person to one country that are not one event."""
    visits = [e for e in built.events(out) if e.type == "visit" and e.actors[0].label == "Antony Blinken"]
    first, second = [e for e in visits if e.targets and e.targets[0].label == "China"][:2]
    return first, second


def several(out: Path) -> Event:
    return max(built.events(out), key=lambda e: len(e.mentions))


def home(events: tuple[Event, ...], *reports: tuple[str, int]) -> list[str]:
    """The ids of the events in which (document, sentence start) stand."""
    return [next(e.id for e in events if (d, s) in {(m.document, m.start) for m in e.mentions}) for d, s in reports]


def test_two_events_that_are_judged_to_be_one_become_one_and_stay_so(out: Path) -> None:
    first, second = two_visits(out)
    assert run(out, "merge", "judge", first.id[:8], second.id[:8], "same", "--note", "one trip").exit_code == 0
    for _ in range(2):
        events = rebuild(out)
        (one,) = (e for e in events if first.mentions[0] in e.mentions)
        assert set(one.mentions) == {*first.mentions, *second.mentions}
        assert "judgement" in {term for reason in one.reasons for term in reason.terms}
    assert "one trip" in run(out, "merge", "list").stdout


def test_reports_that_are_judged_to_be_of_two_events_part_and_stay_so(out: Path) -> None:
    event = several(out)
    first, last = event.mentions[0], event.mentions[-1]
    reference = f"{event.id}#{len(event.mentions) - 1}"
    assert run(out, "merge", "judge", f"{event.id}#0", reference, "different").exit_code == 0
    left, right = home(rebuild(out), (first.document, first.start), (last.document, last.start))
    assert left != right


def test_what_was_judged_can_be_taken_back(out: Path) -> None:
    before = files(out)
    first, second = two_visits(out)
    run(out, "merge", "judge", first.id, second.id, "same")
    rebuild(out)
    assert files(out) != before
    undone = run(out, "merge", "undo", "1")
    assert (undone.exit_code, "taken back" in undone.stdout) == (0, True)
    assert run(out, "merge", "list").stdout == ""
    assert "holds no judgements" in run(out, "merge", "list").stderr
    assert "holds 0 judgements" in run(out, "merge", "undo", "1").stderr
    rebuild(out)
    assert files(out) == before


def test_unsure_changes_nothing_but_the_questions(out: Path) -> None:
    before = files(out)
    asked = run(out, "merge", "review", answers="u\nq\n")
    assert asked.exit_code == 0
    rebuild(out)
    assert files(out) == before
    again = run(out, "merge", "review", answers="q\n")
    assert asked.stdout.split("\n2 of")[0].split("1 of")[1] not in again.stdout


def test_a_review_keeps_each_answer_at_once(out: Path) -> None:
    assert run(out, "merge", "review", answers="s\nd\n").exit_code == 1, "the third question finds no answer"
    assert [row.split(",")[0] for row in (out / FILE).read_text().splitlines()[2:]] == ["same", "different"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing", "nothing", "same"), "no event's id starts"),
        (("{a}", "{b}#99", "same"), "reports are numbered 0 to"),
        (("{a}", "{b}"), "Missing argument"),
        (("{a}", "{other}", "same"), "never one event"),
        (("{a}", "{a}", "same"), "are one report"),
        (("{a}", "{b}", "maybe"), "'maybe' is not one of"),
    ],
)
def test_what_cannot_be_judged_is_told(out: Path, arguments: tuple[str, ...], said: str) -> None:
    first, second = two_visits(out)
    other = next(e for e in built.events(out) if e.type == "accuse")
    names = {"a": first.id, "b": second.id, "other": other.id}
    result = run(out, "merge", "judge", *(a.format(**names) for a in arguments))
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_wrong_row_is_named_and_the_others_count(out: Path) -> None:
    first, second = two_visits(out)
    run(out, "merge", "judge", first.id, second.id, "same")
    with (out / FILE).open("a", encoding="utf-8") as file:
        file.write("perhaps,a,1,2,visit,b,3,4,visit,\nsame,a,one,2,visit,b,3,4,visit,\nsame,a\n")
    result = run(out, "build", str(SEEDS), "--quiet")
    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if FILE in line and ":4:" in line]
    assert [line for line in result.stderr.splitlines() if FILE in line and ":6:" in line]
    assert (
        len([e for e in built.events(out) if first.mentions[0] in e.mentions and second.mentions[0] in e.mentions]) == 1
    )


def test_explaining_two_events_tells_how_near_they_came(out: Path) -> None:
    near = built.near_misses(out)[0]
    told = run(out, "explain", *near.events)
    assert f"score {near.score} of 3.0" in told.stdout
    assert all(f"{term} " in told.stdout for term in near.terms)
    assert json.loads(run(out, "explain", *near.events, "--json").stdout)["terms"] == near.terms


def test_explaining_two_events_tells_what_keeps_them_apart(out: Path) -> None:
    visit = two_visits(out)[0]
    other = next(e for e in built.events(out) if e.type == "accuse")
    assert "kept apart by action" in run(out, "explain", visit.id, other.id).stdout


def test_an_event_is_not_two(out: Path) -> None:
    one = several(out)
    result = run(out, "explain", one.id, one.id[:8])
    assert result.exit_code == 2
    assert "why its reports are of one event" in result.stderr
