"""Graph → files: one module a format, all of one shape, `write(graph, path)`; `FORMATS` lists them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from kg.collector import uncollected
from kg.errors import ConfigError, OutputError
from kg.export import (
    columns,
    ftm,
    gexf,
    graphml,
    html,
    icalendar,
    jsonl,
    jsonld,
    parts,
    tables,
    timelinejs,
    triples,
)
from kg.graph import AnyGraph

__all__ = ["DATA", "FORMATS", "GROUPS", "Format", "by_ending", "by_name", "write_all"]


class Format(NamedTuple):
    """A format: its name on the command line, its file (or folder of `parts`), and the function that writes it."""

    name: str
    file: str
    write: Callable[[AnyGraph, Path], None]
    parts: bool = False


FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("events", "events.jsonl", jsonl.write_events),
        Format("documents", "documents.jsonl", jsonl.write_documents),
        Format("mentions", "mentions.jsonl", jsonl.write_mentions),
        Format("near-misses", "near_misses.jsonl", jsonl.write_near_misses),
        Format("turtle", "graph.ttl", triples.write_turtle),
        Format("nt", "graph.nt", triples.write_n_triples),
        Format("nq", "graph.nq", triples.write_n_quads),
        Format("trig", "graph.trig", triples.write_trig),
        Format("jsonld", "graph.jsonld", jsonld.write),
        Format("gexf", "graph.gexf", gexf.write),
        Format("gexf-full", "graph.full.gexf", gexf.write_full),
        Format("graphml", "graph.graphml", graphml.write),
        Format("csv-nodes", "nodes.csv", tables.write_nodes),
        Format("csv-edges", "edges.csv", tables.write_edges),
        Format("parquet-events", "events.parquet", columns.write_events),
        Format("parquet-mentions", "mentions.parquet", columns.write_mentions),
        Format("parquet-actors", "actors.parquet", columns.write_actors),
        Format("timelinejs", "timeline.json", timelinejs.write),
        Format("ics", "events.ics", icalendar.write),
        Format("ftm", "entities.ftm.json", ftm.write),
        Format("html", "story.html", html.write),
        Format("parquet-parts", "parquet", parts.write_parquet, parts=True),
        Format("nq-parts", "nquads", parts.write_n_quads, parts=True),
    )
}
"""In the order in which they are written."""
GROUPS = {
    "csv": ("csv-nodes", "csv-edges"),
    "parquet": ("parquet-events", "parquet-mentions", "parquet-actors"),
}
"""Names for several formats at once, whose files go together."""
DATA = tuple(name for name, entry in FORMATS.items() if name != "html" and not entry.parts)
"""Those of one file that need nothing besides kg; the page needs the explorer, which Node builds."""


def write_all(graph: AnyGraph, folder: Path, formats: Iterable[str] = DATA) -> tuple[Path, ...]:
    """Write the graph in these formats to a folder, made if need be; the paths written.

    Raises:
        ConfigError: a format is not in `FORMATS`; nothing is written then.
        OutputError: the folder or a file cannot be written.
    """
    chosen = dict.fromkeys(entry for name in formats for entry in by_name(name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made a folder ({error.strerror}); choose another") from error
    with uncollected():
        for entry in chosen:
            entry.write(graph, folder / entry.file)
    return tuple(folder / entry.file for entry in chosen)


def by_name(name: str) -> tuple[Format, ...]:
    """The format of that name, or the formats of a group.

    Raises:
        ConfigError: there is none.
    """
    if name not in FORMATS and name not in GROUPS:
        raise ConfigError(f"format {name!r} is not known; choose from {', '.join((*FORMATS, *GROUPS))}")
    return tuple(FORMATS[one] for one in GROUPS.get(name, (name,)))


def by_ending(path: Path) -> Format:
    """The format that is called like the ending of the file, else the only one whose files end like it.

    Raises:
        ConfigError: none does, or several do.
    """
    ending = path.suffix.lower()
    if ending[1:] in FORMATS:
        return FORMATS[ending[1:]]
    fitting = [entry for entry in FORMATS.values() if ending and Path(entry.file).suffix == ending]
    if len(fitting) != 1:
        known = ", ".join((*FORMATS, *GROUPS))
        raise ConfigError(f"{path}: its ending does not say in which format; name one of {known} with --format")
    return fitting[0]
