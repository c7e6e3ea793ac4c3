import json
from datetime import date

import pytest
import trafilatura

from kg.read.html import published

DAY = date(2023, 5, 3)
PARAGRAPHS = [
    "The trade ministers of the two countries signed an accord on grain in Lisbon after nine days of talks.",
    "Under the text, which runs to forty pages, ports on both coasts stay open until the end of 2024.",
    "The finance minister is to travel to the capital on 12 May to settle what remains, his office said.",
]
BODY = "<h1>Grain accord signed</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
META = """
<title>Grain accord signed - The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times">
<link rel="canonical" href="https://harbourtimes.example/world/grain">
<meta property="article:modified_time" content="2023-06-09T08:00:00Z">
<meta property="article:published_time" content="2023-05-03T23:30:00+02:00">
"""
CHROME = """
<nav><a href="/">Home</a> Thursday, 1 June 2023</nav><article>{}</article>
<aside><ul><li><a href="/x">Strike ends</a> <time datetime="2022-02-02">2 February 2022</time></li></ul></aside>
<footer><small>© 2024 The Harbour Times</small></footer>
"""


def page(body: str, head: str = "", attributes: str = "") -> str:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def test_a_page_gives_its_article_and_metadata(run, put):
    put("a.html", page(CHROME.format(BODY), '<meta charset="utf-8">' + META, 'lang="en-GB"'))
    result = run("a.html")
    document = result.only
    assert document.text.splitlines()[-3:] == PARAGRAPHS
    assert "Home" not in document.text
    assert "2024 The" not in document.text
    assert (document.id, document.title, document.outlet) == ("a", "Grain accord signed", "The Harbour Times")
    assert (document.published, document.url) == (DAY, "https://harbourtimes.example/world/grain")
    assert document.language == "en"
    assert result.problems == []


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@type": "NewsArticle", "datePublished": "2023-05-03T10:00:00Z", "dateModified": "2023-06-09"}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (json_ld(ARTICLE), BODY),
        (json_ld([{"@type": "WebPage", "datePublished": "2021-01-01"}, ARTICLE]), BODY),
        (json_ld({"@graph": [{"@type": "VideoObject", "uploadDate": "2021-01-01"}, ARTICLE]}), BODY),
        ('<script type="application/ld+json">{broken</script>' + json_ld(ARTICLE), BODY),
        ('<meta name="pubdate" content="Wed, 03 May 2023 10:00:00 GMT">', BODY),
        ('<meta name="DC.date.issued" content="2023-05-03">', BODY),
        ('<meta itemprop="datePublished" content="2023-05-03">', BODY),
        ('<meta name="date" content="2023-05"><meta name="parsely-pub-date" content="2023-05-03">', BODY),
        ("", BODY + '<span itemprop="datePublished">May 3, 2023</span>'),
        ("", f'<article><time datetime="2023-05-03T10:00:00Z">today</time>{BODY}</article>'),
        ("", f'<header><h1>Grain accord</h1><p class="post-date">3 May 2023</p></header>{BODY}'),
        ('<link rel="canonical" href="https://harbourtimes.example/2023/05/03/grain.html">', BODY),
        ("", f"<p>LISBON, May 3, 2023 (Lusitan) - Talks on grain have ended.</p>{BODY}"),
    ],
)
def test_the_day_of_publication(run, put, head, body):
    put("a.html", page(body, head))
    assert run("a.html").only.published == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", CHROME.format(BODY)),
        ("", BODY + "<p>The vote of 2021-05-06 was the last before the talks broke down in the spring.</p>"),
        ("", BODY + "<footer>Copyright 2023</footer><small>© 2022</small>"),
        ('<meta itemprop="copyrightYear" content="2023">', BODY),
        ('<meta property="article:modified_time" content="2023-05-03">', BODY),
        ('<meta name="date" content="2023-05">', BODY),
        ('<meta name="date" content="05/03/2023">', BODY),
        ('<meta property="og:image" content="https://harbourtimes.example/2023/05/03/a.jpg">', BODY),
        ('<link rel="canonical" href="https://harbourtimes.example/2023/05/33/grain.html">', BODY),
        (json_ld({"@type": "NewsArticle", "dateModified": "2023-05-03"}), BODY),
    ],
)
def test_no_day_is_guessed(run, put, head, body):
    put("a.html", page(body, head))
    result = run("a.html")
    assert result.only.published is None
    assert len(result.problems) == 1


def test_published_takes_a_tree():
    assert published(trafilatura.load_html(page(BODY, META))) == DAY


@pytest.mark.parametrize("markup", [page(""), page("<nav></nav>"), "<!-- nothing -->", "<html", "<p></p>"])
def test_pages_without_an_article(run, put, markup):
    put("a.html", markup)
    put("b.txt", "Beside it.")
    result = run("a.html", "b.txt", published=DAY)
    assert result.ids == ["b"]
    assert len(result.problems) == 1
    assert result.problems[0].startswith("error: a.html: no article text was found in this page; save the article")


def test_a_fragment_is_read(run, put):
    put("a.html", "<p>The ministers met.</p>")
    assert run("a.html", published=DAY).only.text == "The ministers met."


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("utf-8", "utf-8")]
)
def test_a_declared_charset_counts(run, put, declared, encoding):
    text = "Министры двух стран подписали соглашение о поставках зерна."
    put("a.html", page(f"<p>{text}</p>", f'<meta charset="{declared}">').encode(encoding))
    result = run("a.html", published=DAY)
    assert (result.only.text, result.problems) == (text, [])


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "no-such-charset", "rot13"])
def test_otherwise_bytes_are_western(run, put, declared):
    put("a.html", page("<p>The café’s “new” owner spoke.</p>", f'<meta charset="{declared}">').encode("cp1252"))
    result = run("a.html", published=DAY)
    assert result.only.text == "The café’s “new” owner spoke."
    assert len(result.problems) == (0 if declared == "iso-8859-1" else 1)


def test_a_large_inline_image_does_no_harm(run, put):
    put("a.html", page(f'<img src="data:image/png;base64,{"A" * 11_000_000}"><article>{BODY}</article>', META))
    assert run("a.html").only.text.splitlines()[-3:] == PARAGRAPHS


def test_nothing_is_written_to_the_terminal(run, put, capfd):
    put("a.html", page("<nav></nav>"))
    put("b.html", page("<div>" * 3000 + BODY, json_ld({"@type": "NewsArticle", "author": [[]]})))
    run("a.html", "b.html", published=DAY)
    assert capfd.readouterr() == ("", "")
