"""Fetch what feeds list: every article once, each as a JSON file that `kg build` reads."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.atomic import open_binary
from kg.errors import InputError, OutputError
from kg.fetch.feed import Entry, Feed, parse
from kg.fetch.web import FetchError, Page, Web
from kg.model import Problem, Value
from kg.read import html
from kg.read.draft import Draft, Source

Report = Callable[[Problem], None]
Track = Callable[[Iterable[bool], int], Iterable[bool]]
"""Passes through whether each article of a feed could not be had, out of so many, and shows how far the work is."""
MEMORY = ".feeds.json"
"""Beside the articles: what the servers said of each feed when all of it had been fetched."""
_CONDITIONS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
_SLUG = 60


class Article(Value, frozen=True, omit_defaults=True):
    """An article as its file holds it: a record that kg.read takes."""

    text: str
    published: str | None
    title: str | None
    url: str
    outlet: str | None
    language: str | None


class Fetched(NamedTuple):
    """How many articles are new, were there already, and could not be had; how many feeds could be read, and how many
    of them have not changed since."""

    new: int
    known: int
    failed: int
    feeds: int
    unchanged: int = 0


def fetch(
    addresses: Sequence[str], folder: Path, *, delay: float, report: Report, track: Track | None = None
) -> Fetched:
    """Fetch the articles that feeds list and the folder does not hold yet; what cannot be had goes to `report`.

    Raises:
        OutputError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made a folder ({error.strerror}); choose another") from error
    run = _Run(folder, Web(delay), report, track)
    for address in dict.fromkeys(addresses):
        run.feed(address)
    return run.fetched


class _Run:
    def __init__(self, folder: Path, web: Web, report: Report, track: Track | None) -> None:
        self._folder = folder
        self._web = web
        self._report = report
        self._track = track
        self._memory = _remembered(folder / MEMORY)
        self._there = {path.stem.rpartition("-")[2] for path in folder.glob("*.json")}
        self.fetched = Fetched(0, 0, 0, 0, 0)

    def feed(self, address: str) -> None:
        """Fetch the new articles of one feed; its answer is remembered only once none is missing."""
        try:
            page = self._web.get(address, self._memory.get(address))
            feed = parse(page) if page.content is not None else Feed(None, ())
        except FetchError as error:
            self._problem(address, error)
            return
        self._count(feeds=1, unchanged=int(page.content is None))
        failures = (self._article(entry, feed) for entry in feed.entries)
        missing = sum(self._track(failures, len(feed.entries)) if self._track else failures)
        if page.content is not None and not missing:
            self._memory[address] = {
                condition: page.headers[header] for header, condition in _CONDITIONS.items() if header in page.headers
            }
            with open_binary(self._folder / MEMORY) as file:
                file.write(msgspec.json.format(msgspec.json.encode(self._memory, order="sorted")))

    def _article(self, entry: Entry, feed: Feed) -> bool:
        """Fetch one article unless it is there; whether it could not be had."""
        mark = blake2b(entry.url.encode(), digest_size=4).hexdigest()
        if mark in self._there:
            self._count(known=1)
            return False
        try:
            article = _article(self._web.get(entry.url), entry, feed)
        except FetchError as error:
            self._count(failed=1)
            self._problem(entry.url, error)
            return True
        with open_binary(self._folder / f"{_slug(article)}-{mark}.json") as file:
            file.write(msgspec.json.format(msgspec.json.encode(article)) + b"\n")
        self._there.add(mark)
        self._count(new=1)
        return False

    def _problem(self, address: str, error: FetchError) -> None:
        message = str(error).removeprefix(f"{address}: ")
        self._report(Problem(level="error", file=address, line=None, message=message))

    def _count(self, **counts: int) -> None:
        self.fetched = self.fetched._replace(
            **{name: getattr(self.fetched, name) + more for name, more in counts.items()}
        )


def _article(page: Page, entry: Entry, feed: Feed) -> Article:
    """The article on a page; the feed's day outranks the page's, which may be that of its last change."""
    try:
        drafts = html.read(io.BufferedReader(io.BytesIO(page.content or b"")), Source(path=None))
        draft = next((item for item in drafts if isinstance(item, Draft)), None)
    except InputError as error:
        raise FetchError(f"{entry.url}: no article text was found in this page") from error
    if draft is None:
        raise FetchError(f"{entry.url}: an empty page")
    day = entry.published or draft.published
    return Article(
        text=draft.text,
        published=day.isoformat() if day else None,
        title=draft.title or entry.title,
        url=entry.url,
        outlet=draft.outlet or feed.title,
        language=draft.language,
    )


def _slug(article: Article) -> str:
    """The name of an article's file: its day and title, in letters that every system takes."""
    words = re.findall(r"[a-z0-9]+", (article.title or "article").lower())
    return "-".join(filter(None, (article.published, "-".join(words)[:_SLUG].strip("-") or "article")))


def _remembered(path: Path) -> dict[str, dict[str, str]]:
    """What was remembered of feeds; nothing where the file is not there or broken, so that all is asked for again."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])
    except (OSError, msgspec.DecodeError):
        return {}
