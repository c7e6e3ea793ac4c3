"""A full disk: one clear line, no half-written file, and the next run goes on; a limit of file sizes stands for it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from forked import FORKS, start

pytest.importorskip("resource", reason="limits are POSIX's")
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
pytestmark = FORKS


def run(*arguments: object, limit: int | None = None) -> tuple[int | None, list[str]]:
    """The exit code and the errors of kg in a process whose files may have so many bytes each."""
    with TemporaryDirectory() as folder:
        stderr = Path(folder) / "stderr"
        process = start(*arguments, stderr=stderr, limit=limit)
        process.join()
        lines = stderr.read_text(encoding="utf-8").splitlines()
    return process.exitcode, [line for line in lines if not line.startswith("notice: ")]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_one_line(done: tuple[int | None, list[str]], start: str) -> bool:
    code, errors = done
    return code == 2 and len(errors) == 1 and errors[0].startswith(f"error: {start}")


def test_a_build_that_runs_out_of_room_goes_on_where_there_is_some(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build = ("build", SEEDS, "-o", out, "--quiet", "--workers", 0)
    assert is_one_line(run(*build, limit=48_000), f"{out / 'state'}: no state can be kept here (")
    assert run(*build, "--format", "events,mentions") == (0, [])
    before = content(out)
    done = run(*build, "--format", "events,turtle", limit=150_000)
    assert is_one_line(done, f"{out / 'graph.ttl'}: cannot be written (File too large); check the folder")
    assert {name: data for name, data in content(out).items() if "state" not in name} == {
        name: data for name, data in before.items() if "state" not in name
    }
    assert run(*build) == (0, [])
    for name in ("events.jsonl", "mentions.jsonl", "graph.ttl", "graph.gexf"):
        assert (out / name).read_bytes() == (built / name).read_bytes(), name


@pytest.mark.parametrize("name", ["nq", "parquet-events", "nq-parts", "parquet-parts"])
def test_an_export_that_finds_no_room_leaves_what_was_there(built: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "there"
    assert run("export", "-i", built, "--format", name, "-o", file) == (0, [])
    before = content(tmp_path)
    done = run("export", "-i", built, "--format", name, "-o", file, limit=4000)
    assert is_one_line(done, f"{file}: cannot be written (File too large); check the folder")
    assert content(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
