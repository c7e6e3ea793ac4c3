import csv
import json
from datetime import date
from pathlib import Path

import pytest

from kg.model import Document
from kg.read import read

DAY = date(2023, 5, 3)
FULL = {
    "id": "x1",
    "text": "The ministers met.",
    "published": "2023-05-03T10:15:00Z",
    "title": "Ministers meet",
    "url": "https://example.org/1",
    "outlet": "The Harbour Times",
    "language": "en-GB",
}
DOCUMENT = Document(**{**FULL, "published": DAY, "language": "en"})


def test_all_fields_of_json_lines(run, put):
    put("a.jsonl", json.dumps(FULL) + "\n\n" + json.dumps({"text": "More.", "score": 3, "title": None}))
    result = run("a.jsonl", published=date(2020, 1, 1))
    assert result.documents == [DOCUMENT, Document(id="a-3", text="More.", published=date(2020, 1, 1))]
    assert result.problems == []


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (json.dumps(FULL, indent=1), ["x1"]),
        (json.dumps([{"text": "One."}, FULL], indent=1), ["a-1", "x1"]),
        (json.dumps(FULL) + "\n" + json.dumps({"text": "Two."}), ["x1", "a-2"]),
    ],
    ids=["object", "list", "lines"],
)
def test_json(run, put, content, ids):
    put("a.json", content)
    result = run("a.json", published=DAY)
    assert (result.ids, result.problems) == (ids, [])


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_all_columns_of_tables(run, put, tmp_path, name, separator):
    rows = [
        ["ID", "Text ", *list(FULL)[2:], "score"],
        [*FULL.values(), "3"],
        [],
        ["", 'Said "no",\n\nthen; left.\tGone.', *[""] * 6],
        ["7", "Last."],
    ]
    with (tmp_path / name).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    result = run(name, published=DAY)
    assert result.problems == []
    assert result.documents == [
        DOCUMENT,
        Document(id="a-4", text='Said "no",\n\nthen; left.\tGone.', published=DAY),
        Document(id="7", text="Last.", published=DAY),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            '{"id": "b", "text": "Cut',
            "broken JSON (unterminated string starting at column 21), so the line is skipped; mend it",
        ),
        ("plain words", "broken JSON (expecting value at column 1), so the line is skipped; mend it"),
        (
            '{"text": "Two."} {"text": "Three."}',
            "broken JSON (extra data at column 18), so the line is skipped; mend it",
        ),
        ("[" * 100_000, "broken JSON (nested too deeply), so the line is skipped; mend it"),
        ('{"id": ' + "1" * 5000 + "}", "broken JSON (Exceeds the limit"),
        ('["b"]', 'this line is a list, not an object, so it is skipped; write {"id": "…", "text": "…"}'),
        ("null", 'this line is null, not an object, so it is skipped; write {"id": "…", "text": "…"}'),
        ('"b"', 'this line is a string, not an object, so it is skipped; write {"id": "…", "text": "…"}'),
        ('{"id": "b"}', 'no "text", so the record is skipped; put the article there'),
        ('{"text": null}', 'no "text", so the record is skipped; put the article there'),
        ('{"text": " \\n"}', '"text" is empty, so the record is skipped; put the article there'),
        ('{"text": ["b"]}', '"text" is a list, so the record is skipped; make it a string'),
        ('{"text": 5}', '"text" is a number, so the record is skipped; make it a string'),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(run, put, line, problem):
    put("a.jsonl", f'{{"id": "a", "text": "One."}}\n{line}\n{{"id": "c", "text": "Three."}}\n')
    result = run("a.jsonl", published=DAY)
    assert result.ids == ["a", "c"]
    assert len(result.problems) == 1
    assert result.problems[0].startswith(f"error: a.jsonl:2: {problem}")


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ('"published": "31/02/2023"', '"published" is "31/02/2023", not one certain day; write it like 2023-02-01'),
        ('"published": "01/02/2023"', '"published" is "01/02/2023", not one certain day; write it like 2023-02-01'),
        ('"published": "in\\nMay \\ud800"', '"published" is "in May ?", not one certain day; write it like 2023-02-01'),
        ('"published": 1675209600', '"published" is a number, so it is left out; make it a string'),
        ('"title": ["b"]', '"title" is a list, so it is left out; make it a string'),
        ('"url": {}', '"url" is an object, so it is left out; make it a string'),
        ('"outlet": true', '"outlet" is true or false, so it is left out; make it a string'),
        ('"id": 1.5', '"id" is a number, so it is left out; make it a string'),
        ('"id": true', '"id" is true or false, so it is left out; make it a string'),
        ('"language": "English"', '"language" is "English"; write a code of two letters like en'),
    ],
)
def test_a_bad_field_is_told_and_left_out(run, put, field, problem):
    put("a.jsonl", f'\n{{"text": "One.", {field}}}\n')
    result = run("a.jsonl", published=DAY)
    assert result.documents == [Document(id="a-2", text="One.", published=DAY)]
    assert result.problems == [f"warning: a.jsonl:2: {problem}"]


