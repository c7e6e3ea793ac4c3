"""Web archives (WARC, ISO 28500; Common Crawl's news files): one document for each web page that a server gave."""

from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from io import BufferedReader, BytesIO, StringIO
from typing import Any, TypeVar, cast

from kg.errors import InputError
from kg.model import Problem
from kg.read import html
from kg.read.draft import Draft, Source, shown

T = TypeVar("T")

MAGIC = b"WARC/"
_PAGES = ("text/html", "application/xhtml+xml")
_LARGEST = 20 * 2**20  # bytes of one page


def read(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """One document for each page that holds an article; how many pages hold none is told at the end.

    The day is the one that the page gives: the day on which it was fetched says little about it.

    Raises:
        InputError: the archive is broken from here on, or the package that reads archives is not installed.
    """
    number = without = 0
    for number, page in enumerate(_pages(stream), 1):
        draft = _draft(page, source, number)
        if draft is None:
            without += 1
        else:
            yield draft
    if without:
        yield source.problem("notice", f"{without} of {number} pages hold no article and are left out")


def _pages(stream: BufferedReader) -> Iterator[Any]:
    """The records of pages (warcio has no types)."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise InputError("web archives need one more package; run: pip install -e '.[warc]' in kg's folder") from None
    begun = False
    try:
        records = iter(ArchiveIterator(stream))
        while (record := _quietly(lambda: next(records, None))) is not None:
            begun = True
            if record.rec_type == "response" and record.http_headers and _is_page(record.http_headers):
                yield record
    except ArchiveLoadFailed as error:
        if not begun:
            raise InputError("this is no web archive; name it as what it is, or get it again") from None
        raise InputError(f"broken web archive ({shown(str(error))}); get it again") from None


def _quietly(read: Callable[[], T]) -> T:
    """What is read, without what warcio prints of lengths that are wrong and the like."""
    with redirect_stderr(StringIO()):
        return read()


def _is_page(headers: Any) -> bool:
    return bool(headers.get_statuscode() == "200" and _kind(headers).lower().startswith(_PAGES))


def _kind(headers: Any) -> str:
    return cast(str, headers.get_header("Content-Type") or "")


def _draft(page: Any, source: Source, number: int) -> Draft | None:
    content = BufferedReader(cast(Any, BytesIO(_quietly(lambda: page.content_stream().read(_LARGEST)))))
    url, header = page.rec_headers.get_header("WARC-Target-URI"), _kind(page.http_headers)
    try:
        items = list(html.read(content, source, item=number, url=url, header=header))
    except InputError:
        return None
    return next((item for item in items if isinstance(item, Draft)), None)
