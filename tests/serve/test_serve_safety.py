"""What nobody may do to the server: read other files, change data, make it call out, drown it, see its inside."""

import socket
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from serve_client import Answer, Server, serving, write_build

DIRECT = "application/sparql-query"
HOSTILE = [
    "/../../../../etc/passwd",
    "/..%2f..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/....//....//etc/passwd",
    "//etc/passwd",
    "/etc/passwd",
    "/static/../app.py",
    "/..\\..\\windows\\win.ini",
    "/api/events/..%2f..%2f..%2fetc%2fpasswd",
    "/api/actors/../../../../etc/passwd",
    "/graph?graph=file:///etc/passwd",
    "/graph?default=/etc/passwd&graph=file:///etc/passwd",
    "/sparql/../../etc/passwd",
    "/%00",
    "/index.html%00.png",
    "/.git/config",
    "/app.py",
    "/" + "a" * 20_000,
]


@pytest.mark.parametrize("target", HOSTILE)
def test_no_other_file_is_read(server: Server, target: str) -> None:
    answer = server.ask(target)
    assert answer.status in {400, 404, 414}, answer
    assert b"root:" not in answer.body
    assert b"Traceback" not in answer.body


def raw(server: Server, data: bytes) -> bytes:
    """What comes back for some bytes."""
    found = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        with suppress(ConnectionError):
            connection.sendall(data)
        with suppress(ConnectionError):
            while b"\r\n\r\n" not in found and (piece := connection.recv(65536)):
                found += piece
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"x" * 5_000_000 + b"\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\x00c\r\n\r\n",
    ],
)
def test_broken_requests_are_refused(server: Server, data: bytes) -> None:
    answer = raw(server, data)
    assert not answer or int(answer.split()[1]) in range(400, 500), answer
    assert server.ask("/health").status == 200


def test_only_names_of_this_machine_are_answered(server: Server) -> None:
    """A page of the web whose name is pointed at this machine reads nothing."""
    for host in ("evil.example", f"evil.example:{server.port}", "localhost.evil.example", ""):
        assert server.ask("/api/events", Host=host).status == 400
    for host in ("localhost", f"127.0.0.1:{server.port}", f"[::1]:{server.port}"):
        assert server.ask("/health", Host=host).status == 200


def test_every_answer_has_the_headers_that_keep_browsers_safe(server: Server) -> None:
    for target in ("/", "/health", "/sparql", "/nowhere", "/api/events?x=1", "/graph?default", "/api/story"):
        headers = server.ask(target).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def preflight(server: Server, origin: str) -> Answer:
    return server.ask("/sparql", "OPTIONS", Origin=origin, Access_Control_Request_Method="POST")


def test_other_origins_may_not_ask_unless_told(server: Server, tmp_path: Path) -> None:
    assert "access-control-allow-origin" not in server.ask("/health", Origin="https://a.example").headers
    assert preflight(server, "https://a.example").status == 405
    with serving(write_build(tmp_path, "turtle"), "--cors", "https://a.example") as open_to:
        answer = open_to.ask("/api/events", Origin="https://a.example")
        assert answer.headers["access-control-allow-origin"] == "https://a.example"
        assert "link" in answer.headers["access-control-expose-headers"].lower()
        assert preflight(open_to, "https://a.example").status == 200
        assert "access-control-allow-origin" not in open_to.ask("/health", Origin="https://b.example").headers
        assert preflight(open_to, "https://b.example").status == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("target", ["/graph?default", "/graph?graph=http://a/", "/api/events", "/health", "/api/story"])
def test_nothing_can_be_written(server: Server, method: str, target: str) -> None:
    answer = server.ask(target, method, b"<http://a/> <http://b/> <http://c/> .", Content_Type="text/turtle")
    assert answer.status == 405
    assert set(answer.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}


def test_long_requests_are_refused_before_they_are_read(server: Server) -> None:
    long = b"ASK {} #" + b"x" * 1024**2
    answer = server.ask("/sparql", "POST", long, Content_Type=DIRECT)
    assert (answer.status, answer.text) == (413, "the request is longer than 1048576 bytes\n")
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: 99999999999\r\n\r\n"
    assert raw(server, head.encode()).split()[1] == b"413"
    chunked = (
        f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    pieces = b"".join(b"10000\r\n" + b" " * 0x10000 + b"\r\n" for _ in range(20))
    assert raw(server, chunked.encode() + pieces).split()[1] == b"413"


def test_a_query_reads_no_file_and_calls_nobody(server: Server, tmp_path: Path) -> None:
    """Not by FROM and SERVICE, and not by ways that the parser might let through."""
    secret = tmp_path / "secret.ttl"
    secret.write_text('<http://a/> <http://b/> "secret" .')
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.2)
        there = f"http://127.0.0.1:{other.getsockname()[1]}/sparql"
        for query in (
            f"SELECT * FROM <{secret.as_uri()}> {{ ?a ?b ?c }}",
            f"SELECT * FROM NAMED <{secret.as_uri()}> {{ GRAPH ?g {{ ?a ?b ?c }} }}",
            f"SELECT * {{ GRAPH <{secret.as_uri()}> {{ ?a ?b ?c }} }}",
            f"DESCRIBE <{secret.as_uri()}>",
            f"SELECT * {{ SERVICE <{there}> {{ ?a ?b ?c }} }}",
            f"SELECT * {{ SERVICE SILENT <{there}> {{ ?a ?b ?c }} }}",
            f"PREFIX s: <{there}> SELECT * {{SERVICEs:{{?a ?b ?c}}}}",
            f"LOAD <{secret.as_uri()}>",
        ):
            answer = server.query(query, "*/*")
            assert answer.status in {200, 403}
            assert b'"secret"' not in answer.body
        with pytest.raises(TimeoutError):
            other.accept()


def test_time_rows_and_memory_of_a_query_end(server: Server) -> None:
    began = time.monotonic()
    answer = server.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert answer.status == 503
    assert answer.text == "the query took more than 3 seconds and was stopped; ask for less\n"
    assert time.monotonic() - began < 30
    long = "".join(f"BIND(CONCAT(?t{i}, ?t{i}) AS ?t{i + 1}) " for i in range(32))
    answer = server.query(f"SELECT * {{ BIND('0123456789' AS ?t0) {long} }}")
    assert (answer.status, answer.media) == (503, "text/plain")
    assert answer.text.count("\n") == 1
    assert server.query("ASK {}").json["boolean"] is True


def test_titles_and_quotes_stay_data(server: Server) -> None:
    """Nothing is served as a page that could hold markup of an article's."""
    for target in ("/api/events", "/api/story", f"/sparql?{urlencode({'query': 'SELECT * { ?a ?b ?c }'})}"):
        assert "json" in server.ask(target, Accept="text/html, */*;q=0.1").media
    answer = server.ask(f"/api/events?{quote('<script>alert(1)</script>')}=1")
    assert answer.media == "application/problem+json"