def test_a_record_without_a_day_uses_its_date_line_or_none(run, put):
    put("a.jsonl", '{"text": "May 3, 2023\\nThe ministers met."}\n{"text": "They met again."}')
    result = run("a.jsonl")
    assert [document.published for document in result.documents] == [DAY, None]
    assert result.problems == [
        "warning: a.jsonl:2: no publication date found, so relative dates stay open; add a date line or use --published"
    ]


def test_numbers_serve_as_ids(run, put):
    put("a.jsonl", '{"id": 17, "text": "One."}')
    assert run("a.jsonl", published=DAY).ids == ["17"]


def test_half_surrogates_and_control_characters_from_json(run, put):
    put("a.jsonl", '{"id": "x\\ud800", "text": "One \\ud800 two \\u0000 three \\ud83d\\ude00."}')
    result = run("a.jsonl", published=DAY)
    assert (result.only.id, result.only.text) == ("x�", "One � two � three 😀.")
    assert result.problems == ["notice: a.jsonl:1: control characters, which no output can hold, are replaced by �"]


def test_broken_json_files(run, put):
    put("a.json", '{"id": "a",\n "text": }')
    put("b.json", '[{"text": "One."}, 5, "x", {"title": "no text"}, {"text": "Two.", "published": "soon"}]')
    put("c.json", "[]")
    result = run("a.json", "b.json", "c.json", published=DAY)
    assert result.ids == ["b-1", "b-5"]
    assert result.problems == [
        "error: a.json:2: broken JSON (expecting value at column 10), so the file is skipped; mend it",
        "error: b.json: item 2 (and 1 more) is a number, not an object, so it is skipped; "
        'write {"id": "…", "text": "…"}',
        'error: b.json: item 4: no "text", so the record is skipped; put the article there',
        'warning: b.json: item 5: "published" is "soon", not one certain day; write it like 2023-02-01',
        "warning: c.json: no text in it, so nothing was read; fill it or remove it",
    ]


def test_a_file_of_something_else_is_told_once(run, put):
    put("in/a.jsonl", '{"name": "x"}\n' * 50)
    put("in/b.txt", "The ministers met.")
    put("in/README.md", "What these files are.")
    named = (
        'error: in/a.jsonl:1: no "text", so the record is skipped; put the article there '
        "(and 49 more: there is no article in this file)"
    )
    result = run("in", published=DAY)
    assert result.ids == ["b"]
    assert result.problems == [
        "notice: in/README.md: left out, since a README is seldom an article; to read it, name it",
        "notice: in/a.jsonl: left out, since none of its 50 records is an article; to read it, name it",
    ]
    assert run("in/a.jsonl", published=DAY).problems == [named]
    assert run("in/README.md", published=DAY).ids == ["README"]


def test_problems_before_the_first_article_are_kept_in_order(run, put):
    put("a.jsonl", '{"name": "x"}\n5\n{"text": "One.", "id": [1]}\n{}\n')
    result = run("a.jsonl", published=DAY)
    assert result.ids == ["a-3"]
    assert [problem.split(": ")[1] for problem in result.problems] == [f"a.jsonl:{line}" for line in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "id,title,body\na,b,One.\n",
            'error: a.csv: no column "text" in the header (id, title, body); name the column of the articles "text"',
        ),
        ("id,text\n", "warning: a.csv: no text in it, so nothing was read; fill it or remove it"),
        (
            "id,text\na,One, two\n",
            "warning: a.csv:2: 3 cells where the header names 2; the last are left out: quote cells that hold commas",
        ),
        ("id,text\na,\n", 'error: a.csv:2: no "text", so the record is skipped; put the article there'),
        (
            "id,text,published\na,One.,31/02/2023\n",
            'warning: a.csv:2: "published" is "31/02/2023", not one certain day; write it like 2023-02-01',
        ),
    ],
)
def test_bad_tables(run, put, content, problem):
    put("a.csv", content)
    assert run("a.csv", published=DAY).problems == [problem]


BROKEN = 'error: a.csv:3: broken row ({}); it is skipped: quote its cells, and double the quotes inside them ("")'


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('b,"Two.', "unexpected end of data"),
        ('b,"Two "two" two."', "',' expected after '\"'"),
        ('b,"Two "two"\nand more, of it,\nand an end."', "',' expected after '\"'"),
    ],
)
def test_a_broken_row_is_told_and_the_rest_goes_on(run, put, row, reason):
    put("a.csv", f"id,text\na,One.\n{row}\nc,Three.\nd,Four.\n")
    result = run("a.csv", published=DAY)
    assert result.ids == ["a", "c", "d"]
    assert result.problems == [BROKEN.format(reason)]


def test_a_nul_in_a_table(run, put):
    put("a.csv", "id,text\na,One \0 two" + " and so on" * 50 + "\n")
    result = run("a.csv", published=DAY)
    assert result.only.text.startswith("One � two and")
    assert result.problems == ["notice: a.csv:2: control characters, which no output can hold, are replaced by �"]


def test_the_limit_of_the_csv_module_stays(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("id,text\na," + "x" * 200_000 + "\nb,Two.\n")
    before = csv.field_size_limit()
    documents = read([str(path)], published=DAY, report=lambda problem: None)
    assert len(next(documents).text) == 200_000
    assert csv.field_size_limit() == before
    assert next(documents).text == "Two."
