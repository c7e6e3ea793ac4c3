"""Rules for RDF: the shapes of ontology/shapes.ttl, and what SHACL cannot say.

| rule | what it says |
|---|---|
| syntax | the file is what its ending says |
| literal | a literal is of its datatype |
| kg:status maxCount, … | a constraint of a shape: what it is about, and the name of the constraint in SHACL |
| quote-length | a quote is as long as its position says |
| link-loop | following links of one kind never leads back |
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
from pyoxigraph import RdfFormat, parse

from kg.check.finding import Finding
from kg.check.loops import loops
from kg.errors import ConfigError, InputError
from kg.rdf import prefixes, to_rdflib
from kg.rdf.names import VOCABULARIES
from kg.resources import ontology

if TYPE_CHECKING:
    from rdflib import Graph, Literal, Namespace
    from rdflib.term import Node

    Short = Callable[[Node | None], str]

ENDINGS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
_LINKS = ("proposes", "partOf", "regards", "follows")
_Broken = tuple[str, str, str]
"""Rule, subject, message."""


def check(file: Path) -> Iterator[Finding]:
    """What is wrong in a file of RDF; of named graphs, in all of them together.

    Raises:
        ConfigError: pySHACL is not installed, or the file's ending is none of `ENDINGS`.
        InputError: the file cannot be read.
    """
    try:
        parser = parse(path=str(file), format=_form(file))
        graph = to_rdflib(quad.triple for quad in parser)
    except SyntaxError as error:
        yield Finding(rule="syntax", file=file.name, line=error.lineno, subject="", message=error.msg)
        return
    except (OSError, TypeError) as error:
        raise InputError(f"{file}: cannot be checked ({error}); name a file of plain RDF") from error
    short = partial(_short, {**prefixes(), **parser.prefixes})
    for rule, subject, message in sorted({rule for rules in _RULES for rule in rules(graph, short)}):
        yield Finding(rule=rule, file=file.name, line=None, subject=subject, message=message)


def _form(file: Path) -> RdfFormat:
    ending = file.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise ConfigError(f"{file}: its ending names no kind of RDF; give it one of {', '.join(ENDINGS)}")
    return ENDINGS[ending]


def _short(known: Mapping[str, str], node: "Node | None") -> str:
    """With the longest prefix that fits; literals as they are."""
    fitting = [(namespace, prefix) for prefix, namespace in known.items() if str(node).startswith(namespace)]
    namespace, prefix = max(fitting, default=("", ""), key=lambda pair: len(pair[0]))
    return f"{prefix}:{str(node).removeprefix(namespace)}" if namespace else str(node)


def _literals(graph: "Graph", short: "Short") -> Iterator[_Broken]:
    for subject, predicate, value in _ill_typed(graph):
        yield "literal", short(subject), f"{short(predicate)}: {str(value)!r} is no {short(value.datatype)}"


def _ill_typed(graph: "Graph") -> list[tuple["Node", "Node", "Literal"]]:
    from rdflib import Literal

    return [(s, p, o) for s, p, o in graph if isinstance(o, Literal) and o.ill_typed]


def _shapes(graph: "Graph", short: "Short") -> Iterator[_Broken]:
    try:
        from pyshacl import validate
    except ImportError as error:
        raise ConfigError(
            "checking RDF needs pySHACL, which is not installed; pip install -e '.[check]' in kg's folder"
        ) from error
    import rdflib
    from rdflib.namespace import SH

    known = rdflib.Graph() + graph
    for name in ("kg.ttl", "actions.ttl"):  # what is a class of what, and which actions there are
        known.parse(ontology(name))
    for triple in _ill_typed(graph):  # pySHACL cannot compare them
        known.remove(triple)
    _, report, _ = validate(known, shacl_graph=rdflib.Graph().parse(ontology("shapes.ttl")))
    for result in report.objects(None, SH.result):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        message = " ".join(sorted(map(str, report.objects(result, SH.resultMessage))))
        found = "" if value is None else f" Found: {short(value)}"
        rule = f"{short(path)} {_constraint(report.value(result, SH.sourceConstraintComponent))}"
        yield rule, short(report.value(result, SH.focusNode)), message + found


def _constraint(component: "Node | None") -> str:
    """A constraint's name as shapes have it: `sh:MaxCountConstraintComponent` is maxCount."""
    name = str(component).rpartition("#")[2].removesuffix("ConstraintComponent")
    return name[:1].lower() + name[1:]


def _quotes(graph: "Graph", short: "Short") -> Iterator[_Broken]:
    oa = _namespace("oa")
    for span, position in graph.subject_objects(oa.hasSelector):
        start, end = (graph.value(position, predicate) for predicate in (oa.start, oa.end))
        for quote in graph.objects(span, oa.hasSelector / oa.exact):
            if start is not None and end is not None and len(str(quote)) != _number(end) - _number(start):
                message = f"the quote is of {len(str(quote))} characters, its position is {start} to {end}"
                yield "quote-length", short(span), message


def _number(node: "Node") -> int:
    """The number that is written; -1 where it is none, which a shape says."""
    return int(str(node)) if str(node).isdecimal() else -1


def _loops(graph: "Graph", short: "Short") -> Iterator[_Broken]:
    for name in _LINKS:
        ends = graph.subject_objects(_namespace("kg")[name])
        for loop in loops(nx.DiGraph([(short(a), short(b)) for a, b in ends])):
            yield "link-loop", loop[0], f"kg:{name} leads back: {' → '.join([*loop, loop[0]])}"


_RULES = (_literals, _shapes, _quotes, _loops)


def _namespace(prefix: str) -> "Namespace":
    from rdflib import Namespace

    return Namespace(VOCABULARIES[prefix])
