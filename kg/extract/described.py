"""Actors that no table lists, by the words that describe them: "four masked gunmen", "officials from Chad"."""

from kg.actors.fold import slug
from kg.model import ActorKind, ActorMention, Phrase


def described(
    words: Phrase, label: str, rule: str, country: str | None = None, kind: ActorKind = "group"
) -> ActorMention:
    """A mention of whom some words describe; its id is the slug of the label, which starts with a capital."""
    return ActorMention(
        start=words.start,
        end=words.end,
        text=words.text,
        id=slug(label),
        label=label[:1].upper() + label[1:],
        kind=kind,
        country=country,
        rule=rule,
    )
