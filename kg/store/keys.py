"""What the mentions of a document depend on, as hashes: its content, and the versions of all that reads it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from kg.actors import own
from kg.extract import origin
from kg.model import Document
from kg.resources import ontology
from kg.versions import versions

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("parse", "dates", "actors", "extract")
"""The code that mentions come from; a change elsewhere leaves them as they are."""
_GROUPING = ("merge/stories.py", "merge/cosines.py", "merge/words.py", "actors/fold.py")
"""The code that story groups come from."""
_WRITING = ("graph", "rdf", "export")
"""The code that files come from, given the values of a graph."""
_SIZE = 16


def content_key(document: Document, fingerprint: bytes) -> bytes:
    """16 bytes for what a document says, when it was published, and what reads it; its id has no part in it."""
    nameless = msgspec.structs.replace(document, id="-")
    return blake2b(msgspec.json.encode(nameless), digest_size=_SIZE, key=fingerprint).digest()


def fingerprint(extractors: Sequence[str], actors: str | Path) -> bytes:
    """16 bytes for the versions of the extractors, of ontology/ and of the user's own actors."""
    used = sorted(f"{name} {version}" for name, version in versions().items())
    made = [f"extractor {name} {origin(name)}" for name in extractors]
    parts = [*map(str.encode, (*used, *made)), *_contents(own.files(actors).values())]
    return _digest([_code_and_words(), *parts])


@lru_cache(maxsize=1)
def grouping() -> bytes:
    """16 bytes for the versions of what groups articles into stories."""
    used = sorted(f"{name} {version}" for name, version in versions().items())
    return _digest([*map(str.encode, used), *_contents(_PACKAGE / name for name in _GROUPING)])


@lru_cache(maxsize=1)
def writing() -> bytes:
    """16 bytes for the versions of what makes files of a graph."""
    used = sorted(f"{name} {version}" for name, version in versions().items())
    code = sorted(path for room in _WRITING for path in (_PACKAGE / room).rglob("*.py"))
    return _digest(
        [*map(str.encode, used), *_contents([*code, _PACKAGE / "model.py", *sorted(ontology().glob("*.ttl"))])]
    )


@lru_cache(maxsize=1)
def _code_and_words() -> bytes:
    code = sorted(path for room in _ROOMS for path in (_PACKAGE / room).rglob("*.py"))
    words = sorted(path for path in ontology().rglob("*") if path.suffix in (".csv", ".txt"))
    return _digest(_contents([*code, _PACKAGE / "wrapped.py", *words]))


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    """Name and content of each file there is, as a hash."""
    for path in paths:
        if path.is_file():
            yield _digest([path.name.encode(), path.read_bytes()])


def _digest(parts: Iterable[bytes]) -> bytes:
    """One hash of several; the length of each is in it, so that no two lists give the same bytes."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.digest()
