from collections import defaultdict
from copy import copy
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from export_samples import COUNTRY, DOCUMENTS, EVENTS, HOSTILE, MENTIONS, PERSON, POSITIONS, event, position, report
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, XSD, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kg import rdf
from kg.errors import ConfigError
from kg.export import triples as written
from kg.extract.lexicon import TYPE_COLUMNS, UNREAL_COLUMNS
from kg.graph import build_graph
from kg.model import ACTION_TYPES, STATUSES, Document
from kg.rdf.names import local
from kg.resources import ontology
from kg.tables import rows

GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
KG = Namespace("https://w3id.org/kg/ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
ACTION = Namespace("https://w3id.org/kg/action/")
STATUS = Namespace("https://w3id.org/kg/status/")
EVENT = Namespace(f"{rdf.BASE}event/")
ACTOR = Namespace(f"{rdf.BASE}actor/")
PLACE = Namespace(f"{rdf.BASE}place/")
DOCUMENT = Namespace(f"{rdf.BASE}document/")
AUTHORITY = Namespace(f"{rdf.BASE}authority/")
WD = Namespace("http://www.wikidata.org/entity/")


@pytest.fixture(scope="module")
def path(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    written.write_turtle(graph, path)
    return path


@pytest.fixture(scope="module")
def triples(path):
    return rdflib.Graph(bind_namespaces="none").parse(path)


def test_the_file_and_the_rdflib_graph_are_the_same(graph, triples):
    assert isomorphic(triples, graph.to_rdflib())
    assert len(triples) == len(list(rdf.statements(graph))) > 300


def test_prefixes_are_bound_in_both(graph, triples):
    assert dict(graph.to_rdflib().namespaces()) == dict(triples.namespaces())
    assert dict(triples.namespaces())["actor"] == URIRef(ACTOR)


def test_no_blank_nodes_and_ascii_names(triples):
    for triple in triples:
        for node in triple:
            assert not isinstance(node, rdflib.BNode)
            assert isinstance(node, Literal) or str(node).isascii()


def test_statements_are_sorted_and_short(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("@prefix")]
    assert not [line for line in body if line.startswith("<")], "every subject has a prefix"
    written = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert [str(quad.triple) for quad in written] == sorted(str(quad.triple) for quad in written)


def test_the_bytes_are_those_of_pyoxigraph(graph, path):
    said, form = rdf.statements(graph), pyoxigraph.RdfFormat.TURTLE
    assert path.read_bytes() == pyoxigraph.serialize(said, format=form, prefixes=rdf.prefixes())


def test_an_event(triples):
    visit = EVENT.visit1
    found = {(p, o) for p, o in triples.predicate_objects(visit)}
    assert found == {
        (RDF.type, SEM.Event),
        (RDF.type, SCHEMA.TravelAction),
        (RDFS.label, Literal("Maria Lindqvist – pay a visit – Sweden, Jo Okafor (2021-05-02)")),
        (SEM.eventType, ACTION.visit),
        (SEM.hasActor, ACTOR["maria-lindqvist"]),
        (SEM.hasActor, ACTOR.sweden),
        (SEM.hasActor, ACTOR["jo-okafor"]),
        (KG.agent, ACTOR["maria-lindqvist"]),
        (KG.target, ACTOR.sweden),
        (KG.target, ACTOR["jo-okafor"]),
        (SEM.hasPlace, PLACE.stockholm),
        (KG.status, STATUS.happened),
        (KG.phrase, Literal("pay a visit")),
        (KG.plover, Literal("CONSULT")),
        (KG.cameo, Literal("042")),
        (KG.confidence, Literal("0.8765", datatype=XSD.decimal)),
        (KG.precision, Literal("day")),
        (KG.edtf, Literal("2021-05-02", datatype=URIRef("http://id.loc.gov/datatypes/edtf/EDTF"))),
        (SEM.hasEarliestBeginTimeStamp, Literal("2021-05-02", datatype=XSD.date)),
        (SEM.hasLatestEndTimeStamp, Literal("2021-05-02", datatype=XSD.date)),
        (PROV.wasDerivedFrom, DOCUMENT.plain),
        (PROV.wasDerivedFrom, DOCUMENT["hostile%2F..%2Fdoc%2E"]),
        (PROV.wasDerivedFrom, DOCUMENT.unseen),
    }


@pytest.mark.parametrize(
    ("event_id", "earliest", "latest"),
    [
        ("visit3", "2021-09-01", None),
        ("visit5", None, "2020-12-31"),
        ("old", "0476-01-01", "0476-12-31"),
        ("talks", None, None),
    ],
)
def test_bounds_are_days_and_open_ones_are_left_out(triples, event_id, earliest, latest):
    for predicate, day in ((SEM.hasEarliestBeginTimeStamp, earliest), (SEM.hasLatestEndTimeStamp, latest)):
        found = list(triples.objects(EVENT[event_id], predicate))
        assert found == ([Literal(day, datatype=XSD.date)] if day else [])
        assert all(value.value is not None for value in found), "a date that rdflib understands"


@pytest.mark.parametrize(
    ("node", "classes"),
    [
        (ACTOR["maria-lindqvist"], {SEM.Actor, SCHEMA.Person}),
        (ACTOR["jo-okafor"], {SEM.Actor, SCHEMA.Person, SEM.Authority}),
        (ACTOR.sweden, {SEM.Actor, SCHEMA.Country}),
        (ACTOR["nordic-council"], {SEM.Actor, SCHEMA.Organization}),
        (PLACE.stockholm, {SEM.Place, SCHEMA.Place}),
        (PLACE.uppsala, {SEM.Place, SCHEMA.Place, SEM.Actor}),
        (DOCUMENT.plain, {SCHEMA.NewsArticle}),
        (AUTHORITY["The%20Daily%20Sample"], {SCHEMA.NewsMediaOrganization, SEM.Authority}),
        (AUTHORITY["a%20spokesman"], {SEM.Authority}),
        (EVENT.invite, {SEM.Event, SCHEMA.InviteAction}),
        (EVENT.call, {SEM.Event, SCHEMA.CommunicateAction}),
        (EVENT.old, {SEM.Event}),
    ],
)
def test_classes(triples, node, classes):
    assert set(triples.objects(node, RDF.type)) == classes


def test_actors(triples):
    person = ACTOR["maria-lindqvist"]
    assert triples.value(person, SCHEMA.sameAs) == WD.Q1
    assert triples.value(person, KG.represents) == ACTOR.sweden
    assert triples.value(person, KG.countryCode) == Literal("SE")
    assert triples.value(PLACE.stockholm, SCHEMA.containedInPlace) == ACTOR.sweden


def test_places_have_coordinates_and_actors_have_none(triples):
    lat, lng = POSITIONS["stockholm"]
    assert triples.value(PLACE.stockholm, GEO.lat) == Literal(f"{lat}", datatype=XSD.decimal)
    assert triples.value(PLACE.stockholm, GEO.long) == Literal(f"{lng}", datatype=XSD.decimal)
    assert {s for s in triples.subjects(GEO.lat) if str(s).startswith(ACTOR)} == set()


def test_links(triples):
    found = {(s, o) for s, p, o in triples if p in {KG.proposes, KG.partOf, KG.regards, KG.follows}}
    assert found == {
        (EVENT.invite, EVENT.visit1),
        (EVENT.talks, EVENT.visit1),
        (EVENT.denial, EVENT.cancelled),
        (EVENT.denied, EVENT.old),
    }


def test_a_document(triples):
    assert {(p, o) for p, o in triples.predicate_objects(DOCUMENT.plain)} == {
        (RDF.type, SCHEMA.NewsArticle),
        (RDFS.label, Literal("Two leaders met")),
        (SCHEMA.headline, Literal("Two leaders met")),
        (SCHEMA.identifier, Literal("plain")),
        (SCHEMA.datePublished, Literal("2021-05-03", datatype=XSD.date)),
        (SCHEMA.url, Literal("https://news.example/a?b=1&c=2", datatype=XSD.anyURI)),
        (SCHEMA.inLanguage, Literal("en")),
        (SCHEMA.publisher, AUTHORITY["The%20Daily%20Sample"]),
    }


def mentions_of(triples, event_id):
    """Quote → the mention, for each mention of an event."""
    query = """SELECT ?quote ?mention {
        ?mention a kg:Mention, oa:Annotation, sem:View ; oa:hasBody ?event ; oa:hasTarget ?span .
        ?span a oa:SpecificResource ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?quote ] }"""
    found = triples.query(query, initBindings={"event": EVENT[event_id]}, initNs=dict(triples.namespaces()))
    return {str(quote): mention for quote, mention in found}


def test_a_mention_points_to_its_sentence(triples):
    mention = mentions_of(triples, "visit1")["Lindqvist came."]
    span = triples.value(mention, OA.hasTarget)
    assert triples.value(mention, PROV.wasDerivedFrom) == triples.value(span, OA.hasSource) == DOCUMENT.plain
    [position] = [s for s in triples.objects(span, OA.hasSelector) if (s, OA.start, None) in triples]
    assert triples.value(position, RDF.type) == OA.TextPositionSelector
    assert (triples.value(position, OA.start).value, triples.value(position, OA.end).value) == (10, 25)
    assert triples.value(mention, KG.dateText) == Literal("on Sunday")
    assert triples.value(mention, KG.extractor) == Literal("syntax")
    assert triples.value(mention, KG.rule) == Literal("visit-1")


@pytest.mark.parametrize(
    ("quote", "authority", "status", "stance"),
    [
        ("Lindqvist came.", ACTOR["jo-okafor"], "happened", "asserts"),
        ("She was due to come.", AUTHORITY["a%20spokesman"], "planned", "asserts"),
        ("Okafor denied it.", AUTHORITY["The%20Daily%20Sample"], "happened", "denies"),
        ("No visit, they said.", AUTHORITY.them, "denied", "denies"),
        (HOSTILE, None, "happened", "asserts"),
    ],
)
def test_a_mention_is_a_claim_by_an_authority(triples, quote, authority, status, stance):
    mention = mentions_of(triples, "visit1")[quote]
    found = triples.value(mention, SEM.accordingTo)
    assert found == authority if authority else triples.value(found, RDFS.label) == Literal(HOSTILE)
    assert triples.value(mention, KG.status) == STATUS[status]
    assert triples.value(mention, KG.stance) == URIRef(f"https://w3id.org/kg/stance/{stance}")


def test_a_document_of_no_known_outlet_is_its_own_authority():
    told = event("a", "meet", [PERSON], [COUNTRY], mentions=(report("d", 0, "q", outlet=None),))
    assert (None, SEM.accordingTo, DOCUMENT.d) in build_graph([], [], [told]).to_rdflib()


def test_concepts_that_are_used_are_explained(triples):
    assert set(triples.objects(ACTION.visit, SKOS.prefLabel)) == {Literal("visit", lang="en")}
    assert (STATUS.planned, RDF.type, KG.Status) in triples
    assert (ACTION.threaten, None, None) not in triples, "no event of this action is in the graph"


@given(st.text(min_size=1), st.text())
def test_any_id_and_any_text_comes_back_from_both_readers(identifier, text):
    made = build_graph([Document(id=identifier, text="", title=text or None)], [], [])
    [label] = made.to_rdflib().objects(None, RDFS.label)
    data = "".join(rdf.turtle(made))
    prefixes, form = rdf.prefixes(), pyoxigraph.RdfFormat.TURTLE
    assert data.encode() == pyoxigraph.serialize(rdf.statements(made), format=form, prefixes=prefixes)
    parsed = rdflib.Graph().parse(data=data, format="turtle")
    assert isomorphic(parsed, made.to_rdflib())
    assert list(parsed.objects(None, RDFS.label)) == [label]
    assert len(set(parsed.subjects())) == 1


@given(st.lists(st.text(), min_size=2, max_size=2, unique=True))
def test_no_two_ids_have_one_name(pair):
    assert local(pair[0]) != local(pair[1])


def under(graph, base):
    """The same graph, its things named under another base."""
    other = copy(graph)
    other.base = base
    return other


def test_names_start_with_the_base_that_the_user_sets(graph, tmp_path):
    base = "https://example.org/my%20graph/"
    written.write_turtle(under(graph, base), tmp_path / "a.ttl")
    triples = rdflib.Graph().parse(tmp_path / "a.ttl")
    assert (URIRef(f"{base}event/visit1"), RDF.type, SEM.Event) in triples
    assert isomorphic(triples, graph.to_rdflib(base))
    assert isomorphic(triples, under(graph, base).to_rdflib())
    assert rdf.BASE not in (tmp_path / "a.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "base", ["", "graph/", "https://example.org/x", "https://exa mple.org/", "<x:>/", "a:b\n/", "https://a.org/%zz/"]
)
def test_a_base_that_is_no_iri_is_one_clear_line(graph, tmp_path, base):
    with pytest.raises(ConfigError, match="write an absolute IRI that ends in / or #"):
        written.write_turtle(under(graph, base), tmp_path / "a.ttl")
    assert not (tmp_path / "a.ttl").exists()


# The ontology and the export speak of the same terms.

WRITTEN_ANYWHERE = (str(RDF), str(RDFS), str(SKOS))


@pytest.fixture(scope="module")
def defined():
    return rdflib.Graph().parse(ontology("kg.ttl"))


@pytest.fixture(scope="module")
def everything():
    """A graph with every type of action and every status, beside the samples."""
    more = [
        event(f"{kind}-{status}", kind, [PERSON], [COUNTRY], status=status)
        for kind in ACTION_TYPES
        for status in STATUSES
    ]
    return build_graph(DOCUMENTS, MENTIONS, [*EVENTS, *more], position).to_rdflib()


def terms(triples):
    """Predicates, and the classes of what has a class."""
    return {p for _, p, o in triples} | set(triples.objects(None, RDF.type))


def test_every_term_that_is_written_is_defined_and_the_other_way_round(everything, defined):
    kinds = (rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty)
    declared = {term for kind in kinds for term in defined.subjects(RDF.type, kind)}
    written = {term for term in terms(everything) if not str(term).startswith(WRITTEN_ANYWHERE)}
    assert written == declared


def test_every_concept_that_is_written_is_defined_and_the_other_way_round(everything, defined):
    declared = set(defined.subjects(SKOS.inScheme, None))
    declared |= set(rdflib.Graph().parse(ontology("actions.ttl")).subjects(SKOS.inScheme, URIRef(ACTION)))
    written = {o for p in (SEM.eventType, KG.status, KG.stance) for o in everything.objects(None, p)}
    assert written == declared
    assert {str(a).removeprefix(ACTION) for a in declared if str(a).startswith(ACTION)} == set(ACTION_TYPES)
    assert {str(s).removeprefix(STATUS) for s in declared if str(s).startswith(STATUS)} == set(STATUSES)


def test_objects_and_literals_stand_where_the_ontology_says(everything, defined):
    for subject, predicate, value in everything:
        declared = set(defined.objects(predicate, RDF.type))
        if declared:
            kind = rdflib.OWL.DatatypeProperty if isinstance(value, Literal) else rdflib.OWL.ObjectProperty
            assert declared == {kind}, predicate
        for expected in defined.objects(predicate, RDFS.range):
            if isinstance(value, Literal):
                assert (value.datatype or XSD.string) == expected, predicate
            else:
                assert expected in set(everything.objects(value, RDF.type)), predicate
        for expected in defined.objects(predicate, RDFS.domain):
            assert expected in set(everything.objects(subject, RDF.type)), predicate


def test_own_terms_have_a_label_and_a_comment_and_others_a_note(defined):
    for term in defined.subjects(RDF.type, None):
        if str(term).startswith(str(KG)):
            assert defined.value(term, RDFS.label)
            assert defined.value(term, RDFS.comment)
        elif str(term).startswith((str(SEM), str(SCHEMA), str(OA), str(PROV))):
            assert defined.value(term, SKOS.scopeNote)


def test_actions_match_the_codes_of_the_lexicon():
    actions = rdflib.Graph().parse(ontology("actions.ttl"))
    matches = defaultdict(set)
    for predicate in (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch):
        for action, code in actions.subject_objects(predicate):
            name = str(code).rsplit("/", 2)
            matches[str(action).removeprefix(ACTION), predicate == SKOS.relatedMatch, name[1]].add(name[2])
            assert (code, SKOS.inScheme, None) in actions
    unreal = defaultdict(list)
    for _, cells in rows(Path(ontology("lexicon", "unreal.csv")), UNREAL_COLUMNS):
        unreal[cells["plover"]].append(cells)
    for _, cells in rows(Path(ontology("lexicon", "types.csv")), TYPE_COLUMNS):
        for scheme, own, cut in (("plover", "becomes", None), ("cameo", "cameo", 2)):
            now, others = cells[scheme][:cut], {row[own][:cut] for row in unreal[cells["plover"]]}
            assert matches[cells["type"], False, scheme] == {now} - {""}, cells["type"]
            assert others - {now, ""} <= matches[cells["type"], True, scheme], cells["type"]


def test_matched_codes_are_named():
    actions = rdflib.Graph().parse(ontology("actions.ttl"))
    for code in (o for s, p, o in actions if p in {SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch}):
        assert actions.value(code, SKOS.notation)
        assert actions.value(code, SKOS.prefLabel)
