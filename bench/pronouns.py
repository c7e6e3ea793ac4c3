"""Who "he", "its" and "the two leaders' … their" are in the two seed articles: right, wrong, or left alone.

usage: python bench/pronouns.py [SEEDS_DIR]     (default: ../shared/seeds beside the checkout)

Expected are the actors of bench/pronouns.csv, which has places in the text and ids but no words of the articles beyond
the pronouns. A pronoun that refers to nobody ("it is time") and is tied to somebody counts as wrong, too.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.actors.gazetteer import load
from kg.actors.link import link
from kg.actors.pronouns import THIRD
from kg.model import ActorMention, Document, Problem
from kg.parse import Parser, split
from kg.read import read

GOLD = Path(__file__).with_suffix(".csv")
SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"


class Word(NamedTuple):
    """A pronoun or title with the actors that it may stand for, each reading a set of ids."""

    kind: str
    document: str
    start: int
    end: int
    word: str
    readings: tuple[frozenset[str], ...]

    def __str__(self) -> str:
        expected = " or ".join("+".join(sorted(reading)) for reading in self.readings) or "nobody"
        return f"{self.document} {self.start} {self.word!r}: expected {expected}"


class Score(NamedTuple):
    """How many words of a kind are right, wrong (with what was found) and left alone."""

    total: int
    right: int
    wrong: list[str]
    left: list[str]


def gold() -> list[Word]:
    """The words that refer to actors."""
    with GOLD.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    return [
        Word(r["kind"], r["document"], int(r["start"]), int(r["end"]), r["word"], _readings(r["actors"])) for r in rows
    ]


def _readings(cell: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(reading.split("+")) for reading in cell.split("|"))


def score(folder: Path) -> dict[str, Score]:
    """Pronouns and titles of the articles in a folder.

    Raises:
        SystemExit: an article is not there, or is not the one that was read.
    """
    problems: list[Problem] = []
    documents = {d.id: d for d in read([str(folder)], report=problems.append)}
    words = gold()
    for word in words:
        document = documents.get(word.document)
        if document is None or document.text[word.start : word.end] != word.word:
            sys.exit(f"{folder}: {word.document}.txt is missing or another text; put the two seed articles there")
    found = {name: _found(documents[name]) for name in sorted({w.document for w in words})}
    words += _unexpected(words, found)
    return {kind: _score([w for w in words if w.kind == kind], found) for kind in ("pronoun", "title")}


Found = dict[tuple[int, int], list[ActorMention]]


def _found(document: Document) -> Found:
    sentences = tuple(Parser().parse(document.text, split(document.text)))
    found: Found = defaultdict(list)
    for mentions in link(document, sentences, load()):
        for mention in mentions:
            found[mention.start, mention.end].append(mention)
    return found


def _unexpected(words: list[Word], found: dict[str, Found]) -> Iterator[Word]:
    """Pronouns that were tied to somebody and refer to nobody."""
    expected = {(w.document, w.start, w.end) for w in words}
    for document, places in found.items():
        for (start, end), mentions in places.items():
            if mentions[0].text.lower() in THIRD and (document, start, end) not in expected:
                yield Word("pronoun", document, start, end, mentions[0].text, ())


def _score(words: list[Word], found: dict[str, Found]) -> Score:
    right, wrong, left = 0, [], []
    for word in words:
        ids = {m.id for m in found[word.document].get((word.start, word.end), ())}
        if not ids:
            left.append(str(word))
        elif ids in word.readings:
            right += 1
        else:
            wrong.append(f"{word}, found {'+'.join(sorted(ids))}")
    return Score(sum(bool(w.readings) for w in words), right, wrong, left)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; name the one with the two seed articles")
    for kind, result in score(folder).items():
        print(
            f"{kind}s  {result.total}: {result.right} right, {len(result.wrong)} wrong, {len(result.left)} left alone"
        )
        for line in (*(f"  wrong  {w}" for w in result.wrong), *(f"  left   {w}" for w in result.left)):
            print(line)


if __name__ == "__main__":
    main()
