import re
from datetime import date

import pytest
from export.export_samples import DOCUMENTS, EVENTS, MENTIONS, PERSON, event

from kg import Timeline
from kg.graph import build_graph


@pytest.fixture(scope="module")
def graph():
    return build_graph(DOCUMENTS, MENTIONS, EVENTS)


def test_a_graph_says_how_much_is_in_it(graph):
    html = graph._repr_html_()
    assert f"{graph.number_of_nodes()} nodes (15 event, " in html
    assert f"{graph.number_of_edges()} edges" in html
    assert html.count("<tr>") == 11
    assert "… and 5 more" in html


def test_a_timeline_is_chosen_and_shown(graph):
    timeline = graph.timeline("Lindqvist", types=["visit"], start=date(2021, 1, 1))
    assert isinstance(timeline, Timeline)
    assert [e.id for e in timeline] == ["visit1", "visit2", "visit3", "visit4"]
    html = timeline._repr_html_()
    assert "4 events: 4 happened" in html
    assert "2021-05-03/04" in html


def test_one_event_is_no_plural(graph):
    assert "<p>1 event: " in Timeline(graph.events[:1])._repr_html_()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"types": ["vist"]}, "there is no type 'vist'; choose of meet,"),
        ({"statuses": ["canceled"]}, "no status 'canceled'"),
    ],
)
def test_a_misspelt_type_or_status_is_named(graph, wanted, said):
    with pytest.raises(ValueError, match=said):
        graph.timeline("Lindqvist", **wanted)


@pytest.mark.parametrize("made", [Timeline(), build_graph([], [], [])])
def test_nothing_is_shown_as_nothing(made):
    assert "0 events" in made._repr_html_()
    assert "<table" not in made._repr_html_()


def test_what_articles_say_is_text(graph):
    label = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    actor = PERSON.__class__(id="x", label=label, kind="person")
    html = Timeline([event("a", "visit", [actor], [])])._repr_html_() + graph._repr_html_()
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "b", "br", "table", "thead", "tbody", "tr", "th", "td"}
