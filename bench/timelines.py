"""SemEval-2015 task 4, track B: timelines of entities from marked event mentions, by kg's dates and merging.

An event belongs to an entity that its sentence names. Its date is the nearest one that its sentence names, else the day
of publication; mentions that kg merges are one row. Nobody marked the participants: the entity is taken for the only
one.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.dates import from_edtf, tag
from kg.merge import decide
from kg.merge.consolidate import merged_date
from kg.model import ActionType, ActorMention, DateRange, Document, EventMention, Phrase, Span, Timex
from kg.parse.parser import load

_ANY: ActionType = "announce"
"""The type of every marked mention: one of those within which the words of the action decide."""


def result(folder: Path) -> str:
    """The scorer's line for all timelines of the development set."""
    records = _read(folder / "t4_documents_dev.jsonl")
    with tempfile.TemporaryDirectory() as scratch:
        for line in _read(folder / "t4_timelines_dev.jsonl"):
            Path(scratch, line["file"]).write_text(_timeline(line["entity"], records), encoding="utf-8")
        command = [sys.executable, str(folder / "score_merge.py"), "timeline", str(folder / "t4_gold_dev"), scratch]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _timeline(entity: str, records: Sequence[dict[str, Any]]) -> str:
    documents = [Document(id=r["doc_id"], text=r["text"], published=date.fromisoformat(r["dct"])) for r in records]
    keys: dict[tuple[str, int], str] = {}
    mentions: list[EventMention] = []
    for record, document in zip(records, documents, strict=True):
        for event, mention in _mentions(entity, record, document):
            keys[mention.document, mention.trigger.start] = event["key"]
            mentions.append(mention)
    decided = decide(mentions, documents)
    rows = sorted(
        (_value(merged_date([m.date for m in told if m.date])), [keys[m.document, m.trigger.start] for m in told])
        for told in ([decided.mentions[i] for i in group.members] for group in decided.groups)
    )
    order = {value: n for n, value in enumerate(sorted({value for value, _ in rows if value}), 1)}
    lines = ("\t".join([str(order.get(value, 0)), value or "XXXX-XX-XX", *found]) for value, found in rows)
    return "\n".join([entity, *lines]) + "\n"


def _mentions(entity: str, record: dict[str, Any], document: Document) -> Iterator[tuple[dict[str, Any], EventMention]]:
    dates = [t for t in tag(document.text, document.published) if t.date is not None]
    bounds = dict(zip(record["sent_ids"], record["sentences"], strict=True))
    for event in record["events"]:
        start, end = bounds[event["sent"]]
        if _concerns(entity, document.text, start, end):
            sentence = Span(start=start, end=end)
            yield (
                event,
                _mention(
                    entity, document, event, sentence, _nearest(dates, event, sentence, from_edtf(record["dct"], ""))
                ),
            )


def _concerns(entity: str, text: str, start: int, end: int) -> bool:
    """Whether a sentence names an entity by its words, or by its last one."""
    said = text[start:end].casefold()
    return entity.casefold() in said or entity.split()[-1].casefold() in said


def _nearest(dates: Sequence[Timex], event: dict[str, Any], sentence: Span, published: DateRange) -> DateRange | None:
    inside = [t for t in dates if sentence.start <= t.start < sentence.end]
    nearest = min(inside, key=lambda t: (abs(t.start - event["start"]), t.start), default=None)
    return nearest.date if nearest else published


def _mention(
    entity: str, document: Document, event: dict[str, Any], sentence: Span, when: DateRange | None
) -> EventMention:
    doc = load()(document.text[sentence.start : sentence.end])
    head = doc.char_span(event["start"] - sentence.start, event["end"] - sentence.start, alignment_mode="expand")
    actor = ActorMention(start=0, end=0, text="", id=entity, label=entity, kind="group")
    return EventMention(
        document=document.id,
        sentence=sentence,
        trigger=Phrase(start=event["start"], end=event["end"], text=event["text"]),
        type=_ANY,
        plover="",
        cameo="",
        action=head.root.lemma_.lower() if head is not None else event["text"].lower(),
        actors=(actor,),
        targets=(),
        place=None,
        date=when,
        status="happened",
        polarity="positive",
        attributed_to=None,
        confidence=1.0,
        extractor="gold",
        rule="gold",
    )


def _value(when: DateRange | None) -> str:
    """A day, month or year as the task writes them; of a longer range its start."""
    if when is None or when.earliest is None:
        return ""
    digits = {"day": 10, "month": 7, "year": 4}
    return f"{when.earliest:%Y-%m-%d}"[: digits.get(when.precision, 10 if when.earliest == when.latest else 7)]
