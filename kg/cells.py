"""An event as the cells of a table's row: what the terminal, pages and notebooks have in common."""

from collections.abc import Sequence

from kg.model import Actor, Event

ID = 8
"""Characters of an id that a table shows; commands take the start of one."""


def days(edtf: str) -> str:
    """EDTF, an interval within one month or year with what repeats left out (2023-06-18/19)."""
    first, _, last = edtf.partition("/")
    if len(first) != 10 or len(last) != 10 or first[:4] != last[:4]:
        return edtf
    return f"{first}/{last[8:] if first[:7] == last[:7] else last[5:]}"


def kind(event: Event) -> str:
    """The type; of appointments, which may be dismissals, the words too."""
    return f"appoint ({event.action})" if event.type == "appoint" != event.action else event.type


def labels(actors: Sequence[Actor]) -> str:
    """Names in a row."""
    return ", ".join(a.label for a in actors)


def where(event: Event) -> str:
    """Targets, and the place in brackets where it is none of them."""
    place = event.place.label if event.place else ""
    targets = labels(event.targets)
    return f"{targets} ({place})".strip() if place and place not in targets else targets


def told_by(event: Event) -> int:
    """How many documents report it."""
    return len({report.document for report in event.mentions})


def row(event: Event) -> tuple[str, ...]:
    """Date, event, who, whom or where, status, number of documents, start of the id."""
    date = days(event.date.edtf) if event.date else "–"
    told = str(told_by(event))
    return date, kind(event), labels(event.actors), where(event), event.status, told, event.id[:ID]
