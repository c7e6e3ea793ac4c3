"""The command line, run as users run it: arguments, output, files, exit codes, and one line for each mistake."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from forked import FORKS, start

from kg import __version__
from kg.alone import alone
from kg.commands import main

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = (
    "OSLO, March 3, 2021 (NTB) -- Brazil and Chile signed a trade agreement on Tuesday. "
    "They will meet in Lima next week.\n"
)


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=text, catch_exceptions=False)


def files(folder: Path) -> set[str]:
    """The files of a folder that are there to be seen."""
    return {p.name for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_version_and_help() -> None:
    assert __version__ in run("--version").output
    listed = run("--help").output
    for name in main.list_commands(None):  # type: ignore[arg-type]
        assert name in listed
        helped = run(name, "--help")
        assert helped.exit_code == 0
        assert "Example: kg " in helped.output


def test_build_writes_every_file_and_prints_the_timeline(article: Path, tmp_path: Path) -> None:
    result = run("build", article, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "2021-03-02" in result.output
    assert "agree" in result.output
    assert files(tmp_path / "out") == {
        "events.jsonl",
        "documents.jsonl",
        "mentions.jsonl",
        "near_misses.jsonl",
        "graph.ttl",
        "graph.gexf",
        "graph.graphml",
        "report.json",
    }
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert list(report["seconds"]) == ["read", "extract", "merge", "graph", "write"]
    assert all(0 <= value < 600 for value in report["seconds"].values())
    assert report["memory"]["build"] > 20
    assert list(report["peaks"]) == list(report["seconds"])
    assert sorted(report["peaks"].values()) == list(report["peaks"].values())
    assert report["words"] > 10 * report["documents"]
    assert (report["documents"], report["problems"]) == (1, [])
    assert report["versions"]["kg"] == __version__


def test_a_checkout_runs_without_installation(article: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "cli.py", "build", article, "-o", tmp_path / "out", "--format", "events"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "events.jsonl").exists()
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_standard_input(tmp_path: Path) -> None:
    result = run("build", "-", "-o", tmp_path / "out", text=ARTICLE)
    assert result.exit_code == 0
    assert "agree" in result.output


def test_one_bad_file_does_not_stop_the_rest(article: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"id": "a", "text": "Peru and Chile met."}\n{"id": \n')
    result = run("build", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "broken.jsonl:2: broken JSON" in result.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["documents"] == 2
    assert [p["line"] for p in report["problems"] if p["level"] == "error"] == [2]


def test_a_build_without_articles_leaves_the_last_one_alone(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", article, "-o", out).exit_code == 0
    before = {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}
    failed = run("build", tmp_path / "typo", "-o", out)
    assert failed.exit_code == 1
    assert "typo: there is no such file or folder" in failed.stderr
    assert "no article could be read" in failed.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()} == before


def test_a_build_in_fewer_formats_leaves_no_stale_files(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", article, "-o", out)
    (out / "mine.txt").write_text("kept")
    run("build", article, "-o", out, "--format", "gexf")
    assert files(out) == {"graph.gexf", "report.json", "mine.txt"}


def test_strict_fails_on_any_problem(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert run("build", tmp_path, "-o", tmp_path / "out").exit_code == 0
    assert run("build", tmp_path, "-o", tmp_path / "out", "--strict").exit_code == 1
    assert run("build", article, "-o", tmp_path / "out", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "nowhere"], 1, "nowhere: there is no such file or folder"),
        (["build", "a.txt", "--format", "xlsx"], 2, "xlsx"),
        (["build", "a.txt", "--extractor", "magic"], 2, "no extractor is called 'magic'"),
        (["build", "a.txt", "--published", "yesterday"], 2, "'yesterday' is no date"),
        (["build", "a.txt", "--published", "2023-02"], 2, "'2023-02' is no single day"),
        (["build", "a.txt", "--format", ""], 2, "format '' is not known"),
        (["timeline", "-o", "nowhere"], 2, "run `kg build FOLDER -o nowhere` first"),
        (["build", "a.txt", "--config", "kg.toml"], 2, "kg.toml"),
    ],
)
def test_a_mistake_gives_one_line_and_no_traceback(
    arguments: list[str], code: int, message: str, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    article.rename("a.txt")
    result = run(*arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_settings_come_from_kg_toml_and_flags_outrank_them(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    Path("kg.toml").write_text('formats = ["events"]\n')
    assert run("build", article).exit_code == 0
    assert files(Path("out")) == {"events.jsonl", "report.json"}
    assert run("build", article, "--format", "turtle").exit_code == 0
    assert (Path("out") / "graph.ttl").exists()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('format = ["events"]', "there is no setting 'format'; choose from published, formats"),
        ('formats = "events"', 'formats cannot be "events"; write a list of names'),
        ('published = "soon"', 'published cannot be "soon"; write a day, like 2023-02-01'),
        ("limit = 0", "limit cannot be 0; write a number above 0"),
        ("workers = -3", "workers cannot be -3; write a whole number"),
        ("actors = 3", "actors cannot be 3; write a text"),
        ("strict = yes", "line 1"),
    ],
)
def test_a_wrong_setting_is_told_in_plain_words(
    setting: str, said: str, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    Path("kg.toml").write_text(f"{setting}\n")
    wrong = run("build", article)
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("error: kg.toml: ")
    assert said in wrong.stderr


@pytest.mark.parametrize("flags", [("--format", "xlsx"), ("--extractor", "magic"), ("--base-iri", "here")])
def test_a_build_that_is_refused_leaves_nothing_behind(flags: tuple[str, str], article: Path, tmp_path: Path) -> None:
    assert run("build", article, "-o", tmp_path / "out", *flags).exit_code == 2
    assert not (tmp_path / "out").exists()


@FORKS
def test_two_builds_into_one_folder_write_one_after_the_other(article: Path, tmp_path: Path) -> None:
    run("build", article, "-o", tmp_path / "first")  # loads what the other process would have to
    (tmp_path / "out").mkdir()
    with alone(tmp_path / "out"):
        waiting = start("build", article, "-o", tmp_path / "out", "--quiet", stderr=tmp_path / "stderr")
        waiting.join(timeout=3)
        assert waiting.exitcode is None
        assert files(tmp_path / "out") == set()
    waiting.join(timeout=60)
    assert waiting.exitcode == 0
    assert "report.json" in files(tmp_path / "out")


def test_one_thing_is_told_as_one(article: Path, tmp_path: Path) -> None:
    assert run("build", article, "-o", tmp_path / "out").stdout.splitlines()[-2].startswith("1 document, ")


def test_extract_prints_mentions(article: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run("extract", article).stdout.splitlines()]
    agreed = next(m for m in lines if m["type"] == "agree")
    assert agreed["document"] == "article"
    assert [a["id"] for a in agreed["actors"]] == ["brazil", "chile"]
    assert ARTICLE[agreed["trigger"]["start"] : agreed["trigger"]["end"]] == "signed"
    run("extract", article, "-o", tmp_path / "m.jsonl")
    assert len((tmp_path / "m.jsonl").read_text().splitlines()) == len(lines)


def test_dates_as_a_table_and_as_json(article: Path) -> None:
    table = run("dates", article).stdout
    assert "next week" in table
    assert "2021-03-08 to 2021-03-14" in table
    (line,) = run("dates", article, "--json").stdout.splitlines()
    found = json.loads(line)
    assert found["id"] == "article"
    assert {"start", "end", "text", "type", "value", "edtf", "earliest", "latest"} <= set(found["timex"][0])


def test_timeline_chooses_events(built: Path) -> None:
    def ids(*arguments: str) -> set[str]:
        lines = run("timeline", *arguments, "-o", built, "--json").stdout.splitlines()
        return {json.loads(line)["id"] for line in lines}

    everything = ids()
    assert ids("Blinken") < everything
    assert ids("Blinken", "--with", "Wang Yi") < ids("Blinken")
    assert ids("--type", "visit") | ids("--type", "meet") < everything
    assert ids("--type", "visit,meet") == ids("--type", "visit", "--type", "meet")
    assert ids("--status", "happened, planned") == ids("--status", "happened") | ids("--status", "planned")
    wrong = run("timeline", "--type", "visit,party", "-o", built)
    assert (wrong.exit_code, "'party' is not one of" in wrong.stderr) == (2, True)
    assert ids("--from", "2023-06", "--to", "2023-06") < everything
    assert ids("--as-of", "2022-11-20") < ids("--as-of", "2023-06") <= everything
    assert ids("--status", "happened").isdisjoint(ids("--status", "planned"))
    assert run("timeline", "Nobody", "-o", built).exit_code == 0
    assert "visit" in run("timeline", "Blinken", "-o", built).stdout


def test_explain_shows_the_sentences(built: Path) -> None:
    events = [json.loads(line) for line in (built / "events.jsonl").read_text().splitlines()]
    event = max(events, key=lambda e: len({m["document"] for m in e["mentions"]}))
    shown = run("explain", event["id"][:8], "-o", built)
    assert shown.exit_code == 0
    flat = re.sub(r"\[((, )?(actor|action|target|date|place))+ |(?: = [^]]+)?\]", "", " ".join(shown.stdout.split()))
    for mention in event["mentions"]:
        assert " ".join(mention["quote"].split()) in flat
    assert "score" in flat
    missing = run("explain", "zzz", "-o", built)
    assert (missing.exit_code, "no event's id starts with 'zzz'" in missing.stderr) == (2, True)


def test_a_start_that_several_events_share_lists_them(built: Path) -> None:
    ids = [json.loads(line)["id"] for line in (built / "events.jsonl").read_text().splitlines()]
    start = max("0123456789abcdef", key=lambda digit: sum(i.startswith(digit) for i in ids))
    asked = run("explain", start, "-o", built)
    assert asked.exit_code == 2
    fitting = [i for i in ids if i.startswith(start)]
    assert 1 < len(fitting) <= 20
    assert f"the ids of {len(fitting)} events start with '{start}'" in asked.stderr
    assert all(f"\n  {i}  " in asked.stderr for i in fitting)


def test_names_in_rdf_start_with_the_base_of_the_flag_or_of_the_settings(article: Path, tmp_path: Path) -> None:
    flag, settings = tmp_path / "flag", tmp_path / "kg.toml"
    assert run("build", article, "-o", flag, "--base-iri", "https://example.org/g#").exit_code == 0
    assert "@prefix event: <https://example.org/g#event/> ." in (flag / "graph.ttl").read_text()
    settings.write_text('base_iri = "https://example.org/h/"\n')
    assert run("build", article, "-o", tmp_path / "file", "--config", settings, "--format", "nq").exit_code == 0
    assert " <https://example.org/h/document/article> .\n" in (tmp_path / "file" / "graph.nq").read_text()


def test_a_base_that_is_no_iri_is_one_line_before_anything_is_read(article: Path, tmp_path: Path) -> None:
    result = run("build", article, "-o", tmp_path / "out", "--base-iri", "example.org")
    assert result.exit_code == 2
    assert "base IRI 'example.org': write an absolute IRI that ends in / or #" in result.output
    assert not (tmp_path / "out").exists()
