"""Files are copied from only while they are as the last build by this code left them."""

import shutil
from pathlib import Path

import pytest

from kg.store import files, note, untouched

BASE = "https://example.org/"


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[Path]]:
    """A folder of state, and two files that are noted there."""
    state, paths = tmp_path / "state", [tmp_path / "a.ttl", tmp_path / "b.jsonl"]
    state.mkdir()
    for path in paths:
        path.write_text("one", encoding="utf-8")
    note(state, paths, BASE)
    return state, paths


def test_what_nobody_touched_is_known(written: tuple[Path, list[Path]]) -> None:
    state, paths = written
    assert untouched(state, paths, BASE)
    assert untouched(state, paths[:1], BASE)


def test_what_is_edited_replaced_or_gone_is_not(written: tuple[Path, list[Path]]) -> None:
    state, (one, other) = written
    copy = one.with_name("copy")
    shutil.copy2(one, copy)
    copy.replace(one)
    assert not untouched(state, [one], BASE)
    assert untouched(state, [other], BASE)
    other.write_text("two", encoding="utf-8")
    assert not untouched(state, [other], BASE)
    other.unlink()
    assert not untouched(state, [other], BASE)


def test_another_base_other_code_or_no_note_is_not(
    written: tuple[Path, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    state, paths = written
    assert not untouched(state, paths, "https://example.com/")
    monkeypatch.setattr(files, "writing", lambda: b"another version")
    assert not untouched(state, paths, BASE)
    monkeypatch.undo()
    (state / "written.json").write_text("{}", encoding="utf-8")
    assert not untouched(state, paths, BASE)
    assert not untouched(state / "none", paths, BASE)
