"""`kg report` and `kg timeline --plot`, on a build of two articles."""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.commands.plot import LEGEND

ARTICLES = {
    "signing": "LIMA, March 3, 2021 (Andes Wire) -- Brazil and Chile signed a trade agreement on Tuesday.\n",
    "visit": "Sebastian Piñera will visit Brazil in May 2021, Chile's government said on Wednesday.\n",
    "off": "Argentina's president cancelled a visit to Chile on March 1, 2021. Chile accused Peru.\n",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("build", folder, "-o", folder / "out", "--published", "2021-03-04", "--quiet").exit_code == 0
    return folder / "out"


def test_a_report_is_the_same_each_time_and_named_after_the_country(out: Path, tmp_path: Path) -> None:
    pages = []
    for _ in range(2):
        result = run("report", "Chile", "-i", out, "-o", tmp_path / "r.html")
        assert result.output == f"Written: {tmp_path / 'r.html'}\n"
        pages.append((tmp_path / "r.html").read_bytes())
    assert pages[0] == pages[1]
    assert "<h1>Chile</h1>" in pages[0].decode()
    assert "Brazil" in pages[0].decode().partition("Who with whom")[2]


def test_a_report_as_of_a_day_and_of_nobody(out: Path, tmp_path: Path) -> None:
    for arguments in (["Chile", "--as-of", "2021-03-01"], ["Xanadu"]):
        result = run("report", *arguments, "-i", out, "-o", tmp_path / "r.html")
        assert result.exit_code == 2
        assert f"{arguments[0]}: in no event" in result.output
        assert not (tmp_path / "r.html").exists()


def test_the_plot_has_a_line_for_each_dated_event(out: Path) -> None:
    table = [line for line in run("timeline", "-o", out).output.splitlines()[1:] if line[0] != "–"]
    lines = run("timeline", "-o", out, "--plot").output.splitlines()
    bars = [line for line in lines if line[:4] == "2021"]
    assert len(bars) == len(table)
    assert LEGEND in lines
    (visit,) = (line for line in bars if "Piñera" in line)
    assert re.search("╌{4,}", visit), "a planned visit some time in May"
    (signing,) = (line for line in bars if "2021-03-02" in line)
    assert signing.count("█") >= 1
    assert "\x1b" not in "".join(lines)


def test_no_color_keeps_colours_out_of_a_terminal(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    from kg.built import events
    from kg.commands import terminal

    said = {}
    for value in ("", "1"):
        monkeypatch.setitem(os.environ, "NO_COLOR", value)
        screen = Console(force_terminal=True, width=100, color_system="standard", highlight=False)
        monkeypatch.setattr(terminal, "console", lambda screen=screen: screen)
        with screen.capture() as capture:
            terminal.print_timeline(events(out))
        said[value] = capture.get()
    assert "\x1b[32m" in said[""]
    assert not re.search(r"\x1b\[(\d;)*3\dm", said["1"])
