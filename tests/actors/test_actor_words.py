from pathlib import Path

import pytest

from kg.actors import Gazetteer, lexicon
from kg.errors import OntologyError
from kg.tables import wordclass


def test_places_are_named_once_and_lie_in_known_countries(gazetteer: Gazetteer) -> None:
    codes = {row.iso2 for row in gazetteer.directory.countries.values()}
    names = [(name, row.country) for row in lexicon.places() for name in (row.label, *row.aliases)]
    assert len(names) == len(set(names))
    for row in lexicon.places():
        assert row.country is None or row.country in codes, row
        assert (row.country is None) == (row.kind == "area"), row
        assert abs(row.lat) <= 90
        assert abs(row.lng) <= 180


def test_every_capital_can_be_put_on_a_map(gazetteer: Gazetteer) -> None:
    missing = [
        row.id
        for row in gazetteer.directory.countries.values()
        if row.end is None and row.iso2 and row.capital and not any(map(gazetteer.spots, row.capital))
    ]
    assert len(missing) <= 25, missing


def test_agents_have_both_numbers() -> None:
    for agent in lexicon.agents().values():
        assert agent.singular
        assert agent.plural
        assert agent.role in ("person", "body", "government", "craft")


def test_no_lookalike_is_an_organisation_of_the_tables(gazetteer: Gazetteer) -> None:
    listed = {row.name for row in gazetteer.directory.organisations.values()}
    assert [row.name for row in lexicon.lookalikes() if row.name in listed] == []


def test_ids_in_usage_are_ids_of_tables(gazetteer: Gazetteer) -> None:
    directory = gazetteer.directory
    for title in ("premier", "chancellor", "taoiseach", "emir", "sultan", "emperor"):
        assert lexicon.usage(f"{title}-led") <= set(directory.countries)
    assert lexicon.usage("shared-office") <= set(directory.offices)
    assert lexicon.usage("many") <= set(directory.ministries)
    assert lexicon.usage("service") <= lexicon.usage("many")


def test_a_class_that_is_not_there_is_named() -> None:
    with pytest.raises(OntologyError, match="no class 'verbs-of-flying'"):
        lexicon.usage("verbs-of-flying")


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("agents.csv", "singular,plural,role\nspy,spies,hero\n", r"agents\.csv:2: role 'hero'"),
        (
            "places.csv",
            "name,aliases,kind,country,lat,lng\nOslo,,city,NO,north,10\n",
            r"places\.csv:2: .*write degrees",
        ),
        ("places.csv", "name,aliases,kind,country,lat,lng\nOslo,,city,NO,99,10\n", r"places\.csv:2: .*coordinates"),
    ],
)
def test_wrong_rows_are_named(
    table: str, text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / table).write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "ontology", lambda _folder, name: tmp_path / name)
    read = {"agents.csv": lexicon.agents, "places.csv": lexicon.places}[table]
    with pytest.raises(OntologyError, match=message):
        read.__wrapped__()


def test_a_class_that_stands_twice_is_named(tmp_path: Path) -> None:
    table = tmp_path / "usage.csv"
    table.write_text("class,words\nfate,end\nfate,start\n")
    with pytest.raises(OntologyError, match=r"usage\.csv:3: there is a class 'fate' already"):
        wordclass(table, "fate")
