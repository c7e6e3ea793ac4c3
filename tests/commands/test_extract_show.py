"""`kg extract --show`: a table where there is room, blocks where there is not, one line where nothing is found."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Emmanuel Macron visited Cairo on Monday. He will meet Sisi in June, the Egyptian foreign ministry said.\n"


def show(text: str, *flags: str) -> Result:
    arguments = ["extract", "--show", "--published", "2023-03-22", *flags]
    return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)


def test_a_sentence_from_standard_input_becomes_a_table() -> None:
    done = show(TEXT)
    assert (done.exit_code, done.stderr) == (0, "")
    head, first, *rest = done.stdout.splitlines()
    assert [name.strip() for name in head.split("  ") if name.strip()] == [
        "sentence", "actor → action (type) → target", "date", "status", "said by", "rule",
    ]  # fmt: skip
    assert first.startswith("Emmanuel Macron visited")
    assert "Emmanuel Macron → visit →" in first
    assert "2023-03-20" in first
    assert "happened" in first
    assert "verbs:A visit T" in first
    (planned,) = [line for line in rest if "planned" in line]
    assert "2023-06" in planned
    assert "Emmanuel Macron → meet → Abdel" in planned
    assert "(verbs.csv:" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 118


def test_a_sentence_stands_once_however_many_events_it_tells() -> None:
    done = show("Macron visited Cairo and met Sisi.")
    assert done.stdout.count("Macron visited Cairo") == 1
    assert done.stdout.count("happened") == 2


def test_nothing_found_is_one_line() -> None:
    assert show("It rained all day.").stdout == "nothing found in 1 document\n"


def test_lines_of_json_only_where_they_are_asked_for(tmp_path: Path) -> None:
    assert "{" not in show(TEXT).stdout
    both = show(TEXT, "-o", str(tmp_path / "m.jsonl"))
    assert both.stdout == show(TEXT).stdout
    assert (tmp_path / "m.jsonl").read_text().startswith('{"document":"stdin"')


def test_settings_that_nobody_named_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kg.toml").write_text("published = 2020-01-01\n")
    assert show(TEXT).stderr == "settings from kg.toml\n"
    Path("a.txt").write_text("OSLO, March 3, 2021 (NTB) -- Brazil and Chile signed a trade agreement on Tuesday.")
    runner = CliRunner()
    built = runner.invoke(main, ["build", "a.txt", "--format", "events", "--quiet"], catch_exceptions=False)
    assert "without a date); settings from kg.toml." in " ".join(built.stdout.split())
    Path("kg.toml").unlink()
    again = runner.invoke(main, ["build", "a.txt", "--format", "events", "--quiet"], catch_exceptions=False)
    assert "settings from" not in again.output


SHOW = """
import os, sys
from contextlib import suppress
from kg.commands import main
for columns in sys.argv[2:]:
    os.environ["COLUMNS"] = columns
    with suppress(SystemExit):
        main(["extract", "--show", sys.argv[1], "--published", "2023-03-22"])
    print("====", flush=True)
"""


def on_terminals(article: Path, *columns: int) -> list[list[str]]:
    """What terminals of so many columns show, without colours; one process has them one after the other."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SHOW, str(article), *map(str, columns)]
    done = subprocess.Popen(command, stdout=follower, stderr=subprocess.DEVNULL, env=environment)
    os.close(follower)
    shown = b""
    while chunk := _read(leader):
        shown += chunk
    assert done.wait() == 0
    os.close(leader)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode().replace("\r", ""))
    return [part.splitlines() for part in plain.split("====\n")[:-1]]


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_a_narrow_terminal_gets_blocks_and_a_wide_one_the_table(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT)
    shown, wide = on_terminals(article, 50, 170)
    narrow = [line.rstrip() for line in shown]
    assert narrow[:5] == [
        "Emmanuel Macron visited Cairo on Monday.",
        "  event   Emmanuel Macron → visit → Egypt in Cairo",
        "  date    2023-03-20",
        "  status  happened",
        narrow[4],
    ]
    assert narrow[4].startswith("  rule    verbs:A visit T (verbs.csv:")
    assert max(map(len, narrow)) <= 50
    assert wide[0].startswith("sentence")
    assert 118 < max(map(len, wide)) <= 170


def test_without_input_on_a_terminal_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [sys.executable, ROOT / "cli.py", "extract"], stdin=follower, capture_output=True, text=True, timeout=60
    )
    os.close(leader)
    os.close(follower)
    assert done.returncode == 2
    assert "name files or folders, or pipe a text in" in done.stderr
