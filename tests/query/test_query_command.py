"""`kg query` as users run it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.query.named import get, names


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["query", *(str(a) for a in arguments)], catch_exceptions=False)


def test_a_named_query_takes_its_parameters_as_options(sample: Path) -> None:
    result = run("meetings", "-i", sample, "--person", "Xi Jinping", "--with", "Joe Biden", "--to", "2022")
    assert result.exit_code == 0
    assert [line.split() for line in result.output.splitlines()] == [
        ["date", "who", "whom", "place", "event"],
        ["2022-11-14", "Joe", "Biden", "Xi", "Jinping", "Bali", "event:c89152a4f8a6"],
    ]


def test_a_file_is_asked_with_values_and_rows_are_cut_with_a_word(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?label { VALUES ?class { UNDEF } ?a a ?class ; rdfs:label ?label } ORDER BY ?label")
    result = run(file, "-i", sample, "--set", "class=<https://schema.org/Person>", "--format", "csv", "--limit", "2")
    assert result.stdout_bytes == b"label\r\nAntony Blinken\r\nDaniel Kritenbrink\r\n"
    assert result.stderr == "Only the first 2 rows; --limit N gives more, --limit 0 all.\n"


def test_ask_and_construct_print_what_they_are(sample: Path) -> None:
    assert run("ASK { actor:joe-biden a schema:Person }", "-i", sample).stdout == "true\n"
    graph = run("CONSTRUCT { ?a rdfs:label ?b } { VALUES ?a { actor:joe-biden } ?a rdfs:label ?b }", "-i", sample)
    assert 'actor:joe-biden rdfs:label "Joe Biden" .' in graph.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("SELECT * FROM <file:///etc/hostname> { ?a ?b ?c }",), "FROM would read another graph"),
        (("DELETE WHERE { ?a ?b ?c }",), "updates are refused"),
        (("metings",), "did you mean meetings?"),
        (("meetings", "--from", "soon"), "error: --from: 'soon' is no date"),
        (("meetings", "--person", "Blinkn"), "Antony Blinken?"),
        (("ASK { ?a ?b ?c }", "--set", "x=1"), "VALUES ?x { UNDEF }"),
        (("ASK { ?a ?b ?c }", "--set", "x"), "write NAME=VALUE"),
        (("ASK { ?a ?b ?c }", "--format", "turtle"), "choose from csv"),
        (("none.rq",), "none.rq: cannot be read"),
        ((), "kg query --list"),
    ],
)
def test_a_mistake_gets_one_message(arguments: tuple[str, ...], says: str, sample: Path) -> None:
    result = run(*arguments, "-i", sample)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_without_a_build_it_says_how_to_make_one(tmp_path: Path) -> None:
    result = run("meetings", "-i", tmp_path / "out")
    assert (result.exit_code, "run `kg build FOLDER -o" in result.stderr) == (2, True)


def test_the_list_and_the_help_tell_of_every_query() -> None:
    listed = run("--list").output
    for name in names():
        named = get(name)
        assert any(line.startswith(name) for line in listed.splitlines())
        helped = run(name, "--help").output
        assert named.title in " ".join(helped.split())
        assert f"Example: kg query {name}" in helped
        assert all(f"--{p.name} " in helped for p in named.parameters)
    assert run("meetings", "--show").output == get("meetings").text
