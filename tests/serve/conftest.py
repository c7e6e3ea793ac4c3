"""One server over a build that stays as it is however extraction changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serve_client import Server, serving, write_build


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build."""
    return write_build(tmp_path_factory.mktemp("served") / "out", "turtle")


@pytest.fixture(scope="session")
def server(build: Path) -> Iterator[Server]:
    """A server for all tests that harm none."""
    with serving(build, "--timeout", "3") as made:
        yield made
