"""PETRARCH's way of coding: its file of actors as a gazetteer, its view from both sides, its blindness to tense."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from kg.actors import Gazetteer, tables
from kg.actors.fold import slug
from kg.extract import lexicon
from kg.model import SYMMETRIC, ActorMention, EventMention

_SEEN_FROM = {"visit": ("host", "043"), "host": ("visit", "042")}
"""A visit from its host's side, and the other way round: CAMEO codes the two as one pair of events."""


_PAIR = 2


class Dated(NamedTuple):
    """A code and the days between which an actor has it; None is open."""

    code: str
    start: date | None
    end: date | None


class Actors:
    """The actors of a PETRARCH actor file by name, without those that code nobody ("---", "+++")."""

    def __init__(self, path: Path) -> None:
        rows = json.loads(path.read_text(encoding="utf-8"))["actors"]
        self._codes = {_named(name): _dated(row["codes"]) for row in rows for name in (row["name"], *row["synonyms"])}

    def gazetteer(self) -> Gazetteer:
        """kg's gazetteer with the actors that it does not know, taken for countries."""
        known = tables.load()
        taken = {name for row in known.countries for name in (row.name, *row.names, *row.adjectives)}
        more = [_country(n, codes[0].code) for n, codes in self._codes.items() if codes and n not in taken]
        return Gazetteer(known._replace(countries=(*known.countries, *more)))

    def code(self, actor: ActorMention, day: date | None) -> str | None:
        """The code of an actor on a day; a group has that of the land that its words name, its own land first."""
        if actor.label in self._codes:
            return _on(self._codes[actor.label], day)
        words = actor.text.title()
        named = [_on(codes, day) for name, codes in self._codes.items() if re.search(rf"\b{re.escape(name)}\b", words)]
        found = sorted(filter(None, named), key=lambda code: code[:3] != actor.code)
        return found[0] if found else actor.code


def _named(name: str) -> str:
    """A name as texts write it: acronyms in capitals, others with capitals, without the article."""
    bare = name.removeprefix("THE ")
    return bare if len(bare.replace(".", "")) == len("UN") else bare.title()


def _dated(codes: list[dict[str, str | None]]) -> tuple[Dated, ...]:
    """The codes of an actor, those with days first: the one without is for the rest."""
    found = [Dated(str(c["code"]), _day(c["from"]), _day(c["to"])) for c in codes if str(c["code"])[0].isalpha()]
    return tuple(sorted(found, key=lambda c: c.start is None and c.end is None))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _on(codes: tuple[Dated, ...], day: date | None) -> str | None:
    """The first code that holds on a day; without a day any."""
    held = (c.code for c in codes if day is None or (c.start or day) <= day <= (c.end or day))
    return next(held, None)


def _country(name: str, code: str) -> tables.Country:
    return tables.Country(slug(name), name, name, code[:3], code[:3], (), (), (), "", None, None, "")


def both_sides(mention: EventMention) -> Iterator[EventMention]:
    """An event, and once more as its other party sees it.

    So CAMEO codes meetings, visits, and what two agree or do together ("A and B signed a pact"); not an agreement
    that one comes to with another ("A signed a pact with B").
    """
    yield mention
    if mention.type in _SEEN_FROM:
        type_, cameo = _SEEN_FROM[mention.type]
        kept = mention.cameo if mention.plover != "CONSULT" else cameo
        yield replace(mention, type=type_, cameo=kept, actors=mention.targets, targets=mention.actors)
    elif mention.type in ("meet", "call") and mention.targets:
        yield replace(mention, actors=mention.targets, targets=mention.actors)
    elif mention.type in SYMMETRIC and not mention.targets:
        yield replace(mention, actors=mention.actors[::-1])


def each_way(mention: EventMention) -> Iterator[EventMention]:
    """A clash as event coding has it: what the one does to the other, and what the other does to him."""
    sides = {m.id for m in mention.actors}, {m.id for m in mention.targets}
    if len(mention.actors) == len(sides[0]) == _PAIR and sides[0] == sides[1]:
        first, second = mention.actors
        yield replace(mention, actors=(first,), targets=(second,))
        yield replace(mention, actors=(second,), targets=(first,))
    else:
        yield mention


def as_done(mention: EventMention) -> EventMention:
    """An event that is ahead with the codes that it would have, had it happened."""
    if mention.status not in ("planned", "proposed") or mention.row not in _codes():
        return mention
    plover, cameo = _codes()[mention.row]
    return replace(mention, plover=plover, cameo=cameo)


@cache
def _codes() -> Mapping[str, tuple[str, str]]:
    """PLOVER and CAMEO code of each pattern of the lexicon by its line."""
    words = lexicon.load()
    entries = (e for table in (words.verbs, words.nouns) for found in table.values() for e in found)
    kinds = words.types
    return {e.row: (e.plover or kinds[e.type].plover, e.cameo or kinds[e.type].cameo) for e in entries}
