"""A process that holds a build's graph and answers one query at a time, in the form that the client wants."""

import signal
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from kg.errors import KgError, SpentError
from kg.query import Limits, encoded, worker

_LARGEST = 64 * 1024**2
"""Bytes of an answer."""
_GRACE = 2.0
"""Seconds after its time in which the process that asks may end this one; then it ends itself."""


class Question(msgspec.Struct, frozen=True):
    """A query that has been found safe, the form of its answer (`kg.query.FORMS`), and its most rows or triples."""

    query: str
    form: str
    rows: int


class Answer(msgspec.Struct, frozen=True):
    """The bytes; `more`: rows were left out."""

    body: bytes
    more: bool


def work(calls: Connection, files: tuple[Path, ...], limits: Limits) -> None:
    """Load the files, say what is wrong with them or None, then answer until the other side is gone.

    Of each question is first said that it has come: what it never came to was dead before.
    """
    worker.begin(files, limits.memory)
    found = worker.loaded(files)
    calls.send(found if isinstance(found, KgError) else None)
    while True:
        try:
            question = calls.recv()
        except (EOFError, OSError):
            return
        calls.send(None)
        _end_after(limits.seconds + _GRACE)
        answer = _answer(question, files)
        _end_after(0)
        calls.send(answer)


def _answer(question: Question, files: tuple[Path, ...]) -> Answer | KgError:
    try:
        result = worker.run(question.query, files, question.rows)
        if isinstance(result, KgError):
            return result
        prefixes = worker.known_prefixes(files)
        body = encoded(result, question.form, prefixes if isinstance(prefixes, dict) else {})
    except KgError as error:
        return error
    except MemoryError:
        return SpentError("the answer takes more memory than a query may; ask for less")
    if len(body) > _LARGEST:
        return SpentError(f"the answer is longer than {_LARGEST // 1024**2} MB; ask for less")
    return Answer(body, getattr(result, "more", False))


def _end_after(seconds: float) -> None:
    """Let the kernel end this process then, even if nobody is left to do so; 0: never. Windows has no such timer."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
