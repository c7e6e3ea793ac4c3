import io
from datetime import UTC, date, datetime

import pyarrow
import pyarrow.parquet
import pytest

from kg.model import Document

DAY = date(2023, 5, 3)


def parquet(**columns: list) -> bytes:
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), sink)
    return sink.getvalue()


@pytest.mark.parametrize(
    "published",
    [
        ["2023-05-03"],
        [DAY],
        [datetime(2023, 5, 3, 22, tzinfo=UTC)],
        pyarrow.array(["2023-05-03"]).dictionary_encode(),
    ],
    ids=["string", "day", "time", "dictionary"],
)
def test_a_row_is_a_document(run, put, published):
    columns = {"id": [7], "text": ["The ministers met.\r\n"], "title": ["Ministers meet"], "outlet": ["Harbour Times"]}
    put("a.parquet", parquet(**columns, published=published, embedding=[[0.1, 0.2]]))
    result = run("a.parquet")
    expected = Document(
        id="7", text="The ministers met.\n", published=DAY, title="Ministers meet", outlet="Harbour Times"
    )
    assert (result.documents, result.problems) == ([expected], [])


def test_many_rows_and_a_bad_one(run, put):
    texts = [f"Note {number}." for number in range(1000)]
    texts[500] = None
    put("a.parquet", parquet(text=texts))
    result = run("a.parquet", published=DAY)
    assert (len(result.documents), result.ids[0], result.ids[-1]) == (999, "a-1", "a-1000")
    assert result.problems == ['error: a.parquet: item 501: no "text", so the record is skipped; put the article there']


def test_another_name_of_the_day_is_told(run, put):
    put("a.parquet", parquet(text=["The ministers met."], pub_date=[DAY]))
    assert run("a.parquet", published=DAY).problems == [
        'warning: a.parquet: item 1: "pub_date" is not read; call it "published" if it is the day of publication'
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (parquet(body=["x"]), 'no column "text" (body); name the column of the articles "text"'),
        (parquet(text=["x" * 999])[:-30], "broken or cut Parquet data ("),
        (b"PAR1", "broken or cut Parquet data (Parquet file size is 4 bytes, smaller than the minimum file footer "),
        (b"The ferry runs.", "this is no Parquet file; name it as what it is, or get it again"),
    ],
    ids=["no text", "cut", "only its beginning", "text"],
)
def test_no_table_of_articles(run, put, content, message):
    put("a.parquet", content)
    result = run("a.parquet", published=DAY)
    assert result.documents == []
    assert len(result.problems) == 1
    assert result.problems[0].startswith(f"error: a.parquet: {message}")


def test_parquet_under_another_name(run, put):
    put("a.data", parquet(text=["The ferry runs."]))
    result = run("a.data", published=DAY)
    assert result.only.text == "The ferry runs."
    assert result.problems == ["notice: a.data: its ending is none that kg knows, so it is read as Parquet"]
