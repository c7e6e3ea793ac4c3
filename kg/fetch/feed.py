"""What an RSS or Atom feed lists: addresses of articles, with titles and days."""

from datetime import date
from typing import NamedTuple
from urllib.parse import urljoin

import feedparser

from kg.fetch.web import FetchError, Page


class Entry(NamedTuple):
    """One article as its feed gives it."""

    url: str
    title: str | None
    published: date | None


class Feed(NamedTuple):
    """A feed: the name that it gives itself, and its entries in its order."""

    title: str | None
    entries: tuple[Entry, ...]


def parse(page: Page) -> Feed:
    """The feed on a page.

    Raises:
        FetchError: it is no feed.
    """
    found = feedparser.parse(page.content or b"", response_headers=dict(page.headers))
    if not found.version:
        raise FetchError(f"{page.url}: no RSS or Atom feed; give the address of the feed, not of the page")
    entries = (_entry(entry, page.url) for entry in found.entries if entry.get("link"))
    return Feed(found.feed.get("title") or None, tuple(entries))


def _entry(entry: feedparser.FeedParserDict, base: str) -> Entry:
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return Entry(
        url=urljoin(base, entry["link"]), title=entry.get("title") or None, published=date(*day[:3]) if day else None
    )
