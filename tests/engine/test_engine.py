"""Extraction here and in several processes: the same result, and nothing lost when a process dies or hangs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

import kg
from kg.actors import own
from kg.commands import main
from kg.config import AUTO, Config
from kg.engine import Extracted, extract, pool
from kg.engine.run import _workers
from kg.export import write_all
from kg.model import Document

CAPITALS = (
    "Oslo",
    "Lima",
    "Hanoi",
    "Cairo",
    "Quito",
    "Ankara",
    "Dublin",
    "Manila",
    "Nairobi",
    "Lisbon",
    "Accra",
    "Riga",
)


def documents(*extra: str) -> tuple[Document, ...]:
    news = [f"{city.upper()}, 7 March 2023 — Olaf Scholz visited {city} on Tuesday." for city in CAPITALS]
    return tuple(Document(id=f"d{i:02}", text=text) for i, text in enumerate([*news, *extra]))


def found(texts: tuple[Document, ...], config: Config) -> list[Extracted]:
    return list(extract(texts, config, own.load(config.actors, pytest.fail)))


def test_processes_find_what_one_process_finds() -> None:
    texts = documents()
    assert found(texts, Config(workers=2)) == found(texts, Config())


def test_a_document_whose_process_dies_is_read_again(trouble: Path) -> None:
    results = found(documents("DIE ONCE"), Config(workers=2, extractors=("syntax", "trouble")))
    assert not any(r.problems for r in results)
    assert all(r.mentions for r in results[: len(CAPITALS)])


def test_documents_that_kill_or_hang_are_given_up_and_named(trouble: Path) -> None:
    texts, extractors = documents("DIE", "HANG"), ("syntax", "trouble")
    began = time.monotonic()
    *others, dead, slow = found(texts, Config(workers=2, limit=15.0, extractors=extractors))
    assert all(r.mentions and not r.problems for r in others)
    assert [(p.file, "died 2 times" in p.message) for p in dead.problems] == [(dead.document.id, True)]
    assert [(p.file, "more than 15 seconds" in p.message) for p in slow.problems] == [(slow.document.id, True)]
    assert time.monotonic() - began < 100


def test_an_extractor_that_is_not_installed_is_told_as_without_processes() -> None:
    with pytest.raises(kg.ConfigError, match="no extractor is called 'nobody'"):
        found(documents(), Config(workers=2, extractors=("nobody",)))


def test_small_work_stays_in_one_process() -> None:
    assert _workers(Config(workers=AUTO), 1) == 0
    assert _workers(Config(workers=AUTO), 1000) == (
        len(os.sched_getaffinity(0)) if len(os.sched_getaffinity(0)) > 1 else 0
    )


def test_the_command_line_chooses_and_can_be_told() -> None:
    assert Config().workers is None
    assert AUTO < 0


def test_killed_workers_and_a_terminated_run_lose_nothing(tmp_path: Path) -> None:
    """A worker of a real `kg build` is killed, then the build itself is asked to end; a second run goes on with what
    they left, and ends with the bytes of a run that nothing happened to."""
    articles, out = tmp_path / "articles", tmp_path / "out"
    articles.mkdir()
    for document in documents(*(d.text.replace("Tuesday", "Monday") for d in documents() * 4)):
        (articles / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    write_all(kg.build(articles), tmp_path / "full")
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, str(root / "cli.py"), "build", str(articles), "-o", str(out), "--quiet"]
    broken = subprocess.Popen([*command, "--workers", "2"], stderr=subprocess.PIPE, text=True)
    for victim in _children(broken.pid)[:1]:
        os.kill(victim, signal.SIGKILL)
    time.sleep(1.0)
    broken.send_signal(signal.SIGTERM)
    _, errors = broken.communicate(timeout=60)
    assert broken.returncode in (0, 143)
    assert "Traceback" not in errors
    assert broken.returncode == 0 or f"stopped: what was found in articles is kept in {out / 'state'}; run" in errors
    assert CliRunner().invoke(main, [*command[2:], "--workers", "0"]).exit_code == 0
    for name in ("events.jsonl", "mentions.jsonl", "graph.ttl", "graph.gexf", "graph.graphml"):
        assert (out / name).read_bytes() == (tmp_path / "full" / name).read_bytes(), name


def _children(pid: int) -> list[int]:
    """Worker processes of a run, once there are two."""
    for _ in range(300):
        found = [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        workers = [p for p in found if b"spawn_main" in Path(f"/proc/{p}/cmdline").read_bytes()]
        if len(workers) >= 2:
            return workers
        time.sleep(0.1)
    pytest.fail("no workers were started")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_any_thread_waits_until_workers_have_started(ending: signal.Signals) -> None:
    heard: list[int] = []
    before = signal.signal(ending, lambda number, _: heard.append(number))
    try:
        with pool.without_interrupts():
            sender = Thread(target=os.kill, args=(os.getpid(), ending))
            sender.start()
            sender.join()
            time.sleep(0.05)
            assert heard == []
        assert heard == [ending]
    finally:
        signal.signal(ending, before)
