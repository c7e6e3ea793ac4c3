from datetime import date
from gzip import compress
from random import Random
from uuid import NAMESPACE_URL, uuid5

import pytest

DAY = date(2023, 5, 3)
PARAGRAPHS = [
    "The fisheries ministers of the two islands signed an accord on quotas in Valletta after a week of talks.",
    "Under the text, which runs to thirty pages, boats from both islands keep to their own waters until 2026.",
    "The transport minister is to travel to the other capital on 12 May to settle what remains, his office said.",
]
PAGE = "<html><head>{}</head><body><article><h1>Quotas signed</h1>{}</article></body></html>"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
DATED = '<meta property="article:published_time" content="2023-05-03T23:30:00+02:00">'
URL = "https://isles.example/news/quotas"


def archive(*pages: tuple[str, bytes], gzip: bool, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """As ISO 28500 has it: each record a header, an empty line, its content, two line ends; packed one by one."""
    records = [record("warcinfo", "a.warc", "application/warc-fields", b"software: test\r\n")]
    for url, content in pages:
        records.append(record("request", url, "application/http;msgtype=request", b"GET /news HTTP/1.1\r\n\r\n"))
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        records.append(record("response", url, "application/http;msgtype=response", answer))
    return b"".join(compress(record) if gzip else record for record in records)


def record(of: str, url: str, kind: str, content: bytes) -> bytes:
    head = {
        "WARC-Type": of,
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, url + of)}>",
        "WARC-Date": "2024-01-01T00:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": kind,
        "Content-Length": str(len(content)),
    }
    lines = ["WARC/1.0", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return "\r\n".join(lines).encode() + content + b"\r\n\r\n"


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True), ("a.data", True)])
def test_pages_are_documents(run, put, name, gzip):
    pages = (URL, PAGE.format(DATED, BODY).encode()), ("https://isles.example/", b"<html><body></body></html>")
    put(name, archive(*pages, gzip=gzip))
    result = run(name)
    assert result.only.text.splitlines()[-3:] == PARAGRAPHS
    assert (result.only.id, result.only.url, result.only.published) == ("a-1", URL, DAY)
    assert f"notice: {name}: 1 of 2 pages hold no article and are left out" in result.problems


def test_the_charset_of_the_answer(run, put):
    page = PAGE.format(DATED, BODY + "<p>Премьер-министр встретился с послом в столице и обсудил новый договор.</p>")
    put("a.warc", archive((URL, page.encode("cp1251")), gzip=False, kind="text/html; charset=windows-1251"))
    assert run("a.warc").only.text.splitlines()[-1].startswith("Премьер-министр встретился")


def test_the_day_in_the_address(run, put):
    put("a.warc", archive(("https://isles.example/2023/05/03/quotas", PAGE.format("", BODY).encode()), gzip=False))
    assert run("a.warc").only.published == DAY


@pytest.mark.parametrize("answer", [{"kind": "image/png"}, {"status": "404 Not Found"}], ids=["picture", "missing"])
def test_what_is_no_page(run, put, answer):
    put("a.warc", archive((URL, PAGE.format(DATED, BODY).encode()), gzip=False, **answer))
    assert run("a.warc").problems == ["warning: a.warc: no text in it, so nothing was read; fill it or remove it"]


def test_a_cut_archive_keeps_what_came_before(run, put):
    noise = [f"<!-- {Random(number).randbytes(9000).hex()} -->" for number in range(4)]
    pages = [(f"{URL}/{number}", PAGE.format(DATED, BODY + text).encode()) for number, text in enumerate(noise)]
    put("a.warc.gz", archive(*pages, gzip=True)[:-60])
    result = run("a.warc.gz")
    assert result.ids[:2] == ["a-1", "a-2"]
    assert len(result.problems) == 1
    assert result.problems[0].endswith(f"what stands before that is read, up to item {len(result.ids)}")


def test_lengths_that_are_wrong_are_not_printed(run, put, capfd):
    whole = archive((URL, PAGE.format(DATED, BODY).encode()), gzip=False)
    put("a.warc", whole + b"and more\r\n\r\n\r\n")
    assert run("a.warc").ids == ["a-1"]
    assert capfd.readouterr() == ("", "")


def test_no_archive_at_all(run, put):
    put("a.warc", "The ferry runs.")
    result = run("a.warc", published=DAY)
    assert result.problems == ["error: a.warc: this is no web archive; name it as what it is, or get it again"]
