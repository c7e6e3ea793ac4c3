"""Extractors of other packages: installed by pip, chosen by name, and unable to stop a build."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.errors import ConfigError
from kg.extract import Extractor, get, origin

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "tests" / "plugin"
TEXT = (
    "DAKAR, March 3, 2021 (APS) -- President Macky Sall visited Ghana on Monday. "
    "Macky Sall sent a telegram to Nana Akufo-Addo. Zoraya Quintanal sent Macky Sall a telegram, too.\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the example package, without a network."""
    source, target = tmp_path_factory.mktemp("source") / "plugin", tmp_path_factory.mktemp("site")
    shutil.copytree(PLUGIN, source, ignore=shutil.ignore_patterns("__pycache__"))
    flags = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *flags, "--target", target, source]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def installed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packages of `site` are those of this process, too."""
    monkeypatch.syspath_prepend(site)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT)
    return tmp_path / "article.txt"


def mentions(article: Path) -> list[dict[str, object]]:
    lines = (article.parent / "out" / "mentions.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_an_installed_extractor_runs_beside_kgs_own(site: Path, article: Path) -> None:
    """`kg build` as users run it, with the packages of `site` installed."""
    flags = ["--extractor", "syntax", "--extractor", "telegrams"]
    command = [sys.executable, ROOT / "cli.py", "build", article, "-o", article.parent / "out", *flags]
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=article.parent, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    found = {(m["extractor"], m["type"]) for m in mentions(article)}
    assert {("syntax", "visit"), ("telegrams", "call")} <= found
    out = article.parent / "out"
    report = json.loads((out / "report.json").read_text())
    assert report["config"]["extractors"] == ["syntax", "telegrams"]
    assert report["versions"]["extractor telegrams"] == "kg-telegrams 1.0"
    turtle = (out / "graph.ttl").read_text()
    assert "prov:wasAttributedTo extractor:telegrams" in turtle
    assert "prov:wasAttributedTo extractor:syntax" in turtle
    gexf = (out / "graph.gexf").read_text()
    assert '<attvalue for="extractors" value="syntax, telegrams"/>' in gexf, "both tell of one telegram"


def test_alone_it_finds_only_its_own(installed: None, article: Path) -> None:
    assert run(article, "telegrams").exit_code == 0
    assert {m["extractor"] for m in mentions(article)} == {"telegrams"}


def test_it_knows_the_users_own_actors(
    installed: None, article: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("own"))
    header = (ROOT / "ontology" / "actors" / "people.csv").read_text(encoding="utf-8").splitlines()
    columns = next(line for line in header if not line.startswith("#")).split(",")
    row = {"id": "our-zoraya", "name": "Zoraya Quintanal", "surname": "Quintanal", "country": "bolivia"}
    Path("actors").mkdir()
    table = ",".join(columns) + "\n" + ",".join(row.get(c, "") for c in columns) + "\n"
    Path("actors/people.csv").write_text(table)
    done = run(article, "telegrams")
    assert (done.exit_code, done.stderr) == (0, "")
    assert '"id":"our-zoraya"' in (article.parent / "out" / "mentions.jsonl").read_text()


def test_an_unknown_name_gives_one_line_with_those_there_are(installed: None, article: Path) -> None:
    done = run(article, "magic")
    assert done.exit_code == 2
    assert done.stderr == "error: no extractor is called 'magic'; installed are: syntax, telegrams\n"


def test_contributing_shows_the_example_as_it_is_tested() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"```python\n{(PLUGIN / 'kg_telegrams.py').read_text(encoding='utf-8')}```" in text
    entry = (PLUGIN / "pyproject.toml").read_text(encoding="utf-8").split("\n\n")[2]
    assert entry in text


# Broken packages, as pip would leave them: a module and the list of its entry points.

RAISES = "def extract(self, document):\n        raise RuntimeError('no\\nline')"
GIVES = "def extract(self, document):\n        yield from [{given}]"
MENTION = (
    "EventMention(document={document}, sentence=Span(start=0, end={end}), trigger=Phrase(start=0, end=4, text='x'), "
    "type={type}, plover='', cameo='', action='x', actors=(), targets=(), place=None, date=None, status='happened', "
    "polarity='positive', attributed_to=None, confidence={confidence}, extractor={extractor}, rule='')"
)


def mention(**changes: str) -> str:
    fine = {"document": "document.id", "end": "9", "type": "'visit'", "confidence": "0.5", "extractor": "self.name"}
    return MENTION.format(**{**fine, **changes})


def package(folder: Path, name: str, body: str, monkeypatch: pytest.MonkeyPatch, calls_itself: str = "") -> None:
    """An importable package `name` with an extractor of that name."""
    head = "from kg.model import EventMention, Phrase, Span\n\n\n"
    made = f"class Made:\n    name = {calls_itself or name!r}\n    def __init__(self, gazetteer): pass\n    {body}\n"
    (folder / f"{name}.py").write_text(head + made)
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[kg.extractors]\n{name} = {name}:Made\n")
    monkeypatch.syspath_prepend(folder)
    importlib.invalidate_caches()


def run(article: Path, *extractors: str) -> Result:
    chosen = [flag for name in extractors for flag in ("--extractor", name)]
    arguments = ["build", str(article.parent), "-o", str(article.parent / "out"), "--format", "mentions", *chosen]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("raising", RAISES, "RuntimeError: no line"),
        ("strange", GIVES.format(given="{}"), "TypeError: it gave dict, not EventMention"),
        ("mistyped", GIVES.format(given=mention(type="'dance'")), "ValidationError: Invalid enum value 'dance'"),
        ("elsewhere", GIVES.format(given=mention(document="'b'")), "ValueError: its mention is of document 'b'"),
        ("overlong", GIVES.format(given=mention(end="9999")), "ValueError: a span runs past the end of the text"),
        ("outside", GIVES.format(given=mention(end="2")), "ValueError: trigger 'x' stands outside its sentence"),
        ("certain", GIVES.format(given=mention(confidence="7")), "ValueError: confidence 7 is not between 0 and 1"),
        (
            "alias",
            GIVES.format(given=mention(extractor="'syntax'")),
            "ValueError: its mention says that 'syntax' found",
        ),
    ],
)
def test_one_that_fails_costs_only_what_it_would_have_found(
    name: str, body: str, message: str, article: Path, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    package(tmp_path_factory.mktemp("site"), name, body, monkeypatch)
    (article.parent / "second.txt").write_text("OSLO, March 4, 2021 (NTB) -- Brazil invited Chile to talks.\n")
    done = run(article, name, "syntax")
    assert done.exit_code == 0
    for document in ("article", "second"):
        assert f"error: {document}: extractor {name} failed ({message}" in done.stderr
    assert {m["document"] for m in mentions(article)} == {"article", "second"}


def test_a_sound_one_of_the_same_making_is_taken(
    article: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path_factory.mktemp("site"), "sound", GIVES.format(given=mention()), monkeypatch)
    done = run(article, "sound")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [m["extractor"] for m in mentions(article)] == ["sound"]
    assert isinstance(get("sound"), Extractor)
    assert (origin("sound"), origin("syntax")) == ("sound 1.0", "")


def test_named_twice_it_runs_once(article: Path) -> None:
    run(article, "syntax")
    once = mentions(article)
    run(article, "syntax", "syntax")
    assert mentions(article) == once


@pytest.mark.parametrize(
    ("name", "body", "calls_itself", "message"),
    [
        ("unloadable", "1 / 0", "", r"'unloadable' \(unloadable:Made\) cannot be loaded \(ZeroDivisionError"),
        ("mute", "pass", "", r"no extract\(document\); it is no extractor"),
        ("renamed", RAISES, "other", r"'renamed' \(renamed:Made\) calls itself 'other'"),
    ],
)
def test_one_that_cannot_be_made_is_refused_in_one_line(
    name: str, body: str, calls_itself: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path, name, body, monkeypatch, calls_itself)
    with pytest.raises(ConfigError, match=message):
        get(name)
