"""A sentence with the words that tell an event marked: by colour and underline, or in brackets with labels."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from kg.model import Mark, Role, Span

STYLES: dict[Role, str] = {
    "actor": "bold blue",
    "action": "bold underline",
    "target": "bold magenta",
    "date": "green underline",
    "place": "yellow underline",
}
_WHITE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class _Stretch(NamedTuple):
    """Characters that carry the same marks; `within` are marks of some of them."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    within: tuple[Mark, ...] = ()

    @property
    def roles(self) -> str:
        return ", ".join(dict.fromkeys(m.role for m in self.marks))

    def meaning(self, words: str) -> str:
        """What the words stand for, where they do not say it themselves; of the action its word is enough."""
        labels = dict.fromkeys(m.label for m in self.marks if m.role != "action")
        unsaid = [label for label in labels if not re.search(rf"\b{re.escape(label)}\b", words, re.I)]
        return f" = {', '.join(unsaid)}" if unsaid else ""


def in_colour(screen: Console) -> bool:
    """Whether a console shows colours: not where there is no terminal, and not under NO_COLOR."""
    return screen.color_system is not None and not screen.no_color


def marked(quote: str, start: int, marks: Sequence[Mark], *, colour: bool) -> Text:
    """The sentence `quote`, which stands at `start` of its document, with its marks.

    In colour the words are styled (`legend` says how), else they stand in brackets: `[actor He = Macky Sall]`.
    Marks outside the sentence are left out; of two that overlap the later keeps what is left of it.
    """
    line, position = Text(), 0
    for stretch in _stretches(marks, Span(start=start, end=start + len(quote))):
        first, last = stretch.start - start, stretch.end - start
        line.append(tidy(quote[position:first]))
        words = marked(quote[first:last], stretch.start, stretch.within, colour=colour)
        meaning = stretch.meaning(tidy(quote[first:last]))
        if colour:
            words.stylize_before(" ".join(dict.fromkeys(STYLES[m.role] for m in stretch.marks)))
            line.append(words).append(meaning, "dim")
        else:
            line.append(f"[{stretch.roles} ").append(words).append(f"{meaning}]")
        position = last
    line.append(tidy(quote[position:]))
    return line


def legend() -> Text:
    """The roles, each in its style."""
    return Text(" ").join(Text(role, style) for role, style in STYLES.items())


def outside(marks: Sequence[Mark], sentence: Span) -> list[Mark]:
    """The marks that stand in other sentences of the document: what "the move" or "they" takes up."""
    return [m for m in marks if m.end <= sentence.start or m.start >= sentence.end]


def _stretches(marks: Sequence[Mark], sentence: Span) -> list[_Stretch]:
    """The marked parts of a sentence in order, none overlapping; marks of the same words, or of some, together."""
    found: list[_Stretch] = []
    position = sentence.start
    inside = [m for m in marks if sentence.start <= m.start < m.end <= sentence.end]
    for mark in sorted(inside, key=lambda m: (m.start, -m.end)):
        if found and (mark.start, mark.end) == found[-1][:2]:
            found[-1] = found[-1]._replace(marks=(*found[-1].marks, mark))
        elif mark.end <= position:
            found[-1] = found[-1]._replace(within=(*found[-1].within, mark))
        else:
            found.append(_Stretch(max(mark.start, position), mark.end, (mark,)))
            position = mark.end
    return found


def tidy(words: str) -> str:
    """Words on one line, without the control characters that would command the terminal."""
    return _CONTROL.sub("", _WHITE.sub(" ", words))
