"""Values of parameters: what they mean, and that none can be read as anything but a value."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import NotFoundError, QueryError
from kg.query import Engine, Solutions
from kg.query.names import Names
from kg.query.parameters import bound, terms
from kg.query.tokens import tokens

ECHO = "SELECT ?text { VALUES ?text { UNDEF } }"
_hostile = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\"'\\{}<>#\n\r\t?u0022")))


def test_undef_gives_way_to_values_and_stays_where_nothing_is_set() -> None:
    query = "SELECT * { VALUES ?a { UNDEF } # VALUES ?a { UNDEF }\n values $b {undef} VALUES (?a ?c) { (UNDEF 1) } }"
    assert bound(query, {"a": [NamedNode("http://a/"), Literal("x")]}) == query.replace(
        "?a { UNDEF } #", '?a { <http://a/> "x" } #'
    )
    assert bound(query, {"b": [Literal("x")]}) == query.replace("undef", '"x"')
    with pytest.raises(QueryError, match=r"VALUES \?c \{ UNDEF \}"):
        bound(query, {"c": [Literal("x")]})


@given(_hostile)
def test_a_text_is_one_token_whatever_is_in_it(text: str) -> None:
    before, after = list(tokens(ECHO)), list(tokens(bound(ECHO, {"text": [Literal(text)]})))
    assert [t.text for t in before[:6]] == [t.text for t in after[:6]]
    assert [t.text for t in before[7:]] == [t.text for t in after[7:]]
    assert after[6].kind == "string"


@settings(max_examples=60)
@given(text=_hostile)
def test_the_engine_reads_the_text_that_was_set(text: str, engine: Engine) -> None:
    assert engine.run(bound(ECHO, {"text": [Literal(text)]})) == Solutions(("text",), ((Literal(text),),))


@settings(max_examples=60)
@given(text=_hostile, kind=st.sampled_from(["name", "first day", "number", "action", "status", "any", "text"]))
def test_a_value_has_terms_or_one_line_says_what_is_wrong(text: str, kind: str, names: Names) -> None:
    try:
        found = terms(kind, text, names)
    except (QueryError, NotFoundError) as error:
        said = str(error)
        if len(said.splitlines()) > 1:
            pytest.fail(said)
        return
    assert all(isinstance(term, NamedNode | Literal) for term in found)


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        ("first day", "2023", '"2023-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("last day", "2023-02", '"2023-02-28"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("number", "5", '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("action", "visit", "<https://w3id.org/kg/action/visit>"),
        ("status", "planned", "<https://w3id.org/kg/status/planned>"),
        ("text", "<a>", '"<a>"'),
        ("any", "<http://a/>", "<http://a/>"),
        ("any", "2023-02-01", '"2023-02-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("any", "-7", '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("any", "tea", '"tea"'),
    ],
)
def test_what_a_text_means(kind: str, text: str, term: str, names: Names) -> None:
    assert [str(value) for value in terms(kind, text, names)] == [term]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("first day", "soon"),
        ("last day", "2023/.."),
        ("number", "1.5"),
        ("action", "fly"),
        ("any", "<a b>"),
        ("text", "\udc80"),
    ],
)
def test_what_means_nothing_is_refused(kind: str, text: str, names: Names) -> None:
    with pytest.raises(QueryError):
        terms(kind, text, names)


@pytest.mark.parametrize(
    ("name", "found", "not_found"),
    [
        ("xi jinping", {"actor/xi-jinping"}, {"actor/joe-biden", "actor/china"}),
        ("PRC", {"actor/china", "actor/xi-jinping", "actor/wang-yi", "place/beijing"}, {"actor/joe-biden"}),
        ("Blinken", {"actor/antony-blinken"}, {"actor/united-states"}),
        ("Pacific Wire", {"authority/Pacific%20Wire"}, {"authority/EPNA"}),
        ("San Francisco", {"place/san-francisco"}, {"actor/united-states"}),
    ],
)
def test_a_name_means_all_that_go_by_it(name: str, found: set[str], not_found: set[str], names: Names) -> None:
    called = {node.value.removeprefix("https://w3id.org/kg/data/") for node in names.called(name)}
    assert found <= called
    assert not not_found & called


def test_a_name_that_nobody_has_gets_names_like_it(names: Names) -> None:
    with pytest.raises(NotFoundError, match=r"'Antony Blinkn'; did you mean Antony Blinken\?"):
        names.called("Antony Blinkn")
