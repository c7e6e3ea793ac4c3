"""Words beside the names: nouns of agents, places with coordinates, names that only look like actors."""

from functools import cache
from typing import Literal, NamedTuple, cast

from kg.errors import OntologyError
from kg.resources import ontology
from kg.tables import rows

Role = Literal["person", "body", "government", "craft"]
_ROLES = ("person", "body", "government", "craft")
_PLACE_KINDS = ("city", "region", "area")


class Agent(NamedTuple):
    """A noun of who can act, in both numbers."""

    singular: str
    plural: str
    role: Role


class PlaceRow(NamedTuple):
    """A place: `country` is an ISO 3166-1 alpha-2 code or None, `lat` and `lng` are degrees."""

    name: str
    aliases: tuple[str, ...]
    kind: Literal["city", "region", "area"]
    country: str | None
    lat: float
    lng: float


class Lookalike(NamedTuple):
    """A name that holds another name and means something else."""

    name: str
    aliases: tuple[str, ...]
    outlet: bool
    country: str | None


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
    found = []
    for line, cells in rows(path, ("name", "aliases", "kind", "country", "lat", "lng")):
        try:
            lat, lng = float(cells["lat"]), float(cells["lng"])
        except ValueError as error:
            raise OntologyError(f"{path}:{line}: {error}; write degrees such as 55.76") from error
        if cells["kind"] not in _PLACE_KINDS or abs(lat) > 90 or abs(lng) > 180:
            raise OntologyError(
                f"{path}:{line}: the kind or the coordinates are wrong; kinds: {', '.join(_PLACE_KINDS)}"
            )
        kind = cast(Literal["city", "region", "area"], cells["kind"])
        found.append(PlaceRow(cells["name"], _split(cells["aliases"]), kind, cells["country"] or None, lat, lng))
    return tuple(found)


@cache
def lookalikes() -> tuple[Lookalike, ...]:
    """The rows of lookalikes.csv.

    Raises:
        OntologyError: a row is neither an outlet nor nothing.
    """
    path = ontology("actors", "lookalikes.csv")
    found = []
    for line, cells in rows(path, ("name", "aliases", "kind", "country")):
        if cells["kind"] not in ("outlet", "nothing"):
            raise OntologyError(f"{path}:{line}: kind {cells['kind']!r}; write outlet or nothing")
        outlet = cells["kind"] == "outlet"
        found.append(Lookalike(cells["name"], _split(cells["aliases"]), outlet, cells["country"] or None))
    return tuple(found)


@cache
def usage(group: str) -> frozenset[str]:
    """The words of a class of usage.csv.

    Raises:
        OntologyError: the table has no such class.
    """
    found = _usage().get(group)
    if found is None:
        raise OntologyError(f"{ontology('actors', 'usage.csv')}: no class {group!r}; put its row back")
    return found


@cache
def _usage() -> dict[str, frozenset[str]]:
    table = rows(ontology("actors", "usage.csv"), ("class", "words"))
    return {cells["class"]: frozenset(_split(cells["words"])) for _, cells in table}
