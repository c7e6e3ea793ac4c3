"""`kg build --watch` in a real process: it builds again when articles come and go, and ends quietly."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.commands import main
from kg.store import opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("OSLO, 7 March 2023 — Olaf Scholz visited Oslo on Tuesday.\n")
    command = [sys.executable, str(ROOT / "cli.py"), "build", "articles", "-o", "articles/out", "--quiet", "--watch"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def wait(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("waited a minute in vain")


def documents(folder: Path) -> int | None:
    try:
        return int(json.loads((folder / "articles" / "out" / "report.json").read_bytes())["documents"])
    except FileNotFoundError:
        return None


def test_new_and_removed_articles_are_noticed(watching: subprocess.Popen[str], tmp_path: Path) -> None:
    wait(lambda: documents(tmp_path) == 1)
    second = tmp_path / "articles" / "b.txt"
    second.write_text("LIMA, 8 March 2023 — Pedro Castillo met ministers in Lima on Wednesday.\n")
    wait(lambda: documents(tmp_path) == 2)
    second.unlink()
    wait(lambda: documents(tmp_path) == 1)
    report = (tmp_path / "articles" / "out" / "report.json").stat().st_mtime_ns
    time.sleep(2.5)
    assert (tmp_path / "articles" / "out" / "report.json").stat().st_mtime_ns == report, "its own files made it build"
    watching.send_signal(signal.SIGINT)
    _, errors = watching.communicate(timeout=30)
    assert watching.returncode == 0
    assert "Traceback" not in errors


@pytest.mark.parametrize("workers", ["0", "2"])
def test_ctrl_c_while_a_build_runs_ends_it_and_leaves_the_folder_free(tmp_path: Path, workers: str) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(200):
        text = f"OSLO, 7 March 2023 — Olaf Scholz met {number} ministers in Oslo on Tuesday.\n" * 5
        (tmp_path / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "out" / "state" / "ledger.sqlite"
    command = [sys.executable, str(ROOT / "cli.py"), "build", "articles", "-o", "out", "--watch", "--workers", workers]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as process:
        wait(ledger.exists)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert not (tmp_path / "out" / "report.json").exists()
    with opened(ledger.parent, lambda problem: pytest.fail(str(problem))) as store:
        assert len(store.keys()) < 200


def test_only_folders_can_be_watched(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "-", "-o", str(tmp_path / "out"), "--watch"])
    assert result.exit_code == 2
    assert "not a folder" in result.stderr
