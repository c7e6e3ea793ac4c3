"""The JSON API: filters, pages, single things, and that each answer is as /openapi.json says."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from serve_client import Answer, Server, serving, write_build

from kg.serve import asked
from kg.serve.openapi import PARAMETERS, document

PROBLEM = "application/problem+json"


@cache
def described() -> Any:
    return msgspec.json.decode(msgspec.json.encode(document()))


def checked(answer: Answer, path: str) -> Any:
    """The content of an answer, after it was held against the description."""
    responses = described()["paths"][path]["get"]["responses"]
    response = responses[str(answer.status)] if str(answer.status) in responses else responses["4XX"]
    if "$ref" in response:
        response = described()["components"]["responses"]["wrong"]
    assert answer.media in response["content"], answer
    schema = {**response["content"][answer.media]["schema"], "components": described()["components"]}
    OAS31Validator(schema).validate(answer.json)
    return answer.json


def rows(server: Server, **filters: str | list[str]) -> list[dict[str, Any]]:
    answer = server.ask(f"/api/timeline?{urlencode({k.replace('_', '-'): v for k, v in filters.items()}, doseq=True)}")
    assert answer.status == 200, answer.text
    found: list[dict[str, Any]] = checked(answer, "/api/timeline")["rows"]
    return found


def test_the_description_is_openapi_and_names_each_parameter(server: Server) -> None:
    served = server.ask("/openapi.json").json
    validate(served)
    assert served == described()
    assert set(PARAMETERS) == {*asked.FILTERS, *asked.ACTOR_FILTERS}


def test_all_events_in_order(server: Server, build: Path) -> None:
    content = checked(server.ask("/api/events?limit=1000"), "/api/events")
    lines = [msgspec.json.decode(line) for line in (build / "events.jsonl").read_bytes().splitlines()]
    assert content == {"events": lines, "total": len(lines), "next": None}


def test_the_timeline_is_the_events_in_brief(server: Server) -> None:
    first = checked(server.ask("/api/events?limit=1&type=meet&from=2023"), "/api/events")["events"][0]
    (row,) = rows(server, limit="1", type="meet", **{"from": "2023"})
    assert row["event"] == first["id"]
    assert row["who"] == [actor["label"] for actor in first["actors"]]
    assert (row["earliest"], row["reports"]) == (first["date"]["earliest"], len(first["mentions"]))


def test_filters_by_type_and_status(server: Server) -> None:
    every = rows(server, limit="1000")
    some = rows(server, limit="1000", type=["visit", "meet"], status="happened")
    assert some == [r for r in every if r["type"] in {"visit", "meet"} and r["status"] == "happened"]
    assert some
    assert rows(server, limit="1000", type="visit,meet", status="happened") == some


def test_filters_by_days_take_what_may_lie_in_them(server: Server) -> None:
    every = rows(server, limit="1000")
    some = rows(server, limit="1000", **{"from": "2023-02", "to": "2023-06-19"})
    dated = [r for r in every if r["edtf"]]
    fitting = [
        r for r in dated if (r["latest"] or "9999") >= "2023-02-01" and (r["earliest"] or "0000") <= "2023-06-19"
    ]
    assert some == fitting
    assert 0 < len(some) < len(dated)


def test_a_person_is_a_person_and_a_country_its_people_too(server: Server) -> None:
    blinken = rows(server, limit="1000", person="Blinken")
    assert blinken
    assert all("Antony Blinken" in r["who"] + r["whom"] for r in blinken)
    assert rows(server, person="China") == []
    by_name, by_code = rows(server, limit="1000", country="China"), rows(server, limit="1000", country="cn")
    assert by_name == by_code
    assert any("Xi Jinping" in r["who"] and "China" not in r["who"] + r["whom"] for r in by_name)
    assert rows(server, limit="1000", name="Beijing")


def test_every_name_takes_part(server: Server) -> None:
    both = rows(server, limit="1000", person=["Blinken", "Wang Yi"])
    assert both
    assert all({"Antony Blinken", "Wang Yi"} <= set(r["who"] + r["whom"]) for r in both)


def test_words_stand_in_labels_and_sentences(server: Server) -> None:
    events = checked(server.ask("/api/events?limit=1000&q=understanding+biden"), "/api/events")["events"]
    assert events
    for event in events:
        quotes = " ".join(m["quote"] for m in event["mentions"]).lower()
        labels = " ".join(a["label"] for a in (*event["actors"], *event["targets"])).lower()
        assert "understanding" in quotes
        assert "biden" in quotes + labels
    assert rows(server, q="understanding zzzzz") == []
    assert rows(server, q="UNDERSTANDING") == rows(server, q="understanding") != []


def test_as_of_a_day_is_what_had_been_reported(server: Server) -> None:
    cancelled = rows(server, status="cancelled", type="visit", person="Blinken")
    assert cancelled
    identifier = cancelled[0]["event"]
    day = "2023-02-01"
    (before,) = [r for r in rows(server, limit="1000", as_of=day) if r["event"] == identifier]
    assert before["status"] == "planned"
    one = checked(server.ask(f"/api/events/{identifier}?as-of={day}"), "/api/events/{id}")
    assert one["status"] == "planned"
    assert all(m["published"] <= day for m in one["mentions"])
    assert server.ask(f"/api/events/{identifier}?as-of=1999").status == 404


@pytest.mark.parametrize(("path", "items"), [("events", "events"), ("timeline", "rows"), ("actors", "actors")])
def test_pages_join_to_the_whole(server: Server, path: str, items: str) -> None:
    whole = server.ask(f"/api/{path}?limit=1000").json[items]
    target, found = f"/api/{path}?limit=7", []
    while target:
        answer = server.ask(target)
        content = checked(answer, f"/api/{path}")
        assert content["total"] == len(whole)
        links = dict(reversed(pair) for pair in re.findall(r'<([^>]*)>; rel="(\w+)"', answer.headers["link"]))
        assert links["first"] == f"/api/{path}?limit=7"
        assert links.get("next") == content["next"]
        found += content[items]
        target = content["next"]
    assert found == whole


def test_a_page_holds_while_the_build_changes(tmp_path: Path) -> None:
    """The cursor is a place in the order, whether or not its event is still there."""
    with serving(write_build(tmp_path / "a", "turtle")) as server:
        first = server.ask("/api/timeline?limit=10").json
    with serving(write_build(tmp_path / "b", "turtle", leave_out=30)) as server:
        rest = server.ask(first["next"].replace("limit=10&", "limit=1000&")).json["rows"]
        whole = server.ask("/api/timeline?limit=1000").json["rows"]
    last = first["rows"][-1]
    seen = {r["event"] for r in first["rows"]}
    assert [r for r in whole if r["event"] not in seen] == [r for r in rest if r["event"] not in seen]
    assert last["event"] not in {r["event"] for r in rest}


def test_actors_by_kind_country_and_words(server: Server) -> None:
    every = checked(server.ask("/api/actors?limit=1000"), "/api/actors")["actors"]
    assert all(a["events"] >= b["events"] for a, b in pairwise(every))
    people = server.ask("/api/actors?limit=1000&kind=person&country=US").json["actors"]
    assert people == [a for a in every if a["kind"] == "person" and a["country"] == "US"]
    assert people
    assert [a["id"] for a in server.ask("/api/actors?q=xi+JIN").json["actors"]] == ["xi-jinping"]


def test_one_actor_with_partners(server: Server) -> None:
    content = checked(server.ask("/api/actors/antony-blinken"), "/api/actors/{id}")
    mine = rows(server, limit="1000", person="Antony Blinken")
    assert content["events"] == sum(content["types"].values()) == sum(content["statuses"].values()) == len(mine)
    partner = content["partners"][0]
    shared = [r for r in mine if partner["label"] in r["who"] + r["whom"]]
    assert partner["events"] == len(shared)
    assert "antony-blinken" not in {p["id"] for p in content["partners"]}


@pytest.mark.parametrize(
    ("target", "detail"),
    [
        ("/api/events?colour=red", "'colour' is no parameter here; choose from name, person, "),
        ("/api/events?type=dance", "type 'dance' is none of meet, "),
        ("/api/events?status=maybe", "status 'maybe' is none of happened, "),
        ("/api/events?from=yesterday", "from 'yesterday' is no date; write 2023, 2023-02 or 2023-02-01"),
        ("/api/events?from=2024&to=2023", "from 2024-01-01 is after to 2023-12-31"),
        ("/api/events?as-of=2023-02-30", "as-of '2023-02-30' is no date"),
        ("/api/events?limit=0", "limit '0' is no number from 1 to 1000"),
        ("/api/events?limit=1001", "limit '1001' is no number from 1 to 1000"),
        ("/api/events?limit=%C2%B2", "limit '²' is no number from 1 to 1000"),
        ("/api/events?limit=1&limit=2", "limit is given more than once"),
        ("/api/events?cursor=x", "cursor 'x' is none; take it from a Link header"),
        ("/api/events?person=", "person is empty; leave it out"),
        (f"/api/events?q={'x' * 501}", "q is longer than 500 characters"),
        ("/api/actors?kind=robot", "kind 'robot' is none of person, "),
        ("/api/actors?from=2023", "'from' is no parameter here"),
    ],
)
def test_what_is_wrong_is_one_line(server: Server, target: str, detail: str) -> None:
    answer = server.ask(target)
    content = checked(answer, target.partition("?")[0])
    assert (answer.status, answer.media, content["status"]) == (400, PROBLEM, 400)
    assert content["detail"].startswith(detail)


@pytest.mark.parametrize("path", ["/api/events/", "/api/actors/"])
def test_an_unknown_id_is_404(server: Server, path: str) -> None:
    answer = server.ask(f"{path}nobody")
    assert (answer.status, answer.media) == (404, PROBLEM)
    checked(answer, path + "{id}")


def test_health_and_the_story(server: Server) -> None:
    assert checked(server.ask("/health"), "/health")["queries"] == "ready"
    story = checked(server.ask("/api/story"), "/api/story")
    assert len(story["events"]) == server.ask("/health").json["events"]


def test_metrics_count_requests_by_route(server: Server) -> None:
    def count() -> float:
        found = re.search(
            r'^kg_http_requests_total\{method="GET",path="/api/actors/\{id:path\}",status="404"\} (\S+)$',
            server.ask("/metrics").text,
            re.M,
        )
        return float(found[1]) if found else 0

    before = count()
    server.ask("/api/actors/not/there")
    server.ask("/made-up", "MADEUP")
    assert count() == before + 1
    text = server.ask("/metrics").text
    assert "made-up" not in text.lower()
    assert "MADEUP" not in text
    assert "\nkg_query_workers 2.0\n" in text
    assert 'kg_http_request_duration_seconds_bucket{le="+Inf",path="/health"}' in text


_values = st.text(max_size=30) | st.sampled_from(
    ["2023", "2023-02/..", "visit", "1", "~", "~~", "0001-01-01~", "%", "\0"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(["/api/events", "/api/actors", "/api/timeline"]),
    parameters=st.lists(st.tuples(st.sampled_from([*PARAMETERS, "x"]), _values), max_size=4),
)
def test_any_parameters_get_an_answer_as_described(
    server: Server, path: str, parameters: list[tuple[str, str]]
) -> None:
    answer = server.ask(f"{path}?{urlencode(parameters, errors='surrogatepass')}")
    assert answer.status in {200, 400}, answer
    checked(answer, path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(["/api/events/", "/api/actors/"]), name=st.text(min_size=1, max_size=30))
def test_any_id_gets_an_answer_as_described(server: Server, path: str, name: str) -> None:
    answer = server.ask(path + quote(name, safe=""))
    assert answer.status in {200, 404}, answer
    checked(answer, path + "{id}")
