"""What one machine does with many articles, and what the news of the world would take by these figures.

usage: kg bench scale [--articles N] [--memory N,N…]     (or python bench/scale.py with the same)

Builds N (2000) articles of bench/agency.py from nothing by each engine: in this process, in one worker process and in
two, on Spark with two cores where it is installed. Of each: seconds by the clock and of processors (of all processes,
looked at four times a second), words a second of processors beside spaCy's bare pipeline on a part of the same
text in the same run, the largest sum of memory, and the start of the SHA-256 of events.jsonl and of the sorted N-Quads,
which must be alike. Then what two workers gain over one while articles are read, what Spark takes beyond processes, and
the processor hours of a day of GDELT and of Common Crawl's news. What starting takes is found by a build of a tenth of
the articles and left out of these hours.

With --memory builds of so many articles of three sentences, read by bench/pairs_listed.py instead of kg's extractor,
which would take hours: megabytes at the peak by the end of each stage, and bytes that an article more takes.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import sha256
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import agency
import speed

from kg.actors import tables
from kg.model import Document, encode

ROOT = Path(__file__).resolve().parents[1]
ONE, TWO, SPARK = "one worker", "two workers", "Spark, local[2]"
ENGINES = {
    "in one process": ("--engine", "local"),
    ONE: ("--engine", "processes", "--workers", "1"),
    TWO: ("--engine", "processes", "--workers", "2"),
    SPARK: ("--engine", "spark", "--master", "local[2]"),
}
WORDS = 440
"""Words of an article of the news, assumed."""
NEWS = {"a day of GDELT": 586_000, "the CC-NEWS backfill": 1_350_000_000}
"""Articles, as GDELT and Common Crawl give them."""
_BARE = 100
"""Articles that bare spaCy reads."""
_FEW = 1000
"""Articles below which figures are rough."""
_LOOK = 0.25
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Run(NamedTuple):
    """A build: seconds by the clock and of processors, bytes at the peak, of it and all that it started; its report."""

    wall: float
    cpu: float
    memory: int
    report: dict[str, Any]

    @property
    def speed(self) -> float:
        """Words a second of processors."""
        return float(self.report["words"] / self.cpu)


def main(arguments: Sequence[str]) -> None:
    given = dict(zip(arguments[::2], arguments[1::2], strict=True))
    if unknown := given.keys() - {"--articles", "--memory"}:
        sys.exit(f"{', '.join(sorted(unknown))}: not known\n\n{__doc__}")
    with tempfile.TemporaryDirectory() as scratch:
        if count := int(given.get("--articles", 2000)):
            _engines(Path(scratch), count)
        if counts := [int(number) for number in given.get("--memory", "").split(",") if number]:
            _memory(Path(scratch), counts)


def _engines(folder: Path, count: int) -> None:
    if count < _FEW:
        print(f"{count} articles are few: starting weighs so much that the figures are rough; take {_FEW} or more")
    articles, out = folder / "articles.jsonl", folder / "out"
    _write(articles, islice(agency.documents(count), count))
    bare = _bare_speed(min(count, _BARE))
    print(f"{count} articles; spaCy's bare pipeline: {bare:,.0f} words/CPU s", flush=True)
    runs: dict[str, Run] = {}
    for name, options in ENGINES.items():
        if name == SPARK and not find_spec("pyspark"):
            print(f"{name:16} not installed here")
            continue
        run = runs[name] = _build(articles, out, options)
        print(
            f"{name:16}{run.wall:8.1f} s{run.cpu:8.1f} CPU s{run.speed:9,.0f} words/CPU s"
            f"{run.speed / bare:6.2f} x spaCy{run.memory / 2**20:8,.0f} MB  events {_events(out)}  quads {_quads(out)}",
            flush=True,
        )
    _write(articles, islice(agency.documents(count), max(1, count // 10)))
    few = {name: _build(articles, out, ENGINES[name]) for name in (TWO, SPARK) if name in runs}
    _compare(runs, {name: _further(runs[name], less) for name, less in few.items()})


def _further(run: Run, less: Run) -> float:
    """Words a second of processors once all is started and loaded, from a build of a tenth of the articles."""
    return float((run.report["words"] - less.report["words"]) / max(run.cpu - less.cpu, 1 / _TICK))


def _compare(runs: dict[str, Run], further: dict[str, float]) -> None:
    read = {name: run.report["seconds"]["extract"] for name, run in runs.items()}
    print(f"reading: one worker {read[ONE]:.1f} s, two {read[TWO]:.1f} s: {read[ONE] / read[TWO]:.2f} times as fast")
    for name, words in further.items():
        print(f"{name}, started and loaded: {words:,.0f} words/CPU s")
    if SPARK in runs:
        whole, after = runs[SPARK].cpu / runs[TWO].cpu, further[TWO] / further[SPARK]
        print(f"Spark: {whole:.2f} times the CPU of two workers, {after:.2f} times once both are started")
    _costs(further[TWO])


def _costs(words: float) -> None:
    """At the speed of a whole build by two workers, from articles to files, once they are started."""
    print(f"core-hours: articles x {WORDS} words / {words:,.0f} words/CPU s / 3600, as of {TWO} once they are started")
    for name, articles in NEWS.items():
        hours = articles * WORDS / words / 3600
        print(f"{name}: {articles:,} articles of {WORDS} words (assumed): {hours:,.0f} core-hours")


def _memory(folder: Path, counts: Sequence[int]) -> None:
    _install(folder / "site")
    before: tuple[int, dict[str, int]] | None = None
    for count in counts:
        _write(folder / "short.jsonl", _short(count))
        options = ("--engine", "local", "--extractor", "pairs-listed")
        run = _build(folder / "short.jsonl", folder / "short", options, folder / "site")
        peaks = run.report["peaks"]
        more = f"{count:>9} articles  " + "  ".join(f"{stage} {peak:,} MB" for stage, peak in peaks.items())
        if before:
            each = {s: (peak - before[1][s]) * 2**20 / (count - before[0]) for s, peak in peaks.items()}
            more += "; an article: " + ", ".join(f"{stage} {size:,.0f} B" for stage, size in each.items())
        print(f"{more}  ({run.report['mentions']} mentions)", flush=True)
        before = count, peaks


def _short(count: int) -> Iterator[Document]:
    """Articles of three sentences, over 2,000 days."""
    chance, rows = random.Random(1), tables.load()
    countries, people = [row.name for row in rows.countries if row.end is None], [row.name for row in rows.people]
    for index in range(count):
        named = chance.sample(countries, 3), chance.sample(people, 2)
        text = " ".join(agency.sentence(chance, *named) for _ in range(3))
        yield Document(id=f"short-{index}", text=text, published=agency.START + timedelta(days=index % 2000))


def _install(site: Path) -> None:
    """Make pairs_listed an extractor of a package, as pip would."""
    package = site / "pairs_listed-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: pairs-listed\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text("[kg.extractors]\npairs-listed = pairs_listed:PairsListed\n")
    (site / "pairs_listed.py").write_text((ROOT / "bench" / "pairs_listed.py").read_text())


def _write(path: Path, documents: Iterator[Document]) -> None:
    with path.open("wb") as file:
        file.writelines(encode(document) + b"\n" for document in documents)


def _bare_speed(count: int) -> float:
    texts = [document.text for document in islice(agency.documents(count), count)]
    model = speed.bare()
    list(model.pipe(texts[:5]))
    began = time.process_time()
    list(model.pipe(texts))
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def _build(articles: Path, out: Path, options: Sequence[str], site: Path = ROOT) -> Run:
    """One build from nothing; all its processes are of one session."""
    subprocess.run(["rm", "-rf", out], check=True)
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "-o", str(out), "--quiet", *options]
    command += ["--format", "events,mentions,nq"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(site)])}
    began = time.monotonic()
    seconds: dict[int, float] = {}
    peak = 0
    with subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as build:
        while build.poll() is None:
            seen = list(_processes(build.pid))
            seconds.update((pid, cpu) for pid, cpu, _ in seen)
            peak = max(peak, sum(memory for *_, memory in seen))
            time.sleep(_LOOK)
    if build.returncode:
        sys.exit(f"{' '.join(command)}: exit code {build.returncode}")
    report = json.loads((out / "report.json").read_text())
    return Run(time.monotonic() - began, sum(seconds.values()), peak, report)


def _processes(session: int) -> Iterator[tuple[int, float, int]]:
    """Id, seconds of processor and bytes in memory of each process of a session (Linux: /proc/PID/stat)."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            yield int(path.parent.name), (int(fields[11]) + int(fields[12])) / _TICK, int(fields[21]) * _PAGE


def _events(out: Path) -> str:
    return sha256((out / "events.jsonl").read_bytes()).hexdigest()[:16]


def _quads(out: Path) -> str:
    return sha256(b"".join(sorted((out / "graph.nq").read_bytes().splitlines(keepends=True)))).hexdigest()[:16]


if __name__ == "__main__":
    main(sys.argv[1:])
