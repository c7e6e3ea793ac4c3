"""What people have judged of two mentions, one event or two: kept in a CSV file that outranks all scores.

A judgement names mentions by their anchors, so that it holds however events are merged and whatever their ids are.
Model: the judgements of nomenklatura (OpenSanctions), which are data and can be taken back.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from kg import tables
from kg.atomic import open_text
from kg.errors import TableError
from kg.merge.blocking import Pair, Pairs
from kg.merge.cluster import JUDGED
from kg.model import Anchor, EventMention, Value
from kg.tables import Skip

Verdict = Literal["same", "different", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
FILE = "judgements.csv"
_SIDES = ("document", "sentence", "trigger", "type")
_COLUMNS = ("verdict", *(f"{side}_{name}" for side in ("a", "b") for name in _SIDES), "note")


class Judgement(Value, frozen=True):
    """Whether two mentions are of one event; `unsure` has no effect but that the pair is not asked for again."""

    verdict: Verdict
    a: Anchor
    b: Anchor
    note: str = ""

    @property
    def pair(self) -> frozenset[Anchor]:
        """The two mentions, in no order."""
        return frozenset((self.a, self.b))


def load(path: Path, skip: Skip = tables.refuse) -> tuple[Judgement, ...]:
    """The judgements of a file, none where there is no file; of two on one pair the later one counts.

    Raises:
        TableError: the file is no table of judgements, or, unless `skip` lets it pass, a row is wrong.
    """
    if not path.exists():
        return ()
    found = (_judgement(path, row, skip) for row in tables.rows(path, _COLUMNS, skip))
    return latest(judgement for judgement in found if judgement is not None)


def save(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write judgements in the order given.

    Raises:
        OutputError: the file cannot be written.
    """
    with open_text(path) as file:
        file.write(
            "# Which mentions are of one event: same, different or unsure. kg build heeds it; rows may be removed.\n"
        )
        out = csv.writer(file, lineterminator="\n")
        out.writerow(_COLUMNS)
        for judgement in judgements:
            sides = (value for anchor in (judgement.a, judgement.b) for value in msgspec.structs.astuple(anchor))
            out.writerow([judgement.verdict, *sides, " ".join(judgement.note.split())])


def latest(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """One judgement a pair, the last one."""
    return tuple({judgement.pair: judgement for judgement in judgements}.values())


def apply(judgements: Sequence[Judgement], mentions: Sequence[EventMention], pairs: Pairs) -> Pairs:
    """The pairs with the scores of what was judged; a judgement on mentions that are not there has no effect."""
    place = {mention.anchor: i for i, mention in enumerate(mentions)} if judgements else {}
    judged = {(min(a, b), max(a, b)): score for a, b, score in _judged(judgements, place)}
    return pairs.outranked_by([Pair(a, b, score) for (a, b), score in judged.items()]) if judged else pairs


def _judged(judgements: Sequence[Judgement], place: dict[Anchor, int]) -> Iterator[tuple[int, int, float]]:
    for judgement in judgements:
        a, b = place.get(judgement.a), place.get(judgement.b)
        if judgement.verdict != "unsure" and a is not None and b is not None and a != b:
            yield a, b, JUDGED if judgement.verdict == "same" else -JUDGED


def _judgement(path: Path, row: tables.Row, skip: Skip) -> Judgement | None:
    """The judgement of a row; numbers and verdict are checked by the types of the class."""
    sides = {side: {name: row.cells[f"{side}_{name}"] for name in _SIDES} for side in ("a", "b")}
    try:
        return msgspec.convert(
            {"verdict": row.cells["verdict"], **sides, "note": row.cells["note"]}, Judgement, strict=False
        )
    except msgspec.ValidationError as error:
        skip(TableError(str(path), row.line, f"{_wrong(row, error)}; mend the row or remove it"))
        return None


def _wrong(row: tables.Row, error: msgspec.ValidationError) -> str:
    """Which cell does not fit; the error names it as a path like `$.a.sentence`."""
    column = str(error).partition("$.")[2].rstrip("`").replace(".", "_")
    return f"{column} cannot be {row.cells.get(column, '')!r}"
