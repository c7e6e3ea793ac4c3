"""Events wait wherever they are kept; they come back in order of time, each with an id of its own."""

from datetime import date

import pytest
from export.export_samples import day, event, report

from kg.merge.intime import InTime
from kg.model import encode
from kg.shelf import Shelf

TWINS = [event("twin", "visit", [], [], mentions=(report("north", start, "They came."),)) for start in (0, 40)]
EVENTS = [
    event("late", "visit", [], [], date=day("2021-05-04")),
    *TWINS,
    event("early", "visit", [], [], date=day("2021-05-02")),
]


@pytest.mark.parametrize("keep", [tuple, lambda values: Shelf(map(encode, values), type(EVENTS[0]))])
def test_order_and_ids(keep):
    found = InTime(iter(EVENTS), keep)
    assert (len(found), [e.id for e in found][:2]) == (4, ["early", "late"])
    assert [(e.date and e.date.earliest) for e in found] == [date(2021, 5, 2), date(2021, 5, 4), None, None]
    assert found.ids[0] == "late"
    assert found.ids[3] == "early"
    assert len(set(found.ids)) == 4
    assert {e.id for e in found[2:]} == set(found.ids[1:3])
    assert "twin" not in found.ids, "neither of two outranks the other"
    assert {e.mentions for e in found[2:]} == {e.mentions for e in TWINS}
