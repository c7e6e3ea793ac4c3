"""Telegrams between leaders: two actors and the word telegram in one sentence."""

import re
from collections.abc import Iterator

from kg.actors import Gazetteer
from kg.actors.link import link
from kg.model import Document, EventMention, Phrase
from kg.parse import Parser, split


class Telegrams:
    """Finds who wired whom; one instance reads many documents and keeps nothing of them."""

    name = "telegrams"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._parser = Parser()

    def extract(self, document: Document) -> Iterator[EventMention]:
        sentences = tuple(self._parser.parse(document.text, split(document.text)))
        for sentence, actors in zip(sentences, link(document, sentences, self._gazetteer), strict=True):
            span = sentence.segment.span
            word = re.search("telegram", document.text[span.start : span.end])
            if word and len(actors) > 1:
                yield EventMention(
                    document=document.id,
                    sentence=span,
                    trigger=Phrase(start=span.start + word.start(), end=span.start + word.end(), text=word[0]),
                    type="call",
                    plover="CONSULT",
                    cameo="041",
                    action="telegram",
                    actors=actors[:1],
                    targets=actors[1:2],
                    place=None,
                    date=None,
                    status="happened",
                    polarity="positive",
                    attributed_to=None,
                    confidence=0.5,
                    extractor=self.name,
                    rule="two actors and a telegram",
                )
