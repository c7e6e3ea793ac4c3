"""What many things of a graph point to, which is little and kept: actors, places, authorities, programs, concepts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.rdf import concepts, mapping
from kg.rdf.mapping import ACTOR_CLASSES, EDGES, Data, Object, Said
from kg.rdf.names import Names, iriref, split

if TYPE_CHECKING:
    from kg.graph import AnyGraph

Tie = tuple[str, str, str, Data]
"""An edge: source, target, key and attributes."""

Telling = tuple[str, str, str | None, str | None, str | None]
"""Status and stance of a report, who is quoted, who passes it on, and what found it."""


def speakers(parties: Mapping[str, Data]) -> dict[str, str]:
    """Label → name of the node of whoever can be quoted: the first of those that share a label."""
    able = (name for name in sorted(parties, reverse=True) if parties[name]["kind"] in ACTOR_CLASSES)
    return {parties[name]["label"]: name for name in able}


class Few:
    """All that is said of each of them, by IRI."""

    def __init__(self, graph: "AnyGraph", ties: Iterable[Tie], names: Names) -> None:
        self._names = names
        self._said: dict[Object, set[Said]] = defaultdict(set)
        self._concepts: set[str] = set()
        self._parties: dict[str, Data] = {}
        self.outlets: dict[str, str] = {}
        """Who publishes each document, by the name of its node, where that is known."""
        self.unattributed = set[str]()
        """Documents of no known outlet that tell something without naming who said it."""
        for key, data in graph.nodes(data=True):
            if data["kind"] == "event":
                self._concepts |= {f"action:{data['action_type']}", f"status:{data['status']}"}
            elif data["kind"] == "document":
                self.outlets |= {key: data["outlet"]} if "outlet" in data else {}
            else:
                self._parties[key] = data
        self._actors = {label: names.node(key) for label, key in speakers(self._parties).items()}
        for key, data in self._parties.items():
            self._said[names.node(key)].update(mapping.node(data, split(key)[1]))
        for outlet in set(self.outlets.values()):
            self._add_speaker(outlet, "schema:NewsMediaOrganization")
        told = set[Telling]()
        for source, target, _, data in ties:
            if data["role"] == "reports":
                told.add(self._telling(source, data))
            else:
                self._add_tie(source, target, data["role"])
        for telling in told:
            self._add_mention(*telling)
        for concept in self._concepts:
            self._said[iriref(concept)].update(concepts.said(concept))

    def __iter__(self) -> Iterator[tuple[Object, Iterable[Said]]]:
        """Those of which anything is said, in the order of their IRIs."""
        return ((iri, said) for iri, said in sorted(self._said.items(), key=lambda item: item[0]) if said)

    def speaker(self, name: str) -> Object:
        """Who is quoted, publishes or passes on: the actor of that name, if there is one in the graph."""
        return self._actors.get(name) or self._names.iri("authority", name)

    def program(self, name: str) -> Object:
        """What found a mention."""
        return self._names.iri("extractor", name)

    def _add_tie(self, source: str, target: str, role: str) -> None:
        end = self._parties.get(target)
        if source in self._parties:
            said = ((verb, self._names.node(target)) for verb in EDGES.get(role, ()))
            self._said[self._names.node(source)].update(said)
        elif end and end["kind"] == "place" and role in {"agent", "target"}:
            self._said[self._names.node(target)].update(mapping.is_a("sem:Actor"))

    def _telling(self, document: str, data: Data) -> Telling:
        """What a report shares with many others: status, stance, who is quoted, who passes it on, what found it."""
        speaker = data.get("attributed_to") or self.outlets.get(document)
        if speaker is None:
            self.unattributed.add(document)
        return f"status:{data['status']}", mapping.stance(data), speaker, data.get("via"), data.get("extractor")

    def _add_mention(
        self, status: str, stance: str, speaker: str | None, via: str | None, extractor: str | None
    ) -> None:
        self._concepts |= {status, stance}
        if speaker:
            self._add_speaker(speaker, "sem:Authority")
        if via:
            self._add_speaker(via, "schema:NewsMediaOrganization")
        if extractor:
            self._add_named(self.program(extractor), extractor, "prov:SoftwareAgent")

    def _add_speaker(self, name: str, kind: str) -> None:
        self._add_named(self.speaker(name), None if name in self._actors else name, kind)

    def _add_named(self, iri: Object, name: str | None, kind: str) -> None:
        """What is known by its name alone, if that is not its node's."""
        self._said[iri].update(mapping.is_a(kind), [("rdfs:label", mapping.literal(name))] if name is not None else ())
