"""One server over a build that stays as it is however extraction changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serve_client import ROOT, Server, serving

from kg.export import write_all
from kg.graph import build_graph
from kg.model import Document, Event, decode

FORMATS = ("events", "documents", "mentions", "near-misses")


def write_build(folder: Path, *formats: str, leave_out: int = 0) -> Path:
    """The sample's build with these formats besides the JSON Lines, without its last events."""
    lines = (ROOT / "tests" / "query" / "sample.jsonl").read_bytes().splitlines()
    events = [decode(line, Event) for line in lines[: len(lines) - leave_out]]
    reports = {m.document: m for event in events for m in event.mentions}
    documents = [
        Document(id=key, text="–", title=f"Title of {key}", published=m.published, outlet=m.outlet, url=m.url)
        for key, m in reports.items()
    ]
    write_all(build_graph(documents, (), events), folder, [*FORMATS, *formats])
    return folder


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build."""
    return write_build(tmp_path_factory.mktemp("served") / "out", "turtle")


@pytest.fixture(scope="session")
def server(build: Path) -> Iterator[Server]:
    """A server for all tests that harm none."""
    with serving(build, "--timeout", "3") as made:
        yield made
