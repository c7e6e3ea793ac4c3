import json
import re

import pytest
from export_samples import COUNTRY, PERSON, between, day, event, report

from kg.dates import from_edtf
from kg.export import timelinejs
from kg.export.links import web
from kg.graph import build_graph


def slides(events, tmp_path):
    timelinejs.write(build_graph([], [], events), tmp_path / "a.json")
    return json.loads((tmp_path / "a.json").read_bytes())["events"]


@pytest.mark.parametrize(
    ("when", "start", "end", "words"),
    [
        (day("2021-05-02"), (2021, 5, 2), None, "2 May 2021"),
        (from_edtf("2022-09"), (2022, 9), None, "September 2022"),
        (from_edtf("2022"), (2022,), None, "2022"),
        (from_edtf("2023-21"), (2023, 3, 1), (2023, 5, 31), "spring 2023"),
        (from_edtf("2023-06-18/2023-06-19"), (2023, 6, 18), (2023, 6, 19), "18–19 June 2023"),
        (between("2021-09/..", "2021-09-01", None), (2021, 9, 1), None, "from 1 September 2021"),
        (between("../2020", None, "2020-12-31"), (2020, 12, 31), None, "until 31 December 2020"),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(tmp_path, when, start, end, words):
    [slide] = slides([event("a", "visit", [PERSON], [COUNTRY], date=when)], tmp_path)
    assert tuple(slide["start_date"].values()) == start
    assert list(slide["start_date"]) == ["year", "month", "day"][: len(start)]
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end
    assert slide["display_date"] == words


def test_the_samples_fit_the_documented_format(graph, tmp_path):
    timelinejs.write(graph, tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_bytes())
    assert set(told) == {"scale", "events"}
    assert told["scale"] == "human"
    dated = [e for e in graph.events if e.date]
    assert len(told["events"]) == len(dated)
    ids = [slide["unique_id"] for slide in told["events"]]
    assert len(set(ids)) == len(ids)
    for slide in told["events"]:
        assert set(slide) - {"end_date"} == {
            "unique_id", "start_date", "display_date", "group", "text", "autolink",
        }  # fmt: skip
        assert set(slide["text"]) == {"headline", "text"}
        for ends in (slide["start_date"], slide.get("end_date", {"year": 1})):
            assert all(isinstance(part, int) for part in ends.values())
            assert set(ends) <= {"year", "month", "day"}
            assert "year" in ends


def test_what_articles_say_is_text(tmp_path):
    evil = '<script>alert(1)</script><img src=x onerror="a">'
    told = report("d", 0, evil, outlet=evil, url="javascript:alert(1)")
    also = report("d", 9, "Fine.", outlet="News", url='https://news.example/a?b=1&c="')
    good = report("d", 19, "Fine.", outlet="News", url="https://news.example/a?b=1&c=2")
    actor = PERSON.__class__(id="x", label=evil, kind="person")
    [slide] = slides([event("a", "visit", [actor], [], date=day("2021-05-02"), mentions=(told, also, good))], tmp_path)
    html = slide["text"]["headline"] + slide["text"]["text"]
    assert set(re.findall(r"<(\w+)", html)) == {"blockquote", "p", "a"}
    assert re.findall(r'href="([^"]*)"', html) == ["https://news.example/a?b=1&amp;c=2"]
    assert "&lt;script&gt;" in slide["text"]["headline"]


def test_what_did_not_happen_says_so_and_undated_events_are_left_out(tmp_path):
    made = [
        event("a", "visit", [PERSON], [COUNTRY], date=day("2021-05-02"), status="cancelled"),
        event("b", "visit", [PERSON], [COUNTRY]),
    ]
    [slide] = slides(made, tmp_path)
    assert slide["text"]["headline"] == "Maria Lindqvist – visit – Sweden [cancelled]"
    assert slide["group"] == "cancelled"


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("https://news.example/a", True), ("http://news.example", True), ("javascript:alert(1)", False),
        ("data:text/html,x", False), ("//news.example", False), ("https://[", False), ("https://a.example/ b", False),
        ('https://a.example/"', False), ("https://a.example/\n", False), ("", False), (None, False),
        ("ftp://a.b", False),
    ],
)  # fmt: skip
def test_addresses_of_the_web(url, whole):
    assert web(url) == (url if whole else None)
