"""JSON Lines: one event, mention or near miss a line, as `kg.model` defines them; `decode` reads them back."""

from collections.abc import Iterable
from pathlib import Path

from kg import atomic
from kg.graph import AnyGraph
from kg.model import Value
from kg.shelf import written


def write_events(graph: AnyGraph, path: Path) -> None:
    """Write the events, sorted by earliest day (those without one last), then id.

    Raises:
        OutputError: the file cannot be written.
    """
    _write(graph.events, path)


def write_documents(graph: AnyGraph, path: Path) -> None:
    """Write the documents without their texts, sorted by id.

    Raises:
        OutputError: the file cannot be written.
    """
    _write(graph.sources, path)


def write_mentions(graph: AnyGraph, path: Path) -> None:
    """Write the mentions, sorted by document, place of the trigger, and type.

    Raises:
        OutputError: the file cannot be written.
    """
    _write(graph.mentions, path)


def write_near_misses(graph: AnyGraph, path: Path) -> None:
    """Write the pairs of mentions that nearly made one event of two, the most alike first.

    Raises:
        OutputError: the file cannot be written.
    """
    _write(graph.near_misses, path)


def _write(values: Iterable[Value], path: Path) -> None:
    with atomic.open_binary(path) as out:
        out.writelines(line + b"\n" for line in written(values))
