from export_samples import EVENTS, MENTIONS

from kg.export import jsonl
from kg.model import Event, EventMention, decode


def test_events_come_back_as_they_were_in_the_order_of_the_graph(graph, tmp_path):
    jsonl.write_events(graph, tmp_path / "events.jsonl")
    lines = (tmp_path / "events.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    events = [decode(line, Event) for line in lines]
    assert events == list(graph.events)
    assert sorted(e.id for e in events) == sorted(e.id for e in EVENTS)


def test_mentions_come_back_sorted_by_document_trigger_and_type(graph, tmp_path):
    jsonl.write_mentions(graph, tmp_path / "mentions.jsonl")
    lines = (tmp_path / "mentions.jsonl").read_bytes().splitlines()
    mentions = [decode(line, EventMention) for line in lines]
    assert [(m.document, m.trigger.start, m.type) for m in mentions] == [
        ("bare", 7, "say"),
        ("plain", 5, "call"),
        ("plain", 5, "meet"),
        ("plain", 40, "meet"),
    ]
    assert set(mentions) == set(MENTIONS)
