"""Engines over a graph that stays as it is however extraction changes.

sample.jsonl holds the events of seeds/ and of two short articles about Kenya, Belarus and BRICS, as a build once
wrote them: what a query answers is tested here, what extraction finds is tested elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export import write_all
from kg.graph import build_graph
from kg.model import Document, Event, decode
from kg.query import Engine, Limits, sources
from kg.query.names import Names


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph.ttl of the sample."""
    lines = Path(__file__).with_name("sample.jsonl").read_bytes().splitlines()
    events = [decode(line, Event) for line in lines]
    reports = {m.document: m for event in events for m in event.mentions}
    documents = [
        Document(id=key, text="–", published=m.published, outlet=m.outlet, url=m.url) for key, m in reports.items()
    ]
    folder = tmp_path_factory.mktemp("sample")
    write_all(build_graph(documents, (), events), folder, ["turtle"])
    return folder


@pytest.fixture(scope="session")
def engine(sample: Path) -> Iterator[Engine]:
    """One engine for all questions that harm none."""
    with Engine(sources([sample]), Limits(seconds=60)) as made:
        yield made


@pytest.fixture(scope="session")
def names(engine: Engine) -> Names:
    """The names in the sample."""
    return Names(engine)
