"""Work that no worker takes is told, once for each time that it stands."""

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from kg.engine.spark import waiting

MASTER = "spark://10.0.0.1:7077"


def stage(active: int, completed: int) -> SimpleNamespace:
    return SimpleNamespace(numActiveTasks=active, numCompletedTasks=completed)


class Looks:
    """An event that does not come until all looks are done, and the tracker that they see."""

    def __init__(self, looks: list[list[SimpleNamespace]]) -> None:
        self._looks = looks
        self._at = -1

    def wait(self, _: float) -> bool:
        self._at += 1
        return self._at >= len(self._looks)

    def getActiveStageIds(self) -> list[int]:  # noqa: N802
        return list(range(len(self._looks[self._at])))

    def getStageInfo(self, number: int) -> Any:  # noqa: N802
        return self._looks[self._at][number]


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ([[]], 0),
        ([[stage(0, 0)]], 1),
        ([[stage(0, 0)], [stage(0, 0)]], 1),
        ([[stage(2, 0)], [stage(0, 3)], [stage(1, 3)]], 0),
        ([[stage(0, 0)], [stage(2, 0)], [stage(2, 4)], [stage(0, 4)]], 2),
    ],
    ids=["nothing to do", "no worker", "still none", "work goes on", "workers go"],
)
def test_waiting(looks: list[list[SimpleNamespace]], told: int, caplog: pytest.LogCaptureFixture) -> None:
    here: Any = Looks(looks)
    with caplog.at_level(logging.WARNING, logger="kg"):
        waiting._watch(here, MASTER, here)
    assert [record.getMessage().startswith(f"waiting for workers of {MASTER}") for record in caplog.records] == [
        True
    ] * told
