"""Merging on Spark: the same pairs, and the same files, as without, whatever dies."""

import os
import threading
import time
from pathlib import Path

import pytest
from spark_cluster import Cluster
from test_comparing import deadly, never, noting, rows
from test_engine import documents
from told_samples import sample

import kg
from kg.config import Config
from kg.engine import run as chosen
from kg.engine.spark import compare
from kg.export import write_all
from kg.merge.blocking import compared

ONE = Config(engine="spark", master="local[2,2]")
FILES = ("events.jsonl", "graph.nq")

pytestmark = [
    pytest.mark.usefixtures("spark"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::FutureWarning"),
]


def troubled(folder: Path, master: str) -> Config:
    """The executors' path is told, since a Java that an earlier test has started knows another."""
    told = {"spark.executorEnv.TROUBLE": str(folder), "spark.executorEnv.PYTHONPATH": os.environ["PYTHONPATH"]}
    return Config(engine="spark", master=master, spark=told)


def test_spark_finds_the_pairs_that_one_process_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """In several jobs, the last of them small."""
    monkeypatch.setattr("kg.engine.spark.comparing._JOB", 3000)
    blocks = sample(3000)
    assert rows(compare(blocks, ONE, never)) == rows(compared(blocks))


@pytest.mark.parametrize("once", [True, False])
def test_killed_workers_change_no_pair(trouble: Path, once: bool) -> None:
    blocks = sample(600)
    told: list[str] = []
    found = compare(deadly(blocks, 2, once=once), troubled(trouble, "local[2,2]"), noting(told))
    assert rows(found) == rows(compared(blocks))
    assert [reason[:12] for reason in told] == ([] if once else ["Spark failed"])
    assert (trouble / "walked").exists()


def test_a_machine_that_is_killed_while_it_compares(trouble: Path, cluster: Cluster) -> None:
    blocks = sample(3000)
    dying = deadly(blocks, 1, once=True, waits=True)
    killer = threading.Thread(target=_kill_who_walks, args=(trouble / "walking", cluster))
    killer.start()
    found = compare(dying, troubled(trouble, cluster.address), never)
    killer.join()
    assert rows(found) == rows(compared(blocks))
    assert [worker.running for worker in cluster.workers].count(False) == 1


def _kill_who_walks(told: Path, cluster: Cluster) -> None:
    for _ in range(3000):
        if told.exists() and (process := told.read_text(encoding="utf-8")):
            next(worker for worker in cluster.workers if worker.has(int(process))).end()
            return
        time.sleep(0.1)


def test_workers_with_another_kg_compare_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.engine.spark.comparing.versions", lambda: {"kg": "0.0.7"})
    with pytest.raises(kg.EngineError, match=f"Spark's workers cannot .*{kg.__version__} for 0.0.7"):
        compare(sample(60), ONE, never)


def test_every_engine_writes_the_same_files(
    cluster: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """200 articles, read and compared by each engine."""
    monkeypatch.setattr(chosen, "_WORTH_COMPARING", 1)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    verbs = ("visited", "criticised", "met leaders in", "telephoned the mayor of")
    texts = [
        d.text.replace("Tuesday", day).replace("visited", verb) for day in days for verb in verbs for d in documents()
    ]
    articles = tmp_path / "articles"
    articles.mkdir()
    for number, text in enumerate(texts[:200]):
        (articles / f"{number:03}.txt").write_text(text, encoding="utf-8")
    engines = {
        "local": Config(engine="local"),
        "processes": Config(engine="processes", workers=2),
        "spark": ONE,
        "cluster": Config(engine="spark", master=cluster.address),
    }
    written: dict[str, list[bytes]] = {}
    for name, config in engines.items():
        write_all(
            kg.build(articles, config, report=lambda problem: pytest.fail(str(problem))),
            tmp_path / name,
            ("events", "nq"),
        )
        written[name] = [(tmp_path / name / file).read_bytes() for file in FILES]
    assert all(files == written["local"] for files in written.values())
    assert written["local"][0].count(b"\n") > 20
