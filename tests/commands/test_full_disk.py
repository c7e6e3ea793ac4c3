"""A full disk: one clear line, no half-written file, and the next run goes on; a limit of file sizes stands for it."""

import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="limits are POSIX's")
ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"


def run(*arguments: object, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """kg in a process whose files may have so many bytes each."""
    command = [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)]
    if limit:
        within = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        within += "sys.argv[:] = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
        command[1:1] = ["-c", within]
    return subprocess.run(command, capture_output=True, text=True)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_one_line(done: subprocess.CompletedProcess[str], start: str) -> bool:
    errors = [line for line in done.stderr.splitlines() if not line.startswith("notice: ")]
    return done.returncode == 2 and len(errors) == 1 and errors[0].startswith(f"error: {start}")


def test_a_build_that_runs_out_of_room_goes_on_where_there_is_some(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build = ("build", SEEDS, "-o", out, "--quiet", "--workers", 0)
    assert is_one_line(run(*build, limit=48_000), f"{out / 'state'}: no state can be kept here (")
    assert run(*build, "--format", "events,mentions").returncode == 0
    before = content(out)
    done = run(*build, "--format", "events,turtle", limit=150_000)
    assert is_one_line(done, f"{out / 'graph.ttl'}: cannot be written (File too large); check the folder")
    assert {name: data for name, data in content(out).items() if "state" not in name} == {
        name: data for name, data in before.items() if "state" not in name
    }
    assert run(*build).returncode == 0
    for name in ("events.jsonl", "mentions.jsonl", "graph.ttl", "graph.gexf"):
        assert (out / name).read_bytes() == (built / name).read_bytes(), name


@pytest.mark.parametrize("name", ["nq", "parquet-events", "nq-parts", "parquet-parts"])
def test_an_export_that_finds_no_room_leaves_what_was_there(built: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "there"
    assert run("export", "-i", built, "--format", name, "-o", file).returncode == 0
    before = content(tmp_path)
    done = run("export", "-i", built, "--format", name, "-o", file, limit=4000)
    assert is_one_line(done, f"{file}: cannot be written (File too large); check the folder")
    assert content(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
