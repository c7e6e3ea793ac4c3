"""The query operation of the SPARQL 1.1 Protocol, and its service description: cases written from the recommendation.

Sections 2.1.1 to 2.1.3 give the ways to send a query, 2.1.4 the dataset, 2.1.5 the forms of answers, 2.1.7 the codes.
"""

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
import rdflib
from serve_client import Answer, Server

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON = "application/sparql-results+json"
ASK = "ASK { ?event a sem:Event }"
SELECT = "SELECT ?type { ?event sem:eventType ?type } ORDER BY ?type LIMIT 2"
CONSTRUCT = "CONSTRUCT { ?event a ?class } WHERE { ?event a ?class . ?event sem:eventType action:visit }"
DESCRIBE = "DESCRIBE action:visit"
REACHING = ["ASK FROM <file:///etc/hostname> { ?a ?b ?c }", "ASK { SERVICE <http://127.0.0.1:9/> {} }"]
FORMATS = [("", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")]
RESULTS = {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle"}
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")

CONJUNCTIVE = "ignore:ConjunctiveGraph is deprecated"
"""rdflib's own reader of JSON-LD says so."""
Way = Callable[[Server, str], Answer]


def get(server: Server, query: str, accept: str = "*/*") -> Answer:
    return server.ask(f"/sparql?{urlencode({'query': query})}", Accept=accept)


def form(server: Server, query: str, accept: str = "*/*") -> Answer:
    return server.ask("/sparql", "POST", urlencode({"query": query}).encode(), Content_Type=FORM, Accept=accept)


def direct(server: Server, query: str, accept: str = "*/*") -> Answer:
    return server.ask("/sparql", "POST", query.encode(), Content_Type=DIRECT, Accept=accept)


@pytest.mark.parametrize("way", [get, form, direct])
def test_a_query_comes_in_three_ways(server: Server, way: Way) -> None:
    answer = way(server, ASK)
    assert (answer.status, answer.media, answer.json) == (200, JSON, {"head": {}, "boolean": True})


@pytest.mark.parametrize("way", [get, form, direct])
def test_letters_of_all_scripts_come_through(server: Server, way: Way) -> None:
    answer = way(server, "SELECT ('Ærø 東京 \U0001f600' AS ?text) {}")
    assert answer.json["results"]["bindings"] == [{"text": {"type": "literal", "value": "Ærø 東京 \U0001f600"}}]


def test_the_media_type_may_have_a_charset_and_capitals(server: Server) -> None:
    for kind in (f"{DIRECT}; charset=utf-8", f'{DIRECT};charset="UTF-8"', "Application/SPARQL-Query"):
        assert server.ask("/sparql", "POST", ASK.encode(), Content_Type=kind).json["boolean"] is True


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "", JSON),
        (SELECT, "*/*", JSON),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
        (SELECT, "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        (SELECT, "application/*", JSON),
        (SELECT, "text/*", "text/csv"),
        (SELECT, "text/turtle, */*;q=0.1", JSON),
        (SELECT, "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ASK, "text/csv", "text/csv"),
        (CONSTRUCT, "", "text/turtle"),
        (CONSTRUCT, "text/turtle", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (DESCRIBE, "*/*", "text/turtle"),
        (DESCRIBE, "application/rdf+xml;q=0.9, application/n-triples", "application/n-triples"),
    ],
)
def test_the_client_chooses_the_form(server: Server, query: str, accept: str, media: str) -> None:
    answer = get(server, query, accept)
    assert (answer.status, answer.media) == (200, media)
    assert "accept" in answer.headers["vary"].lower().replace(" ", "").split(",")


@pytest.mark.parametrize(("query", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (ASK, "image/png")])
def test_no_form_for_the_client_is_406(server: Server, query: str, accept: str) -> None:
    answer = get(server, query, accept)
    assert answer.status == 406
    assert "the Accept header takes none of" in answer.text


def test_rows_are_the_same_in_all_forms(server: Server) -> None:
    space = "{http://www.w3.org/2005/sparql-results#}"
    rows = [row["type"]["value"] for row in get(server, SELECT, JSON).json["results"]["bindings"]]
    assert len(rows) == 2
    xml = ElementTree.fromstring(get(server, SELECT, "application/sparql-results+xml").body)
    assert [uri.text for uri in xml.iter(f"{space}uri")] == rows
    assert list(csv.reader(io.StringIO(get(server, SELECT, "text/csv").text))) == [["type"], *([r] for r in rows)]
    lines = get(server, SELECT, "text/tab-separated-values").text.splitlines()
    assert lines == ["?type", *(f"<{row}>" for row in rows)]


@pytest.mark.filterwarnings(CONJUNCTIVE)
def test_graphs_are_the_same_in_all_forms(server: Server) -> None:
    media = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}
    media["application/ld+json"] = "json-ld"
    graphs = [rdflib.Graph().parse(data=get(server, CONSTRUCT, m).body, format=f) for m, f in media.items()]
    assert len(graphs[0]) > 0
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


@pytest.mark.parametrize("way", [get, form, direct])
@pytest.mark.parametrize("query", ["SELECT", "SELECT * { ?a ?b }", "", "ASK { ?a ?b 'open }", "nonsense"])
def test_what_is_no_sparql_is_400(server: Server, way: Way, query: str) -> None:
    answer = way(server, query)
    assert (answer.status, answer.media) == (400, "text/plain")


def test_a_syntax_error_has_line_and_caret(server: Server) -> None:
    lines = get(server, "SELECT *\n{ ?a ?b ?c ,, }").text.splitlines()
    assert lines[0].startswith("line 2, column 13: ")
    assert lines[2] == "  " + " " * 12 + "^"


@pytest.mark.parametrize(
    ("method", "target", "kind", "body", "status"),
    [
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "", b"", 400),
        ("POST", "/sparql", FORM, b"query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("POST", "/sparql", FORM, b"other=ASK%7B%7D", 400),
        ("POST", "/sparql", FORM, b"", 400),
        ("POST", "/sparql?query=ASK%7B%7D", DIRECT, b"ASK {}", 400),
        ("POST", "/sparql", "", b"ASK {}", 415),
        ("POST", "/sparql", "text/plain", b"ASK {}", 415),
        ("POST", "/sparql", "multipart/form-data; boundary=x", b"--x--", 415),
        ("POST", "/sparql", f"{DIRECT}; charset=utf-16", "ASK {}".encode("utf-16"), 415),
        ("POST", "/sparql", DIRECT, "ASK { ?a ?b 'é' }".encode("latin-1"), 400),
        ("GET", "/sparql?query=ASK%7B%3Fa%20%3Fb%20%27%E9%27%7D", "", b"", 400),
        ("PUT", "/sparql", DIRECT, b"ASK {}", 405),
        ("DELETE", "/sparql?query=ASK%7B%7D", "", b"", 405),
        ("PATCH", "/sparql", DIRECT, b"ASK {}", 405),
    ],
)
def test_bad_requests(server: Server, method: str, target: str, kind: str, body: bytes, status: int) -> None:
    headers = {"Content_Type": kind} if kind else {}
    answer = server.ask(target, method, body or None, **headers)
    assert (answer.status, answer.media) == (status, "text/plain")
    assert answer.text.count("\n") == 1
    assert status != 405 or {m.strip() for m in answer.headers["allow"].split(",")} == {"GET", "HEAD", "POST"}


@pytest.mark.parametrize(
    ("target", "kind", "body"),
    [
        ("/sparql", "application/sparql-update", b"CLEAR ALL"),
        ("/sparql", FORM, b"update=CLEAR%20ALL"),
        ("/sparql", FORM, urlencode({"query": "DELETE WHERE { ?a ?b ?c }"}).encode()),
        ("/sparql", DIRECT, b"INSERT DATA { kg:a kg:b kg:c }"),
        ("/sparql?update=CLEAR%20ALL", DIRECT, b"ASK {}"),
    ],
)
def test_updates_are_403(server: Server, target: str, kind: str, body: bytes) -> None:
    answer = server.ask(target, "POST", body, Content_Type=kind)
    assert answer.status == 403
    assert "updates are refused" in answer.text
    assert server.ask("/sparql?update=CLEAR%20ALL").status == 403


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_dataset_of_the_client_is_403(server: Server, name: str) -> None:
    for uri in ("http://example.org/a", "file:///etc/hostname"):
        parameters, dataset = urlencode({"query": ASK, name: uri}), f"/sparql?{urlencode({name: uri})}"
        answers = [
            server.ask(f"/sparql?{parameters}"),
            server.ask("/sparql", "POST", parameters.encode(), Content_Type=FORM),
            server.ask(dataset, "POST", urlencode({"query": ASK}).encode(), Content_Type=FORM),
            server.ask(dataset, "POST", ASK.encode(), Content_Type=DIRECT),
        ]
        for answer in answers:
            assert answer.status == 403
            assert answer.text.startswith(f"{name} is refused: ")


def test_an_empty_dataset_parameter_and_unknown_ones_are_nothing(server: Server) -> None:
    parameters = urlencode({"query": ASK, "default-graph-uri": "", "format": "json", "output": "json"})
    assert server.ask(f"/sparql?{parameters}").json["boolean"] is True


@pytest.mark.parametrize("query", REACHING)
@pytest.mark.parametrize("way", [get, form, direct])
def test_a_query_that_reaches_out_is_403(server: Server, way: Way, query: str) -> None:
    answer = way(server, query)
    assert answer.status == 403
    assert "would" in answer.text


def test_head_has_the_headers_alone(server: Server) -> None:
    answer = server.ask(f"/sparql?{urlencode({'query': ASK})}", "HEAD", Accept=JSON)
    assert (answer.status, answer.media, answer.body) == (200, JSON, b"")


@pytest.mark.filterwarnings(CONJUNCTIVE)
@pytest.mark.parametrize(("accept", "format"), FORMATS)
def test_without_a_query_the_service_describes_itself(server: Server, accept: str, format: str) -> None:
    answer = server.ask("/sparql", Accept=accept)
    graph = rdflib.Graph().parse(data=answer.body, format=format)
    (service,) = graph.subjects(rdflib.RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == rdflib.URIRef(f"{server.address}/sparql")
    assert SD.SPARQL11Query in set(graph.objects(service, SD.supportedLanguage))
    assert graph.value(graph.value(service, SD.defaultDataset), SD.defaultGraph) is not None
    formats = {str(f).rpartition("/")[2] for f in graph.objects(service, SD.resultFormat)}
    assert {
        "SPARQL_Results_JSON",
        "SPARQL_Results_XML",
        "SPARQL_Results_CSV",
        "SPARQL_Results_TSV",
        "Turtle",
    } <= formats


def test_more_rows_than_the_limit_are_cut_and_that_is_said(server: Server) -> None:
    assert "x-sparql-maxrows" not in server.query("SELECT * { ?a ?b ?c }").headers
    answer = server.query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert answer.headers["x-sparql-maxrows"] == "10000"
    assert len(answer.json["results"]["bindings"]) == 10_000
