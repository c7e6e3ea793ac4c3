"""A session of Spark: begun with what the configuration says, ended afterwards, and told from one that is lost."""

import os
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from kg.config import Config
from kg.engine.spark import needed
from kg.engine.spark.waiting import watched
from kg.errors import ConfigError, EngineError, KgError

J = TypeVar("J")
R = TypeVar("R")

Session: TypeAlias = Any
"""pyspark's SparkSession, which has no strict types and need not be installed."""

TASK = 16
"""Rows that a worker gets at once; few, so that no worker waits long for the last."""
_JOBS = 4
"""Jobs that Spark has at once: while the last tasks of one run, idle workers do those of the next."""
_LOG = Path(__file__).with_name("log4j2.properties")
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_LOG.as_uri()}",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(TASK),
    "spark.sql.adaptive.enabled": "false",  # it would put the small tasks together again
    "spark.sql.shuffle.partitions": "32",
    "spark.python.worker.reuse": "true",
}
_OF_SESSIONS = "spark.sql."
"""How the settings begin that a session may have for itself."""
_PORT = 15002
"""Where a server of Spark Connect listens unless told."""


@contextmanager
def opened(config: Config) -> Iterator[Session]:
    """A session, ended afterwards.

    Raises:
        ConfigError: pyspark is not installed, or cannot do what is asked.
        EngineError: Spark cannot be had.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="pyspark")  # of what it thinks of other packages
        session = _begun(config)
        try:
            with watched(session, config.master):
                yield session
        finally:
            session.stop()


def in_turn(run: Callable[[J], R], jobs: Iterable[J]) -> Iterator[R]:
    """The results of jobs in their order, some of which Spark has at once."""
    threads = ThreadPoolExecutor(_JOBS)
    waiting: deque[Future[R]] = deque()
    try:
        for job in jobs:
            waiting.append(threads.submit(run, job))
            if len(waiting) == _JOBS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def ensure_there(session: Session, error: Exception) -> None:
    """Do nothing where a job failed on a cluster that is there and can do others.

    Raises:
        EngineError: it is gone, or its workers cannot do any.
    """
    if "UnfitError" in str(error) or "ModuleNotFoundError" in str(error):
        raise EngineError(
            f"Spark's workers cannot read ({last_line(error)}); give them an --archive, or the same kg as here"
        ) from error
    try:
        session.range(1).count()
    except Exception as gone:
        raise EngineError(f"Spark was lost ({last_line(gone)}); run again, what was read is kept") from gone


def _begun(config: Config) -> Session:
    begin = _connected if config.master.startswith("sc://") else _driver
    needed.ensure(config.master)
    try:
        return begin(config)
    except ImportError as error:
        raise ConfigError(
            f"--engine spark --master {config.master} needs more packages; in kg's folder run: "
            "make install-spark, or pip install -e '.[spark]'"
        ) from error
    except KgError:
        raise
    except Exception as error:
        reason = last_line(error)
        raise EngineError(f"{config.master}: no Spark there ({reason}); check the address") from error


def _driver(config: Config) -> Session:
    """A session whose driver is below this process."""
    from pyspark.sql import SparkSession

    settings: dict[str, Any] = _SETTINGS | _python(config) | config.spark
    return SparkSession.builder.appName("kg").config(map=settings).master(config.master).getOrCreate()


def _connected(config: Config) -> Session:
    """A session of Spark Connect, whose driver is elsewhere: what concerns its workers is set there."""
    from pyspark.sql.connect.session import SparkSession

    settings: dict[str, Any] = {n: v for n, v in _SETTINGS.items() if n.startswith(_OF_SESSIONS)} | config.spark
    if config.archive or not all(name.startswith(_OF_SESSIONS) for name in settings):
        raise ConfigError(
            f"{config.master}: an archive, and settings of Spark but {_OF_SESSIONS}*, are for those who start a server "
            "of Spark Connect; leave them out (docs/large.md says how it is started)"
        )
    address = urlsplit(config.master)
    needed.ensure_listening(config.master, [(address.hostname or "", address.port or _PORT)])
    return SparkSession.builder.remote(config.master).config(map=settings).getOrCreate()


def _python(config: Config) -> dict[str, str]:
    """Where the workers find packages: in the archive, so that they need a bare Python only; else as installed."""
    if config.archive:
        if not Path(config.archive).is_file():
            raise ConfigError(f"{config.archive}: no such archive; docs/large.md says how to make one")
        os.environ.setdefault("PYSPARK_PYTHON", f"python{sys.version_info.major}.{sys.version_info.minor}")
        return {"spark.archives": f"{config.archive}#packages", "spark.executorEnv.PYTHONPATH": "./packages"}
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    here = config.master.startswith("local")
    return {"spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path))} if here else {}


def last_line(error: Exception) -> str:
    """The line of a Java or Python trace that says most, cut to a length that can be read."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("\tat ")]
    told = next((line for line in reversed(lines) if "Error" in line or "Exception" in line), "".join(lines[:1]))
    return (told or type(error).__name__)[:200]
