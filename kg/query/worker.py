"""What runs in the killable process: load the graphs once, shut every door, answer one query after another."""

import os
import signal
import sys
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, Store, parse

from kg.errors import InputError, KgError, QueryError
from kg.query.results import Boolean, Result, Solutions, Statements
from kg.query.syntax import explained
from kg.rdf.names import prefixes

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}
"""By the end of a file's name."""
_SIZE = Path("/proc/self/statm")
"""Where Linux says how many pages of addresses a process has."""

Loaded = tuple[Store, dict[str, str]]
"""The statements, and the prefixes that queries need not declare: kg's, and those of the files."""


def begin(files: tuple[Path, ...], memory: int) -> None:
    """Load the files, then let this process open nothing more and take `memory` more bytes at most."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # pebble's way to end it, at once
    loaded(files)
    _shut(memory)


def run(query: str, files: tuple[Path, ...], rows: int) -> Result | KgError:
    """The answer, cut after `rows` rows or triples; or what is wrong, as a value: an error of pebble's has no cause."""
    found = loaded(files)
    if isinstance(found, KgError):
        return found
    store, known = found
    try:
        return _answer(store, query, known, rows)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        return QueryError(explained(query, str(error), known))


def known_prefixes(files: tuple[Path, ...]) -> dict[str, str] | KgError:
    """The prefixes that queries of these files need not declare."""
    found = loaded(files)
    return found if isinstance(found, KgError) else found[1]


@lru_cache(maxsize=1)
def loaded(files: tuple[Path, ...]) -> Loaded | KgError:
    """The files' statements in memory, or what is wrong with one of them."""
    store, known = Store(), prefixes()
    for path in files:
        kind, base = FORMATS[path.suffix.lower()], path.absolute().as_uri()
        try:
            known |= _prefixes(path, kind, base)
            store.bulk_load(path=str(path), format=kind, base_iri=base)
        except SyntaxError as error:
            where = f"{path}:{error.lineno}" if error.lineno else str(path)
            return InputError(f"{where}: no {kind.name} ({error.msg}); mend or leave out the file")
        except (OSError, ValueError) as error:
            return InputError(f"{path}: cannot be read ({error})")
    return store, known


def _prefixes(path: Path, kind: RdfFormat, base: str) -> Mapping[str, str]:
    """Those that a file declares before its first statement; of the formats that have any."""
    reader = parse(path=str(path), format=kind, base_iri=base)
    next(reader, None)
    return {name: namespace for name, namespace in reader.prefixes.items() if name}


def _answer(store: Store, query: str, known: Mapping[str, str], rows: int) -> Result:
    found = store.query(query, prefixes=dict(known), use_default_graph_as_union=True)
    if isinstance(found, QueryBoolean):
        return Boolean(bool(found))
    if isinstance(found, QueryTriples):
        triples = list(islice(found, rows))
        return Statements(tuple(sorted(set(triples), key=str)), more=next(found, None) is not None)
    variables = tuple(variable.value for variable in found.variables)
    cells = tuple(tuple(solution) for solution in islice(found, rows))
    return Solutions(variables, cells, more=next(found, None) is not None)


def _shut(memory: int) -> None:
    """By the kernel: a bound on memory, and no new file, pipe or connection. Windows has no such limits."""
    if sys.platform == "win32":
        return
    import resource

    if _SIZE.exists():
        most = int(_SIZE.read_text().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    lowest = os.dup(0)
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, lowest))  # all below are taken, none above may be
