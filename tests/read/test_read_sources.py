import io
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from kg.read import read

DAY = date(2023, 5, 3)


def put_many(put, *names):
    for name in names:
        put(name, f"What {name} holds.")


def test_a_folder_is_read_whole_sorted_and_without_hidden_files(run, put):
    put_many(put, "in/b.txt", "in/a/z.md", "in/c/d/e.text", "in/.hidden.txt", "in/.git/x.txt")
    result = run("in", published=DAY)
    assert (result.ids, result.problems) == (["z", "b", "e"], [])


def test_order_and_repetition_of_inputs_change_nothing(run, put):
    put_many(put, "in/b.txt", "in/a.txt", "in/sub/a.txt", "c.txt", "in/e.dat")
    inputs = ["in", "c.txt", "in/a.txt", "./in/sub", "in/*.txt", str(Path("c.txt").absolute())]
    results = [
        run(*order, published=DAY) for order in itertools.permutations(inputs, 4) if "in" in order and "c.txt" in order
    ]
    assert all(result == results[0] for result in results)
    assert results[0].ids == ["c", "a", "b", "sub-a"]


def test_the_files_of_a_build_are_no_articles(run, put):
    put_many(put, "in/a.txt", "in/out/report.json", "in/out/events.jsonl", "in/out/x.txt", "in/mine/report.json")
    result = run("in", published=DAY)
    assert result.ids == ["a"]
    assert "notice: in/out: left out, since it holds the files of a build, not articles" in result.problems


def test_patterns(run, put):
    put_many(put, "in/b.txt", "in/a.txt", "in/c/d.txt", "x[1].txt")
    assert run("in/*.txt", published=DAY).ids == ["a", "b"]
    assert run("in/**/*.txt", published=DAY).ids == ["a", "b", "d"]
    assert run("in/*", published=DAY).ids == ["a", "b", "d"]
    assert run("x[1].txt", published=DAY).ids == ["x[1]"]


def test_inputs_that_are_not_there(run, put):
    put_many(put, "a.txt")
    result = run("nowhere", "no*.txt", "", "a.txt", published=DAY)
    assert result.ids == ["a"]
    assert result.problems == [
        "error: : there is no such file or folder; check the spelling",
        "error: no*.txt: no file matches this pattern; check its spelling",
        "error: nowhere: there is no such file or folder; check the spelling",
    ]


def test_unknown_endings_are_told_once_an_ending(run, put):
    put_many(put, "in/a.log", "in/b.LOG", "in/c/d.log", "in/Makefile", "in/e.txt")
    result = run("in", published=DAY)
    assert result.ids == ["e"]
    assert result.problems == [
        "notice: in/Makefile: 1 file without an ending left out, this is the first; to read one, name it",
        "notice: in/a.log: 3 files ending in .log left out, this is the first; to read one, name it",
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Plain words.", "plain text"),
        ('{"text": "Plain words."}', "JSON Lines"),
        ("<p>Plain words.</p>", "HTML"),
    ],
)
def test_a_named_file_is_read_whatever_its_ending(run, put, content, kind):
    put("in/a.log", content)
    result = run("in/a.log", "in", published=DAY)
    assert result.only.text == "Plain words."
    assert result.problems == [f"notice: in/a.log: its ending is none that kg knows, so it is read as {kind}"]


def test_links(run, put, tmp_path):
    put_many(put, "in/z/a.txt", "out/b.txt")
    (tmp_path / "in/again").symlink_to(tmp_path / "in/z")
    (tmp_path / "in/z/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/outside").symlink_to(tmp_path / "out")
    (tmp_path / "in/copy.txt").symlink_to("z/a.txt")
    (tmp_path / "in/broken.txt").symlink_to("gone.txt")
    (tmp_path / "in/itself.txt").symlink_to("itself.txt")
    result = run("in", published=DAY)
    assert result.ids == ["copy", "b"]
    assert result.problems == [
        "error: in/broken.txt: a link that leads to no file; mend or remove it",
        "error: in/itself.txt: a link that leads to no file; mend or remove it",
        "notice: in/again: a link to a folder that is read already; it is not followed again",
        "notice: in/z/up: a link to a folder that is read already; it is not followed again",
    ]


@contextmanager
def rights_of_nobody() -> Iterator[None]:
    """Lay down the rights of root, for whom every file is readable."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_unreadable(run, monkeypatch):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "shut").mkdir()
        for path in (folder / "a.txt", folder / "b.txt", folder / "shut/c.txt"):
            path.write_text(f"What {path.name} holds.")
        (folder / "a.txt").chmod(0)
        (folder / "shut").chmod(0)
        monkeypatch.chdir(folder)
        with rights_of_nobody():
            result = run(".", published=DAY)
        (folder / "shut").chmod(0o755)
    assert result.ids == ["b"]
    assert result.problems == [
        "error: shut: cannot be opened (Permission denied); check its permissions",
        "error: a.txt: cannot be read (Permission denied); check the file and its permissions",
    ]


def test_pipes_in_folders_are_left_out(run, put, tmp_path):
    put_many(put, "in/a.txt")
    os.mkfifo(tmp_path / "in/pipe.txt")
    result = run("in", published=DAY)
    assert result.ids == ["a"]
    assert result.problems == ["notice: in/pipe.txt: neither a file nor a folder (a pipe or a device); left out"]


def test_file_names_that_are_no_unicode(run, tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("Plain words.")
    result = run(".")
    assert result.ids == ["caf�"]
    assert result.problems[0].startswith("warning: caf�.txt: no publication date found")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Plain words.", [("stdin", "Plain words.")]),
        (b'\n {"text": "One."}\n{"id": "x", "text": "Two."}', [("stdin-2", "One."), ("x", "Two.")]),
        (b'[ {"text": "One."}, {"id": "x", "text": "Two."}]', [("stdin-1", "One."), ("x", "Two.")]),
        (b'\xef\xbb\xbfid,"Text"\nx,"One, and more."\n', [("x", "One, and more.")]),
        (b"outlet;text;id\r\nThe Gulf;Two.;y\r\n", [("y", "Two.")]),
        (b"Text, maps and data\nA table follows.", [("stdin", "Text, maps and data\nA table follows.")]),
        (b"[Peru] signed, sealed.", [("stdin", "[Peru] signed, sealed.")]),
        (b"\xef\xbb\xbf<html><body><p>Plain words.</p></body></html>", [("stdin", "Plain words.")]),
        (b"", []),
    ],
)
def test_standard_input(run, put, monkeypatch, data, expected):
    put("a.txt", "First.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    result = run("-", "a.txt", published=DAY)
    assert [(d.id, d.text) for d in result.documents] == [("a", "First."), *expected]
    empty = "warning: standard input: no text in it, so nothing was read; fill it or remove it"
    assert result.problems == ([] if expected else [empty])
    assert not sys.stdin.closed


def test_reading_is_lazy(put, tmp_path):
    put("a.txt", "First.")
    later = put("b.txt", "Second.")
    documents = read([str(tmp_path)], published=DAY, report=lambda problem: None)
    assert next(documents).id == "a"
    later.write_text("Changed meanwhile.")
    assert next(documents).text == "Changed meanwhile."
