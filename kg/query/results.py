"""What a query answers, and its forms: the four result formats of SPARQL 1.1, and Turtle and N-Triples of graphs.

References: W3C SPARQL 1.1 Query Results JSON Format; XML Format (second edition); CSV and TSV Formats.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias
from xml.sax.saxutils import escape, quoteattr

import msgspec
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.errors import QueryError
from kg.graph import FORBIDDEN_IN_XML

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


class Solutions(msgspec.Struct, frozen=True):
    """Of SELECT: one cell a variable in each row, None where it is unbound; `more`: rows were left out."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    more: bool = False


class Boolean(msgspec.Struct, frozen=True):
    """Of ASK."""

    value: bool


class Statements(msgspec.Struct, frozen=True):
    """Of CONSTRUCT and DESCRIBE: sorted triples without repeats; `more`: some were left out."""

    triples: tuple[Triple, ...]
    more: bool = False


Result: TypeAlias = Solutions | Boolean | Statements


def encoded(result: Result, form: str, prefixes: dict[str, str]) -> bytes:
    """The answer in one of `FORMS`.

    Raises:
        QueryError: a query of this kind has no answer in the form.
    """
    if isinstance(result, Statements):
        if form not in GRAPH_FORMS:
            raise QueryError(f"a graph cannot be written as {form}; choose from {', '.join(GRAPH_FORMS)}")
        known = prefixes if form in {"turtle", "jsonld", "rdfxml"} else None
        return serialize(result.triples, format=GRAPH_FORMS[form], prefixes=known) or b""
    if form not in _TABLES:
        raise QueryError(f"rows cannot be written as {form}; choose from {', '.join(_TABLES)}")
    return _TABLES[form](result).encode()


def _csv(result: Solutions | Boolean) -> str:
    """Values without datatype or language, lines ended by CR LF, as section 3 of the recommendation has it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if isinstance(result, Boolean):
        return f"{str(result.value).lower()}\r\n"
    writer.writerow(result.variables)
    writer.writerows([_plain(cell) for cell in row] for row in result.rows)
    return out.getvalue()


def _plain(cell: Term | None) -> str:
    if isinstance(cell, NamedNode | Literal):
        return cell.value
    return "" if cell is None else str(cell)


def _tsv(result: Solutions | Boolean) -> str:
    """Terms as in Turtle; its escapes keep tabs and line ends out of the cells."""
    if isinstance(result, Boolean):
        return f"{str(result.value).lower()}\n"
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines.extend("\t".join("" if cell is None else _one_line(cell) for cell in row) for row in result.rows)
    return "".join(f"{line}\n" for line in lines)


def _one_line(cell: Term) -> str:
    return str(cell).replace("\t", "\\t")


def _json(result: Solutions | Boolean) -> str:
    answer: dict[str, Any] = {"head": {}}
    if isinstance(result, Boolean):
        answer["boolean"] = result.value
    else:
        answer["head"]["vars"] = result.variables
        answer["results"] = {"bindings": [dict(_bound(result.variables, row)) for row in result.rows]}
    return msgspec.json.encode(answer).decode() + "\n"


def _bound(variables: Iterable[str], row: Iterable[Term | None]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, cell in zip(variables, row, strict=True):
        if cell is not None:
            yield name, _as_json(cell)


def _as_json(cell: Term) -> dict[str, Any]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _as_json(part) for name, part in parts.items()}}
    return {"type": "literal", "value": cell.value, **_kind(cell, "xml:lang")}


def _kind(cell: Literal, language: str) -> dict[str, str]:
    if cell.language:
        return {language: cell.language}
    return {} if cell.datatype.value in {_STRING, _LANGUAGE_STRING} else {"datatype": cell.datatype.value}


def _xml(result: Solutions | Boolean) -> str:
    lines = ['<?xml version="1.0"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">', "<head>"]
    if isinstance(result, Boolean):
        lines += ["</head>", f"<boolean>{str(result.value).lower()}</boolean>"]
    else:
        lines += [*(f"<variable name={quoteattr(name)}/>" for name in result.variables), "</head>", "<results>"]
        for row in result.rows:
            cells = zip(result.variables, row, strict=True)
            bound = (f"<binding name={quoteattr(n)}>{_as_xml(cell)}</binding>" for n, cell in cells if cell is not None)
            lines.append(f"<result>{''.join(bound)}</result>")
        lines.append("</results>")
    return "\n".join((*lines, "</sparql>", ""))


def _as_xml(cell: Term) -> str:
    if isinstance(cell, NamedNode):
        return f"<uri>{_text(cell.value)}</uri>"
    if isinstance(cell, BlankNode):
        return f"<bnode>{_text(cell.value)}</bnode>"
    if isinstance(cell, Triple):
        names = ("subject", "predicate", "object")
        parts = zip(names, (cell.subject, cell.predicate, cell.object), strict=True)
        return f"<triple>{''.join(f'<{name}>{_as_xml(part)}</{name}>' for name, part in parts)}</triple>"
    kinds = "".join(f" {name}={quoteattr(value)}" for name, value in _kind(cell, "xml:lang").items())
    return f"<literal{kinds}>{_text(cell.value)}</literal>"


def _text(value: str) -> str:
    """Text of an element; what XML 1.0 cannot say becomes the replacement character."""
    return escape(FORBIDDEN_IN_XML.sub("\ufffd", value), {"\r": "&#13;"})


_TABLES: dict[str, Callable[[Solutions | Boolean], str]] = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}
GRAPH_FORMS = {
    "turtle": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
"""The formats of CONSTRUCT and DESCRIBE."""
FORMS = (*_TABLES, *GRAPH_FORMS)
"""Names of the formats."""
