"""A sound build passes, and each way to break it is named by its rule, its line or its subject."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.check import check
from kg.commands import main
from kg.errors import ConfigError, NotFoundError
from kg.export import write_all
from kg.graph import build_graph
from kg.model import (
    Actor,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Link,
    Phrase,
    Place,
    Report,
    Span,
)

TEXT = "Kenya's president flew to Accra. He is to sign a treaty there."
DAY = date(2019, 6, 4)
WHEN = DateRange(edtf="2019-06-04", earliest=DAY, latest=DAY, precision="day")
KENYA = Actor(id="kenya", label="Kenya", kind="country", country="KE")
GHANA = Actor(id="ghana", label="Ghana", kind="country", country="GH")


def event(name: str, start: int, end: int, *links: Link, **changes: Any) -> Event:
    report = Report(
        document="flight",
        start=start,
        end=end,
        quote=TEXT[start:end],
        type="visit",
        published=DAY,
        outlet="Rift Post",
        status="happened",
        polarity="positive",
        attributed_to=None,
        date_text=None,
        extractor="syntax",
        rule="visit",
    )
    values: dict[str, Any] = {"type": "visit", "action": "fly", "status": "happened", "date": WHEN, **changes}
    values |= {"place": Place(id="accra", label="Accra", country="GH"), "mentions": (report,), "links": links}
    return Event(id=name, plover="CONSULT", cameo="042", actors=(KENYA,), targets=(GHANA,), confidence=0.7, **values)


EVENTS = (
    event("visit", 0, 32),
    event("treaty", 33, 62, Link(kind="part_of", event="visit"), type="agree", status="planned"),
)
MENTION = EventMention(
    document="flight",
    sentence=Span(start=0, end=32),
    trigger=Phrase(start=18, end=22, text="flew"),
    type="visit",
    plover="CONSULT",
    cameo="042",
    action="fly",
    actors=(ActorMention(start=0, end=5, text="Kenya", id="kenya", label="Kenya", kind="country"),),
    targets=(),
    place=None,
    date=None,
    status="happened",
    polarity="positive",
    attributed_to=None,
    confidence=0.7,
    extractor="syntax",
    rule="visit",
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    document = Document(id="flight", text=TEXT, published=DAY, outlet="Rift Post", language="en")
    write_all(build_graph([document], [MENTION], EVENTS), tmp_path, ("events", "documents", "mentions", "near-misses"))
    return tmp_path


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("turtle")
    write_all(build_graph([], [], EVENTS), folder, ["turtle"])
    return (folder / "graph.ttl").read_text(encoding="utf-8")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False)


def test_the_seeds_pass(built: Path) -> None:
    result = run(built)
    assert result.output == f"{built}: nothing wrong.\n"
    assert result.exit_code == 0


def test_the_samples_pass(out: Path, turtle: str) -> None:
    (out / "graph.ttl").write_text(turtle, encoding="utf-8")
    assert check(out) == ()
    assert run(out, "--json").output == ""


def changed(value: dict[str, Any], path: str, new: object) -> None:
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split("/")]
    inner: Any = value
    for step in steps:
        inner = inner[step]
    inner[last] = new


LINES = [
    # file, line (from 1; events stand in the order of their ids), path to a value, new value, rule, subject, message
    ("events", 1, "id", "visit", "unique-id", "visit", "stands in line 1 too"),
    ("events", 2, "date/earliest", "2019-07-01", "value", "visit", "earliest 2019-07-01 is after latest 2019-06-04"),
    ("events", 2, "status", "done", "value", "visit", "Invalid enum value 'done' - at `$.status`"),
    ("events", 2, "mentions/0/end", 90, "span-in-text", "visit", "ends at 90, after the text of 'flight' does at 62"),
    ("events", 2, "mentions/0/quote", "Kenya", "quote-length", "visit", "of 5 characters, its span of 32"),
    (
        "events",
        2,
        "mentions/0/document",
        "other",
        "known-document",
        "visit",
        "no document of the build has the id 'other'",
    ),
    ("events", 1, "links/0/event", "gone", "link-target", "treaty", "part_of leads to gone, which is no event here"),
    ("events", 1, "links/0/event", "treaty", "link-loop", "treaty", "part_of leads back: treaty → treaty"),
    ("events", 2, "links", [{"kind": "part_of", "event": "treaty"}], "link-loop", "treaty", "treaty → visit → treaty"),
    (
        "mentions",
        1,
        "trigger/end",
        21,
        "quote-length",
        "flight:18:visit",
        "the trigger is of 4 characters, its span of 3",
    ),
    ("mentions", 1, "sentence/end", 63, "span-in-text", "flight:18:visit", "ends at 63"),
    ("mentions", 1, "document", "gone", "known-document", "gone:18:visit", "'gone'"),
    ("documents", 1, "length", "62", "value", "flight", "Expected `int`, got `str`"),
]


@pytest.mark.parametrize(("file", "number", "path", "new", "rule", "subject", "message"), LINES)
def test_a_broken_line_is_named(
    out: Path, file: str, number: int, path: str, new: object, rule: str, subject: str, message: str
) -> None:
    target = out / f"{file}.jsonl"
    lines = target.read_text(encoding="utf-8").splitlines()
    value = json.loads(lines[number - 1])
    changed(value, path, new)
    lines[number - 1] = json.dumps(value)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [one for one in check(out) if one.rule == rule]
    assert [(one.file, one.subject) for one in found] == [(f"{file}.jsonl", subject)]
    assert message in found[0].message
    assert found[0].line == {"unique-id": 2, "link-loop": 1}.get(rule, number)


def test_what_is_no_json_is_named(out: Path) -> None:
    with (out / "events.jsonl").open("ab") as file:
        file.write(b"{\n\xff\n")
    assert [(one.rule, one.line) for one in check(out)] == [("value", 3), ("value", 4)]


ZERO = 'oa:start "0"^^xsd:nonNegativeInteger'
TURTLES: list[tuple[Callable[[str], str], str, str, str]] = [
    # an edit, rule, subject, a part of the message
    (lambda t: t.replace("kg:confidence 0.7", "kg:confidence 7.0"), "kg:confidence maxInclusive", "event:visit", "7.0"),
    (lambda t: t.replace("status:happened ;", "status:done ;"), "kg:status node", "event:visit", "Found: status:done"),
    (
        lambda t: t + '\nevent:visit sem:hasEarliestBeginTimeStamp "2020-01-01"^^xsd:date .',
        "sem:hasEarliestBeginTimeStamp maxCount", "event:visit", "",
    ),
    (
        lambda t: t.replace('BeginTimeStamp "2019-06-04"', 'BeginTimeStamp "2021-06-04"'),
        "sem:hasEarliestBeginTimeStamp lessThanOrEquals", "event:visit", "The earliest day is not after the latest.",
    ),
    (
        lambda t: t.replace('BeginTimeStamp "2019-06-04"', 'BeginTimeStamp "2019-06-44"'),
        "literal", "event:visit", "sem:hasEarliestBeginTimeStamp: '2019-06-44' is no xsd:date",
    ),
    (
        lambda t: t.replace('BeginTimeStamp "2019-06-04"^^xsd:date', 'BeginTimeStamp "in June"'),
        "sem:hasEarliestBeginTimeStamp datatype", "event:visit", "Found: in June",
    ),
    (lambda t: t.replace("Body event:visit", "Body event:gone"), "oa:hasBody class", "mention:visit-", "event:gone"),
    (lambda t: t.replace('Code "KE"', 'Code "Kenya"'), "kg:countryCode pattern", "actor:kenya", "two capital"),
    (lambda t: t.replace('oa:exact "Kenya', 'oa:exact "K'), "quote-length", "span:flight-0-32", "28 characters"),
    (lambda t: t + "\nevent:visit kg:follows event:visit .", "link-loop", "event:visit", "kg:follows leads back"),
    (lambda t: t + "\nevent:bare a sem:Event .", "sem:eventType minCount", "event:bare", "An event has one type"),
    (
        lambda t: t.replace(ZERO, ZERO.replace("0", "40")),
        "oa:start lessThanOrEquals", "position:flight-0-32", "starts before it ends",
    ),
    (lambda t: t.replace(ZERO, ZERO.replace("0", "-1")), "literal", "position:flight-0-32", "is no"),
    (lambda t: t.replace(ZERO, 'oa:start "zero"'), "oa:start datatype", "position:flight-0-32", "zero"),
    (lambda t: t.replace("stance:asserts ;", "stance:doubts ;"), "kg:stance in", "mention:", "stance:doubts"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "rule", "subject", "message"), TURTLES)
def test_a_broken_statement_is_named(
    turtle: str, tmp_path: Path, edit: Callable[[str], str], rule: str, subject: str, message: str
) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(edit(turtle), encoding="utf-8")
    assert edit(turtle) != turtle
    found = {(one.subject, one.message) for one in check(path) if one.rule == rule}
    assert any(name.startswith(subject) and message in said for name, said in found), check(path)


def test_a_turtle_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text("@prefix a: <http://a.example/> .\na:b a:c .\n")
    result = run(tmp_path / "own.ttl")
    assert result.exit_code == 1
    assert result.output.startswith("own.ttl:2: –: syntax: ")
    assert result.output.endswith("own.ttl: 1 wrong.\n")


def test_the_report_and_its_json_say_the_same(out: Path, turtle: str) -> None:
    (out / "graph.ttl").write_text(
        turtle.replace('countryCode "KE"', 'countryCode "\\u001b[31mKE\\n"'), encoding="utf-8"
    )
    shown, as_json = run(out), run(out, "--json")
    assert (shown.exit_code, as_json.exit_code) == (1, 1)
    found = [json.loads(line) for line in as_json.output.splitlines()]
    assert [(one["file"], one["line"], one["subject"], one["rule"]) for one in found] == [
        ("graph.ttl", None, "actor:kenya", "kg:countryCode pattern")
    ]
    assert "graph.ttl: actor:kenya: kg:countryCode pattern: A country's code has two capital letters." in shown.output
    assert "\x1b" not in shown.output
    assert len(shown.output.splitlines()) == 2


@pytest.mark.parametrize("ending", ["nt", "nq", "trig", "jsonld"])
def test_other_kinds_of_rdf_are_checked_too(tmp_path: Path, ending: str) -> None:
    write_all(build_graph([], [], [EVENTS[0], event("bad", 0, 40)]), tmp_path, [ending])
    path = tmp_path / f"graph.{ending}"
    assert check(path) == ()
    path.write_text(path.read_text(encoding="utf-8").replace("asserts", "doubts"), encoding="utf-8")
    assert {one.rule for one in check(path)} == {"kg:stance in"}


def test_blank_nodes_of_others_are_read(tmp_path: Path) -> None:
    text = "@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .\n[] a sem:Place .\n"
    (tmp_path / "own.ttl").write_text(text)
    assert [one.rule for one in check(tmp_path / "own.ttl")] == ["rdfs:label minCount"]


def test_nothing_to_check_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no build is here"):
        check(tmp_path)
    with pytest.raises(NotFoundError, match="no such file or folder"):
        check(tmp_path / "gone.ttl")
    (tmp_path / "a.pdf").write_text("")
    with pytest.raises(ConfigError, match="its ending names no kind of RDF"):
        check(tmp_path / "a.pdf")
