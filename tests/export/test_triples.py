import json
from collections import defaultdict

import pyoxigraph
import pytest
import rdflib
from export_samples import EVENTS
from rdflib import RDF, Namespace
from rdflib.compare import isomorphic

from kg import rdf
from kg.export import FORMATS
from kg.graph import build_graph

KG = Namespace("https://w3id.org/kg/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
DOCUMENT = Namespace(f"{rdf.BASE}document/")
# rdflib's parsers for quads use what rdflib itself calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

ALIKE = ("turtle", "nt", "jsonld", "nq", "trig")


@pytest.fixture(scope="module")
def paths(graph, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rdf")
    for name in ALIKE:
        FORMATS[name].write(graph, folder / FORMATS[name].file)
    return {name: folder / FORMATS[name].file for name in ALIKE}


def triples(path):
    """The statements of a file as rdflib reads it, whatever graph they stand in."""
    dataset = rdflib.Dataset()
    dataset.parse(path, format={".jsonld": "json-ld", ".nt": "nt", ".nq": "nquads"}.get(path.suffix, path.suffix[1:]))
    found = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        found.add((subject, predicate, value))
    return found


@pytest.mark.parametrize("name", ALIKE)
def test_every_format_says_what_the_rdflib_graph_says(graph, paths, name):
    assert isomorphic(triples(paths[name]), graph.to_rdflib())


@pytest.mark.parametrize("name", ALIKE)
def test_no_statement_stands_twice(graph, paths, name):
    form = pyoxigraph.RdfFormat.from_extension(paths[name].suffix[1:])
    found = [str(quad) for quad in pyoxigraph.parse(path=str(paths[name]), format=form)]
    assert len(found) == len(set(found)) == len(list(rdf.statements(graph)))


def test_lines_of_n_triples_are_sorted(paths):
    lines = paths["nt"].read_text(encoding="utf-8").split(" .\n")
    assert lines[:-1] == sorted(lines[:-1])
    assert len(lines) > 300


def test_n_quads_and_trig_have_the_same_graphs(paths):
    found = [
        set(pyoxigraph.parse(path=str(paths[name]), format=form))
        for name, form in (("nq", pyoxigraph.RdfFormat.N_QUADS), ("trig", pyoxigraph.RdfFormat.TRIG))
    ]
    assert found[0] == found[1]


def test_a_graph_has_what_its_article_says_and_no_more(paths):
    graphs = defaultdict(rdflib.Graph)
    for quad in pyoxigraph.parse(path=str(paths["nq"]), format=pyoxigraph.RdfFormat.N_QUADS):
        name = getattr(quad.graph_name, "value", None)
        graphs[name] += rdf.to_rdflib([quad.triple])
    assert set(graphs) == {None, *(str(DOCUMENT[name]) for name in ("plain", "unseen", "hostile%2F..%2Fdoc%2E"))}
    for name, found in graphs.items():
        own = [*found.subjects(RDF.type, KG.Mention), *found.subjects(RDF.type, OA.SpecificResource)]
        assert bool(own) == (name is not None)
        assert {str(source) for source in found.objects(None, OA.hasSource)} <= {name}
    sentences = {(m.start, m.end) for event in EVENTS for m in event.mentions if m.document == "plain"}
    for kind in (OA.SpecificResource, OA.TextPositionSelector, OA.TextQuoteSelector):
        assert len(set(graphs[str(DOCUMENT.plain)].subjects(RDF.type, kind))) == len(sentences) > 3


def test_the_blocks_of_trig_are_whole(paths):
    """A reader who looks for an article finds all it says in one place."""
    names = [line for line in paths["trig"].read_text(encoding="utf-8").splitlines() if line.endswith("{")]
    assert len(names) == len(set(names)) == 3


def test_json_ld_has_one_thing_a_line_in_short_words(paths):
    lines = paths["jsonld"].read_text(encoding="utf-8").splitlines()
    things = {thing["@id"]: thing for thing in (json.loads(line.rstrip(",")) for line in lines[1:-1])}
    assert len(things) == len(lines) - 2
    assert things["event:visit1"]["kg:agent"] == "actor:maria-lindqvist"
    assert things["event:visit1"]["kg:target"] == ["actor:jo-okafor", "actor:sweden"]
    assert set(things["event:visit1"]["@type"]) == {"sem:Event", "schema:TravelAction"}
    assert things["event:visit1"]["sem:hasEarliestBeginTimeStamp"] == "2021-05-02"
    assert things["event:visit1"]["kg:edtf"] == "2021-05-02"
    values = [v for thing in things.values() for value in thing.values() for v in value if isinstance(v, dict)]
    assert all("@language" in value for value in values), "the context gives every other type"


@pytest.mark.parametrize("name", ALIKE)
def test_a_graph_without_events_is_read_back_as_nothing(tmp_path, name):
    path = tmp_path / FORMATS[name].file
    FORMATS[name].write(build_graph([], [], []), path)
    assert len(triples(path)) == 0
