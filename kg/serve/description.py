"""The SPARQL 1.1 Service Description of the endpoint (W3C recommendation)."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response

from kg.query.results import GRAPH_FORMS
from kg.serve.negotiation import GRAPHS, choose
from kg.serve.served import Rdf

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PREFIXES = {"sd": _SD, "formats": _FORMATS}
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def response(request: Request, _: Rdf) -> Response:
    """The description, in the form that the client wants."""
    choice = choose(request.headers.get("accept", ""), GRAPHS)
    address = str(request.url.replace(query="", fragment=""))
    known = None if choice.form == "nt" else _PREFIXES
    body = serialize(_said(address), format=GRAPH_FORMS[choice.form], prefixes=known)
    return Response(body, media_type=choice.media, headers={"Vary": "Accept"})


def _said(address: str) -> Iterator[Triple]:
    """Of the service at an address; its parts are named by fragments of it."""
    service, dataset, graph = (NamedNode(f"{address}#{part}") for part in ("service", "dataset", "graph"))
    yield Triple(service, _rdf("type"), _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(address))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in _RESULTS:
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _rdf("type"), _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), graph)
    yield Triple(graph, _rdf("type"), _sd("Graph"))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def _rdf(name: str) -> NamedNode:
    return NamedNode(_RDF + name)
