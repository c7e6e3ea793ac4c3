"""From start to end: what is printed, what stops it, and new builds that take the place of old ones while it runs."""

import gzip
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pyoxigraph
import pytest
from click.testing import CliRunner
from serve_client import ROOT, Server, serving, wait, write_build

from kg.commands import main

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LONG = ["/api/events", f"/sparql?query={quote('DESCRIBE ?e { ?e a sem:Event }')}", "/graph?default", "/api/story"]
EVENTS = "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a sem:Event }"


@pytest.fixture(autouse=True)
def heeding_hangups() -> Iterator[None]:
    """Servers that are started hear SIGHUP, also where the tests run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def counted(server: Server) -> tuple[int, int]:
    """How many events the API has, and how many the graph."""
    (row,) = server.query(EVENTS).json["results"]["bindings"]
    return server.ask("/api/events?limit=1").json["total"], int(row["n"]["value"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_even_while_a_query_runs(build: Path, number: signal.Signals, tmp_path: Path) -> None:
    with serving(build, temporary=tmp_path) as server, ThreadPoolExecutor(1) as threads:
        assert list(tmp_path.glob("kg-serve-*"))
        runaway = threads.submit(server.ask, f"/sparql?query={quote(RUNAWAY)}")
        wait(lambda: "kg_queries_running 1.0" in server.ask("/metrics").text)
        server.process.send_signal(number)
        assert server.process.wait(timeout=30) == 0
        runaway.exception()
        assert server.process.stderr is not None
        assert "Traceback" not in server.process.stderr.read()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_while_it_starts_leaves_no_file(build: Path, number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "serve", str(build), "--port", "0"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment) as process:
        wait(lambda: bool(list(tmp_path.glob("kg-serve-*"))))
        process.send_signal(number)
        try:
            process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode in (0, 1, 128 + number)
    assert not list(tmp_path.iterdir())


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    address = socket.gethostbyname(socket.gethostname())
    if address.startswith("127."):
        pytest.skip("this machine has no other address")
    with socket.socket() as other:
        other.settimeout(5)
        assert other.connect_ex((address, server.port)) != 0


def said(*arguments: str | Path) -> str:
    """What a server that cannot start says in one line."""
    command = [sys.executable, str(ROOT / "cli.py"), "serve", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_what_keeps_it_from_starting_is_one_line(build: Path, tmp_path: Path, server: Server) -> None:
    assert "run `kg build FOLDER -o" in said(tmp_path)
    assert "cannot be listened on" in said(build, "--port", str(server.port))
    assert "cannot be listened on" in said(build, "--host", "no.such.host.invalid")
    broken = shutil.copytree(build, tmp_path / "broken")
    (broken / "graph.ttl").write_text("<a> <b> .")
    assert "graph.ttl:1: no Turtle" in said(broken, "--port", "0")
    (broken / "events.jsonl").write_text("{}\n")
    assert "events.jsonl:1: no Event" in said(broken, "--port", "0")


def test_help_names_what_is_served() -> None:
    text = CliRunner().invoke(main, ["serve", "--help"]).output
    for word in ("/sparql", "/api/", "--host", "--port", "--timeout", "--cors"):
        assert word in text


def replace(folder: Path, by: Path) -> None:
    """As a build does: each file whole, the report last."""
    for name in ("events.jsonl", "documents.jsonl", "mentions.jsonl", "near_misses.jsonl", "graph.ttl", "report.json"):
        shutil.copyfile(by / name, by / f"{name}.new")
        (by / f"{name}.new").replace(folder / name)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two builds, the second of fewer events."""
    builds = write_build(tmp_path / "a", "turtle"), write_build(tmp_path / "b", "turtle", leave_out=30)
    for number, folder in enumerate(builds):
        (folder / "report.json").write_text(f'{{"config": {{}}, "number": {number}}}')
    return builds


