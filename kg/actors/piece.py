"""A stretch of words that may name an actor, with what the words may mean."""

from collections.abc import Iterable

from msgspec import Struct

from kg.actors.match import Entry, EntryKind
from kg.parse.tree import Span


class Piece(Struct, frozen=True):
    """Tokens `start` to `end` of a sentence, its characters `first` to `last`, and what they may mean.

    `bound`: a hyphen ties it to a word that makes it a quality ("US-led", "Russia-friendly").
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    entries: tuple[Entry, ...]
    bound: bool = False

    @property
    def kind(self) -> str:
        """What the words most likely are."""
        return self.entries[0].kind

    def keys(self, *kinds: str) -> tuple[str, ...]:
        """The rows that the words may mean, of the kinds given."""
        return tuple(entry.key for entry in self.entries if entry.kind in kinds)


def piece_of(span: Span, kind: EntryKind) -> Piece:
    """A piece that no table has; its key are its words."""
    return Piece(span.start, span.end, span.start_char, span.end_char, span.text, (Entry(kind, span.text),))


def cover(found: Iterable[Piece]) -> set[int]:
    """The tokens of some pieces."""
    return {i for p in found for i in range(p.start, p.end)}


def ordered(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces as they stand in the sentence."""
    return tuple(sorted(found, key=lambda p: (p.first, p.last)))
