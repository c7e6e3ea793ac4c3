"""What a whole document tells about its names: which countries and bodies are surely in it."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.match import Entry
from kg.actors.phrases import LANDS
from kg.actors.piece import Piece
from kg.model import Document


class Setting(Struct, frozen=True):
    """`countries` and `bodies` are ids that a name of theirs alone gives; `american`: written from there.

    `day` is the day of publication.
    """

    countries: frozenset[str]
    bodies: frozenset[str]
    american: bool
    day: date | None = None

    def settle(self, piece: Piece) -> Piece:
        """The piece with one country where several share the name: the only one named in full, else the usual one."""
        if self.american and piece.kind == "country" and (state := piece.keys("place")):
            return replace(piece, entries=(Entry("place", state[0]),))
        if piece.kind == "ministry":
            return self._ministry(piece)
        if piece.kind not in LANDS or len(keys := tuple(dict.fromkeys(piece.keys(*LANDS)))) < 2:
            return piece
        named = [key for key in keys if key in self.countries]
        key = named[0] if len(named) == 1 else keys[-1]
        return replace(piece, entries=(Entry(piece.entries[0].kind, key),))

    def _ministry(self, piece: Piece) -> Piece:
        """ "The Foreign Office": of the one country that calls it so, unless the text is only about others.

        The American departments are written of without their country more than any.
        """
        entries = piece.entries
        owners = {e.key.partition("@")[2] for e in entries}
        foreign = owners - {"", "united-states"}
        if not self.countries or "" not in owners or not foreign or foreign & self.countries:
            return piece
        return replace(piece, entries=tuple(e for e in entries if e.key.partition("@")[2] not in foreign))


def setting(document: Document, sentences: Iterable[Sequence[Piece]], gazetteer: Gazetteer) -> Setting:
    """The setting of a document, given the names in its sentences."""
    found = [piece for sentence in sentences for piece in sentence]
    american = _american(document.text)
    countries = {key for piece in found for key in _sure_country(piece, gazetteer)}
    bodies = {key for piece in found for key in piece.keys("organisation")[:1]}
    countries |= {"united-states"} if american else set()
    return Setting(frozenset(countries), frozenset(bodies), american, document.published)


def _sure_country(piece: Piece, gazetteer: Gazetteer) -> tuple[str, ...]:
    if piece.kind == "place":
        governed = gazetteer.governs.get(piece.text) if len(piece.keys("place")) == 1 else None
        return (governed,) if governed else ()
    keys = tuple(dict.fromkeys(piece.keys(*LANDS)))
    return keys if len(keys) == 1 else ()


def _american(text: str) -> bool:
    """Whether "Georgia", "the State Department" and "Congress" are to be read from an American point of view."""
    if any(word in text for word in usage("georgian")):
        return False
    return sum(word in text for word in usage("american")) >= 2
