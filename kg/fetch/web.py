"""A polite reader of the web: it asks robots.txt, waits between requests to a host, and tries again for a while."""

import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from kg import __version__

AGENT = f"kg/{__version__}"
_TIMEOUT = 20.0
_TRIES = 3
_LONGEST_WAIT = 60
"""Seconds; a server that asks for more (Retry-After) is left for another day."""
_LARGEST = 20 * 1024 * 1024
_HOPS = 5
_OVERLOADED = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})


class FetchError(Exception):
    """A page could not be had; the message says why. `passing`: no answer, or a server that is overloaded."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class Page(NamedTuple):
    """What a server sent: where it was in the end, its bytes (none: not modified), and its headers."""

    url: str
    content: bytes | None
    headers: Mapping[str, str]


class Web:
    """One reader for many pages; `delay` is the least number of seconds between two requests to one host."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
            timeout=urllib3.Timeout(total=_TIMEOUT),
            retries=urllib3.Retry(
                _TRIES,
                redirect=0,
                raise_on_redirect=False,
                backoff_factor=max(delay, 0.1),
                status_forcelist=_OVERLOADED,
                raise_on_status=False,
                retry_after_max=_LONGEST_WAIT,
            ),
        )
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str, known: Mapping[str, str] | None = None) -> Page:
        """A page; `known` are headers that ask for it only if it has changed.

        Raises:
            FetchError: no http(s) address, refused by robots.txt, no answer, an error, or too large.
        """
        for _ in range(_HOPS):
            self._allow(url)
            page, status = self._request(url, known or {})
            if status not in _MOVED:
                return page
            url = urljoin(url, page.headers.get("Location", ""))
        raise FetchError(f"{url}: redirected more than {_HOPS} times")

    def _request(self, url: str, headers: Mapping[str, str]) -> tuple[Page, int]:
        self._wait(url)
        try:
            response = self._pool.request(
                "GET", url, headers={**self._pool.headers, **headers}, preload_content=False, redirect=False
            )
            with response:
                content = response.read(_LARGEST + 1)
        except urllib3.exceptions.HTTPError as error:
            raise FetchError(f"{url}: no answer ({_reason(error)})", passing=True) from error
        if len(content) > _LARGEST:
            raise FetchError(f"{url}: larger than {_LARGEST // 1024 // 1024} MB")
        if response.status >= 400:
            raise FetchError(f"{url}: the server says {response.status}", passing=response.status in _OVERLOADED)
        modified = response.status != 304
        return Page(url, content if modified else None, response.headers), response.status

    def _allow(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise FetchError(f"{url}: no http(s) address")
        if parts.path != "/robots.txt" and not self._rules(f"{parts.scheme}://{parts.netloc}").can_fetch(AGENT, url):
            raise FetchError(f"{url}: robots.txt of this site refuses it")

    def _rules(self, site: str) -> RobotFileParser:
        """The robots.txt of a site (RFC 9309): none there allows all; one that cannot be had refuses all."""
        if site not in self._robots:
            rules = RobotFileParser()
            try:
                text = self.get(f"{site}/robots.txt").content or b""
                rules.parse(text.decode("utf-8", "replace").splitlines())
            except FetchError as error:
                if error.passing:
                    raise FetchError(f"{error}; without its robots.txt nothing is fetched from this site") from error
                rules.parse([])
            self._robots[site] = rules
        return self._robots[site]

    def _wait(self, url: str) -> None:
        parts = urlsplit(url)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        asked = float(rules.crawl_delay(AGENT) or 0) if rules else 0.0
        pause = max(self._delay, min(asked, _LONGEST_WAIT))
        rest = self._asked.get(parts.netloc, -pause) + pause - time.monotonic()
        if rest > 0 and parts.netloc in self._asked:
            time.sleep(rest)
        self._asked[parts.netloc] = time.monotonic()


def _reason(error: urllib3.exceptions.HTTPError) -> str:
    """The cause in a few words; urllib3 wraps it in the whole request."""
    cause = getattr(error, "reason", None) or error
    return str(cause).rpartition(": ")[2]
