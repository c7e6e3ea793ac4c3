import bz2
import gzip
import json
import lzma
from datetime import date

import pyarrow
import pytest

DAY = date(2023, 5, 3)
LINES = "".join(
    json.dumps({"id": f"n{number}", "text": f"Note {number}. " + "Rain. " * 99}) + "\n" for number in range(400)
)


def zstd(data: bytes) -> bytes:
    return pyarrow.compress(data, "zstd", asbytes=True)


NAMES = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "Zstandard"}
PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd}


@pytest.mark.parametrize("ending", PACKERS)
def test_packed_lines_are_read_as_if_they_were_not(run, put, ending):
    put("plain/a.jsonl", LINES)
    put(f"packed/a.jsonl{ending}", PACKERS[ending](LINES.encode()))
    plain, packed = run("plain", published=DAY), run("packed", published=DAY)
    assert len(plain.documents) == 400
    assert packed == plain


@pytest.mark.parametrize("ending", PACKERS)
def test_two_packed_pieces_in_one_file(run, put, ending):
    half = LINES.index("\n", len(LINES) // 2) + 1
    pieces = [PACKERS[ending](piece.encode()) for piece in (LINES[:half], LINES[half:])]
    put(f"a.jsonl{ending}", b"".join(pieces))
    assert len(run("a.jsonl" + ending, published=DAY).documents) == 400


@pytest.mark.parametrize("ending", PACKERS)
def test_a_cut_file_keeps_what_came_before(run, put, ending):
    content = b"".join(PACKERS[ending]((line + "\n").encode()) for line in LINES.splitlines())
    put(f"a.jsonl{ending}", content[:-20])
    result = run("a.jsonl" + ending, published=DAY)
    assert result.ids[:300] == [f"n{number}" for number in range(300)]
    assert len(result.ids) < 400
    last = result.ids[-1].removeprefix("n")
    assert result.problems == [
        f"error: a.jsonl{ending}: broken or cut {NAMES[ending]} data; get the file again, or unpack it by hand; "
        f"what stands before that is read, up to line {int(last) + 1}"
    ]


@pytest.mark.parametrize("ending", PACKERS)
def test_a_cut_text_is_not_read(run, put, ending):
    put(f"a.txt{ending}", PACKERS[ending](LINES.encode())[:-20])
    assert run("a.txt" + ending, published=DAY).problems == [
        f"error: a.txt{ending}: broken or cut {NAMES[ending]} data; get the file again, or unpack it by hand"
    ]


@pytest.mark.parametrize("ending", PACKERS)
def test_a_name_that_promises_too_much(run, put, ending):
    put(f"a.jsonl{ending}", LINES)
    result = run("a.jsonl" + ending, published=DAY)
    assert len(result.ids) == 400
    told = f"notice: a.jsonl{ending}: no {NAMES[ending]} data in spite of its name, so it is read as it is"
    assert result.problems == [told]


@pytest.mark.parametrize("ending", PACKERS)
def test_the_name_matters_not(run, put, ending):
    put("note.txt", PACKERS[ending](b"The ferry runs."))
    assert run("note.txt", published=DAY).only.text == "The ferry runs."
