"""The engine in its process: answers, messages, limits, and that nothing leaves it."""

import socket
import sys
from pathlib import Path

import pytest

from kg.errors import InputError, NotFoundError, QueryError, SpentError
from kg.query import Boolean, Engine, Limits, Solutions, Statements, sources, worker

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_each_kind_of_query_has_its_kind_of_answer(engine: Engine) -> None:
    found = engine.run("SELECT ?label { actor:joe-biden rdfs:label ?label }")
    assert isinstance(found, Solutions)
    assert (found.variables, [str(row[0]) for row in found.rows]) == (("label",), ['"Joe Biden"'])
    assert engine.run("ASK { ?a kg:status status:cancelled }") == Boolean(True)
    graph = engine.run("CONSTRUCT { ?a a schema:Person } WHERE { ?a rdfs:label 'Joe Biden' }")
    assert isinstance(graph, Statements)
    assert [str(t.subject) for t in graph.triples] == ["<https://w3id.org/kg/data/actor/joe-biden>"]
    assert isinstance(engine.run("DESCRIBE actor:joe-biden"), Statements)


def test_the_rows_are_cut_and_the_answer_says_so(engine: Engine) -> None:
    all_people = "SELECT ?a { ?a a schema:Person } ORDER BY ?a"
    two, three = engine.run(all_people, rows=2), engine.run(all_people, rows=3)
    assert isinstance(two, Solutions)
    assert isinstance(three, Solutions)
    assert (len(two.rows), two.more) == (2, True)
    assert three.rows[:2] == two.rows
    assert engine.run("SELECT * { VALUES ?a { 1 2 } }", rows=2).more is False  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("query", "line", "column", "says"),
    [
        ("SELECT * {\n  ?a ?b ?c\n  FILTER(?a >) }", 3, 14, ") cannot stand here"),
        ("SELEC * { ?a ?b ?c }", 1, 1, "SELEC cannot stand here"),
        ("SELECT * { ?a ?b ?c . OPTIONAL ?a ?b ?d } LIMIT 3", 1, 32, "?a cannot stand here"),
        ("SELECT * WHERE { ?a ?b 'é' ; ?c . } ORDER", 1, 33, ". cannot stand here"),
        ("SELECT * { ?a ?b ?c # comment\n  FILTER(not(?a)) }", 2, 13, "( cannot stand here"),
        ("ASK { ?a ?b <a b> }", 1, 17, "> cannot stand here"),
        ("SELECT * { ?a ?b ?c", 1, 20, "the query ends too early"),
        ("SELECT ?a {\r\n ?a bar:x ?b }", 2, 5, "prefix bar: is not known"),
        ("SELECT ?a (COUNT(?b) AS ?n) { ?a ?b ?c }", 1, 1, "neither bound nor grouped"),
        ("", 1, 1, "the query ends too early"),
    ],
)
def test_a_mistake_is_shown_with_its_line_and_a_caret(
    engine: Engine, query: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(QueryError) as caught:
        engine.run(query)
    head, text, caret = str(caught.value).split("\n")
    assert head.startswith(f"line {line}, column {column}: ")
    assert says in head
    assert text == "  " + query.replace("\r", "").split("\n")[line - 1]
    assert caret == " " * (column + 1) + "^"


def test_a_runaway_query_is_stopped_and_the_next_one_answered(sample: Path) -> None:
    with Engine(sources([sample]), Limits(seconds=0.5)) as engine:
        with pytest.raises(SpentError, match=r"more than 0\.5 seconds"):
            engine.run(PRODUCT)
        assert engine.run("ASK { ?a ?b ?c }") == Boolean(True)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="memory is bounded where /proc says how much is in use"
)
def test_a_query_that_eats_memory_is_stopped(sample: Path) -> None:
    greedy = "SELECT (GROUP_CONCAT(?x) AS ?all) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?d), STR(?f)) AS ?x) }"
    with (
        Engine(sources([sample]), Limits(seconds=120, memory=64 * 1024**2)) as engine,
        pytest.raises(SpentError, match="memory"),
    ):
        engine.run(greedy)


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such limit; there the check of the text stands alone"
)
def test_the_process_opens_no_connection_even_if_a_query_slips_through(engine: Engine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        query = f"ASK {{ SERVICE <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?a ?b ?c }} }}"
        answer = engine._done(worker.run, query, engine._files, 1)
        assert isinstance(answer, QueryError)
        with pytest.raises(TimeoutError):
            server.accept()


def test_files_of_other_origin_are_read_with_their_prefixes(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("@prefix shop: <http://shop.example/> .\nshop:a shop:sells 'tea' .\n")
    (tmp_path / "b.nq").write_text(
        "<http://shop.example/b> <http://shop.example/sells> 'oil' <http://g.example/> .\n".replace("'", '"')
    )
    (tmp_path / "c.jsonld").write_text('{"@id": "http://shop.example/c", "http://shop.example/sells": "rye"}')
    with Engine(sources([tmp_path / name for name in ("a.ttl", "b.nq", "c.jsonld")])) as engine:
        found = engine.run("SELECT ?what { ?who shop:sells ?what } ORDER BY ?what")
        assert isinstance(found, Solutions)
        assert [str(row[0]) for row in found.rows] == ['"oil"', '"rye"', '"tea"']
        assert engine.run("ASK { GRAPH <http://g.example/> { shop:b ?a ?b } }") == Boolean(True)


def test_a_file_that_is_no_rdf_is_named_with_its_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<http://a.example/> <http://b.example/> 1 .\nno turtle\n")
    with Engine(sources([bad])) as engine, pytest.raises(InputError, match=r"bad\.ttl:2: no Turtle"):
        engine.run("ASK {}")


def test_what_cannot_be_asked_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="kg build"):
        sources([tmp_path])
    with pytest.raises(NotFoundError, match="name a file"):
        sources([tmp_path / "none.ttl"])
    (tmp_path / "graph.nq").touch()
    assert sources([tmp_path]) == (tmp_path / "graph.nq",)
    (tmp_path / "a.csv").touch()
    with pytest.raises(InputError, match=r"\.jsonld"):
        sources([tmp_path / "a.csv"])
