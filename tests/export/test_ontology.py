"""The files of the ontology agree with each other, with OWL 2 RL, and with the page that is made from them."""

import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, Namespace, URIRef

from kg.model import ACTION_TYPES, STATUSES
from kg.rdf.names import VOCABULARIES
from kg.resources import ontology

ROOT = Path(__file__).resolve().parents[2]
KG, SEM, ACTION, STATUS = (Namespace(VOCABULARIES[name]) for name in ("kg", "sem", "action", "status"))
PROV, SCHEMA = Namespace(VOCABULARIES["prov"]), Namespace(VOCABULARIES["schema"])
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
OTHERS = (
    *(VOCABULARIES[name] for name in ("prov", "schema", "skos", "wd")),
    "http://www.w3.org/2006/time#",
    "http://www.wikidata.org/prop/direct/P",
)


def load(name):
    return rdflib.Graph(bind_namespaces="none").parse(ontology(f"{name}.ttl"))


@pytest.fixture(scope="module")
def terms():
    return load("kg")


@pytest.fixture(scope="module")
def defined(terms):
    return {term for kind in KINDS for term in terms.subjects(RDF.type, kind)}


@pytest.mark.parametrize("kind", ACTION_TYPES)
def test_every_action_has_one_label_in_each_of_seven_languages(kind):
    labels = list(load("actions").objects(ACTION[kind], SKOS.prefLabel))
    assert sorted(label.language for label in labels) == ["ar", "de", "en", "es", "fr", "ru", "zh"]
    assert all(str(label).strip() == str(label) != "" for label in labels)


@pytest.mark.parametrize(("language", "letters"), [("ru", "а-яё"), ("ar", "؀-ۿ"), ("zh", "一-鿿")])
def test_labels_are_written_in_the_script_of_their_language(language, letters):
    import re

    labels = [str(o) for o in load("actions").objects(None, SKOS.prefLabel) if o.language == language]
    assert len(labels) == len(set(labels)) == len(ACTION_TYPES)
    assert all(re.fullmatch(f"[{letters} ]+", label) for label in labels)


def test_kg_ttl_uses_nothing_beyond_owl_2_rl(terms):
    """Classes, subclasses, properties, domains and ranges with named ends are all within the profile."""
    used = {term for triple in terms for term in triple if str(term).startswith(str(OWL))}
    assert used == {OWL.Ontology, *KINDS}
    assert not [node for triple in terms for node in triple if isinstance(node, rdflib.BNode)]
    assert len([*terms.subjects(RDF.type, None)]) == len(set(terms.subjects(RDF.type, None))), "no term is of two kinds"


def test_a_reasoner_finds_no_contradiction_and_the_classes_above(graph):
    import owlrl

    known = load("kg") + load("actions") + load("mappings") + graph.to_rdflib()
    closure = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=False)
    closure.expand(known)
    errors = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert list(known.objects(None, errors)) == []
    assert not list(known.subjects(RDF.type, OWL.Nothing))
    mention = next(known.subjects(RDF.type, KG.Mention))
    assert {SEM.View, PROV.Entity} <= set(known.objects(mention, RDF.type))


def test_what_is_mapped_is_defined_and_leads_to_known_vocabularies(terms, defined):
    mappings = load("mappings")
    concepts = set(terms.subjects(SKOS.inScheme, None))
    allowed = {RDFS.subClassOf, RDFS.subPropertyOf}
    allowed |= {SKOS[f"{kind}Match"] for kind in ("exact", "close", "broad", "narrow", "related")}
    for subject, predicate, other in mappings:
        assert subject in defined | concepts
        assert predicate in allowed
        assert str(other).startswith(OTHERS), other
        assert other != subject
    vocabularies = {next(o for o in OTHERS if str(other).startswith(o)) for other in mappings.objects()}
    assert vocabularies == set(OTHERS)


def test_shapes_are_of_defined_classes_and_properties_and_leave_none_out(defined):
    shapes = load("shapes")
    classes = {*shapes.objects(None, SH.targetClass), *shapes.objects(None, SH["class"])}
    paths = {*shapes.objects(None, SH.path), *shapes.objects(None, SH.lessThanOrEquals)}
    assert classes | paths <= defined | {RDFS.label}
    properties = {term for term in defined if (term, RDF.type, OWL.Class) not in load("kg")}
    assert properties - paths == set()


def test_the_shapes_know_every_status():
    shapes = load("shapes")
    listed = shapes.value(URIRef("https://w3id.org/kg/shape/Status"), SH["in"])
    assert set(rdflib.collection.Collection(shapes, listed)) == {STATUS[name] for name in STATUSES}


def test_the_page_is_current_and_has_an_example_of_every_class(defined, terms, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import vocabulary

    page = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    assert vocabulary.Page().text() == page, "run python bench/vocabulary.py"
    sys.modules.pop("vocabulary")
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in vocabulary.OWN.items())
    for term in terms.subjects(RDF.type, OWL.Class):
        name = vocabulary.short(term)
        example = page.split(f"\n### {name}\n", 1)[1].split("```turtle\n", 1)[1].split("```", 1)[0]
        assert (None, RDF.type, term) in rdflib.Graph().parse(data=prefixes + example, format="turtle"), name
    assert all(f"`{vocabulary.short(t)}`" in page or f"### {vocabulary.short(t)}" in page for t in defined)
