"""FollowTheMoney entities: what each says, and that the followthemoney package takes them."""

import json
from datetime import date
from typing import Any

import pytest
from export_samples import COUNTRY, PERSON, event
from msgspec import structs

import kg
from kg.export import ftm
from kg.graph import build_graph
from kg.model import Actor, Tenure

try:
    from followthemoney import model
    from followthemoney.types import registry
except ImportError:
    model = None

official = pytest.mark.skipif(model is None, reason="the package followthemoney is not installed")


def written(graph, tmp_path) -> dict[str, dict[str, Any]]:
    ftm.write(graph, tmp_path / "a")
    lines = [json.loads(line) for line in (tmp_path / "a").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == sorted({line["id"] for line in lines})
    return {line["id"]: line for line in lines}


def test_an_event_with_its_people_place_and_article(graph, tmp_path):
    found = written(graph, tmp_path)
    visit = found["kg-event-visit1"]
    assert visit["schema"] == "Event"
    told = visit["properties"]
    assert told["name"] == ["Maria Lindqvist – pay a visit – Sweden, Jo Okafor (2021-05-02)"]
    assert (told["startDate"], told["endDate"]) == (["2021-05-02"], ["2021-05-02"])
    assert told["involved"] == ["kg-actor-maria-lindqvist", "kg-actor-jo-okafor", "kg-actor-sweden"]
    assert told["location"] == ["Stockholm"]
    assert told["addressEntity"] == ["kg-place-stockholm"]
    assert told["sourceUrl"] == ["https://news.example/a?b=1&c=2"]
    assert told["keywords"] == ["visit", "happened", "CONSULT"]
    assert "kg-document-plain" in told["proof"]
    assert found["kg-document-plain"] == {
        "id": "kg-document-plain",
        "schema": "Article",
        "properties": {
            "name": ["Two leaders met"],
            "title": ["Two leaders met"],
            "publishedAt": ["2021-05-03"],
            "publisher": ["The Daily Sample"],
            "sourceUrl": ["https://news.example/a?b=1&c=2"],
        },
    }


def test_actors_and_whom_they_act_for(graph, tmp_path):
    found = written(graph, tmp_path)
    person = {"name": ["Maria Lindqvist"], "country": ["se"], "wikidataId": ["Q1"]}
    assert found["kg-actor-maria-lindqvist"] == {
        "id": "kg-actor-maria-lindqvist",
        "schema": "Person",
        "properties": person,
    }
    assert found["kg-actor-sweden"]["schema"] == "PublicBody"
    assert found["kg-actor-nordic-council"]["schema"] == "Organization"
    ties = [e["properties"] for e in found.values() if e["schema"] == "Representation"]
    assert {"agent": ["kg-actor-maria-lindqvist"], "client": ["kg-actor-sweden"]} in ties


@pytest.mark.parametrize(
    ("status", "name"),
    [("happened", "Maria Lindqvist – visit – Sweden"), ("denied", "Maria Lindqvist – visit – Sweden [denied]")],
)
def test_what_did_not_happen_says_so_in_its_name(tmp_path, status, name):
    found = written(build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY], status=status)]), tmp_path)
    assert found["kg-event-a"]["properties"]["name"] == [name]


def test_places_have_coordinates(tmp_path):
    town = Actor(id="uppsala", label="Uppsala", kind="place", country="SE")
    made = build_graph([], [], [event("a", "visit", [PERSON], [town])], lambda actor: (59.86, 17.64))
    place = written(made, tmp_path)["kg-place-uppsala"]["properties"]
    assert (place["latitude"], place["longitude"], place["country"]) == (["59.86"], ["17.64"], ["se"])


def test_offices_are_positions_and_their_terms_occupancies(tmp_path):
    def tenures(person: str) -> tuple[Tenure, ...]:
        first = Tenure(holder=person, post="Premier of Sweden", office="premier", of="sweden", country="SE")
        again = structs.replace(first, title="Acting Premier", start=date(2019, 1, 2), end=date(2020, 3, 4))
        return (first, again) if person == PERSON.id else ()

    made = build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY])], tenures=tenures)
    assert [(t.holder, t.start) for t in made.tenures] == [(PERSON.id, None), (PERSON.id, date(2019, 1, 2))]
    found = written(made, tmp_path)
    (post,) = (e for e in found.values() if e["schema"] == "Position")
    assert post["properties"] == {"name": ["Premier of Sweden"], "country": ["se"]}
    ends = {"holder": ["kg-actor-maria-lindqvist"], "post": [post["id"]]}
    terms = [e["properties"] for e in found.values() if e["schema"] == "Occupancy"]
    dated = {**ends, "startDate": ["2019-01-02"], "endDate": ["2020-03-04"], "description": ["Acting Premier"]}
    assert sorted(terms, key=len) == [ends, dated]


def test_a_build_knows_the_offices_of_its_people(seeds: kg.Graph, tmp_path):
    found = written(seeds, tmp_path)
    held = {
        (e["properties"]["holder"][0], found[e["properties"]["post"][0]]["properties"]["name"][0])
        for e in found.values()
        if e["schema"] == "Occupancy"
    }
    assert ("kg-actor-antony-blinken", "Foreign minister of the United States") in held


def _check(found: dict[str, dict[str, Any]]) -> None:
    for entity in found.values():
        schema = model.get(entity["schema"])
        assert registry.entity.clean(entity["id"]) == entity["id"]
        schema.validate(entity)
        assert set(schema.required) <= set(entity["properties"]), entity
        assert set(entity["properties"]) <= set(schema.properties), entity
        for name, values in entity["properties"].items():
            prop = schema.properties[name]
            assert not prop.stub
            for value in values:
                if prop.type == registry.entity:
                    assert model.get(found[value]["schema"]).is_a(prop.range), (entity["id"], name, value)
                elif prop.type != registry.url:
                    assert prop.type.clean(value), (entity["id"], name, value)
        proxy = model.get_proxy(entity, cleaned=False)
        assert set(entity["properties"]) == set(proxy.properties), entity["id"]


@official
def test_the_model_takes_the_samples(graph, tmp_path):
    _check(written(graph, tmp_path))


@official
def test_the_model_takes_a_whole_build(seeds: kg.Graph, tmp_path):
    found = written(seeds, tmp_path)
    assert {"Person", "PublicBody", "Event", "Article", "Position", "Occupancy"} <= {
        e["schema"] for e in found.values()
    }
    _check(found)


@official
def test_the_model_knows_the_code_of_every_country(tmp_path):
    from kg.actors import tables

    states = [
        Actor(id=row.id, label=row.name, kind="country", country=row.iso2 or None) for row in tables.load().countries
    ]
    happened = event("a", "meet", states, [], date=None, mentions=())
    _check(written(build_graph([], [], [happened]), tmp_path))
