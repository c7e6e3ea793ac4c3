"""What a sentence must be read for: reading costs far more than finding out whether it is worth it."""

from msgspec import Struct


class Need(Struct, frozen=True):
    """`parse`: whether an actor may stand in the sentence; `names`: ranges of characters where unlisted names may."""

    parse: bool
    names: tuple[tuple[int, int], ...] = ()

    @classmethod
    def everything(cls, text: str) -> "Need":
        """That of a sentence of which nothing is known."""
        return cls(parse=True, names=((0, len(text)),) if text else ())
