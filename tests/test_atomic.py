import os
import stat

import pytest

from kg import atomic
from kg.errors import OutputError


def test_text_is_utf8_with_plain_line_ends(tmp_path):
    path = tmp_path / "a.txt"
    with atomic.open_text(path) as out:
        out.write("å\nb\r\n")
    assert path.read_bytes() == "å\nb\r\n".encode()


def test_bytes_are_written_as_they_are(tmp_path):
    path = tmp_path / "a.bin"
    with atomic.open_binary(path) as out:
        out.write(b"\x00\xff")
    assert path.read_bytes() == b"\x00\xff"


def test_the_old_file_stands_until_the_block_ends(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with atomic.open_text(path) as out:
        out.write("new")
        out.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with path.open() as reader:
        with atomic.open_text(path) as out:
            out.write("new")
        assert reader.read() == "old"


@pytest.mark.parametrize("opened", [atomic.open_text, atomic.open_binary])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path, opened):
    path = tmp_path / "a.txt"
    path.write_text("old")
    half = "x" if opened is atomic.open_text else b"x"
    with pytest.raises(TypeError), opened(path) as out:
        out.writelines([half, None])
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.txt", "old")]


def test_an_interrupted_first_write_leaves_no_file(tmp_path):
    with pytest.raises(KeyboardInterrupt), atomic.open_text(tmp_path / "a.txt"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_one_clear_line(tmp_path):
    path = tmp_path / "none" / "a.txt"
    with (
        pytest.raises(OutputError, match=r"none.a\.txt: cannot be written \(No such file") as raised,
        atomic.open_text(path),
    ):
        pass
    assert "\n" not in str(raised.value)


def test_a_folder_in_the_way_is_one_clear_line(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OutputError, match="cannot be written"), atomic.open_text(tmp_path / "a.txt") as out:
        out.write("x")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_permissions_are_those_of_any_new_file(tmp_path):
    (tmp_path / "plain").write_text("")
    with atomic.open_text(tmp_path / "ours"):
        pass
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_name_as_long_as_the_system_allows(tmp_path):
    path = tmp_path / ("a" * 255)
    with atomic.open_text(path) as out:
        out.write("x")
    assert path.read_text() == "x"


def _fill(folder, names):
    with atomic.open_folder(folder) as made:
        for name in names:
            with atomic.open_new(made / name) as out:
                out.write(name.encode())


def test_a_folder_is_there_whole_and_replaces_the_one_before(tmp_path):
    for names in (["a", "b"], ["c"]):
        _fill(tmp_path / "out", names)
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([atomic.DONE, *names])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_error_leaves_the_old_folder_and_nothing_else(tmp_path):
    _fill(tmp_path / "out", ["a"])
    with pytest.raises(TypeError), atomic.open_folder(tmp_path / "out") as made:
        (made / "b").write_bytes(None)
    with pytest.raises(OutputError, match=r"out: cannot be written \(File exists"):
        _fill(tmp_path / "out", ["b", "b"])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "a").read_bytes() == b"a"


def test_a_file_in_the_way_of_a_folder_is_one_clear_line(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="out: cannot be written"):
        _fill(tmp_path / "out", ["a"])
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "mine")]


def test_only_what_was_made_here_is_removed(tmp_path):
    _fill(tmp_path / "ours", ["a"])
    (tmp_path / "theirs").mkdir()
    (tmp_path / "file").touch()
    for name in ("ours", "theirs", "file", "none"):
        atomic.remove(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["theirs"]
