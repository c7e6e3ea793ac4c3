"""Flags of `kg build` that contradict each other, and what its help says."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.read import READERS


def build(*flags: str) -> Result:
    return CliRunner().invoke(main, ["build", "nowhere", *flags])


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--engine", "local", "--workers", "2"), "--workers 2: --engine local reads in this process alone"),
        (("--engine", "spark", "--workers", "2"), "--workers 2: --engine spark has the workers of its --master"),
        (("--engine", "processes", "--workers", "0"), "--workers 0: --engine processes needs at least one"),
        (("--engine", "local", "--master", "local[2]"), "--master is for Spark; add --engine spark, or leave it out"),
        (("--master", "spark://10.0.0.1:7077"), "--master is for Spark; add --engine spark, or leave it out"),
        (("--archive", "kg.tar.gz"), "--archive is for Spark; add --engine spark, or leave it out"),
    ],
)
def test_flags_that_contradict_each_other(flags: tuple[str, ...], told: str) -> None:
    result = build(*flags)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {told}")
    assert len(result.stderr.splitlines()) == 1


def test_a_flag_outranks_what_settings_say_of_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('engine = "spark"\nmaster = "spark://10.0.0.1:7077"\nworkers = 2\n')
    for flags in (("--engine", "local"), ("--engine", "local", "--workers", "0")):
        assert build(*flags).exit_code == 1, "there is nothing to read, but nothing is wrong with the flags"


def test_help_names_all_that_is_read_and_the_exit_codes() -> None:
    told = CliRunner().invoke(main, ["build", "--help"]).stdout
    assert all(f"{ending} " in told or f"{ending}," in told or f"{ending}\n" in told for ending in READERS)
    assert "  130  stopped by Ctrl-C; 143: by SIGTERM\n" in told
