"""Reading by the SPARQL 1.1 Graph Store HTTP Protocol (W3C recommendation, section 5.2), graphs named in the query."""

import shutil
import sys
from collections.abc import Callable
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
from kg.serve.negotiation import GRAPHS, Choice, choose
from kg.serve.served import Build, graph_of
from kg.serve.worker import Question


async def graph(request: Request) -> Response:
    """All statements with `?default`, those of one article's graph with `?graph=IRI`."""
    parameters = request.query_params
    asked.known(parameters, "default", "graph")
    if len(parameters) != 1:
        raise HTTPException(400, "say which graph: ?default for all statements, ?graph=IRI for those of one")
    choice = choose(request.headers.get("accept", ""), GRAPHS)
    if "default" in parameters:
        return await made(request, f"graph.{choice.form}", choice.media, _writer(request, choice.form))
    return await _named(request, parameters["graph"], choice)


async def _named(request: Request, iri: str, choice: Choice) -> Response:
    try:
        name = NamedNode(iri)
    except ValueError as error:
        raise HTTPException(400, f"graph {iri!r} is no absolute IRI") from error
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
    answer = await graph_of(request).pool.ask(Question(query, "", choice.form, sys.maxsize))
    if answer.empty:
        raise HTTPException(404, "no graph has this name; `SELECT DISTINCT ?g { GRAPH ?g {} }` lists them")
    return Response(answer.body, media_type=choice.media, headers={"Vary": "Accept"})


def _writer(request: Request, form: str) -> Callable[[Build, Path], None]:
    file = graph_of(request).file
    read, written = FORMATS[file.suffix], GRAPH_FORMS[form]

    def write(_: Build, path: Path) -> None:
        if read == written:
            shutil.copyfile(file, path)
            return
        said = (Triple(quad.subject, quad.predicate, quad.object) for quad in parse(path=str(file), format=read))
        with path.open("wb") as out:
            serialize(said, out, format=written, prefixes=None if form == "nt" else prefixes())

    return write
