"""Print how well reports of one event are joined, and how that grows.

usage: python bench/merge.py BENCH_DIR [ecb] [events] [timelines] [trips] [growth [N…]]

  ecb        ECB+ dev, gold mentions (`ecb train` for the part to tune on): CoNLL F1, precision and recall of links
  events     seeds and news_dev: cross-document pairs, as extracted from the text
  timelines  SemEval-2015 task 4, development set, track B (marked events): micro F1
  trips      dated trips of leaders, each told by six reports of several kinds: precision and recall of pairs of reports
  growth     generated news of 10,000, 100,000 and 1,000,000 mentions (or N): time, memory, precision and recall
All parts are printed where none is named.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import ecb
import events
import timelines
import trips


def print_ecb(bench: Path, options: Sequence[str]) -> None:
    for part in options or ["dev"]:
        for row in ecb.results(bench / "merge", part):
            print(
                f"ECB+ {part} {row.name:26} CoNLL {100 * row.conll:.1f}  links P {row.precision:.3f} R {row.recall:.3f}"
            )


def print_events(bench: Path, options: Sequence[str]) -> None:
    for name in options or events.SETS:
        found = events.score(bench, name)["merge"]
        print(
            f"{name}: {found['joined']} of {found['both_found']} pairs found in both texts are joined "
            f"({found['gold_pairs']} in the gold), precision {found['precision']}"
        )


def print_timelines(bench: Path, options: Sequence[str]) -> None:
    print(f"timelines: {timelines.result(bench / 'merge')}")


def print_trips(bench: Path, options: Sequence[str]) -> None:
    found = trips.result(bench / "facts" / "leader_trips_dev.jsonl")
    print(
        f"trips: {found.trips} trips in {found.reports} reports, pairs of reports "
        f"P {found.precision:.3f} R {found.recall:.3f}"
    )


def print_growth(bench: Path, options: Sequence[str]) -> None:
    """Each size in a process of its own, so that its peak of memory is its own."""
    for size in options or ["10000", "100000", "1000000"]:
        command = [sys.executable, str(Path(__file__).with_name("growth.py")), size]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures = json.loads(done.stdout)
        print("growth:", "  ".join(f"{name} {value}" for name, value in figures.items()), flush=True)


PARTS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    "ecb": print_ecb,
    "events": print_events,
    "timelines": print_timelines,
    "trips": print_trips,
    "growth": print_growth,
}


def main() -> None:
    bench, *words = sys.argv[1:]
    chosen: dict[str, list[str]] = {}
    for word in words:
        if word in PARTS:
            chosen[word] = []
        elif chosen:
            chosen[list(chosen)[-1]].append(word)
        else:
            sys.exit(f"{word}: no part of this bench; they are {', '.join(PARTS)}")
    for name, options in (chosen or {name: [] for name in PARTS}).items():
        PARTS[name](Path(bench), options)


if __name__ == "__main__":
    main()
