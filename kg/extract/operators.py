"""Words around an event that say whether it happened: "plans to", "refused to", "was cancelled"."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from kg.errors import OntologyError
from kg.model import STATUSES, Status
from kg.tables import rows

OPERATOR_COLUMNS = ("word", "takes", "status", "subject", "note")
TAKES = ("clause", "object", "subject", "modifier", "noun", "adverb", "date", "progressive")

Takes = Literal["clause", "object", "subject", "modifier", "noun", "adverb", "date", "progressive"]


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word around an event makes of its status; `status` None leaves it to the word's own tense."""

    rule: str
    takes: Takes
    particle: str
    status: Status | None
    subject: bool


def operators(path: Path) -> Mapping[tuple[str, Takes], tuple[Operator, ...]]:
    """The operators of a table by lemma and what they take, those with a particle first.

    Raises:
        OntologyError: a row has a status or a `takes` that there is not.
    """
    table: dict[tuple[str, Takes], list[Operator]] = defaultdict(list)
    for row in rows(path, OPERATOR_COLUMNS):
        cells = row.cells
        if cells["takes"] not in TAKES or cells["status"] not in ("", *STATUSES):
            raise OntologyError(f"{path}:{row.line}: takes or status is none of those in README.md")
        words = cells["word"].removeprefix("be ").split()
        takes = cast(Takes, cells["takes"])
        operator = Operator(
            rule=f"operators:{cells['word']}",
            takes=takes,
            particle=words[1][1:] if len(words) > 1 and words[1].startswith("+") else "",
            status=cast(Status, cells["status"]) if cells["status"] else None,
            subject=cells["subject"] == "yes",
        )
        for lemma in words[0].split("|"):
            table[lemma, takes].append(operator)
    return MappingProxyType({key: tuple(sorted(ops, key=lambda o: not o.particle)) for key, ops in table.items()})
