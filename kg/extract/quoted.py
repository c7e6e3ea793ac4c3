"""Who is quoted: the speaker of each quotation of a document, also of one that runs over several sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.actors.quotes import inside, quotations
from kg.extract import clause
from kg.extract.attribution import label
from kg.extract.scene import Scene, Voice
from kg.model import Span
from kg.parse.tree import Token

_TOUCHING = 2
_NEAR = 250
"""Characters between two quotations of one speaker, if only the first names him."""


def voices(text: str, scenes: Sequence[Scene]) -> tuple[Voice, ...]:
    """The quotations of a text whose speaker is named beside them, or beside the quotation just before.

    Args:
        text: the document's.
        scenes: those of all its sentences, in order.
    """
    quotes = quotations(text)
    starts = [s.sentence.segment.start for s in scenes]
    ends = [s.sentence.segment.end for s in scenes]
    found: list[Voice] = []
    for quote in quotes:
        first, last = bisect_right(ends, quote.start - _TOUCHING), bisect_left(starts, quote.end + _TOUCHING)
        speaker = _beside(scenes[first:last], quote, quotes)
        if speaker is None and found and quote.start - found[-1].quote.end < _NEAR:
            between = sum(
                found[-1].quote.end <= s.sentence.segment.start < quote.start for s in scenes[first - 2 : first]
            )
            speaker = found[-1].speaker if between <= 1 else None
        if speaker is not None:
            found.append(Voice(quote, speaker))
    return tuple(found)


def _beside(scenes: Sequence[Scene], quote: Span, quotes: tuple[Span, ...]) -> str | None:
    """Behind the quotation first ("…," X said), then before it (X said: "…")."""
    for scene in dict.fromkeys((*scenes[-1:], *scenes[:1])):
        verbs = sorted(_sayings(scene, quotes), key=lambda v: (_gap(scene, v, quote), v.i))
        for verb in verbs:
            if (found := label(scene, clause.agents(verb))) is not None:
                return found
    return None


def _sayings(scene: Scene, quotes: tuple[Span, ...]) -> Iterator[Token]:
    said = (t for t in scene.sentence.doc if t.pos_ in clause.VERBS and t.lemma_.lower() in scene.lexicon.reporting)
    return (t for t in said if inside(quotes, scene.sentence.phrase(t).start) is None)


def _gap(scene: Scene, verb: Token, quote: Span) -> int:
    at = scene.sentence.phrase(verb).start
    return at - quote.end if at >= quote.end else quote.start - at
