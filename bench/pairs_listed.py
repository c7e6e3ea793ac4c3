"""An extractor that costs next to nothing: two countries of the tables in one sentence, nothing parsed.

For measures of everything around extraction (`bench/scale.py`), where kg's own would take hours.
"""

from collections.abc import Iterator

from kg.actors import Gazetteer
from kg.dates.edtf import day
from kg.model import ActorMention, Document, EventMention, Phrase, Span
from kg.parse import split


class PairsListed:
    """Finds the first two countries of each sentence; what they do is made up."""

    name = "pairs-listed"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def extract(self, document: Document) -> Iterator[EventMention]:
        """One mention for each sentence with two countries."""
        for segment in split(document.text):
            actors = tuple(self._countries(document.text, segment.span))
            if len(actors) > 1:
                yield _mention(document, segment.span, actors[0], actors[1])

    def _countries(self, text: str, sentence: Span) -> Iterator[ActorMention]:
        for found in self._gazetteer.find(text[sentence.start : sentence.end]):
            entry = found.entries[0]
            if entry.kind == "country":
                row = self._gazetteer.directory.countries[entry.key]
                start, end = sentence.start + found.start, sentence.start + found.end
                yield ActorMention(
                    start=start, end=end, text=text[start:end], id=entry.key, label=row.name, kind="country",
                    country=row.iso2,
                )  # fmt: skip


def _mention(document: Document, sentence: Span, actor: ActorMention, target: ActorMention) -> EventMention:
    word = document.text[sentence.start : sentence.end].split()[0]
    return EventMention(
        document=document.id,
        sentence=sentence,
        trigger=Phrase(start=sentence.start, end=sentence.start + len(word), text=word),
        type="accuse",
        plover="ACCUSE",
        cameo="112",
        action="accuse",
        actors=(actor,),
        targets=(target,),
        place=None,
        date=day(document.published) if document.published else None,
        status="happened",
        polarity="positive",
        attributed_to=None,
        confidence=0.5,
        extractor=PairsListed.name,
        rule="two countries",
    )
