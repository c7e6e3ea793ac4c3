"""The named queries of ontology/queries: SPARQL files whose comments say what they answer and what may be set."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path

import msgspec

from kg.errors import NotFoundError, TableError
from kg.resources import ontology

SUFFIX = ".rq"
_NONE = "-"
_COLUMNS = 5


class Parameter(msgspec.Struct, frozen=True):
    """What may be set in a query: its variable, a type of `kg.query.parameters`, and in words what it does."""

    name: str
    type: str
    default: str | None
    example: str
    meaning: str


class Named(msgspec.Struct, frozen=True):
    """A query, and what the comments at its top say of it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def names() -> tuple[str, ...]:
    """The names of all queries that come with kg, sorted."""
    return tuple(sorted(path.stem for path in ontology("queries").glob(f"*{SUFFIX}")))


@cache
def get(name: str) -> Named:
    """The query of that name.

    Raises:
        NotFoundError: there is none; the message lists names like it.
        OntologyError: the comments at its top are wrong.
    """
    known = names()
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else "`kg query --list` lists them"
        raise NotFoundError(f"no query is called {name!r}; {hint}")
    return read(ontology("queries", f"{name}{SUFFIX}"))


def read(path: Path) -> Named:
    """The query in a file; one without such comments has no title and no parameters.

    Raises:
        NotFoundError: the file cannot be read.
        TableError: it is no UTF-8, or a line of the comments is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotFoundError(f"{path}: cannot be read ({error.strerror}); name a file with a SPARQL query") from error
    except UnicodeDecodeError as error:
        raise TableError(str(path), None, f"is no UTF-8 ({error.reason}); save it as UTF-8") from error
    title, description, parameters = "", "", []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        key, _, value = (part.strip() for part in line[1:].partition(":"))
        if key == "title":
            title = value
        elif key == "parameter":
            parameters.append(_parameter(path, number, value))
        elif key == "description":
            description = value
        elif description and not parameters:
            description += f" {line[1:].strip()}"
    return Named(path.stem, title, description, tuple(parameters), text)


def _parameter(path: Path, number: int, line: str) -> Parameter:
    cells = [cell.strip() for cell in line.split("|", _COLUMNS - 1)]
    if len(cells) != _COLUMNS:
        raise TableError(str(path), number, "write `# parameter: name | type | default or - | example | meaning`")
    name, kind, default, example, meaning = cells
    return Parameter(name, kind, None if default == _NONE else default, example, meaning)
