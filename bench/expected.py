"""Score the build of seeds/ against the timeline that a careful reader expects of it.

usage: python bench/expected.py [--show]

An event is found where type, one actor, one target and (where both have one) the days agree. Required events that are
found give the recall; events of the build that fit any expected one give the precision.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import kg
from kg.actors.fold import plain as fold
from kg.dates import from_edtf
from kg.model import SYMMETRIC, Event

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
Expected = dict[str, Any]


class Score(NamedTuple):
    """Shares from 0 to 1, and what was missed or fits nothing."""

    recall: float
    precision: float
    missed: list[Expected]
    extra: list[Event]

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        return 2 * self.recall * self.precision / ((self.recall + self.precision) or 1)


def score(graph: kg.Graph) -> Score:
    """How well a build of seeds/ tells the expected timeline; each event fits one expected event at most."""
    lines = (SEEDS / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [json.loads(line) for line in lines if line.strip()]
    free = dict(enumerate(expected))
    extra = []
    for event in graph.events:
        fitting = [i for i, gold in free.items() if fits(gold, event)]
        if fitting:
            free.pop(min(fitting, key=lambda i: (free[i]["type"] != event.type, not free[i]["required"], i)))
        else:
            extra.append(event)
    required = [gold for gold in expected if gold["required"]]
    missed = [gold for gold in free.values() if gold["required"]]
    return Score(1 - len(missed) / len(required), 1 - len(extra) / len(graph.events), missed, extra)


def fits(gold: Expected, event: Event) -> bool:
    """Whether an event of a build is the expected one."""
    if event.type not in (gold["type"], *gold["also_ok"]):
        return False
    actors, targets = ({fold(a["name"]) for a in gold[side]} for side in ("actors", "targets"))
    found_actors, found_targets = ({fold(a.label) for a in side} for side in (event.actors, event.targets))
    if gold["type"] in SYMMETRIC and event.type in SYMMETRIC:
        return len((actors | targets) & (found_actors | found_targets)) > 1 and _same_days(gold, event)
    place = {fold(event.place.label)} if event.place else set()
    whom = not targets or bool(targets & (found_targets | found_actors | place)) or fold(gold["place"] or "") in place
    return bool(not actors or actors & (found_actors | found_targets)) and whom and _same_days(gold, event)


def _same_days(gold: Expected, event: Event) -> bool:
    if event.date is None or not gold["date"] or gold["date"] == "..":
        return True
    wanted = from_edtf(gold["date"])
    first, last = (
        max(wanted.earliest or date.min, event.date.earliest or date.min),
        min(wanted.latest or date.max, event.date.latest or date.max),
    )
    return (first - last).days <= 1


def main() -> None:
    found = score(kg.build(SEEDS))
    if "--show" in sys.argv:
        for gold in found.missed:
            who, whom = ([a["name"] for a in gold[side]] for side in ("actors", "targets"))
            print("MISSED", gold["type"], who, whom, gold["date"], gold["evidence"])
        for event in found.extra:
            quote = " ".join(event.mentions[0].quote.split())
            who, whom = ([a.label for a in side] for side in (event.actors, event.targets))
            print("EXTRA ", event.type, who, whom, event.date and event.date.edtf, event.status, "|", quote)
    print(f"seeds expected  recall={found.recall:.3f}  precision={found.precision:.3f}  f1={found.f1:.3f}")


if __name__ == "__main__":
    main()
