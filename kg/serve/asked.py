"""Parameters of a request to the JSON API, checked: what is unknown or wrong is said in one line."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeVar, cast, get_args

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from kg.actors.fold import plain
from kg.dates import from_edtf
from kg.model import ActionType, ActorKind, Status
from kg.serve.choice import Wanted

T = TypeVar("T", bound=str)

LIMIT = 100
MOST = 1000
_LONGEST = 500
"""Characters of a value."""
FILTERS = ("name", "person", "country", "type", "status", "from", "to", "as-of", "q")
PAGING = ("limit", "cursor")
ACTOR_FILTERS = ("q", "kind", "country", *PAGING)


class Asked(NamedTuple):
    """Which part of a list: at most `limit` of those after the cursor."""

    limit: int
    cursor: str | None


def known(parameters: QueryParams, *names: str) -> None:
    """Refuse parameters of other names, those given twice that may stand once, and very long ones.

    Raises:
        HTTPException: 400.
    """
    for name, value in parameters.multi_items():
        if name not in names:
            raise _wrong(f"{name!r} is no parameter here; choose from {', '.join(names) or 'none'}")
        if len(value) > _LONGEST:
            raise _wrong(f"{name} is longer than {_LONGEST} characters")
        if name not in _REPEATED and len(parameters.getlist(name)) > 1:
            raise _wrong(f"{name} is given more than once")


_REPEATED = {"name", "person", "country", "type", "status", "kind"}


def wanted(parameters: QueryParams) -> Wanted:
    """The filters of a request.

    Raises:
        HTTPException: 400, one has no meaning.
    """
    start, end = day(parameters, "from", last=False), day(parameters, "to", last=True)
    if start and end and start > end:
        raise _wrong(f"from {start} is after to {end}")
    return Wanted(
        names=_names(parameters, "name"),
        persons=_names(parameters, "person"),
        countries=_names(parameters, "country"),
        types=cast("tuple[ActionType, ...]", one_of(parameters, "type", get_args(ActionType))),
        statuses=cast("tuple[Status, ...]", one_of(parameters, "status", get_args(Status))),
        start=start,
        end=end,
        as_of=day(parameters, "as-of", last=True),
        words=tuple(plain(parameters.get("q", "")).split()),
    )


def kinds(parameters: QueryParams) -> tuple[str, ...]:
    """The kinds of actors that are asked for."""
    return one_of(parameters, "kind", get_args(ActorKind))


def part(parameters: QueryParams) -> Asked:
    """Which part of a list.

    Raises:
        HTTPException: 400, the limit is no number from 1 to `MOST`.
    """
    text = parameters.get("limit", str(LIMIT))
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST):
        raise _wrong(f"limit {text!r} is no number from 1 to {MOST}")
    return Asked(int(text), parameters.get("cursor"))


def day(parameters: QueryParams, name: str, *, last: bool) -> date | None:
    """A day; of a month or year its last day or else its first.

    Raises:
        HTTPException: 400, it is no date.
    """
    text = parameters.get(name)
    if text is None:
        return None
    try:
        bounds = from_edtf(text)
    except ValueError:
        bounds = None
    found = bounds and (bounds.latest if last else bounds.earliest)
    if not found:
        raise _wrong(f"{name} {text!r} is no date; write 2023, 2023-02 or 2023-02-01")
    return found


def one_of(parameters: QueryParams, name: str, choices: Sequence[str]) -> tuple[str, ...]:
    """Values that must be among some; several may stand in one, with commas between.

    Raises:
        HTTPException: 400, one is not.
    """
    given = [value.strip() for text in parameters.getlist(name) for value in text.split(",")]
    for value in given:
        if value not in choices:
            raise _wrong(f"{name} {value!r} is none of {', '.join(choices)}")
    return tuple(dict.fromkeys(given))


def _names(parameters: QueryParams, name: str) -> tuple[str, ...]:
    given = tuple(dict.fromkeys(parameters.getlist(name)))
    if not all(value.strip() for value in given):
        raise _wrong(f"{name} is empty; leave it out")
    return given


def _wrong(problem: str) -> HTTPException:
    return HTTPException(400, problem)
