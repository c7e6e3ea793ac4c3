"""The report of a build: what went in, what came out, what was wrong, and how long it took."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from kg.atomic import open_binary
from kg.clock import Clock, memory
from kg.config import Config
from kg.counting import counted
from kg.engine.spark import needed
from kg.extract import origin
from kg.graph import AnyGraph
from kg.model import DateRange, Event, Problem
from kg.shelf import seen_as
from kg.versions import versions


class BuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """Content of report.json; `seconds`, `memory` and `peaks` alone differ between two builds of the same input.

    `words` are those of all documents; `seconds` are by stage (`kg.clock`), `memory` is in megabytes, as are `peaks`,
    the most that the build itself had taken when each stage ended.
    """

    documents: int
    words: int
    documents_without_date: tuple[str, ...]
    mentions: int
    events: int
    events_by_type: dict[str, int]
    events_by_status: dict[str, int]
    events_without_date: int
    merged_across_documents: int
    nodes: int
    edges: int
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    settings: str | None
    config: Config
    versions: dict[str, str]
    seconds: dict[str, float]
    memory: dict[str, int]
    peaks: dict[str, int]

    def line(self) -> str:
        """The counts in one sentence for the terminal."""
        counts = (self.documents, "document"), (self.mentions, "mention"), (self.events, "event")
        text = (
            f"{', '.join(counted(*count) for count in counts)} "
            f"({self.merged_across_documents} told by several documents, {self.events_without_date} without a date)"
        )
        levels = Counter(p.level for p in self.problems)
        noted = ", ".join(counted(levels[level], level) for level in ("error", "warning", "notice") if levels[level])
        told = f"settings from {self.settings}" if self.settings else ""
        return "; ".join(filter(None, (text, noted, told))) + "."


def summarise(
    graph: AnyGraph,
    problems: Sequence[Problem],
    config: Config,
    files: Sequence[Path],
    clock: Clock,
    settings: Path | None = None,
) -> BuildReport:
    """The report of a built graph; `settings` is the file that the configuration comes from."""
    types, statuses, undated, shared = _counts(graph.events)
    return BuildReport(
        documents=len(graph.documents),
        words=sum(len(d.text.split()) for d in graph.documents),
        documents_without_date=tuple(source.id for source in graph.sources if source.published is None),
        mentions=len(graph.mentions),
        events=len(graph.events),
        events_by_type=dict(sorted(types.items())),
        events_by_status=dict(sorted(statuses.items())),
        events_without_date=undated,
        merged_across_documents=shared,
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        problems=tuple(problems),
        files=tuple(f.name for f in files),
        settings=settings.name if settings else None,
        config=config,
        versions={
            **versions(),
            **(needed.versions(config.master) if config.engine == "spark" else {}),
            **{f"extractor {name}": version for name in config.extractors if (version := origin(name))},
        },
        seconds={stage: round(value, 3) for stage, value in clock.seconds.items()},
        memory=memory(),
        peaks=clock.peaks,
    )


class _Of(msgspec.Struct, frozen=True, gc=False):
    """Of a report its document."""

    document: str


class _Counted(msgspec.Struct, frozen=True, gc=False):
    """Of an event what is counted."""

    type: str
    status: str
    date: DateRange | None
    mentions: tuple[_Of, ...]


def _counts(events: Iterable[Event]) -> tuple[Counter[str], Counter[str], int, int]:
    """Types, statuses, and how many have no date or are told by several documents; each is looked at once."""
    types, statuses, undated, shared = Counter[str](), Counter[str](), 0, 0
    for event in seen_as(events, _Counted):
        types[event.type] += 1
        statuses[event.status] += 1
        undated += event.date is None
        shared += len({report.document for report in event.mentions}) > 1
    return types, statuses, undated, shared


def write(report: BuildReport, path: Path) -> None:
    """Write report.json."""
    with open_binary(path) as file:
        file.write(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
