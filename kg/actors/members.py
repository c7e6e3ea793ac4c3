"""The values that a document's cast is made of: names as they are billed, and people with what is told of them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from kg.actors.phrases import NounPhrase
from kg.model import Actor

Post = tuple[str, str]
"""An office and the id of what it is an office of."""


class Member(Struct):
    """A person of the document; `posts` are offices held, `former` those no longer and `coming` those not yet held.

    `full`: named in full. `since` is the index of the sentence that names the person first, `spelt` of those that
    name it in full.
    """

    actor: Actor
    surname: str
    sex: str
    words: tuple[str, ...]
    listed: bool
    full: bool = False
    since: int = 10**9
    spelt: set[int] = field(default_factory=set)
    posts: set[Post] = field(default_factory=set)
    former: set[Post] = field(default_factory=set)
    coming: set[Post] = field(default_factory=set)


class Billing(Struct, frozen=True):
    """A name in a sentence (by index), with the phrase that stands beside it as an apposition."""

    sentence: int
    phrase: NounPhrase
    beside: NounPhrase | None

    @property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """What tells of the person: the name with its title, and the apposition."""
        return (self.phrase,) if self.beside is None else (self.phrase, self.beside)


def fits(posts: Iterable[Post], offices: Sequence[str], of: Sequence[str]) -> bool:
    """Whether one of the posts is one of the offices asked for, where any are, of one of the places asked for."""
    return any((not offices or o in offices) and (not of or where in of) for o, where in posts)
