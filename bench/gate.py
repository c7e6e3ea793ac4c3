"""The quality gate: no published figure may fall below its floor in tests/floors.json.

usage: python bench/gate.py SHARED_DIR    (the folder that holds bench/ and seeds/)
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import actor_resolution
import dates
import events
import expected

import kg

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "floors.json"


def _events(name: str) -> Callable[[Path], dict[str, Any]]:
    return lambda bench: events.score(bench, name)


def _dates(bench: Path) -> dict[str, Any]:
    return {row.data: row._asdict() for row in dates.results(bench / "time", {"kg": dates.ours})}


def _actors(bench: Path) -> dict[str, Any]:
    return {"right": actor_resolution.measure(bench / "coding" / "actor_resolution.jsonl").share}


def _own(bench: Path) -> dict[str, Any]:
    found = expected.score(kg.build(expected.SEEDS))
    return {"recall": found.recall, "precision": found.precision}


MEASURES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "seeds": _events("seeds"),
    "news_dev": _events("news_dev"),
    "own seeds": _own,
    "dates": _dates,
    "actor resolution": _actors,
}


def figure(figures: dict[str, Any], path: str) -> float:
    """A figure by its dotted path, e.g. `strict.f1`."""
    value: Any = figures
    for part in path.split("."):
        value = value[part]
    return float(value)


def main() -> None:
    bench = Path(sys.argv[1]) / "bench"
    fallen = 0
    for name, floors in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        figures = MEASURES[name](bench)
        for path, floor in floors.items():
            value = figure(figures, path)
            fallen += value < floor
            print(f"{'ok  ' if value >= floor else 'LOW '} {name} {path} {value:.4f} (floor {floor})", flush=True)
    if fallen:
        sys.exit(f"{fallen} figures are below their floors; mend the cause, do not lower the floor")


if __name__ == "__main__":
    main()
