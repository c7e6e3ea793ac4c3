"""A build to serve, a real server in a process of its own, and requests to it byte for byte as given."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

from kg.export import write_all
from kg.graph import build_graph
from kg.model import Document, Event, decode

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("events", "documents", "mentions", "near-misses")


def write_build(folder: Path, *formats: str, leave_out: int = 0) -> Path:
    """The sample's build with these formats besides the JSON Lines, without its last events."""
    lines = (ROOT / "tests" / "query" / "sample.jsonl").read_bytes().splitlines()
    events = [decode(line, Event) for line in lines[: len(lines) - leave_out]]
    reports = {m.document: m for event in events for m in event.mentions}
    documents = [
        Document(id=key, text="–", title=f"Title of {key}", published=m.published, outlet=m.outlet, url=m.url)
        for key, m in reports.items()
    ]
    write_all(build_graph(documents, (), events), folder, [*FORMATS, *formats])
    return folder


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


class Server:
    """A running `kg serve`."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port
        self.address = f"http://127.0.0.1:{port}"

    def ask(self, target: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Names of headers with `_` for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body, named)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "application/sparql-results+json") -> Answer:
        return self.ask(f"/sparql?{urlencode({'query': text})}", Accept=accept)

    def end(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=60)


@contextmanager
def serving(folder: Path, *options: str, temporary: Path | None = None) -> Iterator[Server]:
    """A server until the end of the block; what it keeps in a folder for temporary files it removes itself."""
    command = [sys.executable, str(ROOT / "cli.py"), "serve", str(folder), "--port", "0", *options]
    environment = {**os.environ, **({"TMPDIR": str(temporary)} if temporary else {})}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://[^/]*:(\d+)/", said)
            assert found, (said, process.communicate())
            yield Server(process, int(found[1]))
        finally:
            process.terminate()
            try:
                process.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def wait(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("waited a minute in vain")
