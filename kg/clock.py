"""What a run costs: seconds of each stage by the clock, and the memory at its peak."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Clock:
    """Adds up the seconds of stages, in the order in which they first began; `peaks` are megabytes by their ends.

    `remembered` documents were not read, since an earlier build had been.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.peaks: dict[str, int] = {}
        self.remembered = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Counts the block as part of a stage."""
        self.seconds.setdefault(name, 0.0)
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - began
            self.peaks[name] = memory().get("build", 0)


def memory() -> dict[str, int]:
    """Megabytes that this process and the largest of its ended workers took at their peaks; none where unknown."""
    try:
        import resource
    except ImportError:  # Windows
        return {}
    unit = 2**20 if sys.platform == "darwin" else 2**10
    processes = {"build": resource.RUSAGE_SELF, "worker": resource.RUSAGE_CHILDREN}
    peaks = {name: round(resource.getrusage(who).ru_maxrss / unit) for name, who in processes.items()}
    return {**peaks, "build": _own() or peaks["build"]}


def _own() -> int:
    """Linux counts in what getrusage says also the process that started this one, before it did; this does not."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 2**10 for line in lines if line.startswith("VmHWM:")), 0)
