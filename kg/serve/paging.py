"""One page of a sorted list, and where the next begins: after a key, so that pages hold while the list changes."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.serve.asked import Asked

T = TypeVar("T")
Key = tuple[str, ...]
_BETWEEN = "~"


class Page(NamedTuple, Generic[T]):
    """Some of `total` items, and the cursor of the next page if there is one."""

    items: Sequence[T]
    total: int
    cursor: str | None


def page(items: Sequence[T], key: Callable[[T], Key], asked: Asked) -> Page[T]:
    """The items after the cursor; `key` gives the texts that they are sorted by, the id last.

    Raises:
        HTTPException: 400, the cursor is none of ours.
    """
    start = 0
    if asked.cursor is not None and items:
        start = bisect_right(items, _read(asked.cursor, len(key(items[0]))), key=key)
    found = items[start : start + asked.limit]
    more = start + len(found) < len(items)
    return Page(found, len(items), _BETWEEN.join(key(found[-1])) if more and found else None)


def following(request: Request, cursor: str | None) -> str | None:
    """The address of the next page, without scheme and host."""
    if cursor is None:
        return None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)])}"


def links(request: Request, following: str | None) -> dict[str, str]:
    """The Link header (RFC 8288) of a page."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    first = f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path
    named = {"first": first} | ({"next": following} if following else {})
    return {"Link": ", ".join(f'<{address}>; rel="{rel}"' for rel, address in named.items())}


def _read(cursor: str, parts: int) -> Key:
    key = tuple(cursor.split(_BETWEEN, parts - 1))
    if len(key) != parts:
        raise HTTPException(400, f"cursor {cursor!r} is none; take it from a Link header")
    return key
