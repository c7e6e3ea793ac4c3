"""What it costs to add articles to a build that remembers what it read, beside building all of them anew.

usage: python bench/state.py [DOCUMENTS] [MORE]

Builds DOCUMENTS (10000) articles of bench/agency.py with a folder of state, adds MORE (100) and builds again, then
builds all of them without state. Each build is a process of its own, one worker, all default files; printed are
seconds of processor time and of each stage by the clock, the share that the second took of the first, and whether the
last two wrote the same bytes. The second pays in any case what a build of those MORE articles alone takes, which is
printed too.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import agency

import kg
from kg.config import DEFAULT_FORMATS
from kg.export import FORMATS
from kg.model import encode

_A_FILE = 100


def main() -> None:
    count, more = (int(a) for a in (sys.argv[1:] + ["10000", "100"][len(sys.argv) - 1 :]))
    documents = agency.documents(count + more)
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / "articles"
        _write(articles, islice(documents, count))
        first = _build(articles, Path(scratch) / "out")
        print(f"{count} articles, nothing known: {first:.1f} s ({_stages(Path(scratch) / 'out')})", flush=True)
        coming = list(documents)
        _write(Path(scratch) / "more", coming)
        alone = _build(Path(scratch) / "more", Path(scratch) / "alone")
        print(f"{more} others, nothing known: {alone:.1f} s ({_stages(Path(scratch) / 'alone')})", flush=True)
        _write(articles, coming)
        second = _build(articles, Path(scratch) / "out")
        print(f"{more} more: {second:.1f} s, {100 * second / first:.1f} % of that ({_stages(Path(scratch) / 'out')})")
        _build(articles, Path(scratch) / "all")
        print("the same bytes as from nothing:", _files(Path(scratch) / "out") == _files(Path(scratch) / "all"))


def _write(folder: Path, documents: Iterable[kg.Document]) -> None:
    folder.mkdir(exist_ok=True)
    for batch in _batches(documents):
        (folder / f"{batch[0].id}.jsonl").write_bytes(b"\n".join(encode(d) for d in batch))


def _batches(documents: Iterable[kg.Document]) -> Iterator[list[kg.Document]]:
    coming = iter(documents)
    while batch := list(islice(coming, _A_FILE)):
        yield batch


def _build(articles: Path, out: Path) -> float:
    """Seconds of processor time of `kg build`."""
    command = [
        sys.executable,
        str(Path(__file__).parent.parent / "cli.py"),
        "build",
        str(articles),
        "-o",
        str(out),
        "--quiet",
        "--workers",
        "0",
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _stages(out: Path) -> str:
    seconds = json.loads((out / "report.json").read_text())["seconds"]
    return ", ".join(f"{stage} {value:.1f}" for stage, value in seconds.items())


def _files(out: Path) -> dict[str, bytes]:
    return {name: (out / FORMATS[name].file).read_bytes() for name in DEFAULT_FORMATS}


if __name__ == "__main__":
    main()
