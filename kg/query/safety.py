"""Refuse a query, before anything runs, that would change data or make the engine read other files or servers.

The engine's own parser needs no blank between a keyword and what follows it (`SERVICEex:a{}` calls a server), so a
keyword is refused wherever it may begin: in any bare word and in any prefix. The worker that runs a query can open
no file and no connection either (`kg.query.worker`); each of the two would do alone.
"""

import re
from collections.abc import Sequence

from kg.errors import RefusedError
from kg.query.tokens import Token, pointed, tokens

_REFUSED = {
    "service": "SERVICE would call another server; kg answers from its own graph only",
    "from": "FROM would read another graph; name the files to read with -i",
}
_KEYWORD = re.compile("|".join(_REFUSED), re.IGNORECASE)
_UPDATE = re.compile("insert|delete|load|clear|create|drop|copy|move|add|with", re.IGNORECASE)


def check(query: str) -> tuple[Token, ...]:
    """The tokens of a query that may run.

    Raises:
        RefusedError: it is an update, or has a SERVICE, FROM or FROM NAMED clause.
        QueryError: it has no tokens of SPARQL.
    """
    found = tuple(tokens(query))
    for token in found:
        _no_way_out(query, token)
    _no_update(query, found)
    return found


def _no_way_out(query: str, token: Token) -> None:
    head = {"word": token.text, "name": token.text.partition(":")[0]}.get(token.kind, "")
    if keyword := _KEYWORD.search(head):
        problem = _REFUSED[keyword[0].lower()]
        if token.kind == "name":
            problem += f"; if {head} is a prefix, rename it"
        raise RefusedError(pointed(query, token.start, problem))


def _no_update(query: str, found: Sequence[Token]) -> None:
    words = (t for t in found if t.kind == "word" and t.text.lower() not in {"prefix", "base"})
    first = next(words, None)
    if first is not None and _UPDATE.match(first.text):
        raise RefusedError(pointed(query, first.start, "updates are refused; a build is changed by building again"))
