"""What a user sets in a query becomes RDF terms, and these take the place of UNDEF in `VALUES ?name { UNDEF }`.

A query with UNDEF runs in every SPARQL tool and leaves the variable open. Only terms that the engine itself
has written come into the text, as whole tokens, so that no value can be read as more than a value.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, get_args

from pyoxigraph import Literal, NamedNode

from kg.dates import from_edtf
from kg.errors import QueryError
from kg.model import ActionType, Status
from kg.query.names import Names
from kg.query.tokens import Token, tokens, with_plain_lines
from kg.rdf.names import term

Value: TypeAlias = NamedNode | Literal
Terms = tuple[Value, ...]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[+-]?\d{1,18}")


def terms(kind: str, text: str, names: Names) -> Terms:
    """The terms that a text stands for in a parameter of a type; a `name` may stand for several things.

    Raises:
        QueryError: the text is none of the type.
        NotFoundError: nothing in the graph goes by the name.
    """
    return TYPES[kind](text, names)


def bound(query: str, values: Mapping[str, Sequence[Value]]) -> str:
    """The query with these values of its parameters.

    Raises:
        QueryError: it has no `VALUES ?name { UNDEF }` for one of them.
    """
    text = with_plain_lines(query)
    found = tuple(tokens(text))
    pieces, done, used = [], 0, set()
    for name, place in _places(found):
        if name in values:
            used.add(name)
            pieces += [text[done : place.start], " ".join(str(value) for value in values[name])]
            done = place.end
    for name in sorted(set(values) - used):
        raise QueryError(f"nothing to set: write VALUES ?{name} {{ UNDEF }} in the query where ?{name} is used")
    return "".join((*pieces, text[done:]))


def _places(found: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Each UNDEF that stands alone in a VALUES of one variable, with the variable's name."""
    for keyword, variable, left, undef, right in zip(*(found[i:] for i in range(5)), strict=False):
        words = (keyword.text.upper(), variable.kind, left.text, undef.text.upper(), right.text)
        if words == ("VALUES", "variable", "{", "UNDEF", "}"):
            yield variable.text[1:], undef


def _name(text: str, names: Names) -> Terms:
    return names.called(text)


def _first(text: str, _: Names) -> Terms:
    return (_day(text, end=False),)


def _last(text: str, _: Names) -> Terms:
    return (_day(text, end=True),)


def _day(text: str, *, end: bool) -> Literal:
    problem = f"{text!r} is no date; write 2023, 2023-02 or 2023-02-01"
    try:
        bounds = from_edtf(text)
    except ValueError as error:
        raise QueryError(problem) from error
    day = bounds.latest if end else bounds.earliest
    if day is None:
        raise QueryError(problem)
    return Literal(day.isoformat(), datatype=term("xsd:date"))


def _text(text: str, _: Names) -> Terms:
    try:
        return (Literal(text),)
    except ValueError as error:
        raise QueryError(f"{text!r} is no text in UTF-8") from error


def _number(text: str, _: Names) -> Terms:
    if not _NUMBER.fullmatch(text):
        raise QueryError(f"{text!r} is no whole number")
    return (Literal(int(text)),)


def _action(text: str, _: Names) -> Terms:
    return (_one_of(text, "action", get_args(ActionType)),)


def _status(text: str, _: Names) -> Terms:
    return (_one_of(text, "status", get_args(Status)),)


def _one_of(text: str, prefix: str, known: Sequence[str]) -> NamedNode:
    if text not in known:
        raise QueryError(f"{text!r} is none of {', '.join(known)}")
    return term(f"{prefix}:{text}")


def _any(text: str, names: Names) -> Terms:
    """Of a query that declares no types: an IRI in angle brackets, a day, a whole number, else a string."""
    if text.startswith("<") and text.endswith(">"):
        try:
            return (NamedNode(text[1:-1]),)
        except ValueError as error:
            raise QueryError(f"{text} is no IRI ({error})") from error
    if _DAY.fullmatch(text):
        return _first(text, names)
    return _number(text, names) if _NUMBER.fullmatch(text) else _text(text, names)


TYPES: dict[str, Callable[[str, Names], Terms]] = {
    "name": _name,
    "first day": _first,
    "last day": _last,
    "text": _text,
    "number": _number,
    "action": _action,
    "status": _status,
    "any": _any,
}
"""Types of parameters; a `first day` of 2023 is 1 January, a `last day` 31 December."""
