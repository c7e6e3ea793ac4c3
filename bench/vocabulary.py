"""Write ontology/README.md anew: the classes, properties and concepts that kg writes, from the files of the ontology.

usage: python bench/vocabulary.py

Each class is shown with an example; all examples are of one small graph that is made here, by hand.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, URIRef
from rdflib.term import Node

from kg.graph import Graph, build_graph
from kg.model import Actor, DateRange, Document, Event, Link, Place, Report
from kg.rdf import prefixes
from kg.resources import ontology

PAGE = Path(__file__).resolve().parent.parent / "ontology" / "README.md"
LANGUAGES = ("en", "fr", "es", "de", "ru", "zh", "ar")
MATCHES = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)
SCHEMES = {"action": "Actions", "status": "Statuses", "stance": "Stances"}
OWN = {
    **prefixes(),
    "owl": str(OWL),
    "time": "http://www.w3.org/2006/time#",
    "wdt": "http://www.wikidata.org/prop/direct/",
}

INTRODUCTION = """# The ontology of kg

<!-- Written by bench/vocabulary.py from the files named here; change those, then run it. -->

An event is a node (`sem:Event`) with actors, a place, an action, a status and two bounds of its date. What a document
says of it is a mention (`kg:Mention`): an annotation whose body is the event and whose target is a sentence of the
document, and at the same time a view of the event according to an authority. Nothing is a blank node, and all stays
within OWL 2 RL.

