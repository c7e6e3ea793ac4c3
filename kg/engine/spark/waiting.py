"""Says, while Spark has work that no worker takes, that it waits for them: by itself it would wait in silence."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

_EVERY = 15.0
"""Seconds between two looks."""


@contextmanager
def watched(session: Any, master: str) -> Iterator[None]:
    """Looks after the workers of a cluster during the block; a server of Spark Connect does not tell of its own."""
    if master.startswith(("local", "sc://")):
        yield
        return
    ended = Event()
    watcher = Thread(target=_watch, args=(session.sparkContext.statusTracker(), master, ended), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _watch(tracker: Any, master: str, ended: Event) -> None:
    done, told = 0, False
    while not ended.wait(_EVERY):
        stages = [stage for number in tracker.getActiveStageIds() if (stage := tracker.getStageInfo(number))]
        before, done = done, sum(stage.numCompletedTasks for stage in stages)
        stands = bool(stages) and done == before and not any(stage.numActiveTasks for stage in stages)
        if stands and not told:
            logging.getLogger("kg").warning(
                "waiting for workers of %s: none takes the work yet; are there some, with free cores and memory?",
                master,
            )
        told = stands
