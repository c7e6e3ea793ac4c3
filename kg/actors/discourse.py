"""The marks of a document in reading order, and what a rule may ask about those before a word."""

from bisect import insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.actors.marks import Mark, mark
from kg.actors.quotes import inside
from kg.actors.syntax import agent, case, subject, top
from kg.model import Actor, Span
from kg.parse import Sentence
from kg.parse.tree import Token


class Earlier(NamedTuple):
    """A mark that stands before a word, `distance` sentences back."""

    distance: int
    sentence: int
    mark: Mark


class Discourse:
    """Sentences with their marks; rules add to it as they settle words."""

    def __init__(
        self, sentences: Sequence[Sentence], marks: Sequence[Sequence[Mark]], quotes: tuple[Span, ...]
    ) -> None:
        self.sentences = sentences
        self.quotes = quotes
        self._marks = [sorted(found, key=_place) for found in marks]

    def marks(self, index: int) -> list[Mark]:
        """The marks of a sentence, by their place."""
        return self._marks[index]

    def add(self, index: int, found: Mark) -> None:
        """Enter a word that a rule has settled; it takes the place of marks inside it."""
        kept = [m for m in self._marks[index] if not (found.start <= m.start and m.end <= found.end)]
        self._marks[index] = kept
        insort(self._marks[index], found, key=_place)

    def before(self, index: int, token: int, reach: int) -> Iterator[Earlier]:
        """The marks before a token, nearest first, from up to `reach` sentences back."""
        for found in reversed(self._marks[index]):
            if found.end <= token:
                yield Earlier(0, index, found)
        for distance in range(1, min(reach, index) + 1):
            for found in reversed(self._marks[index - distance]):
                yield Earlier(distance, index - distance, found)

    def settled(
        self, index: int, start: int, end: int, actors: Sequence[Actor], rule: str, noun: str = "", sex: str = ""
    ) -> Mark:
        """The mark of a phrase that takes up actors named before."""
        return mark(self.sentences[index], start, end, actors, f"coref:{rule}", sex=sex, noun=noun)

    def by_distance(self, index: int, token: int, reach: int) -> Iterator[tuple[int, list[Mark]]]:
        """The marks before a token sentence by sentence, nearest sentence first, with how far back it is."""
        groups: dict[int, list[Mark]] = {}
        for earlier in self.before(index, token, reach):
            groups.setdefault(earlier.distance, []).append(earlier.mark)
        yield from sorted(groups.items())

    def of(self, index: int, token: Token | None) -> Mark | None:
        """The mark of the phrase that a token heads, or that heads at it; adjectives aside."""
        if token is None:
            return None
        for found in self._marks[index]:
            if found.head == token.i and not modifier(found):
                return found
        return next((m for m in self._marks[index] if m.start <= token.i < m.end and not modifier(m)), None)

    def subject(self, index: int, clause: Token | None) -> Mark | None:
        """The mark of a verb's subject."""
        return self.of(index, subject(clause)) if clause is not None else None

    def governor(self, index: int, token: Token) -> Mark | None:
        """The nearest subject above a word in its sentence: "Xi said he", "Putin met his guest"."""
        for step in token.ancestors:
            if step.pos_ not in ("VERB", "AUX"):
                continue
            above = subject(step) or agent(step)
            if above is None or above.i >= token.i:
                continue
            found = self.of(index, above)
            if found is not None and found.head != token.i:
                return found
        return None

    def doers(self, index: int, token: Token) -> tuple[Actor, ...]:
        """The subject of the verb that a word is an object or a complement of: whom it cannot mean again."""
        first = top(token)
        head = first.head.head if first.dep_ == "pobj" else first.head
        if case(token) not in ("object", "oblique") or head.pos_ not in ("VERB", "AUX"):
            return ()
        doer = subject(head)
        relative = doer is not None and doer.tag_ in ("WP", "WDT") and head.dep_ == "relcl"
        found = self.of(index, head.head) if relative else self.subject(index, head)
        return found.actors if found is not None else ()

    def token(self, earlier: Earlier) -> Token:
        """The token that an earlier mark hangs on."""
        return self.sentences[earlier.sentence].doc[earlier.mark.head]

    def quote(self, index: int, token: Token) -> int | None:
        """The index of the quotation that a token stands in."""
        sentence = self.sentences[index]
        return inside(self.quotes, sentence.offsets[token.idx])

    def is_quoting(self, index: int) -> bool:
        """Whether a quotation stands in a sentence, or a part of one."""
        segment = self.sentences[index].segment
        return any(quote.start < segment.end and segment.start < quote.end for quote in self.quotes)


def modifier(found: Mark) -> bool:
    """Whether a mark is only a country's adjective."""
    return found.rule == "gazetteer:adjective"


def is_entity(found: Mark) -> bool:
    """Whether a mark is one country or one body."""
    return len(found.actors) == 1 and found.actors[0].kind in ("country", "organisation") and not modifier(found)


def _place(found: Mark) -> tuple[int, int]:
    return found.start, found.end
