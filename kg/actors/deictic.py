"""What "here" means in a report: the city of its dateline ("HARARE, May 14 - Lungu arrived here on Tuesday")."""

import re
from collections.abc import Iterator, Sequence

from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import PlaceRow
from kg.actors.quotes import inside, quotations
from kg.model import ActorMention, Document, Span
from kg.parse import Sentence

_RULE = "deictic:here"
_LEAD = 3
"""Sentences at the top of a report that may begin with its place: a headline or two stand before."""
_OPENING = re.compile(r"([A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2}): ")
"""Capitals and a colon, as papers of many countries write it ("ISLAMABAD: ")."""


def dateline(document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> PlaceRow | None:
    """The place of the dateline: the first one in words that stand before a sentence of the text, or a colon."""
    end = 0
    for sentence in sentences:
        gap = document.text[end : sentence.segment.start]
        opening = _OPENING.match(sentence.text) if sentence.index < _LEAD else None
        names = (
            [match.text for match in gazetteer.find(gap)] if gap.strip() else [opening[1].title()] if opening else []
        )
        found = next((rows[0] for name in names if (rows := gazetteer.spots(name)) and rows[0].country), None)
        if found is not None:
            return found
        end = sentence.segment.end
    return None


def here(document: Document, sentence: Sentence, place: PlaceRow | None) -> Iterator[ActorMention]:
    """Each "here" of a sentence that says where something is done, in nobody's quoted words."""
    if place is None:
        return
    words = [t for t in sentence.doc if t.lower_ == "here" and t.dep_ == "advmod"]
    spoken = quotations(document.text) if words else ()
    for word in words:
        start = sentence.offsets[word.idx]
        if inside(spoken, start) is None:
            where = Span(start=start, end=start + len(word.text))
            yield ActorMention(
                start=where.start,
                end=where.end,
                text=word.text,
                id=place.id,
                label=place.label,
                kind="place",
                country=place.country,
                rule=_RULE,
            )
