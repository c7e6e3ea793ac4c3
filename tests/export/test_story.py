from datetime import date

import msgspec
import pytest
from export_samples import COUNTRY, DOCUMENTS, EVENTS, MENTIONS, PERSON, event, position, report

from kg.export import story
from kg.graph import build_graph
from kg.layout import RADIUS
from kg.model import Tenure


def term(start, end, post="President of Sweden", holder="maria-lindqvist"):
    return Tenure(
        holder=holder, post=post, office="president", of="sweden", start=date(start, 1, 1), end=date(end, 1, 1)
    )


@pytest.fixture(scope="module")
def told(graph):
    return story.story(graph)


def test_it_is_the_same_whatever_order_things_come_in(graph, shuffled):
    assert story.encoded(graph) == story.encoded(shuffled)


def test_it_is_json_that_reads_back(told, graph, tmp_path):
    story.write(graph, tmp_path / "story.json")
    assert msgspec.json.decode((tmp_path / "story.json").read_bytes(), type=story.Story) == told


def test_every_name_is_told_of(told):
    parties = {party.id for party in told.parties}
    documents = {document.id for document in told.documents}
    for happening in told.events:
        assert {*happening.actors, *happening.targets, happening.place} - {None} <= parties
        assert {report.document for report in happening.reports} <= documents


def test_parties_stand_where_the_layout_puts_them_and_places_nowhere(told):
    for party in told.parties:
        assert (party.x is None) == (party.kind == "place") == (party.community is None)
        assert party.x is None or max(abs(party.x), abs(party.y)) <= RADIUS


def test_a_document_that_only_a_report_names(told):
    unseen = next(document for document in told.documents if document.id == "unseen")
    assert (unseen.published, unseen.outlet) == (date(2021, 6, 1), "The Daily Sample")


def test_posts_are_in_their_order():
    made = build_graph(
        DOCUMENTS,
        MENTIONS,
        EVENTS,
        position,
        tenures=lambda person: [term(2012, 2016), term(2003, 2007)] if person == PERSON.id else [],
    )
    party = next(p for p in story.story(made).parties if p.id == "actor:maria-lindqvist")
    assert [(p.name, p.start.year, p.end.year) for p in party.posts] == [
        ("President of Sweden", 2003, 2007),
        ("President of Sweden", 2012, 2016),
    ]


def test_what_was_known_is_told_by_the_days_on_which_it_changed():
    reports = [
        report("plain", 0, "She will come on 2 May.", published=date(2021, 4, 1), status="planned", edtf="2021-05-02"),
        report("plain", 30, "She is still to come.", published=date(2021, 4, 9), status="planned", edtf="2021-05-02"),
        report("plain", 60, "She came a day late.", published=date(2021, 5, 4), status="happened", edtf="2021-05-03"),
        report("plain", 90, "An undated page says so too.", published=None, status="denied"),
    ]
    made = build_graph([], [], [event("a", "visit", [PERSON], [COUNTRY], mentions=tuple(reports))])
    (only,) = story.story(made).events
    assert [(known.day.isoformat(), known.status, known.date.edtf) for known in only.known] == [
        ("2021-04-01", "planned", "2021-05-02"),
        ("2021-05-04", "happened", "2021-05-02"),
    ]
