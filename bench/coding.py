"""Score the extractor on single sentences coded by hand: who did what kind of thing to whom.

usage: python bench/coding.py BENCH_DIR [--json] [--errors N]

Runs the default extractor over coding/tune.jsonl and prints, beside the published figures of PETRARCH2 on the same
sentences, the F1 of ordered pairs, of pairs with their type, of pairs with their quad class, and the recall of AGREE.
Most sentences have one labelled pair, so precision is a lower bound.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from kg.extract import get
from kg.model import Document, EventMention

PETRARCH2 = {"pair": 0.467, "pair+type": 0.293, "pair+quad": 0.352, "AGREE recall": 0.09}
"""On coding/tune.jsonl."""

TARGETS = {"pair": 0.66, "pair+type": 0.52, "pair+quad": 0.56, "AGREE recall": 0.50}


def score(bench: Path, *, errors: int = 0) -> dict[str, float]:
    """The figures of PETRARCH2's table for the default extractor; `errors` examples of each kind are printed."""
    gold = bench / "coding" / "tune.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        mentions, predicted = Path(folder) / "mentions.jsonl", Path(folder) / "predicted.jsonl"
        mentions.write_text("".join(map(_line, _mentions(gold))), encoding="utf-8")
        command = [sys.executable, bench / "coding" / "from_mentions.py", mentions, gold]
        predicted.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
        scorer = [sys.executable, bench / "coding" / "score_coding.py", gold, predicted]
        scorer += ["--countries", bench / "coding" / "countries.json", "--by", "plover"]
        if errors:
            subprocess.run([*scorer, "--errors", str(errors)], check=True)
        done = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True)
    return _figures(json.loads(done.stdout))


def _mentions(gold: Path) -> list[EventMention]:
    extractor = get("syntax")
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [mention for record in records for mention in extractor.extract(_document(record))]


def _document(record: dict[str, Any]) -> Document:
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    return Document(id=record["id"], text=record["text"], published=published)


def _line(mention: EventMention) -> str:
    sides = {
        side: [{"text": a.text, "label": a.label} for a in getattr(mention, side)] for side in ("actors", "targets")
    }
    row = {
        "document": mention.document,
        "type": mention.type,
        "plover": mention.plover,
        "cameo": mention.cameo,
        "polarity": mention.polarity,
        **sides,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _figures(report: dict[str, Any]) -> dict[str, float]:
    return report


def main() -> None:
    errors = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    figures = score(Path(sys.argv[1]), errors=errors)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
