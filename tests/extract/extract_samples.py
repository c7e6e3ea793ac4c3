"""What the tables of sentences share: the day they were published on, what is told in a text, a mention as one line."""

from datetime import date

from kg.extract import get
from kg.model import Document, EventMention

PUBLISHED = date(2024, 6, 5)
"""A Wednesday."""
NEWS = "2024-06-04/2024-06-05"
"""The days of what is told as news without a date."""


def told(text: str) -> list[EventMention]:
    """The mentions of a text of `PUBLISHED`, whose paragraphs ¶ parts, but for plain speech."""
    document = Document(id="x", text=text.replace(" ¶ ", "\n\n"), published=PUBLISHED)
    return [mention for mention in get("syntax").extract(document) if mention.type != "say"]


def sides(mention: EventMention) -> str:
    """`type: actors > targets`."""
    both = (", ".join(a.label for a in side) for side in (mention.actors, mention.targets))
    return f"{mention.type}: {' > '.join(filter(None, both))}"


def show(mention: EventMention) -> str:
    """`type: actors > targets @ place | date | status`; what a sentence does not say is left out."""
    place = f" @ {mention.place.label}" if mention.place else ""
    date_text = f" | {mention.date.edtf}" if mention.date else ""
    return f"{sides(mention)}{place}{date_text} | {mention.status}"
