"""Extraction on Spark, in one process and on a real cluster of one master and two workers: the same result as
without, whatever dies. Starting Spark takes a while, so all that can shares one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from required import missing
from test_engine import CAPITALS, documents, found, trouble  # noqa: F401 - trouble is a fixture

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


@pytest.fixture(scope="module", autouse=True)
def spark() -> None:
    if not shutil.which("java"):
        missing("spark", "Spark needs Java: Debian's package default-jre-headless")
    if not find_spec("pyspark"):
        missing("spark", "Spark needs pyspark: make test-spark")


pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning"
)


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


def test_a_document_whose_worker_dies_is_read_again(trouble: Path) -> None:  # noqa: F811
    results = found(documents("DIE ONCE"), troubled(trouble, "local[2,2]"))
    assert not any(r.problems for r in results)
    assert all(r.mentions for r in results[: len(CAPITALS)])


def test_documents_that_kill_or_hang_are_given_up_and_named(trouble: Path) -> None:  # noqa: F811
    *others, dead, slow = found(documents("DIE", "HANG"), troubled(trouble, "local[2,1]"))
    assert all(r.mentions and not r.problems for r in others)
    assert [(p.file, "died" in p.message) for p in dead.problems] == [(dead.document.id, True)]
    assert [(p.file, "15 seconds" in p.message) for p in slow.problems] == [(slow.document.id, True)]


def test_workers_with_another_kg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.engine.spark.versions", lambda: {"kg": "0.0.7"})
    with pytest.raises(kg.EngineError, match=f"Spark's workers cannot read .*{kg.__version__} for 0.0.7"):
        found(documents(), ONE)


def test_no_spark_at_an_address() -> None:
    with pytest.raises(kg.EngineError, match="no Spark there"):
        found(documents(), Config(engine="spark", master="spork://127.0.0.1:7"))


def test_an_archive_that_is_not_there() -> None:
    with pytest.raises(kg.ConfigError, match="no such archive"):
        found(documents(), Config(engine="spark", archive="nowhere.tar.gz"))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a standalone cluster, and its two workers, one core each."""
    port = _free_port()
    master = _daemon(tmp_path, "master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
    _wait_for(port)
    address = f"spark://127.0.0.1:{port}"
    options = ("--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "3g", address)
    workers = [_daemon(tmp_path / str(n), "worker.Worker", *options) for n in range(2)]
    yield address, workers
    for process in (*workers, master):
        _end(process)


def _daemon(folder: Path, name: str, *options: str) -> "subprocess.Popen[bytes]":
    import pyspark

    home = Path(pyspark.__file__).parent
    folder.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_WORKER_DIR": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *options]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """A process and all that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the master did not start")


def test_a_cluster_that_loses_a_worker_writes_the_same_files(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
    """A worker of the cluster is killed, with all its processes, while it reads."""
    address, workers = cluster
    articles = tmp_path / "articles"
    articles.mkdir()
    for document in documents(*(d.text.replace("Tuesday", "Monday") * n for n in range(1, 20) for d in documents())):
        (articles / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "build", str(articles), "--quiet"]
    subprocess.run([*command, "--workers", "0", "-o", str(tmp_path / "full")], check=True, capture_output=True)

    run = [*command, "--engine", "spark", "--master", address, "-o", str(tmp_path / "out")]
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    with subprocess.Popen(run, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as build:
        _wait_for_reading(workers[0])
        _end(workers[0])
        printed, _ = build.communicate(timeout=300)
    assert build.returncode == 0, printed
    for name in ("events.jsonl", "mentions.jsonl", "graph.ttl"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "full" / name).read_bytes(), name


def _wait_for_reading(worker: "subprocess.Popen[bytes]") -> None:
    """Until Python runs below a worker and has had time to load the model."""
    for _ in range(1200):
        if any(b"pyspark.daemon" in command for command in _commands(worker.pid)):
            time.sleep(4.0)
            return
        time.sleep(0.1)
    pytest.fail("the worker was given nothing to read")


def _commands(session: int) -> list[bytes]:
    """The command lines of the processes of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(path.name)) == session:
                found.append((path / "cmdline").read_bytes())
        except (OSError, ValueError):
            continue
    return found


def test_workers_with_a_bare_python_and_an_archive(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
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
