"""How far work has come: told in lines where there is no terminal, as a bar where there is one."""

import re
import sys
import time

import pytest

from kg.commands import progress


def failed(result: int) -> bool:
    return result % 2 == 1


def test_lines_say_how_many_how_fast_how_long_and_how_many_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    monkeypatch.setattr(progress, "_BURST", 0.0)
    track = progress.tracker("reading", "documents", failed)
    assert list(track(iter(range(4)), 4)) == [0, 1, 2, 3]
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4, "the first result tells nothing of how fast they come"
    assert re.fullmatch(r"reading: 2 of 4 documents, [\d.]+ a second, \d:\d\d:\d\d left, 1 error", lines[0])
    assert re.fullmatch(r"reading: 4 of 4 documents, [\d.]+ a second, 0:00:00 left, 2 errors", lines[2])
    assert lines[3] == "reading: done, 4 documents in 0:00:00"


def test_what_comes_at_once_says_nothing_of_how_fast_the_rest_comes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As from Spark: the first fifty at once, the others one a second."""
    times = iter([100.0] * 50 + [float(100 + number) for number in range(1, 14)])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(times))
    for _ in progress.tracker("reading", "documents", lambda _: False)(range(62), 120):
        pass
    told, done = capsys.readouterr().err.splitlines()
    assert told == "reading: 60 of 120 documents, 1.0 a second, 0:01:00 left, 0 errors"
    assert done == "reading: done, 120 documents in 0:00:13"


def test_short_work_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress.tracker("reading", "documents", failed)(range(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    track = progress.tracker("reading", "documents", failed)
    for _ in track(range(6), 6):
        pass
    shown = re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", capsys.readouterr().err)
    assert "6/6" in shown
    assert "3 errors" in shown


def test_a_stage_that_takes_long_says_so_and_when_it_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = progress.Telling()
    with clock.stage("merge"):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    with clock.stage("merge"):
        time.sleep(0.2)
    with clock.stage("extract"):  # which shows how far it is
        time.sleep(0.05)
    assert capsys.readouterr().err.splitlines() == ["merging: under way", "merging: done in 0:00:00"]
    assert list(clock.seconds) == ["merge", "extract"]
