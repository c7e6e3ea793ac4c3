"""Mentions for the eye: a table where there is room for one, else a block of lines a mention."""

import re
from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.cells import days
from kg.commands.marked import tidy
from kg.commands.terminal import console, print_table
from kg.engine import Extracted
from kg.model import Document, EventMention

_ROOM = 100
"""Columns below which cells would be too narrow to read."""
_ALTERNATIVES = re.compile(r"(\|[^ |()]+){2,}")
"""The words that a pattern takes besides its first, where there are several: the row has them all."""
_COLUMNS = {"sentence": 5, "actor → action (type) → target": 5, "date": 2, "status": 0, "said by": 2, "rule": 3}
"""Columns of the table with their shares of its width; 0: as wide as its words."""


def print_mentions(extracted: Sequence[Extracted]) -> None:
    """The mentions of documents, sentence by sentence in the order of the text; one line where there are none."""
    found = [(document, mention) for document, mentions, _ in extracted for mention in mentions]
    if not found:
        documents = f"{len(extracted)} document{'s' * (len(extracted) != 1)}"
        console().print(f"nothing found in {documents}")
    elif console().width >= _ROOM:
        _print_table(found)
    else:
        _print_blocks(found)


def _print_table(found: Sequence[tuple[Document, EventMention]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for name, share in _COLUMNS.items():
        table.add_column(name, ratio=share or None, no_wrap=not share, overflow="fold")
    for sentence, mention in _once(found):
        table.add_row(Text(sentence), *map(Text, _cells(mention)))
    print_table(table)


def _print_blocks(found: Sequence[tuple[Document, EventMention]]) -> None:
    for sentence, mention in _once(found):
        if sentence:
            print_table(Text(sentence, "bold"))
        for name, cell in zip(("event", "date", "status", "said by", "rule"), _cells(mention), strict=True):
            if cell != "–":
                print_table(Padding(Text.assemble((f"{name:8}", "dim"), cell), (0, 0, 0, 2)))
        console().print()


def _once(found: Sequence[tuple[Document, EventMention]]) -> Iterator[tuple[str, EventMention]]:
    """Each mention with its sentence, which is empty where the mention before is of the same."""
    before = None
    for document, mention in found:
        place = (mention.document, mention.sentence)
        quote = document.text[mention.sentence.start : mention.sentence.end]
        yield "" if place == before else tidy(quote).strip(), mention
        before = place


def _cells(mention: EventMention) -> tuple[str, ...]:
    row = f" ({mention.row})" if mention.row else ""
    return (
        _event(mention),
        days(mention.date.edtf) if mention.date else "–",
        mention.status,
        _source(mention),
        f"{_ALTERNATIVES.sub('|…', mention.rule)}{row}",
    )


def _source(mention: EventMention) -> str:
    """ "Lavrov via Interfax": who says it, and the outlet that passes it on."""
    return " via ".join(name for name in (mention.attributed_to, mention.via) if name) or "–"


def _event(mention: EventMention) -> str:
    """ "Macky Sall → paid visit (visit) → Ghana in Accra"; the place only where it is no target."""
    actors, targets = (", ".join(a.label for a in side) for side in (mention.actors, mention.targets))
    action = mention.action if mention.action == mention.type else f"{mention.action} ({mention.type})"
    place = f" in {mention.place.label}" if mention.place and mention.place.label not in targets else ""
    return " → ".join(part for part in (actors, action, targets) if part) + place
