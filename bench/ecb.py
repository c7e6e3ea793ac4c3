"""ECB+ as our values: event mentions of its annotators go through kg's merging, beside three baselines.

The participants, places and times of a mention are the annotated entity mentions of its sentence, tied to its trigger
by the parse: subjects act, objects and prepositional complements are acted on, locations are its place. Names are what
the text has (the head word), not the annotated entity clusters.
"""

import importlib.util
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import structs
from spacy.tokens import Doc, Token

from kg.dates import tag
from kg.merge import decide
from kg.merge.stories import stories
from kg.model import ActionType, ActorKind, ActorMention, DateRange, Document, EventMention, Phrase, Place, Span
from kg.parse.parser import load

Key = tuple[str, int, int, str]
Clusters = dict[Key, str]
_SUBJECTS = frozenset({"nsubj", "csubj", "agent", "poss", "nmod"})
_ANY: ActionType = "announce"
"""The type of every trigger: one of those within which the words of the action decide."""
_STEPS = 4
"""Arcs between a trigger and a participant."""


class Result(NamedTuple):
    """Figures of one way to group: CoNLL F1, and precision and recall of links between mentions, 0 to 1."""

    name: str
    conll: float
    precision: float
    recall: float


def results(folder: Path, part: str) -> list[Result]:
    """kg and its baselines on a part (`dev` or `train`) of the ECB+ files in a folder."""
    scorer = _scorer(folder / "score_merge.py")
    records = scorer.load_jsonl(folder / f"ecb_{part}.jsonl")
    gold = scorer.to_clusters(scorer.gold_mentions(records, "event"))
    documents = [Document(id=r["doc_id"], text=r["text"]) for r in records]
    read = [pair for record in records for pair in mentions(record)]
    ways = {
        "same lemma": _same_lemma(read, {}),
        "same lemma, tf-idf stories": _same_lemma(read, _stories(documents, names=False)),
        "same lemma, kg's stories": _same_lemma(read, _stories(documents, names=True)),
        "kg": merged(read, documents),
    }
    return [_result(name, scorer, gold, clusters) for name, clusters in ways.items()]


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_merge", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: the benchmark's scorer is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _result(name: str, scorer: Any, gold: list[set[Key]], clusters: Clusters) -> Result:
    figures = scorer.score_clusters(gold, scorer.to_clusters(clusters))
    precision, recall, _ = figures["pairs"]
    return Result(name, figures["conll"], precision, recall)


def merged(read: Sequence[tuple[Key, EventMention]], documents: Sequence[Document]) -> Clusters:
    """The cluster of each mention, as kg's merging decides."""
    # Two annotated triggers may be equal in every field; their keys tell them apart.
    keys = {id(m): key for key, m in read}
    decided = decide([m for _, m in read], documents)
    return {keys[id(decided.mentions[i])]: str(n) for n, g in enumerate(decided.groups) for i in g.members}


def _stories(documents: Sequence[Document], *, names: bool) -> dict[str, str]:
    """The story of each document; without capitals names weigh no more than other words, as in plain tf-idf."""
    told = documents if names else [structs.replace(d, text=d.text.lower()) for d in documents]
    return {i: story.key for i, story in stories(told).items()}


def _same_lemma(read: Sequence[tuple[Key, EventMention]], story: dict[str, str]) -> Clusters:
    return {key: f"{m.action} {story.get(m.document)}" for key, m in read}


def mentions(record: dict[str, Any]) -> Iterator[tuple[Key, EventMention]]:
    """The annotated event mentions of a document, with their keys in the scorer's gold."""
    parsed = dict(zip(record["sent_ids"], _parsed(record), strict=True))
    inside: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for m in record["mentions"]:
        inside[m["sent"]].append(m)
    for number, found in sorted(inside.items()):
        start, doc = parsed[number]
        heads = {m["id"]: _head(doc, m["start"] - start, m["end"] - start) for m in found}
        events = [m for m in found if m["kind"] == "event"]
        triggers = {heads[m["id"]] for m in events}
        for m in events:
            if m.get("validated", True):
                sentence = Span(start=start, end=start + len(doc.text))
                roles = _roles(heads[m["id"]], found, heads, triggers)
                yield (
                    (record["doc_id"], m["start"], m["end"], m["id"]),
                    _mention(record, m, heads[m["id"]], sentence, roles),
                )


def _parsed(record: dict[str, Any]) -> list[tuple[int, Doc]]:
    bounds = record["sentences"]
    docs = load().pipe(record["text"][start:end].replace("\n", " ") for start, end in bounds)
    return [(start, doc) for (start, _), doc in zip(bounds, docs, strict=True)]


def _head(doc: Doc, start: int, end: int) -> Token:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _roles(
    trigger: Token, found: Sequence[dict[str, Any]], heads: dict[str, Token], triggers: set[Token]
) -> dict[str, list[ActorMention]]:
    """Entity mentions by role: actors, targets, place and time."""
    roles: dict[str, list[ActorMention]] = defaultdict(list)
    for m in found:
        head = heads[m["id"]]
        arc = _arc(trigger, head, triggers) if m["kind"] != "event" else None
        if m["kind"] in ("loc", "time") and (arc or len(triggers) == 1):
            roles[m["kind"]].append(_name(m, head))
        elif arc and head.pos_ != "PRON":
            roles["actors" if arc in _SUBJECTS else "targets"].append(_name(m, head))
    return roles


def _arc(trigger: Token, token: Token, triggers: set[Token]) -> str | None:
    """The first arc on a short way from a trigger down to a token; None where another trigger lies on it."""
    for _ in range(_STEPS):
        if token.head == trigger and token != trigger:
            passive = any(c.dep_ == "auxpass" for c in trigger.children)
            return {"nsubjpass": "obj", "agent": "agent"}.get(
                token.dep_, "obj" if passive and token.dep_ == "nsubj" else token.dep_
            )
        if token.head == token or token.head in triggers:
            return None
        token = token.head
    return None


def _name(m: dict[str, Any], head: Token) -> ActorMention:
    kind: ActorKind = "person" if m["type"] == "HUMAN_PART_PER" and head.pos_ == "PROPN" else "group"
    return ActorMention(
        start=m["start"], end=m["end"], text=m["text"], id=head.lemma_.lower(), label=m["text"], kind=kind, rule="gold"
    )


def _mention(
    record: dict[str, Any], m: dict[str, Any], head: Token, sentence: Span, roles: dict[str, list[ActorMention]]
) -> EventMention:
    lemma = head.lemma_.lower()
    return EventMention(
        document=record["doc_id"],
        sentence=sentence,
        trigger=Phrase(start=m["start"], end=m["end"], text=m["text"]),
        type=_ANY,
        plover="",
        cameo="",
        action=lemma,
        actors=tuple(roles["actors"]),
        targets=tuple(roles["targets"]),
        place=_place(roles["loc"]),
        date=_date(record, roles["time"]),
        status="happened",
        polarity="positive",
        attributed_to=None,
        confidence=1.0,
        extractor="gold",
        rule="gold",
    )


def _place(found: Sequence[ActorMention]) -> Place | None:
    return Place(id=found[0].id, label=found[0].label) if found else None


def _date(record: dict[str, Any], found: Sequence[ActorMention]) -> DateRange | None:
    dates = (t.date for m in found for t in tag(m.text, None))
    return next((d for d in dates if d is not None), None)
