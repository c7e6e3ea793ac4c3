"""Score a build against event gold: our events.jsonl of the texts, through the benchmark's own scorer.

usage: python bench/events.py BENCH_DIR {seeds,news_dev} [--show]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import kg
from kg.export import write_all

SETS = {"seeds": ("../seeds", "seeds_gold"), "news_dev": ("news_dev/articles.jsonl", "news_dev/gold")}


def score(bench: Path, name: str, *, show: bool = False) -> dict[str, Any]:
    """The scorer's figures, by mode (`strict`, `lenient`, `merge`); with `show` its list of errors is printed too."""
    texts, gold = (bench / part for part in SETS[name])
    with tempfile.TemporaryDirectory() as folder:
        graph = kg.build(texts, report=lambda problem: print(problem, file=sys.stderr))
        write_all(graph, Path(folder), ["events"])
        command = [sys.executable, str(bench / "score_events.py"), f"{folder}/events.jsonl", str(gold)]
        if show:
            subprocess.run([*command, "--show"], check=True)
        done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def main() -> None:
    bench, name, *rest = sys.argv[1:]
    figures = score(Path(bench), name, show="--show" in rest)
    for mode, values in figures.items():
        print(f"{name} {mode:8}", "  ".join(f"{key}={value}" for key, value in values.items()))


if __name__ == "__main__":
    main()
