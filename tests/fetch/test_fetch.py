"""Fetching from a real server on this machine: politely, once, and again where it failed."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.commands import main
from kg.fetch import Fetched, fetch
from kg.fetch.fetch import MEMORY
from kg.model import Document, Problem
from kg.read import read

BODY = "<p>Foreign Minister Penny Wong arrived in Jakarta on Tuesday. She met President Joko Widodo there.</p>" * 4


def page(title: str) -> str:
    head = f"<html lang='en'><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{BODY}</article></body></html>"


class Site:
    """A web site: path → answers, each (status, headers, body); the last is given again and again."""

    def __init__(self) -> None:
        self.answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                answers = site.answers.get(self.path, [(404, {}, b"")])
                status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
                etag = headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        content = body.encode() if isinstance(body, str) else body
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, given, content))

    def feed(self, *paths: str, **headers: str) -> str:
        items = "".join(
            f"<item><title>Story {path}</title><link>{self.url}{path}</link>"
            "<pubDate>Tue, 07 Mar 2023 10:00:00 GMT</pubDate></item>"
            for path in paths
        )
        self.answers.pop("/feed", None)
        self.put("/feed", f"<rss version='2.0'><channel><title>Own Agency</title>{items}</channel></rss>", **headers)
        return f"{self.url}/feed"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def run(address: str, folder: Path) -> tuple[Fetched, list[Problem]]:
    problems: list[Problem] = []
    return fetch([address], folder, delay=0.0, report=problems.append), problems


def articles(folder: Path) -> list[Document]:
    return list(read([str(folder)], report=lambda _: None))


def test_an_article_is_a_file_that_build_reads(site: Site, tmp_path: Path) -> None:
    site.put("/a", page("Wong visits Jakarta"))
    fetched, problems = run(site.feed("/a"), tmp_path)
    assert (fetched, problems) == (Fetched(new=1, known=0, failed=0, feeds=1), [])
    (article,) = articles(tmp_path)
    assert str(article.published) == "2023-03-07"
    assert (article.title, article.outlet) == ("Wong visits Jakarta", "Own Agency")
    assert article.url == f"{site.url}/a"
    assert "She met President Joko Widodo" in article.text
    assert next(tmp_path.glob("[!.]*.json")).name.startswith("2023-03-07-wong-visits-jakarta-")
    assert {e.type for e in kg.build(tmp_path).events} >= {"visit", "meet"}


def test_an_article_is_fetched_once(site: Site, tmp_path: Path) -> None:
    site.put("/a", page("A"))
    site.put("/b", page("B"))
    run(site.feed("/a"), tmp_path)
    fetched, _ = run(site.feed("/a", "/b"), tmp_path)
    assert (fetched.new, fetched.known) == (1, 1)
    assert site.paths().count("/a") == 1


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.put("/a", page("A"))
    address = site.feed("/a", ETag='"one"')
    run(address, tmp_path)
    fetched, problems = run(address, tmp_path)
    assert (fetched, problems) == (Fetched(0, 0, 0, feeds=1, unchanged=1), [])
    assert [h.get("If-None-Match") for p, h in site.asked if p == "/feed"] == [None, '"one"']


def test_robots_txt_is_obeyed(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.put("/private/a", page("A"))
    site.put("/b", page("B"))
    fetched, problems = run(site.feed("/private/a", "/b"), tmp_path)
    assert (fetched.new, fetched.failed) == (1, 1)
    assert "robots.txt" in problems[0].message
    assert "/private/a" not in site.paths()


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "", status=500)
    fetched, problems = run(site.feed("/a"), tmp_path)
    assert fetched.feeds == 0
    assert "/feed" not in site.paths()
    assert "robots.txt" in problems[0].message


def test_a_busy_server_is_asked_again(site: Site, tmp_path: Path) -> None:
    site.put("/a", "", status=503, Retry_After="0")
    site.put("/a", page("A"))
    fetched, problems = run(site.feed("/a"), tmp_path)
    assert (fetched.new, problems) == (1, [])


def test_an_article_that_failed_for_now_is_tried_at_the_next_run(site: Site, tmp_path: Path) -> None:
    for _ in range(4):
        site.put("/a", "", status=503)
    site.put("/a", page("A"))
    address = site.feed("/a", ETag='"one"')
    first, problems = run(address, tmp_path)
    assert (first.new, first.failed) == (0, 1)
    assert "503" in problems[0].message
    assert run(address, tmp_path)[0].new == 1


def test_an_article_that_was_missing_is_asked_for_again(site: Site, tmp_path: Path) -> None:
    address = site.feed("/a", ETag='"one"')
    assert run(address, tmp_path)[0].failed == 1
    site.put("/a", page("A"))
    assert run(address, tmp_path)[0].new == 1


def test_redirects_are_followed_and_loops_end(site: Site, tmp_path: Path) -> None:
    site.put("/old", "", status=301, Location="/new")
    site.put("/new", page("New"))
    site.put("/loop", "", status=302, Location="/loop")
    fetched, problems = run(site.feed("/old", "/loop"), tmp_path)
    assert (fetched.new, fetched.failed) == (1, 1)
    assert "redirected" in problems[0].message


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (page("no feed"), 200, "no RSS or Atom feed"),
        ("", 404, "the server says 404"),
        ("", 410, "the server says 410"),
    ],
)
def test_what_is_no_feed_is_named(site: Site, tmp_path: Path, body: str, status: int, said: str) -> None:
    site.put("/feed", body, status=status)
    fetched, (problem,) = run(f"{site.url}/feed", tmp_path)
    assert fetched.feeds == 0
    assert said in problem.message
    assert problem.file == f"{site.url}/feed"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "feed", "ftp://127.0.0.1/feed", "http://"])
def test_only_the_web_is_fetched(tmp_path: Path, address: str) -> None:
    fetched, (problem,) = run(address, tmp_path)
    assert fetched.feeds == 0
    assert "no http(s) address" in problem.message


def test_a_server_that_is_not_there_is_named(tmp_path: Path, site: Site) -> None:
    site.server.shutdown()
    site.server.server_close()
    fetched, problems = run(f"{site.url}/feed", tmp_path)
    assert fetched.feeds == 0
    assert len(problems) == 1


def test_packed_answers_and_atom_are_read(site: Site, tmp_path: Path) -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Atom Agency</title><entry><title>A</title>"
        "<link href='/a'/><updated>2023-03-08T00:00:00Z</updated></entry></feed>"
    )
    site.put("/feed", gzip.compress(atom.encode()), Content_Encoding="gzip", Content_Type="application/atom+xml")
    site.put("/a", page("A"))
    assert run(f"{site.url}/feed", tmp_path)[0].new == 1
    assert [str(a.published) for a in articles(tmp_path)] == ["2023-03-08"]


def test_a_page_without_an_article_is_named(site: Site, tmp_path: Path) -> None:
    site.put("/a", "<html><body></body></html>")
    fetched, (problem,) = run(site.feed("/a"), tmp_path)
    assert fetched.failed == 1
    assert "no article text" in problem.message


def test_a_broken_memory_is_no_hindrance(site: Site, tmp_path: Path) -> None:
    (tmp_path / MEMORY).write_text("{broken", encoding="utf-8")
    site.put("/a", page("A"))
    assert run(site.feed("/a", ETag='"x"'), tmp_path)[0].new == 1


def test_the_command_says_what_came(site: Site, tmp_path: Path) -> None:
    site.put("/a", page("A"))
    result = CliRunner().invoke(main, ["fetch", site.feed("/a"), "-o", str(tmp_path / "new"), "--delay", "0"])
    assert (result.exit_code, result.stdout.split(" new")[0]) == (0, "1")
    result = CliRunner().invoke(main, ["fetch", f"{site.url}/none", "-o", str(tmp_path / "new"), "--delay", "0"])
    assert result.exit_code == 1
    assert "404" in result.stderr
