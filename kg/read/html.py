"""Web pages: trafilatura takes the article's text and metadata out of the page; the day is read strictly.

Relative dates hang on the publication date, so it is taken from what the page says of itself only
(JSON-LD, meta tags, marked time elements, the address), never from a copyright year or a date in the prose.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from io import BufferedReader
from typing import Any
from urllib.parse import urlsplit

import msgspec

from kg.errors import InputError
from kg.model import Problem
from kg.read.days import day
from kg.read.decoding import decoded
from kg.read.draft import Draft, Source, language_code

Tree = Any
"""An lxml.html.HtmlElement; lxml has no types."""

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_PRESCAN = 1024  # https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publish_date",
    "publish-date",
    "publishdate",
    "published_time",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
_MARKED = (
    "//*[@itemprop='datePublished']",
    "//time[@pubdate]",
    "//time[contains(@class, 'published') or contains(@class, 'entry-date')]",
    "//*[self::article or self::main or self::header][.//h1]//time[@datetime]",
    "//*[self::article or self::main or self::header][.//h1]"
    "//*[contains(@class, 'date') and not(contains(@class, 'update'))]",
)
_INLINE_DATA = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")  # libxml2 gives up on 10 MB in one attribute
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|$)")
# htmldate, which trafilatura always runs, otherwise bounds its search by today; its answer is not used.
_NO_CLOCK = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read(
    stream: BufferedReader, source: Source, *, item: int | None = None, url: str | None = None, header: str = ""
) -> Iterator[Draft | Problem]:
    """One document from one page; its paragraphs are lines.

    `url` is the address and `header` the Content-Type with which a server gave the page as the `item`th of
    the source; what the page says of itself outranks both, but for its charset.

    Raises:
        InputError: no article could be found in the page.
    """
    declared = _CHARSET.search(header.encode()) or _CHARSET.search(stream.peek(_PRESCAN)[:_PRESCAN])
    markup, problems = decoded(stream, source, declared[1].decode() if declared else None)
    yield from problems
    if markup.strip():
        yield _filled(source.draft(item=item), markup, url)


def _filled(empty: Draft, markup: str, url: str | None) -> Draft:
    import trafilatura  # takes longer to load than all that reads other inputs
    from trafilatura.settings import Document as Page

    tree = _tree(markup)
    page = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_NO_CLOCK)
    )
    if not isinstance(page, Page) or not page.text or not page.text.strip():
        raise InputError("no article text was found in this page; save the article as .txt and give that")
    return msgspec.structs.replace(
        empty,
        text=page.text,
        published=published(tree, page.url or url),
        title=page.title,
        url=page.url or url,
        outlet=page.sitename,
        language=language_code(tree.xpath("string(/html/@lang)")),
    )


def _tree(markup: str) -> Tree:
    import trafilatura

    markup = _INLINE_DATA.sub("", markup)
    tree = trafilatura.load_html(markup)
    if tree is None:  # a fragment: load_html wants a page
        tree = trafilatura.load_html(f"<html><body>{markup}</body></html>")
    if tree is None:
        raise InputError("this page cannot be parsed as HTML; save the article as .txt and give that")
    return tree


def published(tree: Tree, url: str | None = None) -> date | None:
    """The day that a page gives as its publication: JSON-LD, meta tags, time elements, its address."""
    values = (*_from_json(tree), *_from_meta(tree), *_from_elements(tree))
    return next(filter(None, map(day, values)), None) or _from_url(url)


def _from_json(tree: Tree) -> Iterator[str]:
    """`datePublished` of schema.org, that of an article before that of anything else on the page."""
    found: list[tuple[bool, str]] = []
    for script in tree.xpath("//script[starts-with(@type, 'application/ld+json')]/text()"):
        try:
            found += _dated(json.loads(script, strict=False))
        except (ValueError, RecursionError):
            continue
    return (value for _, value in sorted(found, key=lambda item: item[0]))


def _dated(node: object) -> Iterator[tuple[bool, str]]:
    if isinstance(node, dict):
        if isinstance(value := node.get("datePublished"), str):
            kind = str(node.get("@type"))
            yield not ("Article" in kind or "Posting" in kind), value
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _dated(child)


def _from_meta(tree: Tree) -> Iterator[str]:
    given: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            given.setdefault(meta.get(attribute, "").lower(), meta.get("content"))
    return (given[name] for name in _PUBLISHED if name in given)


def _from_elements(tree: Tree) -> Iterator[str]:
    for path in _MARKED:
        for element in tree.xpath(path):
            yield element.get("datetime") or element.get("content") or element.text_content()


def _from_url(url: str | None) -> date | None:
    match = _URL_DAY.search(urlsplit(url).path) if url else None
    return day("{:0>4}-{:0>2}-{:0>2}".format(*match.groups())) if match else None
