"""What the tables of sentences share: the day they were published on, and an event mention as one line."""

from datetime import date

from kg.model import EventMention

PUBLISHED = date(2024, 6, 5)
"""A Wednesday."""
NEWS = "2024-06-04/2024-06-05"
"""The days of what is told as news without a date."""


def show(mention: EventMention) -> str:
    """`type: actors > targets @ place | date | status`; what a sentence does not say is left out."""
    actors, targets = (", ".join(a.label for a in side) for side in (mention.actors, mention.targets))
    sides = " > ".join(filter(None, (actors, targets)))
    place = f" @ {mention.place.label}" if mention.place else ""
    date_text = f" | {mention.date.edtf}" if mention.date else ""
    return f"{mention.type}: {sides}{place}{date_text} | {mention.status}"
