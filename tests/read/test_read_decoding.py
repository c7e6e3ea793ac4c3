import gzip
from datetime import date

import pytest

DAY = date(2023, 5, 3)
UNDATED = {"published": DAY}
WESTERN = (
    "notice: a.txt:2: not UTF-8 here, so read as Windows-1252 (cp1252); if letters come out wrong, save it as UTF-8"
)
TEXT = "Zoé’s note\nThe café in Győr reopened.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
        gzip.compress(TEXT.encode(), mtime=0),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "utf-32", "crlf", "gzip"],
)
def test_encodings_give_the_same_text(run, put, data):
    put("a.txt", data)
    result = run("a.txt", **UNDATED)
    assert (result.only.text, result.problems) == (TEXT, [])


def test_everything_but_line_ends_stays(run, put):
    text = "\n\n  Two  spaces, a no-break\xa0space,\ta tab \n\n\nand an end  \n"
    put("a.txt", text)
    assert run("a.txt", **UNDATED).only.text == text


def test_western_encoding_is_told(run, put):
    put("a.txt", "Plain first line\nThe café’s “new” owner\n".encode("cp1252"))
    result = run("a.txt", **UNDATED)
    assert result.only.text == "Plain first line\nThe café’s “new” owner\n"
    assert result.problems == [WESTERN]


def test_bytes_that_no_encoding_has(run, put):
    put("a.txt", b"Plain first line\ncaf\xe9 \x81 bar\n")
    assert run("a.txt", **UNDATED).only.text == "Plain first line\ncafé � bar\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "this is a PNG image, not text; convert it to .txt or .html first"),
        (b"%PDF-1.7\nplain so far", "this is a PDF, not text; convert it to .txt or .html first"),
        (
            bytes(range(256)) * 20,
            "binary data, not text; leave it out, or save it as UTF-8 text if it is an article",
        ),
        (
            "UTF-16 without its mark".encode("utf-16-le"),
            "binary data, not text; leave it out, or save it as UTF-8 text if it is an article",
        ),
        (
            gzip.compress(b"x" * 999, mtime=0)[:-9],
            "broken or cut gzip data; get the file again, or unpack it by hand",
        ),
        (
            gzip.compress(b"x" * 999, mtime=0)[:10] + b"\xff" * 9,
            "broken or cut gzip data; get the file again, or unpack it by hand",
        ),
    ],
    ids=["png", "pdf", "bytes", "utf-16 without mark", "cut gzip", "broken gzip"],
)
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".csv", ".html", ".json"])
def test_what_is_no_text_is_an_error_and_the_rest_goes_on(run, put, data, message, suffix):
    put("a" + suffix, data)
    put("b.txt", "A plain file beside it.")
    result = run("a" + suffix, "b.txt", **UNDATED)
    assert result.ids == ["b"]
    assert len(result.problems) == 1
    assert result.problems[0] == f"error: a{suffix}: {message}"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("data", [b"", b" \n\r\n\t\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "mark"])
def test_nothing_in_it(run, put, name, data):
    put(name, data)
    result = run(name)
    assert result.documents == []
    assert result.problems == [f"warning: {name}: no text in it, so nothing was read; fill it or remove it"]


def test_control_characters_are_replaced_one_for_one(run, put):
    put("a.txt", b"One \0 two \x07 three\x0cfour\n" + b"words enough to be a text " * 20)
    result = run("a.txt", **UNDATED)
    assert result.only.text.startswith("One � two � three\nfour\n")
    assert result.problems == ["notice: a.txt: control characters, which no output can hold, are replaced by �"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_a_line_of_twenty_megabytes(run, put, name):
    words = "word " * 4_000_000
    content = {"a.txt": words, "a.jsonl": f'{{"text": "{words}"}}\n', "a.csv": f'text\n"{words}"\n'}[name]
    put(name, content)
    assert len(run(name, **UNDATED).only.text) == 20_000_000


def test_a_long_blank_line(run, put):
    text = " " * 3_000_000 + "\nThe ministers met.\nThey will meet again."
    put("a.txt", text)
    assert run("a.txt", **UNDATED).only.text == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize(
    ("name", "content"), [("a.jsonl", '{"id": "x", "text": "Zoé"}\r\n'), ("a.csv", "id,text\r\nx,Zoé\r\n")]
)
def test_records_in_other_encodings(run, put, name, content, encoding):
    put(name, content.encode(encoding))
    result = run(name, **UNDATED)
    assert (result.only.id, result.only.text) == ("x", "Zoé")
    assert [problem[:6] for problem in result.problems] == (["notice"] if encoding == "cp1252" else [])
