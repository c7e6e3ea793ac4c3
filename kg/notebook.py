"""What a notebook shows of a graph and of a timeline: a few lines of HTML, everything that articles say escaped."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from kg.cells import row
from kg.counting import counted
from kg.export.xml import one_line
from kg.model import REAL, STATUSES, Event

if TYPE_CHECKING:
    from kg.graph import Graph

_ROWS = 30
"""Events shown of a timeline."""
_FEW = 10
"""Events shown of a graph."""
_HEADS = ("date", "event", "who", "whom, where", "status", "told by", "id")
_LEFT = ' style="text-align:left"'
_COLOURS = {"cancelled": "#b3261e", "denied": "#b3261e"}


class Timeline(tuple[Event, ...]):
    """Events in order of time; a tuple that notebooks show as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f"<p>{_counted(self)}</p>{table(self, _ROWS)}"


def graph_html(graph: "Graph") -> str:
    """How much is in a graph, and the first of its events."""
    kinds = Counter(str(data.get("kind")) for _, data in graph.nodes(data=True))
    nodes = ", ".join(f"{count} {escape(kind)}" for kind, count in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
    size = f"{graph.number_of_nodes()} nodes ({nodes or 'none'}), {graph.number_of_edges()} edges"
    return f"<p><b>kg graph</b>: {size}<br>{_counted(graph.events)}</p>{table(graph.events, _FEW)}"


def table(events: Sequence[Event], most: int) -> str:
    """The first events as a table, and how many more there are; nothing where there is none."""
    if not events:
        return ""
    heads = "".join(f"<th{_LEFT}>{head}</th>" for head in _HEADS)
    rows = "".join(f"<tr>{_cells(event)}</tr>" for event in events[:most])
    more = f"<p>… and {len(events) - most} more</p>" if len(events) > most else ""
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _cells(event: Event) -> str:
    colour = _COLOURS.get(event.status, "inherit" if event.status in REAL else "#6b5b00")
    cells = (escape(one_line(cell)) for cell in row(event))
    styled = (f'{_LEFT[:-1]};color:{colour}"' if n == 4 else _LEFT for n in range(len(_HEADS)))
    return "".join(f"<td{style}>{cell}</td>" for style, cell in zip(styled, cells, strict=True))


def _counted(events: Iterable[Event]) -> str:
    counts = Counter(str(event.status) for event in events)
    told = ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status])
    return counted(sum(counts.values()), "event") + (f": {told}" if told else "")
