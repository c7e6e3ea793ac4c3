"""Real clusters of Spark on this machine, of which a test may kill what it wants."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

import pytest


class Daemon:
    """A process of Spark in a session of its own, with all that it starts."""

    def __init__(self, folder: Path, script: str, *options: str, **environment: str) -> None:
        import pyspark

        home = Path(pyspark.__file__).parent
        folder.mkdir(exist_ok=True)
        own = {"SPARK_HOME": str(home), "SPARK_WORKER_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1"}
        with (folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [str(home / "bin" / script), *options],
                env={**os.environ, **own, **environment}, cwd=folder, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def commands(self) -> list[bytes]:
        """The command lines of its processes."""
        found = []
        for path in Path("/proc").glob("[0-9]*"):
            try:
                if self.has(int(path.name)):
                    found.append((path / "cmdline").read_bytes())
            except OSError:
                continue
        return found

    def has(self, process: int) -> bool:
        """Whether a process is one of those that it started."""
        return os.getsid(process) == self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kill it and all that it started."""
        if self.running:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


class Cluster(NamedTuple):
    """The address of a standalone master, and its two workers, one core each."""

    address: str
    workers: tuple[Daemon, Daemon]


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int) -> None:
    """Until something listens on a port."""
    for _ in range(900):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("Spark did not start")
