"""What builds remember: the same bytes as without memory, whatever is added, changed, removed or killed."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from forked import FORKS, start

import kg
from kg import shelf
from kg.commands import main
from kg.config import Config
from kg.engine import Extracted
from kg.errors import OutputError
from kg.export import DATA, write_all
from kg.merge.stories import stories
from kg.model import Document, EventMention, Phrase, Problem, Span, decode
from kg.store import Extract, Store, opened, recall, recall_stories
from kg.store.keys import content_key, fingerprint
from kg.store.ledger import FILE

ROOT = Path(__file__).resolve().parents[2]
FILES = ("events.jsonl", "mentions.jsonl", "graph.ttl", "graph.gexf", "graph.graphml")
PLACES = ("Oslo", "Lima", "Hanoi", "Cairo", "Quito", "Ankara", "Dublin", "Manila", "Nairobi", "Lisbon")
GUESTS = ("Angela Merkel", "Emmanuel Macron", "Narendra Modi", "Joe Biden", "Justin Trudeau")


def article(number: int, *, place: int | None = None) -> str:
    guest = GUESTS[number % len(GUESTS)]
    city = PLACES[(number // len(GUESTS) if place is None else place) % len(PLACES)]
    return f"{city.upper()}, {number % 27 + 1} March 2022 — {guest} arrived in {city} on Monday and met ministers.\n"


def write_articles(folder: Path, numbers: range) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")


def products(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def built(articles: Path, folder: Path, state: Path | None = None) -> dict[str, bytes]:
    write_all(kg.build(articles, Config(state=str(state) if state else None)), folder, Config().formats)
    return products(folder)


def ran(articles: Path, out: Path) -> dict[str, bytes]:
    """All files of `kg build` in every format, without its report."""
    formats = ",".join(DATA)
    done = CliRunner().invoke(main, ["build", str(articles), "-o", str(out), "--quiet", "--format", formats])
    assert done.exit_code == 0, done.output
    files = (path for path in out.iterdir() if path.is_file() and not path.name.startswith("."))
    return {path.name: path.read_bytes() for path in files if path.name != "report.json"}


def build_command(articles: Path, out: Path) -> list[str]:
    return [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "-o", str(out), "--quiet"]


def done(folder: Path) -> int:
    """How many documents a folder of state holds."""
    with opened(folder, pytest.fail) as store:
        return len(store.keys())


def mention(document: Document) -> EventMention:
    phrase = Phrase(start=0, end=1, text=document.text[:1])
    return EventMention(
        document=document.id, sentence=Span(start=0, end=1), trigger=phrase, type="meet", plover="CONSULT", cameo="040",
        action=document.text, actors=(), targets=(), place=None, date=None, status="happened", polarity="positive",
        attributed_to=None, confidence=0.5, extractor="test", rule="test",
    )  # fmt: skip


class Counting:
    """An extractor that counts what it reads."""

    def __init__(self, *, failing: frozenset[str] = frozenset()) -> None:
        self.read: list[str] = []
        self._failing = failing

    def __call__(self, documents: tuple[Document, ...], _: int) -> Iterator[Extracted]:
        for document in documents:
            self.read.append(document.id)
            problem = Problem(level="error", file=document.id, line=None, message="failed")
            yield Extracted(document, (mention(document),), (problem,) if document.id in self._failing else ())


def texts(*names: str) -> tuple[Document, ...]:
    return tuple(Document(id=name, text=f"text of {name}") for name in names)


def told(documents: tuple[Document, ...], folder: Path, extract: Extract) -> list[str]:
    with opened(folder, pytest.fail) as store:
        found = (decode(line, EventMention) for line in recall(documents, store, b"v1", extract))
        return sorted(f"{m.document}: {m.action}" for m in found)


def test_a_document_is_read_once(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    assert told(texts("a", "b"), tmp_path, first) == ["a: text of a", "b: text of b"]
    assert told(texts("b", "c"), tmp_path, second) == ["b: text of b", "c: text of c"]
    assert (first.read, second.read) == (["a", "b"], ["c"])
    assert done(tmp_path) == 2


def test_the_same_text_under_another_name_is_not_read_again(tmp_path: Path) -> None:
    told(texts("a"), tmp_path, Counting())
    again = Counting()
    renamed = tuple(msgspec.structs.replace(d, id="z") for d in texts("a"))
    assert told(renamed, tmp_path, again) == ["z: text of a"]
    assert again.read == []


def test_two_documents_of_one_text_are_both_told(tmp_path: Path) -> None:
    twins = (*texts("a"), Document(id="b", text="text of a"))
    assert told(twins, tmp_path, Counting()) == ["a: text of a", "b: text of a"]


def test_a_document_that_failed_is_tried_again(tmp_path: Path) -> None:
    told(texts("a", "b"), tmp_path, Counting(failing=frozenset({"b"})))
    again = Counting()
    told(texts("a", "b"), tmp_path, again)
    assert again.read == ["b"]


@pytest.mark.parametrize(
    "change", [{"text": "other"}, {"published": "2022-03-01"}, {"title": "A headline"}, {"outlet": "An agency"}]
)
def test_whatever_extraction_may_use_makes_another_key(change: dict[str, str]) -> None:
    document = texts("a")[0]
    fields = {**msgspec.to_builtins(document), **change}
    assert content_key(msgspec.convert(fields, Document), b"v1") != content_key(document, b"v1")
    assert content_key(document, b"v2") != content_key(document, b"v1")


def test_other_actors_of_the_user_make_another_fingerprint(tmp_path: Path) -> None:
    before = fingerprint(("syntax",), tmp_path)
    assert fingerprint(("syntax",), tmp_path) == before
    (tmp_path / "people.csv").write_text("id,name\n", encoding="utf-8")
    assert fingerprint(("syntax",), tmp_path) != before


def test_small_parts_are_put_together_and_none_is_lost(tmp_path: Path) -> None:
    names = [f"d{i}" for i in range(30)]
    for end in range(1, 31):
        told(texts(*names[:end]), tmp_path, Counting())
    assert len(list(tmp_path.glob("*.parquet"))) == 1
    again = Counting()
    assert len(told(texts(*names), tmp_path, again)) == 30
    assert again.read == []


@pytest.mark.parametrize("room", [shelf._ROOM, 0], ids=["in memory", "on disk"])
def test_a_command_that_remembers_writes_the_bytes_of_one_that_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(shelf, "_ROOM", room)
    monkeypatch.setattr("kg.graph.changed._MOST", 0)
    copied: list[Path] = []
    turtle = sys.modules["kg.rdf.turtle"]
    kept = turtle.kept
    monkeypatch.setattr(turtle, "kept", lambda path, *rest: copied.append(path) or kept(path, *rest))
    articles = tmp_path / "articles"
    write_articles(articles, range(8))
    ran(articles, tmp_path / "out")
    assert not copied
    write_articles(articles, range(8, 12))
    (articles / "003.txt").write_text(article(3, place=5), encoding="utf-8")
    (articles / "renamed.txt").write_text(article(6), encoding="utf-8")
    (articles / "005.txt").unlink()
    (articles / "006.txt").unlink()
    again = ran(articles, tmp_path / "out")
    assert copied == [tmp_path / "out" / "graph.ttl"]
    assert again == ran(articles, tmp_path / "full")


def test_adding_changing_and_removing_gives_the_bytes_of_a_full_build(tmp_path: Path) -> None:
    articles, state = tmp_path / "articles", tmp_path / "state"
    write_articles(articles, range(8))
    assert built(articles, tmp_path / "out", state) == built(articles, tmp_path / "full")
    write_articles(articles, range(8, 12))
    (articles / "003.txt").write_text(article(3, place=5), encoding="utf-8")
    (articles / "005.txt").unlink()
    assert built(articles, tmp_path / "out", state) == built(articles, tmp_path / "full")


def windows(folder: Path) -> dict[bytes, bytes]:
    with closing(sqlite3.connect(folder / FILE)) as ledger:
        return dict(ledger.execute("SELECT key, stories FROM story_window"))


def test_only_the_weeks_whose_articles_change_are_grouped_anew(tmp_path: Path) -> None:
    first, second = (Document(id=f"{day}", text=article(day), published=date(2022, 3, day)) for day in (2, 23))
    again = Document(id="3", text=article(3), published=date(2022, 3, 3))
    with opened(tmp_path, pytest.fail) as store:
        assert recall_stories([first, second], store) == stories([first, second])
        before = windows(tmp_path)
        assert recall_stories([first, second, again], store) == stories([first, second, again])
        after = windows(tmp_path)
    assert len(before) == len(after) == 2
    assert len(before.items() & after.items()) == 1


@FORKS
def test_a_build_that_is_killed_twenty_times_loses_no_finished_document(tmp_path: Path) -> None:
    articles, out, many = tmp_path / "articles", tmp_path / "out", 80
    write_articles(articles, range(many))
    built(articles, tmp_path / "first")  # loads the model
    began = time.monotonic()
    full = built(articles, tmp_path / "full")
    took = time.monotonic() - began
    rng = random.Random(20)
    seen, kills = 0, 0
    while kills < 20:
        process = start("build", articles, "-o", out, "--quiet", stderr=tmp_path / "stderr")
        process.join(timeout=rng.uniform(0.0, 1.5 * took))
        if process.is_alive():
            process.kill()
            process.join()
            kills += 1
        known = done(out / "state") if (out / "state").exists() else 0
        assert known >= seen, "a finished document was lost"
        seen = known
        for name in FILES:
            # Whole or not there at all: a product is renamed into place.
            assert not (out / name).exists() or (out / name).read_bytes() == full[name], name
        if seen == many:
            shutil.rmtree(out)
            seen = 0
    assert CliRunner().invoke(main, ["build", str(articles), "-o", str(out), "--quiet"]).exit_code == 0
    assert products(out) == full
    assert not list((out / "state").glob(".*.tmp"))


def test_a_second_process_is_told_who_has_the_state(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", range(1))
    out = tmp_path / "out"
    with opened(out / "state", pytest.fail):
        second = subprocess.run(build_command(tmp_path / "articles", out), capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert f"in use by process {os.getpid()}" in second.stderr
    assert "Traceback" not in second.stderr


@pytest.mark.parametrize("content", [b"not a database", b""], ids=["garbage", "empty"])
def test_a_broken_ledger_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    told(texts("a"), tmp_path, Counting())
    (tmp_path / FILE).write_bytes(content)
    problems: list[Problem] = []
    with opened(tmp_path, problems.append) as store:
        assert not store.keys()
    assert [p.level for p in problems] == (["notice"] if content else [])


def test_a_ledger_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    import sqlite3

    told(texts("a"), tmp_path, Counting())
    sql = sqlite3.connect(tmp_path / FILE)
    sql.execute("PRAGMA user_version = 99")
    sql.close()
    problems: list[Problem] = []
    with opened(tmp_path, problems.append) as store:
        assert not store.keys()
    assert "another version" in problems[0].message


def test_the_documents_of_a_lost_part_are_read_again(tmp_path: Path) -> None:
    told(texts("a", "b"), tmp_path, Counting())
    for part in tmp_path.glob("*.parquet"):
        part.unlink()
    again = Counting()
    assert told(texts("a", "b"), tmp_path, again) == ["a: text of a", "b: text of b"]
    assert again.read == ["a", "b"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="choose another"), opened(tmp_path / "file", pytest.fail):
        pass


def test_work_that_waits_is_committed_when_a_run_is_interrupted(tmp_path: Path) -> None:
    def interrupted(documents: tuple[Document, ...], _: int) -> Iterator[Extracted]:
        yield Extracted(documents[0], ())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        told(texts("a", "b"), tmp_path, interrupted)
    assert done(tmp_path) == 1


def test_commits_wait_for_work_and_not_for_the_end(tmp_path: Path) -> None:
    with opened(tmp_path, pytest.fail) as store:
        store.add(b"a", b"[]")
        time.sleep(0.3)
        store.add(b"b", b"[]")
        assert Store(tmp_path).keys() >= {b"a", b"b"}
