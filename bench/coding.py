"""Score the extractor on single sentences coded by hand: who did what kind of thing to whom.

usage: python bench/coding.py BENCH_DIR [--json] [--errors N]

Runs the default extractor over coding/tune.jsonl and coding/petr_lotr.jsonl (fictional lands and actors) and
prints the F1 of ordered pairs, of pairs with their type, of pairs with their quad class, and the recall of AGREE beside
published figures. Most sentences of tune.jsonl have one labelled pair, so precision is a lower bound there.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kg.actors import Gazetteer, tables
from kg.actors.fold import slug
from kg.extract import Extractor, get
from kg.model import ActorMention, Document

PEERS = {
    "tune": {"pair": 0.467, "pair+type": 0.293, "pair+quad": 0.352, "AGREE recall": 0.09},
    "petr_lotr": {"pair+type": 0.718},
}
"""PETRARCH2 on tune.jsonl, UniversalPetrarch on petr_lotr.jsonl."""


def score(bench: Path, name: str, *, errors: int = 0) -> dict[str, float]:
    """The figures for a set (`tune` or `petr_lotr`); `errors` sentences with misses are printed."""
    folder = bench / "coding"
    gold = folder / f"{name}.jsonl"
    codes = _codes(folder / "petr_lotr_actors.json") if name == "petr_lotr" else {}
    with tempfile.TemporaryDirectory() as scratch:
        mentions, predicted = Path(scratch) / "mentions.jsonl", Path(scratch) / "predicted.jsonl"
        mentions.write_text("".join(_lines(gold, codes)), encoding="utf-8")
        command = [sys.executable, folder / "from_mentions.py", mentions, gold]
        predicted.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
        scorer = [sys.executable, folder / "score_coding.py", gold, predicted]
        scorer += ["--countries", folder / "countries.json", "--by", "plover"]
        if errors:
            subprocess.run([*scorer, "--errors", str(errors)], check=True)
        done = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True)
    return _figures(json.loads(done.stdout))


def _codes(path: Path) -> dict[str, str]:
    """The code of each actor of a PETRARCH actor file by its name, without those that code nobody."""
    actors = json.loads(path.read_text(encoding="utf-8"))["actors"]
    names = ((name, a["codes"][0]["code"]) for a in actors for name in (a["name"], *a["synonyms"]))
    return {name.title(): code for name, code in names if code.isalpha()}


def _extractor(codes: Mapping[str, str]) -> Extractor:
    """kg's own extractor, which takes the actors of `codes` that it does not know for countries."""
    if not codes:
        return get("syntax")
    known = tables.load()
    taken = {name for row in known.countries for name in (row.name, *row.names, *row.adjectives)}
    more = [_country(name, code) for name, code in codes.items() if name not in taken]
    return get("syntax", Gazetteer(known._replace(countries=(*known.countries, *more))))


def _country(name: str, code: str) -> tables.Country:
    return tables.Country(slug(name), name, name, code[:3], code[:3], (), (), (), "", None, None, "")


def _lines(gold: Path, codes: Mapping[str, str]) -> list[str]:
    extractor = _extractor(codes)
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [mention for record in records for mention in extractor.extract(_document(record))]
    return [
        json.dumps(
            {
                "document": mention.document,
                "type": mention.type,
                "plover": mention.plover,
                "cameo": mention.cameo,
                "polarity": mention.polarity,
                "actors": [_party(actor, codes) for actor in mention.actors],
                "targets": [_party(actor, codes) for actor in mention.targets],
            }
        )
        + "\n"
        for mention in found
    ]


def _document(record: dict[str, Any]) -> Document:
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    return Document(id=record["id"], text=record["text"], published=published)


def _party(actor: ActorMention, codes: Mapping[str, str]) -> dict[str, str]:
    """An actor with its code; of the fictional ones a group has that of the land that its words name."""
    text = actor.text.title()
    code = codes.get(actor.label) or next((c for name, c in codes.items() if name in text), None) or actor.code
    return {"text": actor.text, "label": actor.label, **({"code": code} if code else {})}


def _figures(report: dict[str, Any]) -> dict[str, float]:
    found, wanted = map(int, report["recall_by_type"]["AGREE"].split("/"))
    levels = {"pair": "a_pair", "pair+type": "b_root", "pair+quad": "c_quad"}
    return {**{name: report[level]["F1"] for name, level in levels.items()}, "AGREE recall": found / wanted}


def main() -> None:
    bench, *options = sys.argv[1:]
    errors = int(options[options.index("--errors") + 1]) if "--errors" in options else 0
    figures = {name: score(Path(bench), name, errors=errors) for name in PEERS}
    if "--json" in options:
        print(json.dumps(figures))
        return
    for name, values in figures.items():
        for measure, value in values.items():
            peer = PEERS[name].get(measure)
            print(f"coding {name:9} {measure:13} {value:.3f}", f"  peer {peer:.3f}" if peer is not None else "")


if __name__ == "__main__":
    main()
