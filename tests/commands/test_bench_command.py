"""`kg bench`: runs the benchmarks of a checkout, and says where there are none."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.commands import bench, main


def test_memory_of_a_few_articles_by_stages(capfd: pytest.CaptureFixture[str]) -> None:
    result = CliRunner().invoke(main, ["bench", "scale", "--articles", "0", "--memory", "5,20"])
    lines = capfd.readouterr().out.splitlines()
    assert result.exit_code == 0
    assert [line.split()[:2] for line in lines] == [["5", "articles"], ["20", "articles"]]
    assert all(f"{stage} " in lines[1] for stage in ("read", "extract", "merge", "graph", "write"))
    assert "an article: read " in lines[1]


def test_numbers_are_asked_for() -> None:
    result = CliRunner().invoke(main, ["bench", "scale", "--memory", "many"])
    assert result.exit_code == 2
    assert "--memory many: write numbers of articles, like 1000,10000" in result.output


def test_without_a_checkout_it_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_BENCHES", tmp_path)
    result = CliRunner().invoke(main, ["bench", "scale"])
    assert result.exit_code == 2
    assert "in a checkout of its sources run `python cli.py bench scale`, or there `pip install -e .`" in result.output
