"""Extraction on Spark, in one process and on a real cluster of one master and two workers: the same result as
without, whatever dies. Starting Spark takes a while, so all that can shares one."""

import os
import subprocess
import sys
import tarfile
import time
import zipfile
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from required import missing
from spark_cluster import Cluster, Daemon, free_port, wait_for
from test_engine import CAPITALS, documents, found

import kg
from kg.config import Config

ROOT = Path(__file__).resolve().parents[2]
_UNNEEDED = {"pyspark", "mypy", "ruff", "pip", "setuptools", "hypothesis", "_pytest", "pytest", "kg"}
"""Packages that readers of articles do not import; what is left is large enough."""
ONE = Config(engine="spark", master="local[2,2]")


def troubled(folder: Path, master: str) -> Config:
    """Spark's workers keep the environment of the first session, so what the extractor wants to know is a setting."""
    told = {"spark.executorEnv.TROUBLE": str(folder)}
    return Config(engine="spark", master=master, limit=15.0, extractors=("syntax", "trouble"), spark=told)


pytestmark = [
    pytest.mark.usefixtures("spark"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning"),
]


def test_spark_finds_what_one_process_finds() -> None:
    texts = documents()
    assert found(texts, ONE) == found(texts, Config())


def test_the_users_own_actors_reach_the_workers(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "id,name,surname,aliases,gender,country,wikidata\nzed,Zedekiah Umbridge,Umbridge,,m,malta,\n", encoding="utf-8"
    )
    texts = documents("VALLETTA, 7 March 2023 — Zedekiah Umbridge met Olaf Scholz on Tuesday.")
    here, there = (found(texts, Config(engine=e, master=ONE.master, actors=str(tmp_path))) for e in ("local", "spark"))
    assert any(a.id == "zed" for m in there[-1].mentions for a in m.actors)
    assert here == there


def test_a_document_whose_worker_dies_is_read_again(trouble: Path) -> None:
    results = found(documents("DIE ONCE"), troubled(trouble, "local[2,2]"))
    assert not any(r.problems for r in results)
    assert all(r.mentions for r in results[: len(CAPITALS)])


def test_documents_that_kill_or_hang_are_given_up_and_named(trouble: Path) -> None:
    *others, dead, slow = found(documents("DIE", "HANG"), troubled(trouble, "local[2,1]"))
    assert all(r.mentions and not r.problems for r in others)
    assert [(p.file, "died" in p.message) for p in dead.problems] == [(dead.document.id, True)]
    assert [(p.file, "15 seconds" in p.message) for p in slow.problems] == [(slow.document.id, True)]


def test_workers_with_another_kg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.engine.spark.reading.versions", lambda: {"kg": "0.0.7"})
    with pytest.raises(kg.EngineError, match=f"Spark's workers cannot read .*{kg.__version__} for 0.0.7"):
        found(documents(), ONE)


def test_an_archive_that_is_not_there() -> None:
    with pytest.raises(kg.ConfigError, match="no such archive"):
        found(documents(), Config(engine="spark", archive="nowhere.tar.gz"))


def test_a_cluster_that_loses_a_worker_writes_the_same_files(cluster: Cluster, tmp_path: Path) -> None:
    """A worker of the cluster is killed, with all its processes, while it reads."""
    address, (first, _) = cluster
    articles = tmp_path / "articles"
    articles.mkdir()
    for document in documents(*(d.text.replace("Tuesday", "Monday") * n for n in range(1, 20) for d in documents())):
        (articles / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "--quiet"]
    subprocess.run([*command, "--workers", "0", "-o", str(tmp_path / "full")], check=True, capture_output=True)

    run = [*command, "--engine", "spark", "--master", address, "-o", str(tmp_path / "out")]
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    with subprocess.Popen(run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as build:
        _wait_for_reading(first)
        first.end()
        printed, _ = build.communicate(timeout=300)
    assert build.returncode == 0, printed
    for name in ("events.jsonl", "mentions.jsonl", "graph.ttl"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "full" / name).read_bytes(), name


def _wait_for_reading(worker: Daemon) -> None:
    """Until Python runs below a worker and has had time to load the model."""
    for _ in range(1200):
        if any(b"pyspark.daemon" in command for command in worker.commands()):
            time.sleep(4.0)
            return
        time.sleep(0.1)
    pytest.fail("the worker was given nothing to read")


def test_a_server_of_spark_connect(tmp_path: Path) -> None:
    """With pyspark's own server; where none listens, a line says so at once."""
    if not find_spec("grpc"):
        missing("spark", "Spark Connect needs grpcio: make test-spark")
    port = free_port()
    (tmp_path / "a.txt").write_text(documents()[0].text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(tmp_path / "a.txt"), "--engine", "spark"]
    command += ["--master", f"sc://127.0.0.1:{port}", "-o", str(tmp_path / "out")]
    none = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (none.returncode, "no Spark there" in none.stderr) == (2, True), none.stderr
    assert "Traceback" not in none.stderr
    packed = subprocess.run([*command, "--archive", "packages.tar.gz"], capture_output=True, text=True, check=False)
    assert (packed.returncode, "for those who start a server" in packed.stderr) == (2, True), packed.stderr

    settings = [f"spark.connect.grpc.binding.port={port}", "spark.connect.grpc.binding.address=127.0.0.1"]
    options = ["--master", "local[1,2]", "--class", "org.apache.spark.sql.connect.service.SparkConnectServer"]
    options += [word for setting in (*settings, "spark.ui.enabled=false") for word in ("--conf", setting)]
    server = Daemon(tmp_path / "server", "spark-submit", *options, "spark-internal", PYSPARK_PYTHON=sys.executable)
    try:
        wait_for(port)
        built = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        server.end()
    assert built.returncode == 0, built.stderr
    assert "Warning" not in built.stderr
    assert "Olaf Scholz" in built.stdout


def test_workers_with_a_bare_python_and_an_archive(cluster: Cluster, tmp_path: Path) -> None:
    """What the documentation says to do, with the packages of this environment in place of a download."""
    packed = _packed(tmp_path)
    (tmp_path / "a.txt").write_text(documents()[0].text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(tmp_path / "a.txt"), "--engine", "spark"]
    bare = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment = {**bare, "PYSPARK_PYTHON": sys._base_executable, "SPARK_LOCAL_IP": "127.0.0.1"}

    def run(*options: str) -> "subprocess.CompletedProcess[str]":
        options = (*options, "--master", cluster[0], "-o", str(tmp_path / "out"))
        return subprocess.run([*command, *options], env=environment, capture_output=True, text=True, check=False)

    without = run()
    assert (without.returncode, "Spark's workers cannot read" in without.stderr) == (2, True), without.stderr
    printed = run("--archive", str(packed))
    assert printed.returncode == 0, printed.stderr
    assert "Olaf Scholz" in printed.stdout


def _packed(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    site = Path(msgspec.__file__).parents[1]
    with tarfile.open(folder / "kg-worker.tar", "w") as archive, zipfile.ZipFile(wheel) as ours:
        ours.extractall(folder / "kg-worker")
        others = (path for path in site.iterdir() if path.name.split("-")[0] not in _UNNEEDED)
        for path in (*(folder / "kg-worker").iterdir(), *others):
            archive.add(path, path.name)
    return folder / "kg-worker.tar"
