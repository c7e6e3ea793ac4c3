import pytest
from export_samples import DOCUMENTS, EVENTS, MENTIONS, NEAR_MISSES, position

from kg.graph import Graph, build_graph


@pytest.fixture(scope="session")
def graph() -> Graph:
    return build_graph(DOCUMENTS, MENTIONS, EVENTS, position, near_misses=NEAR_MISSES)


@pytest.fixture(scope="session")
def shuffled() -> Graph:
    return build_graph(DOCUMENTS[::-1], MENTIONS[::-1], EVENTS[::-1], position, near_misses=NEAR_MISSES[::-1])
