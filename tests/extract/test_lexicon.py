"""The lexicon's notation, and that every row of the tables that ship follows it."""

import json
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.extract import lexicon
from kg.extract.pattern import PATTERN_COLUMNS, parse
from kg.model import ACTION_TYPES
from kg.resources import ontology
from kg.tables import rows

PLOVER = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}


def test_a_pattern_is_read_into_its_parts() -> None:
    heads, particle, arguments = parse("A break|cut +off diplomatic tie with T (over C)", verb=True)
    assert (heads, particle) == ({"break", "cut"}, "off")
    obj, target, content = arguments
    assert obj.noun == ({"diplomatic"}, {"tie"})
    assert (target.prepositions, target.slot, target.optional) == ({"with"}, "T", False)
    assert (content.prepositions, content.slot, content.optional) == ({"over"}, "C", True)


@pytest.mark.parametrize("pattern", ["meet with T", "A", "A T meet", "A invite A"])
def test_a_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"starts with A|head is missing|only at the start"):
        parse(pattern, verb=True)


def test_a_bad_row_is_named_with_its_line(tmp_path: Path) -> None:
    for name in ("nouns.csv", "operators.csv", "reporting.csv", "types.csv"):
        (tmp_path / name).write_bytes(ontology("lexicon", name).read_bytes())
    (tmp_path / "verbs.csv").write_text("# ours\npattern,type,plover,mode,cameo,note\nA dance with T,dance,,,040,\n")
    with pytest.raises(OntologyError, match=r"verbs\.csv:3: 'A dance with T': 'dance' is no type"):
        lexicon.read(tmp_path)


def test_every_type_has_its_codes() -> None:
    assert set(lexicon.load().types) == set(ACTION_TYPES)


@pytest.mark.parametrize("table", ["verbs", "nouns"])
def test_every_row_has_valid_codes_and_stands_once(table: str) -> None:
    seen: set[str] = set()
    for row in rows(ontology("lexicon", f"{table}.csv"), PATTERN_COLUMNS):
        cells = row.cells
        assert cells["type"] in ACTION_TYPES, row
        assert cells["plover"] in PLOVER | {""}, row
        assert cells["cameo"] == "" or (cells["cameo"].isdigit() and 3 <= len(cells["cameo"]) <= 4), row
        assert cells["pattern"] not in seen, row
        seen.add(cells["pattern"])
    assert len(seen) > 50


def test_entries_that_ask_for_more_come_first() -> None:
    for entries in (*lexicon.load().verbs.values(), *lexicon.load().nouns.values()):
        weights = [e.weight for e in entries]
        assert weights == sorted(weights, reverse=True), json.dumps([e.rule for e in entries])
