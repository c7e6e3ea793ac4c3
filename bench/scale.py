"""What one machine does with many articles: each engine beside the others, and memory against the number of articles.

usage: python bench/scale.py [ARTICLES] [MORE…]

Builds ARTICLES (2000) articles of bench/agency.py by each engine: in this process, in one process and in two, on Spark
with two cores where it is installed. Printed are seconds of wall time and of processor time (of all processes of the
build, looked at four times a second), the largest sum of their memory, and whether the files are the same. Then the
same for MORE articles (none), read in two processes: what memory does when articles get more.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import agency

from kg.model import encode

ROOT = Path(__file__).resolve().parents[1]
ENGINES = {
    "in one process": ("--engine", "local"),
    "one worker": ("--engine", "processes", "--workers", "1"),
    "two workers": ("--engine", "processes", "--workers", "2"),
    "Spark, local[2]": ("--engine", "spark", "--master", "local[2]"),
}
FILES = ("events.jsonl", "mentions.jsonl", "graph.nq")
_LOOK = 0.25
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Cost(NamedTuple):
    """Seconds by the clock and of processors, and bytes at the peak, of a command and all that it started."""

    wall: float
    cpu: float
    memory: int


def main() -> None:
    count, *more = [int(a) for a in sys.argv[1:]] or [2000]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write(folder / "articles.jsonl", count)
        first = b""
        for name, options in ENGINES.items():
            if "spark" in options and not find_spec("pyspark"):
                print(f"{name:20} not installed here")
                continue
            cost = _build(folder / "articles.jsonl", folder / "out", options)
            same = _digest(folder / "out")
            first = first or same
            print(f"{name:20} {_line(cost)}  {'same files' if same == first else 'OTHER FILES'}", flush=True)
        for number in more:
            _write(folder / "articles.jsonl", number)
            cost = _build(folder / "articles.jsonl", folder / "out", ENGINES["two workers"])
            print(f"{number:>7} articles     {_line(cost)}", flush=True)


def _line(cost: Cost) -> str:
    return f"{cost.wall:8.1f} s {cost.cpu:8.1f} s of processors {cost.memory / 2**20:8,.0f} MB"


def _write(path: Path, count: int) -> None:
    with path.open("wb") as file:
        file.writelines(encode(document) + b"\n" for document in islice(agency.documents(count), count))


def _build(articles: Path, out: Path, options: Sequence[str]) -> Cost:
    """One build from nothing; all its processes are of one session."""
    subprocess.run(["rm", "-rf", out], check=True)
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "-o", str(out), "--quiet", *options]
    command += ["--format", "events,mentions,nq"]
    began = time.monotonic()
    seconds: dict[int, float] = {}
    peak = 0
    with subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        while build.poll() is None:
            seen = list(_processes(build.pid))
            seconds.update((pid, cpu) for pid, cpu, _ in seen)
            peak = max(peak, sum(memory for *_, memory in seen))
            time.sleep(_LOOK)
    if build.returncode:
        sys.exit(f"{' '.join(command)}: exit code {build.returncode}")
    return Cost(time.monotonic() - began, sum(seconds.values()), peak)


def _processes(session: int) -> Iterator[tuple[int, float, int]]:
    """Id, seconds of processor and bytes in memory of each process of a session (Linux: /proc/PID/stat)."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            yield int(path.parent.name), (int(fields[11]) + int(fields[12])) / _TICK, int(fields[21]) * _PAGE


def _digest(out: Path) -> bytes:
    digest = blake2b()
    for name in FILES:
        digest.update((out / name).read_bytes())
    return digest.digest()


if __name__ == "__main__":
    main()
