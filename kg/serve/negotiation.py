"""Which form of an answer a client wants, by its Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from starlette.exceptions import HTTPException

ROWS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/x-turtle": "turtle",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "nt",
}
"""Media types, the preferred first, and the forms of `kg.query` that they stand for."""


class Choice(NamedTuple):
    """A media type that the client takes, and our name of the form."""

    media: str
    form: str


def choose(accept: str, offered: Mapping[str, str]) -> Choice:
    """The offered type that is wanted most; of equal ones the first.

    Raises:
        HTTPException: 406, the client takes none of them.
    """
    ranges = tuple(_ranges(accept))
    wanted = {media: _quality(media, ranges) for media in offered} if ranges else dict.fromkeys(offered, 1.0)
    best = max(wanted, key=lambda media: wanted[media])
    if not wanted[best]:
        raise HTTPException(406, f"the Accept header takes none of {', '.join(offered)}")
    return Choice(best, offered[best])


class _Range(NamedTuple):
    kind: str
    subtype: str
    quality: float


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subtype = name.partition("/")
        if slash:
            yield _Range(kind, subtype, next((_number(p[2:]) for p in parameters if p.startswith("q=")), 1.0))


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, ranges: tuple[_Range, ...]) -> float:
    """That of the most specific range that the type falls in."""
    kind, _, subtype = media.partition("/")
    fitting = [
        (r.kind != "*", r.subtype != "*", r.quality)
        for r in ranges
        if r.kind in {"*", kind} and r.subtype in {"*", subtype}
    ]
    return max(fitting)[2] if fitting else 0.0