def test_a_new_build_is_served_without_a_pause_and_never_in_part(two: tuple[Path, Path]) -> None:
    served, newer = two
    older = shutil.copytree(served, served.with_name("older"))
    with serving(served) as server:
        many = counted(server)[0]

        def is_whole(events: int) -> bool:
            """Each answer is of one build; between two questions it may change."""
            found = counted(server)
            assert set(found) <= {many, many - 30}
            return found == (events, events)

        assert is_whole(many)
        first = server.ask("/health").json["build"]
        for build, events in ((newer, many - 30), (older, many), (newer, many - 30)):
            replace(served, build)
            wait(lambda events=events: is_whole(events))
        assert server.ask("/health").json["build"] != first
        replace(served, older)
        wait(lambda: server.ask("/health").json["build"] == first)
        assert len(server.ask("/api/story").json["events"]) == many


def test_a_half_written_or_broken_build_is_not_served(two: tuple[Path, Path]) -> None:
    served, newer = two
    with serving(served) as server:
        before = counted(server)
        shutil.copyfile(newer / "events.jsonl", served / "events.jsonl")
        assert counted(server) == before, "the build has not ended yet"
        (served / "graph.ttl").write_text("broken")
        (served / "report.json").write_text('{"config": {}}')
        assert server.process.stderr is not None
        line = server.process.stderr.readline()
        assert line.startswith("the new build is not served: ")
        assert "no Turtle" in line
        assert counted(server) == before
        shutil.copyfile(newer / "graph.ttl", served / "graph.ttl")
        (served / "report.json").write_text('{"config": {}, "mended": true}')
        wait(lambda: counted(server) == (before[0] - 30, before[0] - 30))


def test_a_build_without_rdf_has_the_rest(tmp_path: Path) -> None:
    with serving(write_build(tmp_path)) as server:
        assert server.ask("/api/events").status == 200
        assert server.ask("/health").json["queries"] == "no RDF in this build"
        for target in ("/sparql?query=ASK%7B%7D", "/sparql", "/graph?default"):
            answer = server.ask(target)
            assert (answer.status, answer.text.partition(";")[0]) == (404, "this build has no RDF")


@pytest.mark.parametrize("name", ["trig", "nq"])
def test_each_articles_graph_can_be_read(tmp_path: Path, name: str) -> None:
    with serving(write_build(tmp_path, name)) as server:
        rows = server.query("SELECT DISTINCT ?g { GRAPH ?g { ?a ?b ?c } }").json["results"]["bindings"]
        graph = quote(rows[0]["g"]["value"], safe="")
        answer = server.ask(f"/graph?graph={graph}", Accept="application/n-triples")
        triples = set(pyoxigraph.parse(answer.body, format=pyoxigraph.RdfFormat.N_TRIPLES))
        whole = server.ask("/graph?default", Accept="application/n-triples").body
        assert triples < set(pyoxigraph.parse(whole, format=pyoxigraph.RdfFormat.N_TRIPLES))
        assert triples


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_the_whole_graph_is_that_of_the_build(
    server: Server, build: Path, media: str, form: pyoxigraph.RdfFormat
) -> None:
    answer = server.ask("/graph?default", Accept=media)
    assert (answer.status, answer.media) == (200, media)
    mine = {(q.subject, q.predicate, q.object) for q in pyoxigraph.parse(answer.body, format=form)}
    theirs = pyoxigraph.parse(path=str(build / "graph.ttl"))
    assert mine == {(q.subject, q.predicate, q.object) for q in theirs}
    head = server.ask("/graph?default", "HEAD", Accept=media)
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(answer.body)))


@pytest.mark.parametrize(
    "target", ["/api/events", "/sparql?query=SELECT%20*%7B%3Fa%20%3Fb%20%3Fc%7D", "/graph?default", "/api/story"]
)
def test_long_answers_are_compressed_and_known_ones_left_out(server: Server, target: str) -> None:
    plain, small = server.ask(target), server.ask(target, Accept_Encoding="gzip, br")
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(small.body) == plain.body
    assert len(small.body) < len(plain.body) / 2
    assert "accept-encoding" in plain.headers["vary"].lower()
    tag = plain.headers["etag"]
    assert small.headers["etag"] == tag
    for known in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = server.ask(target, If_None_Match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert server.ask(target, If_None_Match='"other"').status == 200
