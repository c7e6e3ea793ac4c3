"""Score the extractor on single sentences coded by hand: who did what kind of thing to whom.

usage: python bench/coding.py BENCH_DIR [--json] [--errors N]

Runs the default extractor over coding/tune.jsonl and coding/petr_lotr.jsonl and prints recall, precision and F1 of
ordered pairs, of pairs with their type and of pairs with their quad class, and the recall of AGREE, beside published
figures. How to read them:

- tune: news sentences with PLOVER types or CAMEO codes. `tune whole` are its examples of the manuals, where every
  pair is labelled; `tune one pair` has one labelled pair a sentence, so other events that are right cost precision
  there and F1 is a lower bound.
- petr_lotr: unit sentences about fictional lands, with what PETRARCH's own test dictionary makes of them. It knows no
  tense ("will give" is AID; PLOVER and the CAMEO manual file it under intents), so `petr_lotr tenseless` codes what is
  intended as if it had happened. It holds codes that no scheme has (345, 802), so 1.0 is out of reach.
- both sides: CAMEO lists a meeting for each of its parties, and a visit for guest and host; kg tells it once. Where a
  set labels every pair of a sentence, its second view is added; `one side` are the figures without.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from petrarch import Actors, as_done, both_sides, each_way

from kg.extract import get
from kg.model import ActorMention, Document, EventMention

PEERS = {
    "tune": {"pair": 0.467, "pair+type": 0.293, "pair+quad": 0.352, "AGREE recall": 0.09},
    "petr_lotr": {"pair+type": 0.718},
    "petr_lotr tenseless": {"pair+type": 0.718},
}
"""PETRARCH2 on tune.jsonl, UniversalPetrarch on petr_lotr.jsonl."""


class Part(NamedTuple):
    """A set, or those of its sentences that have but one labelled pair or all, and how events are put for it."""

    gold: str
    partial: bool | None = None
    both_sides: bool = True
    tenseless: bool = False


PARTS = {
    "tune": Part("tune"),
    "tune whole": Part("tune", partial=False),
    "tune whole, one side": Part("tune", partial=False, both_sides=False),
    "tune one pair": Part("tune", partial=True),
    "petr_lotr": Part("petr_lotr"),
    "petr_lotr, one side": Part("petr_lotr", both_sides=False),
    "petr_lotr tenseless": Part("petr_lotr", tenseless=True),
}


def score(bench: Path, name: str, *, errors: int = 0) -> dict[str, float]:
    """The figures for one of `PARTS`; `errors` sentences with misses are printed."""
    part = PARTS[name]
    folder = bench / "coding"
    gold = folder / f"{part.gold}.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        predicted, ids = Path(scratch) / "predicted.jsonl", Path(scratch) / "ids.txt"
        predicted.write_bytes(_predicted(gold, part))
        scorer = [sys.executable, str(folder / "score_coding.py"), str(gold), str(predicted)]
        scorer += ["--countries", str(folder / "countries.json"), "--by", "plover"]
        if part.partial is not None:
            ids.write_text("\n".join(_ids(gold, partial=part.partial)), encoding="utf-8")
            scorer += ["--ids", str(ids)]
        if errors:
            subprocess.run([*scorer, "--errors", str(errors)], check=True)
        done = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True)
    return _figures(json.loads(done.stdout))


def _predicted(gold: Path, part: Part) -> bytes:
    """What kg finds in the sentences of a set, as the scorer takes it."""
    with tempfile.TemporaryDirectory() as scratch:
        mentions = Path(scratch) / "mentions.jsonl"
        mentions.write_text("".join(_lines(gold, part)), encoding="utf-8")
        command = [sys.executable, str(gold.with_name("from_mentions.py")), str(mentions), str(gold)]
        return subprocess.run(command, check=True, capture_output=True).stdout


def _ids(gold: Path, *, partial: bool) -> list[str]:
    return [record["id"] for record in _records(gold) if bool(record.get("partial")) == partial]


def _records(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def _actors(gold: Path) -> Actors | None:
    own = gold.with_name(f"{gold.stem}_actors.json")
    return Actors(own) if own.exists() else None


@cache
def _mentions(gold: Path) -> tuple[tuple[bool, Document, tuple[EventMention, ...]], ...]:
    """Whether but one pair of a sentence is labelled, the sentence and its mentions."""
    actors = _actors(gold)
    extractor = get("syntax", actors.gazetteer() if actors else None)
    read = [(bool(record.get("partial")), _document(record)) for record in _records(gold)]
    return tuple((partial, document, tuple(extractor.extract(document))) for partial, document in read)


def _lines(gold: Path, part: Part) -> Iterator[str]:
    """Mentions as `kg extract` writes them; where but one pair is labelled, another view of it would count as wrong."""
    actors = _actors(gold)
    for partial, document, mentions in _mentions(gold):
        for mention in mentions:
            for told in each_way(as_done(mention) if part.tenseless else mention):
                views = both_sides(told) if part.both_sides and not partial else (told,)
                yield from (_line(view, actors, document.published) for view in views)


def _line(mention: EventMention, actors: Actors | None, day: date | None) -> str:
    codes = {"type": mention.type, "plover": mention.plover, "cameo": mention.cameo, "polarity": mention.polarity}
    sides = {"actors": mention.actors, "targets": mention.targets}
    parties = {side: [_party(one, actors, day) for one in found] for side, found in sides.items()}
    return json.dumps({"document": mention.document, **codes, **parties}) + "\n"


def _document(record: dict[str, Any]) -> Document:
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    return Document(id=record["id"], text=record["text"], published=published)


def _party(actor: ActorMention, actors: Actors | None, day: date | None) -> dict[str, str]:
    code = actors.code(actor, day) if actors else actor.code
    return {"text": actor.text, "label": actor.label, **({"code": code} if code else {})}


def _figures(report: dict[str, Any]) -> dict[str, float]:
    found, wanted = map(int, report["recall_by_type"]["AGREE"].split("/"))
    levels = {"pair": "a_pair", "pair+type": "b_root", "pair+quad": "c_quad"}
    figures = {name: report[level]["F1"] for name, level in levels.items()}
    detail = {f"{name} {long}": report[level][k] for name, level in levels.items() for k, long in _DETAIL}
    return {**figures, "AGREE recall": found / wanted, **detail}


_DETAIL = (("R", "recall"), ("P", "precision"))


def _row(name: str, measure: str, values: Mapping[str, float]) -> str:
    detail = (f"{long} {values[f'{measure} {long}']:.3f}" for _, long in _DETAIL if f"{measure} {long}" in values)
    peer = PEERS.get(name, {}).get(measure)
    cells = (f"coding {name:20} {measure:13} {values[measure]:.3f}", *detail, f"peer {peer:.3f}" if peer else "")
    return "  ".join(filter(None, cells))


def main() -> None:
    bench, *options = sys.argv[1:]
    errors = int(options[options.index("--errors") + 1]) if "--errors" in options else 0
    figures = {name: score(Path(bench), name, errors=errors) for name in PARTS}
    if "--json" in options:
        print(json.dumps(figures))
        return
    for name, values in figures.items():
        for measure in ("pair", "pair+type", "pair+quad", "AGREE recall"):
            print(_row(name, measure, values))


if __name__ == "__main__":
    main()
