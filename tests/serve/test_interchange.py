"""Tools that others made read what is built and ask what is served: rdflib, Oxigraph, YASGUI's requests, Apache Jena.

Jena's cases run where Java and Debian's package libapache-jena-java are (tests/required.py).
"""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from required import missing
from serve_client import ROOT, Server, write_build

SEM = "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>"
EVENTS = f"{SEM} SELECT (COUNT(DISTINCT ?e) AS ?n) {{ ?e a sem:Event }}"
VISITS = f"""{SEM} PREFIX action: <https://w3id.org/kg/action/>
CONSTRUCT {{ ?e sem:hasActor ?a }} WHERE {{ ?e sem:eventType action:visit ; sem:hasActor ?a }}"""


def events(build: Path) -> int:
    return len((build / "events.jsonl").read_bytes().splitlines())


def visits(build: Path) -> int:
    """Pairs of a visit and an actor, counted by rdflib in the file itself."""
    return len(rdflib.Graph().parse(build / "graph.ttl").query(VISITS).graph or ())


# rdflib and Oxigraph


def test_rdflib_asks_the_endpoint_as_a_store(server: Server, build: Path) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql", method=method))
        ((count,),) = graph.query(EVENTS)
        assert count.toPython() == events(build)
        assert bool(graph.query("ASK { ?a ?b ?c }")) is True
        assert len(graph.query(VISITS).graph or ()) == visits(build)


def test_rdflib_and_oxigraph_call_the_endpoint_by_service(server: Server, build: Path) -> None:
    query = EVENTS.replace("{ ?e a", f"{{ SERVICE <{server.address}/sparql> {{ ?e a").replace("}", "} }")
    ((count,),) = rdflib.Graph().query(query)
    assert count.toPython() == events(build)
    ((number,),) = pyoxigraph.Store().query(query)
    assert int(number.value) == events(build)


# YASGUI: what @zazuko/yasqe 4 sends (its src/sparql.ts and defaults.ts), from a browser


