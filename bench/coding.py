"""Score the extractor on single sentences coded by hand: who did what kind of thing to whom.

usage: python bench/coding.py BENCH_DIR [--json] [--errors N]

Runs the default extractor over coding/tune.jsonl and coding/petr_lotr.jsonl and prints recall, precision and F1 of
ordered pairs, of pairs with their type and of pairs with their quad class, and the recall of AGREE, beside published
figures. How to read them:

- tune: news sentences with PLOVER types or CAMEO codes. `tune whole` are its examples of the manuals, where every
  pair is labelled; `tune one pair` has one labelled pair a sentence, so other events that are right cost precision
  there and F1 is a lower bound.
- petr_lotr: unit sentences about fictional lands, with what PETRARCH's own test dictionary makes of them. It knows no
  tense ("will give" is AID; PLOVER and the CAMEO manual file it under intents), tells every party's view of a
  meeting (kg tells the meeting once), and holds codes that no scheme has (345, 802), so 1.0 is out of reach.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kg.actors import Gazetteer, tables
from kg.actors.fold import slug
from kg.extract import Extractor, get
from kg.model import ActorMention, Document

PEERS = {
    "tune": {"pair": 0.467, "pair+type": 0.293, "pair+quad": 0.352, "AGREE recall": 0.09},
    "tune whole": {},
    "tune one pair": {},
    "petr_lotr": {"pair+type": 0.718},
}
"""PETRARCH2 on tune.jsonl, UniversalPetrarch on petr_lotr.jsonl; sets without a published figure are empty."""
_PARTS = {"tune whole": False, "tune one pair": True}
"""Parts of tune.jsonl by whether their sentences have but one labelled pair."""


def score(bench: Path, part: str, *, errors: int = 0) -> dict[str, float]:
    """The figures for a set or part of one that `PEERS` names; `errors` sentences with misses are printed."""
    folder = bench / "coding"
    gold = folder / f"{part.split()[0]}.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        predicted, ids = Path(scratch) / "predicted.jsonl", Path(scratch) / "ids.txt"
        predicted.write_bytes(_predicted(gold))
        scorer = [sys.executable, str(folder / "score_coding.py"), str(gold), str(predicted)]
        scorer += ["--countries", str(folder / "countries.json"), "--by", "plover"]
        if part in _PARTS:
            ids.write_text("\n".join(_ids(gold, partial=_PARTS[part])), encoding="utf-8")
            scorer += ["--ids", str(ids)]
        if errors:
            subprocess.run([*scorer, "--errors", str(errors)], check=True)
        done = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True)
    return _figures(json.loads(done.stdout))


@cache
def _predicted(gold: Path) -> bytes:
    """What kg finds in the sentences of a set, as the scorer takes it."""
    fictional = gold.stem == "petr_lotr"
    codes = _codes(gold.with_name("petr_lotr_actors.json")) if fictional else {}
    with tempfile.TemporaryDirectory() as scratch:
        mentions = Path(scratch) / "mentions.jsonl"
        mentions.write_text("".join(_lines(gold, codes)), encoding="utf-8")
        command = [sys.executable, str(gold.with_name("from_mentions.py")), str(mentions), str(gold)]
        return subprocess.run(command, check=True, capture_output=True).stdout


def _ids(gold: Path, *, partial: bool) -> list[str]:
    records = (json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip())
    return [record["id"] for record in records if bool(record.get("partial")) == partial]


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
    figures = {name: report[level]["F1"] for name, level in levels.items()}
    detail = {f"{name} {long}": report[level][k] for name, level in levels.items() for k, long in _DETAIL}
    return {**figures, "AGREE recall": found / wanted, **detail}


_DETAIL = (("R", "recall"), ("P", "precision"))


def _row(part: str, measure: str, values: Mapping[str, float]) -> str:
    detail = (f"{long} {values[f'{measure} {long}']:.3f}" for _, long in _DETAIL if f"{measure} {long}" in values)
    peer = PEERS[part].get(measure)
    cells = (f"coding {part:13} {measure:13} {values[measure]:.3f}", *detail, f"peer {peer:.3f}" if peer else "")
    return "  ".join(filter(None, cells))


def main() -> None:
    bench, *options = sys.argv[1:]
    errors = int(options[options.index("--errors") + 1]) if "--errors" in options else 0
    figures = {part: score(Path(bench), part, errors=errors) for part in PEERS}
    if "--json" in options:
        print(json.dumps(figures))
        return
    for part, values in figures.items():
        for measure in ("pair", "pair+type", "pair+quad", "AGREE recall"):
            print(_row(part, measure, values))


if __name__ == "__main__":
    main()
