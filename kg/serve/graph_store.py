"""Reading by the SPARQL 1.1 Graph Store HTTP Protocol (W3C recommendation, section 5.2), graphs named in the query."""

import hashlib
import shutil
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Triple, parse, serialize
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.query.results import GRAPH_FORMS
from kg.query.worker import FORMATS
from kg.rdf.names import prefixes
from kg.serve import asked
from kg.serve.files import made
from kg.serve.negotiation import GRAPHS, choose
from kg.serve.served import Build, graph_of


async def graph(request: Request) -> Response:
    """All statements with `?default`, those of one article's graph with `?graph=IRI`."""
    parameters = request.query_params
    asked.known(parameters, "default", "graph")
    if len(parameters) != 1:
        raise HTTPException(400, "say which graph: ?default for all statements, ?graph=IRI for those of one")
    choice = choose(request.headers.get("accept", ""), GRAPHS)
    name = _name(parameters["graph"]) if "graph" in parameters else None
    key = hashlib.blake2b(name.value.encode(), digest_size=12).hexdigest() if name else "default"
    return await made(request, f"{key}.{choice.form}", choice.media, _writer(graph_of(request).file, choice.form, name))


def _name(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise HTTPException(400, f"graph {iri!r} is no absolute IRI") from error


def _writer(file: Path, form: str, name: NamedNode | None) -> Callable[[Build, Path], None]:
    """From the file and not from a query: the engine makes all whole numbers xsd:integer."""
    read, written = FORMATS[file.suffix], GRAPH_FORMS[form]

    def write(_: Build, path: Path) -> None:
        if name is None and read == written:
            shutil.copyfile(file, path)
            return
        quads = (quad for quad in parse(path=str(file), format=read) if name is None or quad.graph_name == name)
        first = next(quads, None)
        if first is None and name:
            raise HTTPException(404, "no graph has this name; `SELECT DISTINCT ?g { GRAPH ?g {} }` lists them")
        said = (Triple(q.subject, q.predicate, q.object) for q in chain((first,) if first else (), quads))
        with path.open("wb") as out:
            serialize(said, out, format=written, prefixes=None if form == "nt" else prefixes())

    return write
