from datetime import date

import pytest
from export.export_samples import COUNTRY, DOCUMENTS, EVENTS, GROUP, MENTIONS, ORGANISATION, OTHER, PERSON, event

from kg.graph import build_graph
from kg.projection import project
from kg.spells import Spell


@pytest.fixture(scope="module")
def view():
    return project(build_graph(DOCUMENTS, MENTIONS, EVENTS))


def ties(*events):
    return [
        (a.removeprefix("actor:"), b.removeprefix("actor:"), kind, data["weight"])
        for a, b, kind, data in project(build_graph([], [], events)).edges(keys=True, data=True)
    ]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event("a", "visit", [PERSON], [COUNTRY]), [("maria-lindqvist", "sweden", "visit", 1)]),
        (event("a", "meet", [PERSON], [OTHER]), [("jo-okafor", "maria-lindqvist", "meet", 1)]),
        (event("a", "meet", [OTHER], [PERSON]), [("jo-okafor", "maria-lindqvist", "meet", 1)]),
        (event("a", "meet", [OTHER, PERSON], []), [("jo-okafor", "maria-lindqvist", "meet", 1)]),
        (event("a", "meet", [PERSON], [PERSON]), []),
        (event("a", "visit", [PERSON], []), []),
        (event("a", "visit", [PERSON], [PERSON]), []),
        (event("a", "visit", [PERSON], [COUNTRY], status="cancelled"), []),
        (event("a", "visit", [PERSON], [COUNTRY], status="denied"), []),
        (event("a", "visit", [PERSON], [COUNTRY], status="planned"), [("maria-lindqvist", "sweden", "visit", 1)]),
        (
            event("a", "accuse", [PERSON, OTHER], [COUNTRY, ORGANISATION]),
            [
                ("jo-okafor", "nordic-council", "accuse", 1),
                ("jo-okafor", "sweden", "accuse", 1),
                ("maria-lindqvist", "nordic-council", "accuse", 1),
                ("maria-lindqvist", "sweden", "accuse", 1),
            ],
        ),
        (
            event("a", "agree", [COUNTRY, PERSON], [ORGANISATION]),
            [
                ("maria-lindqvist", "nordic-council", "agree", 1),
                ("maria-lindqvist", "sweden", "agree", 1),
                ("nordic-council", "sweden", "agree", 1),
            ],
        ),
        (event("a", "support", [GROUP, ORGANISATION], [GROUP]), [("nordic-council", GROUP.id, "support", 1)]),
    ],
)
def test_who_is_joined_to_whom(made, expected):
    assert sorted(ties(made)) == sorted(expected)


def test_places_are_no_party(view):
    assert not [name for name in view if name.startswith("place:")]
    assert not [name for name in view if name.startswith(("event:", "document:"))]


def test_one_edge_a_kind_with_its_count_and_merged_spells(view):
    data = view.edges["actor:maria-lindqvist", "actor:sweden", "visit"]
    assert data == {
        "kind": "visit",
        "symmetric": False,
        "weight": 4,
        "happened": 4,
        "sources": f"The Daily Sample; {' '.join(GROUP.label.split())}",
        "extractors": "syntax",
        # 2 and 3–4 May touch; January 2022 lies within the visit that has no known end.
        "spells": (Spell(date(2021, 5, 2), date(2021, 5, 4)), Spell(date(2021, 9, 1), None)),
        "first_date": "2021-05-02",
        "last_date": "2022-01-31",
        "year": 2021,
    }
    [kinds] = [sorted(view["actor:jo-okafor"]["actor:maria-lindqvist"])]
    assert kinds == ["invite", "meet"]


def test_nodes_count_their_events_even_those_without_a_counterpart(view):
    person = view.nodes["actor:maria-lindqvist"]
    assert person["events"] == 7
    assert person["spells"] == (
        Spell(None, date(2020, 12, 31)),
        Spell(date(2021, 5, 2), date(2021, 5, 4)),
        Spell(date(2021, 9, 1), None),
    )
    assert (person["first_date"], person["last_date"], person["year"]) == ("2020-12-31", "2022-01-31", 2020)


def test_an_undated_tie_has_no_days(view):
    data = view.edges["actor:jo-okafor", "actor:maria-lindqvist", "invite"]
    assert data["spells"] == ()
    assert not {"first_date", "last_date", "year"} & set(data)
    assert (data.get("happened"), data["planned"]) == (None, 1)
