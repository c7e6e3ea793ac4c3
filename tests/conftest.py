"""The build of the sample articles, made once for all tests that look at it."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

import kg
from kg.export import write_all

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a script's background: no child would hear Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("kg", deadline=None)  # seconds are measured in bench/, on a quiet machine
settings.load_profile("kg")
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@pytest.fixture(scope="session")
def seeds() -> kg.Graph:
    """The graph of seeds/, from Python."""
    return kg.build(SEEDS)


@pytest.fixture(scope="session")
def built(seeds: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files of that build."""
    folder = tmp_path_factory.mktemp("built")
    write_all(seeds, folder)
    return folder
