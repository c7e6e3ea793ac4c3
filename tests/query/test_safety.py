"""What is refused before anything runs, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, RefusedError
from kg.query.safety import check

REFUSED = [
    "SELECT * FROM <file:///etc/hostname> { ?a ?b ?c }",
    "SELECT * from named <file:///etc/hostname> { GRAPH ?g { ?a ?b ?c } }",
    "DESCRIBE kg:status FROM<http://example.org/>",
    "ASK FROM ex:a { ?a ?b ?c }",
    "ASKFROMex:a{?a ?b ?c}",
    "ASK { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "ASK { service silent ?where { ?a ?b ?c } }",
    "ASK{SERVICEex:a{?a ?b ?c}}",
    "ASK{SERVICESILENTex:a{?a ?b ?c}}",
    "ASK { ?a ?b ?c FILTER(?a<?b)SERVICE ex:a{ ?a ?b ?c } FILTER(?a>?b) }",
    "ASK { ?a ?b true.SERVICE ex:a { ?a ?b ?c } }",
    "ASK { # a comment \r SERVICE ex:a { ?a ?b ?c } }".replace("\r", "\n"),
    'ASK { ?a ?b """ " \\""" """ . SERVICE ex:a { ?a ?b ?c } }',
    "ASK { { SELECT * { SERVICE ex:a { ?a ?b ?c } } } }",
    "INSERT DATA { kg:a kg:b kg:c }",
    "PREFIX a: <http://a/> # INSERT\n DELETE WHERE { ?a ?b ?c }",
    "LOAD <file:///etc/hostname>",
    "CLEAR ALL",
    "with <http://a/> delete { ?a ?b ?c } where { ?a ?b ?c }",
]

ALLOWED = [
    "SELECT ?from ?service { ?from ?service $from }",
    "ASK { ?a <http://example.org/FROM/SERVICE> 'SERVICE <http://a/>' # FROM <file:///a>\n }",
    'ASK { ?a ?b """FROM <file:///a> " ""SERVICE""", "\\"FROM", \'SERVICE\'@en-SERVICE }',
    "ASK { ?a schema:fromLocation schema:Service, _:service }",
    "ASK { ?a ?b ?c FILTER(?a<?b && ?c>?a) }",
    "ASK { ?a ?b ?c ; kg:a\\#b ?d }",
    "DESCRIBE action:visit",
    "BASE <http://from/> PREFIX a: <http://insert/> CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }",
]


@pytest.mark.parametrize("query", REFUSED)
def test_a_query_that_reaches_out_or_changes_data_is_refused(query: str) -> None:
    with pytest.raises(RefusedError):
        check(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_words_in_other_places_are_no_keywords(query: str) -> None:
    check(query)


def test_a_refusal_points_to_the_word() -> None:
    with pytest.raises(RefusedError) as caught:
        check("SELECT *\nFROM <file:///etc/hostname> { ?a ?b ?c }")
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("line 2, column 1: FROM would read another graph")
    assert lines[1:] == ["  FROM <file:///etc/hostname> { ?a ?b ?c }", "  ^"]


@pytest.mark.parametrize(
    "query", ["ASK { ?a ?b 'open }", 'ASK { ?a ?b "a\n" }', "ASK \\u0053ERVICE", "ASK { ?a ?b '''a'' }"]
)
def test_what_has_no_tokens_does_not_run(query: str) -> None:
    with pytest.raises(QueryError):
        check(query)


_harmless = st.sampled_from(
    [
        " ",
        "\n",
        "# FROM '\n",
        "?x",
        "'SERVICE'",
        '"""a"b"""',
        "<http://a/#b>",
        "kg:status",
        "{",
        "}",
        ".",
        "<",
        "1.5",
        "@en",
    ]
)


@given(
    before=st.lists(_harmless), after=st.lists(_harmless), word=st.sampled_from(["FROM", "service", "From", "SERVICE"])
)
def test_a_keyword_is_found_wherever_it_stands(before: list[str], after: list[str], word: str) -> None:
    query = f"ASK {' '.join(before)} {word} {' '.join(after)}"
    with pytest.raises(RefusedError):
        check(query)


@given(st.text(alphabet="SERVICEfrom<>'\"#\\\n {}?:a"))
def test_any_text_gives_tokens_or_one_error(text: str) -> None:
    try:
        found = check(text)
    except QueryError:
        return
    assert all(text[token.start : token.end] == token.text for token in found)
