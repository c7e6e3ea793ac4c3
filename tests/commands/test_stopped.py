"""A build that is stopped says what is kept; one that adds to an earlier one, how much it had no need to read."""

import signal
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.engine import Extracted

CITIES = ("Oslo", "Lima", "Hanoi")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for city in CITIES:
        (folder / f"{city}.txt").write_text(f"{city.upper()}, 7 March 2023 — Olaf Scholz visited {city} on Tuesday.\n")
    return folder


def build(articles: Path) -> Result:
    out = articles.parent / "out"
    return CliRunner().invoke(main, ["build", str(articles), "-o", str(out), "--format", "events", "--quiet"])


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped(
    articles: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    whole = import_module("kg.build")  # kg.build itself is its function

    extract = whole.extract

    def stopped(*arguments: object) -> Iterator[Extracted]:
        yield next(extract(*arguments))
        signal.raise_signal(number)

    with monkeypatch.context() as patched:
        patched.setattr(whole, "extract", stopped)
        broken = build(articles)
    assert broken.exit_code == code
    kept = f"stopped: what was found in articles is kept in {articles.parent / 'out' / 'state'}"
    assert [line for line in broken.stderr.splitlines() if line] == [
        f"{kept}; run the same again, and it goes on from there"
    ]
    again = build(articles)
    assert again.exit_code == 0
    assert "reading: 1 document remembered, 2 to read" in again.stderr.splitlines()
    assert " 1 of the documents remembered from earlier builds." in again.stdout
    assert "reading:" not in build(articles).stderr, "nothing is to be read"
