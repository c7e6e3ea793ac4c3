"""Words beside the names: nouns of agents, places with coordinates, names that only look like actors."""

from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from kg.actors.fold import slug
from kg.errors import OntologyError
from kg.resources import ontology
from kg.tables import rows, wordclass

Role = Literal["person", "body", "government", "craft"]
_ROLES = ("person", "body", "government", "craft")
PlaceRowKind = Literal["city", "region", "area"]
_PLACE_KINDS: tuple[str, ...] = get_args(PlaceRowKind)


class Agent(NamedTuple):
    """A noun of who can act, in both numbers."""

    singular: str
    plural: str
    role: Role


class PlaceRow(NamedTuple):
    """A place: `country` is an ISO 3166-1 alpha-2 code or None, `lat` and `lng` are degrees.

    `id` has the country behind a name that an earlier row has, or that ends in `?`. Such a name says nothing
    of itself: the text must tell which of several places it is.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: PlaceRowKind
    country: str | None
    lat: float
    lng: float

    @property
    def doubtful(self) -> bool:
        """Whether the text must name the country too."""
        return self.name.endswith("?")

    @property
    def label(self) -> str:
        """The name as written."""
        return self.name.removesuffix("?")


class Lookalike(NamedTuple):
    """A name that holds another name and means something else."""

    name: str
    aliases: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def agents() -> dict[str, Agent]:
    """The nouns of agents by both their forms, in small letters.

    Raises:
        OntologyError: a row names no known role.
    """
    path = ontology("actors", "agents.csv")
    found: dict[str, Agent] = {}
    for line, cells in rows(path, ("singular", "plural", "role")):
        if cells["role"] not in _ROLES:
            raise OntologyError(f"{path}:{line}: role {cells['role']!r}; write one of {', '.join(_ROLES)}")
        agent = Agent(cells["singular"], cells["plural"], cast(Role, cells["role"]))
        found.setdefault(agent.singular.lower(), agent)
        found.setdefault(agent.plural.lower(), agent)
    return found


@cache
def places() -> tuple[PlaceRow, ...]:
    """The rows of places.csv.

    Raises:
        OntologyError: a kind is unknown, or a coordinate is no number or out of range.
    """
    path = ontology("actors", "places.csv")
    found: dict[str, PlaceRow] = {}
    names: set[str] = set()
    for line, cells in rows(path, ("name", "aliases", "kind", "country", "lat", "lng")):
        try:
            lat, lng = float(cells["lat"]), float(cells["lng"])
        except ValueError as error:
            raise OntologyError(f"{path}:{line}: {error}; write degrees such as 55.76") from error
        if cells["kind"] not in _PLACE_KINDS or abs(lat) > 90 or abs(lng) > 180:
            raise OntologyError(
                f"{path}:{line}: the kind or the coordinates are wrong; kinds: {', '.join(_PLACE_KINDS)}"
            )
        kind, country = cast(PlaceRowKind, cells["kind"]), cells["country"] or None
        shared = cells["name"].endswith("?") or cells["name"] in names
        key = place_id(cells["name"], country if shared else None)
        if key in found:
            raise OntologyError(f"{path}:{line}: {cells['name']!r} of that country stands in an earlier row")
        found[key] = PlaceRow(key, cells["name"], _split(cells["aliases"]), kind, country, lat, lng)
        names |= {found[key].label, *found[key].aliases}
    return tuple(found.values())


def place_kind(key: str) -> PlaceRowKind | None:
    """What the place of an id is; None for a place that the table has not."""
    return _place_kinds().get(key)


@cache
def _place_kinds() -> dict[str, PlaceRowKind]:
    return {row.id: row.kind for row in places()}


def place_id(name: str, country: str | None = None) -> str:
    """The id of a place; with its country's code where another place of that name is better known."""
    return slug(f"{name} {country}") if country else slug(name)


@cache
def lookalikes() -> tuple[Lookalike, ...]:
    """The rows of lookalikes.csv."""
    table = rows(ontology("actors", "lookalikes.csv"), ("name", "aliases"))
    return tuple(Lookalike(cells["name"], _split(cells["aliases"])) for _, cells in table)


@cache
def usage(group: str) -> frozenset[str]:
    """The words of a class of usage.csv.

    Raises:
        OntologyError: the table has no such class.
    """
    return wordclass(ontology("actors", "usage.csv"), group)
