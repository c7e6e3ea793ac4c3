"""Which place is meant where several share a name: by what a comma adds, else by the countries of the text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import PlaceRow
from kg.actors.match import Entry
from kg.actors.piece import Piece
from kg.actors.setting import Setting
from kg.parse.tree import Doc

_CLOSING = (",", ".", ";", ":", ")", "–", "—", "-", "?", "!")

Found = Sequence[tuple[Piece, ...]]


def settle(docs: Sequence[Doc], found: Found, scene: Setting, gazetteer: Gazetteer) -> list[tuple[Piece, ...]]:
    """The names of each sentence with one country or place for each, or nothing where that is unsure.

    What a comma adds once ("Tripoli, Lebanon") holds for the whole text.
    """
    landed = [tuple(map(scene.settle, pieces)) for pieces in found]
    said = dict(chain.from_iterable(_said(d, pieces, gazetteer) for d, pieces in zip(docs, landed, strict=True)))
    near = _countries(chain.from_iterable(landed), scene, gazetteer)
    return [tuple(_settled(p, said, near, gazetteer) for p in pieces) for pieces in landed]


def _countries(found: Iterable[Piece], scene: Setting, gazetteer: Gazetteer) -> frozenset[str]:
    """The ISO codes of the countries that a text names, itself or by a region of theirs."""
    named = {code for key in scene.countries if (code := gazetteer.directory.iso(key))}
    return frozenset(named | {row.country for p in found for row in _regions(p, gazetteer) if row.country})


def _rows(piece: Piece, gazetteer: Gazetteer) -> tuple[PlaceRow, ...]:
    keys = piece.keys("place") if piece.kind == "place" else ()
    return tuple(gazetteer.places[key] for key in keys if key in gazetteer.places)


def _regions(piece: Piece, gazetteer: Gazetteer) -> Iterator[PlaceRow]:
    rows = _rows(piece, gazetteer)
    return (row for row in rows if len(rows) == 1 and row.kind == "region")


def _settled(piece: Piece, said: dict[str, Entry], near: frozenset[str], gazetteer: Gazetteer) -> Piece:
    rows = _rows(piece, gazetteer)
    if piece.text in said and (rows or piece.kind == "unlisted-place"):
        return replace(piece, entries=(said[piece.text],))
    if not rows or (len(rows) == 1 and not rows[0].doubtful):
        return piece
    fits = [row for row in rows if row.country in near]
    one = len({row.country for row in fits}) == 1
    if not one and rows[0].doubtful:
        return replace(piece, entries=(Entry("nothing", piece.text),))
    return replace(piece, entries=(Entry("place", (fits if one else rows)[0].id),))


def _said(doc: Doc, found: Sequence[Piece], gazetteer: Gazetteer) -> Iterator[tuple[str, Entry]]:
    """The places of a sentence that a comma ties to a country or a region: "in Tripoli, Lebanon."

    "in Tripoli, Lebanon and Libya agreed" ties none. "Paris, Texas" is no place of the table.
    """
    for place, land in pairwise(found):
        rows = _rows(place, gazetteer)
        if not (rows or place.kind == "unlisted-place") or not _tied(doc, place, land):
            continue
        iso, region = _land(land, gazetteer)
        fits = [row for row in rows if row.country == iso]
        if fits:
            yield place.text, Entry("place", fits[0].id)
        elif iso and (region or not rows):
            yield place.text, Entry("unlisted-place", iso)


def _tied(doc: Doc, place: Piece, land: Piece) -> bool:
    """Whether a comma alone stands between, and the sentence or clause ends behind the country."""
    closed = land.end == len(doc) or doc[land.end].text in _CLOSING or doc[land.end].tag_ in ("IN", "TO")
    return closed and land.start == place.end + 1 and doc[place.end].text == ","


def _land(piece: Piece, gazetteer: Gazetteer) -> tuple[str, bool]:
    """The ISO code of a country or region, "" for anything else, and whether it is a region."""
    if piece.kind == "country":
        return gazetteer.directory.iso(piece.keys("country")[0]) or "", False
    region = next(_regions(piece, gazetteer), None)
    return (region.country or "", True) if region else ("", False)
