from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.model import Document, Problem, encode
from kg.read import read


class Result(NamedTuple):
    documents: list[Document]
    problems: list[str]

    @property
    def ids(self) -> list[str]:
        return [document.id for document in self.documents]

    @property
    def only(self) -> Document:
        assert len(self.documents) == 1, self
        return self.documents[0]


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Read inputs in an empty folder; every document and problem must be writable as UTF-8 JSON."""
    monkeypatch.chdir(tmp_path)

    def call(*inputs: str, published: date | None = None) -> Result:
        problems: list[Problem] = []
        documents = list(read(inputs, published=published, report=problems.append))
        for value in (*documents, *problems):
            encode(value).decode("utf-8")
        for problem in problems:
            assert "\n" not in str(problem)
        return Result(documents, [str(problem) for problem in problems])

    return call


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file below the folder of the test."""

    def call(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return call
