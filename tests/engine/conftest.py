"""Extractors that make trouble, and clusters of Spark, for the tests of engines."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from required import missing
from spark_cluster import Cluster, Daemon, free_port, wait_for

PLUGIN = Path(__file__).parent / "trouble"
"""A package with an extractor that dies on, hangs on or fails on documents that say so."""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the troublesome extractor."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--target", str(folder), str(PLUGIN)], check=True, capture_output=True)
    return folder


@pytest.fixture
def trouble(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes the troublesome extractor importable, for worker processes too; gives the folder of its marks."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(installed), *sys.path]))
    monkeypatch.syspath_prepend(str(installed))
    monkeypatch.setenv("TROUBLE", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def spark() -> None:
    """Leaves a test out where Spark is not installed."""
    if not shutil.which("java"):
        missing("spark", "Spark needs Java: Debian's package default-jre-headless")
    if not find_spec("pyspark"):
        missing("spark", "Spark needs pyspark: make test-spark")


@pytest.fixture
def cluster(spark: None, tmp_path: Path) -> Iterator[Cluster]:
    """A master and two workers."""
    port = free_port()
    options = ("--host", "127.0.0.1", "--webui-port", "0")
    master = Daemon(
        tmp_path / "master", "spark-class", "org.apache.spark.deploy.master.Master", *options, "--port", str(port)
    )
    wait_for(port)
    address = f"spark://127.0.0.1:{port}"
    options = ("org.apache.spark.deploy.worker.Worker", *options, "--cores", "1", "--memory", "3g", address)
    workers = (Daemon(tmp_path / "1", "spark-class", *options), Daemon(tmp_path / "2", "spark-class", *options))
    yield Cluster(address, workers)
    for process in (*workers, master):
        process.end()
