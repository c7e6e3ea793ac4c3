from datetime import date, timedelta
from itertools import pairwise

import pytest
from export.export_samples import COUNTRY, DOCUMENTS, EVENTS, GROUP, MENTIONS, ORGANISATION, OTHER, PERSON, event
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import build_graph
from kg.projection import Spell, merged, project


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
        "planned": 0,
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
    assert (data["happened"], data["planned"]) == (0, 1)


DAYS = st.dates(date(1, 1, 1), date(1, 3, 1)) | st.dates(date(9999, 11, 1), date(9999, 12, 31))
ENDS = st.tuples(st.none() | DAYS, st.none() | DAYS).filter(lambda e: not (e[0] and e[1] and e[0] > e[1]))


@given(st.lists(ENDS.map(lambda ends: Spell(*ends)), max_size=6))
def test_merged_spells_hold_the_same_days_and_never_touch(spells):
    result = merged(spells)

    def holds(some, ordinal):
        return any(
            (s.start is None or s.start.toordinal() <= ordinal) and (s.end is None or ordinal <= s.end.toordinal())
            for s in some
        )

    middle = date(5000, 1, 1).toordinal()
    ordinals = [*range(1, 70), middle, *range(date(9999, 10, 25).toordinal(), date.max.toordinal() + 1)]
    assert [holds(result, n) for n in ordinals] == [holds(spells, n) for n in ordinals]
    for one, other in pairwise(result):
        assert one.end is not None
        assert other.start is not None
        assert other.start - one.end > timedelta(days=1)
    assert merged(spells[::-1]) == result
