"""Graph → RDF statements: nodes and edges with their attributes in the terms of SEM, schema.org, OA and PROV.

An event is a `sem:Event`. What a document says of it is a `kg:Mention`: a Web Annotation whose body is the
event and whose target is a span of the document, and a `sem:View` according to an authority (who is quoted,
else the outlet, else the document). There are no blank nodes. References: van Hage et al. 2011 (SEM),
W3C Web Annotation Data Model, W3C PROV-O, Library of Congress EDTF.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.rdf import concepts
from kg.rdf.names import BASE, EDTF, VOCABULARIES, local, prefixes, term

if TYPE_CHECKING:
    import networkx as nx
    import rdflib
    from rdflib.term import Node

Data = dict[str, Any]
_TYPE = term("rdf:type")
_ACTOR_CLASSES = {
    "person": "schema:Person",
    "country": "schema:Country",
    "organisation": "schema:Organization",
    "group": "kg:Group",
}
_ACTION_CLASSES = {
    "call": "schema:CommunicateAction",
    "invite": "schema:InviteAction",
    "visit": "schema:TravelAction",
}
"""schema.org has an exact class for these alone."""

_EDGES = {
    "agent": ("kg:agent", "sem:hasActor"),
    "target": ("kg:target", "sem:hasActor"),
    "place": ("sem:hasPlace",),
    "represents": ("kg:represents",),
    "located_in": ("schema:containedInPlace",),
    "proposes": ("kg:proposes",),
    "part_of": ("kg:partOf",),
    "regards": ("kg:regards",),
    "follows": ("kg:follows",),
}


def statements(graph: "nx.MultiDiGraph[str]", base: str = BASE) -> list[Triple]:
    """All statements of a graph with the attributes of `kg.graph`, without repeats, sorted as N-Triples.

    Raises:
        ConfigError: `base` is no absolute IRI that ends in `/` or `#`.
    """
    names = _Names(graph, base)
    found = set(_nodes(graph, names))
    found.update(_edges(graph, names))
    found.update(list(concepts.described(found)))
    return sorted(found, key=str)


def to_rdflib(triples: Iterable[Triple], base: str = BASE) -> "rdflib.Graph":
    """The statements as an rdflib graph with the prefixes of kg bound."""
    import rdflib  # takes longer to load than a small build takes to write

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return graph


class _Names:
    """IRIs of the things in one graph, under its base."""

    def __init__(self, graph: "nx.MultiDiGraph[str]", base: str) -> None:
        self._namespaces = prefixes(base)
        self._known: dict[tuple[str, str], NamedNode] = {}
        self._actors = {
            graph.nodes[key]["label"]: key
            for key in sorted(graph, reverse=True)
            if graph.nodes[key]["kind"] in _ACTOR_CLASSES
        }

    def of(self, kind: str, identifier: str) -> NamedNode:
        if (kind, identifier) not in self._known:
            self._known[kind, identifier] = NamedNode(self._namespaces[kind] + local(identifier))
        return self._known[kind, identifier]

    def node(self, key: str) -> NamedNode:
        kind, _, identifier = key.partition(":")
        return self.of(kind, identifier)

    def speaker(self, name: str) -> NamedNode:
        """Who is quoted: the actor of that name, if there is one in the graph."""
        return self.node(self._actors[name]) if name in self._actors else self.of("authority", name)


def _nodes(graph: "nx.MultiDiGraph[str]", names: _Names) -> Iterator[Triple]:
    for key, data in graph.nodes(data=True):
        node = names.node(key)
        yield Triple(node, term("rdfs:label"), Literal(data["label"]))
        if data["kind"] == "event":
            yield from _event(node, data)
        elif data["kind"] == "document":
            yield from _document(node, data, names)
            yield Triple(node, term("schema:identifier"), Literal(key.partition(":")[2]))
        else:
            yield from _actor_or_place(node, data)


def _event(node: NamedNode, data: Data) -> Iterator[Triple]:
    yield Triple(node, _TYPE, term("sem:Event"))
    if data["action_type"] in _ACTION_CLASSES:
        yield Triple(node, _TYPE, term(_ACTION_CLASSES[data["action_type"]]))
    yield Triple(node, term("sem:eventType"), term(f"action:{data['action_type']}"))
    yield Triple(node, term("kg:status"), term(f"status:{data['status']}"))
    yield Triple(node, term("kg:confidence"), _decimal(data["confidence"]))
    yield from _literals(
        node,
        data,
        action=("kg:phrase", None),
        plover=("kg:plover", None),
        cameo=("kg:cameo", None),
        precision=("kg:precision", None),
        edtf=("kg:edtf", EDTF),
        earliest=("sem:hasEarliestBeginTimeStamp", "xsd:date"),
        latest=("sem:hasLatestEndTimeStamp", "xsd:date"),
    )


def _document(node: NamedNode, data: Data, names: _Names) -> Iterator[Triple]:
    yield Triple(node, _TYPE, term("schema:NewsArticle"))
    yield from _literals(
        node,
        data,
        title=("schema:headline", None),
        published=("schema:datePublished", "xsd:date"),
        url=("schema:url", "xsd:anyURI"),
        language=("schema:inLanguage", None),
    )
    if outlet := data.get("outlet"):
        publisher = names.speaker(outlet)
        yield Triple(node, term("schema:publisher"), publisher)
        yield Triple(publisher, _TYPE, term("schema:NewsMediaOrganization"))
        yield Triple(publisher, term("rdfs:label"), Literal(outlet))


def _actor_or_place(node: NamedNode, data: Data) -> Iterator[Triple]:
    if data["kind"] == "place":
        yield Triple(node, _TYPE, term("sem:Place"))
        yield Triple(node, _TYPE, term("schema:Place"))
        for name, predicate in (("lat", "geo:lat"), ("lng", "geo:long")):
            if name in data:
                yield Triple(node, term(predicate), _decimal(data[name]))
    else:
        yield Triple(node, _TYPE, term("sem:Actor"))
        yield Triple(node, _TYPE, term(_ACTOR_CLASSES[data["kind"]]))
    yield from _literals(node, data, country=("kg:countryCode", None))
    if item := data.get("wikidata"):
        yield Triple(node, term("schema:sameAs"), NamedNode(VOCABULARIES["wd"] + local(item)))


def _edges(graph: "nx.MultiDiGraph[str]", names: _Names) -> Iterator[Triple]:
    for source, target, key, data in graph.edges(keys=True, data=True):
        if data["role"] == "reports":
            mention = names.of("mention", f"{target.partition(':')[2]}-{key.partition(':')[2]}")
            yield from _mention(mention, names.node(source), names.node(target), data)
            yield from _attribution(mention, data, names)
            yield from _span(mention, source, data, names)
            yield from _claim(mention, source, graph, data, names)
        for predicate in _EDGES.get(data["role"], ()):
            yield Triple(names.node(source), term(predicate), names.node(target))
        if data["role"] in {"agent", "target"} and graph.nodes[target]["kind"] == "place":
            yield Triple(names.node(target), _TYPE, term("sem:Actor"))


def _mention(mention: NamedNode, document: NamedNode, event: NamedNode, data: Data) -> Iterator[Triple]:
    yield Triple(mention, _TYPE, term("kg:Mention"))
    yield Triple(mention, _TYPE, term("oa:Annotation"))
    yield Triple(mention, term("oa:motivatedBy"), term("oa:describing"))
    yield Triple(mention, term("oa:hasBody"), event)
    yield Triple(mention, term("prov:wasDerivedFrom"), document)
    yield Triple(event, term("prov:wasDerivedFrom"), document)
    yield from _literals(
        mention,
        data,
        date_text=("kg:dateText", None),
        extractor=("kg:extractor", None),
        rule=("kg:rule", None),
        row=("kg:row", None),
    )


def _attribution(mention: NamedNode, data: Data, names: _Names) -> Iterator[Triple]:
    """The program that found the mention."""
    if "extractor" in data:
        program = names.of("extractor", data["extractor"])
        yield Triple(mention, term("prov:wasAttributedTo"), program)
        yield Triple(program, _TYPE, term("prov:SoftwareAgent"))
        yield Triple(program, term("rdfs:label"), Literal(data["extractor"]))


def _span(mention: NamedNode, source: str, data: Data, names: _Names) -> Iterator[Triple]:
    """The sentence: characters of the document, by position and by quotation."""
    where = f"{source.partition(':')[2]}-{data['start']}-{data['end']}"
    span, position, quote = (names.of(kind, where) for kind in ("span", "position", "quote"))
    yield Triple(mention, term("oa:hasTarget"), span)
    yield Triple(span, _TYPE, term("oa:SpecificResource"))
    yield Triple(span, term("oa:hasSource"), names.node(source))
    yield Triple(span, term("oa:hasSelector"), position)
    yield Triple(position, _TYPE, term("oa:TextPositionSelector"))
    yield Triple(position, term("oa:start"), _count(data["start"]))
    yield Triple(position, term("oa:end"), _count(data["end"]))
    if "quote" in data:
        yield Triple(span, term("oa:hasSelector"), quote)
        yield Triple(quote, _TYPE, term("oa:TextQuoteSelector"))
        yield Triple(quote, term("oa:exact"), Literal(data["quote"]))


def _claim(
    mention: NamedNode, source: str, graph: "nx.MultiDiGraph[str]", data: Data, names: _Names
) -> Iterator[Triple]:
    denies = data["polarity"] == "negative" or data["status"] == "denied"
    yield Triple(mention, _TYPE, term("sem:View"))
    yield Triple(mention, term("kg:status"), term(f"status:{data['status']}"))
    yield Triple(mention, term("kg:stance"), term("stance:denies" if denies else "stance:asserts"))
    speaker = data.get("attributed_to") or graph.nodes[source].get("outlet")
    authority = names.speaker(speaker) if speaker else names.node(source)
    yield Triple(mention, term("sem:accordingTo"), authority)
    yield Triple(authority, _TYPE, term("sem:Authority"))
    if speaker:
        yield Triple(authority, term("rdfs:label"), Literal(speaker))


def _literals(node: NamedNode, data: Data, **columns: tuple[str, str | None]) -> Iterator[Triple]:
    """One statement for each attribute that is there: its predicate and datatype (None: a plain string)."""
    for name, (predicate, datatype) in columns.items():
        if name in data:
            kind = None if datatype is None else NamedNode(datatype) if "/" in datatype else term(datatype)
            yield Triple(node, term(predicate), Literal(data[name], datatype=kind))


def _count(value: int) -> Literal:
    return Literal(str(value), datatype=term("xsd:nonNegativeInteger"))


def _decimal(value: float) -> Literal:
    """Four places at most, in the canonical form of XSD, so that no reader writes it another way."""
    text = f"{Decimal(f'{value:.4f}').normalize():f}"
    return Literal(text if "." in text else f"{text}.0", datatype=term("xsd:decimal"))


def _rdflib(node: NamedNode | BlankNode | Literal | Triple) -> "Node":
    import rdflib

    if isinstance(node, NamedNode):
        return rdflib.URIRef(node.value)
    if not isinstance(node, Literal):
        raise TypeError(f"{node} is neither an IRI nor a literal")
    if node.language:
        return rdflib.Literal(node.value, lang=node.language)
    datatype = None if node.datatype == term("xsd:string") else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, datatype=datatype)