| file | what it holds |
|---|---|
| `kg.ttl` | classes and properties: kg's own, and those of other vocabularies with a note on how kg uses them |
| `actions.ttl` | the types of action as SKOS concepts, with labels in seven languages, tied to PLOVER and CAMEO |
| `shapes.ttl` | what a graph must look like, in SHACL; `kg check` tests it |
| `mappings.ttl` | what the terms correspond to in SEM, schema.org, PROV-O, OWL-Time, SKOS and Wikidata |
| `queries/` | named questions in SPARQL, for `kg query` |
| `actors/`, `dates/`, `lexicon/` | tables of names, words and patterns; each folder has a README of its own |
"""


def sample() -> Graph:
    """A graph with a thing of every class."""
    day = date(2018, 5, 14)
    when = DateRange(
        edtf="2018-05-16/2018-05-18", earliest=date(2018, 5, 16), latest=date(2018, 5, 18), precision="interval"
    )
    minister = Actor(id="ada-quist", label="Ada Quist", kind="person", country="NO")
    envoys = Actor(id="envoys", label="Norwegian envoys", kind="group", country="NO")
    norway = Actor(id="norway", label="Norway", kind="country", country="NO", wikidata="Q20")
    council = Actor(id="nordic-council", label="Nordic Council", kind="organisation")
    document = Document(
        id="fjord-post-1",
        text="",
        title="Envoys for Helsinki",
        published=day,
        url="https://fjord-post.example/1",
        outlet="Fjord Post",
        language="en",
    )

    def event(name: str, kind: Any, actor: Actor, target: Actor, quote: str, **changes: Any) -> Event:
        start = changes.pop("start", 0)
        report = Report(
            document=document.id,
            start=start,
            end=start + len(quote),
            quote=quote,
            type=kind,
            published=day,
            outlet=document.outlet,
            status=changes.get("status", "happened"),
            polarity="positive",
            attributed_to=changes.pop("attributed_to", None),
            via=changes.pop("via", None),
            date_text=changes.pop("date_text", None),
            extractor="syntax",
            rule=kind,
            row="verbs.csv:7",
        )
        values = {
            "plover": "CONSULT", "cameo": "042", "action": kind, "place": None, "date": None, "status": "happened",
            "confidence": 0.8, "mentions": (report,), **changes,
        }  # fmt: skip
        return Event(id=name, type=kind, actors=(actor,), targets=(target,), **values)

    return build_graph(
        [document],
        [],
        [
            event(
                "1a2b", "visit", envoys, council,
                "The envoys go to Helsinki from Wednesday to Friday, Quist told Fjord Radio.",
                place=Place(id="helsinki", label="Helsinki", country="FI"), date=when, status="planned",
                plover="AGREE", cameo="036", attributed_to="Ada Quist", via="Fjord Radio",
                date_text="from Wednesday to Friday",
            ),
            event("3c4d", "invite", council, norway, "The council had invited Norway.", start=75,
                  plover="AGREE", cameo="036",
                  links=(Link(kind="proposes", event="1a2b"),)),
            event("5e6f", "call", minister, council, "Quist telephoned the council.", start=107, cameo="041"),
        ],
        lambda actor: (60.17, 24.94) if actor.id == "helsinki" else None,
    )  # fmt: skip


class Page:
    """The parts of the page, from the ontology's files read once."""

    def __init__(self) -> None:
        self.terms, self.actions, self.shapes, self.mappings = (
            rdflib.Graph().parse(ontology(f"{name}.ttl")) for name in ("kg", "actions", "shapes", "mappings")
        )
        self.example = sample().to_rdflib()

    def text(self) -> str:
        """The whole page."""
        parts = (self.diagram(), self.classes(), self.properties(), self.concepts())
        return "\n".join([INTRODUCTION, *("\n".join(part) for part in parts)]).rstrip("\n") + "\n"

    def diagram(self) -> Iterator[str]:
        """Arrows from class to class, as the shapes have them."""
        arrows: dict[tuple[str, str], set[str]] = defaultdict(set)
        for shape, source in self.shapes.subject_objects(SH.targetClass):
            for rule in self.shapes.objects(shape, SH.property):
                if target := self.shapes.value(rule, SH["class"]):
                    arrows[short(source), short(target)].add(short(self.shapes.value(rule, SH.path)))
        yield "## How things hang together\n\n```mermaid\nflowchart LR"
        for name in sorted({name for pair in arrows for name in pair}):
            yield f'    {name.replace(":", "_")}["{name}"]'
        for (start, end), names in sorted(arrows.items()):
            said = "<br>".join(sorted(names))
            yield f'    {start.replace(":", "_")} -- "{said}" --> {end.replace(":", "_")}'
        yield "```\n"

    def classes(self) -> Iterator[str]:
        """Each class with its meaning and an example."""
        yield "## Classes\n"
        for term in self._of(OWL.Class):
            yield f"### {short(term)}\n\n{self._meaning(term)}{self._elsewhere(term, ' Elsewhere: ')}\n"
            yield f"```turtle\n{self._shown(term)}\n```\n"

    def properties(self) -> Iterator[str]:
        """One table; an empty cell means that there is nothing to say."""
        yield "## Properties\n\n| property | of | values | meaning | elsewhere |\n|---|---|---|---|---|"
        for term in self._of(OWL.ObjectProperty, OWL.DatatypeProperty):
            ends = " | ".join(
                ", ".join(f"`{short(o)}`" for o in sorted(self.terms.objects(term, end), key=short))
                for end in (RDFS.domain, RDFS.range)
            )
            yield f"| `{short(term)}` | {ends} | {self._meaning(term)} | {self._elsewhere(term)} |"
        yield ""

    def concepts(self) -> Iterator[str]:
        """A table for each scheme."""
        for name, title in SCHEMES.items():
            graph = self.actions if name == "action" else self.terms
            languages = LANGUAGES if name == "action" else LANGUAGES[:1]
            yield f"## {title}\n\n| concept | {' | '.join(languages)} | meaning |\n|{'---|' * (len(languages) + 2)}"
            for concept in sorted(graph.subjects(SKOS.inScheme, URIRef(OWN[name])), key=short):
                labels = {getattr(o, "language", None): str(o) for o in graph.objects(concept, SKOS.prefLabel)}
                cells = " | ".join(labels[language] for language in languages)
                yield f"| `{short(concept)}` | {cells} | {graph.value(concept, SKOS.definition)} |"
            yield ""

    def _of(self, *kinds: URIRef) -> list[Node]:
        return sorted({term for kind in kinds for term in self.terms.subjects(RDF.type, kind)}, key=short)

    def _meaning(self, term: Node) -> str:
        return str(self.terms.value(term, RDFS.comment) or self.terms.value(term, SKOS.scopeNote))

    def _elsewhere(self, term: Node, lead: str = "") -> str:
        found = sorted({short(other) for match in MATCHES for other in self.mappings.objects(term, match)})
        return lead + ", ".join(f"`{name}`" for name in found) + ("." if lead else "") if found else ""

    def _shown(self, kind: Node) -> str:
        """The first thing of the class in the sample, in Turtle; else a concept of the ontology."""
        graph = next(g for g in (self.example, self.terms, self.actions) if (None, RDF.type, kind) in g)
        thing = min(graph.subjects(RDF.type, kind), key=short)
        said: dict[str, list[str]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(thing):
            said["a" if predicate == RDF.type else short(predicate)].append(short(value))
        lines = (f"{name} {', '.join(sorted(said[name]))}" for name in sorted(said, key=lambda n: (n != "a", n)))
        return f"{short(thing)} " + " ;\n    ".join(lines) + " ."


def short(term: Node | None) -> str:
    """A term as Turtle has it, with a prefix."""
    if isinstance(term, rdflib.Literal):
        kind = f"^^{short(term.datatype)}" if term.datatype else ""
        return f'"{term}"' + (f"@{term.language}" if term.language else kind)
    fitting = [(namespace, prefix) for prefix, namespace in OWN.items() if str(term).startswith(namespace)]
    namespace, prefix = max(fitting, key=lambda pair: len(pair[0]))
    return f"{prefix}:{str(term).removeprefix(namespace)}"


def main() -> None:
    PAGE.write_text(Page().text(), encoding="utf-8")


if __name__ == "__main__":
    main()