def yasgui(server: Server, query: str, *, graph: bool = False, method: str = "POST") -> tuple[int, str, str]:
    accept = "application/n-triples,*/*;q=0.9" if graph else "application/sparql-results+json,*/*;q=0.9"
    headers = {
        "Accept": accept,
        "Accept_Encoding": "identity",
        "Accept_Language": "en-GB,en;q=0.5",
        "Origin": server.address,
        "Referer": f"{server.address}/",
        "Sec_Fetch_Dest": "empty",
        "Sec_Fetch_Mode": "cors",
        "Sec_Fetch_Site": "same-origin",
        "User_Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    }
    body = urlencode({"query": query})
    if method == "GET":
        answer = server.ask(f"/sparql?{body}", **headers)
    else:
        form = "application/x-www-form-urlencoded"
        answer = server.ask("/sparql", "POST", body.encode(), Content_Type=form, **headers)
    return answer.status, answer.media, answer.text


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_yasgui_asks(server: Server, build: Path, method: str) -> None:
    first = (
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\nSELECT * WHERE {\n  ?sub ?pred ?obj .\n} LIMIT 10"
    )
    status, media, text = yasgui(server, first, method=method)
    assert (status, media) == (200, "application/sparql-results+json")
    assert text.count('"sub"') == 11
    status, media, text = yasgui(server, VISITS, graph=True, method=method)
    assert (status, media, text.count("\n")) == (200, "application/n-triples", visits(build))
    assert yasgui(server, "DESCRIBE <https://w3id.org/kg/action/visit>", graph=True, method=method)[0] == 200
    assert yasgui(server, "ASK {}", method=method)[0] == 200
    status, _, text = yasgui(server, "SELECT * { ?a", method=method)
    assert status == 400, "shown by YASGUI as it is"
    assert text.startswith("line 1, column 14: ")


def test_yasguis_updates_are_refused(server: Server) -> None:
    headers = {"Accept": "text/plain,*/*;q=0.9", "Content_Type": "application/x-www-form-urlencoded"}
    answer = server.ask("/sparql", "POST", urlencode({"update": "CLEAR ALL"}).encode(), **headers)
    assert answer.status == 403


# Apache Jena

_JARS = Path("/usr/share/java")
_NEEDED = (
    *("jena-arq", "jena-base", "jena-cmds", "jena-core", "jena-dboe-base", "jena-iri", "jena-rdfconnection"),
    *("jena-shacl", "jena-shex", "jena-tdb", "slf4j-api", "slf4j-nop", "commons-cli", "commons-codec"),
    *("commons-compress", "commons-csv", "commons-io", "commons-lang3", "dexx.collection", "gson", "guava"),
    *("httpclient", "httpcore", "jackson-annotations", "jackson-core", "jackson-databind", "jakarta.json-api"),
    *("jsonld-java", "protobuf", "thrift", "titanium-json-ld"),
)
Jena = Callable[..., str]


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> Jena:
    """Runs a command of Jena's by its class; what it prints."""
    java, core = shutil.which("java"), _JARS / "jena-core.jar"
    if java is None or not core.is_file():
        missing("jena", "needs Java and Jena: Debian's packages default-jre-headless and libapache-jena-java")
    # Debian's package has Xerces's messages in another place than where its classes look for them.
    messages = tmp_path_factory.mktemp("jena")
    wrong = "org/apache/jena/ext/"
    with zipfile.ZipFile(core) as archive:
        for name in archive.namelist():
            if name.startswith(f"{wrong}xerces/") and name.endswith(".properties"):
                target = messages / name.removeprefix(wrong)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    path = ":".join([str(messages), *(str(_JARS / f"{name}.jar") for name in _NEEDED)])

    def run(command: str, *arguments: str | Path) -> str:
        line = [java, "-cp", path, command, *map(str, arguments)]
        done = subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        assert "WARN" not in done.stderr
        assert "ERROR" not in done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build in all forms that Jena reads."""
    return write_build(tmp_path_factory.mktemp("forms"), "turtle", "nt", "nq", "trig")


@pytest.mark.parametrize("ending", ["ttl", "nt", "nq", "trig"])
def test_riot_finds_no_fault_and_every_statement(jena: Jena, forms: Path, ending: str) -> None:
    """IRIs, literals of all datatypes and escapes are checked; a warning is a fault."""
    said = jena("riotcmd.riot", "--check", "--output=nquads", forms / f"graph.{ending}")
    mine = set(pyoxigraph.parse(path=str(forms / f"graph.{ending}")))
    theirs = set(pyoxigraph.parse(said.encode(), format=pyoxigraph.RdfFormat.N_QUADS))
    assert theirs == mine
    assert mine


@pytest.mark.parametrize("name", ["kg", "actions", "mappings", "shapes"])
def test_riot_reads_the_ontology(jena: Jena, name: str) -> None:
    assert jena("riotcmd.riot", "--validate", ROOT / "ontology" / f"{name}.ttl") == ""


def test_jena_asks_the_endpoint(jena: Jena, server: Server, build: Path) -> None:
    said = jena("arq.rsparql", "--service", f"{server.address}/sparql", "--results=csv", EVENTS)
    assert said.split() == ["n", str(events(build))]
    said = jena("arq.rsparql", "--service", f"{server.address}/sparql", "--results=nt", VISITS)
    assert len(list(pyoxigraph.parse(said.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))) == visits(build)


def test_jena_calls_the_endpoint_by_service(jena: Jena, server: Server, build: Path) -> None:
    query = EVENTS.replace("{ ?e a", f"{{ SERVICE <{server.address}/sparql> {{ ?e a").replace("}", "} }")
    said = jena("arq.sparql", "--data", ROOT / "ontology" / "kg.ttl", "--results=csv", query)
    assert said.split() == ["n", str(events(build))]


def test_jenas_own_answers_are_the_same(jena: Jena, server: Server, build: Path) -> None:
    """Of a typical question with order, groups and options, by another engine."""
    query = f"""{SEM} PREFIX kg: <https://w3id.org/kg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?who ?place (COUNT(DISTINCT ?e) AS ?n) (MIN(?day) AS ?first) {{
  ?e a sem:Event ; kg:agent/rdfs:label ?who .
  OPTIONAL {{ ?e sem:hasPlace/rdfs:label ?place }}
  OPTIONAL {{ ?e sem:hasEarliestBeginTimeStamp ?day }}
}} GROUP BY ?who ?place ORDER BY ?who ?place"""
    theirs = jena("arq.sparql", "--data", build / "graph.ttl", "--results=csv", query)
    mine = server.query(query, "text/csv").text
    assert mine.splitlines() == theirs.splitlines()
    assert len(mine.splitlines()) > 10


def test_jenas_shacl_agrees_that_the_build_conforms(jena: Jena, build: Path, tmp_path: Path) -> None:
    data = tmp_path / "all.ttl"
    parts = [build / "graph.ttl", *(ROOT / "ontology" / f"{name}.ttl" for name in ("kg", "actions"))]
    data.write_bytes(b"\n".join(part.read_bytes() for part in parts))
    said = jena("shacl.shacl_validate", "--shapes", ROOT / "ontology" / "shapes.ttl", "--data", data)
    assert "sh:conforms  true" in said
