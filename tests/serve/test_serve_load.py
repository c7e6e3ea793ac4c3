"""Many clients at once, queries without end, clients that leave, processes that are killed: no other answer is lost."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote

import pytest
from serve_client import Answer, Server, serving, wait

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
CLIENTS = 64


@pytest.fixture
def own(build: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that the test may harm."""
    with serving(build, "--timeout", "4", "--workers", "2", temporary=tmp_path) as made:
        yield made


def running(server: Server) -> int:
    return metric(server, "kg_queries_running")


def metric(server: Server, name: str) -> int:
    lines = server.ask("/metrics").text.splitlines()
    return int(float(next(line.split()[1] for line in lines if line.startswith(f"{name} "))))


def workers(server: Server) -> set[int]:
    """The processes that answer queries: copies of one that the server started."""
    return {grandchild for child in children(server.process.pid) for grandchild in children(child)}


def children(process: int) -> set[int]:
    with suppress(FileNotFoundError, ProcessLookupError):
        lists = (file.read_text() for file in Path(f"/proc/{process}/task").glob("*/children"))
        return {int(child) for child in " ".join(lists).split()}
    return set()


needs_proc = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds the processes in /proc")


def test_sixty_four_clients_are_served_while_queries_run_away(own: Server) -> None:
    def client(number: int) -> list[Answer]:
        answers = []
        for turn in range(4):
            limit = number % 7 + turn + 1
            answers.append(own.query(f"SELECT ?e {{ ?e a sem:Event }} ORDER BY ?e LIMIT {limit}"))
            assert len(answers[-1].json["results"]["bindings"]) == limit
            answers.append(own.ask(f"/api/timeline?limit={limit}"))
            assert len(answers[-1].json["rows"]) == limit
        return answers

    with ThreadPoolExecutor(CLIENTS + 1) as threads:
        runaway = threads.submit(own.query, RUNAWAY)
        wait(lambda: running(own) == 1)
        found = list(threads.map(client, range(CLIENTS)))
        assert not runaway.done(), "the others were answered meanwhile"
        assert runaway.result().status == 503
    assert {answer.status for answers in found for answer in answers} == {200}


def test_as_many_runaways_as_processes_only_delay_the_others(own: Server) -> None:
    with ThreadPoolExecutor(20) as threads:
        runaways = [threads.submit(own.query, RUNAWAY) for _ in range(3)]
        wait(lambda: running(own) == 3)
        others = [threads.submit(own.query, "ASK { ?e a sem:Event }") for _ in range(10)]
        assert own.ask("/api/events?limit=1").status == 200, "what is no query does not wait"
        assert [runaway.result().status for runaway in runaways] == [503] * 3
        assert [other.result().json["boolean"] for other in others] == [True] * 10


def test_who_leaves_frees_the_process(own: Server) -> None:
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", own.port)) as connection:
            connection.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            wait(lambda: running(own) == 1)
        began = time.monotonic()
        wait(lambda: running(own) == 0)
        assert time.monotonic() - began < 4, "before the query's time is up"
    assert own.query("ASK {}").status == 200


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_a_killed_process_is_replaced(own: Server, number: signal.Signals) -> None:
    before = workers(own)
    assert len(before) == 2
    for process in before:
        os.kill(process, number)
    assert own.query("ASK { ?e a sem:Event }").json["boolean"] is True
    wait(lambda: len(workers(own)) == 2)
    assert not workers(own) & before


@needs_proc
def test_a_process_killed_at_its_work_costs_that_query_alone(own: Server) -> None:
    with ThreadPoolExecutor(2) as threads:
        for _ in range(3):
            runaway = threads.submit(own.query, RUNAWAY)
            wait(lambda: running(own) == 1)
            time.sleep(0.2)
            for process in workers(own):
                os.kill(process, signal.SIGKILL)
            answer = runaway.result()
            assert (answer.status, answer.text.count("\n")) == (503, 1)
            assert "process died" in answer.text
            assert own.query("ASK { ?e a sem:Event }").json["boolean"] is True


@needs_proc
def test_processes_killed_again_and_again_lose_no_other_answer(own: Server) -> None:
    """Answers are right or 503, never missing, and the service is whole again afterwards."""
    end = threading.Event()

    def kill() -> None:
        while not end.wait(0.4):
            for process in list(workers(own))[:1]:
                os.kill(process, signal.SIGKILL)

    def ask(number: int) -> int:
        answer = own.query(f"SELECT ?e {{ ?e a sem:Event }} LIMIT {number % 5 + 1}")
        assert answer.status == 503 or len(answer.json["results"]["bindings"]) == number % 5 + 1
        return answer.status

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with ThreadPoolExecutor(8) as threads:
            statuses = list(threads.map(ask, range(200)))
    finally:
        end.set()
        killer.join()
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) > 150
    wait(lambda: metric(own, "kg_query_workers") == 2)
    assert own.query("ASK { ?e a sem:Event }").json["boolean"] is True


@needs_proc
def test_nothing_outlives_a_killed_server(own: Server) -> None:
    left = workers(own)
    with ThreadPoolExecutor(1) as threads:
        runaway = threads.submit(_lost, lambda: own.query(RUNAWAY))
        wait(lambda: running(own) == 1)
        own.process.kill()
        runaway.result()
    wait(lambda: not any(_lives(process) for process in left))


def _lost(ask: Callable[[], Answer]) -> None:
    with pytest.raises((OSError, HTTPException)):
        ask()


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
