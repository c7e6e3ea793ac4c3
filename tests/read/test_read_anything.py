"""Whatever the bytes: no exception, and whatever comes out can be written."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem, encode
from kg.read import READERS, read


def read_bytes(suffix: str, data: bytes) -> tuple[list[Document], list[Problem]]:
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a" + suffix)
        path.write_bytes(data)
        documents = list(read([folder], published=date(2023, 5, 3), report=problems.append))
    return documents, problems


STARTS = [b'{"text": "a"}', b'{"id": "x", "text": "', b"id,text\n", b"<html>", b"<p>words</p>", b"[", b"]", b"a b"]
SIGNS = [
    b'"',
    b'""',
    b",",
    b";",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe9",
    b"\\ud800",
    b"\x1f\x8b",
]
PIECES = st.sampled_from([*STARTS, *SIGNS])
DATA = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(b"".join))


@pytest.mark.parametrize("suffix", sorted(READERS))
@settings(max_examples=40)
@given(data=DATA)
def test_any_bytes(suffix, data):
    documents, problems = read_bytes(suffix, data)
    assert documents or problems
    for value in (*documents, *problems):
        encode(value).decode()
    assert len({document.id for document in documents}) == len(documents)


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_stays_as_it_is(text):
    documents, _ = read_bytes(".txt", text.encode())
    assert [document.text for document in documents] == [text.replace("\ufffe", "�").replace("\uffff", "�")]
