"""Temporal expressions: our figures on the development sets, beside dateparser's own search and published taggers.

usage: python bench/dates.py [DATA] [--json] [--no-dateparser]     (default: ../shared/bench/time beside the checkout)

DATA holds score_time.py and *_dev.jsonl: TimeBank and AQUAINT as corrected by Reimers et al., EventStoryLine (DATE
only) and WikiWars. `value F1` is that of TempEval-3 task A; `interval F1` counts a DATE as right when both values
mean the same days. Peers were measured on the held-out counterpart of TimeBank and AQUAINT, TempEval-3 Platinum.
"""

import importlib.util
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from kg.dates import tag

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "time"
SETS = ("timebank_corrected", "aquaint_corrected", "esl", "wikiwars")
PLATINUM = {
    "HeidelTime": "78.1",
    "SUTime": "67.4",
    "Microsoft recognizers": "64.4",
    "spaCy + dateparser": "45",
    "dateparser search": "9 (35 tuned)",
}
"""Value F1 of other taggers on TempEval-3 Platinum."""

Document = dict[str, Any]
Expression = dict[str, Any]
Tagger = Callable[[str, date], list[Expression]]


class Figures(NamedTuple):
    """F1 in percent, and documents a second of processor time."""

    tagger: str
    data: str
    value: float
    relaxed: float
    strict: float
    date_value: float
    date_interval: float
    speed: float


def ours(text: str, published: date) -> list[Expression]:
    fields = ("start", "end", "text", "type", "value")
    return [{field: getattr(timex, field) for field in fields} for timex in tag(text, published)]


def dateparser_search(text: str, published: date) -> list[Expression]:
    """dateparser's finder; what it resolves to a whole day is a DATE of that day."""
    from dateparser.search import search_dates

    base = datetime.combine(published, datetime.min.time())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    return list(_placed(text, found))


def _placed(text: str, found: list[tuple[str, datetime]]) -> Iterator[Expression]:
    """The search gives words without offsets, in order."""
    at = 0
    for words, when in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield {"start": start, "end": at, "text": words, "type": "DATE", "value": when.date().isoformat()}


def measure(name: str, tagger: Tagger, data: Path, scorer: ModuleType) -> Figures:
    gold: dict[str, Document] = scorer.load(data)
    tagger("It began on 1 May 2020.", date(2020, 5, 2))  # tables and patterns are read once
    start = time.process_time()
    found = {key: {"timex": tagger(d["text"], date.fromisoformat(d["dct"][:10]))} for key, d in gold.items()}
    spent = time.process_time() - start
    all_types, dates = scorer.score(gold, found), scorer.score(gold, found, {"DATE"})
    value, relaxed, strict = (all_types[kind]["F1"] for kind in ("value", "relaxed", "strict"))
    dates_value, interval = (dates[kind]["F1"] for kind in ("value", "interval"))
    speed = round(len(gold) / spent, 1) if spent else 0.0
    return Figures(name, data.name.removesuffix("_dev.jsonl"), value, relaxed, strict, dates_value, interval, speed)


def _scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_time", data / "score_time.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{data}: no score_time.py there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def results(data: Path, taggers: dict[str, Tagger]) -> list[Figures]:
    scorer = _scorer(data)
    files = [data / f"{name}_dev.jsonl" for name in SETS]
    return [measure(name, taggers[name], file, scorer) for file in files if file.exists() for name in taggers]


def _print(found: list[Figures]) -> None:
    table = Table(title="Temporal expressions, development sets (F1 in %)", title_justify="left")
    for heading in ("set", "tagger", "value", "relaxed", "strict", "DATE value", "DATE interval", "docs / CPU s"):
        table.add_column(heading, justify="left" if heading in ("set", "tagger") else "right")
    for row in found:
        table.add_row(row.data, row.tagger, *(f"{figure:.1f}" for figure in row[2:]))
    peers = "; ".join(f"{name} {figure}" for name, figure in PLATINUM.items())
    console = Console(width=120)
    console.print(table)
    console.print(f"Value F1 published for TempEval-3 Platinum: {peers}.")


def main(arguments: list[str]) -> None:
    folder = next((Path(each) for each in arguments if not each.startswith("--")), DATA)
    if not (folder / "score_time.py").exists():
        raise SystemExit(f"{folder}: no score_time.py there; name the folder of the development sets")
    taggers: dict[str, Tagger] = {"kg": ours}
    if "--no-dateparser" not in arguments:
        taggers["dateparser search"] = dateparser_search
    found = results(folder, taggers)
    if "--json" in arguments:
        print(json.dumps([row._asdict() for row in found]))
    else:
        _print(found)


if __name__ == "__main__":
    main(sys.argv[1:])
