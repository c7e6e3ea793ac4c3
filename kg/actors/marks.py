"""What linking has settled so far: marks, each a stretch of tokens and the actors it names."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kg.actors.syntax import root
from kg.model import Actor, ActorMention
from kg.parse import Sentence


class Mark(Struct, frozen=True):
    """Tokens `start` to `end` of a sentence, its characters `first` to `last`, and the actors they name.

    `head` is the token the phrase hangs on, `sex` "m", "f" or "" for unknown, `noun` the head noun of a phrase
    that is no name, in lower case, `plural` whether it stands for several, `body` the ministry for which a person
    named with it speaks.
    """

    start: int
    end: int
    first: int
    last: int
    actors: tuple[Actor, ...]
    rule: str
    head: int
    sex: str = ""
    noun: str = ""
    plural: bool = False
    body: Actor | None = None

    def mentions(self, offsets: Sequence[int], text: str) -> Iterator[ActorMention]:
        """The mark as values with document offsets, one for each actor, given its sentence's offsets and text."""
        for actor in self.actors:
            yield ActorMention(
                start=offsets[self.first],
                end=offsets[self.last - 1] + 1,
                text=text[self.first : self.last],
                id=actor.id,
                label=actor.label,
                kind=actor.kind,
                country=actor.country,
                wikidata=actor.wikidata,
                rule=self.rule,
            )


def mark(
    sentence: Sentence,
    start: int,
    end: int,
    actors: Sequence[Actor],
    rule: str,
    chars: tuple[int, int] | None = None,
    sex: str = "",
    noun: str = "",
    plural: bool = False,
    body: Actor | None = None,
) -> Mark:
    """The mark of tokens `start` to `end`; `chars` where the name is shorter than its tokens."""
    span = sentence.doc[start:end]
    first, last = chars or (span.start_char, span.end_char)
    unique = tuple({a.id: a for a in actors}.values())
    return Mark(start, end, first, last, unique, rule, root(span).i, sex, noun, plural or len(unique) > 1, body)
