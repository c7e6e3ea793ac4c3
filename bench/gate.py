"""The quality gate: no published figure may fall below its floor in tests/floors.json.

usage: python bench/gate.py SHARED_DIR    (the folder that holds bench/ and seeds/)
"""

import json
import sys
from pathlib import Path
from typing import Any

import events

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "floors.json"


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
        figures = events.score(bench, name)
        for path, floor in floors.items():
            value = figure(figures, path)
            fallen += value < floor
            print(f"{'ok  ' if value >= floor else 'LOW '} {name} {path} {value:.4f} (floor {floor})")
    if fallen:
        sys.exit(f"{fallen} figures are below their floors; mend the cause, do not lower the floor")


if __name__ == "__main__":
    main()
