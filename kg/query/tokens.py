"""The tokens of a SPARQL query: enough of its grammar to see what a query does before any engine has it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import QueryError

_PATTERN = re.compile(
    r"""
    (?P<space>    [ \t\n]+ | \#[^\n]* )
  | (?P<iri>      <[^<>"{}|^`\x00-\x20]*> )
  | (?P<string>   '''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"""(?:"{0,2}(?:[^"\\]|\\.))*\"""
                | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<blank>    _:[\w.\-·]+ )
  | (?P<name>     (?:[^\W\d_][\w.\-·]*)?:(?:[\w.\-·:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])* )
  | (?P<word>     \w+ )
  | (?P<sign>     [^\w\s"'\\] )
    """,
    re.VERBOSE | re.DOTALL,
)
"""After the terminals of SPARQL 1.1, section 19.8. What it takes for longer than an engine does, it takes for words."""


class Token(NamedTuple):
    """A token: its kind (a group of the pattern), its text, and the character at which it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


def tokens(query: str) -> Iterator[Token]:
    """The tokens without blanks and comments; lines of the query must end in `\\n` alone.

    Raises:
        QueryError: a character starts no token (a quotation mark that nothing closes).
    """
    position = 0
    while position < len(query):
        found = _PATTERN.match(query, position)
        if found is None:
            raise QueryError(pointed(query, position, "no token of SPARQL starts here; is a quotation mark missing?"))
        if found.lastgroup != "space":
            yield Token(found.lastgroup or "", found[0], position)
        position = found.end()


def with_plain_lines(query: str) -> str:
    """The query with `\\n` for all other ends of lines, so that every reader ends a comment at the same place."""
    return query.replace("\r\n", "\n").replace("\r", "\n")


def pointed(query: str, position: int, problem: str) -> str:
    """The problem with its line and column, the line, and a caret under the character."""
    before = query[:position]
    line, column = before.count("\n") + 1, position - (before.rfind("\n") + 1)
    text = query.split("\n")[line - 1].replace("\t", " ")
    return f"line {line}, column {column + 1}: {problem}\n  {text}\n  {' ' * column}^"
