"""The forms of results say what the rows say: rdflib reads each of them back."""

import io

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib.query import Result as Read

from kg.errors import QueryError
from kg.query import Boolean, Solutions, Statements, encoded

XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = Solutions(
    ("thing", "said", "count"),
    (
        (NamedNode("http://example.org/a?b=c&d"), Literal('He said: "no",\n\tthen <left> & \\ went'), Literal(3)),
        (BlankNode("x"), Literal("größer", language="de"), None),
        (None, Literal("2023-02-05", datatype=NamedNode(f"{XSD}date")), Literal("")),
    ),
)


def read(data: bytes, form: str) -> list[tuple[str | None, ...]]:
    rows = Read.parse(io.BytesIO(data), format=form)
    return [tuple(None if cell is None else str(cell) for cell in row) for row in rows]  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rdflib_reads_the_terms_back(form: str) -> None:
    back = Read.parse(io.BytesIO(encoded(ROWS, form, {})), format=form)
    assert [str(v) for v in back.vars or ()] == ["thing", "said", "count"]
    first, second, third = back
    assert first[0] == rdflib.URIRef("http://example.org/a?b=c&d")  # type: ignore[index]
    assert first[1] == rdflib.Literal('He said: "no",\n\tthen <left> & \\ went')  # type: ignore[index]
    assert first[2].toPython() == 3  # type: ignore[index, union-attr]
    assert isinstance(second[0], rdflib.BNode)  # type: ignore[index]
    assert second[1:] == (rdflib.Literal("größer", lang="de"), None)  # type: ignore[index]
    assert third[1] == rdflib.Literal("2023-02-05", datatype=rdflib.XSD.date)  # type: ignore[index]
    assert third[2] == rdflib.Literal("")  # type: ignore[index]


def test_csv_has_values_and_the_line_ends_of_its_standard() -> None:
    assert encoded(ROWS, "csv", {}).decode() == (
        "thing,said,count\r\n"
        'http://example.org/a?b=c&d,"He said: ""no"",\n\tthen <left> & \\ went",3\r\n'
        "_:x,größer,\r\n"
        ",2023-02-05,\r\n"
    )
    assert read(encoded(ROWS, "csv", {}), "csv")[0][0] == "http://example.org/a?b=c&d"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_the_answer_to_ask_is_read_back(form: str) -> None:
    assert Read.parse(io.BytesIO(encoded(Boolean(True), form, {})), format=form).askAnswer is True
    assert Read.parse(io.BytesIO(encoded(Boolean(False), form, {})), format=form).askAnswer is False


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t\"'\\<>&")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    rows = Solutions(("text",), ((Literal(f"a{text}z"),),))
    for form in ("json", "tsv", "xml"):
        assert read(encoded(rows, form, {}), form) == [(f"a{text}z",)], form


def test_xml_stands_even_where_a_text_holds_what_xml_cannot() -> None:
    assert read(encoded(Solutions(("a",), ((Literal("a\x00b\rc"),),)), "xml", {}), "xml") == [("a\ufffdb\rc",)]


def test_graphs_are_turtle_with_prefixes_or_n_triples() -> None:
    a = NamedNode("http://example.org/a")
    graph = Statements((Triple(a, a, Literal("b")),))
    assert b"ex:a ex:a" in encoded(graph, "turtle", {"ex": "http://example.org/"})
    for form in ("turtle", "nt"):
        back = rdflib.Graph().parse(data=encoded(graph, form, {"ex": "http://example.org/"}), format=form)
        assert list(back.objects()) == [rdflib.Literal("b")]


def test_a_form_that_does_not_fit_is_refused_with_those_that_do() -> None:
    with pytest.raises(QueryError, match="choose from turtle, nt"):
        encoded(Statements(()), "csv", {})
    with pytest.raises(QueryError, match="choose from csv, tsv, json, xml"):
        encoded(ROWS, "turtle", {})
